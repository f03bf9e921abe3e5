"""Writing the index: what a file holds goes in, and what it held before comes out, in one transaction."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from tgreader.library.index import schema, sums
from tgreader.library.index.known_files import KnownFile, known_files
from tgreader.library.index.lock import locked
from tgreader.library.index.rows import DocumentRow, ReadFile
from tgreader.model.tuples import NamedTuple

_BULK_CACHE = 48 * 1024
"""KiB of pages kept in memory while writing."""
_WORTH_TIDYING = 10
"""Merging all takes as long as writing a tenth of the documents."""


_HOLDS = (
    ("documents have no text", "SELECT count(*) FROM documents WHERE id NOT IN (SELECT id FROM texts)"),
    ("texts have no document", "SELECT count(*) FROM texts WHERE id NOT IN (SELECT id FROM documents)"),
    ("references have no document", "SELECT count(*) FROM refs WHERE document NOT IN (SELECT id FROM documents)"),
    (
        "files have not all of their documents",
        (
            "SELECT count(*) FROM files AS f "
            "WHERE f.documents <> (SELECT count(*) FROM documents AS d WHERE d.file = f.id)"
        ),
    ),
)
"""What must be nowhere, and how many there are."""


class Kept(NamedTuple):
    """How many documents of a file are in the index, and how many are left out."""

    documents: int
    left_out: int


class Writer:
    """The one writer of a library's index. Use it as a context manager.

    Args:
        folder: the library's folder; made where there is none.
        anew: whether to throw away what is in the index, but for the list of what was given to be indexed.

    Raises:
        LibraryError: when it is made: it cannot be written, is of another schema, or another program is writing it.
    """

    def __init__(self, folder: Path, *, anew: bool = False) -> None:
        self._folder = folder
        self._file = folder / schema.FILE
        self._lock = locked(folder)
        try:
            roots = schema.make_anew(folder) if anew else []
            self._database = schema.open_to_write(folder)
        except BaseException:
            self._lock.close()
            raise
        self._database.execute(f"PRAGMA cache_size = -{_BULK_CACHE}")
        for path in roots:
            self.keep_root(path)

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the readers find all that was written in the file itself."""
        with suppress(sqlite3.Error):  # a reader may be in the way, and the next writer does it
            self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._database.close()
        self._lock.close()

    def known(self) -> dict[str, KnownFile]:
        """The files of the index, by their paths."""
        with self._usable():
            return {file.path: file for file in known_files(lambda asked: self._database.execute(asked).fetchall())}

    def put(self, files: Sequence[ReadFile]) -> list[Kept]:
        """Keep what some files hold, instead of what the index had of them; all of it or nothing.

        A document whose address another file has is left out.

        Returns:
            For each file how many of its documents are kept.

        Raises:
            LibraryError: it cannot be written; nothing of it is.
        """
        with self._changing():
            kept = []
            for read in files:
                self._take_out(read.file.path)
                kept.append(self._put_in(read))
        return kept

    def touched(self, path: str, modified: int, changed: int) -> None:
        """Note that a file has other times and the same content."""
        with self._changing():
            self._database.execute(
                "UPDATE files SET modified = ?, changed = ? WHERE path = ?", (modified, changed, path)
            )

    def moved(self, old: str, new: str, modified: int, changed: int) -> None:
        """Note that a file lies elsewhere, with the same content; its volume's documents are as they were."""
        with self._changing():
            self._database.execute(
                "UPDATE files SET path = ?, beside = ?, modified = ?, changed = ? WHERE path = ?",
                (new, self._beside(new), modified, changed, old),
            )

    def remove(self, paths: Iterable[str]) -> None:
        """Forget files and all that they hold."""
        for path in paths:
            with self._changing():
                self._take_out(path)

    def keep_root(self, path: str) -> None:
        """Remember a file or folder that was given to be indexed."""
        with self._changing():
            self._database.execute("INSERT OR IGNORE INTO roots VALUES (?)", (path,))

    def forget_roots(self, paths: Iterable[str]) -> None:
        """Remember files or folders no more."""
        with self._changing():
            self._database.executemany("DELETE FROM roots WHERE path = ?", [(path,) for path in paths])

    def roots(self) -> list[str]:
        """The files and folders that were given to be indexed."""
        with self._usable():
            return [path for (path,) in self._database.execute("SELECT path FROM roots ORDER BY path")]

    def faults(self) -> list[str]:
        """What is wrong with the file of the index, in a few words each; nothing where it is whole."""
        try:
            found = [fault for (fault,) in self._database.execute("PRAGMA integrity_check(5)") if fault != "ok"]
            for index in ("words", "quick"):
                self._database.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
            for fault, statement in _HOLDS:
                ((count,),) = self._database.execute(statement)
                found += [f"{count} {fault}"] if count else []
            found += [f"{address} is not what was written" for address in sums.differing(self._database.execute)]
        except sqlite3.DatabaseError as error:
            return [f"it is damaged ({error})"]
        return found

    def tidy(self, written: int) -> None:
        """Merge what many transactions left behind, so that searching is quickest and the file smallest.

        Args:
            written: how many documents were; after a few, what SQLite merges by itself is enough.
        """
        with self._usable():
            ((documents,),) = self._database.execute("SELECT count(*) FROM documents")
            if written * _WORTH_TIDYING < documents:
                return
            self._database.execute("INSERT INTO words (words) VALUES ('optimize')")
            self._database.execute("INSERT INTO quick (quick) VALUES ('optimize')")
            self._database.executescript("PRAGMA incremental_vacuum")  # `execute` would free one page and stop
            self._database.execute("PRAGMA optimize")

    @contextmanager
    def _usable(self) -> Iterator[None]:
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            raise schema.unusable(self._file, error) from error

    @contextmanager
    def _changing(self) -> Iterator[None]:
        with self._usable():
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._database.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self._database.execute("ROLLBACK")
                raise

    def _beside(self, path: str) -> str:
        """The path as seen from the library's folder, so that both may be moved together."""
        try:
            return os.path.relpath(path, self._folder.absolute())
        except ValueError:  # another drive
            return ""

    def _take_out(self, path: str) -> None:
        found = self._database.execute("SELECT id FROM files WHERE path = ?", (path,)).fetchone()
        if found is None:
            return
        ours = "(SELECT id FROM documents WHERE file = ?)"
        execute = self._database.execute
        for index, view, columns in (
            ("words", "columns", schema.FIELDS),
            ("quick", "openings", schema.OPENINGS),
        ):
            listed = ", ".join(columns)
            execute(
                f"INSERT INTO {index} ({index}, rowid, {listed}) SELECT 'delete', id, {listed} FROM {view} "
                f"WHERE id IN {ours}",
                found,
            )
        execute(f"DELETE FROM telegrams WHERE ref IN (SELECT id FROM refs WHERE document IN {ours})", found)
        execute(f"DELETE FROM messages WHERE document IN {ours}", found)
        execute(f"DELETE FROM refs WHERE document IN {ours}", found)
        execute(f"DELETE FROM texts WHERE id IN {ours}", found)
        for table in ("documents", "divisions"):
            execute(f"DELETE FROM {table} WHERE file = ?", found)
        execute("DELETE FROM files WHERE id = ?", found)

    def _put_in(self, read: ReadFile) -> Kept:
        execute, row = self._database.execute, read.file
        file = execute(
            "INSERT INTO files (path, beside, size, modified, changed, content, facts, format, volume, title, trouble, "
            "documents, left_out, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, datetime('now'))",
            (row.path, self._beside(row.path), *row[1:]),
        ).lastrowid
        divisions: list[int | None] = []
        for division in read.divisions:
            parent = None if division.parent is None else divisions[division.parent]
            divisions.append(
                execute(
                    "INSERT INTO divisions (file, parent, name, sort, heading) VALUES (?, ?, ?, ?, ?)",
                    (file, parent, division.name, division.sort, division.heading),
                ).lastrowid
            )
        kept = [number for document in read.documents if (number := self._put_document(file, divisions, document))]
        if kept:
            span = (min(kept), max(kept))  # no other writer: the file's documents are all between them
            for index, view, columns in (
                ("words", "columns", schema.FIELDS),
                ("quick", "openings", schema.OPENINGS),
            ):
                listed = ", ".join(columns)
                execute(
                    f"INSERT INTO {index} (rowid, {listed}) SELECT id, {listed} FROM {view} WHERE id BETWEEN ? AND ?",
                    span,
                )
        counted = Kept(len(kept), len(read.documents) - len(kept))
        execute("UPDATE files SET documents = ?, left_out = ? WHERE id = ?", (*counted, file))
        return counted

    def _put_document(self, file: int | None, divisions: list[int | None], row: DocumentRow) -> int | None:
        """Write one document; None where its address is another file's."""
        division = None if row.division is None else divisions[row.division]
        texts = (json.dumps(row.layout, ensure_ascii=False), row.source, row.notes, row.persons, row.body)
        references = [(*one[:9], int(one.inferred), one.why, *(one.telegram or _NO_TELEGRAM)) for one in row.references]
        message = row.message or _NO_MESSAGE
        facts = [getattr(row, column) for column in sums.DOCUMENT]
        made = self._database.execute(
            _INTO_DOCUMENTS, (file, division, *facts, sums.sum_of((*facts, *texts, *message), references))
        )
        if not made.rowcount or made.lastrowid is None:
            return None
        number = made.lastrowid
        self._database.execute("INSERT OR IGNORE INTO kinds VALUES (?)", (row.kind,))
        self._database.execute(_INTO_TEXTS, (number, *texts))
        if row.message is not None:
            self._database.execute(_INTO_MESSAGES, (number, *message))
        for reference in references:
            self._put_reference(number, reference)
        return number

    def _put_reference(self, document: int, row: sums.Row) -> None:
        count = len(sums.REFERENCE)
        made = self._database.execute(_INTO_REFERENCES, (document, *row[:count]))
        if row[count] is not None:
            self._database.execute(_INTO_TELEGRAMS, (made.lastrowid, *row[count:]))


def _into(table: str, *columns: str) -> str:
    return f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


_NO_TELEGRAM = (None,) * len(sums.TELEGRAM)
_NO_MESSAGE = (None,) * len(sums.MESSAGE)
_INTO_DOCUMENTS = _into("documents", "file", "division", *sums.DOCUMENT, "sum")
_INTO_TEXTS = _into("texts", "id", *sums.TEXTS)
_INTO_MESSAGES = _into("messages", "document", *sums.MESSAGE)
_INTO_REFERENCES = _into("refs", "document", *sums.REFERENCE)
_INTO_TELEGRAMS = _into("telegrams", "ref", *sums.TELEGRAM)
