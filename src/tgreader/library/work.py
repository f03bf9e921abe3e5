"""What a reader's work leaves behind: the last place in each document, markers put right, how the screen was set.

Kept in `work.sqlite3`, apart from anything that can be made again. Every change is one transaction: killing the program
loses at most what was not yet told to it. Several readers may use one library at a time.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from tgreader.errors import LibraryError

FILE = "work.sqlite3"
_WAIT_SECONDS = 2.0
_MIGRATIONS = (
    """
    CREATE TABLE places (document TEXT PRIMARY KEY, place TEXT NOT NULL, words TEXT NOT NULL, at TEXT NOT NULL);
    CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
    """,
    """
    CREATE TABLE corrections (content TEXT, note INTEGER, at INTEGER, PRIMARY KEY (content, note)) WITHOUT ROWID;
    """,
    """
    CREATE TABLE basket (
        address TEXT, page TEXT, last_page TEXT, file TEXT NOT NULL, cited_at TEXT NOT NULL,
        PRIMARY KEY (address, page, last_page)
    ) WITHOUT ROWID;
    """,
)
"""One script a version of the schema; `user_version` says how many have been run."""


class KeptPlace(NamedTuple):
    """A place in a document, and the first words that stand there, by which it is found again in a corrected copy."""

    place: str
    words: str


class CitedPlace(NamedTuple):
    """A place that was cited.

    Attributes:
        address: as it is written.
        page, last_page: the printed pages that were cited, "" where none were.
        file: where its document lies, so that it can be read again; "" where it lies nowhere.
    """

    address: str
    page: str
    last_page: str
    file: str


def library_folder(given: str | None = None) -> Path:
    """The folder of the reader's own files: as given, else `TGREADER_LIBRARY`, else the platform's data folder."""
    if named := given or os.environ.get("TGREADER_LIBRARY"):
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("tgreader", appauthor=False)


class Work:
    """The reader's work.

    Args:
        folder: the library's folder; made when something is first kept.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE
        self._open: sqlite3.Connection | None = None

    def place(self, document: str) -> KeptPlace | None:
        """The place kept for a document, or None.

        Raises:
            LibraryError: the library cannot be read.
        """
        rows = self._rows("SELECT place, words FROM places WHERE document = ?", document)
        return KeptPlace(*rows[0]) if rows else None

    def keep_place(self, document: str, kept: KeptPlace) -> None:
        """Keep a place, instead of the one kept before.

        Raises:
            LibraryError: the library cannot be written.
        """
        with self._changing() as database:
            database.execute(
                "INSERT OR REPLACE INTO places VALUES (?, ?, ?, datetime('now'))", (document, kept.place, kept.words)
            )

    def corrections(self) -> dict[str, dict[int, int | None]]:
        """Where a reader put the markers of notes.

        Returns:
            By the digest of a file: for the number of a note, the offset in the file where its marker starts; None
            where it has none.

        Raises:
            LibraryError: the library cannot be read.
        """
        found: dict[str, dict[int, int | None]] = {}
        for content, note, at in self._rows("SELECT content, note, at FROM corrections"):
            found.setdefault(content, {})[note] = at
        return found

    def keep_correction(self, content: str, note: int, at: int | None) -> None:
        """Keep where a note's marker belongs, instead of what was kept before.

        Raises:
            LibraryError: the library cannot be written.
        """
        with self._changing() as database:
            database.execute("INSERT OR REPLACE INTO corrections VALUES (?, ?, ?)", (content, note, at))

    def basket(self) -> list[CitedPlace]:
        """The places cited, in the order in which they were cited last.

        Raises:
            LibraryError: the library cannot be read.
        """
        rows = self._rows("SELECT address, page, last_page, file FROM basket ORDER BY cited_at, address")
        return [CitedPlace(*row) for row in rows]

    def put_in_basket(self, cited: CitedPlace) -> None:
        """Keep a place as cited now; once, however often it is.

        Raises:
            LibraryError: the library cannot be written.
        """
        with self._changing() as database:
            database.execute("INSERT OR REPLACE INTO basket VALUES (?, ?, ?, ?, datetime('now'))", cited)

    def take_from_basket(self, cited: CitedPlace) -> None:
        """Keep a place no more.

        Raises:
            LibraryError: the library cannot be written.
        """
        with self._changing() as database:
            database.execute("DELETE FROM basket WHERE address = ? AND page = ? AND last_page = ?", cited[:3])

    def setting(self, name: str) -> str | None:
        """How something was set, or None.

        Raises:
            LibraryError: the library cannot be read.
        """
        rows = self._rows("SELECT value FROM settings WHERE name = ?", name)
        return rows[0][0] if rows else None

    def keep_setting(self, name: str, value: str) -> None:
        """Keep how something is set.

        Raises:
            LibraryError: the library cannot be written.
        """
        with self._changing() as database:
            database.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))

    def close(self) -> None:
        """Close the file."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def _rows(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        try:
            if self._open is None and not self._file.exists():
                return []  # nothing was ever kept: reading makes no file
            return self._database().execute(query, values).fetchall()
        except (OSError, sqlite3.Error) as error:
            raise self._unusable("cannot be read", error) from error

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        try:
            with self._database() as database:
                yield database
        except (OSError, sqlite3.Error) as error:
            raise self._unusable("cannot be written", error) from error

    def _database(self) -> sqlite3.Connection:
        if self._open is None:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(self._file, timeout=_WAIT_SECONDS)
            try:
                _migrate(database)
            except BaseException:
                database.close()
                raise
            self._open = database
        return self._open

    def _unusable(self, what: str, error: Exception) -> LibraryError:
        return LibraryError(
            f"{what} ({error})", str(self._file), "reading goes on; --library or TGREADER_LIBRARY names another folder"
        )


def _migrate(database: sqlite3.Connection) -> None:
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if version > len(_MIGRATIONS):
        raise sqlite3.DatabaseError(f"it was written by a newer tgreader (schema {version})")
    database.execute("PRAGMA journal_mode = WAL")
    for number in range(version, len(_MIGRATIONS)):
        database.executescript(f"BEGIN IMMEDIATE; {_MIGRATIONS[number]} PRAGMA user_version = {number + 1}; COMMIT;")
