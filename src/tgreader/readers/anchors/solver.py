"""First, plain solver: the longest run of rising labels (to be replaced by the sequence model)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tgreader.model.inline import Range


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block's text as the solver sees it.

    Attributes:
        text: the words with the markers among them, page breaks gone.
        breaks: the offsets where page breaks stood.
        heading: whether it is the document's heading.
    """

    text: str
    breaks: tuple[int, ...] = ()
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """A marker: stretch `block`, text[start:end] of it, for the note at `note` (from 0) of the list, or none."""

    block: int
    start: int
    end: int
    label: str
    note: int | None
    confidence: float = 1.0
    rival: Range | None = None
    why: str | None = None


_FUSED = re.compile(r"(?<=[^\W\d_]|[.,;:!?)\]”’\"'])\d{1,3}(?!\w)(?![.,:]\d)")


def solve(body: Sequence[Stretch], notes: Sequence[str], fixed: Mapping[int, tuple[int, int] | None]) -> list[Anchor]:
    """The most likely marker of each note."""
    best: list[Anchor] = []
    for first in (1, 0):
        found: list[Anchor] = []
        for block, stretch in enumerate(body):
            for match in _FUSED.finditer(stretch.text):
                if len(found) < len(notes) and match[0] == str(first + len(found)):
                    found.append(Anchor(block, match.start(), match.end(), match[0], len(found)))
        if len(found) > len(best):
            best = found
    return best
