"""SetText: blocks of text set to a measure, tables to their columns, every line of them drawn.

What is drawn is built from `Segment` objects, never from markup, and every segment knows which part of the text it is,
so that Textual's own selection is a range of the model.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tgreader.model.inline import Range
from tgreader.tui.glyphs import drawable
from tgreader.tui.tables import RowSetting
from tgreader.tui.typeset import Part, Setting, cells, estimated_lines
from tgreader.tui.widgets.item_view import ItemView, Row
from tgreader.tui.widgets.text_item import Tables, TextItem

RULE_CELLS = 24
"""The length of the rule above what stands apart from the text before it."""

_ALIGNED = {"center": 0.5, "right": 1.0}

Worn = tuple[int, int, Style]
"""A run of glyphs, and what it wears."""


class SetText(ItemView):
    """A column of text. Subclasses say what is marked on it: `worn`.

    Attributes:
        items: the blocks, or pieces of blocks.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"text--page", "text--rule"}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.items: list[TextItem] = []
        self._tables = Tables(())
        self._sideways: dict[int, int] = {}

    def take(self, items: list[TextItem], cursor: int) -> None:
        """Show other text, with the cursor on one of its items."""
        self.items = items
        self._tables, self._sideways = Tables(items), {}
        self.fill(cursor)

    def worn(self, item: int, setting: Setting) -> Iterator[Worn]:
        """What is marked on an item, the weightiest last."""
        raise NotImplementedError

    def signs(self, item: int, setting: Setting) -> Mapping[int, str]:
        """By its line, what stands in the margin beside an item because the reader put it there."""
        return {}

    def room(self) -> int:
        """The cells from where lines of text begin to the edge of the view."""
        blank, margin = self.edge()
        return max(1, self.size.width - blank - margin - 3)

    def measure_of_text(self) -> int:
        """The cells of a line of text at the current width."""
        return self.room()

    def count(self) -> int:
        """The number of pieces of blocks."""
        return len(self.items)

    def estimates(self) -> Iterator[int]:
        """From the number of code points."""
        measure = self.measure_of_text()
        return (estimated_lines(shown.end - shown.start, measure - shown.indent) for shown in self.items)

    def measure(self, item: int) -> int:
        """By setting the text."""
        return len(self.setting(item).lines) + self.items[item].ruled

    def gap(self, item: int) -> int:
        """None between the items of a list, nor between the rows of a table whose cells have one line each."""
        if item + 1 >= len(self.items):
            return 1
        here, following = self.items[item], self.items[item + 1]
        rows = self._tables.rows(item)
        if rows is not None and item + 1 in rows:
            return int(self._tables.columns(rows, self.room() - here.indent).wraps)
        if here.number == following.number or following.ruled:
            return 1
        return 0 if here.block.kind == following.block.kind == "item" else 1

    def setting(self, item: int) -> Setting:
        """The item's text, set to the current measure."""
        shown = self.items[item]
        rows = self._tables.rows(item)
        if rows is not None:
            return RowSetting(shown.block, self._tables.columns(rows, self.room() - shown.indent))
        return Setting(shown.block, self.measure_of_text() - shown.indent - shown.hang, (shown.start, shown.end))

    def draw(self, item: int) -> list[Row]:
        """Every line of an item, with what is marked on it."""
        shown, setting = self.items[item], self.setting(item)
        base = self.style_of(shown.style) if shown.style else self.base
        spans = list(self.worn(item, setting))
        cuts = sorted({edge for first, last, _ in spans for edge in (first, last)})
        breaks = {
            setting.line_of(page.at): drawable(page.label) for page in shown.block.pages if _within(page.at, shown)
        }
        rule = Segment("─" * min(self.measure_of_text(), RULE_CELLS), self.style_of("text--rule"))
        rows = [Row("", [Segment(" " * shown.indent, base), rule])] if shown.ruled else []
        signs = self.signs(item, setting)
        for number, here in enumerate(_by_line(setting, spans)):
            body = [
                segment
                for part, before in self._parted(setting, number, shown)
                for segment in (
                    *before,
                    *(self._segment(item, setting, here, a, b, base) for a, b in _runs(part.first, part.last, cuts)),
                )
            ]
            lead = Segment(" " * shown.indent + _lead(shown, number), base)
            body = self._shifted(item, setting, body)
            rows.append(Row(breaks.get(number, ""), [lead, *body] if lead.text else body, signs.get(number, "")))
        return rows

    def _parted(self, setting: Setting, line: int, shown: TextItem) -> Iterator[tuple[Part, list[Segment]]]:
        """What stands on a line, each with what fills the line before it: blanks, and the rules of a table."""
        x = 0
        for part in setting.parts(line):
            before = []
            if isinstance(setting, RowSetting):
                for rule in (rule for rule in setting.rules() if x <= rule < part.x):
                    before += [Segment(" " * (rule - x), self.base), Segment("│", self.style_of("text--rule"))]
                    x = rule + 1
            else:
                part = part._replace(x=self._indented(setting, part, shown))
            if part.x > x:
                before.append(Segment(" " * (part.x - x), self.base))
            yield part, before
            x = part.x + cells(setting.glyphs[part.first : part.last])

    def _indented(self, setting: Setting, part: Part, shown: TextItem) -> int:
        """The blank cells before a line that does not begin where lines begin."""
        share = next((_ALIGNED[style.kind] for style in shown.block.styles if style.kind in _ALIGNED), 0)
        room = self.measure_of_text() - shown.indent - shown.hang
        return int(share * max(0, room - cells(setting.glyphs[part.first : part.last]))) if share else 0

    # Tables wider than the view

    def _beyond(self, item: int) -> int:
        """How many cells of an item's table are beyond the edge of the view."""
        rows = self._tables.rows(item)
        if rows is None:
            return 0
        room = self.room() - self.items[item].indent
        return max(0, self._tables.columns(rows, room).total - room)

    def _shifted(self, item: int, setting: Setting, body: list[Segment]) -> list[Segment]:
        """The part of a row that the view shows; where more of it is beyond an edge, a sign says so."""
        beyond = self._beyond(item) if isinstance(setting, RowSetting) else 0
        if not beyond:
            return body
        rows = self._tables.rows(item)
        left = min(self._sideways.get(rows.start, 0), beyond) if rows else 0
        room = max(2, self.room() - self.items[item].indent)
        sign = self.style_of("text--page")
        shown = Strip(body).adjust_cell_length(room + beyond, self.base)
        first, last = left + bool(left), left + room - (left < beyond)
        return [*_sign("‹", left > 0, sign), *shown.crop(first, last), *_sign("›", left < beyond, sign)]

    def shift(self, step: int) -> bool:
        """Show what of the table at the cursor is further to the right, or left.

        Returns:
            Whether the table is wider than the view.
        """
        beyond = self._beyond(self.cursor) if self.items else 0
        rows = self._tables.rows(self.cursor)
        if not beyond or rows is None:
            return False
        by = step * max(1, (self.room() - self.items[self.cursor].indent) // 2)
        self._sideways[rows.start] = max(0, min(self._sideways.get(rows.start, 0) + by, beyond))
        for item in rows:
            self.redraw(item)
        return True

    def _segment(self, item: int, setting: Setting, spans: list[Worn], first: int, last: int, base: Style) -> Segment:
        style = base
        for start, end, worn in spans:
            if start <= first and last <= end:
                style += worn
        meta = {"offset": (setting.offset(first), item), "mark": setting.mark_at(first)}
        return Segment(setting.glyphs[first:last], style + Style(meta=meta))


def _lead(shown: TextItem, line: int) -> str:
    """What stands before a line of an item: its label before the first, as much blank before the others."""
    if not line:
        return f"{drawable(shown.label)} " if shown.label else ""
    return " " * shown.hang


def _sign(glyph: str, is_there: bool, style: Style) -> list[Segment]:
    return [Segment(glyph, style)] if is_there else []


def _by_line(setting: Setting, spans: Sequence[Worn]) -> list[list[Worn]]:
    """The spans that may touch each line: a line asks no others, or a long paragraph would cost its square."""
    if isinstance(setting, RowSetting):  # a line of a row is not one run
        return [list(spans) for _ in setting.lines]
    touching: list[list[Worn]] = [[] for _ in setting.lines]
    firsts = [first for first, _ in setting.lines]
    for span in spans:
        for line in range(max(0, bisect_right(firsts, span[0]) - 1), bisect_left(firsts, span[1])):
            touching[line].append(span)
    return touching


def _within(at: int, shown: TextItem) -> bool:
    return shown.start <= at < shown.end or at == shown.end == len(shown.block.text)


def _runs(first: int, last: int, cuts: Sequence[int]) -> Iterator[Range]:
    """The runs of a line between the edges of what is marked on it."""
    edges = [first, *cuts[bisect_right(cuts, first) : bisect_left(cuts, last)], last]
    return pairwise(edges) if first < last else iter(())
