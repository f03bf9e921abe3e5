"""Setting a table: how wide its columns are, and each of its rows to them.

A table is a run of blocks that are rows. Its columns are as wide as their longest cell where there is room for that;
else the long ones are narrowed and their cells wrapped. Where even that has no room, the table is wider than the pane,
which then shows a part of it. Widths are in screen cells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from tgreader.model.document import Block
from tgreader.model.tuples import NamedTuple
from tgreader.tui.typeset import Part, Run, Setting, broken, cells

RULE = " │ "
NARROWEST = 12
"""A column is not narrowed below its longest word, nor that below this."""
WIDEST = 32
"""Nor is one wider than this in a table that is wider than the pane anyhow."""
_MOST_COLUMNS = 64
_FIGURES = re.compile(r"[\s\d.,:;$£%()+–—\-*†‡?⁰¹²³⁴⁵⁶⁷⁸⁹]*")


class Columns(NamedTuple):
    """The columns of a table.

    Attributes:
        starts: the cell at which each begins.
        widths: of each.
        figures: whether each holds nothing but figures, so that they stand below each other by their last one.
        wraps: whether any cell takes more than one line.
    """

    starts: tuple[int, ...]
    widths: tuple[int, ...]
    figures: tuple[bool, ...]
    wraps: bool

    @property
    def total(self) -> int:
        """The width of the table."""
        return self.starts[-1] + self.widths[-1] if self.starts else 0


def columns(rows: Sequence[Block], room: int) -> Columns:
    """The columns for these rows in so much room; what they need may be more."""
    natural: list[int] = []
    least: list[int] = []
    figures: list[bool] = []
    covering: list[tuple[int, int, int]] = []
    for place, row in enumerate(rows):
        setting = Setting(row, 1 << 20)
        for column, covered, (first, last) in _cells(row, setting):
            while len(natural) < column + covered:
                natural.append(1)
                least.append(1)
                figures.append(len(rows) > 1)
            text = setting.glyphs[first:last].strip(" ")
            if covered == 1:
                natural[column] = max(natural[column], cells(text))
                least[column] = max(least[column], min(NARROWEST, max(map(cells, text.split(" ")))))
                if place and not _FIGURES.fullmatch(text):  # the first row heads the columns
                    figures[column] = False
            else:
                covering.append((column, covered, min(WIDEST, max(map(cells, text.split(" "))))))
    for column, covered, word in covering:  # a word over several columns is not broken because they are narrow
        for widths in (natural, least):
            there = sum(widths[column : column + covered]) + len(RULE) * (covered - 1)
            widths[column + covered - 1] += max(0, word - there)
    room -= len(RULE) * (len(natural) - 1)
    scrolls = sum(least) > room
    widths = [min(width, WIDEST) for width in natural] if scrolls else _fitted(natural, least, room)
    starts = tuple(accumulate((width + len(RULE) for width in widths[:-1]), initial=0)) if widths else ()
    return Columns(starts, tuple(widths), tuple(figures), widths != natural)


def _fitted(natural: list[int], least: list[int], room: int) -> list[int]:
    """Each column's width: what it wants, or the most that leaves room for the others' least."""
    widths, over = list(natural), sum(natural) - room
    while over > 0:
        widest = max(range(len(widths)), key=lambda n: (widths[n] > least[n], widths[n]))
        if widths[widest] <= least[widest]:
            break
        others = [width for n, width in enumerate(widths) if n != widest and width > least[n]]
        step = max(1, min(over, widths[widest] - max([least[widest], *(w for w in others if w < widths[widest])])))
        widths[widest] -= step
        over -= step
    return widths


class RowSetting(Setting):
    """A row, set to the columns of its table."""

    __slots__ = ("_columns", "_parts", "_row")

    def __init__(self, row: Block, found: Columns) -> None:
        self._row = row
        self._columns = found
        super().__init__(row, found.total)

    def _break(self, width: int) -> list[Run]:
        found = self._columns
        lines: list[list[Part]] = []
        for column, covered, (first, last) in _cells(self._row, self):
            end = column + covered - 1
            room = found.starts[end] + found.widths[end] - found.starts[column]
            runs = [(first + a, first + b) for a, b in broken(self.glyphs[first:last], room)]
            for number, (start, stop) in enumerate(runs):
                if number == len(lines):
                    lines.append([])
                shift = room - cells(self.glyphs[start:stop]) if found.figures[column] and covered == 1 else 0
                lines[number].append(Part(found.starts[column] + max(0, shift), start, stop))
        self._parts = lines or [[Part(0, 0, 0)]]
        return [(min(part.first for part in line), max(part.last for part in line)) for line in self._parts]

    def parts(self, line: int) -> Sequence[Part]:
        """The cells of the row on a line."""
        return self._parts[line]

    def rules(self) -> list[int]:
        """The cells at which a rule parts two columns, but for those that one cell of the row covers."""
        begun = {column for column, _, _ in _cells(self._row, self)}
        return [start - 2 for column, start in enumerate(self._columns.starts) if column and column in begun]

    def line_of(self, offset: int) -> int:
        """The line on which an offset of the row's text is drawn."""
        glyph = self.drawn(offset, offset)[0]
        return next((n for n, line in enumerate(self._parts) if any(p.first <= glyph < p.last for p in line)), 0)


def _cells(row: Block, setting: Setting) -> list[tuple[int, int, Run]]:
    """Each cell of a row: its column, how many it covers, and its glyphs. A space parts it from the next."""
    found, column, first = [], 0, 0
    for number in range(len(row.cells)):
        covered = row.spans[number] if row.spans else 1
        after = row.cells[number + 1] - 1 if number + 1 < len(row.cells) else None
        last = len(setting.glyphs) if after is None else setting.drawn(after, after)[0]
        if column + covered > _MOST_COLUMNS:  # a file may claim anything: what is left is one cell
            found.append((column, 1, (first, len(setting.glyphs))))
            break
        found.append((column, covered, (first, last)))
        first, column = last + 1, column + covered
    return found or [(0, 1, (0, len(setting.glyphs)))]
