"""Where on the shelf a printed page is."""

from __future__ import annotations

from collections.abc import Sequence

from tgreader.errors import TgReaderError
from tgreader.model.document import Entry
from tgreader.reading.shelf.places import Place
from tgreader.reading.shelf.shelf import Shelf


def where_printed(shelf: Shelf, label: str, volume: str | None = None) -> tuple[Place, ...]:
    """The documents in which a printed page starts; where none does, those that begin on it.

    Args:
        shelf: what is open.
        label: the page's label, in capitals or not.
        volume: the only volume to look in, or None for all that is open.
    """
    starting: list[Place] = []
    begun: list[Place] = []
    for place in list(shelf.places):
        entry = place.entry
        if volume not in (None, entry.address.volume) or not _may_have(entry, label):
            continue
        try:
            pages, before = _pages(shelf, entry)
        except TgReaderError:  # its file is gone: the others may have the page
            continue
        if any(_same(page, label) for page in pages):
            starting.append(place)
        elif before is not None and _same(before, label):
            begun.append(place)
    return tuple(starting or begun)


def _pages(shelf: Shelf, entry: Entry) -> tuple[Sequence[str], str | None]:
    """The printed pages that start in a document, and the one on which it begins: built only where that is needed."""
    if entry.pages is not None:
        return entry.pages, entry.first_page
    document = shelf.document(entry.address)
    return [page.label for page in document.pages()], document.page_before


def _same(label: str, other: str) -> bool:
    """Whether two labels are one, in capitals or not, with the brackets of a page that has no number or without."""
    return label.casefold().strip("[]") == other.casefold().strip("[]")


def _may_have(entry: Entry, label: str) -> bool:
    """Whether a document can have a page, so that the others need not be built."""
    if entry.pages is not None:
        return True
    if entry.first_page is None or entry.last_page is None:
        return False
    low, high, number = _number(entry.first_page), _number(entry.last_page), _number(label)
    if low is None or high is None:
        return True
    return number is not None and low <= number <= high


def _number(label: str) -> int | None:
    """The number of an arabic page; no volume has a page of ten digits, but a file may say so."""
    return int(label) if label.isdecimal() and len(label) < 10 else None
