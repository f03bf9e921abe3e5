"""Painted: the rows of a column's items, put on the screen a line at a time.

Only rows that come into view are drawn, and what was painted once is kept until it changes: most of what a key costs is
painting.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tgreader.model.tuples import NamedTuple
from tgreader.reading.document.heights import Heights
from tgreader.tui.typeset import cells, shortened
from tgreader.tui.widgets.thumb import Thumb

_KEPT = 200
BAR = "▌"


class Row(NamedTuple):
    """One row of an item.

    Attributes:
        margin: what stands in the margin left of the cursor's bar.
        segments: the row itself.
        sign: what the reader has marked there, in one or two cells; left of what else stands in the margin, or right
            of the bar where that has no room.
    """

    margin: str
    segments: list[Segment]
    sign: str = ""


class _Drawn(NamedTuple):
    """An item's rows, and those that were painted, by line and whether the cursor was there.

    Textual keeps with a strip what it worked out to print it.
    """

    rows: list[Row]
    painted: dict[tuple[int, bool], Strip]


class _Ground(NamedTuple):
    """What all is painted on; working it out from the widget's ancestors for every line would cost most of a key.

    Attributes:
        style: the widget's own style.
        colour: its background, as filters want it.
        filters: what the application does to every line, as where colours are not wanted.
        framed: whether there is a border or padding, which Textual paints.
    """

    style: Style
    colour: Color
    filters: tuple[LineFilter, ...]
    framed: bool


class Painted(ScrollView, can_focus=True, inherit_bindings=False):
    """Items below each other, painted; one of them is marked by a bar.

    Attributes:
        cursor: the item that is marked.
        heights: the rows of each item; empty while they are not on the screen.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"item--cursor", "item--margin", "item--sign"}

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self.cursor = 0
        self.heights = Heights([])
        self._drawn: OrderedDict[int, _Drawn] = OrderedDict()
        self._kept_ground: _Ground | None = None
        self._kept_styles: dict[str, Style] = {}
        self._kept_blank = Strip([])

    def on_mount(self) -> None:
        """The scroll bar is painted as cheaply as the rest."""
        self.vertical_scrollbar.renderer = Thumb  # type: ignore[misc]  # Textual offers this for an instance, in its words

    # What subclasses say

    def draw(self, item: int) -> list[Row]:
        """The rows of an item."""
        raise NotImplementedError

    def edge(self) -> tuple[int, int]:
        """Blank cells at the left of all, and the width of the margin after them."""
        return 0, 0

    def is_marked(self, item: int) -> bool:
        """Whether the bar stands at an item."""
        return item == self.cursor

    # What they call

    @property
    def base(self) -> Style:
        """The widget's own style."""
        return self._ground.style

    @property
    def _ground(self) -> _Ground:
        if self._kept_ground is None:
            colour = self.background_colors[1]
            framed = any(self.styles.gutter)
            self._kept_ground = _Ground(self.rich_style, colour, tuple(self.get_line_filters()), framed)
        return self._kept_ground

    def style_of(self, name: str) -> Style:
        """A component's style on this widget's own background."""
        if name not in self._kept_styles:
            self._kept_styles[name] = self.base + self.get_component_rich_style(name, partial=True)
        return self._kept_styles[name]

    def redraw(self, item: int | None = None) -> None:
        """Draw one item, or all, anew; their heights stay as they are."""
        if item is None:
            self._drawn.clear()
            self.refresh()
        else:
            self._drawn.pop(item, None)
            self.refresh_item(item)

    def item_at(self, y: int) -> tuple[int, int] | None:
        """The item and its line at a row of the widget, or None below the last."""
        row = y + self.scroll_offset.y
        return self.heights.at(row) if self.heights and row < self.heights.total else None

    def refresh_item(self, item: int) -> None:
        """Paint an item's rows again, as far as they are on the screen."""
        if item < len(self.heights):
            top = self.heights.start(item) - self.scroll_offset.y
            shown = Region(0, top, self.size.width, self.heights.height(item)).intersection(self.size.region)
            if shown:
                self.refresh(shown)

    def notify_style_update(self) -> None:
        """The theme changed: what is drawn holds its colours."""
        super().notify_style_update()
        self._kept_ground = None
        self._kept_styles.clear()
        self._kept_blank = Strip([])
        self._drawn.clear()

    # Painting

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint rows of the widget.

        Textual's own way asks each time for every line what borders, paddings and filters do to it; here there are none
        but the filters, and what they made of a line is kept with it.
        """
        if self._ground.framed:
            return super().render_lines(crop)
        width, top = self.size.width, self.scroll_offset.y
        lines = [self._line(row + top, width) for row in crop.line_range]
        if crop.x <= 0 and crop.right >= width:  # as good as always; the scroll bar stands over what is wider
            return lines
        return [line.crop(*crop.column_span) for line in lines]

    def render_line(self, y: int) -> Strip:
        """One row of the widget, where Textual paints a frame around them."""
        return self._line(y + self.scroll_offset.y, self.size.width)

    def _line(self, row: int, width: int) -> Strip:
        """One row of the column."""
        heights = self.heights
        if heights and row < heights.total:
            item, line = heights.at(row)
            drawn = self._drawn_item(item)
            if line < len(drawn.rows):
                key = line, self.is_marked(item)
                if key not in drawn.painted:
                    drawn.painted[key] = self._filtered(self._painted(drawn.rows[line], width, here=key[1]))
                return drawn.painted[key]
        return self._blank(width)

    def _blank(self, width: int) -> Strip:
        if self._kept_blank.cell_length != width:
            self._kept_blank = self._filtered(Strip.blank(width, self.base))
        return self._kept_blank

    def _filtered(self, strip: Strip) -> Strip:
        ground = self._ground
        if not ground.framed:  # else Textual applies them
            for line_filter in ground.filters:
                strip = strip.apply_filter(line_filter, ground.colour)
        return strip

    def _painted(self, row: Row, width: int, *, here: bool) -> Strip:
        style = self.base
        blank, margin = self.edge()
        label, segments, sign = row
        label = shortened(label, margin)
        bar = Segment(f"{BAR} ", self.style_of("item--cursor")) if here else Segment("  ", style)
        blanks, before = blank + margin - cells(label), [Segment(label, self.style_of("item--margin")), bar]
        if sign:
            blanks, before = self._signed(sign, label, blanks, blanks - blank, bar)
        return Strip([Segment(" " * blanks, style), *before, *segments]).adjust_cell_length(width, style)

    def _signed(self, sign: str, label: str, blanks: int, room: int, bar: Segment) -> tuple[int, list[Segment]]:
        """A sign left of the label where it has room in the margin, else in the cell after the bar."""
        style, before = self.style_of("item--sign"), [Segment(label, self.style_of("item--margin"))]
        apart = " " * bool(label)
        if cells(sign + apart) <= room:
            return blanks - cells(sign + apart), [Segment(sign + apart, style), *before, bar]
        return blanks, [*before, Segment(bar.text[:1], bar.style), Segment(sign[-1:], style)]

    def _drawn_item(self, item: int) -> _Drawn:
        drawn = self._drawn.get(item)
        if drawn is None:
            drawn = self._drawn[item] = _Drawn(self.draw(item), {})
            if len(self._drawn) > _KEPT:
                self._drawn.popitem(last=False)
        else:
            self._drawn.move_to_end(item)
        return drawn
