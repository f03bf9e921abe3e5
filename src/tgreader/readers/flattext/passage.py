"""Passage: words that remember where in the file each came from, however much is cut out between them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from tgreader.model.inline import Range
from tgreader.model.tuples import NamedTuple


class Passage(NamedTuple):
    """Text with its origin.

    Attributes:
        text: the words.
        origin: (offset in text, offset in the file), ascending, a pair for each run that stands unbroken in the file;
            the same as `Block.origin`.
    """

    text: str
    origin: tuple[Range, ...]

    def place(self, at: int) -> int:
        """The offset in the file of code point `at`."""
        offset, source = self.origin[self._run(at)]
        return source + at - offset

    def find(self, source: int) -> int | None:
        """The offset in the text of code point `source` of the file, or None where it is not in this passage."""
        run = bisect_right(self.origin, source, key=lambda pair: pair[1]) - 1
        if run < 0:
            return None
        offset, start = self.origin[run]
        ends = self.origin[run + 1][0] if run + 1 < len(self.origin) else len(self.text)
        at = offset + source - start
        return at if at <= ends else None

    def range(self, start: int, end: int) -> Range:
        """The range of the file that text[start:end] spans; where that is empty, the place."""
        if start == end:
            place = self.place(start)
            return place, place
        return self.place(start), self.place(end - 1) + 1

    def without(self, cuts: Iterable[Range]) -> Passage:
        """The passage less some of its ranges, which are ascending and do not overlap."""
        kept: list[str] = []
        origin: list[Range] = []
        length = last = 0
        for start, end in (*cuts, (len(self.text), len(self.text))):
            if start > last:
                for run in range(self._run(last), len(self.origin)):
                    offset, source = self.origin[run]
                    if offset >= start:
                        break
                    skipped = max(0, last - offset)
                    origin.append((length + offset + skipped - last, source + skipped))
                kept.append(self.text[last:start])
                length += start - last
            last = end
        return Passage("".join(kept), tuple(origin) or ((0, self.place(0)),))

    def _run(self, at: int) -> int:
        """The index of the unbroken run that holds code point `at`."""
        return max(0, bisect_right(self.origin, at, key=lambda pair: pair[0]) - 1)


class Cuts:
    """Ranges of a text that are cut out: ascending, without overlaps."""

    def __init__(self, ranges: Sequence[Range] = ()) -> None:
        self.ranges = ranges
        self._gone = list(accumulate((end - start for start, end in ranges), initial=0))

    def moved(self, at: int) -> int:
        """Where offset `at` of the text comes to stand when they are gone."""
        before = bisect_left(self.ranges, at, key=lambda cut: cut[0])
        inside = max(0, self.ranges[before - 1][1] - at) if before else 0
        return at - self._gone[before] + inside
