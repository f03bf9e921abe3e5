"""Anchoring: a passage known by the words it has and those around it, and found again in a copy that was corrected.

The words are those of the W3C's text quote selector: a prefix, the exact words, a suffix. The address only decides
between places that are alike. What a person would not take for the same passage is not taken for it here: the answer is
then that it is not there any more, and never another place.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tgreader.model.document import Block, Document
from tgreader.model.tuples import NamedTuple
from tgreader.reading.document.find import folded
from tgreader.reading.notebook.likeness import edge, errors_after, errors_before, matches

AROUND = 32
"""Code points of the text that are kept before a passage, and after it."""

_ENOUGH, _SURE = 0.62, 0.9
"""The share of all letters kept that must stand at a place: fewer are met by chance; with more, no better is sought."""
_FEWEST = 0.7
"""The share of the exact words' own letters that must stand there."""
_LONG, _END, _SHORT = 256, 128, 16
"""Code points. A passage longer than `_LONG` is not looked for with letters changed; but so much of each end of it is,
or half of it, unless it is too short to be known by that."""
_NEAR, _CLEAR = 2_000, 0.8
"""Code points around where it stood in which a passage is looked for first, and the share that is enough there."""
_ALIKE = 0.03
_MOST_PLACES = 200
_EDGE, _EDGE_ERRORS = 16, 0.25
"""Code points on either side of an edge by which it is known, and the share of them that may differ."""
_TEXT_BEGIN, _TEXT_END = "\x02", "\x03"
"""Signs for where a text begins and ends, which is known of a passage that stood there."""


class Passage(NamedTuple):
    """A range of a document's text, from an offset in one block to one in the same or a later block.

    Blocks are numbered as in `Document.every_block`: the body's from 0, then the notes'.
    """

    first: int
    start: int
    last: int
    end: int

    def ranges(self, blocks: Sequence[Block]) -> Iterator[tuple[int, int, int]]:
        """Its part of each block, as (block, start, end)."""
        for number in range(self.first, self.last + 1):
            start = self.start if number == self.first else 0
            yield number, start, self.end if number == self.last else len(blocks[number].text)


class Quote(NamedTuple):
    """The words of a passage, and those around it; blocks are parted by line ends."""

    prefix: str
    exact: str
    suffix: str


class _Place(NamedTuple):
    """A range of the whole text that may be the passage, and the share of the letters kept that stand there."""

    start: int
    end: int
    share: float


class WholeText:
    """All text of a document in one, its blocks parted by line ends."""

    def __init__(self, document: Document) -> None:
        texts = [block.text for _, block in document.every_block()] or [""]
        self._text = "\n".join(texts)
        self._folded = folded(self._text)
        self._starts: list[int] = []
        at = 0
        for text in texts:
            self._starts.append(at)
            at += len(text) + 1

    def quote(self, passage: Passage) -> Quote:
        """The words of a passage, by which it is found again."""
        start, end = self._starts[passage.first] + passage.start, self._starts[passage.last] + passage.end
        return Quote(self._text[max(0, start - AROUND) : start], self._text[start:end], self._text[end : end + AROUND])

    def find(self, quote: Quote, near: Passage | None) -> Passage | None:
        """Where the words stand now, or None where they are not there any more.

        Args:
            quote: the words.
            near: where they stood, as far as that place is there; it decides between places that are alike.
        """
        kept = Quote(*map(folded, quote))
        at = self._starts[near.first] + near.start if near and near.first < len(self._starts) else 0
        if near is not None and self._stands(kept, at):
            return self._passage(at, at + len(kept.exact))
        if not kept.exact:
            return None
        found = self._best(kept, at)
        return self._passage(found.start, found.end) if found else None

    def is_of_document(self, beginning: str) -> bool:
        """Whether this is the document that began so: what followed the heading stands in it.

        One of few words begins alike. The heading alone says little: hundreds are the same.
        """
        _, _, body = beginning.partition("\n")
        if len(body) >= AROUND:
            return self.find(Quote("", body, ""), None) is not None
        kept = folded(beginning)
        return errors_after(kept, self._folded) <= len(kept) * (1 - _FEWEST)

    def _stands(self, kept: Quote, at: int) -> bool:
        """Whether all of the words stand at a place, letter by letter."""
        text, end = self._folded, at + len(kept.exact)
        return (
            text.startswith(kept.exact, at)
            and text.startswith(kept.suffix, end)
            and text.endswith(kept.prefix, max(0, at - AROUND), at)
        )

    def _best(self, kept: Quote, at: int) -> _Place | None:
        best = self._place_of(kept, at)
        return self._by_ends(kept, at) if best is None and len(kept.exact) > _SHORT else best

    def _place_of(self, kept: Quote, at: int) -> _Place | None:
        literal = [self._place(kept, start, start + len(kept.exact), 0) for start in self._literally(kept.exact)]
        best = _nearest(literal, at)
        if best is not None and best.share >= _SURE:
            return best
        if len(kept.exact) <= _LONG:
            first = max(0, at - _NEAR)
            best = _nearest([*literal, *self._alike(kept, first, at + len(kept.exact) + _NEAR)], at)
            if best is None or best.share < _CLEAR:
                best = _nearest([*literal, *self._alike(kept, 0, len(self._folded))], at)
        return self._with_edges(kept, best) if best is not None and best.share >= _ENOUGH else None

    def _with_edges(self, kept: Quote, place: _Place) -> _Place | None:
        """A place with its edges where the passage's are, or None where one of them cannot be told.

        What stands at a place is as like the passage with some letters of the neighbourhood as without them; which it
        is, the words before and after tell, and the passage's own next to the edge.
        """
        exact, room = kept.exact, len(kept.exact) + 2 * AROUND
        if self._folded[place.start : place.end] == exact:
            return place
        prefix, suffix = _to_the_ends(kept)
        end = place.start + edge(exact, suffix, self._after(place.start, room))
        start = end - edge(exact[::-1], prefix[::-1], self._before(end, room)[::-1])
        if start >= end or not self._holds(kept, start, end):
            return None
        return self._place(kept, start, end, errors_after(exact, self._folded[start:end]))

    def _holds(self, kept: Quote, start: int, end: int) -> bool:
        """Whether at each edge the words beyond it are there, or the passage's own within."""
        text, (prefix, suffix) = self._folded[start:end], _to_the_ends(kept)
        first, last, prefix, suffix = kept.exact[:_EDGE], kept.exact[-_EDGE:], prefix[-_EDGE:], suffix[:_EDGE]
        begins = _is_like(first, errors_after(first, text)) or _is_like(
            prefix, errors_before(prefix, self._before(start, 2 * _EDGE))
        )
        return begins and (
            _is_like(last, errors_before(last, text))
            or _is_like(suffix, errors_after(suffix, self._after(end, 2 * _EDGE)))
        )

    def _after(self, at: int, room: int) -> str:
        """So much of the text from an offset on, with a sign for its end."""
        return self._folded[at : at + room] + _TEXT_END * (at + room >= len(self._folded))

    def _before(self, at: int, room: int) -> str:
        """So much of the text before an offset, with a sign for its beginning."""
        return _TEXT_BEGIN * (at <= room) + self._folded[max(0, at - room) : at]

    def _alike(self, kept: Quote, first: int, last: int) -> list[_Place]:
        """Places with a few letters changed, between two offsets."""
        most = int(len(kept.exact) * (1 - _FEWEST))
        found = matches(kept.exact, self._folded[first:last], most)
        return [self._place(kept, start + first, end + first, errors) for start, end, errors in found]

    def _literally(self, exact: str) -> list[int]:
        found: list[int] = []
        at = self._folded.find(exact)
        while at >= 0 and len(found) < _MOST_PLACES:
            found.append(at)
            at = self._folded.find(exact, at + 1)
        return found

    def _place(self, kept: Quote, start: int, end: int, errors: int) -> _Place:
        """A place, weighed: how many of the letters kept stand there and around it."""
        letters = len(kept.prefix) + len(kept.exact) + len(kept.suffix)
        errors += errors_before(kept.prefix, self._folded[max(0, start - 2 * AROUND) : start])
        errors += errors_after(kept.suffix, self._folded[end : end + 2 * AROUND])
        return _Place(start, end, 1 - errors / letters)

    def _by_ends(self, kept: Quote, at: int) -> _Place | None:
        """A long passage by its two ends; where only one of them is there, that one."""
        end = min(_END, len(kept.exact) // 2)
        head = self._place_of(Quote(kept.prefix, kept.exact[:end], ""), at)
        tail = self._place_of(Quote("", kept.exact[-end:], kept.suffix), at + len(kept.exact) - end)
        if head is None or tail is None:
            return head or tail
        length = tail.end - head.start
        if len(kept.exact) / 2 <= length <= (len(kept.exact) + AROUND) * 2:  # a sentence may have been put in
            return _Place(head.start, tail.end, min(head.share, tail.share))
        return max(head, tail, key=lambda place: place.share)

    def _passage(self, start: int, end: int) -> Passage:
        first = bisect_right(self._starts, start) - 1
        last = max(first, bisect_right(self._starts, max(start, end - 1)) - 1)
        return Passage(first, start - self._starts[first], last, end - self._starts[last])


def _is_like(words: str, errors: int) -> bool:
    """Whether words are still those at an edge, with so many letters changed."""
    return errors <= len(words) * _EDGE_ERRORS


def _to_the_ends(kept: Quote) -> tuple[str, str]:
    """What stood before and after, with signs for where the text began and ended if that was near."""
    begin, end = _TEXT_BEGIN * (len(kept.prefix) < AROUND), _TEXT_END * (len(kept.suffix) < AROUND)
    return begin + kept.prefix, kept.suffix + end


def _nearest(places: list[_Place], at: int) -> _Place | None:
    """The place at which most stands; of those that are alike, the one nearest to where the passage was."""
    if not places:
        return None
    most = max(place.share for place in places)
    return min((place for place in places if place.share >= most - _ALIKE), key=lambda place: abs(place.start - at))
