"""Where in a document an address leads."""

from __future__ import annotations

from tgreader.errors import AddressError
from tgreader.model.address import Address
from tgreader.model.document import Document
from tgreader.model.tuples import NamedTuple


class Arrival(NamedTuple):
    """Where an address leads.

    Attributes:
        document: the document.
        block: the index of a block of its body.
        offset: code points into that block, or None for the block as a whole.
        note: the number of the note meant, or None.
        resumed: whether this is where the reader left the document.
    """

    document: Document
    block: int
    offset: int | None = None
    note: int | None = None
    resumed: bool = False


def locate(document: Document, address: Address) -> Arrival:
    """Where in a document an address leads.

    Raises:
        AddressError: the document has no such note, page or paragraph.
    """
    if address.note is not None:
        return _note(document, address)
    if address.page is not None:
        return _page(document, address.page)
    if address.paragraph is None:
        return Arrival(document, 0)
    last = document.paragraph_number(len(document.blocks) - 1)
    if address.paragraph > last:
        raise AddressError(f"has {last} paragraphs", str(document.address), "go to one of them")
    return Arrival(document, document.block_index(address.paragraph), address.offset or None)


def _note(document: Document, address: Address) -> Arrival:
    note = next((note for note in document.notes if note.label == address.note), None)
    if note is None:
        raise AddressError(f"has no note {address.note}", str(document.address))
    for index, block in enumerate(document.blocks):
        for mark in block.marks:
            if mark.note == note.number:
                return Arrival(document, index, mark.at, note.number)
    from tgreader.reading.document.notes_beside import notes_beside

    beside = notes_beside(document)
    home = next((index for index, notes in enumerate(beside) if note in notes), 0)
    return Arrival(document, home, None, note.number)


def _page(document: Document, label: str) -> Arrival:
    for index, block in enumerate(document.blocks):
        for page in block.pages:
            if page.label.casefold() == label.casefold():
                return Arrival(document, index, page.at)
    if document.page_before is not None and document.page_before.casefold() == label.casefold():
        return Arrival(document, 0)
    raise AddressError(f"has no printed page {label}", str(document.address))
