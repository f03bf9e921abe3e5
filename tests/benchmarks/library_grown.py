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

TABLES = ("files", "documents", "texts", "messages", "refs", "telegrams")


def grow(database: sqlite3.Connection, times: int) -> None:
    """Repeat the rows; the text of references and addresses follows the volumes' new ids."""
    most = {
        table: database.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0]  # noqa: S608
        for table in ("files", "documents", "refs")
    }
    for number in range(1, times):
        of = {table: count * number for table, count in most.items()}
        for table in TABLES:
            ours = "refs" if table == "refs" else "files" if table == "files" else "documents"
            new = {
                "id": f"id + {of[ours]}",
                "file": f"file + {of['files']}" if table == "documents" else "file",
                "document": f"document + {of['documents']}",
                "ref": f"ref + {of['refs']}",
                "path": f"path || 'x{number}'",
                "volume": f"CASE volume WHEN '' THEN '' ELSE volume || 'x{number}' END",
                "address": f"replace(address, '/', 'x{number}/')",
                "target": f"replace(target, '/', 'x{number}/')",
                "base": f"replace(base, '/', 'x{number}/')",
            }
            named = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
            listed = ", ".join(new.get(column, column) for column in named)
            of_whom = {"telegrams": "ref", "messages": "document"}.get(table, "id")
            which = f"{of_whom} <= {most['refs' if table in ('refs', 'telegrams') else ours]}"
            database.execute(f"INSERT INTO {table} SELECT {listed} FROM {table} WHERE {which}")  # noqa: S608
    for index, view, columns in (("words", "columns", FIELDS), ("quick", "openings", OPENINGS)):
        listed = ", ".join(columns)
        added = f"SELECT id, {listed} FROM {view} WHERE id > {most['documents']}"  # noqa: S608 - our own words
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
