"""The hits of a search: each with its heading, its date, where it stands, and the sentence with the words in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events

from tgreader.reading.searching.answers import ShownHit
from tgreader.tui.glyphs import drawable
from tgreader.tui.typeset import broken, cells, shortened
from tgreader.tui.widgets.item_view import ItemView, Row

_SENTENCE_ROWS = 3
_GAP = 2
_NEAR_THE_END = 12


class HitList(ItemView):
    """Hits. More of them may be added while one looks at the first."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"hits--title", "hits--aside", "hits--word"}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.hits: Sequence[ShownHit] = ()

    def show(self, hits: Sequence[ShownHit], cursor: int = 0) -> None:
        """Show other hits, with the cursor on one of them."""
        self.hits = hits
        self.fill(cursor)

    def add(self, hits: Sequence[ShownHit]) -> None:
        """Take more hits, all of which come after those that are listed: nothing on the screen moves."""
        top = self.scroll_offset.y
        self.hits = hits
        self.fill(self.cursor)
        self.scroll_to_row(top)

    @property
    def hit(self) -> ShownHit | None:
        """The hit at the cursor."""
        return self.hits[self.cursor] if self.hits else None

    @property
    def is_near_the_end(self) -> bool:
        """Whether more hits will soon be wanted."""
        return self.cursor >= len(self.hits) - _NEAR_THE_END

    def count(self) -> int:
        """The number of hits listed."""
        return len(self.hits)

    def estimates(self) -> Iterator[int]:
        """Two rows and those of the sentence."""
        width = self._width()
        return (2 + min(_SENTENCE_ROWS, max(1, -(-len(hit.sentence) // width))) for hit in self.hits)

    def measure(self, item: int) -> int:
        """By setting the sentence."""
        return 2 + len(self._sentence(self.hits[item])[1])

    def draw(self, item: int) -> list[Row]:
        """The hit's rows."""
        hit, width = self.hits[item], self._width()
        title = shortened(drawable(hit.title), width - cells(hit.date) - _GAP)
        gap = " " * max(_GAP, width - cells(title) - cells(hit.date))
        dim = self.style_of("hits--aside")
        rows = [
            Row("", [Segment(title, self.style_of("hits--title")), Segment(gap, self.base), Segment(hit.date, dim)]),
            Row("", [Segment(shortened(drawable(hit.where), width), dim)]),
        ]
        words, lines = self._sentence(hit)
        worn = self.style_of("hits--word")
        return rows + [Row("", marked(words, hit.marked, line, self.base, worn)) for line in lines]

    def clicked(self, item: int, event: events.Click) -> None:
        """A double click opens the hit."""
        if event.chain > 1:
            self.post_message(self.Chosen(self, item))

    def _sentence(self, hit: ShownHit) -> tuple[str, list[tuple[int, int]]]:
        words = drawable(hit.sentence)
        return words, broken(words, self._width())[:_SENTENCE_ROWS] if words else []

    def _width(self) -> int:
        return max(1, self.size.width - 3)


def marked(
    glyphs: str, ranges: Sequence[tuple[int, int]], line: tuple[int, int], base: Style, worn: Style
) -> list[Segment]:
    """A line of some glyphs, in which the parts within the ranges wear another style."""
    segments, at, last = [], line[0], line[1]
    for start, end in ranges:
        start, end = max(start, at), min(end, last)
        if start < end:
            segments += [Segment(glyphs[at:start], base), Segment(glyphs[start:end], worn)]
            at = end
    return [*segments, Segment(glyphs[at:last], base)]
