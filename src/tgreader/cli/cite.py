"""`tgreader cite ADDRESS|PATH…`: citations, one a line, or an export of them all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tgreader.cli.output import DONE, PARTLY, USAGE, fail, or_standard_input, print_lines, report
from tgreader.errors import TgReaderError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from tgreader.citing.citation import Citation


def declare(parser: ArgumentParser) -> None:
    """Say which arguments it takes."""
    from argparse import BooleanOptionalAction

    parser.add_argument(
        "places", nargs="+", metavar="ADDRESS|PATH", help="- reads them from standard input, one a line"
    )
    parser.add_argument("--style", help="the style of citation (default: that of config.toml, else office)")
    parser.add_argument(
        "--url", action=BooleanOptionalAction, help="print the web address, or not (default: as the style has it)"
    )
    parser.add_argument("--accessed", metavar="DATE", help="the day it was read there, as 2026-01-31")


def run(given: Namespace) -> int:
    """Print the citations; returns the exit status."""
    from tgreader.citing.citation import EXPORTS, STYLES, many
    from tgreader.reading.settings import STYLE, load

    settings = load()
    if settings.trouble is not None:
        fail(settings.trouble, PARTLY)
    style, accessed = given.style or settings.style or STYLE, given.accessed or settings.accessed_on
    if style not in STYLES:
        return fail(TgReaderError("is no citation style", style, f"choose one of {', '.join(STYLES)}"), USAGE)
    if given.accessed and not _is_day(given.accessed):
        return fail(TgReaderError("is no date", given.accessed, "write it like 2026-01-31"), USAGE)
    url = settings.url if given.url is None else given.url
    problems: list[TgReaderError] = []
    exported: list[Citation] = []
    printed = 0
    for place in or_standard_input(given.places):
        try:
            for citation in _citations(place, style, problems, url=url, accessed=accessed):
                printed += 1
                if style in EXPORTS:
                    exported.append(citation)
                else:
                    print_lines(citation.text)
                for missing in citation.missing:
                    fail(TgReaderError(missing, place), DONE)
        except TgReaderError as error:
            problems.append(error)
    if exported:
        print_lines(many(exported, style))
    return report(problems, printed)


def _is_day(text: str) -> bool:
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


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
