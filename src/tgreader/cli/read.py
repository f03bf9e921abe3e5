"""`tgreader read PATH…`: the reader."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

from tgreader.cli.output import report
from tgreader.reading.document.visible import visible

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable
    from types import ModuleType

    from tgreader.reading.session import Session

_SAID_FROM = 4 * 2**20
"""Bytes. Opening a file of that size takes a moment, and that is said."""


def declare(parser: ArgumentParser) -> None:
    """Say which arguments it takes."""
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--library", metavar="PATH", help="the folder where the places read are kept")


def run(given: Namespace) -> int:
    """Open the reader; returns the exit status."""
    from tgreader.reading.remembering.memory import remembering
    from tgreader.reading.session import Session
    from tgreader.reading.shelf.shelf import Shelf

    memory = remembering(given.library)
    shelf = Shelf(given.paths, memory.corrections())
    for number, found in enumerate(shelf.files):  # the first that can be read; the reader opens the others meanwhile
        if shelf.size(number) > _SAID_FROM and sys.stderr.isatty():
            sys.stderr.write(f"opening {visible(found.path)} … (Ctrl+C stops)\n")
        shelf.open_file(number)
        if shelf.places:
            break
    else:
        return report(shelf.problems, 0)
    return _screen()(Session(shelf, memory))


def _screen() -> Callable[[Session], int]:
    """What opens the reader. asyncio takes TLS along if there is any: nothing here speaks it, and it costs a start."""
    unspoken = cast("dict[str, ModuleType | None]", sys.modules)
    is_stranger = unspoken.setdefault("ssl", None) is None
    try:
        from tgreader.tui.app import read
    finally:
        if is_stranger:
            del unspoken["ssl"]
    return read
