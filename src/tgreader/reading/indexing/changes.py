"""What has changed since the index was made: which files are to be read, which only lie elsewhere, which are gone.

Size and times are looked at first, the content only of what they say has changed. A file that is known by its content
and lies no more where it was has been moved; one that is known by another name (a link, a folder reached in two ways)
is as it was. Where a whole folder is away, so is the disk it is on, most likely: its
files stay in the index until somebody says otherwise.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from tgreader.errors import TgReaderError, UnreadableError
from tgreader.library.index.known_files import KnownFile
from tgreader.library.index.rows import FileRow
from tgreader.model.tuples import NamedTuple
from tgreader.reading.shelf.files import Files, Found, content_of
from tgreader.reading.shelf.sources import Corrections, corrected_content

_CORRECTED = "markers="
_UNCORRECTED = (".xml",)
"""Files whose encoding says where their markers are."""


class Move(NamedTuple):
    """A file that lies elsewhere now."""

    old: str
    new: str
    modified: int
    changed: int


class Touch(NamedTuple):
    """A file that has other times and the same content."""

    path: str
    modified: int
    changed: int


class Changes:
    """Compares files with the index.

    Args:
        given: absolute paths of files and folders.
        known: the files of the index, by their paths.
        corrections: what readers said of markers: a file of which more was said since is read again.

    Attributes:
        todo: files to be read.
        moved, touched: files that need not be read.
        gone: paths of files that are no more.
        unchanged: how many are as they were.
        problems: what could not be looked at.
    """

    def __init__(
        self, given: Sequence[str], known: Mapping[str, KnownFile], corrections: Corrections | None = None
    ) -> None:
        self.todo: list[FileRow] = []
        self.moved: list[Move] = []
        self.touched: list[Touch] = []
        self.unchanged = 0
        self._known = known
        self._corrections = corrections or {}
        finding = Files()
        found = {path: list(finding.find(path)) for path in given}
        here = {one.path: one for files in found.values() for one in files}
        self.problems: list[TgReaderError] = finding.problems
        missing = [path for path in known if path not in here and not _exists(path)]
        self._lost = {(known[path].size, known[path].content): path for path in missing}
        self._lost_sizes = {known[path].size for path in missing}
        self._here = set(map(_inode, known)) - {None}
        for one in here.values():
            self._look(one)
        moved = {move.old for move in self.moved}
        away = [path for path in given if not found[path] and any(_is_below(file, path) for file in missing)]
        self.gone = [
            path
            for path in missing
            if path not in moved
            and _is_in(path, given)
            and not (known[path].documents and any(_is_below(path, folder) for folder in away))
        ]
        self._explain(away, [path for path in missing if path not in moved and path not in self.gone])
        if self.gone:
            self._read_doubles(set(here))

    def _look(self, one: Found) -> None:
        try:
            one.path.encode()
            self._compare(one, self._known.get(one.path))
        except UnicodeEncodeError:
            self.problems.append(UnreadableError("its name is no text, so it is not indexed", one.path, "rename it"))
        except OSError as error:
            self.problems.append(UnreadableError((error.strerror or str(error)).lower(), one.path))

    def _compare(self, one: Found, known: KnownFile | None) -> None:
        state = Path(one.path).stat()
        told = [f"{name}={value}" for name, value in one.facts._asdict().items() if value]
        facts = "\t".join(told + corrected_facts(one.path, self._corrections))
        file = FileRow(one.path, state.st_size, state.st_mtime_ns, state.st_ctime_ns, "", facts)
        if known and (*known[2:5], known.facts) == (*file[1:4], facts):  # size and times
            self.unchanged += 1
            return
        if not known and (inode := _inode(one.path)):
            if inode in self._here:
                self.unchanged += 1
                return
            self._here.add(inode)
        if known or file.size in self._lost_sizes:
            file = file._replace(content=content_of(one.path))
        if known and known.content == file.content != "" and known.facts == facts:
            self.touched.append(Touch(file.path, file.modified, file.changed))
            self.unchanged += 1
        elif not known and (old := self._lost.get((file.size, file.content))) and self._stays(old, facts):
            del self._lost[file.size, file.content]
            self.moved.append(Move(old, file.path, file.modified, file.changed))
        else:
            self.todo.append(file)

    def _stays(self, old: str, facts: str) -> bool:
        """Whether all of a file's addresses are its volume's, so that they stay when it lies elsewhere."""
        known = self._known[old]
        return bool(known.volume) and known.facts == facts and not known.trouble

    def _explain(self, away: Sequence[str], missing: Sequence[str]) -> None:
        """Say of a folder that is away what becomes of its files, instead of that nothing is there."""
        said = [problem for problem in self.problems if problem.where not in away]
        for folder in away:
            if count := sum(_is_below(path, folder) for path in missing):
                what = "1 file of it stays" if count == 1 else f"{count:,} files of it stay"
                remedy = "tgreader index --remove forgets them"
                said.append(UnreadableError(f"is not there; {what} in the index", folder, remedy))
        self.problems = said

    def _read_doubles(self, here: set[str]) -> None:
        """Read again what had documents of the same addresses as a file that is gone: now they may be its own."""
        waiting = {file.path for file in self.todo}
        for known in self._known.values():
            if known.left_out and known.path in here and known.path not in waiting:
                self.todo.append(FileRow(*known[1:7]))


def corrected_facts(path: str, corrections: Corrections) -> list[str]:
    """What readers said of a file's markers, as one of its facts; no fact where they said nothing."""
    if not corrections or path.endswith(_UNCORRECTED):
        return []
    try:
        kept = corrections.get(corrected_content(path))
    except TgReaderError:  # whoever reads the file says what is wrong with it
        return []
    if not kept:
        return []
    return [_CORRECTED + ",".join(f"{note}@{'' if at is None else at}" for note, at in sorted(kept.items()))]


def corrections_in(file: FileRow) -> Corrections:
    """What readers said of a file's markers, as its facts have it.

    Raises:
        UnreadableError: the file cannot be read.
    """
    fact = next((fact for fact in file.facts.split("\t") if fact.startswith(_CORRECTED)), "")
    pairs = [pair.partition("@") for pair in fact.removeprefix(_CORRECTED).split(",") if pair]
    kept = {int(note): int(at) if at else None for note, _, at in pairs}
    return {corrected_content(file.path): kept} if kept else {}


def _is_below(path: str, folder: str) -> bool:
    return path.startswith(folder.rstrip(os.sep) + os.sep)


def _is_in(path: str, given: Sequence[str]) -> bool:
    return any(path == one or _is_below(path, one) for one in given)


def _inode(path: str) -> tuple[int, int] | None:
    """What a file is to the disk, whatever its name; None where that is not known."""
    try:
        state = os.stat(path)  # noqa: PTH116 - any name
    except (OSError, ValueError):
        return None
    return (state.st_dev, state.st_ino) if state.st_ino else None


def _exists(path: str) -> bool:
    return os.path.exists(path)  # noqa: PTH110 - unlike pathlib's, false for a name that is too long
