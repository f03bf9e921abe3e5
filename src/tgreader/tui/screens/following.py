"""Moving about: paragraphs, markers and references, following them and coming back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from textual import on

from tgreader.errors import TgReaderError
from tgreader.model.inline import Reference
from tgreader.reading.document.arrival import Arrival
from tgreader.reading.document.stops import Stop
from tgreader.reading.session import Session
from tgreader.tui.screens.desk import Active
from tgreader.tui.screens.going import Going
from tgreader.tui.screens.seen import is_shown
from tgreader.tui.widgets.item_view import ItemView
from tgreader.tui.widgets.text_view import TextView

if TYPE_CHECKING:
    from tgreader.model.address import Address
    from tgreader.reading.pointing.navigator import Mention


class Following(Going):
    """A desk at which one moves."""

    def __init__(self, session: Session, first: Arrival) -> None:
        super().__init__(session, first)
        self._left_in_notes: set[Address] = set()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys are commands unless something is being typed."""
        if self.focused is not None and not isinstance(self.focused, ItemView):
            return False
        return super().check_action(action, parameters)

    def action_move(self, step: int) -> None:
        """Move the cursor of the pane that has the focus."""
        self.view.action_next(step)
        self.moved(self.view)

    def action_page(self, pages: float) -> None:
        """Move by pages."""
        self.view.action_page(pages)
        self.moved(self.view)

    def action_end(self, last: bool) -> None:
        """Go to the first or last paragraph, note or entry."""
        self.view.action_end(last)
        self.moved(self.view)

    def action_sideways(self, step: int) -> None:
        """Show what of the table at the cursor is beyond the edge of its pane."""
        if not isinstance(self.view, TextView) or not self.view.shift(step):
            self.say("no table wider than the pane is here")

    def action_document(self, step: int) -> None:
        """Go to the document before or after this one."""
        address = self.session.neighbour(step)
        if address is None:
            self.say(f"this is the {'last' if step > 0 else 'first'} of the documents opened")
        else:
            self.open(address)

    def action_back(self) -> None:
        """Back to where the last step came from."""
        self._retrace(self.session.back, "there is nowhere to go back to")

    def action_forward(self) -> None:
        """Forward again."""
        self._retrace(self.session.forward, "there is nowhere to go forward to")

    def _retrace(self, step: Callable[[], Arrival | None], words: str) -> None:
        try:
            arrival = step()
        except TgReaderError as error:
            self.say_error(error)
            return
        if arrival is None:
            self.say(words)
        else:
            self._come_back(arrival, cast("Address", self.session.place))

    def _come_back(self, arrival: Arrival, place: Address) -> None:
        """Show a place where one was before, with the reference at the cursor that one followed from there."""
        self.set_focus(self.text)
        self.show(arrival)
        if place.offset or place.note is not None:
            self.activate_at(place)
            if place in self._left_in_notes and is_shown(self.notes):
                self.set_focus(self.notes)

    def activate_at(self, address: Address) -> None:
        """Put the reference, else the marker, that begins at a place of the document at the cursor."""
        reading = self.reading
        if not reading.references:
            reading.references = self.session.references(reading.document)
        block = reading.block_of(address)
        there = [stop for stop in reading.stops(block) if stop.start == address.offset]
        if there:
            self.activate((block, max(there, key=lambda stop: stop.end)))

    # Markers and references

    def action_stop(self, step: int) -> None:
        """Step to the next or previous marker or reference of the paragraph, note or entry at the cursor."""
        if self.view is self.navigator:
            self._visit(step)
            return
        block = self.notes.items[self.notes.cursor].number if self.view is self.notes and self.notes.items else None
        stops = self._stops_here(block)
        if not stops:
            self.say("no marker and no reference in this " + ("note" if block is not None else "paragraph"))
            return
        here = next((n for n, stop in enumerate(stops) if stop == self.active), None)
        self.activate(stops[(here + step) % len(stops) if here is not None else 0 if step > 0 else -1])

    def _stops_here(self, block: int | None) -> list[Active]:
        """The stops of a paragraph of the body, or those of the note to which a block belongs."""
        reading = self.reading
        if block is None:
            return [(self.text.block, stop) for stop in reading.stops(self.text.block)]
        note = reading.note_of(block)
        if note is None:
            return []
        first = reading.first_block(note)
        return [(n, stop) for n in range(first, first + len(note.blocks)) for stop in reading.stops(n)]

    def activate(self, active: Active) -> None:
        """Make a marker or reference the active one, and show it."""
        self.active = active
        block, stop = active
        if self.reading.note_of(block) is None:
            self.text.go_to(block, stop.start)
        else:
            self.notes.go_to(block, stop.start)
        if isinstance(stop.what, Reference):
            self.navigator.show_reference(stop.what)
        self.sync()

    def action_follow(self) -> None:
        """A marker leads to its note, a note back to its marker, a reference to what it points to."""
        if self.view is self.navigator:
            if self.navigator.arrived is not None:
                self.follow(self.navigator.arrived)
            else:
                self._visit(1)
        elif self.active is not None:
            self._follow_active(self.active[1])
        elif self.view is self.notes:
            self._return_to_marker()
        else:
            self.action_stop(1)

    def _follow_active(self, stop: Stop) -> None:
        if isinstance(stop.what, Reference):
            self.follow(stop.what)
        elif self.view is self.notes and self.reading.note_of(cast("Active", self.active)[0]) is None:
            self._return_to_marker()
        elif stop.what.note is None:
            self.say(f"note {stop.what.label} is not in this copy")
        else:
            self.show_pane(self.notes)

    def _return_to_marker(self) -> None:
        shown = self.notes.note
        self.set_focus(self.text)
        if shown is not None:
            marker = self.reading.marker(shown.note.number)
            if marker is None:
                self.say(f"the marker of note {shown.note.label} is lost in this copy")
            elif self.reading.note_of(marker[0]) is None:
                self.activate(marker)

    def follow(self, reference: Reference) -> None:
        """Go to what a reference points to, or say what is known of it."""
        target = reference.target
        if self.view is self.notes:
            self._left_in_notes.add(self._exact_place())
        if target is not None and (reference.status == "resolved" or self.session.can_reach(target)):
            self.set_focus(self.text)
            self.go(target)
        elif reference.status == "ambiguous" and reference.candidates:
            self.choose_among(reference)
        else:
            self.say_known(reference)

    def say_known(self, reference: Reference) -> None:
        """Tell the reader what is known of what a reference points to."""
        from tgreader.reading.pointing.known import known_of

        said = self.said_of_index() if reference.target is not None else ()
        self.say("\n".join((*known_of(reference), *said)))

    def choose_among(self, reference: Reference) -> None:
        """Let the reader choose which of the places that are meant; where one cannot be asked, say them."""
        self.say_known(reference)

    def _visit(self, step: int) -> None:
        """Show where the navigator's entry is named; the focus stays on the entry."""
        mention = self.navigator.step(step)
        if mention is None:
            self.say("no entry is here")
            return
        if mention.document != self.reading.document.address:
            self.go(mention.document, partial(self._show_mention, mention))
        else:
            self._show_mention(mention)

    def _show_mention(self, mention: Mention) -> None:
        reference, note = mention.reference, self.reading.note_of(mention.block)
        home = self.reading.home(note.number) if note else mention.block
        self.active = (mention.block, Stop(reference.start, reference.end, reference))
        self.text.go_to(home, None if note else reference.start)
        self.sync()
        if note:
            self.notes.go_to(mention.block, reference.start)

    # Mouse

    @on(TextView.Pointed)
    def _pointed(self, event: TextView.Pointed) -> None:
        """A click on a marker or reference makes it active; on one that is active already, follows it."""
        block = event.view.items[event.item].number
        stops = self.reading.stops(block)
        hit = next((s for s in stops if s.what is event.mark), None) or next(
            (s for s in stops if s.start <= event.offset < s.end), None
        )
        if hit is None:
            self.active = None
            self.sync()
        elif self.active == (block, hit):
            self._follow_active(hit)
        else:
            self.activate((block, hit))

    @on(ItemView.Chosen, "#references")
    def _chosen(self) -> None:
        self.action_follow()
