"""Verbs, arguments, exit statuses.

0 done, 1 nothing found or partly failed, 2 wrong usage, 3 unreadable input. Errors go to standard error, one line each.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from tgreader import __version__
from tgreader.errors import TgReaderError, UnreadableError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from tgreader.citing.citation import Citation
    from tgreader.model.address import Address

DONE, PARTLY, USAGE, UNREADABLE = 0, 1, 2, 3


def run(arguments: Sequence[str]) -> int:
    """Do what the command line asks.

    Args:
        arguments: the words after the program's name.

    Returns:
        The exit status.
    """
    _speak_utf8()
    if list(arguments) == ["--version"]:
        print(f"tgreader {__version__}")  # noqa: T201 - standard output is what a verb is for
        return DONE
    verb = arguments[0] if arguments and arguments[0] in VERBS else None
    given = _parser().parse_args(arguments if verb or _asks_for_help(arguments) else ["read", *arguments])
    try:
        return VERBS[given.verb](given)
    except UnreadableError as error:
        return _fail(error, UNREADABLE)
    except TgReaderError as error:
        return _fail(error, PARTLY)
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return 130


def _asks_for_help(arguments: Sequence[str]) -> bool:
    return not arguments or arguments[0] in ("-h", "--help")


def _parser() -> ArgumentParser:
    from argparse import ArgumentParser

    parser = ArgumentParser(
        prog="tgreader",
        description="Read annotated historical documents: the notes beside the line, the page in the margin, "
        "the citation on one key.",
        epilog="`tgreader PATH…` alone is `tgreader read PATH…`. A PATH is a file or a folder; - is standard input.",
    )
    parser.add_argument("--version", action="version", version=f"tgreader {__version__}")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    read = verbs.add_parser("read", help="open the reader on files or folders")
    read.add_argument("paths", nargs="+", metavar="PATH")
    parse = verbs.add_parser("parse", help="print the parsed documents, one JSON object a line")
    parse.add_argument("paths", nargs="+", metavar="PATH")
    parse.add_argument("--document", metavar="ID", help="only the document with this id, number or address")
    cite = verbs.add_parser("cite", help="print one citation a line")
    cite.add_argument("places", nargs="+", metavar="ADDRESS|PATH")
    cite.add_argument("--style", default="office", help="the style of citation (default: %(default)s)")
    read.add_argument("--library", metavar="PATH", help="the folder where the places read are kept")
    return parser


def _read(given: Namespace) -> int:
    from tgreader.tui.app import read

    return read(given.paths, given.library)


def _parse(given: Namespace) -> int:
    import json

    from tgreader.reading.record import record
    from tgreader.reading.referring import Referring
    from tgreader.reading.shelf import Shelf

    shelf = Shelf(given.paths)
    for _ in shelf.open_all():
        pass
    referring, printed = Referring(shelf), 0
    for place in shelf.places:
        address = place.entry.address
        if given.document and given.document not in (address.document, place.entry.number, str(address)):
            continue
        try:
            document = shelf.document(address)
        except TgReaderError as error:
            shelf.problems.append(error)
            continue
        line = json.dumps(record(document, referring.references(document)), ensure_ascii=False)
        sys.stdout.write(line + "\n")
        printed += 1
    if given.document and not printed and not shelf.problems:
        return _fail(
            TgReaderError("there is no such document", given.document, "see the ids with tgreader parse"), PARTLY
        )
    return _report(shelf.problems, printed)


def _cite(given: Namespace) -> int:
    from tgreader.citing.citation import STYLES, cite
    from tgreader.model.address import parse_address

    if given.style not in STYLES:
        return _fail(TgReaderError("is no citation style", given.style, f"choose one of {', '.join(STYLES)}"), USAGE)
    printed, problems = 0, list[TgReaderError]()
    for place in given.places:
        try:
            address = parse_address(place)
            for citation in (
                [cite(address, None, given.style)] if address.volume else _citations(address, given.style, problems)
            ):
                sys.stdout.write(citation.text + "\n")
                printed += 1
                for missing in citation.missing:
                    _fail(TgReaderError(missing, place), DONE)
        except TgReaderError as error:
            problems.append(error)
    return _report(problems, printed)


def _citations(address: Address, style: str, problems: list[TgReaderError]) -> Iterator[Citation]:
    """A citation of every document in a file or folder."""
    from tgreader.citing.citation import cite
    from tgreader.reading.shelf import Shelf

    shelf = Shelf([address.path or ""])
    for _ in shelf.open_all():
        pass
    problems += shelf.problems
    for place in shelf.places:
        yield cite(place.entry.address, shelf.document(place.entry.address), style)


def _report(problems: Sequence[TgReaderError], done: int) -> int:
    """Say what could not be done; the status says whether anything could."""
    for problem in problems:
        _fail(problem, PARTLY)
    if problems:
        return PARTLY if done or not isinstance(problems[0], UnreadableError) else UNREADABLE
    return DONE


def _fail(error: TgReaderError, status: int) -> int:
    print(f"tgreader: {visible(str(error))}", file=sys.stderr)  # noqa: T201 - errors go to standard error
    return status


def visible(line: str) -> str:
    """A line without control characters: a file's name may hold an escape sequence."""
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in line)


def _speak_utf8() -> None:
    """Output is UTF-8 everywhere; a lone surrogate in a file's name becomes a JSON escape rather than an error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


VERBS: dict[str, Callable[[Namespace], int]] = {"read": _read, "parse": _parse, "cite": _cite}
