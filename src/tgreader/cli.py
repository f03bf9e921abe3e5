"""Verbs, arguments, exit statuses.

0 done, 1 nothing found or partly failed, 2 wrong usage, 3 unreadable input. Errors go to standard error, one line each.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NoReturn

from tgreader import __version__
from tgreader.errors import TgReaderError, UnreadableError
from tgreader.reading.visible import visible

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from tgreader.citing.citation import Citation

_SAID_FROM = 4 * 2**20
"""Bytes. Opening a file of that size takes a moment, and that is said."""
DONE, PARTLY, USAGE, UNREADABLE = 0, 1, 2, 3


def run(arguments: Sequence[str]) -> int:
    """Do what the command line asks.

    Args:
        arguments: the words after the program's name.

    Returns:
        The exit status.
    """
    _speak_utf8()
    try:
        status = _do(arguments)
        sys.stdout.flush()
    except UnreadableError as error:
        return _fail(error, UNREADABLE)
    except TgReaderError as error:
        return _fail(error, PARTLY)
    except BrokenPipeError:  # the reader of our output has seen enough
        _drop_output()
        return DONE
    except OSError as error:  # a full disk, for one
        _drop_output()
        return _fail(TgReaderError((error.strerror or str(error)).lower(), error.filename or "output"), PARTLY)
    except KeyboardInterrupt:
        return 130
    return status


def _do(arguments: Sequence[str]) -> int:
    if list(arguments) == ["--version"]:
        print(f"tgreader {__version__}")  # noqa: T201 - standard output is what a verb is for
        return DONE
    verb = arguments[0] if arguments and arguments[0] in VERBS else None
    given = _parser().parse_args(arguments if verb or _asks_for_help(arguments) else ["read", *arguments])
    return VERBS[given.verb](given)


def _asks_for_help(arguments: Sequence[str]) -> bool:
    return not arguments or arguments[0] in ("-h", "--help")


def _parser() -> ArgumentParser:
    import argparse

    class Parser(argparse.ArgumentParser):
        """Says what is wrong with the words given in one line, as every error."""

        def error(self, message: str) -> NoReturn:
            self.exit(USAGE, f"{self.prog}: {visible(message)}; see {self.prog} --help\n")

    parser = Parser(
        prog="tgreader",
        description="Read annotated historical documents: the notes beside the line, the page in the margin, "
        "the citation on one key.",
        epilog="`tgreader PATH…` alone is `tgreader read PATH…`. A PATH is a file or a folder; - is standard input.",
    )
    parser.add_argument("--version", action="version", version=f"tgreader {__version__}")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB", prog="tgreader")
    read = verbs.add_parser("read", help="open the reader on files or folders")
    read.add_argument("paths", nargs="+", metavar="PATH")
    parse = verbs.add_parser("parse", help="print the parsed documents, one JSON object a line")
    parse.add_argument("paths", nargs="+", metavar="PATH")
    parse.add_argument("--document", metavar="ID", help="only the document with this id, number or address")
    check = verbs.add_parser("check", help="list what is doubtful, lost or out of order")
    check.add_argument("paths", nargs="+", metavar="PATH")
    check.add_argument("--json", action="store_true", help="one JSON object a line")
    cite = verbs.add_parser("cite", help="print one citation a line")
    cite.add_argument("places", nargs="+", metavar="ADDRESS|PATH", help="- reads them from standard input, one a line")
    cite.add_argument("--style", help="the style of citation (default: that of config.toml, else office)")
    cite.add_argument(
        "--url",
        action=argparse.BooleanOptionalAction,
        help="print the web address, or not (default: as the style has it)",
    )
    cite.add_argument("--accessed", metavar="DATE", help="the day it was read there, as 2026-01-31")
    find = verbs.add_parser("find", help="print the address that a citation means")
    find.add_argument("citations", nargs="+", metavar="CITATION", help="- reads a bibliography from standard input")
    read.add_argument("--library", metavar="PATH", help="the folder where the places read are kept")
    return parser


def _read(given: Namespace) -> int:
    from tgreader.reading.memory import remembering
    from tgreader.reading.session import Session
    from tgreader.reading.shelf import Shelf

    memory = remembering(given.library)
    shelf = Shelf(given.paths, memory.corrections())
    for number, found in enumerate(shelf.files):  # the first that can be read; the reader opens the others meanwhile
        if shelf.size(number) > _SAID_FROM and sys.stderr.isatty():
            sys.stderr.write(f"opening {visible(found.path)} … (Ctrl+C stops)\n")
        shelf.open_file(number)
        if shelf.places:
            break
    else:
        return _report(shelf.problems, 0)
    from tgreader.tui.app import read

    return read(Session(shelf, memory))


def _parse(given: Namespace) -> int:
    import json

    from tgreader.reading.record import record
    from tgreader.reading.referring import Referring
    from tgreader.reading.shelf import Shelf

    shelf = Shelf(given.paths)
    referring, printed = Referring(shelf), 0
    for document in shelf.every_document():
        if given.document and given.document not in (document.id, document.number, str(document.address)):
            continue
        line = json.dumps(record(document, referring.find(document)), ensure_ascii=False)
        sys.stdout.write(visible(line, lambda character: json.dumps(character)[1:-1]) + "\n")
        printed += 1
    if given.document and not printed and shelf.places:
        shelf.problems.append(
            TgReaderError("there is no such document", given.document, "see the ids with tgreader parse")
        )
    return _report(shelf.problems, printed)


def _check(given: Namespace) -> int:
    import json

    from tgreader.reading.checking import findings
    from tgreader.reading.shelf import Shelf

    shelf, documents, found = Shelf(given.paths), 0, 0
    for document in shelf.every_document():
        documents += 1
        for finding in findings(document):
            found += 1
            if given.json:
                line = json.dumps(finding._asdict() | {"address": str(finding.address)}, ensure_ascii=False)
                sys.stdout.write(visible(line, lambda character: json.dumps(character)[1:-1]) + "\n")
            else:
                sys.stdout.write(visible(f"{finding.address}: {finding.kind}: {finding.words}") + "\n")
    if not given.json:
        sys.stdout.write(f"{documents:,} documents, {found:,} things to look at\n")
    return _report(shelf.problems, documents)


def _cite(given: Namespace) -> int:
    from tgreader.citing.citation import EXPORTS, STYLES, many
    from tgreader.reading.settings import STYLE, load

    settings = load()
    if settings.trouble is not None:
        _fail(settings.trouble, PARTLY)
    style, accessed = given.style or settings.style or STYLE, given.accessed or settings.accessed_on
    if style not in STYLES:
        return _fail(TgReaderError("is no citation style", style, f"choose one of {', '.join(STYLES)}"), USAGE)
    if given.accessed and not _is_day(given.accessed):
        return _fail(TgReaderError("is no date", given.accessed, "write it like 2026-01-31"), USAGE)
    url = settings.url if given.url is None else given.url
    problems: list[TgReaderError] = []
    exported: list[Citation] = []
    printed = 0
    for place in _places(given.places):
        try:
            for citation in _citations(place, style, problems, url=url, accessed=accessed):
                printed += 1
                if style in EXPORTS:
                    exported.append(citation)
                else:
                    _print_lines(citation.text)
                for missing in citation.missing:
                    _fail(TgReaderError(missing, place), DONE)
        except TgReaderError as error:
            problems.append(error)
    if exported:
        _print_lines(many(exported, style))
    return _report(problems, printed)


def _is_day(text: str) -> bool:
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _places(given: Sequence[str]) -> Iterator[str]:
    """The places given; for `-`, those on standard input, one a line."""
    for place in given:
        if place != "-":
            yield place
            continue
        for line in _standard_input().splitlines():
            if line.strip():
                yield line.strip()


def _standard_input() -> str:
    """All of it; bytes that are no UTF-8 are replaced."""
    return sys.stdin.buffer.read().decode("utf-8-sig", "replace")


def _citations(
    place: str, style: str, problems: list[TgReaderError], *, url: bool | None, accessed: str
) -> Iterator[Citation]:
    """The citation of an address, or those of every document in a file or folder."""
    from tgreader.citing.citation import cite
    from tgreader.model.address import parse_address

    address = parse_address(place)
    if address.volume:
        yield cite(address, None, style, url=url, accessed=accessed)
        return
    from tgreader.reading.shelf import Shelf

    shelf = Shelf([address.path or ""])
    for document in shelf.every_document():
        yield cite(document.address, document, style, url=url, accessed=accessed)
    problems += shelf.problems


def _print_lines(text: str) -> None:
    sys.stdout.write("\n".join(visible(line) for line in text.split("\n")) + "\n")


def _find(given: Namespace) -> int:
    from tgreader.reading.bibliography import meant

    found, problems = 0, list[TgReaderError]()
    for citation in given.citations:
        for one in meant(_standard_input() if citation == "-" else citation):
            if isinstance(one, TgReaderError):
                problems.append(one)
            else:
                found += 1
                _print_lines(str(one))
    return _report(problems, found)


def _report(problems: Sequence[TgReaderError], done: int) -> int:
    """Say what could not be done; the status says whether anything could."""
    for problem in problems:
        _fail(problem, PARTLY)
    if problems:
        return PARTLY if done or not all(isinstance(problem, UnreadableError) for problem in problems) else UNREADABLE
    return DONE


def _fail(error: TgReaderError, status: int) -> int:
    print(f"tgreader: {visible(str(error))}", file=sys.stderr)  # noqa: T201 - errors go to standard error
    return status


def _drop_output() -> None:
    """Write no more: what is left in the buffer would fail again at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_utf8() -> None:
    """Output is UTF-8 everywhere; a lone surrogate in a file's name becomes a JSON escape rather than an error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


VERBS: dict[str, Callable[[Namespace], int]] = {
    "read": _read,
    "parse": _parse,
    "check": _check,
    "cite": _cite,
    "find": _find,
}
