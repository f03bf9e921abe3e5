"""The paragraph pane: the document as it should be read."""

from __future__ import annotations

from tgreader.model.document import Block, Document
from tgreader.tui.widgets.text_item import TextItem, pieces
from tgreader.tui.widgets.text_view import Marks, TextView

WIDEST_MARGIN, NARROW = 6, 50
"""Cells for a printed page's label; under so many cells of width the margin is given to the text."""
MEASURES = (40, 120)
USUAL_MEASURE = 72

FIGURE = "[figure]"

_OF_A_LIST = {"item", "label", "quote", "row", "figure"}
_STYLES = {"heading": "text--heading", "dateline": "text--aside", "source": "text--aside", "label": "text--heading"}


class ParagraphPane(TextView):
    """A document's body. Its items are blocks (very long ones in pieces); the cursor is a paragraph."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.measure_wanted = USUAL_MEASURE

    def read(self, document: Document, marks: Marks, block: int = 0) -> None:
        """Show a document, with the cursor on one of its blocks."""
        items: list[TextItem] = []
        first = 0
        for number, shown in enumerate(document.blocks):
            if number == block:
                first = len(items)
            items += pieces(
                shown,
                number,
                _label(document, shown, number),
                2 * shown.depth,
                _STYLES.get(shown.kind, ""),
                ruled=_begins_attachment(document, number),
            )
        self.show(items, marks, first)

    @property
    def block(self) -> int:
        """The index of the block at the cursor."""
        return self.items[self.cursor].number if self.items else 0

    def edge(self) -> tuple[int, int]:
        """The text stands in the middle of what room there is, the margin beside it."""
        width = self.size.width
        margin = WIDEST_MARGIN if width >= NARROW else 0
        return max(0, (width - margin - 3 - self.measure_wanted) // 2 - margin // 2), margin

    def measure_of_text(self) -> int:
        """No wider than is comfortable."""
        return min(self.measure_wanted, super().measure_of_text())

    def set_measure(self, cells: int) -> None:
        """Set the text to another measure."""
        self.measure_wanted = within(cells)
        self.fill(self.cursor)


def within(cells: int) -> int:
    """A measure, kept within what can be read."""
    return max(MEASURES[0], min(cells, MEASURES[1]))


def _label(document: Document, block: Block, number: int) -> str:
    if number == 0 and block.kind == "heading" and document.number:
        return f"{document.number}."
    if block.kind == "figure":
        return block.label or FIGURE
    return block.label or ""


def _begins_attachment(document: Document, number: int) -> bool:
    """Whether what stands apart from the document begins there: a heading inside it, or text that is no list deeper."""
    block = document.blocks[number]
    if not number or not block.depth or block.kind in _OF_A_LIST:
        return False
    return block.kind == "heading" or block.depth > document.blocks[number - 1].depth
