"""Stops: the markers and references of a block, in the order in which the reader steps through them."""

from __future__ import annotations

from collections.abc import Sequence

from tgreader.model.document import Block
from tgreader.model.inline import NoteMark, Reference
from tgreader.model.tuples import NamedTuple


class Stop(NamedTuple):
    """One marker or reference; a marker is as wide as nothing in the clean text."""

    start: int
    end: int
    what: NoteMark | Reference


def stops(block: Block, references: Sequence[Reference]) -> tuple[Stop, ...]:
    """The stops of a block by place; at one place, the marker comes first."""
    found = [Stop(mark.at, mark.at, mark) for mark in block.marks]
    found += [Stop(reference.start, reference.end, reference) for reference in references]
    return tuple(sorted(found, key=lambda stop: (stop.start, stop.end)))
