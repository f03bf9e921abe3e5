"""The scroll bar of a column: Textual's own, whose cells are not sent through Rich each time a key scrolls."""

from __future__ import annotations

from rich.color import Color
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.css.styles import RulesMap
from textual.scrollbar import ScrollBarRender
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class Thumb(ScrollBarRender):
    """Says where in a column the screen is."""

    def visualize(self) -> Visual:
        """What Textual paints in place of what Rich would make of it."""
        return _Cells(self)


class _Cells(Visual):
    """The cells of a scroll bar, one a line."""

    def __init__(self, bar: Thumb) -> None:
        self._bar = bar

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """As many cells as the bar is high."""
        bar = self._bar
        worn = RichStyle.parse(bar.style) if isinstance(bar.style, str) else bar.style
        drawn = bar.render_bar(
            size=height or 0,
            virtual_size=bar.virtual_size,
            window_size=bar.window_size,
            position=bar.position,
            thickness=width,
            back_color=worn.bgcolor or Color.default(),
            bar_color=worn.color or Color.default(),
        )
        kept: dict[int, Strip] = {}  # most cells are one and the same segment
        return [_strip(segment, kept) for segment in drawn.segments]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """A bar is as wide as it is told to be."""
        return self._bar.thickness

    def get_height(self, rules: RulesMap, width: int) -> int:
        """A bar is as high as it is told to be."""
        return 1


def _strip(segment: Segment, kept: dict[int, Strip]) -> Strip:
    if id(segment) not in kept:
        kept[id(segment)] = Strip([segment])
    return kept[id(segment)]
