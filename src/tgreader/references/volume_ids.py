"""What the id of a volume says: its short name, its number, and whether its notes cite pages or documents."""

from __future__ import annotations

import re
from functools import cache

from tgreader.model.patterns import pattern
from tgreader.references.numbers import roman

LAST_YEAR_CITED_BY_PAGE = 1954
"""The last year of the last subseries whose notes cite its own pages and not its documents."""

_ID = pattern(
    r"frus(\d{4})(?:-(\d\d))?([A-Z][A-Za-z]+?(?:\d\d)?)?(?:v(e?)0*(\d+)(-\d+)?)?(?:p(\d))?(m?Supp\d?)?", re.ASCII
)


@cache
def volume_title(volume: str) -> str:
    """A short name for a volume, made from its id: `frus1969-76v19p1` is `1969–1976, vol. XIX, Part 1`."""
    found = _ID.fullmatch(volume)
    if not found:
        return volume
    first, last, name, electronic, number, _, part, rest = found.groups()
    years = f"{first}–{first[:2]}{last}" if last else first
    words = [years + (f" {name}" if name else "")]
    if number:
        words.append(f"vol. E–{number}" if electronic else f"vol. {roman(int(number))}")
    words += [f"Part {part}"] if part else []
    words += [rest.replace("mSupp", "Microfiche Supplement ").strip()] if rest else []
    return ", ".join(words)


_NO_NAME = ("", "", "", "")


def number_of(volume: str | None) -> str | None:
    """The number in a volume's id, in the form of `Known.volumes`: `19` of `frus1969-76v19p1`."""
    found = _ID.fullmatch(volume or "")
    return f"{found[4]}{found[5]}" if found and found[5] else None


def supplemented(volume: str | None) -> tuple[str, ...]:
    """The numbers of the printed volumes to which a volume is the supplement; none where it is not one."""
    found = _ID.fullmatch(volume or "")
    if not found or not found[5] or not found[8]:
        return ()
    first = int(found[5])
    return tuple(map(str, range(first, int((found[6] or f"-{first}")[1:]) + 1)))


def is_annual(volume: str | None) -> bool:
    """Whether a volume is one of a single year: those, up to 1951, print no numbers of documents."""
    found = _ID.fullmatch(volume or "")
    return found is not None and not found[2]


def numbered_through(volume: str | None) -> tuple[str, ...]:
    """The volumes that number their documents in one row with this one's: the two on the Conference of Berlin.

    They alone of their time print numbers (`document No. 710`), of which the second volume has the higher.
    """
    found = _ID.fullmatch(volume or "")
    return ("frus1945Berlinv01", "frus1945Berlinv02") if found and found[3] == "Berlin" else ()


def cited_by_page(volume: str | None) -> bool:
    """Whether a volume cites its own pages: those up to the 1952–1954 subseries do, later ones cite their documents.

    Volumes with a name and no number (`frus1952-54Guat`) came out later and cite documents.
    """
    found = _ID.fullmatch(volume or "")
    if not found or not found[5]:
        return False
    return int(found[1][:2] + (found[2] or found[1][2:])) <= LAST_YEAR_CITED_BY_PAGE


def named_volumes(volumes: tuple[str, ...], title: str | None, like: str | None = None) -> tuple[str, ...]:
    """Of several volumes, those whose id has the name that is printed, or none where none is.

    `Foreign Relations, 1945, vol. ii` is `frus1945v02`; only the words `The Conference of Berlin` make it
    `frus1945Berlinv02`. Where no years are printed (`vol. ii, p. 5`), a volume of the same name as that in which the
    words stand, `like`, is meant: the Paris Peace Conference's in its own volumes.
    """
    if len(volumes) < 2:
        return volumes
    first = min(volumes, key=len)
    if not title and all(volume.startswith(f"{first}app") for volume in volumes if volume != first):
        return (first,)  # `Foreign Relations, 1894` is not its appendices
    names = {volume: (_ID.fullmatch(volume) or _NO_NAME)[3] or "" for volume in volumes}
    own = (_ID.fullmatch(like or "") or _NO_NAME)[3]
    if own and not title and (same := tuple(volume for volume in volumes if names[volume] == own)):
        return same
    said = tuple(volume for volume in volumes if names[volume] and _is_said(names[volume], title or ""))
    return said or tuple(volume for volume in volumes if not names[volume]) or volumes


def _is_said(name: str, title: str) -> bool:
    """Whether the name in an id (`Berlin`, `Supp01`) is in printed words."""
    letters = name.rstrip("0123456789")
    if letters == "Supp":
        number = name[len(letters) :].lstrip("0")
        return title.startswith(f"Supplement {number},")
    return all(word in title for word in re.findall(r"[A-Z][a-z]+", letters))
