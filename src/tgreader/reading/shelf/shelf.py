"""The shelf: the files given, their documents in reading order, and each document when it is wanted.

Finding the files reads no text. A file is opened when its contents are first asked for, a document built when it is
first read; a few built documents are kept, since a reader goes back and forth between them.
"""

from __future__ import annotations

import os
from _thread import RLock  # that of `threading`, which takes a tenth of the time in which Python starts
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tgreader.errors import AddressError, TgReaderError
from tgreader.model.address import Address
from tgreader.model.document import Document, Entry
from tgreader.readers.base import Correctable, Listing, Source, Titled, stem_of
from tgreader.reading.shelf.files import Files
from tgreader.reading.shelf.places import Places
from tgreader.reading.shelf.sources import Corrections, Sources

if TYPE_CHECKING:
    from tgreader.model.title_page import TitlePage

_KEPT_DOCUMENTS = 16


class Shelf:
    """What was given to read. Its methods may be called from several threads.

    Attributes:
        given: the paths given.
        files: the files found, in natural order within each folder.
        places: the documents of the files opened so far, in order of their files.
        volumes: by the numbers of the files opened so far, their contents.
        problems: one error for each thing that could not be read; nothing here stops the rest.
        corrections: what readers said of markers.
    """

    def __init__(self, paths: Iterable[str], corrections: Corrections | None = None) -> None:
        self._finding = Files()
        self.problems = self._finding.problems
        self.given = tuple(paths)
        self.files = [found for path in self.given for found in self._finding.find(path)]
        self._placed = Places(self.files, self.problems)
        self.places, self.volumes = self._placed.places, self._placed.volumes
        self._place_of, self._whole = self._placed.place_of, self._placed.whole
        self._opened: dict[int, bool] = {}
        self._expected: set[Address] = set()
        self.corrections: Corrections = corrections if corrections is not None else {}
        self._sources = Sources(self.files, self.corrections)
        self._documents: OrderedDict[Address, Document] = OrderedDict()
        self._told: set[Address] = set()
        self._inventories: dict[str, frozenset[str] | None] = {}
        self._lock = RLock()

    def open_all(self) -> Iterator[int]:
        """Open every file not yet opened, in order; yields the number of files done after each."""
        for number in range(len(self.files)):
            self.open_file(number)
            yield number + 1

    def every_document(self) -> Iterator[Document]:
        """Every document of every file, in order, each file read once; what is wrong goes to `problems`.

        For verbs that go through everything: nothing is kept but what stands open. Which documents will be open is
        known before the first is given out, as far as `tgreader.toml` or the file's contents say.
        """
        self.expect()
        copies = self._placed.copies
        for number in range(len(self.files)):
            if self.open_file(number):
                try:
                    for document in self.source(number).documents():
                        if number in copies or self.places[self._place_of[document.address]].file == number:
                            yield document
                except TgReaderError as error:  # it is gone since it was opened, or proves to be damaged
                    self.problems.append(error)

    def expect(self) -> None:
        """Learn which documents will be open, as far as `tgreader.toml` or the file's contents say."""
        for number, found in enumerate(self.files):
            if found.facts.volume and found.facts.document:
                self._expected.add(Address(found.facts.volume, found.facts.document))
            elif found.facts.volume or found.path.lower().endswith(".xml"):
                self.open_file(number)

    def open_file(self, number: int) -> bool:
        """Open one file and list its documents; what is wrong with it goes to `problems`.

        Returns:
            Whether it is open.
        """
        with self._lock:
            if number not in self._opened:
                self._opened[number] = False
                try:
                    for address in self._placed.add(number, self.source(number).volume):
                        self._documents.pop(address, None)
                    self._opened[number] = True
                except TgReaderError as error:
                    self.problems.append(error)
            return self._opened[number]

    def take(self, path: str) -> int:
        """Put one more file on the shelf, unless it lies there already, and open it.

        Args:
            path: the file, as whoever found it wrote it.

        Returns:
            Its number.

        Raises:
            UnreadableError: it cannot be read.
        """
        with self._lock:
            wanted = os.path.abspath(path)  # it asks nothing of the disk
            same = (n for n, found in enumerate(self.files) if os.path.abspath(found.path) == wanted)
            number = next(same, len(self.files))
            if number == len(self.files):
                self.files.append(self._finding.one(path))
            if not self._opened.get(number):
                self._opened.pop(number, None)  # what could not be read before may be there again
                if not self.open_file(number):
                    raise self.problems.pop()
            return number

    def size(self, number: int) -> int:
        """The bytes of a file; 0 where that is not known."""
        try:
            return os.stat(self.files[number].path).st_size
        except OSError:
            return 0

    def file_of(self, address: Address) -> str:
        """The path of the file that the document of a place is in, as it was given; "" where it is not open."""
        index = self.index(address)
        return "" if index is None else self.files[self.places[index].file].path

    def document(self, address: Address) -> Document:
        """Build, or take from the few kept, the document that holds a place.

        Raises:
            AddressError: it is not among the documents opened.
            UnreadableError: its file cannot be read any more.
        """
        with self._lock:
            return self._document(address.whole)

    def _document(self, whole: Address) -> Document:
        if (built := self._documents.get(whole)) is not None:
            self._documents.move_to_end(whole)
            return built
        if whole not in self._place_of:
            raise AddressError("is not among the documents opened", str(whole))
        built = self._documents[whole] = self._read(whole)
        self._told.discard(whole)
        if len(self._documents) > _KEPT_DOCUMENTS:
            self._documents.popitem(last=False)
        return built

    def _read(self, whole: Address) -> Document:
        """A copy of a document of an open volume says what that is, and is known here by its path."""
        return self.source(self.places[self._place_of[whole]].file).document(whole)._replace(address=whole)

    def passing(self, address: Address) -> Document | None:
        """The document that holds a place, to be looked at once: none of those kept is given up for it.

        For work that goes through everything while somebody reads. None where its file cannot be read any more.
        """
        whole = address.whole
        with self._lock:
            try:
                built = self._documents.get(whole)
                return built or self._read(whole)
            except TgReaderError:
                return None

    def tell(self, document: Document) -> None:
        """Take a document that has been told what its file has lost, in place of what was read from that."""
        with self._lock:
            self._documents[document.address] = document
            self._told.add(document.address)

    def correct(self, address: Address, note: int, at: int | None) -> str:
        """Put a note's marker where a reader says it belongs; the document is then built anew.

        Args:
            address: of the document.
            note: the note's number.
            at: the offset in the file where its marker starts; None where it has none.

        Returns:
            The digest of the file, by which the correction is kept.

        Raises:
            UnreadableError: its file cannot be read any more.
        """
        with self._lock:
            number = self.places[self._place_of[address.whole]].file
            content = self._sources.correct(number, note, at)
            self._documents.pop(address.whole, None)
            return content

    def can_correct(self, address: Address) -> bool:
        """Whether the markers of a document were worked out, so that they may be put right."""
        with self._lock:
            file = self.places[self._place_of[address.whole]].file
            return address.whole not in self._told and isinstance(self.source(file), Correctable)

    def listing(self, address: Address) -> Listing | None:
        """The lists of persons and terms of the volume that a document is of; None where its file can have none.

        Raises:
            UnreadableError: the file cannot be read any more.
        """
        with self._lock:
            place = self._place_of.get(address.whole)
            source = self.source(self.places[place].file) if place is not None and self.files else None
            return source if isinstance(source, Listing) else None

    def is_open(self, address: Address) -> bool:
        """Whether the document of a place is open, or known to be among the files given."""
        return address.whole in self._place_of or address.whole in self._expected

    def as_opened(self, address: Address) -> Address:
        """The same place, a loose file's under the path by which it is open here."""
        if address.path is None or address.whole in self._place_of:
            return address
        wanted = os.path.abspath(address.path)  # it asks nothing of the disk
        same = (found.path for found in list(self.files) if os.path.abspath(found.path) == wanted)
        return address._replace(path=next(same, address.path))

    def unopened_file_of(self, address: Address) -> str:
        """The file, on the shelf and not opened yet, that holds a place by its name or its `tgreader.toml`; or ""."""
        if address.volume is None:
            return ""
        for number, found in enumerate(list(self.files)):
            same_volume = address.volume in (found.facts.volume, stem_of(found.path))
            same_document = address.document is None or found.facts.document in (None, address.document)
            if number not in self._opened and same_volume and same_document:
                return found.path
        return ""

    def index(self, address: Address) -> int | None:
        """Where in `places` the document of a place stands, or None where it is not open."""
        return self._place_of.get(address.whole)

    def entry(self, address: Address) -> Entry | None:
        """The line of the contents for the document of an address, or None where that is not open."""
        index = self.index(address)
        return self.places[index].entry if index is not None else None

    def holds_volume(self, volume: str) -> bool:
        """Whether a file is the whole of that volume, so that what it lacks does not exist."""
        return volume in self._whole

    def title_page(self, volume: str | None) -> TitlePage | None:
        """What an open file of a volume says of its title page; None where none is open, or it says nothing."""
        with self._lock:
            file = next((place.file for place in self.places if place.entry.address.volume == volume), None)
            if volume is None or file is None:
                return None
            try:
                source = self.source(file)
            except TgReaderError:  # it is gone; what can be cited without it is
                return None
            return source.title_page if isinstance(source, Titled) else None

    def has(self, address: Address) -> bool | None:
        """Whether an open volume has a place; None where that is not known without building its documents."""
        volume = address.volume or ""
        if volume not in self._whole:
            return None
        if volume not in self._inventories:
            with self._lock:
                self._inventories[volume] = self._sources.inventory(self._whole[volume])
        inventory = self._inventories[volume]
        return None if inventory is None else _behind_volume(address) in inventory

    def source(self, number: int) -> Source:
        """A file, opened; the last few are kept.

        Raises:
            UnreadableError: it cannot be read.
        """
        with self._lock:
            return self._sources.source(number)


def _behind_volume(address: Address) -> str:
    """A place as inventories write it: paragraphs and offsets left out, a page of a document as one of the volume."""
    if address.page is not None:
        return f"pg_{address.page}"
    return f"{address.document or ''}" + (f"#fn{address.note}" if address.note is not None else "")
