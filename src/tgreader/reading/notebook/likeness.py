"""Likeness of texts: where a pattern stands in a text with a few letters changed, missing or added.

By the edit distance (Levenshtein), computed for all letters of the pattern at once as bits of one number: G. Myers, A
fast bit-vector algorithm for approximate string matching, Journal of the ACM 46 (1999). Offsets count code points.
"""

from __future__ import annotations

from collections.abc import Iterator

from tgreader.model.tuples import NamedTuple


class Match(NamedTuple):
    """A range of a text that is like the pattern, and how many letters differ."""

    start: int
    end: int
    errors: int


def matches(pattern: str, text: str, most: int) -> list[Match]:
    """The ranges of a text that differ from a pattern in at most so many letters, one for each place.

    Of ranges that overlap, the one that differs least is taken, and of those the longest.
    """
    ends = sorted(_ends(pattern, text, most), key=lambda end: (end[1], -end[0]))
    taken: list[Match] = []
    for end, errors in ends:
        if any(match.start < end <= match.end + len(pattern) // 2 for match in taken):
            continue
        start = end - _reach(pattern[::-1], text[max(0, end - len(pattern) - most) : end][::-1])[0]
        taken.append(Match(start, end, errors))
    return sorted(taken)


def errors_after(pattern: str, text: str) -> int:
    """In how many letters a pattern differs from what a text begins with, however much of the text that is."""
    return _reach(pattern, text[: 2 * len(pattern)])[1]


def edge(pattern: str, suffix: str, text: str) -> int:
    """Where in a text that begins like a pattern the pattern ends and what follows it begins.

    Pattern and suffix are laid on the text together, and the end is where both differ least: a part of the pattern that
    is gone is not made up for by as many letters of what follows. Where less than half of the suffix is there, the
    pattern alone decides. Of ends that are alike, the one at which the pattern differs least is taken, and of those
    the first: letters that nothing speaks for are not the pattern's.
    """
    follows = list(_distances(suffix[::-1], text[::-1], anchored=False))[::-1]
    most = len(suffix) // 2
    within = enumerate(_distances(pattern, text, anchored=True))
    return min(within, key=lambda end: (end[1] + min(follows[end[0]], most), end[1], end[0]))[0]


def errors_before(pattern: str, text: str) -> int:
    """In how many letters a pattern differs from what a text ends with."""
    return _reach(pattern[::-1], text[::-1][: 2 * len(pattern)])[1]


def _ends(pattern: str, text: str, most: int) -> Iterator[tuple[int, int]]:
    """Where ranges like the pattern end, and in how many letters they differ."""
    for end, errors in enumerate(_distances(pattern, text, anchored=False)):
        if errors <= most:
            yield end, errors


def _reach(pattern: str, text: str) -> tuple[int, int]:
    """The beginning of a text that is most like a pattern: its length, and in how many letters it differs.

    Of those that are alike, the one as long as the pattern: a letter changed is more likely than one lost.
    """
    found = enumerate(_distances(pattern, text, anchored=True))
    best = min(found, key=lambda found: (found[1], abs(found[0] - len(pattern))))
    return best[0], best[1]


def _distances(pattern: str, text: str, *, anchored: bool) -> Iterator[int]:
    """For each end in the text, the distance of the pattern to what ends there.

    Args:
        pattern: what is looked for.
        text: where.
        anchored: whether what ends there begins with the text; else it may begin anywhere.
    """
    distance = len(pattern)
    yield distance
    if not pattern:
        for number in range(1, len(text) + 1):
            yield number if anchored else 0
        return
    ones, last, carry = (1 << distance) - 1, 1 << (distance - 1), int(anchored)
    stands: dict[str, int] = {}
    for number, letter in enumerate(pattern):
        stands[letter] = stands.get(letter, 0) | 1 << number
    more, less = ones, 0  # vertical differences of the dynamic programme's column that are +1, and that are -1
    for letter in text:
        equal = stands.get(letter, 0)
        vertical = equal | less
        horizontal = (((equal & more) + more) ^ more) | equal
        up, down = less | ~(horizontal | more) & ones, more & horizontal
        if up & last:
            distance += 1
        elif down & last:
            distance -= 1
        up, down = (up << 1 | carry) & ones, (down << 1) & ones
        more, less = down | ~(vertical | up) & ones, up & vertical
        yield distance
