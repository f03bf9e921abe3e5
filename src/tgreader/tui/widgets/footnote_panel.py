"""The footnote panel: the notes of the paragraph at the cursor, in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tgreader.model.document import Block, Note
from tgreader.reading.open_document import NoteText
from tgreader.tui.widgets.text_item import TextItem, pieces
from tgreader.tui.widgets.text_view import Marks, TextView

_NO_BLOCK = 1 << 40
"""The number of what is said about a note: no block of the document."""


class FootnotePanel(TextView):
    """Notes. Its items are their paragraphs; the cursor rests on the first of a note."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.notes: Sequence[NoteText] = ()
        self._owner: list[int] = []
        self._doubts: Mapping[int, str] = {}

    def read(
        self, notes: Sequence[NoteText], marks: Marks, active: int = 0, doubts: Mapping[int, str] | None = None
    ) -> None:
        """Show notes.

        Args:
            notes: the notes, in order.
            marks: what is marked on the document.
            active: which of them is at the cursor.
            doubts: for the number of a note whose marker is in doubt, why.
        """
        doubts = doubts or {}
        if tuple(notes) == tuple(self.notes) and doubts == self._doubts:
            self.mark(marks)
            self.move_to(self._first_item(active))
            return
        items: list[TextItem] = []
        self.notes, self._owner, self._doubts = notes, [], doubts
        for place, (note, first) in enumerate(notes):
            for number, block in enumerate(note.blocks):
                label = _label(note) if not number else block.label or ""
                items += pieces(block, first + number, label, 0 if label else 2)
            if doubt := self._doubts.get(note.number):
                items += pieces(Block("paragraph", doubt), _NO_BLOCK, "", 2, "text--aside")
            self._owner += [place] * (len(items) - len(self._owner))
        self.show(items, marks, 0)
        if active:
            self.move_to(self._first_item(active))

    @property
    def note(self) -> NoteText | None:
        """The note at the cursor."""
        return self.notes[self._owner[self.cursor]] if self.items else None

    def selectable(self, item: int) -> bool:
        """The cursor rests on notes, not on their later paragraphs."""
        return item == 0 or self._owner[item] != self._owner[item - 1]

    def _first_item(self, place: int) -> int:
        return self._owner.index(place) if place in self._owner else 0


def _label(note: Note) -> str:
    return note.label if note.anchored else f"{note.label}?"
