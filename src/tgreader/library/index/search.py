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
from typing import Any

from tgreader.library.index.excerpts import Excerpt, Finder, StoredLayout, Texts, beginning, excerpt, page_of, place_of
from tgreader.library.index.matches import Count, Matches, Order, Spread
from tgreader.library.index.reader import IndexReader
from tgreader.library.query.tree import Query
from tgreader.library.query.words import pattern
from tgreader.model.tuples import NamedTuple

_AT_ONCE = 200
"""Documents whose texts are in memory together."""
_KEYWORD = 60
"""Code points on each side of a word in a concordance."""


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
        self.matches = Matches(self.rows)
        self._database.create_function("spelled", 2, _spelled, deterministic=True)

    def count(self, query: Query) -> Count:
        """How many documents it finds.

        Raises:
            InterruptedSearch: `interrupt` was called.
            LibraryError: the index cannot be read any more.
        """
        return self.matches.count(query)

    def hits(self, query: Query, order: Order = "rank", limit: int = 50, offset: int = 0) -> list[Hit]:
        """The documents it finds.

        Args:
            query: the query.
            order: how they are ordered. Without words to rank by, `rank` is `date`.
            limit: how many at the most.
            offset: after how many others.

        Raises:
            InterruptedSearch, LibraryError: as `count` does.
        """
        return list(self._hits(query, self.matches.numbers(query, order, limit, offset)))

    def every(self, query: Query, order: Order = "rank") -> Iterator[Hit]:
        """All the documents it finds, as many as there may be, one after the other.

        Raises:
            InterruptedSearch, LibraryError: as `count` does.
        """
        yield from self._hits(query, self.matches.numbers(query, order, -1, 0))

    def spread(self, query: Query) -> Spread:
        """How the documents it finds spread over months and volumes.

        Raises:
            InterruptedSearch, LibraryError: as `count` does.
        """
        return self.matches.spread(query)

    def contexts(self, query: Query, order: Order = "date", documents: int = 200) -> Iterator[Keyword]:
        """Every place of the words that were looked for, with what stands before and after.

        Args:
            query: the query.
            order: of the documents.
            documents: how many of them at the most.

        Raises:
            InterruptedSearch, LibraryError: as `count` does.
        """
        numbers = self.matches.numbers(query, order, documents, 0)
        finder = Finder(query)
        for number in numbers:
            for row in self._documents([number]):
                yield from _keywords(finder, row)

    def _hits(self, query: Query, numbers: Sequence[int]) -> Iterator[Hit]:
        finder = Finder(query)
        for first in range(0, len(numbers), _AT_ONCE):
            together = numbers[first : first + _AT_ONCE]
            found = {row[0]: _hit(finder, row) for row in self._documents(together)}
            yield from (found[number] for number in together if number in found)

    def _documents(self, numbers: Sequence[int]) -> list[tuple[Any, ...]]:
        places = ", ".join("?" * len(numbers))
        return self.rows(
            "SELECT d.id, d.address, d.number, d.heading, d.date, d.kind, d.volume, "
            "coalesce(d.printed, d.heading), t.body, t.notes, t.source, t.layout "
            f"FROM documents AS d JOIN texts AS t ON t.id = d.id WHERE d.id IN ({places}) ORDER BY d.id",
            numbers,
        )


def _spelled(wanted: str, text: str) -> bool:
    """Whether a text has words spelled just so: the function of that name in SQL."""
    return pattern(wanted[1:], prefix=wanted[0] == "*", exact=True).search(text) is not None


def _texts(row: tuple[Any, ...]) -> Texts:
    heading, body, notes, source, layout = row[7:]
    return Texts(heading, body, notes, source, StoredLayout(layout))


def _hit(finder: Finder, row: tuple[Any, ...]) -> Hit:
    _, address, number, heading, date, kind, volume = row[:7]
    texts = _texts(row)
    found = finder.best(texts)
    spot = found or beginning(texts)
    return Hit(
        address,
        place_of(address, texts, spot) if found else address,
        number,
        heading,
        date,
        kind,
        volume,
        page_of(texts.layout, spot),
        excerpt(finder, texts, spot),
    )


def _keywords(finder: Finder, row: tuple[Any, ...]) -> Iterator[Keyword]:
    address, date, texts = row[1], row[4], _texts(row)
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
