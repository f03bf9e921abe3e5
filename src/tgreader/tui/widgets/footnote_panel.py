"""The footnote panel: the notes of the paragraph at the cursor, in full."""

from __future__ import annotations

from collections.abc import Sequence

from tgreader.model.document import Note
from tgreader.reading.open_document import NoteText
from tgreader.tui.widgets.text_view import Marks, TextView, pieces


class FootnotePanel(TextView):
    """Notes. Its items are their paragraphs; the cursor rests on the first of a note."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.notes: Sequence[NoteText] = ()
        self._owner: list[int] = []

    def read(self, notes: Sequence[NoteText], marks: Marks, active: int = 0) -> None:
        """Show notes, the active one (its place among them) at the cursor."""
        if tuple(notes) == tuple(self.notes) and self.items:
            self.mark(marks)
            self.move_to(self._first_item(active))
            return
        self.notes, items, self._owner = notes, [], []
        for place, (note, first) in enumerate(notes):
            for number, block in enumerate(note.blocks):
                label = _label(note) if not number else block.label or ""
                made = list(pieces(block, first + number, label, 0 if label else 2))
                self._owner += [place] * len(made)
                items += made
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
