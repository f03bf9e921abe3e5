"""Markers in doubt: going to them, and putting them where they belong."""

from __future__ import annotations

from tgreader.errors import TgReaderError
from tgreader.model.document import Document, Note
from tgreader.model.inline import NoteMark
from tgreader.reading.document.settling import MarkerPlace, marker_places
from tgreader.reading.document.stops import Stop
from tgreader.tui.screens.copying import Copying
from tgreader.tui.widgets.row_list import ListRow


class Settling(Copying):
    """A desk at which one settles what the copy leaves in doubt."""

    def action_doubt(self) -> None:
        """Go to the next marker whose place is in doubt, round and round."""
        doubtful = self.reading.doubtful
        if not doubtful:
            self.say("no marker of this document is in doubt")
            return
        here = (self.active[0], self.active[1].start) if self.active else (self.text.block, -1)
        later = [found for found in doubtful if (found[0], found[1].at) > here]
        block, mark = (later or doubtful)[0]
        self.set_focus(self.text)
        note = self.reading.note_of(block)
        if note is not None:
            self.text.go_to(self.reading.home(note.number))
        self.activate((block, Stop(mark.at, mark.at, mark)))
        number = doubtful.index((block, mark)) + 1
        self.say(f"{number} of {len(doubtful)} in doubt · x puts the marker where it belongs")

    def action_settle(self) -> None:
        """Ask where the marker of the note at the cursor belongs."""
        note = self._note_in_question()
        if note is None:
            self.say("no note here: go to a marker (l) or to a note (f) first")
        elif not self.session.shelf.can_correct(self.reading.document.address):
            self.say("this file says itself where its markers stand")
        else:
            rows = [
                ListRow(place.words, _aside(place), key=place) for place in marker_places(self.reading.document, note)
            ]
            now = next((row.key for row in rows if isinstance(row.key, MarkerPlace) and row.key.now), None)
            self.choose(
                f"Where does the marker of note {note.label} belong?",
                rows,
                lambda chosen: self._settle(note, chosen),
                chosen=now,
                foot="Enter puts it there · Esc leaves it",
            )

    def _note_in_question(self) -> Note | None:
        if self.view is self.notes:
            return self.notes.note.note if self.notes.note else None
        if self.active and isinstance(self.active[1].what, NoteMark):
            wanted = self.active[1].what.note
            return next((note for note in self.reading.document.notes if note.number == wanted), None)
        here = self.reading.notes_at(self.text.block)
        return here[0].note if len(here) == 1 else None

    def _settle(self, note: Note, chosen: object) -> None:
        if not isinstance(chosen, MarkerPlace):
            return
        before = self.reading.document
        try:
            arrival = self.session.settle(before, note.number, chosen.at)
        except TgReaderError as error:
            self.say_error(error)
            return
        self.set_focus(self.text)
        self.show(arrival)
        self.say(f"note {note.label} is settled; this is kept for every copy with these words")
        others = [label for label in _lost(arrival.document) if label not in {*_lost(before), note.label}]
        if others:
            labels = ", ".join(others)
            self.say_also(f"but now no marker is found for note {labels}: x at note {note.label} changes it again")


def _aside(place: MarkerPlace) -> str:
    return "it is here now" if place.now else "the next most likely" if place.likely else ""


def _lost(document: Document) -> list[str]:
    """The labels of the notes whose markers are lost."""
    return [note.label for note in document.notes if not note.anchored]
