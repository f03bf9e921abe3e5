"""All references of a document: the one way into this room."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from tgreader.model.document import Block, Document
from tgreader.model.inline import Link, Reference
from tgreader.model.tuples import NamedTuple
from tgreader.references import citations, messages, places, printing, volumes
from tgreader.references.context import Context, Past
from tgreader.references.forms import may_point
from tgreader.references.grammar import Ibid, Places, Pointer, SourceWords
from tgreader.references.known import Known
from tgreader.references.links import against_the_words, linked
from tgreader.references.publications import PublicationWords
from tgreader.references.series import SeriesVolume
from tgreader.references.telegrams import TelegramWords

BEFORE_AT_MOST = 4
"""How many documents back an Ibid. is followed."""

LOOKED_AT = 20_000
"""Words that may point elsewhere, and links, of one document: no more are looked at, and `Known` is told. Indexes have
the most in the series, some 5,000; a file that was made to do harm has what fits."""

GROUPS = {
    "document": "documents",
    "footnote": "documents",
    "volume": "documents",
    "attachment": "documents",
    "telegram": "telegrams",
    "airgram": "telegrams",
    "despatch": "telegrams",
    "circular": "telegrams",
    "memorandum": "telegrams",
    "page": "pages",
    "source": "sources",
    "publication": "publications",
}
"""In which group of a list of references each kind belongs; the groups in the order of their first kind."""


class Read(NamedTuple):
    """One block, read.

    Attributes:
        block: the block.
        references: in the order of their places; a link that the file makes itself goes before what the words say.
        words: what the words alone were read as.
    """

    block: Block
    references: Sequence[Reference]
    words: Sequence[Reference]

    @property
    def denied(self) -> tuple[tuple[Link, Reference], ...]:
        """Each link that leads elsewhere than its words do, with the reference that the words make."""
        return tuple(against_the_words(self.block, self.words))


def references_in(document: Document, known: Known) -> tuple[tuple[Reference, ...], ...]:
    """Find and resolve every reference of a document.

    Args:
        document: any parsed document; of a loose file without a known volume, only what stands in it is resolved.
        known: what is open, and the catalogue of the series.

    Returns:
        One tuple for each block of `document.every_block()`, in that order, of references in the order of their
        places.
    """
    return messages.together([read.references for read in blocks_read(document, known)])


def blocks_read(document: Document, known: Known) -> Iterator[Read]:
    """Read the blocks of a document one after the other, as `references_in`, telegrams not yet put together."""
    return _blocks_read(Context(document, known, lambda: _left_by_the_one_before(document, known)))


def _left_by_the_one_before(document: Document, known: Known, further: int = BEFORE_AT_MOST) -> Past:
    """What an Ibid. that opens a document may repeat: the last citations of the document before, or of those before."""
    before = known.before(document.address)
    if before is None:
        return Past()
    past = (lambda: _left_by_the_one_before(before, known, further - 1)) if further > 1 else Past
    now = Context(before, known, past)
    for _ in _blocks_read(now):
        pass
    now.recall()
    return now.left


def _blocks_read(now: Context) -> Iterator[Read]:
    document = now.document
    edited = document.heading.lower().startswith("editorial note")
    left = LOOKED_AT
    for index, label, block in _each_block(document):
        if not left or (not block.links and not may_point(block.text)):
            yield Read(block, (), ())
            continue
        where = messages.place_name(document, index) if label is None else f"note {label}"
        now.enter(block, where, edited or label is not None)  # notes are the editors' own words
        at = 0
        while max(at, len(now.found)) < left and (words := now.words(at)) is not None:
            at += _READERS[type(words)](now, words, at) or 1
        if not at and not block.links:
            yield Read(block, (), ())
            continue
        references = printing.printed_as(block.text, sorted(now.found, key=lambda one: one.start))
        pointing = block if len(block.links) <= left else block._replace(links=block.links[:left])
        yield Read(block, linked(pointing, references, now.known, document.volume), references)
        left = max(0, left - max(at, len(now.found)) - len(block.links))
        if not left:
            now.known.cut_off(document.address)


def _each_block(document: Document) -> Iterator[tuple[int, str | None, Block]]:
    """Every block of the body with its index, then every block of a note with the note's label."""
    for index, block in enumerate(document.blocks):
        yield index, None, block
    for note in document.notes:
        for block in note.blocks:
            yield 0, note.label, block


def _places(now: Context, words: Places, at: int) -> int | None:
    return _PLACES[words.kind](now, words, at)


def _pages(now: Context, words: Places, at: int) -> int | None:
    read = places.pages(now, words, at)
    if not read:
        citations.pages_of_a_book(now, words)
    return read


def _volume(now: Context, words: SeriesVolume, at: int) -> None:
    if words.head == "bare" and not words.subseries and now.in_the_book(words):
        now.book_end = words.end
    elif not citations.ibid_volume(now, words):
        volumes.volume(now, words, at)


def _pointer(now: Context, words: Pointer, at: int) -> int | None:
    return _POINTERS[words.kind](now, words, at)


_PLACES = {"document": places.documents, "footnote": places.footnotes, "page": _pages}
_POINTERS: dict[str, Callable[[Context, Pointer, int], int | None]] = {
    "neighbour": places.neighbour,
    "part": lambda now, words, _: volumes.part(now, words),
    "supplement": volumes.supplement,
    "enclosed": lambda now, words, _: messages.enclosed(now, words),
    "reftel": lambda now, words, _: messages.reftel(now, words),
}
_READERS: dict[type, Callable[[Context, Any, int], int | None]] = {
    Places: _places,
    SeriesVolume: _volume,
    Pointer: _pointer,
    Ibid: citations.ibid,
    SourceWords: lambda now, words, _: citations.source(now, words),
    PublicationWords: lambda now, words, _: citations.book(now, words),
    TelegramWords: lambda now, words, _: messages.telegram(now, words),
}
"""How each sort of words is read: given their index, it gives the number of words read where that is not one."""
