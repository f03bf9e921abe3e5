"""Filters in a query: which stand in it, and the query with another one.

A filter that is chosen is written into the query: there it can be read, changed by hand and kept with the log of
searches. Filters inside brackets or behind a NOT are the query's own and left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tgreader.library.query.dates import span_of_dates
from tgreader.library.query.tree import FILTERS
from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple

_TOKEN = pattern(
    r"""(?P<phrase>["“”„][^"“”]*(?:["“”]|$))
    |(?P<bracket>[()])
    |(?P<or>(?<!\S)OR(?!\S))
    |(?P<filter>(?<![\w:-])(?P<name>{}):(?P<value>"[^"]*"|[^\s()"“”„]+))
    |\S+?""".format("|".join(FILTERS)),
    re.VERBOSE,
)
_PLAIN = pattern(r"[^\s()\"“”„,]+")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SAID = pattern(
    r"(?:(?P<day>\d{1,2})\s+)?(?P<month>[a-z]{3})[a-z]*\.?\s+(?:(?P<us>\d{1,2}),\s*)?(?P<year>\d{4})", re.IGNORECASE
)
_TO = pattern(r"\s*(?:\.\.|…|–|—|\bto\b|\s-\s|(?<=\d{4})-(?=\d{4}))\s*", re.IGNORECASE)


class _Standing(NamedTuple):
    name: str
    value: str
    start: int
    end: int


def filters_in(words: str) -> dict[str, str]:
    """The filters of a query, by their names, with what stands after the colon, quotation marks taken off."""
    return {one.name: one.value.strip('"') for one in _standing(words)}


def with_filter(words: str, name: str, value: str | None) -> str:
    """A query with a filter in the place of those of that name; None takes them out.

    Args:
        words: the query.
        name: the filter's name, as `kind`.
        value: what is to stand after the colon.
    """
    kept = words
    for one in reversed([one for one in _standing(words) if one.name == name]):
        kept = f"{kept[: one.start].rstrip()} {kept[one.end :].lstrip()}".strip()
    if value is None:
        return kept
    if any(token["or"] for token in _outside_brackets(kept)):  # else the filter would be the last alternative's alone
        kept = f"({kept})"
    written = value if _PLAIN.fullmatch(value) else '"' + value.replace('"', " ").replace(",", " ") + '"'
    return f"{kept.rstrip()} {name}:{written}".lstrip()


def dates_meant(typed: str) -> str | None:
    """What is typed as a filter has it, `aug 1972 to 1973` as `1972-08..1973`; None where it is no date."""
    parts = [_date_meant(part) for part in _TO.split(typed.strip())]
    if len(parts) > 2 or None in parts or not any(parts):
        return None
    written = "..".join(part or "" for part in parts)
    return written if span_of_dates(written) else None


def _date_meant(part: str) -> str | None:
    """A date as ISO has it; "" for no limit."""
    found = _SAID.fullmatch(part)
    if not found:
        return part if not part or span_of_dates(part) else None
    month = found["month"].lower()
    if month not in _MONTHS:
        return None
    day = found["day"] or found["us"]
    date = f"{found['year']}-{_MONTHS.index(month) + 1:02}"
    return f"{date}-{int(day):02}" if day else date


def _standing(words: str) -> list[_Standing]:
    return [
        _Standing(token["name"], token["value"], *token.span())
        for token in _outside_brackets(words)
        if token["filter"] and not _is_negated(words, token.start())
    ]


def _outside_brackets(words: str) -> Iterator[re.Match[str]]:
    depth = 0
    for token in _TOKEN.finditer(words):
        if token["bracket"]:
            depth = max(0, depth + (1 if token["bracket"] == "(" else -1))
        elif not depth:
            yield token


def _is_negated(words: str, start: int) -> bool:
    return re.search(r"(?:^|\s)NOT\s*$", words[:start]) is not None
