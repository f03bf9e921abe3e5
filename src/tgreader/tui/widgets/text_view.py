"""TextView: text with its markers, page breaks, references, hits and what is selected of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection

from tgreader.model.document import Block
from tgreader.model.inline import NoteMark, Range, Reference
from tgreader.model.tuples import NamedTuple
from tgreader.reading.document.settling import DOUBTFUL_BELOW
from tgreader.reading.document.stops import Stop
from tgreader.tui.glyphs import drawable
from tgreader.tui.typeset import Setting
from tgreader.tui.widgets.set_text import SetText, Worn
from tgreader.tui.widgets.text_item import TextItem

_WORD = re.compile(r"\w+(?:[-‐‑–'’.]\w+)*")
"""A word as a second click takes it: with the hyphens, apostrophes and points within."""
_PRINTED = {
    "italic": Style(italic=True),
    "roman": Style(italic=False),
    "strong": Style(bold=True),
    "underline": Style(underline=True),
    "deleted": Style(strike=True),
}


class OwnMarks(NamedTuple):
    """What the reader has marked and annotated: all by the number of the block.

    Attributes:
        signs: for an offset in a block, what stands in the margin there.
        ranges: the words that were selected.
    """

    signs: Mapping[int, Sequence[tuple[int, str]]] = {}
    ranges: Mapping[int, Sequence[Range]] = {}


_NONE = OwnMarks()


class Marks(NamedTuple):
    """What is marked on the text besides what the document has: all by the number of the block.

    Attributes:
        references: the references of every block.
        hits: where a search was found.
        hit: the hit the reader is at, as (block, range).
        active: the marker or reference the reader is at, as (block, stop).
        own: what the reader has marked and annotated.
    """

    references: Sequence[Sequence[Reference]] = ()
    hits: Mapping[int, Sequence[Range]] = {}
    hit: tuple[int, Range] | None = None
    active: tuple[int, Stop] | None = None
    own: OwnMarks = _NONE


class TextView(SetText):
    """Text, drawn."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "text--heading",
        "text--aside",
        "text--marker",
        "text--doubtful",
        "text--reference",
        "text--hit",
        "text--hit-here",
        "text--active",
        "text--own",
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
        self.marks = Marks()

    def show(self, items: list[TextItem], marks: Marks, cursor: int = 0) -> None:
        """Show other text, with the cursor on one of its items; nothing of it is selected."""
        self.marks = marks
        if self.text_selection is not None:
            self.screen.selections = {view: span for view, span in self.screen.selections.items() if view is not self}
        self.take(items, cursor)

    def mark(self, marks: Marks) -> None:
        """Mark other things on the same text: only what changed is drawn anew."""
        before, self.marks = self.marks, marks
        same = before.references is marks.references and before.hits is marks.hits and before.own is marks.own
        if not same:
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

    def worn(self, item: int, setting: Setting) -> Iterator[Worn]:
        """Runs of glyphs and what they wear, the weightiest last."""
        shown, marks = self.items[item], self.marks
        for printed in shown.block.styles:
            if printed.kind in _PRINTED and _overlaps(printed.start, printed.end, shown):
                yield *setting.drawn(printed.start, printed.end), _PRINTED[printed.kind]
        for reference in marks.references[shown.number] if shown.number < len(marks.references) else ():
            if _overlaps(reference.start, reference.end, shown):
                yield *setting.drawn(reference.start, reference.end), self._worn("text--reference")
        yield from self._own(shown, setting)
        for number, insertion in enumerate(setting.insertions):
            yield *setting.inserted(number), self._worn(_insertion_style(shown.block, insertion.mark))
        here = marks.hit[1] if marks.hit and marks.hit[0] == shown.number else None
        for start, end in marks.hits.get(shown.number, ()):
            if _overlaps(start, end, shown):
                yield *setting.drawn(start, end), self._worn("text--hit-here" if (start, end) == here else "text--hit")
        if marks.active and marks.active[0] == shown.number:
            yield from self._active(shown, setting, marks.active[1])
        yield from self._selected(item, setting)

    def _own(self, shown: TextItem, setting: Setting) -> Iterator[Worn]:
        for start, end in self.marks.own.ranges.get(shown.number, ()):
            if _overlaps(start, end, shown):
                yield *setting.drawn(max(start, shown.start), min(end, shown.end)), self._worn("text--own")

    def _active(self, shown: TextItem, setting: Setting, stop: Stop) -> Iterator[Worn]:
        if isinstance(stop.what, NoteMark):
            for number, insertion in enumerate(setting.insertions):
                if insertion.mark is not None and shown.block.marks[insertion.mark] is stop.what:
                    yield *setting.inserted(number), self._worn("text--active")
        elif _overlaps(stop.start, stop.end, shown):
            yield *setting.drawn(stop.start, stop.end), self._worn("text--active")

    def _selected(self, item: int, setting: Setting) -> Iterator[Worn]:
        """The part of an item under Textual's selection, whose offsets are (offset in text, item)."""
        span = self.text_selection.get_span(item) if self.text_selection else None
        if span is not None:
            start = setting.drawn(span[0], span[0])[0] if span[0] else 0
            end = len(setting.glyphs) if span[1] == -1 else setting.drawn(span[1], span[1])[0]
            yield start, end, self.screen.get_component_rich_style("screen--selection")

    def signs(self, item: int, setting: Setting) -> Mapping[int, str]:
        """By its line, the signs of what the reader has marked and annotated."""
        shown = self.items[item]
        found: dict[int, str] = {}
        for offset, sign in self.marks.own.signs.get(shown.number, ()):
            if shown.start <= offset < shown.end or offset == shown.start:
                line = setting.line_of(offset)
                found[line] = "".join(dict.fromkeys(found.get(line, "") + sign))
        return found

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
            if event.chain > 1 and mark is None and not self._is_reference(item, offset):
                self._select_about(event)
            marks = self.items[item].block.marks
            self.post_message(self.Pointed(self, item, offset, None if mark is None else marks[mark]))

    def _is_reference(self, item: int, offset: int) -> bool:
        number, references = self.items[item].number, self.marks.references
        return number < len(references) and any(found.start <= offset < found.end for found in references[number])

    def _select_about(self, event: events.Click) -> None:
        """Select the word that is clicked, or the paragraph, as a second and a third click do in a terminal."""
        _, place = self.screen.get_widget_and_offset_at(event.screen_x, event.screen_y)
        if place is None:
            return
        number, text = self.items[place.y].number, self.items[place.y].block.text
        words = [found.span() for found in _WORD.finditer(text) if found.start() <= place.x < found.end()]
        for start, end in words if event.chain == 2 else [(0, len(text))]:
            self.screen.selections = {self: self.selection_of((number, start), (number, end))}

    def selection_of(self, start: tuple[int, int], end: tuple[int, int]) -> Selection:
        """A range of the text as Textual has it: (offset in a block's text, item that shows that).

        Args:
            start: the block and the offset in its text at which the range begins.
            end: the same where it ends; the item is that of the piece which the last of it is in.
        """
        first, last = self.item_of(*start) or 0, self.item_of(end[0], end[1] - 1) or 0
        return Selection.from_offsets(Offset(start[1], first), Offset(end[1], last))


def _overlaps(start: int, end: int, shown: TextItem) -> bool:
    return start < shown.end and shown.start < end


def _insertion_style(block: Block, mark: int | None) -> str:
    if mark is None:
        return "text--page"
    return "text--marker" if block.marks[mark].confidence >= DOUBTFUL_BELOW else "text--doubtful"
