"""Backlinks: what cites a thing, asked in one way wherever the answer comes from.

What is open and not in the library's index is read for its references when this is first asked; what is indexed is
looked up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from tgreader.errors import LibraryError
from tgreader.model.address import Address
from tgreader.reading.backlinks.asking import Asking, Holding
from tgreader.reading.backlinks.on_shelf import OpenCitings
from tgreader.reading.pointing.citing_places import Citing, Wanted
from tgreader.reading.pointing.referring import Referring
from tgreader.reading.shelf.shelf import Shelf


class Indexed(Holding, Protocol):
    """An index that knows what cites what."""

    def citing(self, wanted: Wanted) -> Sequence[Citing]:
        """The places that cite a thing, in the order of their volumes."""

    @property
    def volumes(self) -> int:
        """How many volumes are in it."""


class Backlinks:
    """Answers what cites a thing.

    Args:
        shelf: what is open.
        referring: finds references.
        index: the library's index, or None.
    """

    def __init__(self, shelf: Shelf, referring: Referring, index: Indexed | None = None) -> None:
        self._shelf = shelf
        self._index = Asking(index)
        self._open = OpenCitings(shelf, referring, self._is_indexed if index else None)

    @property
    def trouble(self) -> LibraryError | None:
        """Why the index could not be asked, or None; what is open was looked through all the same."""
        return self._index.trouble

    def read(self) -> Iterator[tuple[int, int]]:
        """Read what has to be read before one may ask; what was broken off is taken up where it ended.

        Yields:
            How many documents of how many were read, after each.
        """
        return self._open.read()

    @property
    def waiting(self) -> int:
        """How many documents have to be read before one may ask."""
        return len(self._open.waiting())

    def citing(self, wanted: Wanted) -> list[Citing]:
        """The places that cite a thing: those open first, then those of the index."""
        indexed = self._index.ask(lambda index: index.citing(wanted)) or ()
        return self._open.citing(wanted) + [one for one in indexed if not self._open.has_read(one.address)]

    def _is_indexed(self, address: Address) -> bool:
        return self._index.holds(address, self._shelf.file_of(address))

    @property
    def said(self) -> str:
        """Where was looked, in words."""
        volumes = {place.entry.address.volume or place.entry.address.path for place in list(self._shelf.places)}
        if self._index.index is None:
            return "in what is open" if len(volumes) > 1 else "in this volume"
        return f"in {self._index.index.volumes:,} volumes"
