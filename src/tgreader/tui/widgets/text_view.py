"""TextView: blocks of text set to a measure, with their markers, page breaks, references and hits.

What is drawn is built from `Segment` objects, never from markup, and every segment knows which part of the text it is,
so that Textual's own selection is a range of the model.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.selection import Selection

from tgreader.model.document import Block
from tgreader.model.inline import NoteMark, Range, Reference
from tgreader.reading.settling import DOUBTFUL_BELOW
from tgreader.reading.stops import Stop
from tgreader.tui.glyphs import drawable
from tgreader.tui.typeset import Setting, cells, estimated_lines
from tgreader.tui.widgets.item_view import ItemView, Row

PIECE = 16_384
"""Code points. A longer block is set in pieces, so that no key has to wait for all of it."""

_PRINTED = {
    "italic": Style(italic=True),
    "strong": Style(bold=True),
    "underline": Style(underline=True),
    "deleted": Style(strike=True),
}


class TextItem(NamedTuple):
    """A block, or a piece of one, as an item of a view.

    Attributes:
        block: the block.
        number: its place among all blocks of the document, the notes' after the body's.
        start, end: the piece's range of its text.
        label: what hangs before its first line (`106.`, `1.`), or "".
        indent: cells by which all of its lines stand in.
        style: the component class it is drawn in, or "".
    """

    block: Block
    number: int
    start: int
    end: int
    label: str = ""
    indent: int = 0
    style: str = ""


class Marks(NamedTuple):
    """What is marked on the text besides what the document has: all by the number of the block.

    Attributes:
        references: the references of every block.
        hits: where a search was found.
        hit: the hit the reader is at, as (block, range).
        active: the marker or reference the reader is at, as (block, stop).
    """

    references: Sequence[Sequence[Reference]] = ()
    hits: Mapping[int, Sequence[Range]] = {}
    hit: tuple[int, Range] | None = None
    active: tuple[int, Stop] | None = None


def pieces(block: Block, number: int, label: str = "", indent: int = 0, style: str = "") -> Iterator[TextItem]:
    """The items of a block: one, or several where it is very long, cut at spaces."""
    start, length = 0, len(block.text)
    while length - start > PIECE:
        end = block.text.rfind(" ", start + PIECE // 2, start + PIECE) + 1 or start + PIECE
        yield TextItem(block, number, start, end, label, indent, style)
        start, label = end, ""
    yield TextItem(block, number, start, length, label, indent, style)


class TextView(ItemView):
    """Text, drawn."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "text--heading",
        "text--aside",
        "text--marker",
        "text--doubtful",
        "text--page",
        "text--reference",
        "text--hit",
        "text--hit-here",
        "text--active",
    }

    class Pointed(Message):
        """A place was clicked: the item, the offset in its block's text, and the marker, if one is there."""

        def __init__(self, view: TextView, item: int, offset: int, mark: NoteMark | None) -> None:
            super().__init__()
            self.view = view
            self.item = item
            self.offset = offset
            self.mark = mark

        @property
        def control(self) -> TextView:
            """The view that was clicked."""
            return self.view

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.items: list[TextItem] = []
        self.marks = Marks()

    def measure_of_text(self) -> int:
        """The cells of a line of text at the current width."""
        blank, margin = self.edge()
        return max(1, self.size.width - blank - margin - 3)

    def show(self, items: list[TextItem], marks: Marks, cursor: int = 0) -> None:
        """Show other text, with the cursor on one of its items."""
        self.items, self.marks = items, marks
        self.fill(cursor)

    def mark(self, marks: Marks) -> None:
        """Mark other things on the same text: only what changed is drawn anew."""
        before, self.marks = self.marks, marks
        if before.references is not marks.references or before.hits is not marks.hits:
            self.redraw()
            return
        changed = {place[0] for place in (before.active, marks.active, before.hit, marks.hit) if place}
        if before.active != marks.active or before.hit != marks.hit:
            for item, shown in enumerate(self.items):
                if shown.number in changed:
                    self.redraw(item)

    def item_of(self, number: int, offset: int = 0) -> int | None:
        """The item that shows an offset of a block, or None where the block is not shown."""
        found = None
        for item, shown in enumerate(self.items):
            if shown.number == number and (found is None or shown.start <= offset):
                found = item
        return found

    def go_to(self, number: int, offset: int | None = None) -> None:
        """Put the cursor on a block, and bring an offset in it into view."""
        item = self.item_of(number, offset or 0)
        if item is not None:
            self.move_to(item, None if offset is None else self.setting(item).line_of(offset))

    def count(self) -> int:
        """The number of pieces of blocks."""
        return len(self.items)

    def estimates(self) -> Iterator[int]:
        """From the number of code points."""
        measure = self.measure_of_text()
        return (estimated_lines(shown.end - shown.start, measure - shown.indent) for shown in self.items)

    def measure(self, item: int) -> int:
        """By setting the text."""
        return len(self.setting(item).lines)

    def setting(self, item: int) -> Setting:
        """The item's text, set to the current measure."""
        shown = self.items[item]
        hang = _hang(shown)
        return Setting(shown.block, self.measure_of_text() - shown.indent - hang, (shown.start, shown.end))

    def draw(self, item: int) -> list[Row]:
        """Every line of an item, with what is marked on it."""
        shown, setting = self.items[item], self.setting(item)
        base = self.style_of(shown.style) if shown.style else self.base
        spans = list(self._spans(item, setting))
        cuts = sorted({edge for first, last, _ in spans for edge in (first, last)})
        hang, rows = _hang(shown), []
        breaks = {
            setting.line_of(page.at): drawable(page.label) for page in shown.block.pages if _within(page.at, shown)
        }
        for number, (first, last) in enumerate(setting.lines):
            label = f"{drawable(shown.label)} " if shown.label and not number else ""
            lead = Segment(" " * shown.indent + label + " " * (hang - cells(label)), base)
            body = [self._segment(item, setting, spans, a, b, base) for a, b in _runs(first, last, cuts)]
            rows.append(Row(breaks.get(number, ""), [lead, *body] if lead.text else body))
        return rows

    def _segment(
        self, item: int, setting: Setting, spans: list[tuple[int, int, Style]], first: int, last: int, base: Style
    ) -> Segment:
        style = base
        for start, end, worn in spans:
            if start <= first and last <= end:
                style += worn
        meta = {"offset": (setting.offset(first), item), "mark": setting.mark_at(first)}
        return Segment(setting.glyphs[first:last], style + Style(meta=meta))

    def _spans(self, item: int, setting: Setting) -> Iterator[tuple[int, int, Style]]:
        """Runs of glyphs and what they wear, the weightiest last."""
        shown, marks = self.items[item], self.marks
        for printed in shown.block.styles:
            if printed.kind in _PRINTED and _overlaps(printed.start, printed.end, shown):
                yield *setting.drawn(printed.start, printed.end), _PRINTED[printed.kind]
        for reference in marks.references[shown.number] if shown.number < len(marks.references) else ():
            if _overlaps(reference.start, reference.end, shown):
                yield *setting.drawn(reference.start, reference.end), self._worn("text--reference")
        for number, insertion in enumerate(setting.insertions):
            yield *setting.inserted(number), self._worn(_insertion_style(shown.block, insertion.mark))
        here = marks.hit[1] if marks.hit and marks.hit[0] == shown.number else None
        for start, end in marks.hits.get(shown.number, ()):
            if _overlaps(start, end, shown):
                yield *setting.drawn(start, end), self._worn("text--hit-here" if (start, end) == here else "text--hit")
        if marks.active and marks.active[0] == shown.number:
            yield from self._active(shown, setting, marks.active[1])
        yield from self._selected(item, setting)

    def _active(self, shown: TextItem, setting: Setting, stop: Stop) -> Iterator[tuple[int, int, Style]]:
        if isinstance(stop.what, NoteMark):
            for number, insertion in enumerate(setting.insertions):
                if insertion.mark is not None and shown.block.marks[insertion.mark] is stop.what:
                    yield *setting.inserted(number), self._worn("text--active")
        elif _overlaps(stop.start, stop.end, shown):
            yield *setting.drawn(stop.start, stop.end), self._worn("text--active")

    def _selected(self, item: int, setting: Setting) -> Iterator[tuple[int, int, Style]]:
        """The part of an item under Textual's selection, whose offsets are (offset in text, item)."""
        span = self.text_selection.get_span(item) if self.text_selection else None
        if span is not None:
            first, last = setting.lines[0][0], setting.lines[-1][1]
            start = setting.drawn(span[0], span[0])[0] if span[0] else first
            end = last if span[1] == -1 else setting.drawn(span[1], span[1])[0]
            yield start, end, self.screen.get_component_rich_style("screen--selection")

    def _worn(self, name: str) -> Style:
        return self.get_component_rich_style(name, partial=True)

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        self.redraw()

    def selected(self) -> list[tuple[int, int, int]]:
        """What is selected: (block, start, end), in order; nothing where nothing is."""
        found = []
        for item, shown in enumerate(self.items):
            span = self.text_selection.get_span(item) if self.text_selection else None
            if span is not None:
                start, end = max(span[0], shown.start), shown.end if span[1] == -1 else min(span[1], shown.end)
                if start < end:
                    found.append((shown.number, start, end))
        return found

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words: the model's own, without markers, page breaks and line ends of the screen."""
        blocks = {shown.number: shown.block for shown in self.items}
        words = [drawable(blocks[number].text[start:end]) for number, start, end in self.selected()]
        return ("\n\n".join(words), "\n") if words else None

    def clicked(self, item: int, event: events.Click) -> None:
        """Say which place in the text was clicked."""
        meta = event.style.meta
        if "offset" in meta:
            offset, mark = meta["offset"][0], meta["mark"]
            marks = self.items[item].block.marks
            self.post_message(self.Pointed(self, item, offset, None if mark is None else marks[mark]))


def _hang(shown: TextItem) -> int:
    return cells(drawable(shown.label)) + 1 if shown.label else 0


def _within(at: int, shown: TextItem) -> bool:
    return shown.start <= at < shown.end or at == shown.end == len(shown.block.text)


def _overlaps(start: int, end: int, shown: TextItem) -> bool:
    return start < shown.end and shown.start < end


def _insertion_style(block: Block, mark: int | None) -> str:
    if mark is None:
        return "text--page"
    return "text--marker" if block.marks[mark].confidence >= DOUBTFUL_BELOW else "text--doubtful"


def _runs(first: int, last: int, cuts: Sequence[int]) -> Iterator[Range]:
    """The runs of a line between the edges of what is marked on it."""
    edges = [first, *cuts[bisect_right(cuts, first) : bisect_left(cuts, last)], last]
    return pairwise(edges) if first < last else iter(())
