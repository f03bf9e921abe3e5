"""One-line bars: a title above a pane, the place at the top of the screen, the keys and counts at its foot."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tgreader.tui.glyphs import drawable
from tgreader.tui.typeset import cells, shortened

Said = str | Sequence[str]
"""What to say: one text, or several from the fullest to the shortest, of which the first that has room is shown."""


class Bar(Widget):
    """Text at the left and at the right of one line."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._left: Said = ""
        self._right: Said = ""

    @property
    def said(self) -> tuple[str, str]:
        """What stands at the left and at the right, at the present width."""
        return self._fitting(self.size.width)

    @property
    def right(self) -> Said:
        """What stands at the right, in all its forms."""
        return self._right

    def say(self, left: Said, right: Said = "") -> None:
        """Say something else, drawn anew only if it is other."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line."""
        width, style = self.size.width, self.rich_style
        if y:
            return Strip.blank(width, style)
        left, right = self._fitting(width)
        gap = max(0, width - cells(left) - cells(right))
        return Strip([Segment(f"{left}{'':{gap}}{right}", style)]).adjust_cell_length(width, style)

    def _fitting(self, width: int) -> tuple[str, str]:
        """The fullest texts that fit side by side; the right one, which changes as one reads, is shortened last."""
        lefts = [drawable(text) for text in ([self._left] if isinstance(self._left, str) else self._left)]
        rights = [drawable(text) for text in ([self._right] if isinstance(self._right, str) else self._right)]
        for right in rights:
            room = width - cells(right) - 2 * bool(right)
            for left in lefts:
                if cells(left) <= room:
                    return left, right
        right = next((text for text in rights if cells(text) <= width), shortened(rights[-1], width))
        return shortened(lefts[-1], width - cells(right) - 2 * bool(right)), right
