"""Where marks and annotations stand in the document that is open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tgreader.errors import AddressError
from tgreader.library.work.annotations import Annotation
from tgreader.model.address import parse_address
from tgreader.model.document import Document
from tgreader.model.tuples import NamedTuple

if TYPE_CHECKING:  # a document on which nothing is marked needs none of it
    from tgreader.reading.notebook.anchoring import Passage, WholeText


class Placed(NamedTuple):
    """A mark or annotation, and where in the open document its words stand.

    Attributes:
        annotation: what is kept.
        passage: where its words stand; None where it is on the document as a whole, or they are not there any more.
        is_lost: whether its words are not in this copy any more.
    """

    annotation: Annotation
    passage: Passage | None
    is_lost: bool = False

    @property
    def block(self) -> int:
        """The block beside which it stands; what is on the whole document, or lost, stands at the beginning."""
        return self.passage.first if self.passage else 0


def placed_on(document: Document, kept: Sequence[Annotation]) -> tuple[Placed, ...]:
    """Where in a document annotations stand, in the order of the text; many of a corrected copy take a while."""
    if not kept:
        return ()
    from tgreader.reading.notebook.anchoring import WholeText

    text = WholeText(document)
    return tuple(sorted((_placed(document, text, one) for one in kept), key=_in_order))


def _placed(document: Document, text: WholeText, one: Annotation) -> Placed:
    if one.scope == "document":
        return Placed(one, None, is_lost=not text.is_of_document(one.exact))
    from tgreader.reading.notebook.anchoring import Quote

    passage = text.find(Quote(one.prefix, one.exact, one.suffix), _near(document, one))
    return Placed(one, passage, is_lost=passage is None)


def _near(document: Document, one: Annotation) -> Passage | None:
    """Where the address says that it stands, if there is such a place."""
    from tgreader.reading.notebook.anchoring import Passage

    try:
        address = parse_address(one.address)
    except AddressError:
        return None
    if address.note is not None:
        number = len(document.blocks)
        for note in document.notes:
            if note.label == address.note:
                return Passage(number, 0, number, 0)
            number += len(note.blocks)
        return None
    if not document.blocks:
        return None
    block = document.block_index(address.paragraph or 0)
    return Passage(block, address.offset, block, address.offset)


def _in_order(placed: Placed) -> tuple[int, int, str, str]:
    start = placed.passage.start if placed.passage else -1
    return placed.block, start, placed.annotation.made, placed.annotation.id
