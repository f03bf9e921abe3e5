"""What kind of document it is, from whom to whom, when and where: read from heading, dateline and first words.

What none of them tells is left empty, never guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tgreader.citing.locator import number_in
from tgreader.citing.words import heading_of
from tgreader.model.tuples import NamedTuple

if TYPE_CHECKING:
    from tgreader.model.document import Document


class Description(NamedTuple):
    """What a citation says of a document before it says where it is printed; what is not known is empty.

    Attributes:
        kind: `telegram`, `memorandum of conversation`, `National Intelligence Estimate` …; small letters but for names.
        number: the kind's own (`8334`), not the document's number in the volume.
        sender: who wrote it, without a leading article.
        recipient: to whom, as printed.
        title: the heading, where it names neither a kind nor correspondents.
        place: where it was written.
        date: as citations print it (`August 22, 1972`, `March 3–5, 1970`), or `undated` where that is printed.
        apposed: whether the sender's title stands between commas, so that one stands before “to”.
    """

    kind: str = ""
    number: str = ""
    sender: str = ""
    recipient: str = ""
    title: str = ""
    place: str = ""
    date: str = ""
    apposed: bool = False

    @property
    def correspondents(self) -> str:
        """`Embassy in the Soviet Union to the Department of State`, or the sender alone, or ""."""
        joint = ", to " if self.apposed else " to "
        return f"{self.sender}{joint}{self.recipient}" if self.sender and self.recipient else self.sender

    @property
    def form(self) -> str:
        """`telegram 8334`; `National Intelligence Estimate 65–2–59`; of a letter that has a serial, `no. 74`."""
        if self.number and not self.kind:
            return f"no. {self.number}"
        number = self.number.removeprefix("".join(word[0] for word in self.kind.split())).lstrip(" –-")
        return " ".join(part for part in (self.kind, number) if part)


def describe(document: Document) -> Description:
    """Describe a document from what it says itself."""
    # Their patterns cost as much as a whole citation from the catalogue alone, which has no document.
    from tgreader.citing.first_words import kind_of_file_line, own_number
    from tgreader.citing.headings import printed_date, read_heading

    if document.id and not document.number and not number_in(document.id):
        return Description(title=heading_of(document).rstrip(" .:"))  # a chapter, a list: nobody wrote it to anybody
    heading = read_heading(heading_of(document), document.dateline or "")
    kind = heading.kind or (kind_of_file_line(document) if heading.sender else "")
    if kind == "editorial note":  # written for the volume: the days and places of which it tells are not its own
        return Description(kind)
    return Description(
        kind,
        heading.number or own_number(kind, document, sent=bool(heading.recipient)),
        heading.sender,
        heading.recipient,
        heading.title,
        _place(document) or heading.place,
        printed_date(document.dateline or "", document.date or "", heading.date),
        heading.apposed,
    )


def _place(document: Document) -> str:
    place = (document.place or "").strip(" []().,")
    return "" if "not declassified" in place else place
