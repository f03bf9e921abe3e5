"""Backlinks: what cites the thing at the cursor, this document, its pages, its box, each with the citing sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from tgreader.model.address import Address
from tgreader.model.inline import Reference
from tgreader.tui.screens.long_reading import BEGUN, Show
from tgreader.tui.screens.navigating import Navigating
from tgreader.tui.widgets.bars import Said
from tgreader.tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from tgreader.reading.backlinks.backlinks import Backlinks
    from tgreader.reading.pointing.citing_places import Citing, Wanted
    from tgreader.tui.widgets.reference_navigator import Answers


_KEYS = (
    "Enter goes there · p peek · / narrow · R or r what is pointed to · Tab next pane · ? keys",
    "Enter goes there · p peek · / narrow · R back · ? keys",
    "Enter goes there · R back",
    "? keys",
    "",
)


class Backtracing(Navigating):
    """A desk at which one asks what cites what.

    Attributes:
        asked: what was asked about; None while the list shows what is pointed to.
    """

    asked: Sequence[Wanted] | None = None
    _asked_at: Address | None = None
    """The document in which that was asked: in another one, the same key asks about that."""

    _backlinks: Backlinks | None = None
    _with_index = False

    @property
    def backlinks(self) -> Backlinks:
        """Who knows what cites what: all that is open, and the library, if it was indexed by now."""
        index = self.session.indexed
        if self._backlinks is None or (index is not None) != self._with_index:
            from tgreader.reading.backlinks.backlinks import Backlinks

            self._backlinks = Backlinks(self.session.shelf, self.session.referring, index)
            self._with_index = index is not None
        return self._backlinks

    def action_cited_by(self) -> None:
        """List what cites the thing at the cursor, this document, its pages, its box; from there, back."""
        here = self.reading.document.address
        if self.asked is not None and self.view is self.navigator and here == self._asked_at:
            self.list_references()
            return
        if self.is_too_low():
            return
        self.stop_reading()
        self.asked, self._asked_at = self._things_here(), here
        self.navigator.narrow("")
        self.navigator.read_citing(())
        self.show_pane(self.navigator)
        self.start_reading(partial(self._answers, self.asked), BEGUN)

    def _things_here(self) -> Sequence[Wanted]:
        from tgreader.reading.backlinks.things_here import thing_of, things_here

        reading, active = self.reading, self.active
        in_text = active is not None and reading.note_of(active[0]) is None
        page = reading.page_at(self.text.block, active[1].start if active and in_text else 0)
        here = things_here(
            reading.document,
            reading.references,
            page,
            stop=active[1] if active else None,
            note=self.notes.note.note if self.view is self.notes and self.notes.note else None,
        )
        entry = self.navigator.thing if self.view is self.navigator else None
        pointed = thing_of(entry.best) if entry else None
        return tuple(dict.fromkeys((pointed, *here))) if pointed else here

    def _answers(self, asked: Sequence[Wanted]) -> Show | None:
        """In a thread: what cites each thing asked about; of those that nothing cites only the document is said."""
        for done, total in self.backlinks.read():
            if not self.tell_progress(done, total):
                return None
        found = [(wanted, self.backlinks.citing(wanted)) for wanted in asked]
        whole = self.reading.document.address
        return partial(self._show_answers, asked, [one for one in found if one[1] or one[0].targets == (whole,)])

    def _show_answers(self, asked: Sequence[Wanted], answers: Answers) -> None:
        if self.asked is asked:
            self.navigator.read_citing(answers)
            self.sync()
            if self.backlinks.trouble is not None:
                self.say_error(self.backlinks.trouble)
            elif said := self.said_of_index():
                self.say(said[0])

    def list_references(self) -> None:
        """Show what is pointed to again."""
        self.asked = None
        super().list_references()

    def show_references(self) -> None:
        """As at every desk, but while one looks at what cites something, that stays."""
        if self.asked is None:
            super().show_references()

    def references_title(self) -> tuple[Said, Said]:
        """What is listed, how many entries, and where was looked for them."""
        if self.asked is None:
            return super().references_title()
        right = self.progress or (f"{self.navigator.counted} {self.backlinks.said}", self.navigator.counted)
        return self.narrowed("Cited by"), right

    def keys_to_say(self) -> Sequence[str]:
        """In the list of what cites something, what is done there."""
        is_here = self.asked is not None and self._is_furnished and self.view is self.navigator
        return _KEYS if is_here else super().keys_to_say()

    def action_references(self) -> None:
        """Show what is pointed to, and go there; from there, hide it."""
        if self.asked is not None:
            self.list_references()
        else:
            super().action_references()

    def action_scope(self) -> None:
        """From what cites something, back to what is pointed to; else list the references of more."""
        if self.asked is not None:
            self.list_references()
        else:
            super().action_scope()

    def action_follow(self) -> None:
        """From the list of what cites something, go to the place that does."""
        citing = self.navigator.citing if self.view is self.navigator else None
        if citing is None:
            super().action_follow()
        else:
            self.go_to_citing(citing)

    def choose_among(self, reference: Reference) -> None:
        """Let the reader choose which of the places that are meant."""
        from tgreader.reading.pointing.known import named_place

        rows = [ListRow(named_place(place), str(place), key=place) for place in reference.candidates]
        title = f"“{reference.text}” may be one of {len(rows)}" + (f": {reference.why}" if reference.why else "")
        self.choose(title, rows, self._go_if_chosen)

    def go_to_citing(self, citing: Citing) -> None:
        """Go to a place that cites something, with the reference there at the cursor."""
        self.go(citing.address, partial(self.activate_at, citing.address))

    def on_unmount(self) -> None:
        """Leave, and ask the library no more."""
        self.session.close()
