"""BibTeX and BibLaTeX entries.

A document is an `incollection` of its volume. Titles stand in a second pair of braces, which keeps their capitals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tgreader.citing.citation import Citation, Cited
from tgreader.citing.fields import PLACE, Fields, fields_of, own_date
from tgreader.citing.words import capitalised, long_date
from tgreader.model.tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_ESCAPED = {character: f"\\{character}" for character in "&%$#_"} | {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "–": "--",
    "—": "---",
}
# BibTeX and biber count a brace even behind a backslash: one that has no other would swallow the entries that follow.
_UNPAIRED = _ESCAPED | {"{": r"$\lbrace$", "}": r"$\rbrace$"}


def bibtex(cited: Cited, url: bool | None) -> Citation:
    """An entry for BibTeX: `year`, `address`, and a note for what has no field there."""
    fields = fields_of(cited, url)
    general = (" ".join(part for part in (name[1], name[0], name[2]) if part) for name in fields.general_editors)
    notes = (
        f"Document {fields.document}" if fields.document else "",
        fields.note,
        own_date(fields),
        f"General editor: {' and '.join(general)}" if fields.general_editors else "",
        f"Accessed {long_date(fields.accessed)}" if fields.accessed else "",
    )
    return _entry(
        "incollection" if fields.title and fields.book else "book" if fields.book else "misc",
        fields.key,
        {
            "author": _braced(fields.sender),
            "title": _braced(fields.title or fields.book),
            "booktitle": _braced(fields.book if fields.title else ""),
            "series": _braced(fields.series),
            "volume": _text(fields.volume),
            "editor": _names(fields.editors),
            "publisher": _text(fields.publisher),
            "address": _text(PLACE if fields.publisher else ""),
            "year": _text(fields.published),
            "pages": _pages(fields),
            "isbn": _text(fields.isbn),
            "url": fields.url,
            "note": _text(". ".join(part for part in notes if part)),
        },
    )


def biblatex(cited: Cited, url: bool | None) -> Citation:
    """An entry for BibLaTeX: the series as `maintitle`, dates as ISO dates, general editors as `editora`."""
    fields = fields_of(cited, url)
    number = _numbered(fields.volume)
    return _entry(
        "incollection" if fields.title and fields.book else "collection" if fields.book else "misc",
        fields.key,
        {
            "author": _braced(fields.sender),
            "title": _braced(fields.title or fields.book),
            "titleaddon": _braced(_further_title(fields)),
            "booktitle": _braced(fields.book if fields.title else ""),
            "maintitle": _braced(fields.series),
            "volume": _text(number.volume),
            "part": number.part,
            "editor": _names(fields.editors),
            "editora": _names(fields.general_editors),
            "editoratype": "organizer" if fields.general_editors else "",
            "publisher": _text(fields.publisher),
            "location": _text(PLACE if fields.publisher else ""),
            "date": _text(fields.published),
            "origdate": "/".join(day for day in (fields.written_on, fields.written_until) if day),
            "origlocation": _text(fields.written_at),
            "pages": _pages(fields),
            "isbn": _text(fields.isbn),
            "url": fields.url,
            "urldate": fields.accessed if fields.url else "",
            "note": _text(f"Document {fields.document}" if fields.document else ""),
            "addendum": _text(", ".join(part for part in (number.more, fields.note) if part)),
        },
    )


def _further_title(fields: Fields) -> str:
    """What the document is and to whom, where its title does not say so itself: styles print it after the title."""
    if fields.form.casefold() in fields.title.casefold():
        return ""
    return capitalised(" to ".join(part for part in (fields.form, fields.recipient) if part))


class _Numbered(NamedTuple):
    """The number of a volume in BibLaTeX's fields, which hold one whole number each; `more` has no field."""

    volume: str
    part: str
    more: str


def _numbered(number: str) -> _Numbered:
    """`19, pt. 1` is volume 19, part 1; what further words there are (`Microfiche Supplement`) is an addendum."""
    volume = part = ""
    more = []
    for words in number.split(", ") if number else ():
        if words.startswith("pt. "):
            part = words.removeprefix("pt. ")
        elif not volume and words.removeprefix("vol. ")[:1].isalnum() and any(c.isdecimal() for c in words):
            volume = words.removeprefix("vol. ")
        else:
            more.append(words)
    return _Numbered(volume, part, ", ".join(more))


def _entry(kind: str, key: str, values: dict[str, str]) -> Citation:
    lines = (f"  {name} = {{{value}}}" for name, value in values.items() if value)
    return Citation(f"@{kind}{{{key},\n" + ",\n".join(lines) + "\n}")


def _text(words: str) -> str:
    escaped = _ESCAPED if _paired(words) else _UNPAIRED
    return "".join(escaped.get(character, character) for character in " ".join(words.split()))


def _paired(words: str) -> bool:
    """Whether each brace has another that closes it."""
    depth = 0
    for character in words:
        depth += {"{": 1, "}": -1}.get(character, 0)
        if depth < 0:
            return False
    return depth == 0


def _braced(words: str) -> str:
    return f"{{{_text(words)}}}" if words else ""


def _names(names: Iterable[tuple[str, str, str]]) -> str:
    """`Sanford, Jr., William F. and …`: the generation stands in the middle."""
    turned = (", ".join(part for part in (family, generation, given) if part) for family, given, generation in names)
    return " and ".join(_text(name) for name in turned)


def _pages(fields: Fields) -> str:
    return "--".join(_text(page) for page in fields.pages if page)
