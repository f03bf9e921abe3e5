"""`tgreader find "CITATION"…`: the addresses that citations mean."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING

from tgreader.cli.output import print_lines, report, standard_input
from tgreader.errors import TgReaderError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def plainly_given(words: Sequence[str]) -> SimpleNamespace | None:
    """What is given by citations alone; None where there are options, or standard input."""
    if not words or any(word.startswith("-") for word in words):
        return None
    return SimpleNamespace(citations=list(words))


def declare(parser: ArgumentParser) -> None:
    """Say which arguments it takes."""
    parser.add_argument("citations", nargs="+", metavar="CITATION", help="- reads a bibliography from standard input")


def run(given: Namespace | SimpleNamespace) -> int:
    """Print the addresses; returns the exit status."""
    from tgreader.reading.bibliography import meant

    found, problems = 0, list[TgReaderError]()
    for citation in given.citations:
        for one in meant(standard_input() if citation == "-" else citation):
            if isinstance(one, TgReaderError):
                problems.append(one)
            else:
                found += 1
                print_lines(str(one))
    return report(problems, found)
