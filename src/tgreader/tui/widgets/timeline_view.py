"""The timeline: a column of bars, one a month or one a longer period, with a cursor on it."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tgreader.reading.searching.timeline import Period, Timeline
from tgreader.tui.typeset import shortened

_SCALE = 7
"""Cells left of the bars, for how many documents the highest stands for."""
_WIDEST = 6
"""Cells of a bar, where there are few."""
_YEAR = len("1972 ")
CURSOR = "▲"


class TimelineView(Widget, can_focus=True, inherit_bindings=False):
    """Bars over time. Nothing, or one period, is picked.

    Attributes:
        timeline: what is shown.
        cursor: the index of the period picked, or None.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"timeline--bar", "timeline--here", "timeline--axis", "timeline--cursor"}

    class Picked(Message):
        """Another period was picked, or none."""

        def __init__(self, period: Period | None) -> None:
            super().__init__()
            self.period = period

    class Resized(Message):
        """There is room for another number of periods."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.timeline = Timeline()
        self.cursor: int | None = None
        self._rows: list[str] = []
        self._drawn_for = (0, 0)

    @property
    def room(self) -> int:
        """How many periods there is room for."""
        return max(1, self.size.width - _SCALE)

    @property
    def period(self) -> Period | None:
        """The period picked."""
        return self.timeline.periods[self.cursor] if self.cursor is not None else None

    def show(self, timeline: Timeline, picked: tuple[str, str] | None = None) -> None:
        """Show another timeline; a period stays picked where it is one of its periods too."""
        self.timeline = timeline
        same = (n for n, period in enumerate(timeline.periods) if period[:2] == picked)
        self.cursor = next(same, None)
        self._rows = []
        self.refresh()

    def pick(self, cursor: int | None) -> None:
        """Pick a period, or none."""
        if cursor != self.cursor:
            self.cursor = cursor
            self.refresh()
            self.post_message(self.Picked(self.period))

    def on_resize(self) -> None:
        """Whoever fills the timeline knows of shorter periods, or longer ones."""
        self.post_message(self.Resized())

    # Keys

    def action_next(self, step: int = 1) -> None:
        """Pick the next period that has documents; before the first, none."""
        periods = self.timeline.periods
        at = (self.cursor if self.cursor is not None else -1) + step
        if self.cursor is None and step < 0:
            at = len(periods) - 1
        while 0 <= at < len(periods) and not periods[at].documents:
            at += step
        if at < len(periods):
            self.pick(at if at >= 0 else None)

    def action_page(self, pages: float) -> None:
        """Pick a period about a year further on."""
        step = 1 if pages > 0 else -1
        start = self.period
        for _ in range(12):
            self.action_next(step)
            if start is not None and self.period is not None and self.period.first[:4] != start.first[:4]:
                break

    def action_end(self, last: bool) -> None:
        """Pick the last or the first period."""
        if self.timeline.periods:
            self.pick(len(self.timeline.periods) - 1 if last else 0)

    # Painting

    def render_line(self, y: int) -> Strip:
        """A row of bars, or the years under them."""
        width, height, base = self.size.width, self.size.height, self.rich_style
        if not self.timeline.periods or not width:
            return Strip.blank(width, base)
        if self._drawn_for != (width, height) or not self._rows:
            self._rows, self._drawn_for = self._draw(max(1, height - 1)), (width, height)
        if y >= len(self._rows):
            return Strip.blank(width, base)
        last = y == len(self._rows) - 1
        style = base + self.get_component_rich_style("timeline--axis" if last else "timeline--bar", partial=True)
        axis = base + self.get_component_rich_style("timeline--axis", partial=True)
        scale = f"{self.timeline.most:>{_SCALE - 2},} " if not y and not last else ""
        segments = [Segment(f"{shortened(scale, _SCALE):{_SCALE}}", axis), *self._cut(self._rows[y], style, base, last)]
        return Strip(segments).adjust_cell_length(width, base)

    def _cut(self, row: str, style: Style, base: Style, last: bool) -> list[Segment]:
        """A row with the cursor on it."""
        if self.cursor is None:
            return [Segment(row, style)]
        start = self.cursor * self._cells
        end = start + self._cells
        here = base + self.get_component_rich_style("timeline--cursor" if last else "timeline--here", partial=True)
        shown = row[start:end]
        digits = shown.rstrip()
        if last and digits != shown:  # beside the digits of a year, which are reversed, where they leave room
            shown = f"{digits}{CURSOR:^{self._cells - len(digits)}}"
        return [Segment(row[:start], style), Segment(shown, here), Segment(row[end:], style)]

    @property
    def _cells(self) -> int:
        """The cells of a bar."""
        return max(1, min(_WIDEST, self.room // max(1, len(self.timeline.periods))))

    def _draw(self, height: int) -> list[str]:
        """The rows of bars, and the row of years; a period without documents is blank, one with few never is."""
        from sparklines import sparklines  # imported when there is something to draw

        cells = self._cells
        numbers = [period.documents or None for period in self.timeline.periods for _ in range(cells)]
        if not self.timeline.most:
            return [*[" " * len(numbers)] * height, self._years(cells)]
        gap = cells > 2  # wide bars stand apart
        if gap:
            numbers = [None if n % cells == cells - 1 else number for n, number in enumerate(numbers)]
        rows = sparklines(numbers, num_lines=height, minimum=0, maximum=self.timeline.most)
        return [*(row.ljust(len(numbers)) for row in rows), self._years(cells)]

    def _years(self, cells: int) -> str:
        """Years under the periods that begin them, as many as there is room for, at even distances."""
        periods = self.timeline.periods
        begins = {int(p.first[:4]): n * cells for n, p in reversed(list(enumerate(periods))) if p.first[:4]}
        years = sorted(begins)
        per_year = len(periods) * cells / (years[-1] - years[0] + 1)
        every = next((n for n in (1, 2, 5, 10, 20, 50) if n * per_year >= _YEAR), 100)
        if not any(year % every == 0 for year in years):
            every = 1
        row = [" "] * (len(periods) * cells)
        for year in reversed(years):  # of two that are too near each other, the later one: it begins with January
            at = begins[year]
            if year % every == 0 and at + 4 <= len(row) and not "".join(row[at : at + _YEAR]).strip():
                row[at : at + 4] = str(year)
        return "".join(row)

    # Mouse

    def on_click(self, event: events.Click) -> None:
        """Pick the period under the mouse; once more, none."""
        offset = event.get_content_offset(self)
        at = (offset.x - _SCALE) // self._cells if offset is not None else -1
        if 0 <= at < len(self.timeline.periods):
            self.pick(None if at == self.cursor else at)
