"""The schema of `work.sqlite3`, as the changes by which each version came out of the one before.

A version that was released is never edited: files of that version are on people's disks.
"""

from __future__ import annotations

_ANNOTATION = """
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, address TEXT NOT NULL, scope TEXT NOT NULL,
    prefix TEXT NOT NULL, exact TEXT NOT NULL, suffix TEXT NOT NULL, words TEXT NOT NULL, tags TEXT NOT NULL,
    heading TEXT NOT NULL, page TEXT NOT NULL, last_page TEXT NOT NULL, content TEXT NOT NULL, file TEXT NOT NULL,
    made TEXT NOT NULL, changed TEXT NOT NULL, document TEXT NOT NULL
"""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE TABLE places (document TEXT PRIMARY KEY, place TEXT NOT NULL, words TEXT NOT NULL, at TEXT NOT NULL)",
        "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    ),
    ("CREATE TABLE corrections (content TEXT, note INTEGER, at INTEGER, PRIMARY KEY (content, note)) WITHOUT ROWID",),
    (
        """CREATE TABLE basket (address TEXT, page TEXT, last_page TEXT, file TEXT NOT NULL, cited_at TEXT NOT NULL,
           PRIMARY KEY (address, page, last_page)) WITHOUT ROWID""",
    ),
    (
        "ALTER TABLE places ADD COLUMN content TEXT NOT NULL DEFAULT ''",
        "CREATE INDEX places_by_content ON places (content) WHERE content <> ''",
        """CREATE TABLE visits (id INTEGER PRIMARY KEY, document TEXT NOT NULL, place TEXT NOT NULL,
           heading TEXT NOT NULL, page TEXT NOT NULL, file TEXT NOT NULL, came TEXT NOT NULL, went TEXT NOT NULL)""",
        "CREATE INDEX visits_by_time ON visits (went)",
        "CREATE TABLE trails (session TEXT PRIMARY KEY, steps TEXT NOT NULL, here INTEGER NOT NULL, at TEXT NOT NULL)",
        "CREATE TABLE searches (id INTEGER PRIMARY KEY, query TEXT NOT NULL, hits INTEGER NOT NULL, at TEXT NOT NULL)",
        f"CREATE TABLE annotations ({_ANNOTATION}, deleted TEXT NOT NULL DEFAULT '')",
        "CREATE INDEX annotations_by_document ON annotations (document)",
        "CREATE INDEX annotations_by_content ON annotations (content) WHERE content <> ''",
        f"CREATE TABLE drafts ({_ANNOTATION}, writer TEXT NOT NULL)",
    ),
)
"""One tuple of statements a version of the schema; `PRAGMA user_version` says how many have been run."""
