"""Words with what stands before and after them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tgreader.reading.searching.concordance import ORDERS, Line, ordered


def line(left: str, word: str, right: str) -> Line[int]:
    return Line(left, word, right, 0)


def test_sorted_by_what_follows_and_by_the_word_nearest_before() -> None:
    found = [
        line("they refused the ", "talks", " again"),
        line("of the ", "Talks", " (in Geneva)"),
        line("after École ", "talks", ", at Geneva"),
    ]
    assert [one.right for one in ordered(found, "right")] == [" again", ", at Geneva", " (in Geneva)"]
    assert [one.left for one in ordered(found, "left")] == ["after École ", "of the ", "they refused the "]
    assert ordered(found, "place") == found


def test_case_and_accents_make_no_other_word() -> None:
    found = [line("", "communiqué", " b"), line("", "Communique", " a"), line("", "communal", " c")]
    assert [one.right for one in ordered(found, "word")] == [" c", " a", " b"]


@given(st.lists(st.tuples(*[st.text(max_size=9)] * 3, st.integers(0, 9)).map(lambda parts: Line(*parts)), max_size=9))
def test_no_order_loses_a_line(found: list[Line[int]]) -> None:
    for order in ORDERS:
        assert sorted(ordered(found, order)) == sorted(found)
        assert ordered(ordered(found, order), order) == ordered(found, order)
