"""Checking references: what they name although it is nowhere, and links of a file that lead elsewhere than its words.

What a whole volume holds is known as soon as it is open. Of loose files it is known when all have been read, so what
they lack is said at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tgreader.model.address import Address
from tgreader.model.document import Document, Note
from tgreader.model.inline import Link, Reference
from tgreader.model.patterns import pattern
from tgreader.reading.checking.documents import Finding
from tgreader.reading.document.titles import first_words
from tgreader.reading.pointing.referring import Referring
from tgreader.reading.shelf.shelf import Shelf

if TYPE_CHECKING:
    from tgreader.references.found import Read

PLACES = {"document": "no such document", "footnote": "no such footnote", "page": "no such page"}
"""For each kind of place in the series, the kind of finding that says that it is nowhere."""

_SHOWN = 70
_ELSEWHERE = pattern(r"(?:https?|mailto|ftp):", re.IGNORECASE)
_FAULTY = pattern(r"#(?:cr_.*|\d.*|d[IVXLC]+)|.*fn.*fn.*|(?!frus\d)[^#].*")
"""Written forms of links that are mended in reading: see `readers/tei/links.py`."""


class CheckingReferences:
    """Looks through the references of one document after the other.

    Args:
        shelf: what is open.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._known = Referring(shelf)
        self._notes: dict[Address, frozenset[str]] = {}
        self._waiting: list[tuple[Address, Finding]] = []

    def findings(self, document: Document) -> Iterator[Finding]:
        """What there is to look at in the references of a document, in the order of its text."""
        from tgreader.references.found import blocks_read  # its grammar takes a moment to import

        if not self._shelf.holds_volume(document.volume or ""):
            self._notes[document.address] = frozenset(note.label for note in document.notes)
        read = blocks_read(document, self._known)
        for (place, number), one in zip(_places(document), read, strict=True):
            yield from self._in_block(document, place, number, one)

    def last_findings(self) -> Iterator[Finding]:
        """The footnotes that loose files name and others lack; to be asked when every document has been looked at."""
        for target, finding in self._waiting:
            if target.note not in self._notes.get(target.whole, frozenset((target.note,))):
                yield finding

    def _in_block(self, document: Document, place: Address, number: int | None, one: Read) -> Iterator[Finding]:
        against = one.denied
        denied = {id(link) for link, _ in against}
        for link, words in against:
            said = f"“{_shown(words)}” means {words.target}, and the link leads to {link.target}"
            yield _finding(document, place, number, link.start, "link against its words", said)
        for link in one.block.links:
            if id(link) not in denied and (fault := self._fault(link)):
                yield _finding(document, place, number, link.start, *fault)
        linked = {link.target for link in one.block.links}
        for reference in one.references:
            finding = _finding(document, place, number, reference.start, *_nowhere(reference))
            lost = reference.status == "unknown" and reference.target is not None and reference.target not in linked
            if reference.kind in PLACES and lost:
                yield finding
            elif reference.kind == "footnote" and reference.status == "resolved" and self._is_loose(reference):
                self._waiting.append((reference.target or place, finding))

    def _is_loose(self, reference: Reference) -> bool:
        return not self._shelf.holds_volume((reference.target and reference.target.volume) or "")

    def _fault(self, link: Link) -> tuple[str, str] | None:
        """What is wrong with a link by itself: the kind of the finding, and its words."""
        if _ELSEWHERE.match(link.written):
            return None
        if link.target is None:
            return "faulty link", f"the link is written “{first_words(link.written, _SHOWN)}”, which is no address"
        if self._known.standing(link.target) == "missing":
            return "link to nothing", f"the link leads to {link.target}, which is not in the volume"
        if _FAULTY.fullmatch(link.written.strip()):
            return "faulty link", f"the link is written “{first_words(link.written, _SHOWN)}”; it is {link.target}"
        return None


def _places(document: Document) -> Iterator[tuple[Address, int | None]]:
    """For every block of a document, its place, and for one of a note its paragraph there."""
    for index, _ in enumerate(document.blocks):
        yield document.address.at_paragraph(document.paragraph_number(index)), None
    for note in document.notes:
        for part in range(1, len(note.blocks) + 1):
            yield _note_place(document, note), part


def _note_place(document: Document, note: Note) -> Address:
    return document.address.at_note(note.label)


def _finding(document: Document, place: Address, part: int | None, at: int, kind: str, words: str) -> Finding:
    within = place._replace(offset=at) if part is None else document.address.at_note(place.note or "", part, at)
    return Finding(within, document.path, kind, words)


def _nowhere(reference: Reference) -> tuple[str, str]:
    """Kind and words of the finding that a reference leads nowhere."""
    why = reference.why or f"{reference.target} is not in what is open"
    return PLACES.get(reference.kind, "no such place"), f"“{_shown(reference)}”: {why}"


def _shown(reference: Reference) -> str:
    return first_words(reference.text, _SHOWN)
