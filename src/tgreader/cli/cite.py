"""`tgreader cite ADDRESS|PATH…`: citations, one a line, or an export of them all."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING

from tgreader.cli.output import DONE, PARTLY, USAGE, fail, or_standard_input, print_lines, report
from tgreader.cli.shelving import declare_corrections, shelf_of
from tgreader.errors import TgReaderError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from tgreader.citing.citation import Citation
    from tgreader.model.address import Address
    from tgreader.model.document import Document
    from tgreader.reading.shelf.shelf import Shelf


def plainly_given(words: Sequence[str]) -> SimpleNamespace | None:
    """What is given by places alone, or by them and `--style NAME`; None where there are other options."""
    places, style = list(words), None
    if "--style" in places[:-1]:
        at = places.index("--style")
        style = places[at + 1]
        del places[at : at + 2]
    if not places or any(word.startswith("-") for word in (*places, style or "")):
        return None
    return SimpleNamespace(places=places, style=style, url=None, accessed=None, files=[], library=None)


def declare(parser: ArgumentParser) -> None:
    """Say which arguments it takes."""
    from argparse import BooleanOptionalAction

    parser.add_argument(
        "places",
        nargs="+",
        metavar="ADDRESS|PATH",
        help="a web address or a citation as one types it will do; - reads them from standard input, one a line",
    )
    parser.add_argument("--style", help="the style of citation (default: that of config.toml, else office)")
    parser.add_argument(
        "--url", action=BooleanOptionalAction, help="print the web address, or not (default: as the style has it)"
    )
    parser.add_argument("--accessed", metavar="DATE", help="the day it was read there, as 2026-01-31")
    parser.add_argument(
        "--in",
        dest="files",
        action="append",
        default=[],
        metavar="PATH",
        help="a file or folder with the text of the addresses: correspondents, dates and pages are read from it",
    )
    declare_corrections(parser)


def run(given: Namespace | SimpleNamespace) -> int:
    """Print the citations; returns the exit status."""
    from tgreader.citing.citation import EXPORTS, many
    from tgreader.reading.settings import STYLE, load

    settings = load()
    if settings.trouble is not None:
        fail(settings.trouble, PARTLY)
    style, accessed = given.style or settings.style or STYLE, given.accessed or settings.accessed_on
    if wrong := _wrong_usage(style, given.accessed):
        return fail(wrong, USAGE)
    cited = _Citing(style, settings.url if given.url is None else given.url, accessed, given.files, given.library)
    exported: list[Citation] = []
    printed = 0
    for place in or_standard_input(given.places):
        try:
            for citation in cited.place(place):
                printed += 1
                if style in EXPORTS:
                    exported.append(citation)
                else:
                    print_lines(citation.text)
                for missing in citation.missing:
                    fail(TgReaderError(missing, place), DONE)
        except TgReaderError as error:
            cited.problems.append(error)
    if not printed and not cited.problems:
        return fail(TgReaderError("no address was given", remedy="write one a line, like frus1969-76v39/d106"), PARTLY)
    if exported:
        print_lines(many(exported, style))
    return report(cited.problems, printed)


def _wrong_usage(style: str, accessed: str | None) -> TgReaderError | None:
    from tgreader.citing.citation import STYLES

    if style not in STYLES:
        return TgReaderError("is no citation style", style, f"choose one of {', '.join(STYLES)}")
    if accessed and not _is_day(accessed):
        return TgReaderError("is no date", accessed, "write it like 2026-01-31")
    return None


def _is_day(text: str) -> bool:
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


class _Citing:
    """How citations are wanted, and the files whose text they are made from.

    Attributes:
        problems: what could not be read; it stops nothing.
    """

    def __init__(self, style: str, url: bool | None, accessed: str, files: Sequence[str], library: str | None) -> None:
        self.problems: list[TgReaderError] = []
        self._library = library
        self._style, self._url, self._accessed = style, url, accessed
        self._shelf = self._open(files) if files else None

    def place(self, place: str) -> Iterator[Citation]:
        """The citation of an address, or those of every document in a file or folder.

        Raises:
            TgReaderError: it cannot be cited.
        """
        from tgreader.model.address import parse_address

        place, last_page = _pages(place)
        address = parse_address(place)
        if not address.volume and not os.path.exists(address.path or "") and (meant := _meant(place)):  # noqa: PTH110 - no pathlib
            for one, end in meant:
                yield from self._at(one, last_page or end)
        elif not address.volume:
            shelf = shelf_of([address.path or ""], self._library)
            for found in shelf.every_document():
                yield self._cite(found.address, found, shelf)
            self.problems += shelf.problems
        else:
            yield from self._at(address, last_page)

    def _at(self, address: Address, last_page: str) -> Iterator[Citation]:
        """The citation of a place in a volume, with the text of its document where that was named."""
        if self._shelf is None or address.volume not in {p.entry.address.volume for p in self._shelf.places}:
            yield self._cite(address, last_page=last_page)
        else:
            document = self._shelf.document(address) if address.document else None
            yield self._cite(address, document, self._shelf, last_page)

    def _open(self, files: Sequence[str]) -> Shelf:
        shelf = shelf_of(files, self._library)
        for _ in shelf.open_all():
            pass
        self.problems += shelf.problems
        return shelf

    def _cite(
        self, address: Address, document: Document | None = None, shelf: Shelf | None = None, last_page: str = ""
    ) -> Citation:
        from tgreader.citing.citation import cite
        from tgreader.citing.locator import Locator

        title = shelf.title_page(address.volume) if shelf else None
        locator = Locator(page=address.page, last_page=last_page) if address.page and last_page else None
        url, accessed = self._url, self._accessed
        return cite(address, document, self._style, locator=locator, title_page=title, url=url, accessed=accessed)


def _meant(words: str) -> list[tuple[Address, str]]:
    """What a web address, or a citation as people type it, means, and the end of a range of pages; else nothing.

    Raises:
        AddressError: it may mean several places.
    """
    from tgreader.citing.recognising import find
    from tgreader.reading.bibliography import unclear

    addresses = []
    for found in find(words):
        if found.sure == "ambiguous":
            raise unclear(found)
        if found.address is not None:
            addresses.append((found.address, found.last_page))
        if found.sure == "likely":
            fail(TgReaderError(f"is read as {found.address}", words), DONE)
    return addresses


def _pages(place: str) -> tuple[str, str]:
    """A place without the end of its range of pages, and that end: (`…/pg_1087`, `1089`) of `…/pg_1087-89`."""
    start, mark, pages = place.partition("pg_")
    first, dash, last = pages.replace("–", "-").replace("pg_", "").partition("-")
    if not (mark and dash and first.isalnum() and last.isalnum()):
        return place, ""
    if first.isdecimal() and last.isdecimal() and len(last) < len(first):
        last = first[: -len(last)] + last
    return f"{start}pg_{first}", last
