"""RIS records, as reference managers exchange them: a document is a chapter (`CHAP`) of its volume (`BOOK`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tgreader.citing.citation import Citation, Cited
from tgreader.citing.fields import PLACE, fields_of, own_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tgreader.citing.fields import Fields


def ris(cited: Cited, url: bool | None) -> Citation:
    """One record, from `TY` to `ER`."""
    lines = (f"{tag}  - {' '.join(value.split())}" for tag, value in _tags(fields_of(cited, url)) if value)
    return Citation("\n".join([*lines, "ER  - "]))


def _tags(fields: Fields) -> Iterator[tuple[str, str]]:
    """Tags and values; titles and editors move up a rank where the volume itself is the record, as in Zotero's map."""
    chapter = bool(fields.title and fields.book)
    yield "TY", "CHAP" if chapter else "BOOK" if fields.book else "GEN"
    yield "ID", fields.key
    yield "AU", fields.sender
    yield "TI", fields.title or fields.book
    yield "T2", fields.book if chapter else fields.series
    yield "T3", fields.series if chapter else ""
    for tag, names in (
        ("A2", fields.editors if chapter else fields.general_editors),
        ("A3", fields.general_editors if chapter else fields.editors),
    ):
        for name in names:
            yield tag, ", ".join(part for part in name if part)
    yield "VL", fields.volume
    yield "PB", fields.publisher
    yield "CY", PLACE if fields.publisher else ""
    yield "PY", fields.published
    if chapter:
        yield from zip(("SP", "EP"), fields.pages, strict=True)
    yield "SN", fields.isbn
    yield from (("N1", note) for note in _notes(fields, chapter=chapter))
    yield "UR", fields.url
    yield "Y2", fields.accessed.replace("-", "/") if fields.url else ""


def _notes(fields: Fields, *, chapter: bool) -> Iterator[str]:
    yield f"Document {fields.document}" if fields.document else ""
    yield own_date(fields)
    yield "" if chapter or not fields.pages[0] else "p. " + "–".join(page for page in fields.pages if page)
    yield fields.note
