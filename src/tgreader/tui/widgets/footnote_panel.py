"""The footnote panel: the notes of the paragraph at the cursor, in full, and what the reader has written on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tgreader.model.document import Block, Note
from tgreader.model.tuples import NamedTuple
from tgreader.reading.document.open_document import NoteText
from tgreader.tui.widgets.text_item import TextItem, pieces
from tgreader.tui.widgets.text_view import Marks, TextView


class OwnWords(NamedTuple):
    """What the reader has written, to be shown after the notes.

    Attributes:
        sign: what stands before it.
        words: the words, in paragraphs.
        said: what is said about it, or "".
        key: what it stands for, for whoever fills the panel.
    """

    sign: str
    words: str
    said: str
    key: object


_NO_BLOCK = 1 << 40
"""The number of what is said about a note: no block of the document."""


class FootnotePanel(TextView):
    """Notes. Its items are their paragraphs; the cursor rests on the first of a note."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.notes: Sequence[NoteText] = ()
        self._owner: list[int] = []
        self._doubts: Mapping[int, str] = {}
        self._written: Sequence[OwnWords] = ()

    def read(
        self,
        notes: Sequence[NoteText],
        marks: Marks,
        active: int = 0,
        doubts: Mapping[int, str] | None = None,
        own: Sequence[OwnWords] = (),
    ) -> None:
        """Show notes.

        Args:
            notes: the notes, in order.
            marks: what is marked on the document.
            active: which of them is at the cursor.
            doubts: for the number of a note whose marker is in doubt, why.
            own: what the reader has written here.
        """
        doubts = doubts or {}
        same = tuple(notes) == tuple(self.notes) and doubts == self._doubts and own == self._written
        if same:
            self.mark(marks)
            if self.written is None and not self._is_at(active):
                self.move_to(self._first_item(active))
            return
        items: list[TextItem] = []
        self.notes, self._owner, self._doubts, self._written = notes, [], doubts, own
        for place, (note, first) in enumerate(notes):
            for number, block in enumerate(note.blocks):
                label = _label(note) if not number else block.label or ""
                items += pieces(block, first + number, label, 0 if label else 2)
            if doubt := self._doubts.get(note.number):
                items += pieces(Block("paragraph", doubt), _NO_BLOCK, "", 2, "text--aside")
            self._owner += [place] * (len(items) - len(self._owner))
        for place, written in enumerate(own, len(notes)):
            items += _items(written)
            self._owner += [place] * (len(items) - len(self._owner))
        self.show(items, marks, 0)
        if active:
            self.move_to(self._first_item(active))

    @property
    def note(self) -> NoteText | None:
        """The note at the cursor."""
        place = self._owner[self.cursor] if self.items else 0
        return self.notes[place] if place < len(self.notes) else None

    @property
    def written(self) -> OwnWords | None:
        """What the reader has written, at the cursor."""
        place = self._owner[self.cursor] - len(self.notes) if self.items else -1
        return self._written[place] if place >= 0 else None

    def selectable(self, item: int) -> bool:
        """The cursor rests on notes, not on their later paragraphs."""
        return item == 0 or self._owner[item] != self._owner[item - 1]

    def reveal(self, item: int, line: int | None) -> None:
        """Of a note, show all that there is room for, its beginning at least."""
        if line is None and item < len(self._owner):
            last = len(self._owner) - 1 - self._owner[::-1].index(self._owner[item])
            super().reveal(last, None)
        super().reveal(item, line)

    def _is_at(self, place: int) -> bool:
        """Whether the cursor is on a note of which something is in view: who has read on in it stays there."""
        if not self.items or self._owner[self.cursor] != place:
            return False
        return any(self.is_visible(item) for item, owner in enumerate(self._owner) if owner == place)

    def _first_item(self, place: int) -> int:
        return self._owner.index(place) if place in self._owner else 0


def _items(written: OwnWords) -> Iterator[TextItem]:
    for number, line in enumerate(written.words.split("\n") if written.words else ()):
        label = "" if number else written.sign
        yield from pieces(Block("paragraph", line), _NO_BLOCK, label, 0 if label else 2)
    if written.said:
        label = "" if written.words else written.sign
        yield from pieces(Block("paragraph", written.said), _NO_BLOCK, label, 0 if label else 2, "text--aside")


def _label(note: Note) -> str:
    return note.label if note.anchored else f"{note.label}?"
