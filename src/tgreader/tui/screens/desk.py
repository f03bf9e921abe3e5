"""The desk: the text, its notes beside it, what it points to; what is open on it and where the reader is.

The reading screen is a desk with things to do at it; each of those is a class of its own on top of this one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

from textual import on

from tgreader.model.document import Document
from tgreader.model.inline import NoteMark
from tgreader.reading.document.arrival import Arrival
from tgreader.reading.document.find import Hits
from tgreader.reading.document.open_document import NoteText, OpenDocument
from tgreader.reading.document.stops import Stop
from tgreader.reading.document.titles import place_titles, place_words
from tgreader.reading.remembering.memory import MEASURE
from tgreader.reading.session import Session
from tgreader.tui.screens.furniture import Furniture
from tgreader.tui.widgets.bars import Bar, Said
from tgreader.tui.widgets.item_view import ItemView
from tgreader.tui.widgets.paragraph_pane import within
from tgreader.tui.widgets.text_view import Marks

if TYPE_CHECKING:
    from tgreader.model.address import Address
    from tgreader.tui.widgets.footnote_panel import OwnWords

_TRAIL = 4
"""So many places that one came through are named at the foot, where there is room."""

Active = tuple[int, Stop]
"""A marker or reference, and the number of the block it is in."""

_KEYS = (
    "j k paragraph · h l marker · Enter follow · c cite · / find · ? keys",
    "j k · h l · Enter follow · c cite · / find · ? keys",
    "c cite · / find · ? keys",
    "? keys",
    "",
)


class Desk(Furniture):
    """Shows one document of a session and keeps everything on the screen at the reader's place.

    Args:
        session: what is open.
        first: where to begin.
    """

    def __init__(self, session: Session, first: Arrival) -> None:
        super().__init__()
        self.session = session
        self.reading = OpenDocument(first.document)
        self.hits = Hits()
        self.hit: int | None = None
        self.active: Active | None = None
        self.left_at = first.block
        self._first = first
        self._to_find: Document | None = None
        self._noted: tuple[int, int | None] = (first.block, first.note)
        self._gone_to: tuple[int, int] | None = None

    def on_mount(self) -> None:
        """Begin where the session begins."""
        kept = self.session.memory.setting(MEASURE)
        if kept and kept.isdecimal() and len(kept) < 4:
            self.text.measure_wanted = within(int(kept))
        self.set_focus(self.text)
        self.show(self._first)
        self.call_after_refresh(self.furnish)

    async def furnished(self) -> None:
        """What the panels show is worked out now."""
        await super().furnished()
        self.say_opened(self._first)
        self.sync()
        self.find_references()

    def say_opened(self, arrival: Arrival) -> None:
        """Tell the reader what must be known of this copy, and where it was left off."""
        words = list(arrival.document.faults)
        if arrival.resumed:
            words.append(f"left off at ¶ {arrival.document.paragraph_number(arrival.block)} · g: the beginning")
        if words:
            self.say("\n".join(words))

    # Showing

    def show(self, arrival: Arrival) -> None:
        """Show a place: its document, if it is another one, with the cursor there."""
        if arrival.document is not self.reading.document or not self.text.items:
            if self.text.items:
                self.session.memory.leave(self.reading.document, self.text.block)
            self.reading = OpenDocument(arrival.document)
            self.hits, self.hit = Hits(), None
            self.active = None
            self.text.read(arrival.document, self._marks(), arrival.block)
            if self._is_furnished:
                self.find_references()
        self.active = self.reading.marker(arrival.note) if arrival.note is not None else None
        self._noted = (arrival.block, arrival.note)
        self._gone_to = (arrival.block, arrival.offset) if arrival.offset and arrival.note is None else None
        self.text.go_to(arrival.block, arrival.offset)
        self.sync()

    def find_references(self) -> None:
        """Find what the document points to, after it is on the screen: a grammar takes a moment to import."""
        self._to_find = self.reading.document
        self.call_after_refresh(self.find_now)

    def find_now(self) -> None:
        """Find it before the next key is acted on, which may ask for it."""
        document, self._to_find = self._to_find, None
        if document is self.reading.document:
            self.find()

    def find(self) -> None:
        """Find what the document points to, and show it."""
        self.reading.references = self.session.references(self.reading.document)
        if said := self.session.referring.left_out(self.reading.document):
            self.say(said)
        self.show_references()
        self.sync()

    def show_references(self) -> None:
        """Show what the document points to."""
        from tgreader.reading.pointing.navigator import pointed_to

        self.navigator.read(pointed_to(self.reading.document, self.reading.references))

    def references_title(self) -> tuple[Said, Said]:
        """What the list of references is called, and what it is of."""
        return "References", "in document"

    def sync(self) -> None:
        """Bring every pane and bar to the reader's place; what did not change is not drawn again."""
        block, stop = self.text.block, self.active[1] if self.active else None
        self.left_at = block
        marks = self._marks()
        self.text.mark(marks)
        self.session.stay(self._exact_place())
        if self._is_furnished:
            self._say_place(block, stop)
            self._show_notes(block, marks)

    def _exact_place(self) -> Address:
        """The reference or marker at the cursor, to come back to; else the paragraph."""
        if self.active is None:
            return self.reading.address(self.text.block)
        block, stop = self.active
        return self.reading.address_at(block, stop.start)

    @property
    def offset_here(self) -> int | None:
        """Code points into the paragraph at the cursor: its active marker or reference, or the place gone to."""
        if self.active is not None and self.active[0] == self.text.block:
            return self.active[1].start
        return self._gone_to[1] if self._gone_to is not None and self._gone_to[0] == self.text.block else None

    def _show_notes(self, block: int, marks: Marks) -> None:
        shown = self.reading.notes_at(block)
        own = self.own_words(block)
        self.notes.read(shown, marks, self._active_note(shown), self.reading.doubts(shown), own)
        total = len(self.reading.document.notes)
        none = "No notes here" if total else "No notes in this document"
        right = self._counted(own) if shown or own else self._next_note(block)
        self._title("#notes-title", self.notes, "Notes here" if shown or own else none, right)
        self._title("#references-title", self.navigator, *self.references_title())
        self.set_class(not total and not self.own_anywhere, "-noteless")
        self.set_class(not self.navigator.rows and self.view is not self.navigator, "-unpointing")

    def _counted(self, own: Sequence[OwnWords]) -> Said:
        """How many notes and how many of the reader's own words are shown, from the fullest form to the shortest."""
        shown, written = len(self.notes.notes), f"{own[0].sign[:1]} {len(own)}" if own else ""
        numbers = f"{shown} of {len(self.reading.document.notes)}" if shown else ""
        forms = (f"{numbers} in document" if numbers else "", numbers)
        return [" · ".join(part for part in (form, written) if part) for form in forms]

    def _next_note(self, block: int) -> str:
        """Where the next note is, as one reads on."""
        coming = self.reading.next_note(block)
        return f"next: {coming[0].label}, ¶ {self.reading.document.paragraph_number(coming[1])}" if coming else ""

    @property
    def own_anywhere(self) -> bool:
        """Whether the reader has written anything on the document."""
        return False

    def own_words(self, block: int) -> Sequence[OwnWords]:
        """What the reader has written on a block of the body."""
        return ()

    def _marks(self) -> Marks:
        hit = self.hits.found[self.hit] if self.hit is not None else None
        here = (hit.block, (hit.start, hit.end)) if hit else None
        return Marks(self.reading.references, self.hits.by_block, here, self.active)

    def _active_note(self, shown: Sequence[NoteText]) -> int:
        """Which of the notes shown is the active one: the active marker's, the hit's, or the one at the cursor."""
        wanted = None
        if self.active and isinstance(self.active[1].what, NoteMark):
            wanted = self.active[1].what.note
        elif self.active and (note := self.reading.note_of(self.active[0])):
            wanted = note.number
        elif self.hit is not None:
            wanted = self.hits.found[self.hit].note
        elif self.notes.has_focus and self.notes.note:
            wanted = self.notes.note.note.number
        elif self._noted[0] == self.text.block:  # a note whose marker is lost is shown all the same
            wanted = self._noted[1]
        return next((place for place, note in enumerate(shown) if note.note.number == wanted), 0)

    def _say_place(self, block: int, stop: Stop | None) -> None:
        reading = self.reading
        document = reading.document
        self.query_one("#place", Bar).say(place_titles(document), reading.page_words(block, self.offset_here))
        paragraph, last = document.paragraph_number(block), document.paragraph_number(len(document.blocks) - 1)
        where = f"¶ {paragraph} of {last}" if paragraph else "heading"
        notes = reading.count_of_notes(block, stop)
        self.query_one("#status", Bar).say(self._foot(), (f"{where} · {notes}", where))

    def keys_to_say(self) -> Sequence[str]:
        """The keys of most use in the pane that has them, from the fullest form to the shortest."""
        return _KEYS

    def _foot(self) -> Said:
        """The keys, and before them where the way leads back and forward; what there is no room for is left out."""
        back, forward = self.session.back_to, self.session.forward_to
        keys = self.keys_to_say()
        if back is None and forward is None:
            return keys
        ways = [f"⌫ {self._words(back)}"] if back else []
        both = [*ways, f"Alt+→ {self._words(forward)}"] if forward else ways
        named, short = " · ".join(both), " · ".join(ways or both)
        return [
            *self._trails(named, keys),
            *(f"{named} · {words}" for words in keys if words),
            named,
            f"{short} · ? keys",
            short,
            "",
        ]

    def _words(self, place: Address) -> str:
        entry = self.session.shelf.entry(place)
        return place_words(place, self.reading.document.address, entry.heading if entry and not entry.number else "")

    def _trails(self, named: str, keys: Sequence[str]) -> Iterator[str]:
        """The same, with the places that one came through before, the nearest first."""
        steps = [self._words(place) for place in self.session.back_through(_TRAIL)]
        for shown in range(len(steps), 1, -1):
            trail = " ‹ ".join(steps[:shown])
            further = named.removeprefix(f"⌫ {steps[0]}")
            yield from (f"⌫ {trail}{further} · {words}" for words in keys[:3])

    def _title(self, name: str, view: ItemView, left: Said, right: Said) -> None:
        bar = self.query_one(name, Bar)
        lefts = [left] if isinstance(left, str) else left
        bar.say([f"▸ {words}" for words in lefts] if view.has_focus else lefts, right)
        bar.set_class(view.has_focus, "focused")

    @on(ItemView.Moved)
    def _moved(self, event: ItemView.Moved) -> None:
        if event.view is not self.text or self.left_at != self.text.block:  # else a key has brought the rest along
            self.moved(event.view)

    def moved(self, view: ItemView) -> None:
        """The cursor of a pane moved: bring the rest along, in the same frame where a key moved it."""
        if view is self.text:
            self._gone_to = None
            if self.active and self._home_of_active() != self.text.block:
                self.active = None
            self.sync()
        elif view.has_focus and view.id == "notes" and self.active and not self._is_at_note(self.active[0]):
            self.active = None
            self.text.mark(self._marks())
            self.notes.mark(self._marks())

    def _is_at_note(self, block: int) -> bool:
        """Whether a block is of the note at the cursor of the panel."""
        note = self.reading.note_of(block)
        return note is not None and self.notes.note is not None and self.notes.note.note is note

    def _home_of_active(self) -> int:
        block = cast("Active", self.active)[0]
        note = self.reading.note_of(block)
        return self.reading.home(note.number) if note else block
