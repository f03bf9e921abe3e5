"""Address: one place in one document, as it is written and stored.

The written form follows the public URLs of the series (history.state.gov/historicaldocuments/…):

    frus1969-76v39               a volume
    frus1969-76v39/pg_325        a printed page of it
    frus1969-76v39/d106          a document
    frus1969-76v39/d106#p4       its fourth paragraph (the heading is not counted)
    frus1969-76v39/d106#p4:120   code point 120 of that paragraph's text
    frus1969-76v39/d106#fn3      the note printed as 3; `#fn3p2` its second paragraph
    frus1969-76v39/d106#pg_326   printed page 326, where that document has it

A loose file of unknown volume has its path instead of volume and document (`notes/a.txt#p4`).
"""

from __future__ import annotations

import re

from tgreader.errors import AddressError
from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple

VOLUME_ID = pattern(r"frus\d{4}[\w-]*", re.ASCII)
_DOCUMENT_ID = pattern(r"[A-Za-z][\w-]*", re.ASCII)  # no stop: `frus1969-76v39/d106.txt` is a file
_VOLUME_PAGE = pattern(r"pg_([^:#/\s]+)")
_WITHIN = pattern(
    r"(?:fn(?P<note>[^:#/\s]+?)(?:p(?P<part>\d{1,9}))?|p(?P<paragraph>\d{1,9})|pg_(?P<page>[^:#/\s]+))"
    r"(?::(?P<offset>\d{1,9}))?"
)


class Address(NamedTuple):
    """One place.

    Attributes:
        volume: the series' id of the volume (`frus1969-76v39`), or None for a loose file.
        document: the id of a document or other section (`d106`, `preface`), or None.
        path: the file, as the user gave it, where no volume is known; else None.
        note: the printed label of a note (`3`, `*`), as in its public id.
        paragraph: counted from 1, the document's heading not counted (0 is the heading);
            inside a note, its paragraph, where 1 is not written.
        page: the printed page's label (`325`, `XIII`).
        offset: code points into that paragraph's text; 0 is not written.
    """

    volume: str | None = None
    document: str | None = None
    path: str | None = None
    note: str | None = None
    paragraph: int | None = None
    page: str | None = None
    offset: int = 0

    def __str__(self) -> str:
        base = self.path if self.path is not None else self.volume or ""
        if self.path is None and self.document:
            base += f"/{self.document}"
        if self.page is not None:
            base += ("#" if self.document or self.path is not None else "/") + f"pg_{self.page}"
        elif self.note is not None:
            base += f"#fn{self.note}" + (f"p{self.paragraph}" if (self.paragraph or 1) > 1 else "")
        elif self.paragraph is not None:
            base += f"#p{self.paragraph}"
        return base + (f":{self.offset}" if self.offset else "")

    @property
    def whole(self) -> Address:
        """The document (or volume, or file) that this place is in."""
        if self.note is None and self.page is None and self.paragraph is None and not self.offset:
            return self
        return Address(self.volume, self.document, self.path)

    def at_note(self, label: str, paragraph: int | None = None, offset: int = 0) -> Address:
        """The place of a note of this document, or a paragraph of the note."""
        return self.whole._replace(note=label, paragraph=paragraph, offset=offset)

    def at_paragraph(self, number: int, offset: int = 0) -> Address:
        """The place of a paragraph of this document; 0 is its heading."""
        return self.whole._replace(paragraph=number, offset=offset)

    def at_page(self, label: str) -> Address:
        """The place where a printed page of this document, or volume, starts."""
        return self.whole._replace(page=label)


def parse_address(text: str) -> Address:
    """Read the written form of an address; what does not start with a volume id is a path, kept as it is.

    Raises:
        AddressError: the part after `#` names no place, or the text is empty.
    """
    path, text = text, text.strip()
    if not text:
        raise AddressError("an address is empty", remedy="write one like frus1969-76v39/d106#p4")
    base, _, within = text.partition("#")
    volume, _, rest = base.partition("/")
    if VOLUME_ID.fullmatch(volume) and (page := _VOLUME_PAGE.fullmatch(rest)) and not within:
        return Address(volume, page=page[1])
    if not VOLUME_ID.fullmatch(volume) or (rest and not _DOCUMENT_ID.fullmatch(rest)):
        return _parse_path(path)
    address = Address(volume, rest or None)
    return _within(address, within, text) if within else address


def _parse_path(text: str) -> Address:
    """A loose file's address: `#` belongs to the path unless a place follows it."""
    base, mark, within = text.rpartition("#")
    if mark and base and _WITHIN.fullmatch(within):
        return _within(Address(path=base), within, text)
    return Address(path=text)


def _within(address: Address, within: str, text: str) -> Address:
    found = _WITHIN.fullmatch(within)
    if not found:
        raise AddressError(
            "what follows the # names no place in a document", text, "write p4, p4:120, fn3 or pg_325 there"
        )
    paragraph = found["part"] or found["paragraph"]
    return address._replace(
        note=found["note"],
        paragraph=int(paragraph) if paragraph else None,
        page=found["page"],
        offset=int(found["offset"] or 0),
    )
