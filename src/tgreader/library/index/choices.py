"""What may be filtered by: the volumes, kinds, classifications there are among the hits, each with its count."""

from __future__ import annotations

from collections import Counter

from tgreader.library.index.search import Search
from tgreader.library.query.compiling import Compiled, compiled
from tgreader.library.query.tree import Query
from tgreader.model.tuples import NamedTuple

_COLUMNS = {"volume": "d.volume", "subseries": "d.volume", "kind": "d.kind", "class": "d.classification"}


class Choice(NamedTuple):
    """A value of a filter, and how many documents have it."""

    value: str
    documents: int


def choices(search: Search, name: str, query: Query | None = None) -> list[Choice]:
    """The values of a filter, those of most documents first; values that are not known are left out.

    Args:
        search: the index.
        name: `date` (years and months, in their order), `volume`, `subseries`, `compilation`, `kind` or `class`.
        query: which documents to look at; None for all.

    Raises:
        InterruptedSearch, LibraryError: as `Search.count` does.
    """
    if name == "date":
        return _dates(search, query)
    asked = compiled(query) if query else Compiled("", (), ())
    column = _COLUMNS.get(name, "d.division")
    rows = search.rows(
        f"SELECT {column} AS value, count(*) FROM {asked.tables} AND value IS NOT NULL GROUP BY value", asked.all_values
    )
    counts = Counter[str]()
    for value, count in _compilations(search, dict(rows)).items() if column == "d.division" else rows:
        counts[_subseries(value) if name == "subseries" else value] += count
    return [Choice(value, count) for value, count in counts.most_common() if value]


def _dates(search: Search, query: Query | None) -> list[Choice]:
    asked = compiled(query) if query else Compiled("", (), ())
    months = f"SELECT substr(d.date, 1, 7) AS month, count(*) FROM {asked.tables} AND d.date <> '' GROUP BY month"
    rows = search.rows(months, asked.all_values)
    counts = Counter[str]()
    for month, count in rows:
        counts[month[:4]] += count
        if len(month) > len("1972"):
            counts[month] += count
    return [Choice(date, counts[date]) for date in sorted(counts)]


def _compilations(search: Search, counts: dict[int, int]) -> dict[str, int]:
    """Counts by the heading of the compilation that a division is in."""
    divisions = {row[0]: row[1:] for row in search.rows("SELECT id, parent, sort, heading FROM divisions")}
    found = Counter[str]()
    for division, count in counts.items():
        here: int | None = division
        while here is not None and here in divisions:
            parent, sort, heading = divisions[here]
            if sort == "compilation":
                found[heading] += count
            here = parent
    return found


def _subseries(volume: str) -> str:
    """The years in a volume's id: `1969-76` of `frus1969-76v39`."""
    years = volume.removeprefix("frus")
    end = next((n for n, character in enumerate(years) if not (character.isdigit() or character == "-")), len(years))
    return years[:end].rstrip("-")
