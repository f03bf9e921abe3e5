"""Documents made by hand, and a small Known: what is open is said, and the catalogue is a handful of ids."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from tgreader.model.address import Address
from tgreader.model.document import Block, Document, Note
from tgreader.model.inline import Reference
from tgreader.references import Standing, references_in

CATALOGUE = """
frus1919Parisv05 frus1944Quebec frus1947v01 frus1947v03 frus1948v02 frus1948v03 frus1948v05p1 frus1948v05p2
frus1949v07p2
frus1952-54v02p1 frus1952-54v02p2 frus1952-54v04 frus1955-57v10 frus1955-57v22 frus1955-57v24 frus1955-57v25
frus1958-60v10p1 frus1958-60v10p2 frus1958-60v17 frus1958-60v17-18mSupp frus1958-60v19 frus1961-63v07-09mSupp
frus1961-63v11 frus1961-63v22 frus1964-68v14 frus1969-76v01 frus1969-76v06 frus1969-76v12 frus1969-76v13 frus1969-76v15
frus1969-76v16 frus1969-76v18 frus1969-76v19p1 frus1969-76v19p2 frus1969-76v33 frus1969-76v34 frus1969-76v39
frus1969-76ve07 frus1969-76ve15p2 frus1977-80v02 frus1977-80v06
""".split()  # noqa: SIM905 - a table to read
TITLES = {
    "frus1969-76v15": "Soviet Union, June 1972–August 1974",
    "frus1969-76v16": "Soviet Union, August 1974–December 1976",
    "frus1944Quebec": "The Conference at Quebec, 1944",
    "frus1919Parisv05": "The Paris Peace Conference",
}
_ID = re.compile(r"frus(\d{4}(?:-\d\d)?)([A-Z][a-z]+)?(?:v(e?)0?(\d+)(?:-(\d+))?)?(?:p(\d))?(mSupp)?")


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
        if subseries is None and like is not None and not (title and not number):
            found = _ID.fullmatch(like)
            subseries = found[1] if found else None
        return tuple(one for one in CATALOGUE if _fits(one, subseries, number, part, title))


def _fits(one: str, subseries: str | None, number: str | None, part: str | None, title: str | None) -> bool:
    found = _ID.fullmatch(one)
    assert found, one
    years, _, electronic, first, last, printed_part, supplement = found.groups()
    if subseries is not None and years != subseries:
        return False
    if number is None:
        return title is not None and TITLES.get(one, "") != "" and TITLES[one] in title
    if bool(supplement) != bool(part and part.startswith("supp")):
        return False
    asked = int(number.removeprefix("e"))
    if first is None or number.startswith("e") != bool(electronic) or not int(first) <= asked <= int(last or first):
        return False
    return not part or part.startswith("supp") or printed_part == part


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
