"""A process that reads files for the index: batches of paths come in by standard input, what they hold goes out.

One such process runs on each core. It ends when its input does: nothing is left behind, however the program ends that
started it. A file that brings a process down brings down nothing else.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import BinaryIO

from tgreader.errors import TgReaderError
from tgreader.library.index.rows import FileRow, ReadFile
from tgreader.readers.base import Listing
from tgreader.reading.indexing.changes import corrections_in
from tgreader.reading.indexing.indexable import NOT_READ_FOR_REFERENCES, divisions_of, document_row
from tgreader.reading.pointing.referring import Referring
from tgreader.reading.shelf.files import content_of
from tgreader.reading.shelf.shelf import Shelf
from tgreader.reading.shelf.sources import Corrections

Batch = tuple[FileRow, ...]
"""Files to be read, as they were found."""


def read_batch(batch: Sequence[FileRow]) -> list[ReadFile]:
    """Read files; what cannot be read of one is said in its `trouble`.

    Args:
        batch: the files, with what is known of them before they are read.
    """
    shelf = Shelf([file.path for file in batch], _corrections(batch))
    shelf.expect()
    referring = Referring(shelf)
    return [_read(shelf, referring, number, file) for number, file in enumerate(batch)]


def _corrections(batch: Sequence[FileRow]) -> Corrections:
    found: Corrections = {}
    for file in batch:
        with suppress(TgReaderError):  # whoever reads the file says what is wrong with it
            found |= corrections_in(file)
    return found


def _read(shelf: Shelf, referring: Referring, number: int, file: FileRow) -> ReadFile:
    try:
        file = file if file.content else file._replace(content=content_of(file.path))
        source = shelf.source(number)
        volume = source.volume
        divisions, homes = divisions_of(volume)
        listing = source if isinstance(source, Listing) else None
        documents, before = [], len(shelf.problems)
        for document in source.documents():
            home = homes[document.address]
            wanted = home.entry.sort not in NOT_READ_FOR_REFERENCES
            documents.append(document_row(document, home, referring.find(document) if wanted else (), listing))
        trouble = str(shelf.problems[-1]) if len(shelf.problems) > before else ""
        made = file._replace(format=volume.format, volume=volume.id or "", title=volume.title, trouble=trouble)
        return ReadFile(made, divisions, tuple(documents))
    except OSError as error:
        return ReadFile(file._replace(trouble=f"{file.path}: {(error.strerror or str(error)).lower()}"))
    except TgReaderError as error:
        return ReadFile(file._replace(trouble=str(error)))
    except Exception as error:
        return ReadFile(file._replace(trouble=f"{file.path}: cannot be read ({type(error).__name__}: {error})"))


def serve(given: BinaryIO, out: BinaryIO) -> None:
    """Answer each batch with what it holds, until there are no more."""
    while True:
        try:
            batch: Batch = pickle.load(given)  # noqa: S301 - it comes from the program that started this one
        except EOFError:
            return
        pickle.dump(read_batch(batch), out, protocol=pickle.HIGHEST_PROTOCOL)
        out.flush()


if __name__ == "__main__":
    try:
        serve(sys.stdin.buffer, sys.stdout.buffer)
    except BrokenPipeError:  # nobody waits any more
        sys.stderr.close()
