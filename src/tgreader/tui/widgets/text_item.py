"""What a `TextView` shows: blocks, or pieces of very long ones, and the tables that some of them make up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tgreader.model.document import Block
from tgreader.model.tuples import NamedTuple
from tgreader.tui.glyphs import drawable
from tgreader.tui.tables import Columns, columns
from tgreader.tui.typeset import cells

PIECE = 16_384
"""Code points. A longer block is set in pieces, so that no key has to wait for all of it."""

HANGING = 2
"""Cells by which the later lines of an item of a list stand in."""


class TextItem(NamedTuple):
    """A block, or a piece of one, as an item of a view.

    Attributes:
        block: the block.
        number: its place among all blocks of the document, the notes' after the body's.
        start, end: the piece's range of its text.
        label: what hangs before its first line (`106.`, `1.`), or "".
        indent: cells by which all of its lines stand in.
        style: the component class it is drawn in, or "".
        ruled: whether a line is drawn above it, as where an attachment begins.
    """

    block: Block
    number: int
    start: int
    end: int
    label: str = ""
    indent: int = 0
    style: str = ""
    ruled: bool = False

    @property
    def hang(self) -> int:
        """Cells by which its lines stand in further than the first one, or than the label before that."""
        return cells(drawable(self.label)) + 1 if self.label else HANGING if self.block.kind == "item" else 0


def pieces(
    block: Block, number: int, label: str = "", indent: int = 0, style: str = "", *, ruled: bool = False
) -> Iterator[TextItem]:
    """The items of a block: one, or several where it is very long, cut at spaces."""
    start, length = 0, len(block.text)
    while length - start > PIECE:
        end = block.text.rfind(" ", start + PIECE // 2, start + PIECE) + 1 or start + PIECE
        yield TextItem(block, number, start, end, label, indent, style, ruled)
        start, label, ruled = end, "", False
    yield TextItem(block, number, start, length, label, indent, style, ruled)


class Tables:
    """The tables among the items of a view: the runs of rows.

    Args:
        items: the items.
    """

    def __init__(self, items: Sequence[TextItem]) -> None:
        self._items = items
        self._rows: dict[int, range] = {}
        self._columns: dict[tuple[int, int], Columns] = {}
        first = 0
        for item, shown in enumerate(items):
            if not _is_row(shown) or shown.indent != items[first].indent:
                self._take(first, item)
                first = item if _is_row(shown) else item + 1
        self._take(first, len(items))

    def _take(self, first: int, last: int) -> None:
        rows = range(first, last)
        for item in rows:
            self._rows[item] = rows

    def rows(self, item: int) -> range | None:
        """The items of the table that an item is a row of, or None."""
        return self._rows.get(item)

    def columns(self, rows: range, room: int) -> Columns:
        """The columns of a table in so many cells; worked out once for each width."""
        key = rows.start, room
        if key not in self._columns:
            self._columns[key] = columns([self._items[item].block for item in rows], room)
        return self._columns[key]


def _is_row(shown: TextItem) -> bool:
    return bool(shown.block.cells) and shown.end - shown.start == len(shown.block.text)
