"""All references of a document: the one way into this room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tgreader.model.document import Block, Document
from tgreader.model.inline import Reference
from tgreader.references import citations, messages, places
from tgreader.references.context import Context
from tgreader.references.grammar import Ibid, Places, Pointer, SourceWords
from tgreader.references.known import Known
from tgreader.references.links import linked
from tgreader.references.publications import PublicationWords
from tgreader.references.series import SeriesVolume
from tgreader.references.telegrams import TelegramWords

GROUPS = {
    "document": "documents",
    "footnote": "documents",
    "volume": "documents",
    "attachment": "documents",
    "telegram": "telegrams",
    "airgram": "telegrams",
    "despatch": "telegrams",
    "circular": "telegrams",
    "page": "pages",
    "source": "sources",
    "publication": "publications",
}
"""In which group of a list of references each kind belongs; the groups in the order of their first kind."""


def references_in(document: Document, known: Known) -> tuple[tuple[Reference, ...], ...]:
    """Find and resolve every reference of a document.

    Args:
        document: any parsed document; of a loose file without a known volume, only what stands in it is resolved.
        known: what is open, and the catalogue of the series.

    Returns:
        One tuple for each block of `document.every_block()`, in that order, of references in the order of their
        places. A link that the file makes itself goes before what the words say.
    """
    now = Context(document, known)
    found = []
    for block, where, edited in _named_blocks(document):
        now.enter(block.text, where, edited)
        at = 0
        while at < len(now.words):
            at += _read(now, at)
        references = messages.printed_as(block.text, sorted(now.found, key=lambda one: one.start))
        found.append(_with_sources(block, linked(block, references, known)))
    return messages.together(found)


def _named_blocks(document: Document) -> Iterator[tuple[Block, str, bool]]:
    """Every block, with its name in a reason (`¶3`, `note 2`), and whether its words are the editors' own."""
    edited = document.heading.lower().startswith("editorial note")
    for index, block in enumerate(document.blocks):
        yield block, messages.place_name(document, index), edited
    for note in document.notes:
        for block in note.blocks:
            yield block, f"note {note.label}", True


def _read(now: Context, at: int) -> int:
    """Read the words at index `at` and, where they belong together, those after them; the number read."""
    match now.words[at]:
        case Places(kind="document") as words:
            return places.documents(now, words, at)
        case Places(kind="footnote") as words:
            return places.footnotes(now, words, at)
        case Places() as words:
            if read := places.pages(now, words, at):
                return read
            citations.pages_of_a_book(now, words)
        case SeriesVolume() as words:
            if not (words.head == "ibid" and citations.ibid_volume(now, words)):
                places.volume(now, words, at)
        case Ibid() as words:
            return citations.ibid(now, words, at)
        case SourceWords() as words:
            citations.source(now, words)
        case PublicationWords() as words:
            citations.book(now, words)
        case TelegramWords() as words:
            messages.telegram(now, words)
        case Pointer(kind="neighbour") as words:
            places.neighbour(now, words)
        case Pointer(kind="part") as words:
            places.part(now, words, at)
        case Pointer(kind="enclosed") as words:
            messages.enclosed(now, words)
        case Pointer() as words:
            messages.reftel(now, words)
    return 1


def _with_sources(block: Block, references: list[Reference]) -> tuple[Reference, ...]:
    """The same, each with its range in the file."""
    return tuple(replace(one, source=block.source(one.start, one.end)) for one in references)
