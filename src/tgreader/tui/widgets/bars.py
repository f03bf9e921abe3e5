"""One-line bars: a title above a pane, the place at the top of the screen, the keys and counts at its foot."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tgreader.tui.glyphs import drawable
from tgreader.tui.typeset import cells


class Bar(Widget):
    """Text at the left and at the right of one line; where both do not fit, the left one is cut with `…`."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._left = self._right = ""

    @property
    def said(self) -> tuple[str, str]:
        """What stands at the left and at the right."""
        return self._left, self._right

    def say(self, left: str, right: str = "") -> None:
        """Show other text, drawn anew only if it is other."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line."""
        width, style = self.size.width, self.rich_style
        if y:
            return Strip.blank(width, style)
        right = drawable(self._right)
        left = shortened(drawable(self._left), width - cells(right) - 2 if right else width)
        gap = width - cells(left) - cells(right)
        return Strip([Segment(f"{left}{'':{max(0, gap)}}{right}", style)]).adjust_cell_length(width, style)


def shortened(text: str, width: int) -> str:
    """Text cut to so many cells, with `…` at its end where something is missing."""
    if cells(text) <= width:
        return text
    kept = text[: max(0, width - 1)]
    while kept and cells(kept) > width - 1:
        kept = kept[:-1]
    return f"{kept.rstrip()}…" if width > 0 else ""
