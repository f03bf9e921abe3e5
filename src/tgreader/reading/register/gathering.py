"""The telegrams that documents name, gathered for a register: from the library's index, else from what is open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from tgreader.errors import LibraryError
from tgreader.model.address import Address
from tgreader.reading.backlinks.asking import Asking, Holding
from tgreader.reading.backlinks.on_shelf import CONTENTS_OF_BOOKS
from tgreader.reading.pointing.citing_places import Citing
from tgreader.reading.pointing.referring import Referring
from tgreader.reading.pointing.telegrams_named import Naming, Own, namings, own_telegram_of
from tgreader.reading.register.telegrams import Entry, register
from tgreader.reading.shelf.shelf import Shelf


class Indexed(Holding, Protocol):
    """An index that knows which telegrams are named where."""

    def telegrams(self, volume: str | None) -> tuple[list[Naming], list[Own]]:
        """The places of a volume, or of all, that name telegrams, and the documents that are telegrams."""

    def told(self, places: Sequence[Naming]) -> list[Citing]:
        """Places that are in it, with their sentences."""


class Telegrams:
    """Gathers telegrams. What the index has is taken from it; each other document that is open is read once.

    Args:
        shelf: what is open.
        referring: finds references.
        index: the library's index, or None.
    """

    def __init__(self, shelf: Shelf, referring: Referring, index: Indexed | None = None) -> None:
        self._shelf = shelf
        self._referring = referring
        self._index = Asking(index)
        self._read: dict[Address, tuple[tuple[Naming, ...], Own | None]] = {}

    @property
    def trouble(self) -> LibraryError | None:
        """Why the index could not be asked, or None; what is open was read all the same."""
        return self._index.trouble

    def read(self, volume: str | None = None) -> Iterator[tuple[int, int]]:
        """Read what has to be read, in a thread of its own; what was broken off is taken up where it ended.

        Args:
            volume: the only volume to read; None for all that is open.

        Yields:
            How many documents of how many were read, after each.
        """
        waiting = [address for address in self._wanted(volume) if address not in self._read]
        waiting = [address for address in waiting if not self._is_indexed(address)]
        for number, address in enumerate(waiting, 1):
            document = self._shelf.passing(address)
            if document is None:
                self._read[address] = (), None
            else:
                found = tuple(namings(document, self._referring.find(document)))
                self._read[address] = found, own_telegram_of(document)
            yield number, len(waiting)

    def entries(self, volume: str | None = None) -> list[Entry]:
        """The register of what is open, in the order in which the telegrams are first named."""
        wanted = self._wanted(volume)
        volumes = {address.volume for address in wanted if address not in self._read and self._is_indexed(address)}
        by_document: dict[Address, list[Naming]] = {}
        own = {address: one for address, (_, one) in self._read.items() if one is not None}
        for named in volumes:
            found, printed = self._ask(named)
            for naming in found:
                by_document.setdefault(naming.citing.address.whole, []).append(naming)
            own = {one.address: one for one in printed} | own
        for address, (read, _) in self._read.items():
            by_document[address] = list(read)
        every = (naming for address in wanted for naming in by_document.get(address, ()))
        return register(every, (own[address] for address in wanted if address in own))

    def entries_of_library(self) -> list[Entry]:
        """The register of all that is indexed."""
        return register(*self._ask(None))

    def citings(self, entry: Entry) -> list[Citing]:
        """The places that name a telegram, each with its sentence."""
        waiting = [naming for naming in entry.namings if naming.indexed is not None]
        found = self._index.ask(lambda index: index.told(waiting)) or []
        told = dict(zip((one.indexed for one in waiting), found, strict=False))
        return [told.get(naming.indexed, naming.citing) for naming in entry.namings]

    def _ask(self, volume: str | None) -> tuple[list[Naming], list[Own]]:
        return self._index.ask(lambda index: index.telegrams(volume)) or ([], [])

    def _is_indexed(self, address: Address) -> bool:
        return address.volume is not None and self._index.holds(address, self._shelf.file_of(address))

    def _wanted(self, volume: str | None) -> list[Address]:
        entries = (place.entry for place in list(self._shelf.places) if place.entry.sort not in CONTENTS_OF_BOOKS)
        return [entry.address for entry in entries if volume in (None, entry.address.volume)]
