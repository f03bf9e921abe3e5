"""The lock of the one writer of an index."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tgreader.errors import LibraryError
from tgreader.library.index import schema

_LOCK = "index.lock"


def locked(folder: Path) -> sqlite3.Connection:
    """The lock of a library's index, taken: it ends with the process, however that ends.

    Raises:
        LibraryError: the library cannot be written, or another program is writing its index.
    """
    file = folder / _LOCK
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = sqlite3.connect(file, timeout=0, isolation_level=None, check_same_thread=False)
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except BaseException:
            lock.close()
            raise
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise LibraryError(
                "another tgreader is indexing into this library",
                str(folder),
                "let it finish; searching goes on meanwhile",
            ) from error
        raise schema.unusable(file, error) from error
    except OSError as error:
        raise schema.unusable(file, error) from error
    return lock
