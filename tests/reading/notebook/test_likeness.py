"""A pattern is found with a few letters changed; the distance is that of the plain dynamic programme."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tgreader.reading.notebook.likeness import Match, errors_after, errors_before, matches

WORDS = st.text("abc", max_size=9)


def distance(one: str, other: str) -> int:
    """Wagner and Fischer's algorithm, as every textbook has it."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        before, row[0] = row[0], number
        for place, against in enumerate(other, 1):
            before, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, before + (letter != against))
    return row[-1]


@pytest.mark.parametrize(
    ("pattern", "text", "most", "found"),
    [
        ("Kuznetsov", "that Kuznetsov promised", 0, [(5, 14, 0)]),
        ("Kuznetsov", "that Kusnetsov promised", 1, [(5, 14, 1)]),
        ("Kuznetsov", "that Kuznestov promised", 2, [(5, 14, 2)]),
        ("Kuznetsov", "that Gromyko promised", 3, []),
        ("ab", "ab ab", 0, [(0, 2, 0), (3, 5, 0)]),
    ],
)
def test_it_is_found_where_it_stands(pattern: str, text: str, most: int, found: list[tuple[int, int, int]]) -> None:
    assert matches(pattern, text, most) == [Match(*one) for one in found]


@given(WORDS.filter(bool), WORDS, st.integers(0, 4))
def test_a_match_is_as_far_from_the_pattern_as_it_says(pattern: str, text: str, most: int) -> None:
    for start, end, errors in matches(pattern, text, most):
        assert distance(pattern, text[start:end]) == errors <= most


@given(WORDS.filter(bool), WORDS, st.integers(0, 4))
def test_the_best_place_is_never_missed(pattern: str, text: str, most: int) -> None:
    ranges = [text[a:b] for a in range(len(text) + 1) for b in range(a, len(text) + 1)]
    best = min(distance(pattern, one) for one in ranges)
    found = matches(pattern, text, most)
    assert (min(match.errors for match in found) == best) if best <= most else not found


@given(WORDS, WORDS)
def test_what_a_text_begins_and_ends_with(pattern: str, text: str) -> None:
    heads = [text[:n] for n in range(min(len(text), 2 * len(pattern)) + 1)]
    assert errors_after(pattern, text) == min(distance(pattern, head) for head in heads)
    tails = [text[len(text) - n :] for n in range(min(len(text), 2 * len(pattern)) + 1)]
    assert errors_before(pattern, text) == min(distance(pattern, tail) for tail in tails)
