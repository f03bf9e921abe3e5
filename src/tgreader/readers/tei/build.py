"""The events of one document's markup, made into its blocks and notes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tgreader.model.document import Block, Note
from tgreader.readers.tei.elements import ELEMENTS, NO_TEXT
from tgreader.readers.tei.flow import Reading
from tgreader.readers.tei.markup import SPACE, TEI
from tgreader.readers.tei.spans import Attributes, End

if TYPE_CHECKING:
    from pyexpat import XMLParserType

    from tgreader.model.address import Address

Link = Callable[[str], "Address | None"]


class Builder:
    """Takes the events of one document's markup; then `made` gives the model of it.

    Args:
        link: gives the address of a link's target as written.
    """

    def __init__(self, link: Link) -> None:
        self._link = link
        self._reading = Reading()
        self._open: list[End | None] = []
        self._skipped = 0
        """Open elements that are no text, from the outermost on."""

    def attend(self, parser: XMLParserType) -> None:
        """Take the events of a parser from here on."""
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        if self._skipped:
            self._skipped += 1
            return
        begin = ELEMENTS.get(name)
        if begin is not None:
            self._open.append(begin(self._reading, attributes))
        elif name.startswith(TEI) and name not in NO_TEXT:
            self._open.append(None)
        else:
            self._skipped = 1

    def end(self, _name: str) -> None:
        """An element ends."""
        if self._skipped:
            self._skipped -= 1
        elif (end := self._open.pop()) is not None:
            end(self._reading)

    def text(self, text: str) -> None:
        """A run of text; white space between block elements is none."""
        if self._skipped:
            return
        flow = self._reading.flow
        if flow.draft is not None:
            flow.draft.write(text)
        elif text.strip(SPACE):
            flow.open().write(text)

    def made(self, number_length: Callable[[str], int]) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
        """The body's blocks, its heading first, and the notes in the order of their list.

        The list is the series' own: in the order of the text, those inside other notes after all others.

        Args:
            number_length: how many code points of the heading are the document's number.
        """
        notes = self._reading.notes
        for note in notes:  # grows as it goes
            notes += note.inner
        for number, note in enumerate(notes, 1):
            note.number = number
        title, drafts = self._reading.title, self._reading.finished()
        blocks = tuple(
            draft.block(self._link, number_length(draft.text()) if draft is title else 0) for draft in drafts
        )
        return blocks, tuple(note.note(self._link) for note in notes)

    def heading(self) -> str:
        """The first block read, though it may not have ended yet."""
        drafts = self._reading.body.drafts
        return drafts[0].text() if drafts else ""

    def dateline(self) -> tuple[str | None, str | None]:
        """The first dateline as printed, and the place it names."""
        for draft in self._reading.body.drafts:
            if draft.kind == "dateline":
                return draft.text() or None, draft.place()
        return None, None
