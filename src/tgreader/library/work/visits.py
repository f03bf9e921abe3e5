"""Where a reader was: the documents visited, with the place left in each; and the way back and forward."""

from __future__ import annotations

from collections.abc import Sequence

from tgreader.library.work.file import HASTY, WorkFile
from tgreader.model.tuples import NamedTuple

_SESSIONS = 50
"""The ways of so many sessions are kept."""


class Visit(NamedTuple):
    """A document visited.

    Attributes:
        document: its address as it is written; of a loose file, with the whole path.
        place: the address of the place left last.
        heading: what the document is called.
        page: the printed page there, or "".
        file: where the document lies, or "".
        came, went: when it was opened and when it was last looked at, as ISO 8601 in UTC.
    """

    document: str
    place: str
    heading: str
    page: str
    file: str
    came: str
    went: str


class Step(NamedTuple):
    """A step of the way: the address of a place, and the file that its document lies in, or ""."""

    place: str
    file: str


class Trail(NamedTuple):
    """A way back and forward: its steps from first to last, and which of them is the present one."""

    steps: tuple[Step, ...]
    here: int


class Visits:
    """The visits kept in a file."""

    def __init__(self, file: WorkFile) -> None:
        self._file = file

    def begin(self, visit: Visit) -> int:
        """Keep a visit that begins; returns the number by which it is known.

        Raises:
            LibraryError: the library cannot be written.
        """
        with self._file.changing(HASTY) as database:
            number = database.execute(
                "INSERT INTO visits (document, place, heading, page, file, came, went) VALUES (?, ?, ?, ?, ?, ?, ?)",
                visit,
            ).lastrowid
        return number or 0

    def go_on(self, number: int, visit: Visit) -> None:
        """Keep where a visit has got to.

        Raises:
            LibraryError: the library cannot be written.
        """
        with self._file.changing(HASTY) as database:
            database.execute(
                "UPDATE visits SET place = ?, page = ?, went = ? WHERE id = ?",
                (visit.place, visit.page, visit.went, number),
            )

    def add(self, visits: Sequence[Visit]) -> int:
        """Keep visits from elsewhere, in one transaction; those that are kept already are left alone.

        Returns:
            How many were new.

        Raises:
            LibraryError: the library cannot be written.
        """
        with self._file.changing() as database:
            before = database.total_changes
            database.executemany(
                "INSERT INTO visits (document, place, heading, page, file, came, went)"
                " SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7"
                " WHERE NOT EXISTS (SELECT 1 FROM visits WHERE document = ?1 AND came = ?6)",
                visits,
            )
            return database.total_changes - before

    def latest(self, most: int) -> list[Visit]:
        """The last visits, the newest first.

        Raises:
            LibraryError: the library cannot be read.
        """
        rows = self._file.rows(
            "SELECT document, place, heading, page, file, came, went FROM visits ORDER BY went DESC, id DESC LIMIT ?",
            most,
        )
        return [Visit(*row) for row in rows]


class Trails:
    """The ways back and forward, one for each session, so that two readers at once do not tread on each other's."""

    def __init__(self, file: WorkFile) -> None:
        self._file = file

    def keep(self, session: str, trail: Trail, at: str) -> None:
        """Keep the way of a session.

        Args:
            session: what the session is known by.
            trail: its way.
            at: now, as ISO 8601 in UTC.

        Raises:
            LibraryError: the library cannot be written.
        """
        import json  # not before a step is taken: the first screen waits for what is imported

        with self._file.changing(HASTY) as database:
            database.execute(
                "INSERT OR REPLACE INTO trails VALUES (?, ?, ?, ?)", (session, json.dumps(trail.steps), trail.here, at)
            )
            database.execute(
                "DELETE FROM trails WHERE session NOT IN (SELECT session FROM trails ORDER BY at DESC LIMIT ?)",
                (_SESSIONS,),
            )

    def latest(self) -> list[Trail]:
        """The ways of the last sessions, the newest first.

        Raises:
            LibraryError: the library cannot be read.
        """
        rows = self._file.rows("SELECT steps, here FROM trails ORDER BY at DESC")
        return [trail for steps, here in rows if (trail := _trail(steps, here)) is not None]


def _trail(steps: str, here: int) -> Trail | None:
    """A way as it was kept; None where what is kept is none."""
    import json

    try:
        found = tuple(Step(str(place), str(file)) for place, file in json.loads(steps))
    except (ValueError, TypeError):
        return None
    return Trail(found, here) if 0 <= here < len(found) else None
