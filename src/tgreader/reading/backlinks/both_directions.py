"""What a place cites and what cites it, for `tgreader refs`: from files that are named, or from the library's index."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from tgreader.errors import AddressError, LibraryError
from tgreader.model.address import Address, parse_address
from tgreader.model.document import Document
from tgreader.model.tuples import NamedTuple
from tgreader.reading.backlinks.in_words import thing_in_words
from tgreader.reading.backlinks.indexed import IndexedCitings
from tgreader.reading.backlinks.on_shelf import OpenCitings
from tgreader.reading.document.arrival import locate
from tgreader.reading.pointing.citing_places import SENT, Citing, Wanted, citings, record
from tgreader.reading.pointing.referring import Referring
from tgreader.reading.shelf.printed_page import where_printed
from tgreader.reading.shelf.shelf import Shelf

Progress = Callable[[int, int], object]
"""Told how many documents of how many were read."""


class Both(NamedTuple):
    """The references of a place, in both directions.

    Attributes:
        asked: what was asked about, as an address or in words.
        out: what it cites, in the order of the text.
        into: what cites it, in the order of the volumes.
        is_place: whether it is a place; else it is a thing that has none, and cites nothing.
        cited: what is cited by `into`, where that is not what was asked for: a paragraph's document.
        looked: where was looked for what cites it, in words.
    """

    asked: str
    out: tuple[Citing, ...]
    into: tuple[Citing, ...]
    is_place: bool = True
    cited: str = ""
    looked: str = "here"

    def record(self) -> dict[str, Any]:
        """As one object for JSON: the contract of `tgreader refs --json`."""
        return {
            "address": self.asked,
            "out": [record(citing) for citing in self.out],
            "in": [record(citing) for citing in self.into],
        }


def in_files(asked: str, shelf: Shelf, tell: Progress) -> Both:
    """Both directions among the documents of a shelf, all of which are read.

    Args:
        asked: an address; or words that name a telegram, a box of an archive, a book.
        shelf: what is to be looked through; its files are opened.
        tell: told now and then how far it is.

    Raises:
        AddressError: no document here has the place, and the words name nothing.
        UnreadableError: nothing on the shelf can be read.
    """
    for _ in shelf.open_all():
        pass
    if not shelf.places and shelf.problems:
        raise shelf.problems[0]
    referring = Referring(shelf)
    links = OpenCitings(shelf, referring)
    for done, total in links.read():
        tell(done, total)
    place = _place(asked, lambda address: shelf.index(shelf.as_opened(address)) is not None)
    if place is None:
        return Both(asked, (), tuple(links.citing(thing_in_words(asked, links.keys()))), is_place=False)
    place = shelf.as_opened(place)
    thing = _thing(place)
    return Both(str(place), tuple(_made(place, shelf, referring)), tuple(links.citing(thing)), cited=thing.title)


def in_library(asked: str, index: IndexedCitings) -> Both:
    """Both directions in the library's index.

    Args:
        asked: as `in_files` has it.
        index: the index.

    Raises:
        AddressError: the index has no such document, and the words name nothing.
        LibraryError: the index cannot be read any more.
    """
    place = _place(asked, index.holds)
    looked = f"in the {index.volumes:,} volumes indexed" if index.volumes > 1 else "in what is indexed"
    if place is None:
        thing = thing_in_words(asked, index.keys())
        return Both(asked, (), tuple(index.citing(thing)), is_place=False, looked=looked)
    found = _in_library(place, index)
    return found._replace(cited=_thing(place).title, looked=looked)


def _in_library(place: Address, index: IndexedCitings) -> Both:
    into = tuple(index.citing(_thing(place)))
    if place.document is not None or place.path is not None:
        if not index.holds(place):
            if not into:
                raise AddressError("is not in the library", str(place.whole), "tgreader index adds its file")
            return Both(str(place), (), into)
        if not into or place.paragraph is not None:
            index.look_for(place)
        return Both(str(place), tuple(one for one in index.made_by(place) if _is_in(one.address, place)), into)
    file = index.file_of(place)
    if not file:
        return Both(str(place), (), into)
    shelf = Shelf([file])
    for _ in shelf.open_all():
        pass
    if place.page is not None and not into and not where_printed(shelf, place.page, place.volume):
        raise AddressError(f"has no printed page {place.page}", str(Address(place.volume)))
    return Both(str(place), tuple(_made(place, shelf, Referring(shelf))), into)


def library_index(folder: str | None) -> IndexedCitings:
    """The index of a library.

    Args:
        folder: as `library.work.work.library_folder` takes it.

    Raises:
        LibraryError: nothing is indexed there, or it cannot be read.
    """
    from tgreader.library.work.work import library_folder

    try:
        return IndexedCitings(library_folder(folder))
    except LibraryError as error:
        raise LibraryError(error.what, error.where, f"{error.remedy}; or name the files to look through") from error


def _place(asked: str, is_known: Callable[[Address], bool]) -> Address | None:
    """What was asked for as a place; None where it is words. A path is a place if it is one here."""
    address = parse_address(asked)
    if address.volume is not None or is_known(address) or os.path.exists(address.path or ""):  # noqa: PTH110
        return address
    return None


def _thing(place: Address) -> Wanted:
    """A place as something to ask about; a paragraph stands for its document, whose own words are left out."""
    exact = place.note is not None or place.page is not None
    target = place._replace(paragraph=None, offset=0) if exact else place.whole
    return Wanted(str(target), (target,), but=None if exact else place.whole)


def _made(place: Address, shelf: Shelf, referring: Referring) -> Iterator[Citing]:
    """What is cited at a place of what is open: in a document or a part of it, on a page, in a volume.

    Raises:
        AddressError: nothing here has that place.
    """
    if place.document is None and place.path is None:
        addresses = [p.entry.address for p in shelf.places if p.entry.address.volume == place.volume]
    else:
        locate(shelf.document(place), place)
        addresses = [place.whole]
    if not addresses:
        raise AddressError("is not among the documents read", str(place), "name the file that holds it")
    for address in addresses:
        document = shelf.passing(address)
        if document is not None and (place.page is None or _has_page(document, place.page)):
            for citing in citings(document, referring.find(document)):
                if _is_in(citing.address, place) and (place.page is None or _page(document, citing) == place.page):
                    yield citing


def _is_in(address: Address, place: Address) -> bool:
    """Whether a place that cites is in the place asked for."""
    if place.note is not None:
        return address.note == place.note
    return place.paragraph is None or (address.note is None and address.paragraph == place.paragraph)


def _has_page(document: Document, label: str) -> bool:
    return document.page_before == label or any(page.label == label for page in document.pages())


def _page(document: Document, citing: Citing) -> str | None:
    """The printed page of a place that cites; a note is on the page of its marker."""
    arrival = locate(document, citing.address)
    return document.page_at(arrival.block, arrival.offset or 0)


def lines(both: Both) -> Iterator[str]:
    """Both directions for people: a line for what is cited or cites, and below it the sentence."""
    if both.out or both.is_place:
        yield f"{both.asked} cites {_number(both.out, 'thing', 'nothing')}"
    for citing in both.out:
        named = citing.title or citing.words
        named = f"{citing.kind} {named}" if citing.kind in SENT and named[:1].isdigit() else named
        target = str(citing.target) if citing.target else named
        yield f"  {citing.where} → {target} · {citing.status}{_doubt(citing)}"
        yield f"      {citing.sentence}"
    yield f"{both.cited or both.asked} is cited {_number(both.into, 'time', f'nowhere {both.looked}')}"
    for citing in both.into:
        yield f"  {citing.address._replace(offset=0)} · {citing.document}{_doubt(citing)}"
        yield f"      {citing.sentence}"


def _doubt(citing: Citing) -> str:
    return " (inferred)" if citing.inferred else ""


def _number(found: Sequence[Citing], what: str, none: str) -> str:
    return f"{len(found):,} {what}{'' if len(found) == 1 else 's'}" if found else none
