"""Dates as a query has them: as ISO 8601 writes them, however much of one is known."""

from __future__ import annotations

import re

from tgreader.model.patterns import pattern

_DATE = pattern(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?", re.ASCII)


def is_date(value: str) -> bool:
    """Whether it is a date: `1972`, `1972-08` or `1972-08-22`."""
    return _DATE.fullmatch(value) is not None


def span_of_dates(value: str) -> tuple[str, str] | None:
    """The first and last date of `1972`, `1972-08..1973`, `..1973` or `1972..`; None where it is none.

    They compare as text with ISO dates however much of those is known; "" stands for no limit.
    """
    first, dots, last = value.partition("..")
    if not dots:
        last = first
    if not (first or last) or any(part and not is_date(part) for part in (first, last)):
        return None
    return first, last


def are_backwards(value: str) -> bool:
    """Whether the last date of a span is before its first."""
    first, last = span_of_dates(value) or ("", "")
    return bool(last) and first > f"{last}-99"
