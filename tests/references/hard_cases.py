"""Reads `hard_cases.txt`: places of the corpus where a person would stop to think, decided one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tgreader.model.address import parse_address
from tgreader.model.document import Block, Document, Note
from tgreader.model.inline import Reference
from tgreader.references import references_in

from .stand_ins import Shelf

FILE = Path(__file__).with_name("hard_cases.txt")
_NOTE = re.compile(r"(\S{1,4})\. ")


@dataclass(frozen=True)
class Case:
    """One place.

    Attributes:
        number: of its line in the file.
        where: the document's address.
        lines: heading, paragraphs and notes, with the words asked for in ⟦ ⟧.
        expected: `kind | title | target or -`, or `nothing`.
    """

    number: int
    where: str
    lines: tuple[str, ...]
    expected: str


def cases() -> Iterator[Case]:
    """All cases of the file."""
    number, where, lines = 0, "", list[str]()
    for number, line in enumerate(FILE.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("@ "):
            where, lines = line[2:], []
        elif line.startswith("= "):
            yield Case(number, where, tuple(lines), line[2:])
        elif line and not line.startswith(("#", "? ")):
            lines.append(line)


def document_of(case: Case) -> Document:
    """The document that the lines of a case make."""
    address = parse_address(case.where)
    heading = "Editorial Note"
    body: list[Block] = []
    notes: list[Note] = []
    for line in case.lines:
        text = line.replace("⟦", "").replace("⟧", "")
        if line.startswith("H "):
            heading = text[2:]
        elif line.startswith("¶ "):
            body.append(Block("paragraph", text[2:]))
        elif label := _NOTE.match(text):
            block = Block("paragraph", text[label.end() :])
            kind = "source" if block.text.startswith("Source:") else "footnote"
            notes.append(Note(len(notes) + 1, label[1], True, (block,), kind))  # type: ignore[arg-type]
    blocks = (Block("heading", heading), *body)
    return Document(
        address, case.where, "flattext", heading, blocks, tuple(notes), address.volume, address.document, None
    )


def answer(case: Case) -> str:
    """What the room says of the words in ⟦ ⟧, in the form of the file."""
    made = document_of(case)
    texts = [line.partition(" ")[2] for line in case.lines if not line.startswith("H ")]
    found = references_in(made, Shelf())[1:]
    for text, references in zip(texts, found, strict=True):
        start, end = text.find("⟦"), text.find("⟧") - 1
        if start >= 0:
            over = [one for one in references if one.start < end and start < one.end]
            exact = [one for one in over if (one.start, one.end) == (start, end)] or over
            return said(exact[0]) if exact else "nothing"
    raise AssertionError(f"line {case.number} asks for nothing")


def said(reference: Reference) -> str:
    """A reference in the form of the file."""
    target = reference.target or ", ".join(map(str, reference.candidates)) or "-"
    return f"{reference.kind} | {reference.title} | {target}"
