"""The files that a verb is given, read with the markers that readers have put right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tgreader.cli.output import PARTLY, fail

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from tgreader.reading.shelf.shelf import Shelf


def declare_corrections(parser: ArgumentParser) -> None:
    """Say which library's corrections are used."""
    parser.add_argument("--library", metavar="PATH", help="the folder where the markers put right are kept")


def shelf_of(paths: Iterable[str], library: str | None = None) -> Shelf:
    """Files and folders, not yet opened.

    Markers are put right in flat text alone: for volumes no library is looked for.

    Args:
        paths: of files and folders.
        library: the library's folder; None for the usual one. That it cannot be read is said, and stops nothing.
    """
    from tgreader.readers.base import suffix_of
    from tgreader.reading.shelf.shelf import Shelf

    shelf = Shelf(paths)
    if any(suffix_of(found.path) != ".xml" for found in shelf.files):
        from tgreader.reading.remembering.corrected import corrections_kept

        kept = corrections_kept(library)
        shelf.corrections.update(kept.corrections)
        if kept.trouble is not None:
            fail(kept.trouble, PARTLY)
    return shelf
