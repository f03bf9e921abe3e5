"""The files of a shelf, opened when something is asked of them; the last few are kept open."""

from __future__ import annotations

import sys
from collections import OrderedDict
from collections.abc import Sequence
from functools import cached_property

from tgreader.errors import TgReaderError
from tgreader.readers.base import Correctable, Inventoried, Source
from tgreader.readers.registry import open_file, read_bytes
from tgreader.reading.shelf.files import STANDARD_INPUT, Found

Corrections = dict[str, dict[int, int | None]]
"""By the digest of a file: for the number of a note, the offset where its marker starts; None where it has none."""

_KEPT = 4


def corrected_content(path: str) -> str:
    """The digest of a file, by which corrections are kept.

    Raises:
        UnreadableError: it cannot be read.
    """
    return _digest(read_bytes(path))


def _digest(data: bytes) -> str:
    from hashlib import sha256  # only who corrects, or has corrected, pays for it

    return sha256(data).hexdigest()


class Sources:
    """What opens files by their numbers. One thread at a time may use it: whoever holds the shelf's lock.

    Args:
        files: the files, which may become more.
        corrections: what a reader said of markers; more is added here.
    """

    def __init__(self, files: Sequence[Found], corrections: Corrections) -> None:
        self._files = files
        self._corrections = corrections
        self._open: OrderedDict[int, Source] = OrderedDict()

    def source(self, number: int) -> Source:
        """A file, opened.

        Raises:
            UnreadableError: it cannot be read.
        """
        if (source := self._open.get(number)) is not None:
            self._open.move_to_end(number)
            return source
        found = self._files[number]
        data = self._standard_input if found.path == STANDARD_INPUT else None
        source = open_file(found.path, data, found.facts)
        if self._corrections and isinstance(source, Correctable):
            kept = self._corrections.get(self._content(number))
            source = source.corrected(kept) if kept else source
        self._open[number] = source
        if len(self._open) > _KEPT:
            self._open.popitem(last=False)
        return source

    def correct(self, number: int, note: int, at: int | None) -> str:
        """Put the marker of a note of a file where a reader says it belongs; the file is then opened anew.

        Returns:
            The digest of the file, by which the correction is kept.

        Raises:
            UnreadableError: the file cannot be read any more.
        """
        content = self._content(number)
        self._corrections.setdefault(content, {})[note] = at
        self._open.pop(number, None)
        return content

    def inventory(self, number: int) -> frozenset[str] | None:
        """The places that a file has; None where it does not tell, or is gone."""
        try:
            source = self.source(number)
        except TgReaderError:  # gone since it was opened; following says so
            return None
        return source.inventory() if isinstance(source, Inventoried) else None

    def _content(self, number: int) -> str:
        path = self._files[number].path
        return _digest(self._standard_input) if path == STANDARD_INPUT else corrected_content(path)

    @cached_property
    def _standard_input(self) -> bytes:
        """All of it, kept: it can be read but once."""
        return sys.stdin.buffer.read()
