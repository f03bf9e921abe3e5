"""The reader of flattened text: bytes to one document, with its markers found again."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

from tgreader.errors import AddressError, RefusedError
from tgreader.model.address import Address
from tgreader.model.document import Block, Document, Entry, Note, Volume
from tgreader.model.inline import NoteMark, Range
from tgreader.model.patterns import pattern
from tgreader.readers.anchors import SURE, Anchor, Stretch, solve
from tgreader.readers.base import Facts, suffix_of
from tgreader.readers.decoding import decode
from tgreader.readers.flattext.dateline import Dateline, read_dateline
from tgreader.readers.flattext.layout import Draft, Layout, lay_out, lay_out_wild
from tgreader.readers.flattext.passage import Cuts

NAME = "flattext"
MOST_LINES = 400_000  # the longest documents of the series have a few thousand
_DATELINE_BLOCKS = 8  # how far down the dateline may stand
_SIGNATURE_LENGTH = 40
_LEAST_MARKED = 0.9  # of numbered lines, to be notes and not paragraphs
_MOST_LOST = 0.5  # of lines whose numbers only notes have
_NAMED = 60  # lost notes that a fault names, the others counted
_UNCUT = Cuts()
_SUFFIXES = (".txt", ".text", "")
_MARKUP = pattern(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:\?xml|!DOCTYPE|html|TEI|\w+:?\w*[ >])", re.IGNORECASE)
_SIGNATURE = pattern(r"(?:[A-Z][\w.’'-]*|de|van|von)(?:,? (?:[A-Z][\w.’'-]*|de|van|von)){0,4}")


class FlatTextReader:
    """Reads plain text; see `readers.base.Reader`."""

    name = NAME

    def recognises(self, name: str, head: bytes) -> bool:
        """Whether it is a text file by its name, and does not start like markup."""
        return suffix_of(name) in _SUFFIXES and not _MARKUP.match(head)

    def open(self, data: bytes, path: str, facts: Facts) -> FlatSource:
        """Read a file; see `readers.base.Reader.open`."""
        decoded = decode(data, path)
        if decoded.text.count("\n") + decoded.text.count("\r") > MOST_LINES:
            raise RefusedError(f"more than {MOST_LINES:,} lines are too many for a document", path, "split the file")
        return FlatSource(path, facts, decoded.text, decoded.faults)


READER = FlatTextReader()


class FlatSource:
    """One flattened document.

    Args:
        path: the file, as given.
        facts: what is known of it from elsewhere.
        text: the decoded file.
        faults: what decoding lost.
        corrections: notes whose marker a reader has put right: the note's number and the offset in the file where its
            marker starts, or None where it has none.
    """

    def __init__(
        self,
        path: str,
        facts: Facts,
        text: str,
        faults: tuple[str, ...] = (),
        corrections: Mapping[int, int | None] | None = None,
    ) -> None:
        self.path, self.facts, self.text, self.faults = path, facts, text, faults
        self.corrections: Mapping[int, int | None] = corrections or {}

    @cached_property
    def volume(self) -> Volume:
        """The file as a volume of one document."""
        layout = self._layout
        pages = [page.label for draft in layout.body for page in draft.pages]
        heading = self._document.heading
        entry = Entry(
            self._address,
            heading or os.path.basename(self.path),
            layout.number,
            self._document.date,
            pages[0] if pages else None,
            pages[-1] if pages else None,
            pages=tuple(pages),
        )
        return Volume(self.path, NAME, (entry,), self.facts.volume, os.path.basename(self.path))

    def document(self, address: Address) -> Document:
        """The document; `address` may be any place in it, or of the file as a whole."""
        if address.whole not in (self._address, Address(self.facts.volume), Address(path=self.path)):
            raise AddressError("there is no such document in this file", str(address), f"it holds {self._address}")
        return self._document

    def documents(self) -> Iterator[Document]:
        """The one document."""
        yield self._document

    def corrected(self, corrections: Mapping[int, int | None]) -> FlatSource:
        """The same file with these notes' markers put where a reader says they belong."""
        return FlatSource(self.path, self.facts, self.text, self.faults, dict(corrections))

    @cached_property
    def _layout(self) -> Layout:
        return self._solved[0]

    @cached_property
    def _solved(self) -> tuple[Layout, list[Anchor]]:
        """The layout, and the markers but for what a reader says of them.

        Where no list is seen that an extractor made, the markers say which of other forms there is.
        """
        layout = lay_out(self.text)
        markers = solve(*stretches_of(layout), {})
        if not layout.notes:
            for other, wild in lay_out_wild(self.text):
                again = solve(*stretches_of(other), {})
                if wild.sure or _are_listed(again, len(other.notes), None if wild.marked else len(markers)):
                    return other, again
        return layout, markers

    @cached_property
    def _address(self) -> Address:
        number = self._layout.number
        document = self.facts.document or (f"d{number}" if number else None)
        return Address(self.facts.volume, document) if self.facts.volume else Address(path=self.path)

    @cached_property
    def _document(self) -> Document:
        (layout, anchors), facts = self._solved, self.facts
        drafts = [*layout.body, *(draft for note in layout.notes for draft in note)]
        if self.corrections:
            settled = {note - 1: _settled(drafts, place) for note, place in self.corrections.items()}
            anchors = solve(*stretches_of(layout), settled)
        every = _blocks(drafts, anchors)
        blocks, below = every[: len(layout.body)], iter(every[len(layout.body) :])
        notes = _notes([tuple(next(below) for _ in note) for note in layout.notes], anchors)
        dateline = _find_dateline(blocks)
        _find_signature(blocks)
        return Document(
            address=self._address,
            path=self.path,
            format=NAME,
            heading=" ".join(blocks[0].text.split()) if blocks and blocks[0].kind == "heading" else "",
            blocks=tuple(blocks),
            notes=notes,
            volume=facts.volume,
            id=self._address.document or facts.document,
            number=layout.number,
            date=facts.date or (dateline[1].date if dateline else None),
            dateline=blocks[dateline[0]].text if dateline else None,
            place=facts.place or (dateline[1].place if dateline else None),
            faults=(*self.faults, *_lost(anchors, notes)),
        )


def place_in_file(document: Document, block: int, at: int) -> int:
    """The offset in the file that follows code point `at` of a block, for `FlatSource.corrections`.

    Args:
        document: as it was read.
        block: the block's index among the body's blocks and then the notes'.
        at: a place in its clean text. Where digits of the text follow, or a marker stands, the place is theirs.
    """
    found = [each for _, each in document.every_block()][block]
    where = found.source(at - 1, at) if at else None
    if where:
        return where[1]
    return found.origin[0][1] if found.origin else 0


def _are_listed(markers: Sequence[Anchor], notes: int, unlisted: int | None) -> bool:
    """Whether lines at a document's end are its notes.

    Args:
        markers: those that the text before them has, if they are.
        notes: how many lines there are.
        unlisted: how many markers that text has when nothing is known of a list; None where that does not matter.
    """
    if unlisted is None:
        return len(markers) > _MOST_LOST * notes
    if min(len(markers), unlisted) >= _LEAST_MARKED * notes and notes >= _LEAST_MARKED * unlisted:
        return True
    return len(markers) == notes and all(marker.confidence >= SURE for marker in markers)


def stretches_of(layout: Layout) -> tuple[list[Stretch], list[list[Stretch]]]:
    """The body's blocks, in the order of the file, and each note's, as the solver takes them."""
    body = [_stretch(index, draft) for index, draft in enumerate(layout.body)]
    body.sort(key=lambda stretch: layout.body[stretch.block].passage.place(0))
    notes: list[list[Stretch]] = []
    index = len(layout.body)
    for number, note in enumerate(layout.notes):
        notes.append([_stretch(index + place, draft, number) for place, draft in enumerate(note)])
        index += len(note)
    return body, notes


def _stretch(index: int, draft: Draft, note: int | None = None) -> Stretch:
    return Stretch(index, draft.passage.text, tuple([page.at for page in draft.pages]), draft.kind, note)


def _settled(drafts: Sequence[Draft], place: int | None) -> Range | None:
    """The (block, offset) of an offset in the file; None where nothing that can hold a marker stands there."""
    if place is not None:
        for index, draft in enumerate(drafts):
            if (at := draft.passage.find(place)) is not None:
                return index, at
    return None


def _blocks(drafts: Sequence[Draft], anchors: Sequence[Anchor]) -> list[Block]:
    """The blocks without their markers, and the markers as marks on them."""
    marked: dict[int, list[Anchor]] = {}
    for anchor in anchors:
        marked.setdefault(anchor.block, []).append(anchor)
    cuts = {index: Cuts(_cuts(drafts[index].passage.text, found)) for index, found in marked.items()}
    return [_block(draft, marked.get(index, ()), cuts, index) for index, draft in enumerate(drafts)]


def _cuts(text: str, anchors: Sequence[Anchor]) -> list[Range]:
    """What goes with the markers: their own ranges, and the space before one that stands by itself."""
    cuts: list[Range] = []
    for anchor in anchors:
        start, end = anchor.start, anchor.end
        if start < end and (end == len(text) or text[end] in " .,;:)"):
            while start > (cuts[-1][1] if cuts else 0) and text[start - 1] == " ":
                start -= 1
        cuts.append((start, end))
    return cuts


def _block(draft: Draft, anchors: Sequence[Anchor], cuts: Mapping[int, Cuts], index: int) -> Block:
    own = cuts.get(index, _UNCUT)
    passage = draft.passage.without(own.ranges)
    marks = [
        NoteMark(
            at=own.moved(anchor.start),
            label=anchor.label,
            note=None if anchor.note is None else anchor.note + 1,
            source=draft.passage.range(anchor.start, anchor.end),
            confidence=round(anchor.confidence, 4),
            rival=anchor.rival and (anchor.rival[0], cuts.get(anchor.rival[0], _UNCUT).moved(anchor.rival[1])),
            why=anchor.why,
        )
        for anchor in anchors
    ]
    return Block(
        kind=draft.kind,
        text=passage.text,
        marks=tuple(marks),
        pages=tuple([page._replace(at=own.moved(page.at)) for page in draft.pages]),
        label=draft.label,
        depth=draft.depth,
        origin=passage.origin,
    )


def _notes(blocks: Sequence[tuple[Block, ...]], anchors: Sequence[Anchor]) -> tuple[Note, ...]:
    labels = {anchor.note: anchor.label for anchor in anchors}
    taken = frozenset(labels.values())
    notes: list[Note] = []
    for index, own in enumerate(blocks):
        source = bool(own) and own[0].text.removeprefix("[").startswith("Source:")
        label = labels.get(index) or _lost_label(index, notes[-1].label if notes else "", labels, taken)
        notes.append(Note(index + 1, label, index in labels, own, "source" if source else "footnote"))
    return tuple(notes)


def _lost_label(index: int, before: str, labels: Mapping[int | None, str], taken: Collection[str]) -> str:
    """The label that a note without a marker must have had: one more than the note before it, where that is free."""
    after = labels.get(index + 1, "")
    if not index and after.isdecimal():
        return str(max(0, int(after) - 1))
    follows = str(int(before) + 1) if before.isdecimal() else ""
    return follows if follows and follows not in taken else str(index + 1)


def _lost(anchors: Sequence[Anchor], notes: Sequence[Note]) -> Iterator[str]:
    """What this copy has lost of its notes, a sentence each."""
    unlisted = sum(anchor.note is None for anchor in anchors)
    if unlisted:
        yield f"the notes are missing from this copy: {unlisted} marker{'s' * (unlisted > 1)} in the text"
    lost = [note.label for note in notes if not note.anchored]
    if lost:
        more = len(lost) > 1
        named = ", ".join(lost[:_NAMED]) + (f" and {len(lost) - _NAMED:,} others" if len(lost) > _NAMED else "")
        yield f"note{'s' * more} {named} {'have' if more else 'has'} no marker in this copy"


def _find_dateline(blocks: list[Block]) -> tuple[int, Dateline] | None:
    """Mark the first dateline under the heading as such."""
    for index in range(1, min(_DATELINE_BLOCKS, len(blocks))):
        if blocks[index].kind == "paragraph" and (found := read_dateline(blocks[index].text)):
            blocks[index] = blocks[index]._replace(kind="dateline")
            return index, found
    return None


def _find_signature(blocks: list[Block]) -> None:
    """Mark a last line that is nothing but a name."""
    last = blocks[-1] if len(blocks) > 2 else None
    if last and last.kind == "paragraph" and len(last.text) <= _SIGNATURE_LENGTH and _SIGNATURE.fullmatch(last.text):
        blocks[-1] = last._replace(kind="signed")
