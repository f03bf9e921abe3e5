"""Searching the library as a screen does: one thing at a time, of which the last is the one that matters."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from tgreader.model.address import Address
from tgreader.reading.searching.answers import (
    Answer,
    Asked,
    Counted,
    Listed,
    ShownHit,
    Spread,
    VolumeCount,
    called,
    picked,
    shown,
    shown_place,
    volume_name,
)
from tgreader.reading.searching.concordance import Line

if TYPE_CHECKING:
    from tgreader.library.index.matches import Order
    from tgreader.library.index.search import Search

PAGE = 25
"""Hits that are listed at a time."""
IN_CONTEXT = 500
"""Documents whose words are shown in context at the most."""

Told = TypeVar("Told")


class Searcher:
    """The library, asked by threads that take turns. Its file is opened when it is first asked.

    Args:
        folder: the library's folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._search: Search | None = None
        self._turn = Lock()

    def answers(self, asked: Asked, start: int, given_up: Callable[[], bool]) -> Iterator[Answer]:
        """What comes of a search, the count first.

        Args:
            asked: what is asked.
            start: how many hits are listed already; only more hits come where some are.
            given_up: whether nobody waits for it any more.

        Raises:
            QueryError: it is no query; the error's `at` says where.
            LibraryError: nothing is indexed, or the index cannot be read.
        """
        from tgreader.library.index.reader import InterruptedSearch

        with self._turn:
            try:
                answers = self._answers(asked, start)
                while not given_up() and (answer := next(answers, None)) is not None:
                    yield answer
            except InterruptedSearch:
                return

    def _answers(self, asked: Asked, start: int) -> Iterator[Answer]:
        search, query = self._opened(), picked(asked)
        if not start:
            yield Counted(*search.count(query))
        yield Listed([shown(hit) for hit in search.hits(query, _order(asked), PAGE, start)], start)
        if not start:
            spread = search.spread(query)
            months = dict(search.spread(picked(asked._replace(period=None))).months if asked.period else spread.months)
            undated = months.pop("", 0)
            volumes = search.spread(picked(asked._replace(volume=None))).volumes if asked.volume else spread.volumes
            named = [VolumeCount(volume, volume_name(volume), count) for volume, count in volumes.items()]
            yield Spread(months, undated, sorted(named, key=lambda volume: -volume.documents))

    def in_context(self, asked: Asked, given_up: Callable[[], bool]) -> list[Line[ShownHit]]:
        """Every place of the words in the first documents found, with what stands before and after.

        Raises:
            QueryError, LibraryError: as `answers` does.
        """
        from tgreader.library.index.reader import InterruptedSearch

        lines: list[Line[ShownHit]] = []
        with self._turn:
            try:
                for word in self._opened().contexts(picked(asked), _order(asked), IN_CONTEXT):
                    if given_up():
                        break
                    lines.append(Line(word.before, word.word, word.after, shown_place(word)))
            except InterruptedSearch:
                pass
        return lines

    @property
    def is_made(self) -> bool:
        """Whether there is an index, be it one that can be read or not."""
        from tgreader.library.index.schema import FILE

        return (self._folder / FILE).exists()

    def extent(self) -> tuple[int, int]:
        """How many documents are indexed, sections that stand by themselves among them, and how many files they are in.

        Raises:
            LibraryError: nothing is indexed, or the index cannot be read.
        """
        statement = "SELECT coalesce(sum(documents), 0), count(*) FROM files WHERE documents > 0"
        ((documents, files),) = self._insisting(lambda search: search.rows(statement))
        return documents, files

    def holds(self, paths: Sequence[str]) -> bool:
        """Whether all of these files are in the index.

        Raises:
            LibraryError: the index cannot be read.
        """
        known = {path for (path,) in self._insisting(lambda search: search.rows("SELECT path FROM files"))}
        return all(os.path.abspath(path) in known or os.path.realpath(path) in known for path in paths)  # noqa: PTH100

    def choices(self, name: str, words: str) -> list[tuple[str, str, int]]:
        """The values a filter may have among the hits of a query that is otherwise the same.

        Args:
            name: of the filter; for `date`, the values are years and months.
            words: the query.

        Returns:
            Each value, what it is called, and how many hits have it.

        Raises:
            LibraryError: as `answers` does.
        """
        from tgreader.errors import TgReaderError
        from tgreader.library.index.choices import choices
        from tgreader.library.query.language import parse_query
        from tgreader.reading.searching.filters import with_filter

        others = with_filter(words, name, None)
        try:
            query = parse_query(others) if others.strip() else None
        except TgReaderError:  # what is no query yet may be filtered all the same
            query = None
        found = self._insisting(lambda search: choices(search, name, query))
        return [(value, called(name, value), count) for value, count in found]

    def file_of(self, place: Address) -> str | None:
        """The file that holds a place, or None where the index has no such document.

        Raises:
            LibraryError: the index cannot be read any more.
        """
        found = self._insisting(lambda search: search.file_of(str(place.whole)))
        return str(found) if found else None

    def interrupt(self) -> None:
        """Break off what is being asked: what comes of it is not wanted any more."""
        if self._search is not None:
            self._search.interrupt()

    def close(self) -> None:
        """Ask no more."""
        if self._search is not None:
            self._search.close()
            self._search = None

    def _insisting(self, question: Callable[[Search], Told]) -> Told:
        """What the index answers, though a search that goes on is broken off meanwhile."""
        from tgreader.library.index.reader import InterruptedSearch

        while True:
            try:
                with self._turn:
                    return question(self._opened())
            except InterruptedSearch:
                continue

    def _opened(self) -> Search:
        from tgreader.library.index.search import Search

        if self._search is None:
            self._search = Search(self._folder)
        return self._search


def _order(asked: Asked) -> Order:
    return "date" if asked.by_date else "rank"
