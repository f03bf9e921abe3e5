"""Rows of a column of items of different heights: which item a row falls in, where an item starts.

Heights are in screen rows. Most are estimates until an item is looked at; giving one its true height costs nothing
until a row is asked for again, and then one pass over the heights.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Heights:
    """The heights of items in a column.

    Args:
        estimates: one height an item, each at least 1.
    """

    def __init__(self, estimates: Iterable[int]) -> None:
        self._heights = list(estimates)
        self._exact = bytearray(len(self._heights))
        self._starts: list[int] | None = None

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> int:
        """All rows."""
        return self._prefix()[-1]

    def start(self, item: int) -> int:
        """The first row of an item; of the item after the last, the total."""
        return self._prefix()[item]

    def height(self, item: int) -> int:
        """The rows of one item, exact or estimated."""
        return self._heights[item]

    def at(self, row: int) -> tuple[int, int]:
        """The item that a row falls in, and the row within it; rows outside fall in the nearest item."""
        starts = self._prefix()
        row = max(0, min(row, starts[-1] - 1))
        item = bisect_right(starts, row) - 1
        return item, row - starts[item]

    def is_exact(self, item: int) -> bool:
        """Whether the item's height was measured."""
        return bool(self._exact[item])

    def settle(self, item: int, height: int) -> int:
        """Give an item its true height; returns by how many rows it differs from what stood there."""
        change = height - self._heights[item]
        self._exact[item] = 1
        if change:
            self._heights[item] = height
            self._starts = None
        return change

    def next_estimate(self, item: int) -> int | None:
        """The first item from there on whose height is an estimate, or None."""
        found = self._exact.find(0, item)
        return None if found < 0 else found

    def _prefix(self) -> list[int]:
        if self._starts is None:
            self._starts = list(accumulate(self._heights, initial=0))
        return self._starts
