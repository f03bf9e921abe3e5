"""RowList: a column of entries, each with a title and, at the right, where it is from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events

from tgreader.model.tuples import NamedTuple
from tgreader.tui.glyphs import drawable
from tgreader.tui.typeset import broken, cells
from tgreader.tui.widgets.item_view import ItemView, Row

_GAP = 2


class ListRow(NamedTuple):
    """An entry.

    Attributes:
        title: what it is; wrapped where it is longer than the list is wide.
        aside: what stands at the right, dimmed; under the title where both do not fit.
        group: whether it heads the entries after it; the cursor passes over it.
        key: what the entry stands for, for whoever fills the list.
        lead: what stands before the title; its other lines stand in as far.
        here: whether it is where the reader is.
    """

    title: str
    aside: str = ""
    group: bool = False
    key: object = None
    lead: str = ""
    here: bool = False


def none_holds(words: str, what: str = "line", more: str = "") -> ListRow:
    """What stands in a list of which words left nothing, so that it is no blank.

    Args:
        words: the words.
        what: what is listed.
        more: what may be done.
    """
    return ListRow(f"no {what} holds “{words.strip()}”{more}", group=True)


class RowList(ItemView):
    """Entries, drawn a line at a time: ten or ten thousand cost the same."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--group", "rows--aside", "rows--here"}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.rows: Sequence[ListRow] = ()

    def show(self, rows: Sequence[ListRow], cursor: int = 0) -> None:
        """Show other entries, with the cursor on one of them."""
        self.rows = rows
        while cursor + 1 < len(rows) and rows[cursor].group:
            cursor += 1
        self.fill(cursor)
        if cursor == 1:  # the heading of the first group stays in view
            self.scroll_to(y=0, animate=False)

    def replace(self, rows: Sequence[ListRow], cursor: int) -> None:
        """Show other entries, with the cursor on one of them where it is on the screen now."""
        height = self.heights.start(self.cursor) - self.scroll_offset.y if self.heights else 0
        self.show(rows, cursor)
        if self.heights:
            self.scroll_to_row(self.heights.start(self.cursor) - height)
            self.reveal(self.cursor, None)

    def keep_clear(self, rows: int) -> None:
        """Where the cursor is in the lowest rows on the screen, scroll so that it is a third down."""
        if self.heights and self.size.height > rows:
            start = self.heights.start(self.cursor)
            if start + self.heights.height(self.cursor) - self.scroll_offset.y > self.size.height - rows:
                self.scroll_to_row(start - self.size.height // 3)

    @property
    def row(self) -> ListRow | None:
        """The entry at the cursor."""
        return self.rows[self.cursor] if self.rows and not self.rows[self.cursor].group else None

    def count(self) -> int:
        """The number of entries."""
        return len(self.rows)

    def selectable(self, item: int) -> bool:
        """Every entry but a group's heading."""
        return not self.rows[item].group

    def is_marked(self, item: int) -> bool:
        """Not where there is nothing but headings."""
        return item == self.cursor and self.selectable(item)

    def gap(self, item: int) -> int:
        """Entries stand close together."""
        return 0

    def estimates(self) -> Iterator[int]:
        """One row, or as many as the title is long."""
        width = self._width()
        return (max(1, -(-len(row.title) // max(1, width - len(row.lead)))) for row in self.rows)

    def measure(self, item: int) -> int:
        """By laying the entry out."""
        return len(self._lines(item))

    def draw(self, item: int) -> list[Row]:
        """The entry's lines."""
        row = self.rows[item]
        base = self.style_of("rows--group" if row.group else "rows--here") if row.group or row.here else self.base
        dim = self.style_of("rows--aside")
        rows = []
        for title, aside in self._lines(item):
            gap = self._width() - cells(title) - cells(aside)
            rows.append(Row("", [Segment(title, base), Segment(" " * gap, base), Segment(aside, dim)]))
        return rows

    def clicked(self, item: int, event: events.Click) -> None:
        """A click chooses."""
        self.post_message(self.Chosen(self, item))

    def _lines(self, item: int) -> list[tuple[str, str]]:
        row, width = self.rows[item], self._width()
        title, aside = drawable(row.title), drawable(row.aside)
        if len(row.lead) + cells(title) + (_GAP + cells(aside)) * bool(aside) <= width:
            return [(row.lead + title, aside)]
        blank = " " * len(row.lead)
        runs = broken(title, width - len(row.lead))
        lines = [(blank * bool(n) + row.lead * (not n) + title[first:last], "") for n, (first, last) in enumerate(runs)]
        if aside:
            asides = [aside[first:last] for first, last in broken(aside, width)]
            if len(asides) == 1 and cells(lines[-1][0]) + _GAP + cells(aside) <= width:
                lines[-1] = (lines[-1][0], aside)
            else:
                lines += [("", aside) for aside in asides]
        return lines

    def _width(self) -> int:
        return max(1, self.size.width - 3)
