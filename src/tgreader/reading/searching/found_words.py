"""The words of a search, marked in a document that was found by them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from tgreader.errors import TgReaderError
from tgreader.model.address import Address
from tgreader.model.document import Block, Note
from tgreader.model.inline import Range
from tgreader.reading.document.find import MOST_HITS, Hit, Hits
from tgreader.reading.document.open_document import OpenDocument

if TYPE_CHECKING:
    from tgreader.library.index.rows import Part


def found_words(reading: OpenDocument, words: str) -> Hits:
    """Where the words of a query stand in a document, as finding in it has it.

    Args:
        reading: the document.
        words: the query; one that cannot be read, or has no words, is found nowhere.
    """
    from tgreader.library.index.excerpts import Finder
    from tgreader.library.query.language import parse_query

    try:
        finder = Finder(parse_query(words))
    except TgReaderError:
        return Hits(words)
    found: list[Hit] = []
    for number, (note, block) in enumerate(reading.document.every_block()):
        home = number if note is None else reading.home(note.number)
        found += [
            Hit(number, start, end, home, note.number if note else None)
            for start, end in finder.ranges(block.text, _part(note, block, number))
        ]
    found.sort(key=lambda hit: (hit.home, hit.note is not None, hit.block, hit.start))
    by_block: dict[int, list[Range]] = {}
    for hit in found[:MOST_HITS]:
        by_block.setdefault(hit.block, []).append((hit.start, hit.end))
    return Hits(words, tuple(found[:MOST_HITS]), len(found) <= MOST_HITS, MappingProxyType(by_block))


def first_in(hits: Hits, reading: OpenDocument, place: Address) -> int | None:
    """The index of the first hit in a paragraph or note, else of the one nearest to it; None where there is none."""
    document = reading.document
    if place.note is not None:
        note = next((note for note in document.notes if note.label == place.note), None)
        inside = (n for n, hit in enumerate(hits.found) if note is not None and hit.note == note.number)
        return next(inside, hits.nearest(reading.home(note.number)) if note else hits.nearest(0))
    block = document.block_index(place.paragraph or 0)
    inside = (n for n, hit in enumerate(hits.found) if hit.block == block and hit.start >= place.offset)
    return next(inside, hits.nearest(block, place.offset))


def _part(note: Note | None, block: Block, number: int) -> Part:
    """The column of the index that a block's words are in."""
    if note is not None:
        return "source" if note.kind == "source" else "notes"
    return "heading" if not number and block.kind == "heading" else "body"
