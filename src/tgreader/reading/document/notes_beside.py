"""Which notes belong beside each paragraph."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from tgreader.model.document import Block, Document, Note


def notes_beside(document: Document) -> tuple[tuple[Note, ...], ...]:
    """The notes to show beside each block of the body, in the order of their markers.

    A note whose marker is lost is shown where the note before it in the list stands (before all others: at the first
    block), so that every note is beside some paragraph. A note inside a note follows it.
    """
    by_number = {note.number: note for note in document.notes}
    home: dict[int, int] = {}
    beside: list[list[Note]] = [[] for _ in document.blocks]
    for index, block in enumerate(document.blocks):
        for note in _called_from(block, by_number):
            home.setdefault(note.number, index)
            beside[index].append(note)  # a repeated marker shows its note again
    lost: dict[int, list[Note]] = {}
    here = 0
    for note in document.notes if beside else ():
        if note.number in home:
            here = home[note.number]
        else:
            lost.setdefault(here, []).append(note)
    for index, strays in lost.items():
        beside[index] = _among(beside[index], strays)
    return tuple(map(tuple, beside))


def _among(called: list[Note], strays: list[Note]) -> list[Note]:
    """Notes called by markers, in the order of those, and each stray one after the last note listed before it."""
    after: dict[int, list[Note]] = {}
    listed = sorted((note.number, place) for place, note in enumerate(called, 1))
    for note in strays:
        before = bisect_left(listed, (note.number, 0))
        after.setdefault(listed[before - 1][1] if before else 0, []).append(note)
    mixed = after.get(0, [])
    for place, note in enumerate(called, 1):
        mixed += [note, *after.get(place, ())]
    return mixed


def _called_from(block: Block, by_number: dict[int, Note]) -> Iterator[Note]:
    """The notes that a block's markers call, each followed by those that its own markers call."""
    seen: set[int] = set()
    todo = [mark.note for mark in reversed(block.marks)]
    while todo:
        number = todo.pop()
        note = by_number.get(number) if number is not None else None
        if note is None or note.number in seen:
            continue
        seen.add(note.number)
        yield note
        todo += [mark.note for inner in reversed(note.blocks) for mark in reversed(inner.marks)]
