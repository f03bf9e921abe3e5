"""The telegrams that the documents on a shelf name, gathered for a register."""

from __future__ import annotations

from collections.abc import Iterator

from tgreader.model.address import Address
from tgreader.reading.backlinks.on_shelf import CONTENTS_OF_BOOKS
from tgreader.reading.pointing.referring import Referring
from tgreader.reading.pointing.telegrams_named import Naming, Own, namings, own_telegram_of
from tgreader.reading.register.telegrams import Entry, register
from tgreader.reading.shelf.shelf import Shelf


class OpenTelegrams:
    """Gathers telegrams. Each document is read once, when it is first wanted and in a thread of its own.

    Args:
        shelf: what is open.
        referring: finds references.
    """

    def __init__(self, shelf: Shelf, referring: Referring) -> None:
        self._shelf = shelf
        self._referring = referring
        self._read: dict[Address, tuple[tuple[Naming, ...], Own | None]] = {}

    def read(self, volume: str | None = None) -> Iterator[tuple[int, int]]:
        """Read what was not read yet; what was broken off is taken up where it ended.

        Args:
            volume: the only volume to read; None for all that is open.

        Yields:
            How many documents of how many were read, after each.
        """
        waiting = [address for address in self._wanted(volume) if address not in self._read]
        for number, address in enumerate(waiting, 1):
            document = self._shelf.passing(address)
            if document is None:
                self._read[address] = (), None
            else:
                self._read[address] = (
                    tuple(namings(document, self._referring.find(document))),
                    own_telegram_of(document),
                )
            yield number, len(waiting)

    def entries(self, volume: str | None = None) -> list[Entry]:
        """The register of what was read, in the order in which the telegrams are first named."""
        read = [self._read[address] for address in self._wanted(volume) if address in self._read]
        own = [one for _, one in read if one is not None]
        return register((naming for found, _ in read for naming in found), own)

    def _wanted(self, volume: str | None) -> list[Address]:
        entries = (place.entry for place in list(self._shelf.places) if place.entry.sort not in CONTENTS_OF_BOOKS)
        return [entry.address for entry in entries if volume in (None, entry.address.volume)]
