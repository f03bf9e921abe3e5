"""Which documents a query finds, in which order, how many, and how they spread: numbers alone, no text.

A scan of a broad word's documents is what a search costs, so none is made twice: one scan counts and ranks. Only of a
single word it is known at once how many documents have it; that is said before they are ranked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal

from tgreader.library.index import schema
from tgreader.library.query.compiling import Compiled, compiled, compiled_undated, dates_apart, in_heading, is_one_word
from tgreader.library.query.tree import Query, Words
from tgreader.model.tuples import NamedTuple

Order = Literal["rank", "date", "place"]
"""Best first; oldest first, those without a date last; or as they stand in their volumes."""

Rows = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]

_RANK = f"bm25(words, {schema.WEIGHTS})"
_ORDERS: dict[Order, str] = {
    "rank": f"{_RANK}, d.id",
    "date": "d.date = '', d.date, d.id",
    "place": "d.volume, d.file, d.id",
}
_TOO_MANY_TO_RANK = 25_000
"""Documents with words of one beginning. Of a word ranking as many takes 50 ms, of a beginning three times as long."""
_KEPT = 500
"""How many of the best are kept of a scan that counts and ranks; who wants more makes another."""


class Count(NamedTuple):
    """How many documents a query finds.

    Attributes:
        documents: those that it lists.
        undated: those that fit but for their date, which is not known; they are not listed unless `with:undated` asks.
        ranked: whether all are ranked. Not so where more than 25,000 have words that begin so: of them those with it in
            the heading are ranked and come first, the others follow as they stand in their volumes.
    """

    documents: int
    undated: int = 0
    ranked: bool = True


class Spread(NamedTuple):
    """How hits spread.

    Attributes:
        months: hits by month (`1972-08`), or by year where no more is known (`1972`), oldest first; "" for no date.
        volumes: hits by volume, in the order of the ids; "" for files of unknown volume.
    """

    months: dict[str, int]
    volumes: dict[str, int]


class _Known(NamedTuple):
    """What is known of the last query: the hits are asked for after the count."""

    query: Query
    version: int
    found: Count
    best: list[int]


class Matches:
    """Answers with the numbers of documents.

    Args:
        rows: asks the index in SQL, with values for its places.
    """

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._known: _Known | None = None

    def count(self, query: Query) -> Count:
        """How many documents it finds."""
        return self._know(query).found

    def numbers(self, query: Query, order: Order, limit: int, offset: int) -> list[int]:
        """The numbers of the documents it finds, in that order; a limit of -1 is none."""
        asked = compiled(query)
        if order != "rank" or not asked.match:
            return self._some(asked.tables, _ORDERS["date" if order == "rank" else order], asked, limit, offset)
        known = self._know(query)
        if not known.found.ranked and isinstance(query.tree, Words):
            return self._headings_first(asked, in_heading(query.tree), limit, offset)
        if len(known.best) == known.found.documents or 0 <= limit <= len(known.best) - offset:
            return known.best[offset : offset + limit if limit >= 0 else None]
        return self._some(asked.fewest_tables, f"{_RANK}, {asked.number}", asked, limit, offset)

    def spread(self, query: Query) -> Spread:
        """How the documents it finds spread over months and volumes."""
        asked = compiled(query)
        rows = self._rows(
            f"SELECT substr(d.date, 1, 7) AS month, d.volume, count(*) FROM {asked.tables} GROUP BY month, d.volume",
            asked.all_values,
        )
        months: dict[str, int] = {}
        volumes: dict[str, int] = {}
        for month, volume, count in rows:
            months[month] = months.get(month, 0) + count
            volumes[volume] = volumes.get(volume, 0) + count
        return Spread(dict(sorted(months.items())), dict(sorted(volumes.items())))

    def forget(self) -> None:
        """Forget the last query, so that it is answered anew."""
        self._known = None

    def _know(self, query: Query) -> _Known:
        """Count, and where that costs a scan anyway rank the best; unless it is known and the index has not changed."""
        ((version,),) = self._rows("PRAGMA data_version", ())
        if self._known is None or (self._known.query, self._known.version) != (query, version):
            asked, dates = compiled(query), dates_apart(query)
            scan = asked.match and not is_one_word(asked, query.tree) and (dates or not compiled_undated(query))
            found, best = self._scanned(asked, dates) if scan else (self._counted(query, asked, dates), [])
            self._known = _Known(query, version, found, best)
        return self._known

    def _scanned(self, asked: Compiled, dates: tuple[Compiled, Compiled] | None) -> tuple[Count, list[int]]:
        """The count, and the best; documents without a date that fit otherwise are only counted."""
        source, score, values = asked, _RANK, asked.all_values
        tables = source.fewest_tables
        if dates is not None:
            source, wanted = dates
            fits = " AND ".join(wanted.conditions)
            # What fits has a date: of what is left, that alone tells whether it fits.
            tables, score = f"{source.tables} AND (d.date = '' OR {fits})", f"CASE WHEN d.date <> '' THEN {_RANK} END"
            values = (*source.all_values, *wanted.values)
        (documents, all_told), *best = self._rows(
            f"WITH found AS (SELECT {asked.number} AS id, {score} AS score FROM {tables}) "
            "SELECT count(score), count(*) FROM found UNION ALL SELECT * FROM "
            "(SELECT id, score FROM found WHERE score IS NOT NULL ORDER BY score, id LIMIT ?)",
            (*values, _KEPT),
        )
        return Count(documents, all_told - documents), [number for number, _ in best]

    def _counted(self, query: Query, asked: Compiled, dates: tuple[Compiled, Compiled] | None) -> Count:
        if dates:
            others, wanted = dates
            ((found, undated),) = self._rows(
                f"SELECT count(*) FILTER (WHERE {' AND '.join(wanted.conditions)}), "
                f"count(*) FILTER (WHERE d.date = '') FROM {others.tables}",
                (*wanted.values, *others.all_values),
            )
            return Count(found, undated)
        undated_ones = compiled_undated(query)
        left_out = self._number(undated_ones[0]) - self._number(undated_ones[1]) if undated_ones else 0
        documents = self._number(asked)
        words = query.tree if is_one_word(asked, query.tree) and isinstance(query.tree, Words) else None
        is_beginning = words is not None and words.prefix and "heading" in words.columns
        return Count(documents, left_out, ranked=not is_beginning or documents <= _TOO_MANY_TO_RANK)

    def _headings_first(self, asked: Compiled, headed: str, limit: int, offset: int) -> list[int]:
        first = asked._replace(match=headed)
        found = self._some(first.fewest_tables, f"{_RANK}, words.rowid", first, limit, offset)
        if len(found) == limit:
            return found
        others = asked._replace(match=f"{asked.match} NOT {headed}")
        left, passed = (limit - len(found) if limit >= 0 else -1), max(0, offset - self._number(first))
        return found + self._some(others.fewest_tables, "words.rowid", others, left, passed)

    def _number(self, asked: Compiled) -> int:
        return int(self._rows(f"SELECT count(*) FROM {asked.fewest_tables}", asked.all_values)[0][0])

    def _some(self, tables: str, order: str, asked: Compiled, limit: int, offset: int) -> list[int]:
        statement = f"SELECT {asked.number} FROM {tables} ORDER BY {order} LIMIT ? OFFSET ?"
        return [number for (number,) in self._rows(statement, (*asked.all_values, limit, offset))]
