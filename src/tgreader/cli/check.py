"""`tgreader check PATH…`: what is doubtful, lost or out of order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tgreader.cli.output import PARTLY, fail, print_json, print_lines, report

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def declare(parser: ArgumentParser) -> None:
    """Say which arguments it takes."""
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--library", metavar="PATH", help="the folder where the markers put right are kept")


def run(given: Namespace) -> int:
    """Print what there is to look at; returns the exit status."""
    from tgreader.reading.checking import findings
    from tgreader.reading.memory import remembering
    from tgreader.reading.shelf import Shelf

    memory = remembering(given.library)
    shelf, documents, found = Shelf(given.paths, memory.corrections()), 0, 0
    if memory.trouble is not None:
        fail(memory.trouble, PARTLY)
    for document in shelf.every_document():
        documents += 1
        for finding in findings(document):
            found += 1
            if given.json:
                print_json(finding._asdict() | {"address": str(finding.address)})
            else:
                print_lines(f"{finding.address}: {finding.kind}: {finding.words}")
    if not given.json:
        print_lines(f"{documents:,} document{'s' * (documents != 1)}, {found:,} thing{'s' * (found != 1)} to look at")
    return report(shelf.problems, documents)
