"""Checking documents: what a copy lost, what is in doubt in it, what is out of order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tgreader.model.address import Address
from tgreader.model.document import Document
from tgreader.model.inline import NoteMark
from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple
from tgreader.readers.flattext.dateline import read_dateline
from tgreader.reading.document.settling import DOUBTFUL_BELOW
from tgreader.reading.document.titles import first_words

_DOCUMENT = pattern(r"d\d")


class Finding(NamedTuple):
    """Something to look at.

    Attributes:
        address: the place.
        path: the file.
        kind: `fault`, `doubtful marker`, `note without marker`, `marker without note`, `broken sequence`,
            `page out of order`, `date against dateline`, or one of `checking_references`.
        words: what was found, in a sentence without a stop.
        confidence: of a doubtful marker, how sure its place is, 0 to 1.
    """

    address: Address
    path: str
    kind: str
    words: str
    confidence: float | None = None


def findings(document: Document) -> Iterator[Finding]:
    """Everything to look at in a document, in the order of its text."""
    for fault in document.faults:
        yield _finding(document, document.address, "fault", fault)
    yield from _date(document)
    yield from _markers(document)
    for note in document.notes:
        if not note.anchored:
            words = f"note {note.number} of the list has no marker in the text: {first_words(note.text, 60)}"
            yield _finding(document, document.address.at_note(note.label), "note without marker", words)
    yield from _sequence(document)
    yield from _pages(document)


def _date(document: Document) -> Iterator[Finding]:
    """Where the date that is given apart from the text is not the one in the dateline."""
    printed = read_dateline(document.dateline or "")
    if document.date and printed and printed.date:
        shorter, longer = sorted((document.date, printed.date), key=len)
        if not longer.startswith(shorter):
            words = f"the dateline says {printed.date}, and the date given beside it is {document.date}"
            yield _finding(document, document.address, "date against dateline", words)


def _markers(document: Document) -> Iterator[Finding]:
    for address, mark in _marks(document):
        if mark.note is None:
            words = f"marker {mark.label} has no note in the list"
            yield _finding(document, address, "marker without note", words)
        if mark.confidence < DOUBTFUL_BELOW:
            words = f"marker {mark.label} is {mark.confidence:.0%} sure" + (f": {mark.why}" if mark.why else "")
            yield _finding(document, address, "doubtful marker", words)._replace(confidence=round(mark.confidence, 4))


def _sequence(document: Document) -> Iterator[Finding]:
    """Where the printed numbers of the markers do not run on; a restart at the first number begins a new run."""
    numbered = [(address, int(mark.label)) for address, mark in _marks(document) if mark.label.isdecimal()]
    first = numbered[0][1] if numbered else 0
    for (_, before), (address, number) in pairwise(numbered):
        if number not in (before + 1, first):
            words = f"marker {number} follows marker {before}"
            yield _finding(document, address, "broken sequence", words)


def _pages(document: Document) -> Iterator[Finding]:
    """Where the printed pages do not run on; Arabic numbers only, since Roman ones are too few to be worth it.

    Between the pages that a chapter or compilation starts itself lie those of its documents: there, pages only may not
    go back.
    """
    section = document.id is not None and not _DOCUMENT.match(document.id)
    pages = [
        (document.address.at_page(page.label), int(page.label)) for page in document.pages() if page.label.isdecimal()
    ]
    for (_, before), (address, number) in pairwise(pages):
        if number != before + 1 and not (section and number > before):
            yield _finding(document, address, "page out of order", f"page {number} follows page {before}")


def _marks(document: Document) -> Iterator[tuple[Address, NoteMark]]:
    """The markers of the body, each with its place."""
    for index, block in enumerate(document.blocks):
        for mark in block.marks:
            yield document.address.at_paragraph(document.paragraph_number(index), mark.at), mark


def _finding(document: Document, address: Address, kind: str, words: str) -> Finding:
    return Finding(address, document.path, kind, words)
