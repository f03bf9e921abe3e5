"""A concordance: every place where the words stand, with what stands before and after, to be read in columns.

Sorted by what follows, or by what goes before (the nearest word first), places with the same wording stand together:
that is what a concordance is read for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Literal, NamedTuple, TypeVar

from tgreader.model.patterns import pattern
from tgreader.reading.document.find import folded

Order = Literal["place", "left", "right", "word"]
ORDERS: dict[Order, str] = {
    "place": "as the hits are",
    "right": "by what follows",
    "left": "by what goes before",
    "word": "by the words themselves",
}
"""How the lines may be sorted, and what that is called."""

_WORD = pattern(r"\w+")

P = TypeVar("P")


class Line(NamedTuple, Generic[P]):
    """A place.

    Attributes:
        left, word, right: what stands there, on one line.
        place: where it is, for whoever made it.
    """

    left: str
    word: str
    right: str
    place: P


def ordered(found: Sequence[Line[P]], order: Order) -> list[Line[P]]:
    """Lines in another order; those alike in it stay as they were. Case, accents and punctuation do not count."""
    if order == "place":
        return list(found)
    return sorted(found, key=lambda line: _key(line, order))


def _key(line: Line[P], order: Order) -> tuple[list[str], ...]:
    word, right = _words(line.word), _words(line.right)
    if order == "left":
        return _words(line.left)[::-1], word, right
    return (right, word) if order == "right" else (word, right)


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text))
