"""Filters that stand in a query, and the query with another one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tgreader.library.query.language import parse_query
from tgreader.library.query.tree import FILTERS
from tgreader.reading.searching.filters import dates_meant, filters_in, with_filter


def test_filters_are_read_where_the_whole_query_has_them() -> None:
    words = 'a "kind:x" kind:"memorandum of conversation" (class:secret) NOT volume:x date:1972 -with:notes'
    assert filters_in(words) == {"kind": "memorandum of conversation", "date": "1972"}


@pytest.mark.parametrize(
    ("words", "name", "value", "then"),
    [
        ("berlin", "kind", "telegram", "berlin kind:telegram"),
        ("", "volume", "frus1969-76v39", "volume:frus1969-76v39"),
        ("a kind:telegram b", "kind", "memorandum of conversation", 'a b kind:"memorandum of conversation"'),
        ("a kind:telegram kind:x b", "kind", None, "a b"),
        ("a OR b", "date", "1972", "(a OR b) date:1972"),
        ("(a OR b) c", "date", "1972", "(a OR b) c date:1972"),
        ('"a OR b"', "date", "1972", '"a OR b" date:1972'),
        ("a", "compilation", 'Guatemala, "1952"', 'a compilation:"Guatemala   1952 "'),
    ],
)
def test_a_filter_is_written_into_the_query(words: str, name: str, value: str | None, then: str) -> None:
    assert with_filter(words, name, value) == then
    if then != "a b":
        parse_query(then)


@given(st.text(max_size=60), st.sampled_from(FILTERS), st.text(max_size=20))
def test_what_was_written_is_read_again_and_taken_out_again(words: str, name: str, value: str) -> None:
    plain = with_filter(words, name, None)
    assert name not in filters_in(plain)
    assert with_filter(plain, name, None) == plain
    del value


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1972", "1972"),
        ("1972-08-22", "1972-08-22"),
        ("aug 1972", "1972-08"),
        ("22 August 1972", "1972-08-22"),
        ("August 22, 1972", "1972-08-22"),
        ("aug 1972 to 1973", "1972-08..1973"),
        ("1971-1973", "1971..1973"),
        ("1971–1973", "1971..1973"),
        ("1971..", "1971.."),
        ("..1973-02", "..1973-02"),
        ("1971 - Sep 1971", "1971..1971-09"),
        ("", None),
        ("to", None),
        ("smarch 1972", None),
        ("1972 to 1973 to 1974", None),
    ],
)
def test_dates_as_people_write_them(typed: str, meant: str | None) -> None:
    assert dates_meant(typed) == meant
