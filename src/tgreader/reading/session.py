"""A session of reading: the document open, the place in it, the way here and back."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING

from tgreader.errors import AddressError, LibraryError
from tgreader.model.address import Address, parse_address
from tgreader.model.document import Document
from tgreader.reading.document.arrival import Arrival, locate
from tgreader.reading.pointing.referring import References, Referring
from tgreader.reading.remembering.history import History
from tgreader.reading.remembering.identity import lasting
from tgreader.reading.remembering.memory import Memory
from tgreader.reading.remembering.way import Way, WayKept
from tgreader.reading.shelf.printed_page import where_printed
from tgreader.reading.shelf.shelf import Shelf

if TYPE_CHECKING:
    from tgreader.reading.backlinks.indexed import IndexedCitings
    from tgreader.reading.notebook.notebook import Notebook

_LONGEST_TRAIL = 1_000


class Session:
    """What is open and where the reader is.

    Attributes:
        shelf: the documents given.
        memory: the places kept from session to session.
        history: the documents looked at, in this session and before.
        referring: finds what documents point to.
        place: the reader's place, or None before the first document is opened.
        index_trouble: why the library's index could not be used when it was wanted last; None where it could.
    """

    def __init__(self, shelf: Shelf, memory: Memory) -> None:
        self.shelf = shelf
        self.memory = memory
        self.history = History(memory)
        self.place: Address | None = None
        self.referring = Referring(shelf)
        self._back: list[Address] = []
        self._forward: list[Address] = []
        self._kept = WayKept(shelf, memory)
        self._indexed: IndexedCitings | None = None
        self.index_trouble: LibraryError | None = None

    def begin(self) -> Arrival:
        """Open the document that was read last among the files given, with the way back and forward.

        Else the first: of a volume, its document 1, which its front matter stands before.

        Raises:
            TgReaderError: it cannot be read.
        """
        if (way := self._kept.last()) is not None:
            arrival = self._resumed(way.steps[way.here])
            self._back, self._forward = list(way.steps[: way.here]), list(reversed(way.steps[way.here + 1 :]))
        else:
            entries = [place.entry for place in self.shelf.places]
            first = next((entry for entry in entries if entry.sort == "document"), entries[0])
            arrival = self._resumed(first.address)
        self.place = arrival.document.address
        return arrival

    @cached_property
    def notebook(self) -> Notebook:
        """The reader's marks and annotations."""
        from tgreader.reading.notebook.notebook import (
            Notebook,  # what the first screen does not need is imported after it
        )

        return Notebook(self.memory)

    def as_open(self, place: str) -> Address:
        """A place that was kept, as it is open here.

        Raises:
            AddressError: it is no address.
        """
        address = parse_address(place)
        if address.path is None:
            return address
        open_as = {lasting(Address(path=found.path)).path: found.path for found in list(self.shelf.files)}
        return address._replace(path=open_as.get(address.path, address.path))

    @property
    def way(self) -> Way:
        """Every step of the way, from first to last, and which of them is the present place."""
        here = [self.place] if self.place else []
        return Way((*self._back, *here, *reversed(self._forward)), len(self._back))

    def keep_way(self) -> None:
        """Keep the way, where a step of it could not be kept when it was taken."""
        self._kept.keep_rest()

    def references(self, document: Document) -> References:
        """The references of a document, found and resolved."""
        return self.referring.references(document)

    def go(self, address: Address) -> Arrival:
        """Go to a place, keeping the way back.

        Raises:
            AddressError: the document is not open, or has no such place.
            UnreadableError: its file cannot be read any more.
        """
        address = self.in_document(self.shelf.as_opened(address))
        arrival = self._arrive(address)
        self._step(address)
        return arrival

    def in_document(self, address: Address) -> Address:
        """The place in a document that an address leads to: a volume's begins its first document, its page in one.

        Raises:
            AddressError: the volume is not open, or no document of it that is open has the page.
        """
        if address.volume is None or address.document is not None:
            return address
        first = next((p.entry.address for p in self.shelf.places if p.entry.address.volume == address.volume), None)
        if first is None:
            raise AddressError("is not among the documents opened", str(address))
        if address.page is None:
            return first
        found = where_printed(self.shelf, address.page, address.volume)
        if not found:
            raise AddressError(f"no document opened has printed page {address.page}", address.volume)
        return found[0].entry.address.at_page(address.page)

    @property
    def indexed(self) -> IndexedCitings | None:
        """The library's index, asked what cites what and where documents lie; None while nothing is indexed.

        None also where it cannot be used: `index_trouble` says why, and reading goes on with what is open.
        """
        if self._indexed is None and self.memory.folder is not None:
            from tgreader.library.index.schema import FILE

            if not (self.memory.folder / FILE).exists():
                self.index_trouble = None
                return None
            from tgreader.reading.backlinks.indexed import IndexedCitings

            try:
                self._indexed, self.index_trouble = IndexedCitings(self.memory.folder), None
            except LibraryError as error:
                self.index_trouble = error
        return self._indexed

    def close(self) -> None:
        """Ask the library no more."""
        if self._indexed is not None:
            self._indexed.close()
            self._indexed = None

    def can_reach(self, address: Address) -> bool:
        """Whether one can go to a place that is not known to be open: its file is known, or the page is found."""
        if self.shelf.index(address) is not None or self.file_to_open(address):
            return True
        try:
            return address.page is not None and self.shelf.index(self.in_document(address)) is not None
        except AddressError:
            return False

    def file_to_open(self, address: Address, kept: str = "") -> str:
        """The file that must be opened before one can go to a place; "" where its document is open, or lies nowhere.

        Args:
            address: the place.
            kept: where its document lay when it was read last, or "": a file that is there no more is looked for in
                the index, which knows what was moved.
        """
        shelf = self.shelf
        if shelf.index(shelf.as_opened(address)) is not None:
            return ""
        if address.document is None and address.volume is not None and shelf.holds_volume(address.volume):
            return ""
        if found := shelf.unopened_file_of(address) or (kept if os.path.exists(kept) else ""):  # noqa: PTH110
            return found
        return (self.indexed.file_of(address) if self.indexed else "") or kept

    def resume(self, address: Address) -> Arrival:
        """Open a document where the reader left it, keeping the way back.

        Raises:
            AddressError: it is not open.
            UnreadableError: its file cannot be read any more.
        """
        arrival = self._resumed(address)
        document, block = arrival.document, arrival.block
        self._step(document.address.at_paragraph(document.paragraph_number(block)) if block else document.address)
        return arrival

    def _resumed(self, address: Address) -> Arrival:
        document = self.shelf.document(address)
        block = self.memory.block_left(document)
        return Arrival(document, block, resumed=block > 0)

    def settle(self, document: Document, note: int, at: int | None) -> Arrival:
        """Put the marker of a note where the reader says it belongs, and keep that; leads to the note.

        Args:
            document: the document.
            note: the note's number.
            at: the offset in the file where its marker starts; None where it has none.

        Raises:
            UnreadableError: the file cannot be read any more.
        """
        self.memory.keep_correction(self.shelf.correct(document.address, note, at), note, at)
        corrected = self.shelf.document(document.address)
        label = next(found.label for found in corrected.notes if found.number == note)
        return locate(corrected, corrected.address.at_note(label))

    def _step(self, address: Address) -> None:
        if self.place is not None and self.place != address:  # where one is already, one did not come from
            self._back = [*self._back[-_LONGEST_TRAIL:], self.place]
            self._forward.clear()
        self.place = address
        self._kept.keep(self.way)

    def stay(self, address: Address) -> None:
        """The reader moved within the document; no step of the way."""
        self.place = address

    def back(self) -> Arrival | None:
        """Go back to where the last step came from; None at the beginning.

        Raises:
            TgReaderError: the document there cannot be opened any more; that step is off the way now.
        """
        return self._retrace(self._back, self._forward)

    def forward(self) -> Arrival | None:
        """Go forward again; None at the end.

        Raises:
            TgReaderError: as `back`.
        """
        return self._retrace(self._forward, self._back)

    @property
    def back_to(self) -> Address | None:
        """Where `back` leads, or None."""
        return self._back[-1] if self._back else None

    def back_through(self, most: int) -> tuple[Address, ...]:
        """Where `back` leads, and where it leads from there, and so on; at most so many places."""
        return tuple(reversed(self._back[-most:]))

    @property
    def forward_to(self) -> Address | None:
        """Where `forward` leads, or None."""
        return self._forward[-1] if self._forward else None

    @property
    def trail(self) -> tuple[int, int]:
        """How many steps lie back and forward."""
        return len(self._back), len(self._forward)

    def neighbour(self, step: int) -> Address | None:
        """The document so many places further on the shelf, or None beyond its ends."""
        here = self.shelf.index(self.place) if self.place else None
        if here is None or not 0 <= here + step < len(self.shelf.places):
            return None
        return self.shelf.places[here + step].entry.address

    def _retrace(self, source: list[Address], target: list[Address]) -> Arrival | None:
        if not source:
            return None
        address = source.pop()  # before it is looked for: what cannot be opened any more must not bar the way
        arrival = self._arrive(address)
        if self.place is not None:
            target.append(self.place)
        self.place = address
        self._kept.keep(self.way)
        return arrival

    def _arrive(self, address: Address) -> Arrival:
        self._kept.fetch(address)
        return locate(self.shelf.document(address), address)
