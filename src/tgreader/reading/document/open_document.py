"""The document being read, with what is worked out about it: notes beside paragraphs, references, hits."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from tgreader.model.address import Address
from tgreader.model.document import Block, Document, Note
from tgreader.model.inline import NoteMark, Reference
from tgreader.model.tuples import NamedTuple
from tgreader.reading.document.find import Finder
from tgreader.reading.document.notes_beside import notes_beside
from tgreader.reading.document.settling import doubtful
from tgreader.reading.document.stops import Stop, stops

LOST = "Its marker is lost in this copy."


class NoteText(NamedTuple):
    """A note to show, and the place of its first block among all blocks of the document."""

    note: Note
    first_block: int


class OpenDocument:
    """One document, as the screen asks about it.

    Blocks are numbered as in `Document.every_block`: the body's from 0, then the notes'.

    Attributes:
        document: the document.
        blocks: all blocks by their number.
        beside: the notes beside each block of the body.
        references: the references of each block; empty until they are found.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.blocks: tuple[Block, ...] = tuple(block for _, block in document.every_block())
        self.beside = notes_beside(document)
        self.references: Sequence[Sequence[Reference]] = ()
        self._pages_before = _running(document)
        self._first_break = next(document.pages(), None)
        self._first_block: dict[int, int] = {}
        number = len(document.blocks)
        for note in document.notes:
            self._first_block[note.number] = number
            number += len(note.blocks)
        homes = {note.number: home for home, notes in reversed(list(enumerate(self.beside))) for note in notes}
        self.finder = Finder(document, homes)
        self._homes = homes

    def doubts(self, notes: Sequence[NoteText]) -> dict[int, str]:
        """For the number of each of these notes whose marker is in doubt or lost, why, in words for the reader."""
        wanted = {note.note.number: note.note for note in notes}
        found = {number: LOST for number, note in wanted.items() if not note.anchored}
        for _, mark in self.doubtful:
            if mark.note in wanted and mark.note is not None:
                found[mark.note] = f"Doubtful ({mark.confidence:.0%} sure)" + (f": {mark.why}" if mark.why else "")
        return found

    @cached_property
    def doubtful(self) -> tuple[tuple[int, NoteMark], ...]:
        """The markers whose place is in doubt, each with the number of its block."""
        return doubtful(self.document)

    def first_block(self, note: Note) -> int:
        """The number of a note's first block."""
        return self._first_block[note.number]

    def notes_at(self, block: int) -> tuple[NoteText, ...]:
        """The notes beside a block of the body."""
        notes = self.beside[block] if block < len(self.beside) else ()
        return tuple(NoteText(note, self.first_block(note)) for note in notes)

    def next_note(self, block: int) -> tuple[Note, int] | None:
        """The first note beside a later block of the body, and that block."""
        later = range(block + 1, len(self.beside))
        return next(((self.beside[number][0], number) for number in later if self.beside[number]), None)

    def home(self, note: int) -> int:
        """The block of the body beside which a note is read."""
        return self._homes.get(note, 0)

    def note_of(self, block: int) -> Note | None:
        """The note that a block belongs to, or None for a block of the body."""
        if not len(self.document.blocks) <= block < len(self.blocks):
            return None
        return next(n for n in reversed(self.document.notes) if self._first_block[n.number] <= block)

    def stops(self, block: int) -> tuple[Stop, ...]:
        """The markers and references of a block, in order."""
        if block >= len(self.blocks):  # a document without any text
            return ()
        return stops(self.blocks[block], self.references[block] if block < len(self.references) else ())

    def marker(self, note: int) -> tuple[int, Stop] | None:
        """Where a note's marker stands: the block and the stop; None where it is lost."""
        home = self.home(note)
        for block in (home, *range(len(self.blocks))):
            for mark in self.blocks[block].marks:
                if mark.note == note:
                    return block, Stop(mark.at, mark.at, mark)
        return None

    def address(self, block: int) -> Address:
        """The address of a block of the body; the heading is the document itself."""
        paragraph = self.document.paragraph_number(block)
        return self.document.address.at_paragraph(paragraph) if paragraph else self.document.address

    def address_at(self, block: int, offset: int) -> Address:
        """The address of an offset of any block."""
        note = self.note_of(block)
        if note is None:
            return self.document.address.at_paragraph(self.document.paragraph_number(block), offset)
        part = block - self.first_block(note) + 1
        return self.document.address.at_note(note.label, part if part > 1 else None, offset)

    def block_of(self, address: Address) -> int:
        """The number of the block that an address of this document is in: a paragraph's, or one of a note's."""
        if address.note is None:
            return self.document.block_index(address.paragraph or 0)
        note = next((note for note in self.document.notes if note.label == address.note), None)
        return self.first_block(note) + (address.paragraph or 1) - 1 if note else 0

    def pages_of(self, block: int) -> tuple[str | None, str | None]:
        """The printed page on which a block of the body starts and the one on which it ends."""
        length = len(self.document.blocks[block].text) if self.document.blocks else 0
        return self.page_at(block), self.page_at(block, max(0, length - 1))

    def page_at(self, block: int, offset: int = 0) -> str | None:
        """The printed page running at an offset of a block of the body, as `Document.page_at`, at no cost."""
        return self._label_at(block, offset) or None

    def _label_at(self, block: int, offset: int) -> str | None:
        """The same, "" on a page that has no number."""
        breaks = self.document.blocks[block].pages if self.document.blocks else ()
        started = bisect_right(breaks, offset, key=lambda page: page.at)
        return breaks[started - 1].label if started else self._pages_before[block]

    def page_words(self, block: int, offset: int | None = None) -> str:
        """The running page at a block of the body, or at an offset of it, as the screen says it."""
        if offset is not None and block < len(self.document.blocks):
            first = last = self.page_at(block, offset)
        else:
            first, last = self.pages_of(block)
        if first is None and last is None:
            if self._label_at(block, offset or 0) == "":
                return "page without a number"
            coming = self._first_break
            return f"before p. {coming.label}" if coming else "no page numbers"
        if first is None:
            return f"to p. {last}"
        return f"p. {first}" if first == last else f"pp. {first}–{last}"

    def count_of_notes(self, block: int, stop: Stop | None) -> str:
        """Which note the reader is at, of how many, as the screen says it."""
        total = len(self.document.notes)
        if not total:
            return "no notes"
        if stop is not None and isinstance(stop.what, NoteMark) and stop.what.note is not None:
            return f"note {stop.what.note} of {total}"
        here = [str(note.number) for note in self.beside[block]] if block < len(self.beside) else []
        if not here:
            return f"{total} notes" if total > 1 else "1 note"
        span = here[0] if len(here) == 1 else f"{here[0]}–{here[-1]}"
        return f"note{'s' if len(here) > 1 else ''} {span} of {total}"


def _running(document: Document) -> list[str | None]:
    """The printed page running before each block of the body; one more for what comes after the last."""
    running = [document.page_before]
    for block in document.blocks:
        running.append(block.pages[-1].label if block.pages else running[-1])
    return running
