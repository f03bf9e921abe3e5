"""What the documents on a shelf cite, turned around, so that one may ask what cites a thing."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator

from tgreader.model.address import Address
from tgreader.reading.pointing.citing_places import Citing, Wanted, citings, is_meant
from tgreader.reading.pointing.referring import Referring
from tgreader.reading.shelf.shelf import Shelf

CONTENTS_OF_BOOKS = frozenset({"index", "toc", "contents"})
"""Sections that list what is in their own volume: nobody who asks what cites a document wants to be told of them."""


class OpenCitings:
    """What open documents cite. Each is read once, when it is first asked for and in a thread of its own.

    Args:
        shelf: what is open.
        referring: finds their references.
        elsewhere: whether what a document cites is known otherwise, so that it need not be read; or None.
    """

    def __init__(self, shelf: Shelf, referring: Referring, elsewhere: Callable[[Address], bool] | None = None) -> None:
        self._shelf = shelf
        self._elsewhere = elsewhere
        self._referring = referring
        self._read: set[Address] = set()
        self._by_handle: dict[Hashable, list[Citing]] = {}

    def waiting(self) -> list[Address]:
        """The documents that are open and were not read yet."""
        places = list(self._shelf.places)
        wanted = (place.entry for place in places if place.entry.sort not in CONTENTS_OF_BOOKS)
        unread = (entry.address for entry in wanted if entry.address not in self._read)
        return [address for address in unread if self._elsewhere is None or not self._elsewhere(address)]

    def read(self) -> Iterator[tuple[int, int]]:
        """Read what was not read yet; what was broken off is taken up where it ended.

        Yields:
            How many documents of how many were read, after each.
        """
        waiting = self.waiting()
        for number, address in enumerate(waiting, 1):
            document = self._shelf.passing(address)
            if document is not None:
                for citing in citings(document, self._referring.find(document)):
                    for handle in _handles(citing.target, citing.key):
                        self._by_handle.setdefault(handle, []).append(citing)
            self._read.add(address)
            yield number, len(waiting)

    def has_read(self, address: Address) -> bool:
        """Whether the document of a place was read here."""
        return address.whole in self._read

    def keys(self) -> Iterator[str]:
        """The keys of all that is cited in the documents read so far."""
        return (handle for handle in self._by_handle if isinstance(handle, str))

    def citing(self, wanted: Wanted) -> list[Citing]:
        """The places that cite a thing, of the documents read so far, in the order of the shelf, each once."""
        handles = [wanted.key] if wanted.key else []
        found: dict[Address, Citing] = {}
        for handle in [*handles, *(_handle(target) for target in wanted.targets)]:
            for citing in self._by_handle.get(handle, ()):
                if is_meant(wanted, citing):
                    found.setdefault(citing.address, citing)
        return sorted(found.values(), key=lambda citing: self._shelf.index(citing.address) or 0)


def _handles(target: Address | None, key: str) -> Iterator[Hashable]:
    """All that a reference may be asked for by."""
    if key and key != str(target):
        yield key
    if target is not None:
        yield target.whole
        if target.page is not None:
            yield target.volume, target.path, target.page


def _handle(place: Address) -> Hashable:
    """What a thing at a place is asked for by."""
    return (place.volume, place.path, place.page) if place.page is not None else place.whole
