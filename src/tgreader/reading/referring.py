"""What the documents on the shelf point to: the references room, told what is open and what the catalogue lists."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from tgreader.model.address import Address
from tgreader.model.document import Document
from tgreader.model.inline import Reference
from tgreader.reading.shelf import Shelf

if TYPE_CHECKING:
    from tgreader.references.known import Standing

References = tuple[tuple[Reference, ...], ...]
"""The references of each block, in the order of `Document.every_block`."""

_KEPT = 16


class Referring:
    """References of documents, as far as the shelf is opened; implements `references.known.Known`."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._found: OrderedDict[tuple[Address, int], References] = OrderedDict()

    def references(self, document: Document) -> References:
        """The references of a document; those of the last few documents are kept."""
        key = (document.address, len(self._shelf.places))  # another document open may be one that was wanted
        if key not in self._found:
            self._found[key] = self.find(document)
            if len(self._found) > _KEPT:
                self._found.popitem(last=False)
        return self._found[key]

    def find(self, document: Document) -> References:
        """Find and resolve all references of a document, without keeping them."""
        from tgreader.references.found import references_in  # its grammar takes a moment to import

        return references_in(document, self)

    def standing(self, address: Address) -> Standing:
        """Whether a document is open; what is inside it is looked at when the reference is followed."""
        if self._shelf.is_open(address):
            return "here"
        whole = address.volume is not None and self._shelf.holds_volume(address.volume)
        if address.document is None and whole:
            return "here"
        return "missing" if whole else "closed"

    def volumes(
        self, subseries: str | None, number: str | None, part: str | None, title: str | None, like: str | None
    ) -> tuple[str, ...]:
        """The ids of the catalogue that printed words may mean; see `references.known.Known.volumes`."""
        from tgreader.citing import catalogue
        from tgreader.citing.volume_number import VolumeNumber

        if not subseries and not like:
            return ()
        years = catalogue.covered_years(f"frus{subseries}" if subseries else like or "")
        supplement = (part or "").startswith("supp")
        wanted = VolumeNumber((number,) if number else (), "" if supplement else part or "", supplement)
        found = catalogue.find(years, wanted if number or part else None)
        if len(found) == 1 or not title:
            return found
        return catalogue.find(years, wanted if number or part else None, title) or found
