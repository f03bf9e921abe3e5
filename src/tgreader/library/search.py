"""Searching the index: the count first, then the hits, then how they spread over months and volumes.

A `Search` is used by one thread at a time, and stopped from any: a reader who types on wants the next answer.

    search = Search(library_folder())
    query = parse_query("brezhnev date:1972")     # QueryError says where it is wrong
    search.count(query)                            # Count(documents=31, undated=2)
    search.hits(query, limit=50)                   # best first; order="date" for the oldest
    search.spread(query)                           # by month and by volume
    search.contexts(query)                         # every place, with the words around it
    search.interrupt()                             # from another thread: InterruptedSearch there
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

from tgreader.library import schema
from tgreader.library.compiling import Compiled, compiled, compiled_undated, dates_apart, in_heading, only_word
from tgreader.library.excerpts import Excerpt, Finder, Spot, Texts, excerpt, layout_of, page_of, place_of
from tgreader.library.index_reader import IndexReader
from tgreader.library.query import Query, Words
from tgreader.library.words import pattern

Order = Literal["rank", "date", "place"]
"""Best first; oldest first, those without a date last; or as they stand in their volumes."""

_ORDERS: dict[Order, str] = {
    "rank": f"bm25(words, {schema.WEIGHTS}), d.id",
    "date": "d.date = '', d.date, d.id",
    "place": "d.volume, d.file, d.id",
}
_TOO_MANY_TO_RANK = 10_000
"""Documents. Ranking more by a word that all of them have takes long and tells little."""
_AT_ONCE = 200
"""Documents whose texts are in memory together."""
_KEYWORD = 60
"""Code points on each side of a word in a concordance."""


class Count(NamedTuple):
    """How many documents a query finds.

    Attributes:
        documents: those that it lists.
        undated: those that fit but for their date, which is not known; they are not listed unless `with:undated` asks.
    """

    documents: int
    undated: int = 0


class Hit(NamedTuple):
    """A document that was found.

    Attributes:
        address: of the document.
        place: of the paragraph or note of the excerpt.
        number, heading, date: as in `model.document.Document`; "" where not known.
        kind: `telegram`, …
        volume: its id, or "".
        page: the printed page of the excerpt, or None.
        excerpt: the sentence around the words.
    """

    address: str
    place: str
    number: str
    heading: str
    date: str
    kind: str
    volume: str
    page: str | None
    excerpt: Excerpt


class Spread(NamedTuple):
    """How hits spread.

    Attributes:
        months: hits by month (`1972-08`), or by year where no more is known (`1972`), oldest first; "" for no date.
        volumes: hits by volume, in the order of the ids; "" for files of unknown volume.
    """

    months: dict[str, int]
    volumes: dict[str, int]


class Keyword(NamedTuple):
    """A word in its context, for a concordance.

    Attributes:
        address: of the document.
        place: of the paragraph or note.
        date, page: "" and None where not known.
        before, word, after: what stands there; at most 60 code points on each side, within the paragraph.
    """

    address: str
    place: str
    date: str
    page: str | None
    before: str
    word: str
    after: str


class Search(IndexReader):
    """Reads an index.

    Args:
        folder: the library's folder.

    Raises:
        LibraryError: nothing is indexed, or it cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._counted: dict[Query, Count] = {}
        """The last count: the hits are asked for next."""
        self._database.create_function("spelled", 2, _spelled, deterministic=True)

    def count(self, query: Query) -> Count:
        """How many documents it finds.

        Raises:
            InterruptedSearch: `interrupt` was called.
            LibraryError: the index cannot be read any more.
        """
        if query not in self._counted:
            self._counted = {query: self._count_anew(query)}
        return self._counted[query]

    def hits(self, query: Query, order: Order = "rank", limit: int = 50, offset: int = 0) -> list[Hit]:
        """The documents it finds.

        Args:
            query: the query.
            order: how they are ordered. Without words to rank by, `rank` is `date`; of more than 10,000 that have one
                word, those with it in their heading go first and the others follow as they stand in their volumes.
            limit: how many at the most.
            offset: after how many others.

        Raises:
            InterruptedSearch, LibraryError: as `count` does.
        """
        return list(self._hits(query, self._numbers(query, order, limit, offset)))

    def every(self, query: Query, order: Order = "rank") -> Iterator[Hit]:
        """All the documents it finds, as many as there may be, one after the other.

        Raises:
            InterruptedSearch, LibraryError: as `count` does.
        """
        numbers = self._numbers(query, order, -1, 0)
        for first in range(0, len(numbers), _AT_ONCE):
            yield from self._hits(query, numbers[first : first + _AT_ONCE])

    def spread(self, query: Query) -> Spread:
        """How the documents it finds spread over months and volumes.

        Raises:
            InterruptedSearch, LibraryError: as `count` does.
        """
        asked = compiled(query)
        rows = self.rows(
            f"SELECT substr(d.date, 1, 7) AS month, d.volume, count(*) FROM {where_of(asked)} GROUP BY month, d.volume",
            values_of(asked),
        )
        months: dict[str, int] = {}
        volumes: dict[str, int] = {}
        for month, volume, count in rows:
            months[month] = months.get(month, 0) + count
            volumes[volume] = volumes.get(volume, 0) + count
        return Spread(dict(sorted(months.items())), dict(sorted(volumes.items())))

    def contexts(self, query: Query, order: Order = "date", documents: int = 200) -> Iterator[Keyword]:
        """Every place of the words that were looked for, with what stands before and after.

        Args:
            query: the query.
            order: of the documents.
            documents: how many of them at the most.

        Raises:
            InterruptedSearch, LibraryError: as `count` does.
        """
        numbers = self._numbers(query, order, documents, 0)
        finder = Finder(query)
        for number in numbers:
            for row in self._documents([number]):
                yield from _keywords(finder, row)

    def _hits(self, query: Query, numbers: Sequence[int]) -> Iterator[Hit]:
        finder = Finder(query)
        found = {row[0]: _hit(finder, row) for row in self._documents(numbers)}
        return (found[number] for number in numbers if number in found)

    def _numbers(self, query: Query, order: Order, limit: int, offset: int) -> list[int]:
        asked, word = compiled(query), only_word(query.tree)
        if order == "rank" and not asked.match:
            order = "date"
        elif order == "rank" and word and self.count(query).documents > _TOO_MANY_TO_RANK:
            return self._headings_first(asked, word, limit, offset)
        rows = self.rows(
            f"SELECT d.id FROM {where_of(asked)} ORDER BY {_ORDERS[order]} LIMIT ? OFFSET ?",
            (*values_of(asked), limit, offset),
        )
        return [number for (number,) in rows]

    def _headings_first(self, asked: Compiled, word: Words, limit: int, offset: int) -> list[int]:
        """Documents with a frequent word in their heading, ranked among themselves, then the others as they stand."""
        heading, conditions = in_heading(word), "".join(f" AND {condition}" for condition in asked.conditions)
        first = self.rows(
            "SELECT d.id FROM quick CROSS JOIN documents AS d ON d.id = quick.rowid "
            f"WHERE quick MATCH ?{conditions} ORDER BY bm25(quick), d.id",
            (heading, *asked.values),
        )
        numbers = [number for (number,) in first[offset : offset + limit if limit >= 0 else None]]
        if len(numbers) == limit:
            return numbers
        rest = self.rows(
            f"SELECT d.id FROM {where_of(asked)} ORDER BY d.id LIMIT ? OFFSET ?",
            (f"{asked.match} NOT {heading}", *asked.values, max(limit - len(numbers), -1), max(0, offset - len(first))),
        )
        return numbers + [number for (number,) in rest]

    def _count_anew(self, query: Query) -> Count:
        if dates := dates_apart(query):
            others, wanted = dates
            ((found, undated),) = self.rows(
                f"SELECT count(*) FILTER (WHERE {' AND '.join(wanted.conditions)}), "
                f"count(*) FILTER (WHERE d.date = '') FROM {where_of(others)}",
                (*wanted.values, *values_of(others)),
            )
            return Count(found, undated)
        undated_ones = compiled_undated(query)
        left_out = self._count(undated_ones[0]) - self._count(undated_ones[1]) if undated_ones else 0
        return Count(self._count(compiled(query)), left_out)

    def _count(self, asked: Compiled) -> int:
        if asked.match and not asked.conditions:
            rows = self.rows("SELECT count(*) FROM words WHERE words MATCH ?", (asked.match,))
        else:
            rows = self.rows(f"SELECT count(*) FROM {where_of(asked)}", values_of(asked))
        return int(rows[0][0])

    def _documents(self, numbers: Sequence[int]) -> list[tuple[Any, ...]]:
        places = ", ".join("?" * len(numbers))
        return self.rows(
            "SELECT d.id, d.address, d.number, d.heading, d.date, d.kind, d.volume, "
            "t.body, t.notes, t.source, t.layout "
            f"FROM documents AS d JOIN texts AS t ON t.id = d.id WHERE d.id IN ({places}) ORDER BY d.id",
            numbers,
        )


def where_of(asked: Compiled) -> str:
    """The tables and conditions of a query; the words come first, whatever else is asked."""
    tables = "words CROSS JOIN documents AS d ON d.id = words.rowid" if asked.match else "documents AS d"
    conditions = (*(["words MATCH ?"] if asked.match else []), *asked.conditions)
    return f"{tables} WHERE {' AND '.join(conditions) or '1'}"


def values_of(asked: Compiled) -> tuple[str, ...]:
    """The values for the places in `where_of`."""
    return (*([asked.match] if asked.match else []), *asked.values)


def _spelled(wanted: str, text: str) -> bool:
    """Whether a text has words spelled just so: the function of that name in SQL."""
    return pattern(wanted[1:], prefix=wanted[0] == "*", exact=True).search(text) is not None


def _hit(finder: Finder, row: tuple[Any, ...]) -> Hit:
    _, address, number, heading, date, kind, volume, body, notes, source, layout = row
    texts = Texts(heading, body, notes, source, layout_of(layout))
    spot = finder.best(texts) or Spot("body", 0, 0)
    return Hit(
        address,
        place_of(address, texts, spot) if spot.end else address,
        number,
        heading,
        date,
        kind,
        volume,
        page_of(texts.layout, spot),
        excerpt(finder, texts, spot),
    )


def _keywords(finder: Finder, row: tuple[Any, ...]) -> Iterator[Keyword]:
    _, address, _, heading, date, _, _, body, notes, source, layout = row
    texts = Texts(heading, body, notes, source, layout_of(layout))
    for spot in finder.spots(texts):
        text = texts.text(spot.part)
        line = text.rfind("\n", 0, spot.start) + 1
        line_end = text.find("\n", spot.end)
        line_end = len(text) if line_end < 0 else line_end
        yield Keyword(
            address,
            place_of(address, texts, spot),
            date,
            page_of(texts.layout, spot),
            text[max(line, spot.start - _KEYWORD) : spot.start],
            text[spot.start : spot.end],
            text[spot.end : min(line_end, spot.end + _KEYWORD)],
        )
