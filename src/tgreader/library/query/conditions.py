"""What a filter asks of a document, in SQL: each of its values as a condition and the values of its places.

A condition stands on `documents AS d`. What is the same for many documents (their volume, their kind) is looked at once
and not in each of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from tgreader.library.query.dates import span_of_dates
from tgreader.library.query.tree import DATES, Filter
from tgreader.model.patterns import pattern

Condition = tuple[str, Sequence[str]]

TOGETHER = frozenset({"volume", "subseries"})
"""Filters whose documents stand together in the index."""

_OF_VOLUMES = "d.volume IN (SELECT volume FROM files WHERE {test})"
_OF_KINDS = "d.kind IN (SELECT kind FROM kinds WHERE {test})"
_DIVISIONS = """d.division IN (
    WITH RECURSIVE inside (id) AS (
        SELECT id FROM divisions WHERE {test} UNION SELECT v.id FROM divisions AS v JOIN inside ON v.parent = inside.id
    ) SELECT id FROM inside
)"""
_LIKE = pattern(r"[\\%_]")


def condition(asked: Filter, *, undated: bool) -> Condition:
    """What a filter asks: any of its values suffices.

    Args:
        asked: the filter.
        undated: whether documents without a date have any date that is asked for.
    """
    conditions, values = [], list[str]()
    for value in asked.values:
        one, places = _FILTERS[asked.name](value)
        conditions.append(one)
        values += places
    found = "(" + (" OR ".join(conditions) or "1") + ")"
    return (f"({found} OR d.date = '')" if undated and asked.name in DATES else found), values


def _volume(value: str) -> Condition:
    return _OF_VOLUMES.format(test="volume COLLATE NOCASE IN (?, ?)"), (value, f"frus{value}")


def _subseries(value: str) -> Condition:
    """`1969-76` is the beginning of its volumes' ids, up to their `v` or the like."""
    years = value.replace("–", "-").lower().removeprefix("frus")
    first, dash, last = years.partition("-")
    escaped = _escaped(f"frus{first}-{last[-2:]}" if dash else f"frus{first}")
    test = "volume LIKE ? ESCAPE '\\' AND NOT volume LIKE ? ESCAPE '\\'"
    return _OF_VOLUMES.format(test=test), (f"{escaped}%", f"{escaped}-%")


def _compilation(value: str) -> Condition:
    tests = " AND ".join(["heading LIKE ? ESCAPE '\\'"] * len(value.split()))
    return _DIVISIONS.format(test=tests), [f"%{_escaped(word)}%" for word in value.split()]


def _kind(value: str) -> Condition:
    return _OF_KINDS.format(test="' ' || kind LIKE ? ESCAPE '\\'"), (f"% {_escaped(value)}%",)


def _classification(value: str) -> Condition:
    return "d.classification = ? COLLATE NOCASE", (value,)


def _date(value: str) -> Condition:
    first, last = span_of_dates(value) or ("", "")
    tests, values = ["d.date <> ''"], list[str]()
    if first:
        test, values = _not_before(first)
        tests.append(test)
    if last:
        tests.append("d.date <= ?")
        values.append(f"{last}-99")
    return f"({' AND '.join(tests)})", values


def _not_before(date: str) -> tuple[str, list[str]]:
    """Dates of which only the year or month is known may be any of its days."""
    known_less = [date[:length] for length in (len("1972"), len("1972-08")) if length < len(date)]
    return f"(d.date >= ?{' OR d.date = ?' * len(known_less)})", [date, *known_less]


def _after(value: str) -> Condition:
    return "d.date <> '' AND d.date || '-99' > ?", (f"{value}-99",)


def _before(value: str) -> Condition:
    return "(d.date <> '' AND d.date < ?)", (value,)


def _with(value: str) -> tuple[str, Sequence[str]]:
    return ("d.note_count > 0" if value == "notes" else "d.date <> ''"), ()


def _without(value: str) -> tuple[str, Sequence[str]]:
    return ("d.note_count = 0" if value == "notes" else "d.date = ''"), ()


def _escaped(value: str) -> str:
    return _LIKE.sub(lambda found: "\\" + found[0], value)


_FILTERS = {
    "volume": _volume,
    "subseries": _subseries,
    "compilation": _compilation,
    "kind": _kind,
    "class": _classification,
    "date": _date,
    "after": _after,
    "before": _before,
    "with": _with,
    "without": _without,
}
