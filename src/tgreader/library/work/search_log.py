"""The log of searches: what was looked for, when, and how much was found. That nothing was found is a finding too."""

from __future__ import annotations

from tgreader.library.work.file import HASTY, WorkFile
from tgreader.model.tuples import NamedTuple


class LoggedSearch(NamedTuple):
    """A search.

    Attributes:
        query: as it was typed.
        hits: the number of documents found.
        at: when, as ISO 8601 in UTC (`2026-01-31T09:30:00.000Z`).
    """

    query: str
    hits: int
    at: str


class SearchLog:
    """The searches kept in a file."""

    def __init__(self, file: WorkFile) -> None:
        self._file = file

    def add(self, *searches: LoggedSearch) -> int:
        """Keep searches, in one transaction; those that are kept already are left alone.

        Returns:
            How many were new.

        Raises:
            LibraryError: the library cannot be written.
        """
        with self._file.changing(HASTY) as database:
            before = database.total_changes
            database.executemany(
                "INSERT INTO searches (query, hits, at) SELECT ?1, ?2, ?3 WHERE NOT EXISTS"
                " (SELECT 1 FROM searches WHERE query = ?1 AND hits = ?2 AND at = ?3)",
                searches,
            )
            return database.total_changes - before

    def latest(self, most: int) -> list[LoggedSearch]:
        """The last searches, the newest first.

        Raises:
            LibraryError: the library cannot be read.
        """
        rows = self._file.rows("SELECT query, hits, at FROM searches ORDER BY at DESC, id DESC LIMIT ?", most)
        return [LoggedSearch(*row) for row in rows]
