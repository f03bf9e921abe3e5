"""Indexing: from files and folders to the index, on all cores, as far as anything changed.

What is in the index already and has the same size and time is left alone; what has another time and the same content
is only noted. Each volume is written in one transaction, so that indexing can be broken off at any moment, by a key, a
full disk or a power cut, and the next run goes on where that one stopped.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from time import monotonic

from tgreader.errors import TgReaderError, UnreadableError
from tgreader.library.index.rows import FileRow, ReadFile
from tgreader.library.index.writing import Kept, Writer
from tgreader.model.tuples import NamedTuple
from tgreader.reading.indexing.changes import Changes
from tgreader.reading.indexing.worker import read_batch
from tgreader.reading.indexing.workers import Workers
from tgreader.reading.remembering.corrected import KeptCorrections, corrections_kept

_BATCH_BYTES = 2 * 2**20
_LITTLE = 256 * 2**10
"""Bytes that are read sooner than another process is started."""
_BATCH_FILES = 64
"""Small files are read and written together: a transaction for each would take longer than they do."""


class Progress(NamedTuple):
    """How far indexing has come.

    Attributes:
        path: the file that was done last; "" while it is being seen what changed.
        files, of_files: files done, and to be done.
        size, of_size: bytes of them.
        documents: documents written.
        seconds: since the first file was begun.
    """

    path: str = ""
    files: int = 0
    of_files: int = 0
    size: int = 0
    of_size: int = 0
    documents: int = 0
    seconds: float = 0.0

    @property
    def rate(self) -> float:
        """Bytes a second; 0 while that is not known."""
        return self.size / self.seconds if self.seconds > 0 else 0.0

    @property
    def left(self) -> float | None:
        """Seconds that are likely left; None while that is not known."""
        return (self.of_size - self.size) / self.rate if self.rate else None


class Report(NamedTuple):
    """What indexing did.

    Attributes:
        read: files read.
        unchanged: files that were in the index as they are.
        moved: files that lie elsewhere now.
        gone: paths of files that are no more, taken out of the index.
        documents: documents written.
        problems: what could not be read, one error each.
        finished: False where it was cancelled; what was done is kept.
    """

    read: int = 0
    unchanged: int = 0
    moved: int = 0
    gone: tuple[str, ...] = ()
    documents: int = 0
    problems: tuple[TgReaderError, ...] = ()
    finished: bool = True


def never() -> bool:
    """Do not cancel."""
    return False


def index(
    paths: Iterable[str],
    library: Path,
    progress: Callable[[Progress], None] = lambda _: None,
    cancelled: Callable[[], bool] = never,
    *,
    rebuild: bool = False,
) -> Report:
    """Bring the index of a library up to date with files and folders.

    Args:
        paths: files and folders, folders with all that is below them. None at all means all that were given before.
        library: the library's folder.
        progress: called in this thread whenever there is something to show.
        cancelled: asked several times a second whether to stop; what is written by then is kept.
        rebuild: whether to throw the index away first and read everything anew.

    Raises:
        LibraryError: the index cannot be written; what was written before is kept.
    """
    with Writer(library, anew=rebuild) as writer:
        given = [os.path.abspath(path) for path in paths] or writer.roots()  # noqa: PTH100 - without `..`
        return _Run(writer, progress, cancelled, corrections_kept(str(library))).all_of(given)


class _Run:
    """One run of indexing."""

    def __init__(
        self,
        writer: Writer,
        progress: Callable[[Progress], None],
        cancelled: Callable[[], bool],
        corrected: KeptCorrections,
    ) -> None:
        self._writer = writer
        self._corrections = corrected.corrections
        self._say = progress
        self._cancelled = cancelled
        self._progress = Progress()
        self._began = 0.0
        self._problems: list[TgReaderError] = [corrected.trouble] if corrected.trouble else []
        self._done = Report()

    def all_of(self, given: Sequence[str]) -> Report:
        changes = Changes(given, self._writer.known(), self._corrections)
        self._problems += changes.problems
        for touch in changes.touched:
            self._writer.touched(*touch)
        for move in changes.moved:
            self._writer.moved(*move)
        self._writer.remove(changes.gone)
        self._keep_roots(given)
        finished = self._read(changes.todo)
        if finished and self._done.read:
            self._writer.tidy(self._done.documents)
        return self._done._replace(
            unchanged=changes.unchanged,
            moved=len(changes.moved),
            gone=tuple(changes.gone),
            problems=tuple(self._problems),
            finished=finished,
        )

    def _keep_roots(self, given: Sequence[str]) -> None:
        """Remember what was given; what is not there and has nothing in the index is forgotten."""
        known = self._writer.known()
        for path in given:
            if os.path.exists(path):  # noqa: PTH110 - unlike pathlib's, false for a name that is too long
                self._writer.keep_root(path)
            elif not any(file == path or file.startswith(path.rstrip(os.sep) + os.sep) for file in known):
                self._writer.forget_roots([path])

    def _read(self, todo: list[FileRow]) -> bool:
        """Read and write; False where it was cancelled."""
        self._began = monotonic()
        self._progress = Progress(of_files=len(todo), of_size=sum(file.size for file in todo))
        self._say(self._progress)
        if not todo:
            return True
        batches = list(_batches(todo))
        if self._progress.of_size <= _LITTLE:
            for batch in batches:
                if self._cancelled():
                    return False
                read = read_batch(batch)
                self._told(read, self._writer.put(read))
        else:
            with Workers(batches) as workers:
                for read in workers.results(self._cancelled):
                    self._told(read, self._writer.put(read))
        return self._progress.files == len(todo)

    def _told(self, read: Sequence[ReadFile], kept: Sequence[Kept]) -> None:
        for one, has in zip(read, kept, strict=True):
            if one.file.trouble:
                self._problems.append(_trouble(one.file))
            elif has.left_out:
                self._problems.append(_double(one.file.path, has.left_out))
        documents = sum(has.documents for has in kept)
        self._done = self._done._replace(read=self._done.read + len(read), documents=self._done.documents + documents)
        self._progress = self._progress._replace(
            path=read[-1].file.path,
            files=self._progress.files + len(read),
            size=self._progress.size + sum(one.file.size for one in read),
            documents=self._done.documents,
            seconds=monotonic() - self._began,
        )
        self._say(self._progress)


def _trouble(file: FileRow) -> TgReaderError:
    """A file's trouble as an error: its line begins with the path, as every error's does."""
    return UnreadableError(file.trouble.removeprefix(f"{file.path}: "), file.path)


def _double(path: str, count: int) -> TgReaderError:
    what = "a document of it is" if count == 1 else f"{count} documents of it are"
    return UnreadableError(f"{what} indexed already from another file", path, "the other file's are shown")


def _batches(todo: Sequence[FileRow]) -> Iterator[tuple[FileRow, ...]]:
    batch: list[FileRow] = []
    size = 0
    for file in todo:
        if batch and (size + file.size > _BATCH_BYTES or len(batch) == _BATCH_FILES):
            yield tuple(batch)
            batch, size = [], 0
        batch.append(file)
        size += file.size
    if batch:
        yield tuple(batch)
