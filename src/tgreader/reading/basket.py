"""The basket: what was cited in this library, cited again in any style, sorted and without repetition."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tgreader.citing.catalogue import VolumeFacts, volume
from tgreader.citing.citation import Citation, cite
from tgreader.citing.locator import Locator, locator_of
from tgreader.errors import CatalogueError, TgReaderError
from tgreader.library.work import CitedPlace
from tgreader.model.address import Address, parse_address
from tgreader.model.document import Document
from tgreader.model.title_page import TitlePage
from tgreader.reading.files import STANDARD_INPUT
from tgreader.reading.settings import Settings
from tgreader.reading.shelf import Shelf

_SUFFIXES = {"bibtex": ".bib", "biblatex": ".bib", "ris": ".ris", "csl-json": ".json"}
_NUMBER = re.compile(r"(\d+)")


class Entry(NamedTuple):
    """One citation of the basket.

    Attributes:
        citation: in the style asked for.
        address: where it leads, among what is open if it is open.
        places: what was cited: several places may have one citation, as two paragraphs of one page have.
    """

    citation: Citation
    address: Address
    places: tuple[CitedPlace, ...]


def cited_place(document: Document, address: Address, pages: Locator | None = None) -> CitedPlace:
    """What is kept of a citation.

    Args:
        document: the document cited.
        address: the place in it.
        pages: the printed pages cited, where they are others than the place's own.
    """
    place = pages or locator_of(address, document, _facts(address))
    file = "" if document.path == STANDARD_INPUT else str(Path(document.path).absolute())
    if address.path is not None and file:  # the next session may be in another folder
        address = address._replace(path=file)
    return CitedPlace(str(address), place.page, place.last_page, file)


def _facts(address: Address) -> VolumeFacts | None:
    try:
        return volume(address.volume) if address.volume else None
    except CatalogueError:  # a volume newer than the catalogue
        return None


def entries(shelf: Shelf, basket: Iterable[CitedPlace], style: str, settings: Settings) -> list[Entry]:
    """The basket in a style: sorted by the citations' words, their numbers as numbers; each citation once.

    A document that is not open is read again where its file is still there: without it, heading and date are not known.
    """
    lying = _Lying(shelf)
    found: dict[str, Entry] = {}
    for cited in basket:
        address, document, title_page = lying.find(cited)
        locator = Locator(page=cited.page, last_page=cited.last_page)
        try:
            citation = cite(
                address,
                document,
                style,
                locator=locator,
                title_page=title_page,
                url=settings.url,
                accessed=settings.accessed_on,
            )
        except TgReaderError as error:
            citation = Citation(cited.address, missing=(str(error),))
        before = found.get(citation.text)
        places = (*before.places, cited) if before else (cited,)
        found[citation.text] = Entry(citation, before.address if before else address, places)
    return sorted(found.values(), key=lambda entry: _natural(entry.citation.text))


class _Lying:
    """Documents where they lie: open, or in their files."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._files: dict[str, Shelf] = {}
        self._open_files = {
            str(Path(place.entry.address.path).absolute()): place.entry.address.path
            for place in list(shelf.places)
            if place.entry.address.path is not None
        }

    def find(self, cited: CitedPlace) -> tuple[Address, Document | None, TitlePage | None]:
        """Where it is, the document, and its volume's title page; None for what is open no more and nowhere else."""
        address = parse_address(cited.address)
        if address.path in self._open_files:
            address = address._replace(path=self._open_files[address.path])
        try:
            shelf = self._shelf if self._shelf.index(address) is not None else self._of_file(cited.file)
            return address, shelf.document(address), shelf.title_page(address.volume)
        except TgReaderError:
            return address, None, None

    def _of_file(self, file: str) -> Shelf:
        if file not in self._files:
            self._files[file] = Shelf([file] if file else [])
            for _ in self._files[file].open_all():
                pass
        return self._files[file]


def _natural(text: str) -> list[tuple[bool, int, str]]:
    parts = _NUMBER.split(text.casefold())
    return [(part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts]


def file_name(style: str) -> str:
    """What a file of citations in that style is called: `citations.bib`."""
    return f"citations{_SUFFIXES.get(style, '.txt')}"
