"""Documents by month, and by longer periods where there is no room for months."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tgreader.reading.searching.timeline import Period, timeline

MONTHS = st.dictionaries(
    st.builds(lambda year, month: f"{year}-{month:02}", st.integers(1861, 1992), st.integers(1, 12)),
    st.integers(1, 500),
    min_size=1,
    max_size=60,
)


def test_every_month_between_the_first_and_the_last_has_its_place() -> None:
    found = timeline({"1971-11": 2, "1972-02": 5}, 80)
    assert found.size == "month"
    assert [(period.first, period.documents) for period in found.periods] == [
        ("1971-11", 2), ("1971-12", 0), ("1972-01", 0), ("1972-02", 5),
    ]  # fmt: skip
    assert (found.most, found.of("1972-01-31"), found.of("1973-01-01"), found.of("1972")) == (5, 2, None, None)


@pytest.mark.parametrize(
    ("room", "size", "periods"),
    [
        (36, "month", 36),
        (35, "quarter", 12),
        (11, "half-year", 6),
        (5, "year", 3),
        (2, "two years", 2),
        (1, "five years", 1),
    ],
)
def test_longer_periods_where_there_is_less_room(room: int, size: str, periods: int) -> None:
    found = timeline({"1970-01": 1, "1972-12": 1}, room)
    assert (found.size, len(found.periods)) == (size, periods)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period("1972-08", "1972-08", 1), "August 1972"),
        (Period("1972-07", "1972-09", 1), "July–September 1972"),
        (Period("1972-01", "1972-12", 1), "1972"),
        (Period("1970-01", "1979-12", 1), "1970–1979"),
    ],
)
def test_a_period_is_called_as_people_call_it(period: Period, words: str) -> None:
    assert period.words == words


def test_what_is_known_by_its_year_alone_counts_for_years_and_is_told_for_months() -> None:
    counts = {"1972-08": 3, "1972": 2, "1973-01": 1}
    assert timeline(counts, 80).by_year == 2
    assert sum(period.documents for period in timeline(counts, 80).periods) == 4
    by_year = timeline(counts, 2)
    assert ([period.documents for period in by_year.periods], by_year.by_year) == ([5, 1], 0)


@given(MONTHS, st.integers(1, 200))
def test_no_document_is_lost_and_there_is_room_for_all(counts: Mapping[str, int], room: int) -> None:
    found = timeline(counts, room)
    assert sum(period.documents for period in found.periods) == sum(counts.values())
    assert len(found.periods) <= max(room, 14)  # 132 years are fourteen periods of ten
    assert found.periods[0].documents
    assert found.periods[-1].documents
    for month, count in counts.items():
        index = found.of(month)
        assert index is not None
        assert found.periods[index].documents >= count


def test_nothing_has_no_timeline() -> None:
    assert timeline({}, 80).periods == ()
    assert timeline({"": 4, "undated": 1}, 80).periods == ()
