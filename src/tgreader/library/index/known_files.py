"""The files that are in the index, as they were when they were read."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tgreader.model.tuples import NamedTuple


class KnownFile(NamedTuple):
    """A file that is in the index, as it was when it was read; see `rows.FileRow`.

    Attributes:
        volume: the series' id, or "".
        documents: how many of its documents are in the index.
        left_out: how many are not, since another file has documents of the same addresses.
        beside: its path as seen from the library's folder; "" where there is none.
    """

    id: int
    path: str
    size: int
    modified: int
    changed: int
    content: str
    facts: str
    volume: str
    trouble: str
    documents: int
    left_out: int
    beside: str

    def lying(self, folder: Path) -> str:
        """Where it lies, as seen from the library's folder; see `lying`."""
        return str(lying(folder, self.path, self.beside))


def known_files(rows: Callable[[str], list[tuple[Any, ...]]]) -> list[KnownFile]:
    """The files of an index, in the order of their paths; `rows` asks it in SQL."""
    return [KnownFile(*row) for row in rows(f"SELECT {', '.join(KnownFile._fields)} FROM files ORDER BY path")]


def lying(folder: Path, known: str, relative: str) -> Path:
    """Where a file lies: where it did, or beside the library that was moved together with it.

    Args:
        folder: the library's.
        known: the file's path when it was indexed.
        relative: the same as seen from the library's folder then.
    """
    beside = folder / relative
    exists = os.path.exists  # unlike pathlib's, false for a name that is too long, and where one may not look
    return Path(os.path.normpath(beside)) if relative and not exists(known) and exists(beside) else Path(known)
