"""Who and what is that: the persons and terms that a text marks, as the volume's own lists describe them.

Only what the volume lists is told; where it has no list, or the list not that name, nothing is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from tgreader.errors import TgReaderError
from tgreader.model.address import Address
from tgreader.model.document import Block, Document, Entry
from tgreader.model.tuples import NamedTuple
from tgreader.reading.document.open_document import OpenDocument
from tgreader.reading.session import Session


class Listed(NamedTuple):
    """A person or term of a volume's list.

    Attributes:
        key: as the volume has it.
        kind: which of both.
        name: as the list has it.
        description: what the list says of it.
    """

    key: str
    kind: Literal["person", "term"]
    name: str
    description: str


NamesListed = Mapping[str, Listed]
"""What a document's names are in the lists, by their keys."""


def listed_in(session: Session, document: Document) -> NamesListed:
    """The persons and terms marked in a document that its volume lists. The first time, the lists are read for it."""
    names = {name.key: name for _, block in document.every_block() for name in block.names if name.key}
    if not names:
        return {}
    try:
        listing = session.shelf.listing(document.address)
    except TgReaderError:  # its file is gone; what is on the screen is read on
        return {}
    if listing is None:
        return {}
    described = {key: listing.described(key) for key in names}
    return {key: Listed(key, names[key].kind, *found) for key, found in described.items() if found}


def names_here(reading: OpenDocument, block: int, listed: NamesListed) -> tuple[Listed, ...]:
    """Those marked in a block of the body, then in the notes beside it: persons before terms, each once."""
    found = {name.key: listed[name.key] for one in _here(reading, block) for name in one.names if name.key in listed}
    return tuple(sorted(found.values(), key=lambda one: one.kind))  # stable: in the order of the text


def _here(reading: OpenDocument, block: int) -> Iterator[Block]:
    yield from reading.document.blocks[block : block + 1]
    for shown in reading.notes_at(block):
        yield from shown.note.blocks


def occurrences(session: Session, document: Document, key: str) -> tuple[Entry, ...]:
    """The documents and sections of a document's volume in which a person or term is marked, in reading order.

    Raises:
        UnreadableError: the volume's file cannot be read any more.
    """
    shelf = session.shelf
    listing = shelf.listing(document.address)
    places = [shelf.index(address) for address in listing.mentions(key)] if listing else []
    return tuple(shelf.places[place].entry for place in places if place is not None)


def first_place(document: Document, key: str) -> Address:
    """Where in a document a person or term is first marked: a place in its body or in a note."""
    for note, block in document.every_block():
        at = next((name.start for name in block.names if name.key == key), None)
        if at is None:
            continue
        if note is not None:
            return document.address.at_note(note.label)
        number = document.paragraph_number(next(n for n, one in enumerate(document.blocks) if one is block))
        return document.address.at_paragraph(number, at)
    return document.address
