"""Candidate: a place where a marker could stand; Stretch: the text that it stands in."""

from __future__ import annotations

from typing import Literal

from tgreader.model.document import BlockKind
from tgreader.model.tuples import NamedTuple

Form = Literal["fused", "digit", "stop", "spaced", "bracket", "round", "symbol"]
"""How a marker is attached: to a letter or the like, to digits, to a stop that follows digits, to nothing, …

A raised number (`⁵`) or one with a sign of its own (`^5`, `[note 5]`) is as good as one in brackets.
"""

UNPRINTED = -2
SYMBOL = -1


class Stretch(NamedTuple):
    """A block's text as the solver sees it.

    Attributes:
        block: its index among the body's blocks and then the notes' blocks.
        text: the words with the markers among them, page breaks gone.
        breaks: the offsets where page breaks stood, ascending.
        kind: the kind of the block.
        note: for a paragraph of a note, the note's place in the list from 0; None in the body.
    """

    block: int
    text: str
    breaks: tuple[int, ...] = ()
    kind: BlockKind = "paragraph"
    note: int | None = None


class Candidate(NamedTuple):
    """A place where a marker could stand: text[start:end] of that block.

    Attributes:
        number: the label as a number, SYMBOL, or UNPRINTED where a reader has set a marker that is not there.
        form: how it is attached to what stands before it.
        features: what is seen there.
        near: the text up to the marker, as far as it is looked at.
        kept: the digits right before the marker that would stay in the text, or "".
        whole: those digits with the marker's.
        at_heading_end: whether the heading ends here.
        at_line_end: whether its line does.
        earliest: the first note of the list that it can belong to: in a note, that which follows.
    """

    block: int
    start: int
    end: int
    label: str
    number: int
    form: Form
    features: tuple[str, ...]
    near: str
    kept: str = ""
    whole: str = ""
    at_heading_end: bool = False
    at_line_end: bool = False
    earliest: int = 0
