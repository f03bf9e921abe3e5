"""The concordance: the words below each other in one column, with what stands before and after them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events

from tgreader.reading.searching.answers import ShownHit
from tgreader.reading.searching.concordance import Line
from tgreader.tui.glyphs import drawable
from tgreader.tui.typeset import cells, shortened
from tgreader.tui.widgets.item_view import ItemView, Row

_LABEL, _LABEL_FROM = 11, 70
"""Cells for the date, where the view is so wide."""
_WORD = 14
"""Cells that are reckoned for a word when the column is placed."""


class ConcordanceView(ItemView):
    """Lines of a concordance."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"concordance--word", "concordance--aside"}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.lines: Sequence[Line[ShownHit]] = ()

    def show(self, lines: Sequence[Line[ShownHit]], cursor: int = 0) -> None:
        """Show other lines, with the cursor on one of them."""
        self.lines = lines
        self.fill(cursor)

    @property
    def hit(self) -> ShownHit | None:
        """The place of the line at the cursor."""
        return self.lines[self.cursor].place if self.lines else None

    def count(self) -> int:
        """The number of lines."""
        return len(self.lines)

    def gap(self, item: int) -> int:
        """The lines stand close, to be read down the column."""
        return 0

    def estimates(self) -> Iterator[int]:
        """One row each."""
        return (1 for _ in self.lines)

    def measure(self, item: int) -> int:
        """One row."""
        return 1

    def draw(self, item: int) -> list[Row]:
        """The line, its word where all words begin."""
        line, width = self.lines[item], max(1, self.size.width - 3)
        label = _LABEL if width >= _LABEL_FROM else 0
        before = (width - label - _WORD) // 2
        left, word, right = map(drawable, (line.left, line.word, line.right))
        left = _tail(left, before)
        word = shortened(word, width - label - before)
        right = shortened(right, width - label - before - cells(word))
        aside = f"{shortened(drawable(line.place.date), label - 1):{label}}" if label else ""
        return [
            Row(
                "",
                [
                    Segment(aside, self.style_of("concordance--aside")),
                    Segment(" " * (before - cells(left)) + left, self.base),
                    Segment(word, self.style_of("concordance--word")),
                    Segment(right, self.base),
                ],
            )
        ]

    def clicked(self, item: int, event: events.Click) -> None:
        """A double click opens the place."""
        if event.chain > 1:
            self.post_message(self.Chosen(self, item))


def _tail(text: str, width: int) -> str:
    """The end of a text, as much as has room, with `…` where something is missing."""
    if cells(text) <= width:
        return text
    kept = text[-max(0, width - 1) :] if width > 1 else ""
    while kept and cells(kept) > width - 1:
        kept = kept[1:]
    return f"…{kept}" if width > 0 else ""
