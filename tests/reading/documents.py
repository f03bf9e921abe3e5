"""Documents and shelves made by hand, so that a test says all it is about."""

from __future__ import annotations

from collections.abc import Sequence

from tgreader.errors import AddressError, UnreadableError
from tgreader.model.address import Address
from tgreader.model.document import Block, Document, Entry, Note, Volume
from tgreader.model.inline import NoteMark, PageBreak
from tgreader.model.title_page import TitlePage
from tgreader.readers.base import Facts
from tgreader.reading.remembering.memory import Memory
from tgreader.reading.session import Session
from tgreader.reading.shelf.files import Found
from tgreader.reading.shelf.places import Place
from tgreader.reading.shelf.shelf import Shelf

VOLUME = "frus1969-76v39"


def paragraph(text: str, *notes: int | None, pages: Sequence[tuple[int, str]] = ()) -> Block:
    """A paragraph that calls notes, one after each of its first code points."""
    marks = tuple(NoteMark(at, str(note or "?"), note) for at, note in enumerate(notes, 1))
    return Block("paragraph", text, marks, tuple(PageBreak(at, label) for at, label in pages))


def heading(text: str, *notes: int) -> Block:
    """A heading that calls notes at its end."""
    return Block("heading", text, tuple(NoteMark(len(text), str(note), note) for note in notes))


def note(number: int, text: str = "", *calls: int, label: str | None = None, anchored: bool = True) -> Note:
    """A note of one paragraph."""
    return Note(number, label or str(number), anchored, (paragraph(text or f"Note {number}.", *calls),))


def document(
    *blocks: Block, notes: Sequence[Note] = (), id: str | None = "d1", volume: str | None = VOLUME,  # noqa: A002
    path: str = "a.txt", page_before: str | None = None, number: str | None = None,
) -> Document:  # fmt: skip
    """A document; without an id, a loose file of unknown volume."""
    address = Address(volume, id) if id else Address(path=path)
    title = blocks[0].text if blocks and blocks[0].kind == "heading" else "Untitled"
    return Document(
        address, path, "flattext", title, blocks, tuple(notes), volume if id else None, id,
        number or (id[1:] if id else None), page_before=page_before,
    )  # fmt: skip


class HandMadeShelf(Shelf):
    """A shelf that holds given documents; those in `gone` can be built no more."""

    def __init__(self, *documents: Document) -> None:
        super().__init__([])
        self.files.append(Found("a.txt", Facts()))
        self._opened[0] = True
        self.gone: set[Address] = set()
        for one in documents:
            self.add(one)

    def add(self, one: Document) -> None:
        """Put one more document on the shelf, as when another file has been opened."""
        labels = [label for label in (one.page_before, *(page.label for page in one.pages())) if label]
        first, last = (labels[0], labels[-1]) if labels else (None, None)
        entry = Entry(one.address, one.heading, one.number, one.date, first, last)
        self._place_of[one.address] = len(self.places)
        self.places.append(Place(entry, 0))
        self.volumes[0] = Volume("a.txt", one.format, tuple(place.entry for place in self.places))
        self._documents[one.address] = one

    def can_correct(self, address: Address) -> bool:
        """No file is behind these documents."""
        return False

    def title_page(self, volume: str | None) -> TitlePage | None:
        """No file, no title page."""
        return None

    def _document(self, whole: Address) -> Document:
        if whole in self.gone:
            raise UnreadableError("no such file or directory", str(whole))
        if whole not in self._documents:
            raise AddressError("is not among the documents opened", str(whole))
        return self._documents[whole]


def session(*documents: Document, memory: Memory | None = None) -> Session:
    """A session on documents made by hand, at the first of them."""
    made = Session(HandMadeShelf(*documents), memory or Memory(None))
    made.go(documents[0].address)
    return made
