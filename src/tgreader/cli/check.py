"""`tgreader check PATH…`: what is doubtful, lost, out of order, or names what is nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING

from tgreader.cli.output import print_json, print_lines, report
from tgreader.cli.shelving import declare_corrections, shelf_of

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from tgreader.reading.checking.documents import Finding


def declare(parser: ArgumentParser) -> None:
    """Say which arguments it takes."""
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    declare_corrections(parser)


def run(given: Namespace) -> int:
    """Print what there is to look at; returns the exit status."""
    from tgreader.reading.checking.documents import findings
    from tgreader.reading.checking.references import CheckingReferences

    shelf, documents, found = shelf_of(given.paths, given.library), 0, 0
    references = CheckingReferences(shelf)
    for document in shelf.every_document():
        documents += 1
        found += _print(chain(findings(document), references.findings(document)), given)
    found += _print(references.last_findings(), given)
    if not given.json:
        print_lines(f"{documents:,} document{'s' * (documents != 1)}, {found:,} thing{'s' * (found != 1)} to look at")
    return report(shelf.problems, documents)


def _print(findings: Iterable[Finding], given: Namespace) -> int:
    """Print each finding on a line; returns how many there were."""
    count = 0
    for finding in findings:
        count += 1
        if given.json:
            print_json(finding._asdict() | {"address": str(finding.address)})
        else:
            print_lines(f"{finding.address}: {finding.kind}: {finding.words}")
    return count
