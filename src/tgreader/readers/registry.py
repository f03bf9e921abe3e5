"""Which format a file is: one line a format, tried in order, each imported only when its turn comes."""

from __future__ import annotations

import os
from importlib import import_module
from typing import cast

from tgreader.errors import RefusedError, UnreadableError
from tgreader.readers.base import Facts, Reader, Source

FORMATS = ("tgreader.readers.tei", "tgreader.readers.flattext")
"""Modules with a `READER`, most particular first: the last takes any text."""

LARGEST_FILE = 64 * 2**20
"""Bytes. The largest volume of the series is under 6 MB; more than this is no document."""

_HEAD = 4096


def open_file(path: str, data: bytes | None = None, facts: Facts | None = None) -> Source:
    """Open one file with the first reader that recognises it.

    Args:
        path: the file, as the user gave it.
        data: its bytes, where they do not come from the file system.
        facts: what is known of it from elsewhere.

    Raises:
        UnreadableError: it is missing, a folder, not permitted, too large, or nothing a reader knows.
    """
    data = read_bytes(path) if data is None else data
    name, head = os.path.basename(path), data[:_HEAD]
    for module in FORMATS:
        reader = cast("Reader", import_module(module).READER)
        if reader.recognises(name, head):
            return reader.open(data, path, facts or Facts())
    raise UnreadableError("this is no text that tgreader reads", path, "give a .txt or .xml file")


def read_bytes(path: str) -> bytes:
    """All bytes of a file.

    Raises:
        UnreadableError: it is missing, a folder, not permitted, or too large.
    """
    try:
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            data = file.read(size + 1) if size <= LARGEST_FILE else b""
            if len(data) > size:  # a pipe or device, which has no size and may have no end, or a file that grows
                data += file.read(LARGEST_FILE + 1 - len(data))
    except OSError as error:
        raise UnreadableError((error.strerror or str(error)).lower(), path, "check the path and its rights") from error
    if max(size, len(data)) > LARGEST_FILE:
        limit = f"the limit is {LARGEST_FILE // 2**20} MB"
        raise RefusedError("this is too large to be a document", path, limit)
    return data
