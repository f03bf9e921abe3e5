"""What the documents on the shelf point to: the references room, told what is open and what the catalogue lists."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from tgreader.model.address import Address
from tgreader.model.document import Document
from tgreader.model.inline import Reference
from tgreader.reading.shelf.shelf import Shelf

if TYPE_CHECKING:
    from tgreader.citing.catalogue import VolumeFacts
    from tgreader.citing.volume_number import VolumeNumber
    from tgreader.references.known import Standing

References = tuple[tuple[Reference, ...], ...]
"""The references of each block, in the order of `Document.every_block`."""

_KEPT = 16


class Referring:
    """References of documents, as far as the shelf is opened; implements `references.known.Known`."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._found: OrderedDict[tuple[Address, int], tuple[Document, References]] = OrderedDict()
        self._volumes: dict[tuple[str | None, ...], tuple[str, ...]] = {}

    def references(self, document: Document) -> References:
        """The references of a document; those of the last few documents are kept."""
        key = (document.address, len(self._shelf.places))  # another document open may be one that was wanted
        kept = self._found.get(key)
        if kept is None or kept[0] is not document:  # a marker was put right, a copy recognised: built anew
            kept = self._found[key] = document, self.find(document)
            if len(self._found) > _KEPT:
                self._found.popitem(last=False)
        return kept[1]

    def find(self, document: Document) -> References:
        """Find and resolve all references of a document, without keeping them."""
        from tgreader.references.found import references_in  # its grammar takes a moment to import

        return references_in(document, self)

    def standing(self, address: Address) -> Standing:
        """Whether a place is open; what is inside a loose file is looked at when the reference is followed."""
        opened = self._shelf.is_open(address)
        volume_alone = address.document is None and address.page is None
        if opened and address.note is None and address.page is None:
            return "here"
        if address.volume is None or not self._shelf.holds_volume(address.volume):
            return "here" if opened else "closed"
        return "missing" if not volume_alone and self._shelf.has(address) is False else "here"

    def volumes(
        self, subseries: str | None, number: str | None, part: str | None, title: str | None, like: str | None
    ) -> tuple[str, ...]:
        """The ids of the catalogue that printed words may mean; see `references.known.Known.volumes`."""
        asked = (subseries, number, part, title, like)
        if asked not in self._volumes:
            self._volumes[asked] = _volumes(subseries or (like[4:] if like and number else None), number, part, title)
        return self._volumes[asked]


def _volumes(years: str | None, number: str | None, part: str | None, title: str | None) -> tuple[str, ...]:
    """Volumes whose id covers the years that `years` begins with, of that number, part and title."""
    from tgreader.citing import catalogue

    covered = catalogue.covered_years(f"frus{years}") if years else None
    of_years = _of_years().get(covered, ()) if covered else _every()
    fitting = [facts for facts in of_years if _is_numbered(facts, number, part)]
    if title and (len(fitting) != 1 or number is None):
        every = [facts for facts in _every() if _is_numbered(facts, number, part)]
        alike = _titled(fitting, every, _words(title))
        fitting = alike or (fitting if number else [])
    return tuple(facts.id for facts in fitting)


@cache
def _every() -> tuple[VolumeFacts, ...]:
    from tgreader.citing import catalogue

    return tuple(map(catalogue.volume, catalogue.ids()))


@cache
def _of_years() -> dict[tuple[int, int], list[VolumeFacts]]:
    """The volumes by the years that their ids cover."""
    from tgreader.citing import catalogue

    found: dict[tuple[int, int], list[VolumeFacts]] = {}
    for facts in _every():
        found.setdefault(catalogue.covered_years(facts.id), []).append(facts)
    return found


@cache
def _printed_number(words: str) -> VolumeNumber:
    from tgreader.citing.volume_number import read_number

    return read_number(words)


def _titled(fitting: Sequence[VolumeFacts], every: Sequence[VolumeFacts], wanted: list[str]) -> list[VolumeFacts]:
    """Of the volumes that fit otherwise, those of that title: the closest sort of likeness that any of them has.

    A title that holds years of its own (`The Conferences at Washington, 1941–1942, and Casablanca, 1943`) is known by
    them, whatever years stand before it.
    """
    dated = any(word.isdigit() for word in wanted)
    alike: tuple[Callable[[list[str], VolumeFacts], bool], ...] = (
        lambda name, _: name == wanted,
        lambda name, _: set(wanted) <= set(name),
        lambda name, _: len(name) > 1 and set(name) <= set(wanted),
        lambda _, facts: set(wanted) <= set(_words(facts.title)),
    )
    for step, is_alike in enumerate(alike):
        if found := [facts for facts in fitting if is_alike(_words(facts.name), facts)]:
            return found
        if step == 0 and dated and (found := [facts for facts in every if is_alike(_words(facts.name), facts)]):
            return found
    elsewhere = [facts for facts in every if set(wanted) <= set(_words(facts.name))]
    return elsewhere if len(elsewhere) == 1 else []


def _is_numbered(facts: VolumeFacts, number: str | None, part: str | None) -> bool:
    """Whether a volume has the number; a supplement to several volumes has each of theirs."""
    if number is None and part != "supp":
        return True
    printed = _printed_number(facts.number)
    if number is None:
        return printed.supplement
    if number not in printed.volumes or printed.supplement != bool(part and part.startswith("supp")):
        return False
    return not part or part.startswith("supp") or printed.part == part


@cache
def _words(title: str) -> list[str]:
    return re.findall(r"\w+", title.casefold())
