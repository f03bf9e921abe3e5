"""What the documents on the shelf point to: the references room, told what is open and what the catalogue lists."""

from __future__ import annotations

import re
from collections import OrderedDict
from typing import TYPE_CHECKING

from tgreader.errors import TgReaderError
from tgreader.model.address import Address
from tgreader.model.document import Document
from tgreader.model.inline import Reference
from tgreader.model.patterns import pattern
from tgreader.reading.shelf.shelf import Shelf

if TYPE_CHECKING:
    from tgreader.references.known import Standing

References = tuple[tuple[Reference, ...], ...]
"""The references of each block, in the order of `Document.every_block`."""

_KEPT = 16
_NUMBERED = pattern(r"d([1-9]\d{0,5})", re.ASCII)


class Referring:
    """References of documents, as far as the shelf is opened; implements `references.known.Known`."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._left_out: dict[Address, TgReaderError] = {}
        self._found: OrderedDict[tuple[Address, int], tuple[Document, References]] = OrderedDict()

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
        """Find and resolve all references of a document, without keeping them.

        That it has more than are looked for goes to the shelf's problems; see `left_out`.
        """
        from tgreader.references.found import references_in  # its grammar takes a moment to import

        return references_in(document, self)

    def standing(self, address: Address) -> Standing:
        """Whether a place is open; what is inside a loose file is looked at when the reference is followed."""
        shelf = self._shelf
        if address.volume is None or not shelf.holds_volume(address.volume):
            return "here" if shelf.is_open(address) else "closed"
        volume_alone = address.document is None and address.page is None
        if volume_alone or shelf.has(address) is not False:
            return "here"
        return "here" if address.note is None and address.page is None and shelf.is_open(address) else "missing"

    def before(self, address: Address) -> Document | None:
        """What is printed before a document: in an open volume, a section too; of loose copies, that by number."""
        shelf, place = self._shelf, self._shelf.index(address)
        number = _NUMBERED.fullmatch(address.document or "")
        if number is None or address.volume is None:
            return None
        if place and shelf.holds_volume(address.volume):
            before = shelf.places[place - 1].entry.address
            return shelf.passing(before) if before.volume == address.volume else None
        before = Address(address.volume, f"d{int(number[1]) - 1}")
        return shelf.passing(before) if shelf.index(before) is not None else None

    def cut_off(self, document: Address) -> None:
        """A document has more that may point elsewhere than is looked at: what is wrong with it is put down once."""
        from tgreader.references.found import LOOKED_AT

        if document not in self._left_out:
            what = f"it has {LOOKED_AT:,} words and links that may point elsewhere; any after them are not looked at"
            self._left_out[document] = TgReaderError(what, str(document))
            self._shelf.problems.append(self._left_out[document])

    def left_out(self, document: Document) -> str | None:
        """What a reader must know of a document of which not all references were looked for; None of any other."""
        told = self._left_out.get(document.address)
        return told.what if told else None

    def volumes(
        self, subseries: str | None, number: str | None, part: str | None, title: str | None, like: str | None
    ) -> tuple[str, ...]:
        """The ids of the catalogue that printed words may mean; see `references.known.Known.volumes`."""
        from tgreader.reading.pointing.printed_volumes import printed_volumes

        return printed_volumes(subseries or (like[4:] if like and number else None), number, part, title)
