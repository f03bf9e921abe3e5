"""Files: what the paths given hold, found without reading any text, with what a `tgreader.toml` says of each."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from stat import S_ISREG

from tgreader.errors import TgReaderError, UnreadableError
from tgreader.model.tuples import NamedTuple
from tgreader.readers.base import Facts, suffix_of
from tgreader.readers.sidecar import NAME as SIDECAR
from tgreader.readers.sidecar import facts_in

STANDARD_INPUT = "-"
SUFFIXES = {".txt", ".text", ".xml", ""}
"""What a folder's files may end in to be looked at; a file that is named is always looked at."""


class Found(NamedTuple):
    """A file to be read, with what its folder's `tgreader.toml` says of it."""

    path: str
    facts: Facts


class Files:
    """Finds files.

    Attributes:
        problems: one error for each path that leads to none, and each `tgreader.toml` that cannot be used.
    """

    def __init__(self) -> None:
        self.problems: list[TgReaderError] = []
        self._sidecars: dict[str, dict[str, Facts]] = {}

    def find(self, path: str) -> Iterator[Found]:
        """The file of that path, or those of that folder and the folders in it, in natural order."""
        if path == STANDARD_INPUT:
            yield Found(path, Facts())
        elif os.path.isdir(path):  # false for a name that is too long
            files = list(_readable_files(path))
            if not files:
                self.problems.append(
                    UnreadableError("nothing in this folder can be read", path, "it has no .txt and no .xml file")
                )
            yield from map(self.one, files)
        elif os.path.exists(path):
            yield self.one(path)
        else:
            self.problems.append(UnreadableError("there is no such file or folder", path, "check the path"))

    def one(self, path: str) -> Found:
        """One file, with what the `tgreader.toml` beside it says of it."""
        folder, name = os.path.split(path)
        if folder not in self._sidecars:
            try:
                self._sidecars[folder] = facts_in(folder)
            except TgReaderError as error:
                self.problems.append(error)
                self._sidecars[folder] = {}
        return Found(path, self._sidecars[folder].get(name, Facts()))


def _readable_files(folder: str) -> Iterator[str]:
    """The folder's files that may be documents, below it too, in natural order, hidden ones left out."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted((name for name in folders if not name.startswith(".")), key=_natural)
        for name in sorted(names, key=_natural):
            if not name.startswith(".") and name != SIDECAR and suffix_of(name) in SUFFIXES:
                path = os.path.join(here, name)  # a path stays as the user gave it: "./x" is not "x"
                if not _waits(path):
                    yield path


def _waits(path: str) -> bool:
    """Whether opening it may wait for ever: a pipe or a device. One that the user names is read all the same."""
    try:
        return not S_ISREG(os.stat(path).st_mode)
    except OSError:
        return False  # it is said when it is opened


def _natural(name: str) -> list[tuple[bool, int, str]]:
    """A key that puts d2 before d10."""
    return [(part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in re.split(r"(\d+)", name)]


def content_of(path: str) -> str:
    """The digest of a file's bytes, by which the index knows its content; "" for one that is too large to be read.

    Raises:
        OSError: it cannot be read.
    """
    from hashlib import blake2b

    from tgreader.readers.registry import LARGEST_FILE

    if os.stat(path).st_size > LARGEST_FILE:
        return ""
    with open(path, "rb") as file:
        return blake2b(file.read(), digest_size=20).hexdigest()
