"""A block as it is being written: white space as the printed page has it, marks held until the text is whole.

The files are pretty-printed: a line end and indentation may stand before a note, before a stop that follows an element,
and between any two elements. Of these the page shows none before a marker or a stop, and one space between words. So
white space is held back until it is known what follows:

- a run of it is one space, and none at either end of a block;
- what stands before a marker comes after it, unless a stop follows;
- what holds a line end is no space where a stop follows in another element, or an opening bracket stands before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tgreader.model.document import Block, BlockKind
from tgreader.model.inline import Link, Name, NoteMark, PageBreak, Style
from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple
from tgreader.readers.tei.markup import SPACE, squeeze

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    from tgreader.model.address import Address

    class Numbered(Protocol):
        """A note that is being written too: its number is known when all notes are."""

        number: int


SpanSort = Literal["link", "person", "term", "place", "style"]
Held = Literal[0, 1, 2, 3]
"""White space held back: none, a space, one with a line end in it, one with a marker after it."""

_STOP = pattern(r"[,;:?!)\]]|\.(?! ?\.|\d)")
_STOP_OR_CLOSE = pattern(r"[,;:?!)\]”’—–]|\.(?! ?\.|\d)")


class Draft:
    """One block being written.

    Attributes:
        length: code points written so far; where the next marker would stand.
    """

    __slots__ = (
        "_held",
        "_marks",
        "_pages",
        "_parts",
        "_spans",
        "cells",
        "columns",
        "depth",
        "kind",
        "label",
        "length",
    )

    def __init__(self, kind: BlockKind, depth: int, label: str | None) -> None:
        self.kind: BlockKind = kind
        self.depth = depth
        self.label = label
        self.length = 0
        self.cells: list[int] = []
        self.columns: list[int] = []
        self._held: Held = 0
        self._parts: list[str] = []
        self._marks: list[tuple[int, str, Numbered]] = []
        self._pages: list[tuple[int, str]] = []
        self._spans: list[tuple[int, int, SpanSort, str]] = []

    @property
    def bare(self) -> bool:
        """Whether nothing but words is in it."""
        return not (self._marks or self._pages or self.cells or any(sort != "style" for _, _, sort, _ in self._spans))

    def write(self, raw: str) -> None:
        """Add a run of the file's text."""
        text = raw.strip(SPACE)
        size = len(text)
        held: Held = 0
        if size != len(raw):
            if not text:
                if self._held != 2:
                    self._held = 2 if "\n" in raw else 1
                return
            start = raw.index(text[0])
            if start:
                self._held = 2 if raw.find("\n", 0, start) >= 0 else 1
            if start + size != len(raw):
                held = 2 if raw.find("\n", start + size) >= 0 else 1
        if self._held and self.length and not self._closes(text):
            self._parts.append(" ")
            self.length += 1
        self._held = held
        if "\n" in text or "  " in text or "\t" in text or "\r" in text:
            text = squeeze(text)
        self._parts.append(text)
        self.length += len(text)

    def _closes(self, text: str) -> bool:
        """Whether no space stands between what is written and this text, whatever the file has."""
        if self._held == 1 or (text[0].isalnum() and self._parts[-1][-1].isalnum()):
            return False
        return (_STOP if self._held == 2 else _STOP_OR_CLOSE).match(text) is not None or (
            self._held == 2 and self._parts[-1][-1] in "(["
        )

    def space(self) -> None:
        """Part what was written from what comes, as a line break does."""
        self._held = 1

    def cell(self, columns: int) -> None:
        """Begin the next cell of a row, over so many columns; a space parts it from the last, empty or not."""
        if self.cells:
            self._parts.append(" ")
            self.length += 1
        self._held = 0
        self.cells.append(self.length)
        self.columns.append(columns)

    def mark(self, label: str, note: Numbered) -> None:
        """Set a note's marker here."""
        self._marks.append((self.length, label, note))
        self.pass_marker()

    def pass_marker(self) -> None:
        """Let white space held back come after a marker that stands here."""
        if self._held:
            self._held = 3

    def page(self, label: str) -> None:
        """A printed page starts with what comes next."""
        self._pages.append((self.length, label))

    def span(self, start: int, sort: SpanSort, value: str) -> None:
        """Mark what was written from code point `start` on."""
        self._spans.append((start, self.length, sort, value))

    def take_first_pages(self, other: Draft) -> None:
        """Take over the pages with which the other block begins: this one comes to stand before it."""
        first = [page for page in other._pages if page[0] == 0]
        other._pages = other._pages[len(first) :]
        self._pages = [(0, label) for _, label in first] + self._pages

    def text(self) -> str:
        """What was written."""
        return "".join(self._parts)

    def place(self) -> str | None:
        """The place named in it, where it is a dateline."""
        named = [(start, end) for start, end, sort, _ in self._spans if sort == "place"]
        return self.text()[slice(*named[0])].strip(" ") or None if named else None

    def block(self, link: Callable[[str], Address | None], skip: int = 0) -> Block:
        """The block, when nothing more comes.

        Args:
            link: gives the address of a link's target as written.
            skip: code points at its start that become its label: the number of a document's heading.
        """
        text, label = self.text(), self.label
        if skip:
            label, text = text[:skip].rstrip(), text[skip:]
        marked = _marked(text, self._spans, skip, link) if self._spans else _UNMARKED
        return Block(
            self.kind,
            text,
            tuple([NoteMark(max(0, at - skip), printed, note.number) for at, printed, note in self._marks]),
            tuple([PageBreak(_begins(text, at - skip), page) for at, page in self._pages]),
            tuple(marked.links),
            tuple(marked.names),
            tuple(marked.styles),
            label,
            self.depth,
            tuple(self.cells),
            (),
            tuple(self.columns) if self.columns and max(self.columns) > 1 else (),
        )


class _Marked(NamedTuple):
    """What is marked in a block, in the order of its text."""

    links: list[Link]
    names: list[Name]
    styles: list[Style]


_UNMARKED = _Marked([], [], [])


def _marked(
    text: str, spans: list[tuple[int, int, SpanSort, str]], skip: int, link: Callable[[str], Address | None]
) -> _Marked:
    """The spans of a block by what they are, with offsets in its text, from which `skip` code points were taken.

    They come in the order of their ends, and go by their beginnings, the longer first.
    """
    marked = _Marked([], [], [])
    placed: list[tuple[int, int, int, SpanSort, str]] = []
    for start, end, sort, value in spans:
        end = end - skip if end > skip else 0
        placed.append((min(_begins(text, start - skip), end), -end, len(placed), sort, value))
    placed.sort()
    for start, end, _, sort, value in placed:
        if sort == "style":
            marked.styles.extend([Style(start, -end, kind) for kind in value.split() if start < -end or kind == "gap"])
        elif sort == "link":
            marked.links.append(Link(start, -end, link(value), value))
        elif sort != "place":
            marked.names.append(Name(start, -end, sort, value))
    return marked


def _begins(text: str, at: int) -> int:
    """Where what starts at an offset is seen to start: not at the space before it."""
    if at < 0:
        at = 0
    return at + 1 if text.startswith(" ", at) else at
