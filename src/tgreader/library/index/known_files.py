"""The files that are in the index, as they were when they were read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple


class KnownFile(NamedTuple):
    """A file that is in the index, as it was when it was read; see `rows.FileRow`.

    Attributes:
        volume: the series' id, or "".
        documents: how many of its documents are in the index.
        left_out: how many are not, since another file has documents of the same addresses.
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


def known_files(rows: Callable[[str], list[tuple[Any, ...]]]) -> list[KnownFile]:
    """The files of an index, in the order of their paths; `rows` asks it in SQL."""
    asked = "SELECT id, path, size, modified, changed, content, facts, volume, trouble, documents, left_out FROM files"
    return [KnownFile(*row) for row in rows(f"{asked} ORDER BY path")]
