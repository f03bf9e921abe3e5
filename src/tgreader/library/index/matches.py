"""Which documents a query finds, in which order, how many, and how they spread: numbers alone, no text.

A scan of a broad word's documents is what a search costs, so none is made twice: where conditions are asked besides
words, one scan counts and ranks; where words alone are asked, counting them needs no document at all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple

from tgreader.library.index import schema
from tgreader.library.query.compiling import Compiled, compiled, compiled_undated, dates_apart, in_heading, only_word
from tgreader.library.query.tree import Query, Words

Order = Literal["rank", "date", "place"]
"""Best first; oldest first, those without a date last; or as they stand in their volumes."""

Rows = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]

_RANK = f"bm25(words, {schema.WEIGHTS})"
_ORDERS: dict[Order, str] = {
    "rank": f"{_RANK}, d.id",
    "date": "d.date = '', d.date, d.id",
    "place": "d.volume, d.file, d.id",
}
_TOO_MANY_TO_RANK = 10_000
"""Documents. Ranking more by a word that all of them have takes long and tells little."""


class Count(NamedTuple):
    """How many documents a query finds.

    Attributes:
        documents: those that it lists.
        undated: those that fit but for their date, which is not known; they are not listed unless `with:undated` asks.
    """

    documents: int
    undated: int = 0


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
    ranked: list[int] | None


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
        if order == "rank" and asked.match:
            word, known = only_word(query.tree), self._know(query)
            if known.ranked is not None:
                return known.ranked[offset : offset + limit if limit >= 0 else None]
            if word and known.found.documents > _TOO_MANY_TO_RANK:
                return self._headings_first(asked, word, limit, offset)
        by = _ORDERS["date" if order == "rank" and not asked.match else order]
        return self._some(asked.tables, by, asked.all_values, limit, offset)

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
        """Count, and where that costs a scan of the documents anyway rank them too; unless the index has changed."""
        ((version,),) = self._rows("PRAGMA data_version", ())
        if self._known is None or (self._known.query, self._known.version) != (query, version):
            asked, dates = compiled(query), dates_apart(query)
            if (
                asked.match
                and asked.conditions
                and not only_word(query.tree)
                and (dates or not compiled_undated(query))
            ):
                self._known = _Known(query, version, *self._counted_and_ranked(asked, dates))
            else:
                self._known = _Known(query, version, self._counted(query, asked, dates), None)
        return self._known

    def _counted_and_ranked(self, asked: Compiled, dates: tuple[Compiled, Compiled] | None) -> tuple[Count, list[int]]:
        """In one scan; documents without a date that fit otherwise are only counted."""
        if dates is None:
            ranked = self._some(asked.tables, _ORDERS["rank"], asked.all_values, -1, 0)
            return Count(len(ranked)), ranked
        others, wanted = dates
        fits = " AND ".join(wanted.conditions)
        rows = self._rows(
            f"SELECT d.id, CASE WHEN {fits} THEN {_RANK} END AS score FROM {others.tables} AND (d.date = '' OR {fits}) "
            "ORDER BY score IS NULL, score, d.id",
            (*wanted.values, *others.all_values, *wanted.values),
        )
        undated = next((n for n, (_, score) in enumerate(reversed(rows)) if score is not None), len(rows))
        ranked = [number for number, _ in rows[: len(rows) - undated]]
        return Count(len(ranked), undated), ranked

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
        return Count(self._number(asked), left_out)

    def _number(self, asked: Compiled) -> int:
        if asked.match and not asked.conditions:
            rows = self._rows("SELECT count(*) FROM words WHERE words MATCH ?", (asked.match,))
        else:
            rows = self._rows(f"SELECT count(*) FROM {asked.tables}", asked.all_values)
        return int(rows[0][0])

    def _headings_first(self, asked: Compiled, word: Words, limit: int, offset: int) -> list[int]:
        """Documents with a frequent word in their heading, then the others, both as they stand in their volumes."""
        heading, conditions = in_heading(word), "".join(f" AND {condition}" for condition in asked.conditions)
        where = f"quick CROSS JOIN documents AS d ON d.id = quick.rowid WHERE quick MATCH ?{conditions}"
        values = (heading, *asked.values)
        first = self._some(where, "d.id", values, limit, offset)
        if len(first) == limit:
            return first
        ((headed,),) = self._rows(f"SELECT count(*) FROM {where}", values)
        others = (f"{asked.match} NOT {heading}", *asked.values)
        rest = limit - len(first) if limit >= 0 else -1
        return first + self._some(asked.tables, "d.id", others, rest, max(0, offset - headed))

    def _some(self, where: str, order: str, values: Sequence[object], limit: int, offset: int) -> list[int]:
        asked = f"SELECT d.id FROM {where} ORDER BY {order} LIMIT ? OFFSET ?"
        return [number for (number,) in self._rows(asked, (*values, limit, offset))]
