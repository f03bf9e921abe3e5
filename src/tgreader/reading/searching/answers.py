"""What is asked of the library, and what it answers, as a screen shows that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from tgreader.model.address import Address, parse_address
from tgreader.model.inline import Range
from tgreader.model.tuples import NamedTuple
from tgreader.reading.searching.timeline import Period

if TYPE_CHECKING:
    from tgreader.library.index.search import Hit, Keyword
    from tgreader.library.query.tree import Query


class Asked(NamedTuple):
    """What is asked of the library.

    Attributes:
        words: the query, as typed.
        by_date: whether the oldest hits come first; else the best.
        period: the first and last month picked on the timeline, or None.
        volume: the volume picked, or None.
    """

    words: str = ""
    by_date: bool = False
    period: tuple[str, str] | None = None
    volume: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        return not self.words.strip()

    @property
    def is_picked(self) -> bool:
        """Whether only some of the hits are listed, since a period or a volume was picked."""
        return self.period is not None or self.volume is not None


class ShownHit(NamedTuple):
    """A document that was found, or a place in it, as a list shows it.

    Attributes:
        place: where the words stand.
        title: number and heading.
        date: as far as it is known; `no date` where it is not.
        where: volume, printed page, and the note it is in.
        sentence: the sentence around the words.
        marked: the words in it, as ranges.
    """

    place: Address
    title: str
    date: str
    where: str
    sentence: str
    marked: Sequence[Range] = ()


class Counted(NamedTuple):
    """How many documents were found, and how many were left out since dates are asked for and they have none.

    They are too many to be all `ranked` where a few letters are looked for that very many words begin with: then those
    with it in the heading come first.
    """

    documents: int
    undated: int = 0
    ranked: bool = True


class Listed(NamedTuple):
    """Hits, and how many stand before them in the list."""

    hits: Sequence[ShownHit]
    start: int = 0


class VolumeCount(NamedTuple):
    """A volume, and how many hits are in it; an id of None stands for all volumes."""

    id: str | None
    name: str
    documents: int


class Spread(NamedTuple):
    """How the hits are spread.

    Attributes:
        months: how many are of each month, as `1972-08`; of each year where no more is known.
        undated: how many have no date.
        volumes: how many are in each volume; those with most first.
    """

    months: Mapping[str, int]
    undated: int
    volumes: Sequence[VolumeCount]


Answer = Counted | Listed | Spread


def picked(asked: Asked) -> Query:
    """The query that is asked, with the period and the volume that were picked.

    Raises:
        QueryError: it is no query.
    """
    from tgreader.library.query.language import parse_query
    from tgreader.library.query.tree import Filter

    query = parse_query(asked.words)
    if asked.period is not None:  # who picks a month wants no document without a date
        query = query._replace(undated=False).within(Filter("date", ("..".join(asked.period),)))
    return query if asked.volume is None else query.within(Filter("volume", (asked.volume,)))


def shown(hit: Hit) -> ShownHit:
    """A hit, as a list shows it."""
    place = parse_address(hit.place)
    title = f"{hit.number}. {hit.heading}" if hit.number else hit.heading
    text, marked = hit.excerpt
    return ShownHit(place, title, hit.date or "no date", _where(place, hit.page), text, marked)


def shown_place(word: Keyword) -> ShownHit:
    """A place of the words, as a concordance shows it."""
    place = parse_address(word.place)
    return ShownHit(place, word.address, word.date or "no date", _where(place, word.page), "")


def _where(place: Address, page: str | None) -> str:
    """Volume, printed page and note of a place, in words."""
    file = PurePath(place.path).name if place.path is not None else ""
    parts = (file or volume_name(place.volume or ""), page and f"p. {page}", place.note and f"note {place.note}")
    return " · ".join(part for part in parts if part)


def called(name: str, value: str) -> str:
    """What a filter's value is called."""
    if name == "volume":
        return f"{volume_name(value)} ({value})"
    if name == "date" and len(value) > len("1972"):
        return f"{value} ({Period(value, value, 0).words})"
    return value


def volume_name(volume: str) -> str:
    """What a volume is called; "" stands for none that is known."""
    from tgreader.reading.document.titles import volume_title  # the catalogue takes a moment to read

    return volume_title(volume) if volume else "files of unknown volume"
