"""`tgreader parse PATH…`: the parsed documents, one JSON object a line."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING

from tgreader.cli.output import print_json_line, report
from tgreader.cli.shelving import declare_corrections, shelf_of
from tgreader.errors import TgReaderError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def plainly_given(words: Sequence[str]) -> SimpleNamespace | None:
    """What is given by paths alone; None where there are options."""
    if not words or any(word.startswith("-") for word in words):
        return None
    return SimpleNamespace(paths=list(words), document=None, library=None)


def declare(parser: ArgumentParser) -> None:
    """Say which arguments it takes."""
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--document", metavar="ID", help="only the document with this id, number or address")
    declare_corrections(parser)


def run(given: Namespace | SimpleNamespace) -> int:
    """Print the documents; returns the exit status."""
    from tgreader.reading.document.record import json_line
    from tgreader.reading.pointing.referring import Referring
    from tgreader.reading.shelf.same_words import everywhere

    shelf = shelf_of(given.paths, given.library)
    referring, printed = Referring(shelf), 0
    for document in everywhere(shelf, shelf.every_document()):
        if given.document and given.document not in (document.id, document.number, str(document.address)):
            continue
        print_json_line(json_line(document, referring.find(document)))
        printed += 1
    if given.document and not printed and shelf.places:
        shelf.problems.append(
            TgReaderError("there is no such document", given.document, "see the ids with tgreader parse")
        )
    return report(shelf.problems, printed)
