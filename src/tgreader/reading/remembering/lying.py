"""Places cited or annotated, as they are kept, and their documents where they lie now: open, or in their files."""

from __future__ import annotations

from pathlib import Path

from tgreader.citing.catalogue import VolumeFacts, volume
from tgreader.citing.citation import Citation, cite
from tgreader.citing.locator import Locator, locator_of
from tgreader.errors import CatalogueError, TgReaderError
from tgreader.library.work.work import CitedPlace
from tgreader.model.address import Address, parse_address
from tgreader.model.document import Document
from tgreader.model.title_page import TitlePage
from tgreader.reading.remembering.identity import file_of, lasting
from tgreader.reading.settings import Settings
from tgreader.reading.shelf.shelf import Shelf


def cited_place(document: Document, address: Address, pages: Locator | None = None) -> CitedPlace:
    """What is kept of a citation.

    Args:
        document: the document cited.
        address: the place in it.
        pages: the printed pages cited, where they are others than the place's own.
    """
    place = pages or locator_of(address, document, _facts(address))
    return CitedPlace(str(lasting(address)), place.page, place.last_page, file_of(document))


def _facts(address: Address) -> VolumeFacts | None:
    try:
        return volume(address.volume) if address.volume else None
    except CatalogueError:  # a volume newer than the catalogue
        return None


class Lying:
    """Documents where they lie: open, or in their files.

    Args:
        shelf: what is open.
    """

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
            self._files[file] = Shelf([file] if file else [], self._shelf.corrections)
            for _ in self._files[file].open_all():
                pass
        return self._files[file]

    def citation(self, cited: CitedPlace, style: str, settings: Settings) -> tuple[Address, Citation]:
        """A place cited: its address, among what is open if it is open, and its citation in a style.

        Where it cannot be cited, the citation is its address, and says what is missing.
        """
        address, document, title_page = self.find(cited)
        locator = Locator(page=cited.page, last_page=cited.last_page)
        url, accessed = settings.url, settings.accessed_on
        try:
            return address, cite(
                address, document, style, locator=locator, title_page=title_page, url=url, accessed=accessed
            )
        except TgReaderError as error:
            return address, Citation(cited.address, missing=(str(error),))
