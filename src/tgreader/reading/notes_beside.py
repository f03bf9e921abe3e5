"""Which notes belong beside each paragraph."""

from __future__ import annotations

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
    here = 0
    for note in document.notes if beside else ():
        if note.number in home:
            here = home[note.number]
        else:
            shown = [other.number for other in beside[here]]
            after = sum(number < note.number for number in shown)
            beside[here].insert(after, note)
    return tuple(map(tuple, beside))


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
