"""The peek panel: a place shown beside the text that points to it."""

from __future__ import annotations

from tgreader.reading.document.glimpse import Glimpse
from tgreader.tui.widgets.text_item import TextItem, pieces
from tgreader.tui.widgets.text_view import Marks, TextView

_NOTE_INDENT = 2


class PeekPanel(TextView, can_focus=False):
    """A glimpse of a place. It takes no keys: any move of the reader ends it. The wheel scrolls it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._offset: int | None = None

    def show_glimpse(self, glimpse: Glimpse) -> None:
        """Show a place, with what was asked for in view and marked."""
        items: list[TextItem] = []
        wanted = next((number for number, part in enumerate(glimpse.parts) if part.is_wanted), 0)
        for number, part in enumerate(glimpse.parts):
            style = "text--heading" if part.block.kind == "heading" else ""
            items += pieces(part.block, number, part.label, _NOTE_INDENT if part.is_note else 0, style)
        self._offset = glimpse.offset
        same = [n for n, item in enumerate(items) if item.number == wanted and item.start <= (glimpse.offset or 0)]
        self.show(items, Marks(), same[-1] if same else 0)

    def fill(self, cursor: int = 0) -> None:
        """As every column; the heading is seen too where there is room, and the exact line in any case."""
        super().fill(cursor)
        if self.heights and self.items:
            self.scroll_to_row(0)
            line = 0 if self._offset is None else self.setting(self.cursor).line_of(self._offset)
            self.reveal(self.cursor, line)
