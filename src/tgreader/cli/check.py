"""`tgreader check PATH…`: what is doubtful, lost or out of order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tgreader.cli.output import print_json, print_lines, report

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def declare(parser: ArgumentParser) -> None:
    """Say which arguments it takes."""
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(given: Namespace) -> int:
    """Print what there is to look at; returns the exit status."""
    from tgreader.reading.checking import findings
    from tgreader.reading.shelf import Shelf

    shelf, documents, found = Shelf(given.paths), 0, 0
    for document in shelf.every_document():
        documents += 1
        for finding in findings(document):
            found += 1
            if given.json:
                print_json(finding._asdict() | {"address": str(finding.address)})
            else:
                print_lines(f"{finding.address}: {finding.kind}: {finding.words}")
    if not given.json:
        print_lines(f"{documents:,} documents, {found:,} things to look at")
    return report(shelf.problems, documents)
