"""Looking after the index: what it holds, whether it is whole and as the files are, and what it is to forget."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tgreader.errors import LibraryError, TgReaderError, UnreadableError
from tgreader.library.index.known_files import KnownFile, known_files
from tgreader.library.index.reader import IndexReader
from tgreader.library.index.schema import FILE
from tgreader.library.index.writing import Writer
from tgreader.model.tuples import NamedTuple
from tgreader.reading.shelf.files import content_of


class Status(NamedTuple):
    """What an index holds.

    Attributes:
        file: the index.
        documents, volumes, files, notes, references: how many.
        size: of the index, in bytes.
        text: of the headings, bodies and notes that it holds, in bytes of UTF-8, as nearly as their code points tell.
        changed_at: when something was last written, `2026-01-31 12:00:00` UTC; "" where nothing was.
        roots: the files and folders that were given.
        changed, gone: paths of files that are others than when they were read, or are no more.
        troubles: one line for each file that could not be read.
    """

    file: Path
    documents: int
    volumes: int
    files: int
    notes: int
    references: int
    size: int
    text: int
    changed_at: str
    roots: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    troubles: tuple[str, ...]


def status(folder: Path) -> Status:
    """What the index of a library holds, and which files have changed since. Reads no file.

    Raises:
        LibraryError: nothing is indexed, or it cannot be read.
    """
    index = IndexReader(folder)
    try:
        known = known_files(index.rows)
        ((documents, volumes, notes),) = index.rows(
            "SELECT count(*), count(DISTINCT nullif(volume, '')), coalesce(sum(note_count), 0) FROM documents"
        )
        ((references,),) = index.rows("SELECT count(*) FROM refs")
        ((text,),) = index.rows(
            "SELECT coalesce((SELECT sum(length(body) + length(notes) + length(source)) FROM texts) "
            "+ (SELECT sum(length(coalesce(printed, heading))) FROM documents), 0)"
        )
        ((changed_at,),) = index.rows("SELECT coalesce(max(at), '') FROM files")
        roots = tuple(path for (path,) in index.rows("SELECT path FROM roots ORDER BY path"))
    finally:
        index.close()
    known = [file._replace(path=file.lying(folder)) for file in known]
    gone = tuple(file.path for file in known if not os.path.lexists(file.path))
    return Status(
        folder / FILE,
        documents,
        volumes,
        len(known),
        notes,
        references,
        (folder / FILE).stat().st_size,
        text,
        changed_at,
        roots,
        tuple(file.path for file in known if file.path not in gone and _is_changed(file)),
        gone,
        tuple(file.trouble for file in known if file.trouble),
    )


def verify(folder: Path) -> list[TgReaderError]:
    """Check the index itself, then that it holds what the files hold: every file's content is looked at.

    Returns:
        One error for each thing that is wrong; none where all is well.

    Raises:
        LibraryError: it cannot be opened, or is being written.
    """
    if not (folder / FILE).exists():
        raise LibraryError("nothing is indexed yet", str(folder / FILE), "tgreader index FOLDER makes the index")
    if os.access(folder, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        faults, known = _looked_at(folder)
    else:  # SQLite checks an index of words only where it could write
        IndexReader(folder).close()
        with TemporaryDirectory() as elsewhere:
            shutil.copyfile(folder / FILE, Path(elsewhere) / FILE)
            faults, known = _looked_at(Path(elsewhere))
    problems: list[TgReaderError] = [
        LibraryError(fault, str(folder / FILE), "tgreader index --rebuild makes it anew") for fault in faults
    ]
    for file in [file._replace(path=file.lying(folder)) for file in known if not problems]:
        if not os.path.lexists(file.path):
            problems.append(TgReaderError("is in the index and no more on the disk", file.path, _AGAIN))
        else:
            problems += _compared(file)
    return problems


_AGAIN = "run tgreader index"


def _looked_at(folder: Path) -> tuple[list[str], list[KnownFile]]:
    """What is wrong with an index, and the files it knows; none where it is damaged."""
    with Writer(folder) as writer:
        faults = writer.faults()
        return faults, [] if faults else list(writer.known().values())


def _compared(file: KnownFile) -> list[TgReaderError]:
    try:
        same = content_of(file.path) == file.content
    except OSError as error:
        return [UnreadableError((error.strerror or str(error)).lower(), file.path)]
    return [] if same else [TgReaderError("has changed since it was indexed", file.path, _AGAIN)]


def remove(folder: Path, wanted: Sequence[str]) -> tuple[list[str], list[TgReaderError]]:
    """Take files, folders or volumes out of the index; the files themselves stay as they are.

    Args:
        folder: the library's.
        wanted: paths, or ids of volumes.

    Returns:
        The paths of the files that were taken out, and an error for each thing that is not in the index.

    Raises:
        LibraryError: the index cannot be written.
    """
    removed: list[str] = []
    problems: list[TgReaderError] = []
    with Writer(folder) as writer:
        known = writer.known().values()
        for one in wanted:
            path = os.path.abspath(one)  # noqa: PTH100 - it asks nothing of the disk
            found = [
                file.path
                for file in known
                if file.path == path or file.path.startswith(path.rstrip(os.sep) + os.sep) or file.volume == one
            ]
            removed += found
            if not found:
                problems.append(TgReaderError("is not in the index", one, "see tgreader index --status"))
            writer.forget_roots([path, *found])
        writer.remove(dict.fromkeys(removed))
    return list(dict.fromkeys(removed)), problems


def _is_changed(file: KnownFile) -> bool:
    try:
        state = Path(file.path).stat()
    except OSError:
        return True
    return (state.st_size, state.st_mtime_ns) != (file.size, file.modified)
