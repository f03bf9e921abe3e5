"""Settling a doubtful marker: the places where a note's marker may stand, and the reader's word on it.

A marker of flat text is a run of the file's own characters, so that it can only stand where its label stands: where the
reader has it now, and wherever else those characters are.
"""

from __future__ import annotations

from collections.abc import Iterator

from tgreader.model.document import Block, Document, Note
from tgreader.model.inline import NoteMark
from tgreader.model.tuples import NamedTuple

MOST_PLACES = 200
DOUBTFUL_BELOW = 0.95
"""A marker whose place is less sure than this is shown as doubtful."""
_BEFORE, _AFTER = 36, 20


class MarkerPlace(NamedTuple):
    """A place where a note's marker may stand.

    Attributes:
        at: the offset in the file where the marker starts; None is for a marker that is lost.
        words: the words around it, the marker in brackets.
        now: whether the marker stands there now.
        likely: whether it is the most likely other place.
    """

    at: int | None
    words: str
    now: bool = False
    likely: bool = False


def doubtful(document: Document) -> tuple[tuple[int, NoteMark], ...]:
    """The markers whose place is in doubt, each with the number of its block, in order."""
    return tuple(
        (number, mark)
        for number, (_, block) in enumerate(document.every_block())
        for mark in block.marks
        if mark.confidence < DOUBTFUL_BELOW
    )


def marker_places(document: Document, note: Note) -> tuple[MarkerPlace, ...]:
    """Where the marker of a note may stand, in the order of the text, and last that it is lost."""
    rival = next((mark.rival for _, mark in _marks(document) if mark.note == note.number), None)
    found: list[MarkerPlace] = []
    for number, (_, block) in enumerate(document.every_block()):
        found += [
            MarkerPlace(mark.source[0], _around(block, mark.at, mark.at, mark.label), now=True)
            for mark in block.marks
            if mark.note == note.number and mark.source
        ]
        in_body = number < len(document.blocks)  # a marker inside a note is too rare to list every number there
        for start, end in _occurrences(block, note.label) if in_body or (rival and rival[0] == number) else ():
            if (source := block.source(start, end)) is not None:
                words = _around(block, start, end, note.label)
                found.append(MarkerPlace(source[0], words, likely=rival == (number, start)))
        if len(found) > MOST_PLACES:
            break
    lost = MarkerPlace(None, "nowhere: its marker is lost in this copy", now=not note.anchored)
    return (*sorted(found[:MOST_PLACES], key=lambda place: place.at or 0), lost)


def _marks(document: Document) -> Iterator[tuple[Block, NoteMark]]:
    for _, block in document.every_block():
        for mark in block.marks:
            yield block, mark


def _occurrences(block: Block, label: str) -> Iterator[tuple[int, int]]:
    """Where the label's characters stand and could end a marker: not before further digits."""
    at = block.text.find(label)
    while at >= 0:
        end = at + len(label)
        if not (label.isdecimal() and block.text[end : end + 1].isdecimal()):
            yield at, end
        at = block.text.find(label, at + 1)


def _around(block: Block, start: int, end: int, label: str) -> str:
    """The label in brackets among whole words of the text."""
    before, after = block.text[max(0, start - _BEFORE) : start], block.text[end : end + _AFTER]
    if start > _BEFORE:
        before = "…" + (before.partition(" ")[2] or before)
    if end + _AFTER < len(block.text):
        after = (after.rpartition(" ")[0] or after) + "…"
    return f"{before}[{label}]{after}"
