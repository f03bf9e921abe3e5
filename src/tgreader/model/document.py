"""Document, Block, Note: a parsed document; Volume, Division, Entry: what holds documents, before they are built."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal

from tgreader.model.address import Address
from tgreader.model.inline import Link, Name, NoteMark, PageBreak, Range, Style
from tgreader.model.tuples import NamedTuple

BlockKind = Literal[
    "heading", "dateline", "opener", "salute", "paragraph", "item", "row", "quote", "source",
    "closer", "signed", "postscript", "figure", "label",
]  # fmt: skip


class Block(NamedTuple):
    """One paragraph or its like, as clean text: no marker, no `[Page N]`, no number of a list.

    Attributes:
        kind: what the block is.
        text: the words, each once.
        marks, pages, links, names, styles: stand-off marks, each in the order of its place.
        label: the printed number of a numbered paragraph or item (`1.`, `(a)`, `•`), or None.
        depth: how deep in lists, quotations and attachments it stands; 0 is the document itself.
        cells: of a row, the offset at which each cell begins.
        spans: of a row, how many columns each cell covers; empty where each covers one.
        origin: (offset in text, offset in the decoded file), ascending, one pair for each run that was copied
            without a gap; empty where the format has no such offsets.
    """

    kind: BlockKind
    text: str
    marks: tuple[NoteMark, ...] = ()
    pages: tuple[PageBreak, ...] = ()
    links: tuple[Link, ...] = ()
    names: tuple[Name, ...] = ()
    styles: tuple[Style, ...] = ()
    label: str | None = None
    depth: int = 0
    cells: tuple[int, ...] = ()
    origin: tuple[Range, ...] = ()
    spans: tuple[int, ...] = ()

    def source(self, start: int, end: int) -> Range | None:
        """The range of the file that text[start:end] was read from, or None where that is not known."""
        if not self.origin or start >= end:
            return None
        return self._origin_of(start), self._origin_of(end - 1) + 1

    def _origin_of(self, offset: int) -> int:
        at, source = self.origin[bisect_right(self.origin, offset, key=lambda pair: pair[0]) - 1]
        return source + offset - at


class Note(NamedTuple):
    """A footnote, or a note without a number.

    Attributes:
        number: its place in the document's list of notes, from 1.
        label: as printed at its marker; where the marker is lost, the number.
        anchored: whether a marker for it is in the text.
        blocks: its paragraphs.
        kind: `source` for the note on the document's own source, `summary`, else `footnote`.
    """

    number: int
    label: str
    anchored: bool
    blocks: tuple[Block, ...]
    kind: Literal["footnote", "source", "summary"] = "footnote"

    @property
    def text(self) -> str:
        """All of its words, its paragraphs joined by a line end."""
        return "\n".join(block.text for block in self.blocks)


class Document(NamedTuple):
    """One document of the series, or one loose file, or one section of a volume's front or back matter.

    Attributes:
        address: the place of the whole document.
        path: the file it was read from, as given.
        format: the name of the format (`flattext`, `tei`).
        volume, id, number: `frus1969-76v39`, `d106`, `106`; None where not known.
        heading: without number and markers, white space folded.
        date: ISO date of the dateline (`1972-08-22`), as far as it is known.
        dateline, place: as printed.
        blocks: the body, heading first where there is one.
        notes: in the order of the list.
        page_before: the printed page on which the document begins, where that is known.
        faults: one plain sentence for each thing a reader of this copy must know (lost bytes, lost notes).
    """

    address: Address
    path: str
    format: str
    heading: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    volume: str | None = None
    id: str | None = None
    number: str | None = None
    date: str | None = None
    dateline: str | None = None
    place: str | None = None
    page_before: str | None = None
    faults: tuple[str, ...] = ()

    @property
    def has_heading(self) -> bool:
        """Whether the first block is the document's heading."""
        return bool(self.blocks) and self.blocks[0].kind == "heading"

    def paragraph_number(self, block: int) -> int:
        """The number, in addresses, of the block at that index: 0 is the heading."""
        return block if self.has_heading else block + 1

    def block_index(self, paragraph: int) -> int:
        """The index of the block with that number in addresses, kept within the document."""
        index = paragraph if self.has_heading else paragraph - 1
        return max(0, min(index, len(self.blocks) - 1))

    def page_at(self, block: int, offset: int = 0) -> str | None:
        """The printed page running at an offset of a body block; None before the first known, or on one unnumbered."""
        page = self.page_before
        for index in range(min(block + 1, len(self.blocks))):
            for found in self.blocks[index].pages:
                if index < block or found.at <= offset:
                    page = found.label
        return page or None

    def pages(self) -> Iterator[PageBreak]:
        """Every page break of the body, in order."""
        for block in self.blocks:
            yield from block.pages

    def every_block(self) -> Iterator[tuple[Note | None, Block]]:
        """All blocks in order: the body's with None, then each note's with its note."""
        for block in self.blocks:
            yield None, block
        for note in self.notes:
            for block in note.blocks:
                yield note, block


class Entry(NamedTuple):
    """A document as contents and lists show it, before (or without) being built.

    Attributes:
        first_page, last_page: the printed pages it is known to touch.
        sort: `document`, or what else it is (`preface`, `index`, `titlepage`, …).
        pages: the printed pages that start in it; None where that is not known before it is built.
    """

    address: Address
    heading: str
    number: str | None = None
    date: str | None = None
    first_page: str | None = None
    last_page: str | None = None
    sort: str = "document"
    pages: tuple[str, ...] | None = None


class Division(NamedTuple):
    """A compilation, chapter, subchapter, or the front or back matter."""

    id: str
    sort: str
    heading: str
    parts: tuple[Division | Entry, ...] = ()


class Volume(NamedTuple):
    """What one opened file holds: its contents, without the documents' text.

    Attributes:
        id: the series' id, or None for a loose file of unknown volume.
        title: as its title page or the catalogue has it; for a loose file, its name.
        whole: whether this is all of the volume, so that what it lacks does not exist.
    """

    path: str
    format: str
    parts: tuple[Division | Entry, ...]
    id: str | None = None
    title: str = ""
    whole: bool = False

    def entries(self) -> Iterator[Entry]:
        """Every entry in reading order."""
        todo: list[Division | Entry] = list(reversed(self.parts))
        while todo:
            part = todo.pop()
            if isinstance(part, Entry):
                yield part
            else:
                todo.extend(reversed(part.parts))
