"""`tgreader refs ADDRESS`: what a place cites, and what cites it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tgreader.cli.output import PARTLY, Counter, print_json, print_lines, report
from tgreader.cli.shelving import shelf_of

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def declare(parser: ArgumentParser) -> None:
    """Say which arguments it takes."""
    parser.add_argument(
        "address",
        metavar="ADDRESS",
        help="frus1969-76v39/d106, …/d106#fn3, …/pg_325; or words: “telegram 149897 to Moscow”",
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="look through these files (default: what is indexed)")
    parser.add_argument("--json", action="store_true", help="one JSON object with out and in")
    parser.add_argument("--library", metavar="PATH", help="the folder where the index is kept")


def run(given: Namespace) -> int:
    """Print both directions; returns the exit status."""
    from tgreader.reading.backlinks.both_directions import in_files, in_library, library_index, lines

    shelf = shelf_of(given.paths, given.library)
    if given.paths:
        both = in_files(given.address, shelf, Counter().show)
    else:
        index = library_index(given.library)
        try:
            both = in_library(given.address, index)
        finally:
            index.close()
    if given.json:
        print_json(both.record())
    else:
        print_lines("\n".join(lines(both)))
    found = len(both.out) + len(both.into)
    return report(shelf.problems, found) or (0 if found else PARTLY)
