"""Open quickly: a document by its number, words of its heading, people, date or address, while that is typed.

Over the whole library where it is indexed, with what is open and not in the index; else over what is open, as far as
its contents say. Every word typed is the beginning of one.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from tgreader.errors import LibraryError
from tgreader.model.address import Address, parse_address
from tgreader.model.document import Entry
from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple
from tgreader.reading.document.find import folded
from tgreader.reading.document.titles import volume_title
from tgreader.reading.searching.filters import dates_meant
from tgreader.reading.shelf.shelf import Shelf

if TYPE_CHECKING:
    from tgreader.library.index.openings import Opening, Openings

MOST = 50
_DAY = pattern(r"\d{4}-\d\d-\d\d", re.ASCII)
_NO_WORD = pattern(r"[\W_]+")


class Candidate(NamedTuple):
    """A document that may be meant.

    Attributes:
        address: of the whole document.
        title: number and heading.
        facts: date and volume.
    """

    address: Address
    title: str
    facts: str


class Quickly:
    """Finds documents to open. Threads take turns.

    Args:
        shelf: what is open.
        folder: the library's folder, or None where there is no library.
    """

    def __init__(self, shelf: Shelf, folder: Path | None) -> None:
        self._shelf = shelf
        self._folder = folder
        self._openings: Openings | None = None
        self._entries: list[tuple[str, Entry]] = []
        self._turn = Lock()
        self.trouble: LibraryError | None = None

    @property
    def is_whole_library(self) -> bool:
        """Whether the library is indexed, as far as is known yet."""
        return self._openings is not None

    def find(self, typed: str) -> list[Candidate] | None:
        """The documents that may be meant, likeliest first; None where that was broken off.

        Args:
            typed: what was typed so far; nothing at all means the documents that are open.
        """
        from tgreader.library.index.reader import InterruptedSearch

        with self._turn:
            try:
                found = {one.address: one for one in map(_of_opening, self._in_library(typed))}
            except InterruptedSearch:
                return None
            except LibraryError as error:
                self.trouble, found = error, {}
            for entry in self._on_shelf(typed):
                if len(found) >= MOST:
                    break
                found.setdefault(entry.address, _of_entry(entry))
            return list(found.values())

    def interrupt(self) -> None:
        """Break off what is being looked for."""
        if self._openings is not None:
            self._openings.interrupt()

    def close(self) -> None:
        """Look for nothing more."""
        with self._turn:
            if self._openings is not None:
                self._openings.close()
                self._openings = None

    def _in_library(self, typed: str) -> list[Opening]:
        from tgreader.library.index.openings import Openings
        from tgreader.library.index.schema import FILE

        if self._folder is None or not typed.strip():
            return []
        if self._openings is None:
            if not (self._folder / FILE).exists():
                return []
            self._openings = Openings(self._folder)
        date = dates_meant(typed)  # as people write them: `22 August 1972`
        by_date = self._openings.find(date, MOST) if date and date != typed.strip() and _DAY.fullmatch(date) else []
        return [*by_date, *self._openings.find(typed, MOST)][:MOST]

    def _on_shelf(self, typed: str) -> Iterator[Entry]:
        """What is open and has all the words; a document of just that number first."""
        wanted = _words(typed)
        places = self._shelf.places
        for place in places[len(self._entries) :]:
            self._entries.append((f" {_words(_said_of(place.entry))} ", place.entry))
        fitting = [
            entry for words, entry in self._entries if all(f" {word}" in words for word in wanted.split())
        ]  # fmt: skip
        number = wanted.partition(" ")[0]
        yield from (entry for entry in fitting if number and _words(entry.number or "") == number)
        yield from fitting


def _words(text: str) -> str:
    return _NO_WORD.sub(" ", folded(text)).strip()


def _said_of(entry: Entry) -> str:
    """All that a document may be found by."""
    year, month, day = (*(entry.date or "").split("-"), "", "", "")[:3]
    name = month_name[int(month)] if month.isdecimal() and 1 <= int(month) <= 12 else ""
    said = (entry.number, entry.heading, year, month, day, day.lstrip("0"), name, str(entry.address))
    return " ".join(part for part in said if part)


def _of_opening(opening: Opening) -> Candidate:
    title = f"{opening.number}. {opening.heading}" if opening.number else opening.heading
    return Candidate(parse_address(opening.address), title, _facts(opening.date, opening.volume))


def _of_entry(entry: Entry) -> Candidate:
    title = f"{entry.number}. {entry.heading}" if entry.number else entry.heading
    return Candidate(entry.address, title, _facts(entry.date or "", entry.address.volume or ""))


def _facts(date: str, volume: str) -> str:
    return " · ".join(part for part in (date or "no date", volume_title(volume) if volume else "") if part)
