"""Known: what the references room asks of the rest of the program, and nothing more."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, Protocol

from tgreader.model.address import Address
from tgreader.model.document import Document

Standing = Literal["here", "missing", "closed"]


class Known(Protocol):
    """What is open, and what the catalogue of the series lists."""

    def standing(self, address: Address) -> Standing:
        """How a place stands with what is open.

        Returns:
            `here`: the place exists in an open document or volume. `missing`: its document is open and has no such
            place, or its volume is open as a whole and has no such document or page. `closed`: not opened.
        """

    def volumes(
        self, subseries: str | None, number: str | None, part: str | None, title: str | None, like: str | None
    ) -> tuple[str, ...]:
        """The volumes of the series that printed words may mean.

        Args:
            subseries: the years as the ids of the series write them (`1969-76`, `1946`); None where none are printed.
            number: `13`, or `e7` for an electronic volume; of `volumes X/XI/XII` the first; None where none is printed.
            part: `1`; `supp` for a supplement to the volume with that number; None.
            title: what is printed of the title, as printed; or None. A volume whose own title is just that is meant
                before others that have its words (`China, 1969–1972`, not `Documents on China, 1969–1972`).
            like: the volume in which the words stand; its subseries is meant where none is printed.

        Returns:
            Ids of the catalogue: one where the words suffice, several where they leave a choice, none where no
            volume is like that.
        """

    def before(self, address: Address) -> Document | None:
        """The document printed before another in its volume, where that is open: an Ibid. may reach back into it."""

    def cut_off(self, document: Address) -> None:
        """Told that a document has more that may point elsewhere than is looked at."""


class KnownHere:
    """What is known while one document is read: of its own notes, the document itself says which there are."""

    def __init__(self, document: Document, known: Known) -> None:
        self._document = document
        self._known = known
        self.volumes = known.volumes
        self.before = known.before
        self.cut_off = known.cut_off

    @cached_property
    def _labels(self) -> set[str]:
        marks = (mark.label for _, block in self._document.every_block() for mark in block.marks)
        return {note.label for note in self._document.notes}.union(marks)

    def standing(self, address: Address) -> Standing:
        """As `Known.standing`; a copy that lost its notes still has their markers."""
        if address.note is not None and address.whole == self._document.address:
            return "here" if address.note in self._labels else "missing"
        return self._known.standing(address)
