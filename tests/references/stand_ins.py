"""Documents made by hand, and a small Known: what is open is said; the catalogue is the series' own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from tgreader.citing import catalogue
from tgreader.model.address import Address
from tgreader.model.document import Block, Document, Note
from tgreader.model.inline import Reference
from tgreader.references import Standing, references_in

_ID = re.compile(r"frus(\d{4}(?:-\d\d)?)([A-Z][A-Za-z]+?\d*)?(?:v(e?)0?(\d+)(?:-(\d+))?)?(?:p(\d))?(m?Supp\d?)?")


@dataclass
class Shelf:
    """A Known: `open` says of each open volume which documents it holds, and which notes each has."""

    open: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    pages: frozenset[str] = frozenset()

    def standing(self, address: Address) -> Standing:
        documents = self.open.get(address.volume or "")
        if documents is None:
            return "closed"
        if address.document is None:
            return "here" if address.page is None or address.page in self.pages else "missing"
        if address.document not in documents:
            return "missing"
        return "here" if address.note is None or address.note in documents[address.document] else "missing"

    def volumes(
        self, subseries: str | None, number: str | None, part: str | None, title: str | None, like: str | None
    ) -> tuple[str, ...]:
        return _volumes(subseries, number, part, title, like)


@cache
def _volumes(
    subseries: str | None, number: str | None, part: str | None, title: str | None, like: str | None
) -> tuple[str, ...]:
    if subseries is None and like is not None and number:
        found = _ID.fullmatch(like)
        subseries = found[1] if found else None
    fitting = tuple(one for one in catalogue.ids() if _fits(one, subseries, number, part))
    if len(fitting) < 2 or not title:
        return fitting
    exact = tuple(one for one in fitting if _plain(catalogue.volume(one).name) == _plain(title))
    wanted = set(_plain(title).split())
    return exact or tuple(one for one in fitting if wanted <= set(_plain(catalogue.volume(one).title).split()))


def _fits(one: str, subseries: str | None, number: str | None, part: str | None) -> bool:
    found = _ID.fullmatch(one)
    if not found or (subseries is not None and found[1] != subseries):
        return False
    electronic, first, last, printed_part, supplement = found.groups()[2:]
    if number is None:
        return True
    if first is None or bool(supplement) != bool(part and part.startswith("supp")):
        return False
    asked = int(number.removeprefix("e"))
    if number.startswith("e") != bool(electronic) or not int(first) <= asked <= int(last or first):
        return False
    return not part or part.startswith("supp") or printed_part == part


def _plain(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.casefold()))


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
