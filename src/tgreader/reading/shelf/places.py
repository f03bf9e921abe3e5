"""Which documents are open: those of the files opened so far, in order of their files."""

from __future__ import annotations

from collections.abc import Sequence

from tgreader.errors import TgReaderError, UnreadableError
from tgreader.model.address import Address
from tgreader.model.document import Entry, Volume
from tgreader.model.tuples import NamedTuple
from tgreader.reading.shelf.files import Found


class Place(NamedTuple):
    """One document of the shelf, as a list shows it."""

    entry: Entry
    file: int


class Places:
    """The documents of the files opened so far. One thread at a time may add to them.

    Args:
        files: the files of the shelf, which may become more.
        problems: where it is put down that a document is open already from another file.

    Attributes:
        places: the documents, in order of their files.
        place_of: where in `places` a document stands, by its address.
        volumes: by the numbers of the files, their contents.
        whole: by the ids of volumes, the number of the file that is the whole volume.
        copies: the numbers of files that are copies of a document whose volume is open.
    """

    def __init__(self, files: Sequence[Found], problems: list[TgReaderError]) -> None:
        self._files = files
        self._problems = problems
        self.places: list[Place] = []
        self.place_of: dict[Address, int] = {}
        self.volumes: dict[int, Volume] = {}
        self.whole: dict[str, int] = {}
        self.copies: set[int] = set()

    def add(self, number: int, volume: Volume) -> list[Address]:
        """Take in the documents of a file.

        Args:
            number: the file's.
            volume: its contents.

        Returns:
            The addresses under which other documents stand from now on: a copy gave way to the volume itself.
        """
        gave_way: list[Address] = []
        self.volumes[number] = volume
        if volume.id and volume.whole:
            self.whole.setdefault(volume.id, number)
        listed: dict[Address, Place] = {}
        for entry in volume.entries():
            known = self.place_of.get(entry.address)
            other = number if known is None else self.places[known].file
            if known is None and entry.address not in listed:
                listed[entry.address] = Place(entry, number)
            elif not volume.whole and self.volumes[other].whole:
                listed |= {place.entry.address: place for place in [self._as_copy(number, entry)]}
            elif volume.whole and not self.volumes[other].whole:
                self._give_way(other, entry.address)
                gave_way.append(entry.address)
                listed[entry.address] = Place(entry, number)
            else:
                first = self._files[other].path
                self._problems.append(
                    UnreadableError(f"{entry.address} is open already from {first}", self._files[number].path)
                )
        self._insert(number, list(listed.values()))
        return gave_way

    def _as_copy(self, number: int, entry: Entry) -> Place:
        """A copy of a document whose volume is open is known by its path: the address is the volume's own."""
        entry = entry._replace(address=Address(path=self._files[number].path))
        self.volumes[number] = self.volumes[number]._replace(parts=(entry,))
        self.copies.add(number)
        return Place(entry, number)

    def _give_way(self, number: int, address: Address) -> None:
        """The volume is opened now of which a copy has been open."""
        at = self.place_of.pop(address)
        self.places[at] = self._as_copy(number, self.places[at].entry)
        self.place_of[self.places[at].entry.address] = at

    def _insert(self, number: int, listed: list[Place]) -> None:
        """Put the documents of a file where they belong: a file may be opened before those that stand before it."""
        at = len(self.places)
        while at and self.places[at - 1].file > number:
            at -= 1
        self.places[at:at] = listed
        self.place_of |= {self.places[n].entry.address: n for n in range(at, len(self.places))}
