"""ItemView: a column with a cursor that keys and the mouse move."""

from __future__ import annotations

from textual import events
from textual.message import Message

from tgreader.tui.widgets.column import Column
from tgreader.tui.widgets.painted import Row

__all__ = ["ItemView", "Row"]


class _OfItem(Message):
    """Something about an item of a view."""

    def __init__(self, view: ItemView, item: int) -> None:
        super().__init__()
        self.view = view
        self.item = item

    @property
    def control(self) -> ItemView:
        """The view."""
        return self.view


class ItemView(Column):
    """A column of items with a cursor."""

    class Moved(_OfItem):
        """The cursor went to another item."""

    class Chosen(_OfItem):
        """The item at the cursor was chosen, by Enter or by a click."""

    def selectable(self, item: int) -> bool:
        """Whether the cursor may rest on an item."""
        return True

    def move_to(self, item: int, line: int | None = None) -> None:
        """Put the cursor on an item and bring it, or one line of it, into view."""
        if not self.count():
            return
        item = max(0, min(item, self.count() - 1))
        before, self.cursor = self.cursor, item
        if self.heights:
            self.reveal(item, line)
        if before != item:
            self.refresh_item(before)
            self.refresh_item(item)
            self.post_message(self.Moved(self, item))

    # Keys

    def action_next(self, step: int = 1) -> None:
        """Move the cursor by so many items; from off the screen, to the first one on it."""
        if not self.heights:  # nothing to move in, or never on the screen
            return
        if not self.is_visible(self.cursor):
            self.move_to(self._first_visible())
            return
        item = self.cursor + step
        while 0 <= item < self.count() and not self.selectable(item):
            item += step
        if 0 <= item < self.count():
            self.move_to(item)
        else:  # nothing further that way: show what stands before the first or after the last
            self.scroll_to_row(0 if step < 0 else self.heights.total)

    def action_end(self, last: bool) -> None:
        """Go to the last or the first item, and to the very end or beginning."""
        if self.heights:
            self.scroll_to_row(self.heights.total if last else 0)
            self._take_cursor(self._last() if last else self._first_visible())

    def action_page(self, pages: float) -> None:
        """Scroll by pages, two rows kept for the eye, and take the cursor along."""
        if not self.heights:
            return
        height = self.size.height
        rows = int(max(1, height - 2) * abs(pages)) or 1
        before = self.scroll_offset.y
        self.scroll_to_row(before + rows if pages > 0 else before - rows)
        if self.scroll_offset.y == before:
            self.action_end(pages > 0)
        else:
            self._take_cursor(self._first_visible())

    def _last(self) -> int:
        return next((item for item in range(self.count() - 1, -1, -1) if self.selectable(item)), 0)

    def action_choose(self) -> None:
        """Choose the item at the cursor."""
        if self.count() and self.selectable(self.cursor):
            self.post_message(self.Chosen(self, self.cursor))

    def _first_visible(self) -> int:
        """The first item that starts on the screen, or the one that fills it."""
        top = self.scroll_offset.y
        item, line = self.heights.at(top)
        nearest = item + 1 if line and item + 1 < len(self.heights) else item
        if self.heights.start(nearest) >= top + self.size.height:
            nearest = item
        while nearest + 1 < len(self.heights) and not self.selectable(nearest):
            nearest += 1
        return nearest

    def _take_cursor(self, item: int) -> None:
        """Put the cursor on an item that is in view, without scrolling."""
        if item != self.cursor:
            before, self.cursor = self.cursor, item
            self.refresh_item(before)
            self.refresh_item(item)
            self.post_message(self.Moved(self, item))

    # Mouse

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is."""
        event.prevent_default()  # Textual would select all that there is at a second click
        place = self.item_at(event.y)
        if place and self.selectable(place[0]):
            self._take_cursor(place[0])
            self.clicked(place[0], event)

    def clicked(self, item: int, event: events.Click) -> None:
        """What a click on an item does besides."""
