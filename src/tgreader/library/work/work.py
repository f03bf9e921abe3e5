"""What a reader's work leaves behind, kept in `work.sqlite3`, apart from anything that can be made again.

Every change is one transaction: killing the program loses at most what was not yet told to it. Several readers may use
one library at a time, and see what the others keep. Here are the last place in each document, markers put right, the
basket and how the screen was set; what is larger is a part of its own.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tgreader.library.work.file import HASTY, WorkFile
from tgreader.library.work.folder import FILE, library_folder
from tgreader.model.tuples import NamedTuple

if TYPE_CHECKING:
    from tgreader.library.work.annotations import Annotations
    from tgreader.library.work.search_log import SearchLog
    from tgreader.library.work.visits import Trails, Visits

__all__ = ["FILE", "CitedPlace", "KeptPlace", "Work", "library_folder"]


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


class Work:
    """The reader's work. Its larger parts are imported when they are asked for: the first screen asks for few.

    Args:
        folder: the library's folder; made when something is first kept.
    """

    def __init__(self, folder: Path) -> None:
        self._file = WorkFile(folder)

    @cached_property
    def annotations(self) -> Annotations:
        """Marks and annotations, with their drafts."""
        from tgreader.library.work.annotations import Annotations

        return Annotations(self._file)

    @cached_property
    def searches(self) -> SearchLog:
        """What was searched for."""
        from tgreader.library.work.search_log import SearchLog

        return SearchLog(self._file)

    @cached_property
    def visits(self) -> Visits:
        """The documents read, and when."""
        from tgreader.library.work.visits import Visits

        return Visits(self._file)

    @cached_property
    def trails(self) -> Trails:
        """The ways back and forward."""
        from tgreader.library.work.visits import Trails

        return Trails(self._file)

    def place(self, document: str, content: str = "") -> KeptPlace | None:
        """The place kept for a document, or None.

        Args:
            document: its key.
            content: the digest of a loose file, by which it is known where it lies elsewhere now.

        Raises:
            LibraryError: the library cannot be read.
        """
        rows = self._file.rows("SELECT place, words FROM places WHERE document = ?", document)
        if not rows and content:
            rows = self._file.rows("SELECT place, words FROM places WHERE content = ? ORDER BY at DESC", content)
        return KeptPlace(*rows[0]) if rows else None

    def keep_place(self, document: str, kept: KeptPlace, content: str = "") -> None:
        """Keep a place, instead of the one kept before.

        Raises:
            LibraryError: the library cannot be written.
        """
        with self._file.changing(HASTY) as database:
            database.execute(
                "INSERT OR REPLACE INTO places (document, place, words, content, at)"
                " VALUES (?, ?, ?, ?, datetime('now'))",
                (document, *kept, content),
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
        for content, note, at in self._file.rows("SELECT content, note, at FROM corrections"):
            found.setdefault(content, {})[note] = at
        return found

    def keep_correction(self, content: str, note: int, at: int | None) -> None:
        """Keep where a note's marker belongs, instead of what was kept before.

        Raises:
            LibraryError: the library cannot be written.
        """
        with self._file.changing() as database:
            database.execute("INSERT OR REPLACE INTO corrections VALUES (?, ?, ?)", (content, note, at))

    def basket(self) -> list[CitedPlace]:
        """The places cited, in the order in which they were cited last.

        Raises:
            LibraryError: the library cannot be read.
        """
        rows = self._file.rows("SELECT address, page, last_page, file FROM basket ORDER BY cited_at, address")
        return [CitedPlace(*row) for row in rows]

    def put_in_basket(self, cited: CitedPlace) -> None:
        """Keep a place as cited now; once, however often it is.

        Raises:
            LibraryError: the library cannot be written.
        """
        with self._file.changing() as database:
            database.execute("INSERT OR REPLACE INTO basket VALUES (?, ?, ?, ?, datetime('now'))", cited)

    def take_from_basket(self, cited: CitedPlace) -> None:
        """Keep a place no more.

        Raises:
            LibraryError: the library cannot be written.
        """
        with self._file.changing() as database:
            database.execute("DELETE FROM basket WHERE address = ? AND page = ? AND last_page = ?", cited[:3])

    def setting(self, name: str) -> str | None:
        """How something was set, or None.

        Raises:
            LibraryError: the library cannot be read.
        """
        rows = self._file.rows("SELECT value FROM settings WHERE name = ?", name)
        return rows[0][0] if rows else None

    def keep_setting(self, name: str, value: str) -> None:
        """Keep how something is set.

        Raises:
            LibraryError: the library cannot be written.
        """
        with self._file.changing() as database:
            database.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))

    def changed_by_others(self) -> int:
        """A number that is another one when another reader has changed something.

        Raises:
            LibraryError: the library cannot be read.
        """
        return self._file.changed_by_others()

    def close(self) -> None:
        """Close the file."""
        self._file.close()
