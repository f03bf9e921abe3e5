"""The series catalogue: what is known of every volume, from its id.

`catalogue.tsv` holds one line a volume and is written by `catalogue_build`. It is read once, as text; only the lines
that are asked for are taken apart.
"""

from __future__ import annotations

import re
from functools import cache
from os.path import dirname, join
from typing import TYPE_CHECKING

from tgreader.errors import CatalogueError
from tgreader.model.tuples import NamedTuple

if TYPE_CHECKING:
    from tgreader.citing.volume_number import VolumeNumber

FILE = join(dirname(__file__), "catalogue.tsv")  # noqa: PTH118, PTH120 - pathlib costs a third of Python's own start
LIST_SEPARATOR = "; "


class VolumeFacts(NamedTuple):
    """One volume of the series, as its bibliographic record has it; what the record lacks is empty.

    Attributes:
        id: the series' id (`frus1969-76v19p1`).
        title: complete, as the Office of the Historian cites it.
        series: the head of the title that citations print in italics (`Foreign Relations of the United States`).
        years: of the subseries, as printed (`1969–1976`).
        number: as printed (`Volume XIX, Part 1`, `Part II, Volume I`, `Volumes X/XI/XII, Microfiche Supplement`).
        name: the volume's own title (`Korea, 1969–1972`).
        editors: its editors, general editors left out.
        general_editors: of the series when it was printed.
        published: the year.
        publisher: as citations name it.
        media: `print`, `microfiche`, or `epub` for volumes published on the web alone.
        status: `published`, or how far it had come when the record was made.
        isbn: of thirteen digits where there is one, else of ten.
        cited_by: `document` where the printed volume numbers its documents, else `page`.
    """

    id: str
    title: str
    series: str
    years: str
    number: str
    name: str
    editors: tuple[str, ...]
    general_editors: tuple[str, ...]
    published: str
    publisher: str
    media: str
    status: str
    isbn: str
    cited_by: str


COLUMNS = VolumeFacts._fields
_LISTS = frozenset({"editors", "general_editors"})


def volume(identity: str) -> VolumeFacts:
    """The facts of one volume.

    Args:
        identity: the series' id, in any case.

    Raises:
        CatalogueError: the catalogue has no such volume.
    """
    facts = _parsed(identity.strip().lower())
    if facts is None:
        raise CatalogueError(
            "the series catalogue has no such volume",
            identity,
            "its ids are those of history.state.gov/historicaldocuments; a newer volume is cited by its file (--in)",
        )
    return facts


def ids() -> tuple[str, ...]:
    """The ids of all volumes, in the order of the catalogue."""
    return tuple(line.partition("\t")[0] for line in _lines().values())


@cache
def _lines() -> dict[str, str]:
    """Each line by its id in small letters; that of column names is left out."""
    with open(FILE, encoding="utf-8") as file:  # noqa: PTH123 - as above
        lines = file.read().splitlines()[1:]
    return {line.partition("\t")[0].lower(): line for line in lines}


@cache
def _parsed(lowered: str) -> VolumeFacts | None:
    line = _lines().get(lowered)
    return None if line is None else _parse_line(line)


def _parse_line(line: str) -> VolumeFacts:
    fields = dict(zip(COLUMNS, line.split("\t"), strict=True))
    lists = {name: tuple(fields[name].split(LIST_SEPARATOR)) if fields[name] else () for name in _LISTS}
    return VolumeFacts(**{**fields, **lists})  # type: ignore[arg-type]


def covered_years(identity: str) -> tuple[int, int]:
    """The first and last year in a volume's id: (1969, 1976) of `frus1969-76v39`, (1948, 1948) of `frus1948v02`."""
    first = int(identity[4:8])
    return (first, first // 100 * 100 + int(identity[9:11])) if identity[8:9] == "-" else (first, first)


def find(years: tuple[int, int], number: VolumeNumber | None = None, words: str = "") -> tuple[str, ...]:
    """The ids of the volumes that cover just these years and fit the rest.

    Args:
        years: first and last, as in the subseries; the same twice for an annual volume.
        number: None asks for any; a number without part fits every part.
        words: all of them must be in the complete title, in any case.
    """
    from tgreader.citing.volume_number import read_number

    wanted = re.findall(r"\w+", words.casefold())
    return tuple(
        facts.id
        for facts in (volume(identity) for identity in ids() if covered_years(identity) == years)
        if (number is None or _fits(number, read_number(facts.number)))
        and all(word in facts.title.casefold() for word in wanted)
    )


def _fits(asked: VolumeNumber, printed: VolumeNumber) -> bool:
    same = asked.volumes == printed.volumes and asked.supplement == printed.supplement
    return same and asked.part in ("", printed.part)
