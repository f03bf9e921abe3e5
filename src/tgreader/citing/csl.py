"""CSL-JSON items (schema 1.0.2), for pandoc, Zotero and every citeproc.

A document is a `chapter` of its volume, a `book`; the series is the `collection` that the volume belongs to.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tgreader.citing.citation import Citation, Cited
from tgreader.citing.fields import PLACE, fields_of
from tgreader.citing.words import date_parts

if TYPE_CHECKING:
    from collections.abc import Iterable


def csl_json(cited: Cited, url: bool | None) -> Citation:
    """One item, on one line."""
    fields = fields_of(cited, url)
    item: dict[str, object] = {
        "id": fields.key,
        "type": "chapter" if fields.title and fields.book else "book" if fields.book else "document",
        "title": fields.title or fields.book,
        "container-title": fields.book if fields.title else "",
        "collection-title": fields.series,
        "author": [{"literal": fields.sender}] if fields.sender else [],
        "recipient": [{"literal": fields.recipient}] if fields.recipient else [],
        "genre": fields.form,
        "editor": _names(fields.editors),
        "collection-editor": _names(fields.general_editors),
        "volume": fields.volume,
        "publisher": fields.publisher,
        "publisher-place": PLACE if fields.publisher else "",
        "issued": _date(fields.published),
        "original-date": _date(fields.written_on, fields.written_until),
        "original-publisher-place": fields.written_at,
        "number": fields.document,
        "page": "-".join(page for page in fields.pages if page),
        "note": fields.note,
        "ISBN": fields.isbn,
        "URL": fields.url,
        "accessed": _date(fields.accessed if fields.url else ""),
    }
    return Citation(json.dumps({name: value for name, value in item.items() if value}, ensure_ascii=False))


def _names(names: Iterable[tuple[str, str, str]]) -> list[dict[str, str]]:
    named = (zip(("family", "given", "suffix"), name, strict=True) for name in names)
    return [{part: value for part, value in name if value} for name in named]


def _date(iso: str, last: str = "") -> dict[str, list[list[int]]]:
    """A date, or a range of days from the first to the last."""
    days = [list(parts) for day in (iso, last) if (parts := date_parts(day))]
    return {"date-parts": days} if days else {}
