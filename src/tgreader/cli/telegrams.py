"""`tgreader telegrams PATH…`: the register of the telegrams that are cited."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tgreader.cli.output import PARTLY, Counter, print_json, print_lines, report
from tgreader.cli.shelving import shelf_of

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from tgreader.reading.register.gathering import Telegrams
    from tgreader.reading.register.telegrams import Entry


def declare(parser: ArgumentParser) -> None:
    """Say which arguments it takes."""
    from tgreader.reading.register.orders import ORDERS

    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders (default: those that are indexed)")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--csv", action="store_true", help="comma-separated values: a pull slip for the archive")
    form.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--by", choices=ORDERS, default="number", help="in which order (default: by number)")
    parser.add_argument("--library", metavar="PATH", help="the folder where the index is kept")


def run(given: Namespace) -> int:
    """Print the register; returns the exit status."""
    from tgreader.reading.pointing.referring import Referring
    from tgreader.reading.register.gathering import Telegrams
    from tgreader.reading.register.telegrams import in_order

    shelf = shelf_of(given.paths, given.library)
    if given.paths:
        counter = Counter()
        for _ in shelf.open_all():
            pass
        gathered = Telegrams(shelf, Referring(shelf))
        for done, total in gathered.read():
            counter.show(done, total)
        entries = gathered.entries()
        _print(in_order(entries, given.by), gathered, given)
    else:
        from tgreader.reading.backlinks.both_directions import library_index

        index = library_index(given.library)
        try:
            gathered = Telegrams(shelf, Referring(shelf), index)
            entries = gathered.entries_of_library()
            _print(in_order(entries, given.by), gathered, given)
        finally:
            index.close()
    if gathered.trouble is not None:
        raise gathered.trouble
    return report(shelf.problems, len(entries)) or (0 if entries else PARTLY)


def _print(entries: Sequence[Entry], gathered: Telegrams, given: Namespace) -> None:
    from tgreader.reading.register.telegrams import HEADER, line

    if given.csv:
        from tgreader.reading.copying.tabular import comma_separated

        sys.stdout.write(comma_separated(HEADER, (entry.row for entry in entries)))
        return
    for entry in entries:
        if given.json:
            print_json(entry.record(gathered.citings(entry)))
        else:
            print_lines(line(entry))
