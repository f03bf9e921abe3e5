"""Documents made by hand, and a small Known: what is open is said; the catalogue is the series' own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tgreader.model.address import Address
from tgreader.model.document import Block, Document, Note
from tgreader.model.inline import Reference
from tgreader.reading.pointing.referring import Referring
from tgreader.reading.shelf.shelf import Shelf as EmptyShelf
from tgreader.references import Standing, references_in


@dataclass
class Shelf:
    """A Known: `open` says of each open volume which documents it holds, and which notes each has."""

    open: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    pages: frozenset[str] = frozenset()
    printed_before: Mapping[Address, Document] = field(default_factory=dict)
    cut: list[Address] = field(default_factory=list)

    def standing(self, address: Address) -> Standing:
        documents = self.open.get(address.volume or "")
        if documents is None:
            return "closed"
        if address.document is None:
            return "here" if address.page is None or address.page in self.pages else "missing"
        if address.document not in documents:
            return "missing"
        return "here" if address.note is None or address.note in documents[address.document] else "missing"

    def before(self, address: Address) -> Document | None:
        return self.printed_before.get(address)

    def cut_off(self, document: Address) -> None:
        self.cut.append(document)

    def volumes(
        self, subseries: str | None, number: str | None, part: str | None, title: str | None, like: str | None
    ) -> tuple[str, ...]:
        return CATALOGUE.volumes(subseries, number, part, title, like)


CATALOGUE = Referring(EmptyShelf([]))
"""Knows the volumes of the series, and nothing that is open."""


def document(
    *notes: str,
    body: tuple[str, ...] = (),
    heading: str = "Memorandum of Conversation",
    volume: str | None = "frus1969-76v39",
    identity: str | None = "d106",
) -> Document:
    """A document whose notes are numbered from 1; a first note that starts with `Source:` is the source note."""
    blocks = (Block("heading", heading), *(Block("paragraph", text) for text in body))
    listed = tuple(
        Note(
            number,
            str(number),
            True,
            (Block("paragraph", text, origin=((0, 1000 * number),)),),
            "source" if text.startswith("Source:") else "footnote",
        )
        for number, text in enumerate(notes, 1)
    )
    address = Address(volume, identity) if volume else Address(path="loose.txt")
    known_id = identity if volume else None
    return Document(address, "loose.txt", "flattext", heading, blocks, listed, volume, known_id)


def found(made: Document, shelf: Shelf | None = None) -> dict[str, list[Reference]]:
    """The references of a document by block: `heading`, `¶1`, …, `note 1`, …"""
    names = ["heading", *(f"¶{n}" for n in range(1, len(made.blocks)))]
    names += [f"note {note.label}" for note in made.notes for _ in note.blocks]
    return {name: list(refs) for name, refs in zip(names, references_in(made, shelf or Shelf()), strict=True)}


def in_note(text: str, shelf: Shelf | None = None, **how: str | None) -> list[Reference]:
    """The references of one note that stands alone."""
    return found(document(text, **how), shelf)["note 1"]  # type: ignore[arg-type]


def targets(references: list[Reference]) -> list[tuple[str, str | None]]:
    """Words and target of each reference."""
    return [(one.text, str(one.target) if one.target else None) for one in references]
