"""Marks and annotations: a place in a document, known by its address and the words there, and the reader's own words.

Nothing of them is ever lost by itself: what is deleted is put away and can be had back, and what is being typed is kept
as a draft until it is kept for good.
"""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Connection
from typing import Literal

from tgreader.library.work.file import HASTY, WorkFile
from tgreader.model.tuples import NamedTuple

Kind = Literal["mark", "annotation"]
Scope = Literal["document", "paragraph", "note", "selection"]


class Annotation(NamedTuple):
    """A mark, or an annotation.

    Attributes:
        id: by which it is known in every library it is brought to.
        kind: a mark has no words.
        address: the place, as it is written; of a loose file, with the whole path.
        scope: how much of the document it is on: all of it, a paragraph, a footnote, the words selected.
        prefix, exact, suffix: the words before the place, those it is on, and those after it, as the W3C's Web
            Annotation Data Model (section 4.2.4) has them; paragraphs are parted by line ends.
        words: the reader's own.
        tags: words without white space, parted by single spaces.
        heading: what the document is called, for lists.
        page, last_page: the printed pages of the place, or "".
        content: the digest of a loose file, by which it is known where it lies elsewhere; else "".
        file: where its document lay, or "".
        made, changed: when, as ISO 8601 in UTC.
    """

    id: str
    kind: Kind
    address: str
    scope: Scope
    prefix: str
    exact: str
    suffix: str
    words: str
    tags: str
    heading: str
    page: str
    last_page: str
    content: str
    file: str
    made: str
    changed: str


class Draft(NamedTuple):
    """An annotation that is being written, as it is now; `writer` is the program that writes it (`host:process`)."""

    annotation: Annotation
    writer: str


_COLUMNS = ", ".join(Annotation._fields)
_VALUES = ", ".join("?" for _ in range(len(Annotation._fields) + 2))
_KEEP = f"INSERT OR REPLACE INTO annotations ({_COLUMNS}, document, deleted) VALUES ({_VALUES})"


class Annotations:
    """The marks and annotations kept in a file."""

    def __init__(self, file: WorkFile) -> None:
        self._file = file

    def on(self, document: str, content: str = "") -> list[Annotation]:
        """Those on a document, in the order in which they were made.

        Args:
            document: its key.
            content: the digest of a loose file; those on another file of the same content are on this one too.

        Raises:
            LibraryError: the library cannot be read.
        """
        same = "document = ? OR content = ? AND content <> ''"
        return self._found(f"deleted = '' AND ({same}) ORDER BY made, id", document, content)

    def all(self, *, deleted: bool = False) -> list[Annotation]:
        """Those on all documents, or those that were deleted, in the order in which they were changed last.

        Raises:
            LibraryError: the library cannot be read.
        """
        return self._found("deleted <> '' ORDER BY deleted, id" if deleted else "deleted = '' ORDER BY changed, id")

    def keep(self, annotation: Annotation, since: str, other_id: str) -> Annotation:
        """Keep one, instead of the one of its id; its draft is done with. It is on the disk when this returns.

        Args:
            annotation: what to keep.
            since: when the one of its id was changed, as far as the reader knows. Where it was changed by another
                since, that one stays, and this is kept beside it.
            other_id: its id in that case.

        Returns:
            What was kept.

        Raises:
            LibraryError: the library cannot be written.
        """
        with self._file.changing(durable=True) as database:
            database.execute("DELETE FROM drafts WHERE id = ?", (annotation.id,))
            stands = _one(database, "id = ?", annotation.id)
            if stands is not None and stands.changed != since:
                annotation = annotation._replace(id=other_id, made=annotation.changed)
            _keep(database, annotation)
        return annotation

    def delete(self, ids: Iterable[str], at: str) -> None:
        """Put some away; they can be had back.

        Args:
            ids: which.
            at: now, as ISO 8601 in UTC.

        Raises:
            LibraryError: the library cannot be written.
        """
        self._set_deleted(ids, at)

    def restore(self, ids: Iterable[str]) -> None:
        """Have some back that were put away.

        Raises:
            LibraryError: the library cannot be written.
        """
        self._set_deleted(ids, "")

    def keep_draft(self, draft: Draft, wait: float = HASTY) -> None:
        """Keep what is being typed.

        Raises:
            LibraryError: the library cannot be written.
        """
        with self._file.changing(wait) as database:
            database.execute(
                f"INSERT OR REPLACE INTO drafts ({_COLUMNS}, document, writer) VALUES ({_VALUES})",
                (*draft.annotation, document_of(draft.annotation), draft.writer),
            )

    def drop_draft(self, id: str) -> None:  # noqa: A002 - what it is called
        """A draft is done with.

        Raises:
            LibraryError: the library cannot be written.
        """
        with self._file.changing() as database:
            database.execute("DELETE FROM drafts WHERE id = ?", (id,))

    def drafts(self) -> list[Draft]:
        """What was being typed and was not kept for good, the last one last.

        Raises:
            LibraryError: the library cannot be read.
        """
        rows = self._file.rows(f"SELECT {_COLUMNS}, writer FROM drafts ORDER BY changed, id")
        return [Draft(Annotation(*row[:-1]), row[-1]) for row in rows]

    def merge(self, annotations: Iterable[Annotation], at: str, new_id: str) -> tuple[int, int]:
        """Bring in annotations from elsewhere, in one transaction; of two of one id, the one changed last counts.

        Where both were changed at the same time, what is brought in was edited by hand since, and counts.
        The other one of the two is put away as one of its own, so that it can be had back. One that says the same at
        the same place under another id is not taken a second time. One that was deleted here is back.

        Args:
            annotations: those to bring in.
            at: now, as ISO 8601 in UTC.
            new_id: what the ids of those put away begin with.

        Returns:
            How many were new, and how many replaced an older one.

        Raises:
            LibraryError: the library cannot be written.
        """
        added = replaced = 0
        with self._file.changing(durable=True) as database:
            for number, one in enumerate(annotations):
                ours = _one(database, "id = ?", one.id)
                if ours is None:
                    added += _add(database, one)
                    continue
                if (ours.words, ours.tags) != (one.words, one.tags) and ours.changed <= one.changed:
                    _keep(database, ours._replace(id=f"{new_id}-{number}"), deleted=at)
                    _keep(database, one)
                    replaced += 1
                back = database.execute("UPDATE annotations SET deleted = '' WHERE id = ? AND deleted <> ''", (one.id,))
                added += back.rowcount
        return added, replaced

    def move(self, annotations: Iterable[Annotation]) -> None:
        """Keep where some are now: nothing else of them is changed.

        Raises:
            LibraryError: the library cannot be written.
        """
        with self._file.changing(HASTY) as database:
            database.executemany(
                "UPDATE annotations SET address = ?, document = ?, file = ?, heading = ? WHERE id = ?",
                [(one.address, document_of(one), one.file, one.heading, one.id) for one in annotations],
            )

    def _set_deleted(self, ids: Iterable[str], at: str) -> None:
        with self._file.changing(durable=True) as database:
            database.executemany("UPDATE annotations SET deleted = ? WHERE id = ?", [(at, one) for one in ids])

    def _found(self, where: str, *values: object) -> list[Annotation]:
        query = f"SELECT {_COLUMNS} FROM annotations WHERE {where}"
        return [Annotation(*row) for row in self._file.rows(query, *values)]


def document_of(annotation: Annotation) -> str:
    """The key of the document it is on: its address without the place in it."""
    from tgreader.model.address import parse_address

    return str(parse_address(annotation.address).whole)


def _one(database: Connection, where: str, *values: str) -> Annotation | None:
    query = f"SELECT {_COLUMNS} FROM annotations WHERE {where}"
    row = database.execute(query, values).fetchone()
    return Annotation(*row) if row else None


def _keep(database: Connection, one: Annotation, deleted: str = "") -> None:
    database.execute(_KEEP, (*one, document_of(one), deleted))


def _add(database: Connection, one: Annotation) -> bool:
    """Keep one that is not known here, unless another says the same at the same place."""
    same = "kind = ? AND address = ? AND exact = ? AND words = ? AND tags = ? AND deleted = ''"
    if _one(database, same, one.kind, one.address, one.exact, one.words, one.tags) is not None:
        return False
    _keep(database, one)
    return True
