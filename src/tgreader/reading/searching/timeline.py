"""A timeline: how many documents are of each month, or of each longer period where there is no room for months.

Periods are of whole months, as many a period as make all of them fit, and begin where a calendar's do: a quarter in
January, April, July or October, ten years in a year that ends in 0.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Mapping

from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple

_SIZES = {1: "month", 3: "quarter", 6: "half-year", 12: "year", 24: "two years", 60: "five years", 120: "ten years"}
"""Months of a period, and what such a period is called."""
_MONTH, _YEAR = pattern(r"\d{4}-(0[1-9]|1[0-2])", re.ASCII), pattern(r"\d{4}", re.ASCII)


class Period(NamedTuple):
    """Some months in a row.

    Attributes:
        first, last: the months it begins and ends with, as `1972-08`.
        documents: how many are of these months.
    """

    first: str
    last: str
    documents: int

    @property
    def words(self) -> str:
        """What it is called: `August 1972`, `July–September 1972`, `1970–1974`."""
        first, last = _number(self.first), _number(self.last)
        if first == last:
            return f"{month_name[first % 12 + 1]} {first // 12}"
        if first // 12 == last // 12 and last - first < 11:
            return f"{month_name[first % 12 + 1]}–{month_name[last % 12 + 1]} {first // 12}"
        return f"{first // 12}" if first // 12 == last // 12 else f"{first // 12}–{last // 12}"


class Timeline(NamedTuple):
    """Periods in a row, none left out.

    Attributes:
        periods: the periods, from the first that has a document to the last.
        size: what a period is: `month`, `year`.
        by_year: documents of which the year alone is known, and which periods of months leave out.
    """

    periods: tuple[Period, ...] = ()
    size: str = "month"
    by_year: int = 0

    @property
    def most(self) -> int:
        """The most documents of a period."""
        return max((period.documents for period in self.periods), default=0)

    def of(self, date: str) -> int | None:
        """Which period a date is in, or None; a year alone is in none."""
        month = _MONTH.match(date)
        found = (n for n, period in enumerate(self.periods) if month and period.first <= month[0] <= period.last)
        return next(found, None)


def timeline(counts: Mapping[str, int], most: int) -> Timeline:
    """Periods for documents counted by month.

    Args:
        counts: the number of documents for each month, as `1972-08`; for a year, `1972`, those of which no more is
            known. What is neither is left out.
        most: the most periods there is room for, at least 1.
    """
    months = {_number(date): count for date, count in counts.items() if _MONTH.fullmatch(date) and count}
    years = {_number(f"{date}-01"): count for date, count in counts.items() if _YEAR.fullmatch(date) and count}
    known = [*months, *years]
    if not known:
        return Timeline()
    first, last = min(known), max(known)
    size = next((size for size in _SIZES if last // size - first // size < most), max(_SIZES))
    held = months | {month: months.get(month, 0) + count for month, count in years.items()} if size >= 12 else months
    sums: dict[int, int] = dict.fromkeys(range(first // size, last // size + 1), 0)
    for month, count in held.items():
        sums[month // size] += count
    periods = tuple(Period(_name(n * size), _name(n * size + size - 1), count) for n, count in sums.items())
    return Timeline(periods, _SIZES[size], sum(years.values()) if size < 12 else 0)


def _number(month: str) -> int:
    """Months since the year 0."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _name(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"
