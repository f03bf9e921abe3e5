"""Reading the index: one connection, asked by one thread at a time, stopped from any."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import Any

from tgreader.errors import LibraryError
from tgreader.library.index import schema
from tgreader.library.index.known_files import lying


class InterruptedSearch(LibraryError):  # noqa: N818 - it is no fault: another question was asked
    """The search was stopped, since its answer is not wanted any more."""


class IndexReader:
    """What all who ask the index share.

    Args:
        folder: the library's folder.

    Raises:
        LibraryError: nothing is indexed, or it cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._database = schema.open_to_read(folder)
        self._lock = Lock()
        self.rows("SELECT 1 FROM words, quick LIMIT 0")  # set up now: a search that is stopped then says it was

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Ask in SQL; for this room.

        Raises:
            InterruptedSearch: `interrupt` was called meanwhile.
            LibraryError: the index cannot be read any more.
        """
        with self._lock:
            try:
                return self._database.execute(statement, values).fetchall()
            except sqlite3.OperationalError as error:
                if "interrupted" in str(error):
                    raise InterruptedSearch("the search was stopped") from error
                raise schema.unusable(self._folder / schema.FILE, error) from error
            except sqlite3.Error as error:
                raise schema.unusable(self._folder / schema.FILE, error) from error

    def file_of(self, address: str) -> Path | None:
        """The file in which a document is, or None where the index has no such document.

        A library that was moved together with its files finds them beside it.

        Args:
            address: of the whole document, as `Hit.address`; or of a volume.
        """
        rows = self.rows(
            "SELECT f.path, f.beside FROM files AS f JOIN documents AS d ON d.file = f.id WHERE d.address = ? "
            "UNION ALL SELECT path, beside FROM files WHERE volume = ? AND volume <> '' LIMIT 1",
            (address, address),
        )
        return self._lying(*rows[0]) if rows else None

    def files(self) -> list[Path]:
        """Every file that is indexed and could be read, where it lies, in the order of the index."""
        rows = self.rows("SELECT path, beside FROM files WHERE format <> '' ORDER BY id")
        return [self._lying(path, beside) for path, beside in rows]

    def _lying(self, known: str, relative: str) -> Path:
        return lying(self._folder, known, relative)

    def interrupt(self) -> None:
        """Stop what another thread is asking, which then raises `InterruptedSearch`."""
        self._database.interrupt()

    def close(self) -> None:
        """Close the file, when whoever is searching has done."""
        self._database.interrupt()
        with self._lock:
            self._database.close()
