"""What the library's index knows of who cites what, in the words of `reading.pointing.citing_places`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import get_args

from tgreader.errors import AddressError, LibraryError
from tgreader.library.index.citations import Citations, CitedBy, TelegramCited
from tgreader.model.address import Address, parse_address
from tgreader.model.inline import Status
from tgreader.reading.pointing.citing_places import SENT, Citing, Wanted, document_called, is_meant
from tgreader.reading.pointing.sent_on import date_at
from tgreader.reading.pointing.telegrams_named import Naming, Own, titled
from tgreader.reading.shelf.files import content_of
from tgreader.references.telegrams import Telegram

_STATUSES: tuple[Status, ...] = get_args(Status)


class IndexedCitings:
    """The index of a library, asked what cites a thing; see `reading.backlinks.backlinks.Indexed`.

    Args:
        folder: the library's folder.

    Raises:
        LibraryError: nothing is indexed there, or it cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self._index = Citations(folder)
        self._held: set[Address] = set()
        self._as_it_is: dict[tuple[Address, str], bool] = {}

    def holds(self, address: Address) -> bool:
        """Whether the document of a place is in the index.

        Raises:
            LibraryError: it cannot be read any more.
        """
        if address.whole not in self._held and self._index.is_indexed(_written(address.whole)):
            self._held.add(address.whole)
        return address.whole in self._held

    def holds_as_it_is(self, address: Address, file: str) -> bool:
        """Whether the document of a place is in the index, read from a file with the content that `file` has now.

        Size and time are looked at once for each volume, the content only where they say it may be another.

        Raises:
            LibraryError: it cannot be read any more.
        """
        if not self.holds(address):
            return False
        asked = (Address(address.volume) if address.volume else address.whole, file)
        if asked not in self._as_it_is:
            self._as_it_is[asked] = _is_as_it_was(file, *self._index.file_as_read(_written(address.whole)))
        return self._as_it_is[asked]

    def holds_volume(self, volume: str) -> bool:
        """Whether anything of a volume is in the index, as far as is known."""
        return volume in self._volumes

    @cached_property
    def _volumes(self) -> frozenset[str]:
        try:
            return frozenset(self._index.volumes())
        except LibraryError:
            return frozenset()

    def file_of(self, address: Address) -> str:
        """The file that the document of a place lies in, or ""."""
        try:
            file = self._index.file_of(_written(address.whole))
        except LibraryError:  # the index is gone, or being made anew: what is open can be read all the same
            return ""
        return str(file) if file is not None else ""

    @property
    def volumes(self) -> int:
        """How many volumes are in it."""
        return len(self._volumes)

    def citing(self, wanted: Wanted) -> list[Citing]:
        """The places that cite a thing, in the order of their volumes, each once.

        Raises:
            LibraryError: the index cannot be read any more.
        """
        found = [one for place in wanted.targets for one in self._index.of_place(_written(place))]
        if wanted.key:
            found += self._index.of_key(wanted.key)
        made = (citing_of(one) for one in found)
        return list({citing.address: citing for citing in made if is_meant(wanted, citing)}.values())

    def keys(self) -> list[str]:
        """The keys of all telegrams, papers and books that are cited anywhere.

        Raises:
            LibraryError: the index cannot be read any more.
        """
        return self._index.keys()

    def look_for(self, place: Address) -> None:
        """See that a document that is indexed has a place.

        Raises:
            AddressError: it has no such note, paragraph or page.
            LibraryError: the index cannot be read any more.
        """
        notes, pages, paragraphs = self._index.places_of(_written(place.whole))
        if place.note is not None and place.note not in notes:
            raise AddressError(f"has no note {place.note}", str(place.whole))
        if place.page is not None and place.page not in pages:
            raise AddressError(f"has no printed page {place.page}", str(place.whole))
        if place.note is None and (place.paragraph or 0) > paragraphs:
            raise AddressError(f"has {paragraphs} paragraphs", str(place.whole), "name one of them")

    def made_by(self, address: Address) -> list[Citing]:
        """What a document cites, in the order of its text."""
        return [citing_of(one) for one in self._index.made_by(_written(address.whole))]

    def telegrams(self, volume: str | None) -> tuple[list[Naming], list[Own]]:
        """The places that name telegrams, without their sentences, and the documents that are telegrams.

        Args:
            volume: of the only volume wanted; None for all.

        Raises:
            LibraryError: the index cannot be read any more.
        """
        named = [_naming(one) for one in self._index.telegrams(volume or "")]
        printed = [
            Own(Telegram(*one.message), parse_address(one.address), titled(one.number, one.heading))
            for one in self._index.messages(volume or "")
        ]
        return named, printed

    def told(self, places: Sequence[Naming]) -> list[Citing]:
        """Places that `telegrams` gave, with their sentences.

        Raises:
            LibraryError: the index cannot be read any more.
        """
        return [citing_of(one) for one in self._index.at_references([p.indexed for p in places if p.indexed])]

    def files(self) -> list[str]:
        """Every file that is indexed, where it lies now.

        Raises:
            LibraryError: the index cannot be read any more.
        """
        return [str(file) for file in self._index.files()]

    def close(self) -> None:
        """Close the index."""
        self._index.close()


def citing_of(one: CitedBy) -> Citing:
    """A row of the index as a place that cites."""
    (start, end), text = one.sentence.words[0], one.sentence.text
    place = parse_address(one.place)._replace(offset=one.offset)
    status: Status = next((known for known in _STATUSES if known == one.status), "unknown")
    return Citing(
        place,
        document_called(one.number, one.heading),
        one.date,
        f"note {place.note}" if place.note is not None else f"¶ {place.paragraph}" if place.paragraph else "heading",
        " ".join(text.split()),
        date_at(text, start, end) if one.kind in SENT else "",
        text[start:end],
        one.kind,
        one.title,
        _read(one.target),
        status,
        one.key,
        one.inferred,
        one.why or None,
    )


def _naming(one: TelegramCited) -> Naming:
    """A row of the index as a place that names a telegram."""
    status: Status = next((known for known in _STATUSES if known == one.status), "unknown")
    said = one.said
    citing = Citing(
        parse_address(f"{one.address}#{said.place}" if said.place else one.address),
        document_called(one.document_number, one.heading),
        one.document_date,
        said.said_in,
        "",
        said.date,
        "",
        one.kind,
        "",
        _read(one.target),
        status,
        one.key,
        one.inferred,
        one.why or None,
    )
    telegram = Telegram(one.kind, said.number, said.sender, said.recipient, said.date)
    return Naming(citing, telegram, said.file, one.reference)


def _is_as_it_was(file: str, path: str, size: int, modified: int, content: str) -> bool:
    """Whether a file has the content that another, or itself earlier, had."""
    try:
        state = Path(file).stat()
        if state.st_size != size:
            return False
        if str(Path(file).absolute()) == path and state.st_mtime_ns == modified:
            return True
        return content_of(file) == content
    except (OSError, ValueError):  # it is gone, or no file
        return False


def _read(target: str) -> Address | None:
    try:
        return parse_address(target) if target else None
    except AddressError:
        return None


def _written(address: Address) -> str:
    """As the index has it; a loose file is indexed under its whole path."""
    if address.path is not None:
        address = address._replace(path=str(Path(address.path).absolute()))
    return str(address)
