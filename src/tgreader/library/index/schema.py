"""The index's file: what its tables are, and how it is opened for reading and for writing.

`index.sqlite3` lies in the library's folder beside `work.sqlite3` and, unlike that, can always be made again from the
files that it lists. It is in WAL mode: readers never wait for the one writer.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

from tgreader.errors import LibraryError
from tgreader.library.query.words import TYPESET

FILE = "index.sqlite3"
VERSION = 5
"""The schema's, as `user_version` has it; raised as well where more is read of documents than an index before holds."""

FIELDS = ("body", "notes", "source", "heading", "persons", "place", "sender", "recipient", "number")
"""The columns of `words`, in their order. FTS5 writes down which column a word is in, but for the first: nearly all
stand in the body, and so the index of words is a fifth smaller."""

WEIGHTS = "1.0, 0.5, 0.5, 8.0, 1.0, 1.0, 1.0, 1.0, 1.0"
"""How much a word in each of them weighs when hits are ranked."""

OPENINGS = ("heading", "number", "people", "dated", "address")
"""The columns of `quick`, in their order."""

_WAIT_SECONDS = 5.0
_READ = "--library or TGREADER_LIBRARY names another folder"

_APART = "' ' || char(57344) || ' '"
"""Between two paragraphs FTS5 is given a word that is nobody's, so that no phrase runs from one into the other."""
_TABLES = """
CREATE TABLE files (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, beside TEXT NOT NULL, size INTEGER NOT NULL,
    modified INTEGER NOT NULL, changed INTEGER NOT NULL, content TEXT NOT NULL, facts TEXT NOT NULL,
    format TEXT NOT NULL, volume TEXT NOT NULL, title TEXT NOT NULL, trouble TEXT NOT NULL,
    documents INTEGER NOT NULL, left_out INTEGER NOT NULL, at TEXT NOT NULL
);
CREATE TABLE roots (path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE divisions (
    id INTEGER PRIMARY KEY, file INTEGER NOT NULL, parent INTEGER, name TEXT NOT NULL, sort TEXT NOT NULL,
    heading TEXT NOT NULL
);
CREATE INDEX divisions_of_file ON divisions (file);
CREATE TABLE documents (
    id INTEGER PRIMARY KEY, file INTEGER NOT NULL, division INTEGER, address TEXT NOT NULL UNIQUE,
    volume TEXT NOT NULL, name TEXT NOT NULL, number TEXT NOT NULL, sort TEXT NOT NULL, kind TEXT NOT NULL,
    heading TEXT NOT NULL, date TEXT NOT NULL, dated TEXT NOT NULL, dateline TEXT NOT NULL, place TEXT NOT NULL,
    sender TEXT NOT NULL, recipient TEXT NOT NULL, classification TEXT NOT NULL,
    note_count INTEGER NOT NULL, printed TEXT, sum BLOB NOT NULL
);
CREATE INDEX documents_of_file ON documents (file);
CREATE INDEX documents_of_volume ON documents (volume);
CREATE INDEX documents_by_number ON documents (number);
CREATE INDEX documents_by_date ON documents (date);
CREATE TABLE kinds (kind TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE texts (
    id INTEGER PRIMARY KEY, layout TEXT NOT NULL, source TEXT NOT NULL, notes TEXT NOT NULL, persons TEXT NOT NULL,
    body TEXT NOT NULL -- the longest last: what stands before it is read without it
);
CREATE TABLE refs (
    id INTEGER PRIMARY KEY, document INTEGER NOT NULL, part TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    kind TEXT NOT NULL, key TEXT NOT NULL, title TEXT NOT NULL, target TEXT NOT NULL, base TEXT NOT NULL,
    status TEXT NOT NULL, inferred INTEGER NOT NULL, why TEXT NOT NULL
);
CREATE INDEX refs_of_document ON refs (document);
CREATE INDEX refs_by_base ON refs (base) WHERE base <> '';
CREATE INDEX refs_by_key ON refs (key) WHERE key <> '';
CREATE TABLE telegrams (
    ref INTEGER PRIMARY KEY, place TEXT NOT NULL, said_in TEXT NOT NULL, number TEXT NOT NULL, sender TEXT NOT NULL,
    recipient TEXT NOT NULL, date TEXT NOT NULL, file TEXT NOT NULL
);
CREATE TABLE messages (
    document INTEGER PRIMARY KEY, kind TEXT NOT NULL, number TEXT NOT NULL, sender TEXT NOT NULL,
    recipient TEXT NOT NULL, date TEXT NOT NULL
);
CREATE VIEW columns AS
    SELECT d.id AS id, {body}, {notes}, {source}, {heading}, {persons}, d.place, d.sender, d.recipient, d.number
    FROM documents AS d JOIN texts AS t ON t.id = d.id;
CREATE VIEW openings AS
    SELECT d.id AS id, {heading},
        d.number, d.sender || ' ' || d.recipient || ' ' || t.persons AS people,
        d.date || ' ' || d.dated AS dated,
        replace(replace(d.address, d.volume, replace(d.volume, 'v', ' v')), '_', ' ') AS address
    FROM documents AS d JOIN texts AS t ON t.id = d.id;
CREATE VIRTUAL TABLE words USING fts5(
    body, notes, source, heading, persons, place, sender, recipient, number,
    content='columns', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE quick USING fts5(
    heading, number, people, dated, address,
    content='openings', content_rowid='id', tokenize='unicode61 remove_diacritics 2', detail=column, prefix='1 2 3'
);
"""


def open_to_read(folder: Path) -> sqlite3.Connection:
    """Open the index of a library for reading; threads may share the connection if they take turns.

    Args:
        folder: the library's folder, which may be on a disk that cannot be written.

    Raises:
        LibraryError: nothing is indexed there, or it cannot be read.
    """
    file = folder / FILE
    if not file.exists():
        raise LibraryError("nothing is indexed yet", str(file), "tgreader index FOLDER makes the index")
    try:
        return _checked(_connected(file, "mode=ro"), file)
    except sqlite3.OperationalError as error:
        wal = file.with_name(FILE + "-wal")
        if wal.exists() and wal.stat().st_size:
            raise LibraryError(
                f"indexing was broken off, and this disk cannot be written ({error})",
                str(file),
                "copy the library's folder to one that can",
            ) from error
    except sqlite3.Error as error:
        raise unusable(file, error) from error
    try:  # a disk that cannot be written has no room for what readers share: nobody else writes there either
        return _checked(_connected(file, "immutable=1"), file)
    except sqlite3.Error as error:
        raise unusable(file, error) from error


def open_to_write(folder: Path) -> sqlite3.Connection:
    """Open the index for writing; made where there is none.

    Raises:
        LibraryError: it cannot be written, or is another schema's.
    """
    file = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(file, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False)
        try:
            return _ready(database, file)
        except BaseException:
            database.close()
            raise
    except (OSError, sqlite3.Error) as error:
        raise unusable(file, error) from error


def make_anew(folder: Path) -> list[str]:
    """Throw away all that is in the index, whatever schema it is of; one that is damaged is set aside.

    Returns:
        The files and folders that had been given to be indexed, as far as they can still be read.

    Raises:
        LibraryError: it cannot be written.
    """
    file = folder / FILE
    if not file.exists():
        return []
    roots: list[str] = []
    try:
        database = sqlite3.connect(file, timeout=_WAIT_SECONDS, isolation_level=None)
        try:
            with suppress(sqlite3.OperationalError):  # another schema may know no such table
                roots = [path for (path,) in database.execute("SELECT path FROM roots ORDER BY path")]
            _drop_all(database)
        finally:
            database.close()
    except sqlite3.OperationalError as error:
        raise unusable(file, error) from error
    except sqlite3.DatabaseError:
        _set_aside(file)
    return roots


def _drop_all(database: sqlite3.Connection) -> None:
    """In one transaction: readers see the old or nothing."""
    listed = "SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~' AND "
    database.execute("BEGIN IMMEDIATE")
    # Views read tables, and a virtual table drops those that are its own.
    for which in ("type = 'view'", "type = 'table' AND sql LIKE 'CREATE VIRTUAL%'", "type = 'table'"):
        for sort, name in database.execute(listed + which).fetchall():
            database.execute(f'DROP {sort} "{name}"')
    _make(database)
    database.execute("COMMIT")


def _set_aside(file: Path) -> None:
    """Keep a file that nothing can be read from under another name, and what belongs to it nowhere."""
    try:
        file.replace(file.with_name(f"{FILE}.damaged"))
        for ending in ("-wal", "-shm"):
            file.with_name(FILE + ending).unlink(missing_ok=True)
    except OSError as error:
        raise unusable(file, error) from error


def unusable(file: Path, error: Exception) -> LibraryError:
    """One line for what SQLite or the disk says of the index."""
    said = str(error)
    if isinstance(error, sqlite3.OperationalError):
        if "locked" in said or "busy" in said:
            return LibraryError("another program is writing it", str(file), "try again when that is done")
        if "is full" in said:
            return LibraryError(
                "the disk is full", str(file), "make room and run tgreader index again: it goes on where it stopped"
            )
        return LibraryError(f"cannot be used ({said})", str(file), _READ)
    if isinstance(error, sqlite3.DatabaseError):
        return LibraryError(
            f"the index is damaged ({said})",
            str(file),
            "tgreader index --rebuild makes it anew; your work is apart",
        )
    return LibraryError(f"cannot be used ({said})", str(file), _READ)


def _connected(file: Path, how: str) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{file.absolute().as_uri()}?{how}", uri=True, timeout=_WAIT_SECONDS, isolation_level=None,
        check_same_thread=False,
    )  # fmt: skip


def _checked(database: sqlite3.Connection, file: Path) -> sqlite3.Connection:
    try:
        (version,) = database.execute("PRAGMA user_version").fetchone()
        database.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        database.close()
        raise
    if version != VERSION:
        database.close()
        raise _other_schema(file, version)
    return database


def _other_schema(file: Path, version: int) -> LibraryError:
    if version > VERSION:
        return LibraryError(
            f"the index was made by a newer tgreader (schema {version})",
            str(file),
            "use that, or another --library",
        )
    if version == 0:
        return LibraryError("nothing is indexed yet", str(file), "tgreader index FOLDER makes the index")
    return LibraryError(
        f"the index was made by an older tgreader (schema {version})",
        str(file),
        "tgreader index --rebuild makes it anew",
    )


def _ready(database: sqlite3.Connection, file: Path) -> sqlite3.Connection:
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if version == 0 and not database.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        database.execute("PRAGMA auto_vacuum = INCREMENTAL")
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("BEGIN IMMEDIATE")
        (version,) = database.execute("PRAGMA user_version").fetchone()
        if version == 0:  # nobody else has made it meanwhile
            _make(database)
        database.execute("COMMIT")
        version = VERSION
    if version != VERSION:
        raise _other_schema(file, version)
    database.execute("PRAGMA synchronous = NORMAL")
    return database


def _make(database: sqlite3.Connection) -> None:
    read = {name: f"replace(t.{name}, char(10), {_APART})" for name in ("body", "notes", "source", "persons")}
    read["heading"] = "coalesce(d.printed, d.heading)"
    for sign, letters in TYPESET.items():
        read = {name: f"replace({words}, '{sign}', '{letters}')" for name, words in read.items()}
    columns = {name: f"{words} AS {name}" for name, words in read.items()}
    for statement in _TABLES.format(**columns).split(";\n"):
        database.execute(statement)
    database.execute(f"PRAGMA user_version = {VERSION}")
