"""Files of the reader's work as they were left by other programs, or by other versions of this one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tgreader.library.work.schema import MIGRATIONS
from tgreader.library.work.work import FILE


def library_of_version(version: int, folder: Path) -> sqlite3.Connection:
    """Make the file that an older version left behind; the caller closes it."""
    folder.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(folder / FILE, isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    for statements in MIGRATIONS[:version]:
        for statement in statements:
            database.execute(statement)
    database.execute(f"PRAGMA user_version = {version}")
    return database
