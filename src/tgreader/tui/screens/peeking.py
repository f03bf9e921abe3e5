"""Peeking: what a reference points to, shown in the side panel without leaving the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tgreader.errors import TgReaderError
from tgreader.model.address import Address
from tgreader.model.inline import Reference
from tgreader.model.tuples import NamedTuple
from tgreader.reading.document.arrival import locate
from tgreader.tui.screens.desk import Active
from tgreader.tui.screens.finding import Finding
from tgreader.tui.widgets.bars import Bar
from tgreader.tui.widgets.item_view import ItemView

if TYPE_CHECKING:
    from tgreader.reading.document.glimpse import Glimpse
    from tgreader.tui.widgets.peek_panel import PeekPanel


class _Standing(NamedTuple):
    """Where the reader stands: when any of it changes, the reader has moved."""

    document: Address
    block: int
    active: Active | None
    view: str | None
    item: int


class Peeking(Finding):
    """A desk from which one looks at other places."""

    _peeked: Reference | Address | None = None
    _peeked_from: _Standing | None = None

    @property
    def peek(self) -> PeekPanel:
        """The peek panel."""
        from tgreader.tui.widgets.peek_panel import PeekPanel

        return self.query_one("#peek", PeekPanel)

    @property
    def is_peeking(self) -> bool:
        """Whether a place is shown beside the text."""
        return self._peeked is not None

    def pointed(self) -> Reference | Address | None:
        """What is pointed to at the cursor: the entry of a list, the active reference, the note of an active marker."""
        if self.view is self.navigator:
            if self.navigator.citing is not None:
                return self.navigator.citing.address
            return self.navigator.arrived or (self.navigator.thing.best if self.navigator.thing else None)
        if self.active is None:
            return None
        what = self.active[1].what
        if isinstance(what, Reference):
            return what
        document = self.reading.document
        label = next((note.label for note in document.notes if note.number == what.note), None)
        return document.address.at_note(label) if label is not None else None

    def action_peek(self) -> None:
        """Show what is pointed to here beside the text; a second time, end that."""
        if self.is_peeking:
            self.end_peek()
        elif self.is_too_low():
            return
        elif (pointed := self.pointed() or self._first_reference()) is None:
            self.say("no reference here to peek at: h and l step from one to the next")
        else:
            target = pointed.target if isinstance(pointed, Reference) else pointed
            if target is None:
                self._peek(pointed)
            else:
                self.with_file_of(target, lambda: self._peek(pointed))

    def _first_reference(self) -> Reference | None:
        """The first reference of the paragraph or note at the cursor, or of its notes; it becomes the active one."""
        note = self.notes.items[self.notes.cursor] if self.view is self.notes and self.notes.items else None
        here = self._stops_here(note.number) if note else []
        here = here or self._stops_here(None)
        here += [stop for note in self.reading.notes_at(self.text.block) for stop in self._stops_here(note.first_block)]
        found = next((active for active in here if isinstance(active[1].what, Reference)), None)
        if found is None:
            return None
        self.activate(found)
        what = found[1].what
        return what if isinstance(what, Reference) else None

    def _peek(self, pointed: Reference | Address) -> None:
        glimpse = self._glimpse(pointed)
        if not self._is_seen_while_peeking(self.view):
            self.set_focus(self.text)
        self._peeked, self._peeked_from = pointed, self._standing()
        self.add_class("-peeking")
        self.query_one("#peek-title", Bar).say(glimpse.title, (f"{glimpse.page} · p back".lstrip(" ·"), glimpse.page))
        self.peek.show_glimpse(glimpse)

    def _is_seen_while_peeking(self, view: ItemView) -> bool:
        """Whether a pane stays on the screen, so that the keys may stay with it."""
        return view in (self.text, self.notes, self.navigator)

    def _glimpse(self, pointed: Reference | Address) -> Glimpse:
        from tgreader.reading.document.glimpse import glimpse, glimpse_of_words
        from tgreader.reading.pointing.known import known_of, known_of_place

        target = pointed.target if isinstance(pointed, Reference) else pointed
        words: tuple[str, ...]
        if target is not None and (isinstance(pointed, Address) or pointed.status != "ambiguous"):
            try:
                address = self.session.in_document(target)
                arrival = locate(self.session.shelf.document(address), address)
                return glimpse(arrival, address, self.reading.document)
            except TgReaderError as error:
                words = (str(error), *known_of_place(target))
        if isinstance(pointed, Reference):
            return glimpse_of_words(pointed.title or pointed.text, known_of(pointed))
        return glimpse_of_words(str(pointed), words)

    def end_peek(self) -> None:
        """Show the notes and references again."""
        if self.is_peeking:
            self._peeked = self._peeked_from = None
            self.remove_class("-peeking")

    def _standing(self) -> _Standing:
        view = self.view
        return _Standing(self.reading.document.address, self.text.block, self.active, view.id, view.cursor)

    def sync(self) -> None:
        """As at every desk; whoever has moved peeks no more."""
        self._end_if_moved()
        super().sync()

    def moved(self, view: ItemView) -> None:
        """As at every desk; whoever has moved peeks no more."""
        self._end_if_moved()
        super().moved(view)

    def _end_if_moved(self) -> None:
        if self.is_peeking and self._peeked_from != self._standing():
            self.end_peek()

    def bring(self, view: ItemView) -> None:
        """As at every desk; a pane is not seen while one peeks."""
        self.end_peek()
        super().bring(view)

    def action_pane(self, step: int) -> None:
        """As at every desk; a pane is not seen while one peeks."""
        self.end_peek()
        super().action_pane(step)

    def action_follow(self) -> None:
        """From a peek, go there."""
        pointed = self._peeked
        if pointed is None:
            super().action_follow()
            return
        self.end_peek()
        if isinstance(pointed, Reference):
            self.follow(pointed)
        else:
            self.set_focus(self.text)
            self.go(pointed)

    def action_leave(self) -> None:
        """From a peek, back; else as at every desk."""
        if self.is_peeking:
            self.end_peek()
        else:
            super().action_leave()
