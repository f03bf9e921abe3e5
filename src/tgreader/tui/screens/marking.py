"""Marking: places the reader wants to find again, with a sign beside them; what is marked and annotated in the text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from tgreader.errors import LibraryError
from tgreader.model.inline import Range
from tgreader.reading.document.arrival import Arrival
from tgreader.reading.session import Session
from tgreader.reading.settings import Settings
from tgreader.tui.screens.collecting import Collecting
from tgreader.tui.widgets.text_view import Marks, OwnMarks

if TYPE_CHECKING:
    from tgreader.library.work.annotations import Annotation
    from tgreader.model.address import Address
    from tgreader.model.document import Document
    from tgreader.reading.notebook.notebook import Spot
    from tgreader.reading.notebook.placed import Placed
    from tgreader.tui.widgets.footnote_panel import OwnWords

_AT_ONCE = 30
"""So many marks and annotations are found before the next key is looked at, even where nothing is where it was."""
MARK, ANNOTATION, LOST = "◆", "✎", "?"
"""The signs of a mark and of an annotation; what follows them where the words are not in this copy any more."""


def sign_of(kind: str, *, is_lost: bool = False) -> str:
    """The sign of a mark or annotation."""
    return (MARK if kind == "mark" else ANNOTATION) + LOST * is_lost


class Marking(Collecting):
    """A desk at which places are marked.

    Attributes:
        own: the marks and annotations on the document.
    """

    def __init__(self, session: Session, first: Arrival, settings: Settings) -> None:
        super().__init__(session, first, settings)
        self.own: tuple[Placed, ...] = ()
        self._own_marks = OwnMarks()
        self._own_of: Address | None = None
        self._unmarked: tuple[Annotation, ...] = ()

    # What is marked and annotated here

    def find_references(self) -> None:
        """What the reader has marked and annotated on another document is not shown on this one."""
        if self._own_of != self.reading.document.address:
            self._take_own(())
        super().find_references()

    def find(self) -> None:
        """Find what the reader has marked and annotated as well."""
        self.read_own()
        super().find()

    def read_own(self) -> None:
        """Read what is marked and annotated on the document, and show it; where that is much, once it is found."""
        from tgreader.reading.notebook.placed import placed_on

        document = self.reading.document
        kept = self.session.notebook.kept_on(document)
        if len(kept) > _AT_ONCE:
            work = partial(self._place_own, document, kept)
            self.run_worker(work, name="finding annotations", group="own", exclusive=True, thread=True)
        else:
            self._show_own(document, placed_on(document, kept))

    def _place_own(self, document: Document, kept: Sequence[Annotation]) -> None:
        from tgreader.reading.notebook.placed import placed_on

        own = placed_on(document, kept)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show_own, document, own)

    def _show_own(self, document: Document, own: tuple[Placed, ...]) -> None:
        if document is self.reading.document:
            self._own_of = document.address
            self._take_own(own)
            self.sync()

    def _take_own(self, own: tuple[Placed, ...]) -> None:
        self.own = own
        signs: dict[int, list[tuple[int, str]]] = {}
        ranges: dict[int, list[Range]] = {}
        for placed in own:
            start = placed.passage.start if placed.passage else 0
            sign = sign_of(placed.annotation.kind, is_lost=placed.is_lost)
            signs.setdefault(placed.block, []).append((start, sign))
            if placed.passage and placed.annotation.scope == "selection":
                for block, first, last in placed.passage.ranges(self.reading.blocks):
                    ranges.setdefault(block, []).append((first, last))
        self._own_marks = OwnMarks(signs, ranges)

    def _marks(self) -> Marks:
        return super()._marks()._replace(own=self._own_marks)

    def own_at(self, block: int) -> list[Placed]:
        """What is marked and annotated on a block of the body, and on the notes beside it."""
        return [placed for placed in self.own if self._home(placed.block) == block]

    @property
    def own_anywhere(self) -> bool:
        """Whether the reader has marked or annotated anything on the document."""
        return bool(self.own)

    def own_words(self, block: int) -> Sequence[OwnWords]:
        """What the reader has written there."""
        if not self.own:
            return ()
        from tgreader.reading.notebook.own_words import said_of
        from tgreader.tui.widgets.footnote_panel import OwnWords

        return tuple(
            OwnWords(
                sign_of("annotation", is_lost=placed.is_lost),
                placed.annotation.words,
                said_of(placed),
                placed.annotation,
            )
            for placed in self.own_at(block)
            if placed.annotation.kind == "annotation" or placed.is_lost
        )

    def _home(self, block: int) -> int:
        note = self.reading.note_of(block)
        return self.reading.home(note.number) if note else block

    # Marking

    def action_mark(self) -> None:
        """Mark the selection, the note or the paragraph at the cursor; where it is marked, mark it no more.

        Pressed again at once, it has back what it took away.
        """
        selected = self.text.selected()
        spot = self.spot()
        marks = self._marks_at(spot)
        try:
            if marks:
                self.session.notebook.delete(marks)
                self._unmarked = tuple(marks)
                self.say("mark removed · m sets it again")
            elif not selected and self._is_unmarked_here(spot):
                self.session.notebook.restore(self._unmarked)
                self._unmarked = ()
                self.say("marked again")
            else:
                self.session.notebook.keep(self.session.notebook.new(self.reading.document, spot, "mark"))
                self.say("marked · ) and ( go from mark to mark · M lists all")
        except LibraryError as error:
            self.say_error(error)
            return
        self.clear_selection()
        self.read_own()

    def spot(self) -> Spot:
        """The place at which one marks or annotates: the selection, the note or the paragraph at the cursor.

        At the heading it is the whole document.
        """
        from tgreader.reading.notebook.anchoring import Passage
        from tgreader.reading.notebook.notebook import Spot

        reading, selected = self.reading, self.text.selected()
        if selected:
            (first, start, _), (last, _, end) = selected[0], selected[-1]
            address = reading.document.address.at_paragraph(reading.document.paragraph_number(first), start)
            return Spot(address, "selection", Passage(first, start, last, end))
        if self.view is self.notes and self.notes.note:
            shown, block = self.notes.note.note, self.notes.note.first_block
            end = len(shown.blocks[-1].text) if shown.blocks else 0
            passage = Passage(block, 0, block + max(0, len(shown.blocks) - 1), end)
            return Spot(reading.document.address.at_note(shown.label), "note", passage)
        block = self.text.block
        address = reading.address(block)
        if address.paragraph is None or not reading.document.blocks:
            return Spot(address, "document")
        return Spot(address, "paragraph", Passage(block, 0, block, len(reading.blocks[block].text)))

    def _marks_at(self, spot: Spot) -> list[Annotation]:
        """The marks that `m` takes away: of a selection the very same one, of a paragraph all that begin in it."""
        marks = [placed for placed in self.own if placed.annotation.kind == "mark"]
        if spot.scope == "selection":
            return [placed.annotation for placed in marks if placed.passage == spot.passage]
        block = spot.passage.first if spot.passage else 0
        return [placed.annotation for placed in marks if placed.block == block]

    def _is_unmarked_here(self, spot: Spot) -> bool:
        """Whether the marks taken away last were those of this place."""
        from tgreader.model.address import parse_address
        from tgreader.reading.remembering.identity import lasting

        place = lasting(spot.address)._replace(offset=0)
        return any(parse_address(one.address)._replace(offset=0) == place for one in self._unmarked)

    def action_next_own(self, step: int) -> None:
        """Go to the next or previous mark or annotation of the document."""
        if not self.own:
            self.say("nothing is marked or annotated here: m marks, a annotates · M and A list all")
            return
        here = self.text.block
        blocks = sorted({self._home(placed.block) for placed in self.own})
        further = [block for block in blocks if (block > here if step > 0 else block < here)]
        if not further:
            which = "last" if step > 0 else "first"
            self.say(f"this is the {which} of the document's marks and annotations · M and A list all")
            return
        self.set_focus(self.text)
        self.go_to_own(next(p for p in self.own if self._home(p.block) == (further[0] if step > 0 else further[-1])))

    def go_to_own(self, placed: Placed) -> None:
        """Bring the reader to a mark or annotation of the document."""
        note = self.reading.note_of(placed.block)
        block, offset = (self._home(placed.block), None) if note else (placed.block, None)
        if placed.passage and not note:
            offset = placed.passage.start
        self.active = None
        self.text.go_to(block, offset)
        self.sync()
        if note:
            self.notes.go_to(self.reading.first_block(note))
