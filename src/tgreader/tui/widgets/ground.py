"""What stands behind everything: plain background, the same line over and over."""

from __future__ import annotations

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Ground(Widget):
    """Widgets that hold others and show nothing themselves.

    Textual looks at each of their lines each time anything before them changes. Here there is one line, which keeps
    what was worked out to filter and cut it.
    """

    _line: Strip | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """The background; with a border, as Textual paints it."""
        if any(self.styles.gutter):
            return super().render_lines(crop)
        if self._line is None or self._line.cell_length != crop.width:
            self._line = Strip.blank(crop.width, self.rich_style)
            for line_filter in self.get_line_filters():
                self._line = self._line.apply_filter(line_filter, self.background_colors[1])
        return [self._line] * crop.height

    def notify_style_update(self) -> None:
        """The theme changed: the line holds its colour."""
        super().notify_style_update()
        self._line = None
