"""Indexing: from files and folders to the index, on all cores, as far as anything changed.

What is in the index already and has the same size and time is left alone; what has another time and the same content
is only noted. Each volume is written in one transaction, so that indexing can be broken off at any moment, by a key, a
full disk or a power cut, and the next run goes on where that one stopped.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from tgreader.errors import TgReaderError, UnreadableError
from tgreader.library.rows import FileRow, ReadFile
from tgreader.library.writing import Kept, KnownFile, Writer
from tgreader.readers.registry import LARGEST_FILE
from tgreader.reading.files import Files, Found
from tgreader.reading.index_worker import read_batch
from tgreader.reading.index_workers import Workers

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
        given = [str(Path(path).absolute()) for path in paths] or writer.roots()
        return _Run(writer, progress, cancelled).all_of(given)


class _Run:
    """One run of indexing."""

    def __init__(self, writer: Writer, progress: Callable[[Progress], None], cancelled: Callable[[], bool]) -> None:
        self._writer = writer
        self._say = progress
        self._cancelled = cancelled
        self._known = writer.known()
        self._progress = Progress()
        self._began = 0.0
        self._problems: list[TgReaderError] = []
        self._done = Report()

    def all_of(self, given: Sequence[str]) -> Report:
        finding = Files()
        found = {one.path: one for path in given for one in finding.find(path)}
        self._problems += finding.problems
        for path in given:
            if os.path.exists(path):  # noqa: PTH110 - unlike pathlib's, false for a name that is too long
                self._writer.keep_root(path)
        gone = [path for path in self._known if path not in found and _is_in(path, given) and not _exists(path)]
        todo = self._changed(found.values(), gone)
        self._writer.remove(gone)
        if gone and (again := [f for f in self._known.values() if f.left_out and f.path not in gone]):
            waiting = {file.path for file in todo}  # what another file had may be theirs now
            todo += [self._as_found(f) for f in again if f.path not in waiting and _exists(f.path)]
        finished = self._read(todo)
        if finished and self._done.read:
            self._writer.tidy(self._done.documents)
        return self._done._replace(gone=tuple(gone), problems=tuple(self._problems), finished=finished)

    def _changed(self, found: Iterable[Found], gone: list[str]) -> list[FileRow]:
        """The files to be read: new ones, and those whose content is another than it was."""
        todo: list[FileRow] = []
        lost = {self._known[path].content: path for path in gone}
        for one in found:
            try:
                file = self._seen(one, self._known.get(one.path))
            except OSError as error:
                self._problems.append(UnreadableError((error.strerror or str(error)).lower(), one.path))
                continue
            if file is None:
                self._done = self._done._replace(unchanged=self._done.unchanged + 1)
            elif one.path not in self._known and (old := lost.get(file.content)) and self._may_move(old, file):
                del lost[file.content]
                gone.remove(old)
                self._writer.moved(old, file.path, file.modified)
                self._done = self._done._replace(moved=self._done.moved + 1)
            else:
                todo.append(file)
        return todo

    def _seen(self, one: Found, known: KnownFile | None) -> FileRow | None:
        """The file to be read, or None where the index has it as it is."""
        state = Path(one.path).stat()
        facts = "\t".join(f"{name}={value}" for name, value in one.facts._asdict().items() if value)
        if known and (known.size, known.modified, known.facts) == (state.st_size, state.st_mtime_ns, facts):
            return None
        content = content_of(one.path)
        if known and known.content == content != "" and known.facts == facts:
            self._writer.touched(one.path, state.st_size, state.st_mtime_ns)
            return None
        return FileRow(one.path, state.st_size, state.st_mtime_ns, content, facts)

    def _may_move(self, old: str, file: FileRow) -> bool:
        """Whether all of a file's addresses are its volume's, so that they stay when it lies elsewhere."""
        known = self._known[old]
        return bool(known.volume) and known.facts == file.facts and not known.trouble

    def _as_found(self, known: KnownFile) -> FileRow:
        return FileRow(known.path, known.size, known.modified, known.content, known.facts)

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


def _is_in(path: str, given: Iterable[str]) -> bool:
    return any(path == one or path.startswith(one.rstrip(os.sep) + os.sep) for one in given)


def _exists(path: str) -> bool:
    return os.path.exists(path)  # noqa: PTH110 - unlike pathlib's, false for a name that is too long


def content_of(path: str) -> str:
    """The digest of a file's bytes, by which the index knows its content; "" for one that is too large to be read.

    Raises:
        OSError: it cannot be read.
    """
    if Path(path).stat().st_size > LARGEST_FILE:
        return ""
    with open(path, "rb") as file:  # noqa: PTH123 - as above
        return blake2b(file.read(), digest_size=20).hexdigest()
