"""Column: items of different heights below each other, scrolled and painted a line at a time.

The Line API keeps a key's cost independent of how much there is: only the rows on screen are set and painted. Heights
start as estimates and are measured for what is on screen at once, for the rest a little at a time while nothing is
typed; what the reader looks at stays where it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from textual.geometry import Region, Size
from textual.strip import Strip

from tgreader.reading.document.heights import Heights
from tgreader.tui.widgets.painted import Painted

_MEASURED_AT_ONCE = 400
"""Rows. A column that seems no longer than this is measured when it is filled, so that it never shifts."""
_SLICE_SECONDS, _PAUSE_SECONDS = 0.004, 0.03


class Column(Painted):
    """A column of items, one of which is marked by a bar.

    Subclasses say what an item looks like: `count`, `estimates`, `draw` and `measure`.

    Attributes:
        cursor: the item that is marked, and kept in view when the size changes.
        heights: the rows of each item; empty while the column is not on the screen.
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._set_size = Size()
        self._measuring = False

    # What subclasses say

    def count(self) -> int:
        """The number of items."""
        raise NotImplementedError

    def estimates(self) -> Iterator[int]:
        """About how many rows each item takes at the current width."""
        raise NotImplementedError

    def measure(self, item: int) -> int:
        """The exact number of an item's rows, without drawing it."""
        raise NotImplementedError

    def gap(self, item: int) -> int:
        """Blank rows after an item."""
        return 1

    # What they call

    def fill(self, cursor: int = 0) -> None:
        """Take the items anew, with the cursor on one of them and as much as there is room for before it."""
        self.cursor = max(0, min(cursor, self.count() - 1))
        if not self.size.width:  # not on the screen yet: the first resize lays it out
            self.heights, self._set_size = Heights([]), Size()
            self._drawn.clear()
            return
        self._lay_out()
        if self.count():
            self.scroll_to_row(0)
            self.reveal(self.cursor, None)

    # Heights

    def _lay_out(self) -> None:
        self._drawn.clear()
        before, self._set_size = self._rows_filled() if self._set_size == self.size else self.size.height, self.size
        self.heights = Heights(rows + self.gap(item) for item, rows in enumerate(self.estimates()))
        if self.heights and self.heights.total <= _MEASURED_AT_ONCE:
            for item in range(self.count()):
                self._settle(item)
        self._resize_column()
        self.refresh(Region(0, 0, self.size.width, max(before, self._rows_filled())))
        if not self._measuring and self.heights.next_estimate(0) is not None:
            self._measuring = True
            self.set_timer(_PAUSE_SECONDS, self._measure_some)

    def _rows_filled(self) -> int:
        """The rows of the widget that show an item; those below are blank, and need not be painted again."""
        rows = self.heights.total - int(self.scroll_offset.y) if self.heights else 0
        return max(0, min(rows, self.size.height))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint, set to the width the widget now has: waiting for the event of a resize would cost a frame."""
        self._keep_size()
        return super().render_lines(crop)

    def on_resize(self) -> None:
        """Set everything to the new size, where it has not been painted yet."""
        self._keep_size()

    def _keep_size(self) -> None:
        """Set the items to the present width; what was at the top of the screen stays there, the cursor on it."""
        size, before = self.size, self._set_size
        if not size.width or size == before:
            return
        if not before.width or not self.heights:
            self.fill(self.cursor)
            return
        item, line = self.heights.at(self.scroll_offset.y)
        share = line / self.heights.height(item)
        shown = self.is_visible(self.cursor, max(size.height, before.height))
        if size.width != before.width:
            self._lay_out()
            self._settle(item)
        self._set_size = size
        self.scroll_to_row(self.heights.start(item) + int(share * self.heights.height(item)))
        is_read_in = self.heights.height(self.cursor) > size.height and self.is_visible(self.cursor)
        if shown and not is_read_in:  # of one taller than the screen, its top may have been left behind
            self.reveal(self.cursor, None)

    def _settle(self, item: int) -> None:
        """Measure one item, unless its height is known."""
        if not self.heights.is_exact(item):
            self.heights.settle(item, self.measure(item) + self.gap(item))

    def _settle_from(self, row: int) -> None:
        """Measure what a screen that starts at a row shows, and grow the column to fit."""
        if not self.heights:
            return
        item, _ = self.heights.at(row)
        bottom = row + self.size.height
        while item < len(self.heights) and self.heights.start(item) < bottom:
            self._settle(item)
            item += 1
        self._resize_column()

    def _measure_some(self) -> None:
        """Measure for a few milliseconds; what stands at the top of the screen stays there."""
        started, item = perf_counter(), self.heights.next_estimate(0)
        top = self.heights.at(self.scroll_offset.y)[0] if self.heights else 0
        above = 0
        while item is not None and perf_counter() - started < _SLICE_SECONDS:
            change = self.heights.settle(item, self.measure(item) + self.gap(item))
            above += change if item < top else 0
            item = self.heights.next_estimate(item + 1)
        self._resize_column(is_shown=False)
        if above:
            self.scroll_to(y=self.scroll_offset.y + above, animate=False)
        self._measuring = item is not None
        if self._measuring:
            self.set_timer(_PAUSE_SECONDS, self._measure_some)

    def _resize_column(self, *, is_shown: bool = True) -> None:
        """Tell how tall the column is, past the watcher that would lay the whole screen out again.

        Args:
            is_shown: whether the scroll bar follows at once; else it does when the column is scrolled next, so that
                nothing on the screen moves by itself.
        """
        height = max(self.heights.total if self.heights else 0, self.size.height)
        if height != self.virtual_size.height:
            self.set_reactive(Column.virtual_size, Size(self.size.width, height))
        if is_shown:
            self.vertical_scrollbar.window_virtual_size = height

    # Where the screen is

    def scroll_to_row(self, row: int) -> None:
        """Scroll so that a row is the first on the screen, or as near as the ends allow; what is seen is measured."""
        row = max(0, row)
        self._settle_from(row)
        last = max(0, self.virtual_size.height - self.size.height)
        if row > last:
            self._settle_from(last)
            last = max(0, self.virtual_size.height - self.size.height)
        self.scroll_to(y=min(row, last), animate=False, force=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Measure what the wheel or the scroll bar brings into view."""
        super().watch_scroll_y(old_value, new_value)
        self._settle_from(round(new_value))

    def reveal(self, item: int, line: int | None) -> None:
        """Scroll as little as shows all of an item; of one taller than the screen, its top or the line wanted."""
        self._settle(item)
        view, top, height = self.size.height, self.scroll_offset.y, self.heights.height(item) - self.gap(item)
        first = self.heights.start(item)
        if line is not None and top <= first + line < top + view:
            return
        if line is not None and height > view:
            self.scroll_to_row(first + line - view // 3)
        elif height > view or first < top:
            self.scroll_to_row(first)
        elif first + height > top + view:
            self._settle_above(item)
            self.scroll_to_row(self.heights.start(item) + height - view)

    def _settle_above(self, item: int) -> None:
        """Measure the screenful that stands above an item."""
        rows, before = 0, item - 1
        while before >= 0 and rows < self.size.height:
            self._settle(before)
            rows += self.heights.height(before)
            before -= 1
        self._resize_column()

    def is_visible(self, item: int, height: int | None = None) -> bool:
        """Whether any of an item is on the screen, or would be on one of that height."""
        if item >= len(self.heights):  # the column is not on the screen
            return False
        top, first = self.scroll_offset.y, self.heights.start(item)
        return first < top + (height or self.size.height) and first + self.heights.height(item) - self.gap(item) > top
