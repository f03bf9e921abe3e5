"""A glimpse of a place, to be shown beside what is being read: heading, page, words, and the notes there."""

from __future__ import annotations

from tgreader.model.address import Address
from tgreader.model.document import Block, Document
from tgreader.model.tuples import NamedTuple
from tgreader.reading.document.arrival import Arrival
from tgreader.reading.document.notes_beside import notes_beside
from tgreader.reading.document.titles import first_words, volume_title

_BLOCKS = 40
"""A glimpse shows so many paragraphs at the most."""


class Part(NamedTuple):
    """A block of a glimpse.

    Attributes:
        block: the block.
        label: what hangs before it (`3`), or "".
        is_note: whether it is of a note.
        is_wanted: whether it is what was asked for.
    """

    block: Block
    label: str
    is_note: bool
    is_wanted: bool


class Glimpse(NamedTuple):
    """What is shown of a place.

    Attributes:
        title: what it is, from the fullest form to the shortest.
        page: the printed page there, in words, or "".
        parts: its blocks, in order.
        offset: code points into the wanted block, or None for its beginning.
    """

    title: tuple[str, ...]
    page: str
    parts: tuple[Part, ...]
    offset: int | None = None


def glimpse(arrival: Arrival, address: Address, here: Document) -> Glimpse:
    """What to show of a place in an open document.

    Args:
        arrival: where the address leads.
        address: the place.
        here: the document being read: its own volume need not be named.
    """
    document = arrival.document
    page = document.page_at(arrival.block, arrival.offset or 0) if document.blocks else None
    titles, running = _titles(document, address, here), f"p. {page}" if page else ""
    if arrival.note is not None:
        return Glimpse(titles, running, tuple(_noted(document, arrival)))
    return Glimpse(titles, running, tuple(_read_on(document, arrival)), arrival.offset)


def _titles(document: Document, address: Address, here: Document) -> tuple[str, ...]:
    name = f"Document {document.number}" if document.number else first_words(document.heading, 40)
    within = f", note {address.note}" if address.note is not None else ""
    if document.volume in (None, here.volume):
        return (f"{name}{within}",)
    return f"{volume_title(document.volume or '')} › {name}{within}", f"{document.volume} › {name}{within}"


def _head(document: Document) -> list[Part]:
    label = f"{document.number}." if document.number else ""
    return [Part(document.blocks[0], label, is_note=False, is_wanted=False)] if document.has_heading else []


def _noted(document: Document, arrival: Arrival) -> list[Part]:
    """The note, and the paragraph it belongs to."""
    note = next(one for one in document.notes if one.number == arrival.note)
    parts = _head(document)
    parts += [
        Part(block, "" if number else note.label, is_note=True, is_wanted=not number)
        for number, block in enumerate(note.blocks)
    ]
    if arrival.block or not document.has_heading:
        parts.append(Part(document.blocks[arrival.block], "", is_note=False, is_wanted=False))
    return parts


def _read_on(document: Document, arrival: Arrival) -> list[Part]:
    """The place and what follows it, each paragraph with its notes."""
    beside = notes_beside(document)
    parts: list[Part] = []
    if arrival.block or not document.has_heading:
        parts += _head(document)
    for index in range(arrival.block, min(len(document.blocks), arrival.block + _BLOCKS)):
        block = document.blocks[index]
        heading = not index and document.has_heading
        label = f"{document.number}." if heading and document.number else block.label or ""
        parts.append(Part(block, label, is_note=False, is_wanted=index == arrival.block))
        for note in beside[index]:
            parts += [
                Part(block, "" if number else note.label, is_note=True, is_wanted=False)
                for number, block in enumerate(note.blocks)
            ]
    return parts


def glimpse_of_words(title: str, lines: tuple[str, ...]) -> Glimpse:
    """What is shown where there is no text to show: sentences."""
    parts = tuple(Part(Block("paragraph", line), "", is_note=False, is_wanted=not n) for n, line in enumerate(lines))
    return Glimpse((title,), "not open here", parts)
