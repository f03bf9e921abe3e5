"""Places that cite: the references of a document, turned around.

What is cited is a place of the series (a document, a footnote, a page, a volume) or what references share by their key
(a telegram, a box of an archive). What cites it is told with the sentence in which it does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tgreader.library.index.sentences import quoted
from tgreader.model.address import Address
from tgreader.model.document import Block, Document, Note
from tgreader.model.inline import Reference, Status
from tgreader.model.tuples import NamedTuple
from tgreader.reading.pointing.sent_on import apart, date_at, may_be_one, sent_on

SENT = frozenset({"telegram", "airgram", "despatch", "circular", "memorandum"})
"""The kinds of reference that are messages with a number."""

_YEARS_APART = 3 * 366
"""Days. A telegram of a number that is cited with no date so far from its own is likely another year's."""


class Wanted(NamedTuple):
    """A thing of which one asks what cites it.

    Attributes:
        title: what a list calls it: `this document`, `footnote 3`, `8334 from Moscow`.
        targets: the places it is cited by: a document with all that is in it; a note, a page or a volume just so.
        key: what references to it share where it has no place of its own, or "".
        date: of a telegram, the ISO date on which it was sent: their numbers begin anew, so that another year's is
            another telegram; else "".
        but: a document whose own words are left out: it is no news to it that it cites itself; or None.
    """

    title: str
    targets: tuple[Address, ...] = ()
    key: str = ""
    date: str = ""
    but: Address | None = None

    def is_cited_by(self, target: Address | None, key: str) -> bool:
        """Whether a reference with that target and key cites it."""
        if self.key and key == self.key:
            return True
        return target is not None and any(_holds(place, target) for place in self.targets)


def _holds(place: Address, target: Address) -> bool:
    """Whether a target is the place, or in it."""
    if place.note is not None:
        return (target.whole, target.note) == (place.whole, place.note)
    if place.page is not None:
        same = (target.volume, target.path, target.page) == (place.volume, place.path, place.page)
        return same and (place.document is None or target.document in (None, place.document))
    if target.page is not None and target.document is None:
        return False
    return target.whole == place.whole


class Citing(NamedTuple):
    """A place that cites something.

    Attributes:
        address: of the paragraph or note, at the words.
        document: what its document is called: number and heading.
        date: the document's ISO date, or "".
        where: the place in it, in words (`¶ 4`, `note 3`).
        sentence: the sentence in which the words stand, on one line.
        dated: of a telegram, the date printed with its number, or "".
        words, kind, title, target, status, key, inferred, why: of the reference (see `model.inline.Reference`).
    """

    address: Address
    document: str
    date: str
    where: str
    sentence: str
    dated: str
    words: str
    kind: str
    title: str
    target: Address | None
    status: Status
    key: str
    inferred: bool
    why: str | None


def record(citing: Citing) -> dict[str, Any]:
    """One reference for JSON: the place that makes it, and what it leads to."""
    return {
        "address": str(citing.address),
        "document": citing.document,
        "date": citing.date or None,
        "where": citing.where,
        "sentence": citing.sentence,
        "kind": citing.kind,
        "text": citing.words,
        "target": str(citing.target) if citing.target else None,
        "status": citing.status,
        "inferred": citing.inferred,
        "why": citing.why,
        "key": citing.key,
        "title": citing.title,
    }


def is_meant(wanted: Wanted, citing: Citing) -> bool:
    """Whether a place cites the thing, and is one of those asked for."""
    if wanted.but is not None and citing.address.whole == wanted.but:
        return False
    return wanted.is_cited_by(citing.target, citing.key) and _is_of_its_time(wanted, citing)


def _is_of_its_time(wanted: Wanted, citing: Citing) -> bool:
    """Whether a place that cites a telegram's number means the telegram of that day, and not another year's."""
    if not wanted.date or citing.key != wanted.key:
        return True
    said = sent_on(citing.dated, citing.date)
    return may_be_one(said.iso, wanted.date) if said.iso else apart(citing.date, wanted.date) <= _YEARS_APART


def citings(document: Document, references: Sequence[Sequence[Reference]]) -> Iterator[Citing]:
    """Every reference of a document as a place that cites, in the order of the text.

    Args:
        document: the document.
        references: of each block, in the order of `Document.every_block`.
    """
    for number, ((note, block), found) in enumerate(zip(document.every_block(), references, strict=True)):
        for reference in found:
            yield citing_at(document, BlockAt(number, note, block), reference)


class BlockAt(NamedTuple):
    """A block, with its number in the order of `Document.every_block` and the note it is of, or None."""

    number: int
    note: Note | None
    block: Block


def citing_at(document: Document, at: BlockAt, reference: Reference) -> Citing:
    """One reference of a block as a place that cites."""
    number, note, block = at
    return Citing(
        place_of(document, number, note, reference.start),
        document_called(document.number or "", document.heading),
        document.date or "",
        where_in(document, number, note),
        quoted(block.text, reference.start, reference.end),
        date_at(block.text, reference.start, reference.end) if reference.kind in SENT else "",
        reference.text,
        reference.kind,
        reference.title,
        reference.target,
        reference.status,
        reference.key,
        reference.inferred,
        reference.why,
    )


def document_called(number: str, heading: str) -> str:
    """What a document is called in a list: number, if it has one, and heading."""
    return f"{number}. {heading}" if number else heading


def place_of(document: Document, number: int, note: Note | None, offset: int) -> Address:
    """The address of an offset in a block.

    Args:
        document: the document.
        number: the block's, in the order of `Document.every_block`.
        note: the note it belongs to; None for the body.
        offset: code points into the block.
    """
    if note is None:
        return document.address.at_paragraph(document.paragraph_number(number), offset)
    before = len(document.blocks)
    for one in document.notes:
        if one is note:
            break
        before += len(one.blocks)
    part = number - before + 1
    return document.address.at_note(note.label, part if part > 1 else None, offset)


def where_in(document: Document, number: int, note: Note | None) -> str:
    """What a block is called in a list: `note 3`, `¶ 4`, `heading`."""
    if note is not None:
        return "source note" if note.kind == "source" and not note.anchored else f"note {note.label}"
    paragraph = document.paragraph_number(number)
    return f"¶ {paragraph}" if paragraph else "heading"
