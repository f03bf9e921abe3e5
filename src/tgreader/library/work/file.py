"""`work.sqlite3` itself: opened when it is needed, migrated, changed a transaction at a time.

What is in it cannot be made again. So a file of an older version is copied before it is changed, one of a newer version
or one that is damaged is left as it is, and on a disk that cannot be written it is still read. Once a day, before the
first change, the file is copied whole.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from time import time
from typing import Any

from tgreader.errors import LibraryBusyError, LibraryError
from tgreader.library.work.folder import FILE
from tgreader.library.work.schema import MIGRATIONS

PATIENT, HASTY = 2.0, 0.05
"""Seconds to wait for another program that is writing: where words are to be kept, and where a key waits."""

_PASSING = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL}
_UNWRITABLE = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PERM}
_REMEDY = "reading goes on; --library or TGREADER_LIBRARY names another folder"
_DAY = 86_400.0
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


class WorkFile:
    """The file of the reader's work.

    Args:
        folder: the library's folder; made, and the file in it, when something is first kept.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        self._open: sqlite3.Connection | None = None
        self._only_read = False
        self._is_copied = False

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """What a query finds; nothing where nothing was ever kept.

        Raises:
            LibraryError: the file cannot be read.
        """
        try:
            if self._open is None and not self.path.exists():
                return []  # reading makes no file
            return self._database(PATIENT).execute(query, values).fetchall()
        except (OSError, sqlite3.Error) as error:
            raise self._unusable("cannot be read", error) from error

    @contextmanager
    def changing(self, wait: float = PATIENT, *, durable: bool = False) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is kept, or nothing.

        Args:
            wait: seconds to wait for another program that is writing.
            durable: whether it has reached the disk when this returns, so that a power cut loses nothing either.

        Raises:
            LibraryBusyError: it cannot be written now, and may be later.
            LibraryError: it cannot be written.
        """
        try:
            database = self._database(wait)
            if self._only_read:
                raise sqlite3.OperationalError("its disk or folder cannot be written")
            self._copy_daily(database)
            database.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            database.execute("BEGIN IMMEDIATE")
            try:
                yield database
                database.execute("COMMIT")
            except BaseException:
                _roll_back(database)
                raise
        except (OSError, sqlite3.Error) as error:
            raise self._unusable("cannot be written", error) from error

    def changed_by_others(self) -> int:
        """A number that is another one when another program has changed the file."""
        found = self.rows("PRAGMA data_version")
        return int(found[0][0]) if found else 0

    def close(self) -> None:
        """Close the file."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def _database(self, wait: float) -> sqlite3.Connection:
        if self._open is None:
            self._open = self._opened()
        self._open.execute(f"PRAGMA busy_timeout = {int(wait * 1000)}")
        return self._open

    def _opened(self) -> sqlite3.Connection:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            return self._prepared(sqlite3.connect(self.path, timeout=PATIENT, isolation_level=None))
        except sqlite3.OperationalError as error:
            if _code(error) not in _UNWRITABLE or not self.path.is_file():
                raise
            database = _only_read(self.path)
            self._only_read = True
            return database

    def _prepared(self, database: sqlite3.Connection) -> sqlite3.Connection:
        try:
            if _version(database) < len(MIGRATIONS):
                database.execute("PRAGMA journal_mode = WAL")
                self._migrate(database)
                self._is_copied = True  # as it was before, or there was nothing
        except BaseException:
            database.close()
            raise
        return database

    def _migrate(self, database: sqlite3.Connection) -> None:
        """Bring the file to the present version, in one transaction, with a copy of it as it was beside it."""
        database.execute("BEGIN IMMEDIATE")
        try:
            version = _version(database)  # another reader may have done it meanwhile
            if 0 < version < len(MIGRATIONS):
                self._copy(version)
            _run_migrations(database, version)
            database.execute("COMMIT")
        except BaseException:
            _roll_back(database)
            raise

    def _copy(self, version: int) -> None:
        """Copy the file as `work.schema-3.sqlite3`; a copy that is there already is kept."""
        kept = self.path.with_name(f"{self.path.stem}.schema-{version}.sqlite3")
        if not kept.exists():
            self._copy_to(kept)

    @property
    def _daily(self) -> Path:
        return self.path.with_name(f"{self.path.stem}.copy.sqlite3")

    def _copy_daily(self, database: sqlite3.Connection) -> None:
        """Copy the file as `work.copy.sqlite3`, unless that was done today; a file that is damaged replaces no copy."""
        if self._is_copied:
            return
        self._is_copied = True
        with suppress(OSError, sqlite3.Error):  # what is to be kept now is kept with or without a copy
            is_old = not self._daily.exists() or time() - self._daily.stat().st_mtime > _DAY
            if is_old and database.execute("PRAGMA quick_check(1)").fetchone() == ("ok",):
                self._copy_to(self._daily)

    def _copy_to(self, kept: Path) -> None:
        """Copy the file, whole or not at all."""
        growing = kept.with_suffix(f".{os.getpid()}")
        try:
            with closing(sqlite3.connect(self.path)) as source, closing(sqlite3.connect(growing)) as target:
                source.backup(target)
            growing.replace(kept)
        finally:
            growing.unlink(missing_ok=True)

    def _unusable(self, what: str, error: Exception) -> LibraryError:
        code = _code(error)
        kind = LibraryBusyError if code in _PASSING else LibraryError
        if code in _DAMAGED:
            copy = f"put its copy {self._daily.name} in its place" if self._daily.exists() else "move it away"
            return kind(f"{what} ({error}: it is damaged)", str(self.path), f"{_REMEDY}, or {copy}")
        return kind(f"{what} ({error})", str(self.path), _REMEDY)


def _only_read(path: Path) -> sqlite3.Connection:
    """A file on a disk that cannot be written; one of an older version is brought up in memory."""
    for how in ("mode=ro", "immutable=1"):  # without its log files, a file is read only as one that never changes
        database = sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None)
        try:
            version = _version(database)
            database.execute("SELECT count(*) FROM sqlite_schema").fetchall()
        except sqlite3.OperationalError:
            database.close()
            continue
        except BaseException:
            database.close()
            raise
        if version == len(MIGRATIONS):
            return database
        with closing(database):
            copy = sqlite3.connect(":memory:", isolation_level=None)
            database.backup(copy)
        _run_migrations(copy, version)
        return copy
    raise sqlite3.OperationalError("unable to open database file")


def _version(database: sqlite3.Connection) -> int:
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if version > len(MIGRATIONS):
        raise sqlite3.DatabaseError(
            f"it was written by a newer tgreader: schema {version}, this one knows {len(MIGRATIONS)}"
        )
    return int(version)


def _run_migrations(database: sqlite3.Connection, version: int) -> None:
    for statements in MIGRATIONS[version:]:
        for statement in statements:
            database.execute(statement)
    database.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def _roll_back(database: sqlite3.Connection) -> None:
    if database.in_transaction:
        database.execute("ROLLBACK")


def _code(error: Exception) -> int:
    """SQLite's primary result code (sqlite.org/rescode.html), or -1."""
    return getattr(error, "sqlite_errorcode", -1) & 0xFF if hasattr(error, "sqlite_errorcode") else -1
