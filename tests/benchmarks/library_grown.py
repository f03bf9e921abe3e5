"""A library as large as several: every document again under another volume's id, to see what grows with it.

    python tests/benchmarks/library_grown.py LIBRARY TIMES OUT

Copies the index of LIBRARY into the folder OUT, its rows so many times.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
from pathlib import Path

from tgreader.library.index.schema import FIELDS, FILE, OPENINGS


def grow(database: sqlite3.Connection, times: int) -> None:
    """Repeat the rows; the text of references and addresses follows the volumes' new ids."""
    (documents,) = database.execute("SELECT max(id) FROM documents").fetchone()
    (references,) = database.execute("SELECT max(id) FROM refs").fetchone()
    for number in range(1, times):
        for table, most in (("documents", documents), ("texts", documents), ("refs", references)):
            named = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
            new = {
                "id": f"id + {most * number}",
                "document": f"document + {documents * number}",
                "volume": f"CASE volume WHEN '' THEN '' ELSE volume || 'x{number}' END",
                "address": f"replace(address, '/', 'x{number}/')",
                "target": f"replace(target, '/', 'x{number}/')",
                "base": f"replace(base, '/', 'x{number}/')",
            }
            listed = ", ".join(new.get(column, column) for column in named)
            database.execute(f"INSERT INTO {table} SELECT {listed} FROM {table} WHERE id <= {most}")  # noqa: S608
    for index, view, columns in (("words", "columns", FIELDS), ("quick", "openings", OPENINGS)):
        listed = ", ".join(columns)
        added = f"SELECT id, {listed} FROM {view} WHERE id > {documents}"  # noqa: S608 - our own words
        database.execute(f"INSERT INTO {index} (rowid, {listed}) {added}")
        database.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")  # noqa: S608


def main() -> None:
    """Copy and grow."""
    library, times, out = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    out.mkdir(parents=True)
    shutil.copy(library / FILE, out / FILE)
    with sqlite3.connect(out / FILE) as database:
        grow(database, times)
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    (documents,) = database.execute("SELECT count(*) FROM documents").fetchone()
    print(f"{documents:,} documents")


if __name__ == "__main__":
    main()
