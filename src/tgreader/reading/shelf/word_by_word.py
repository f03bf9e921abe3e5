"""Two texts laid beside each other word by word, past what one of both lacks."""

from __future__ import annotations

from collections.abc import Sequence

from tgreader.model.document import Block
from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple

WORD = pattern(r"[^\W_]+")
"""A run of letters and digits."""

_SAME = 0.98
"""The least share of a copy's words that stand in the original."""
_WHOLE = 0.5
"""The least share of the original's words that stand in the copy: what vanishes is mostly lists of links."""
_AGAIN = 4
"""So many words in a row show where two texts go on together."""
_REACHES = (60, 1_200, 24_000)
"""How many words are looked ahead for that, the nearest first."""


class Word(NamedTuple):
    """A word as it is compared, and where it stands."""

    text: str
    block: int
    start: int
    end: int


def words_of(blocks: Sequence[Block]) -> list[Word]:
    """The words of blocks, in order."""
    return [
        Word(found[0].casefold(), number, found.start(), found.end())
        for number, block in enumerate(blocks)
        for found in WORD.finditer(block.text)
    ]


def beside(copy: Sequence[Word], original: Sequence[Word]) -> list[tuple[int, int]] | None:
    """Which word of a copy is which of the original, as pairs of places in order; None where they are two documents."""
    ours, theirs = [word.text for word in copy], [word.text for word in original]
    pairs, i, j, strange = [], 0, 0, 0
    most_strange = int(len(ours) * (1 - _SAME)) + 1
    while i < len(ours) and j < len(theirs):
        if ours[i] == theirs[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
            continue
        step = _step(ours, theirs, i, j)
        if step is None:
            break
        strange += step[0]
        if strange > most_strange:
            return None
        i, j = i + step[0], j + step[1]
    if len(pairs) < _SAME * len(ours) or len(pairs) < _WHOLE * len(theirs):
        return None
    return pairs


def _step(ours: list[str], theirs: list[str], i: int, j: int) -> tuple[int, int] | None:
    """How many words on each side stand before both texts go on together; None where they do not."""
    for reach in _REACHES:
        ahead: dict[tuple[str, ...], int] = {}
        for at in range(i, min(i + reach, len(ours))):
            ahead.setdefault(tuple(ours[at : at + _AGAIN]), at - i)
        steps = (
            (ahead[run], at - j)
            for at in range(j, min(j + reach, len(theirs)))
            if (run := tuple(theirs[at : at + _AGAIN])) in ahead
        )
        nearest = min(steps, key=lambda step: step[0] + step[1], default=None)
        if nearest is not None:
            return nearest
    return None
