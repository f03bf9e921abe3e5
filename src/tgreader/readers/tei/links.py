"""What a link of the TEI points to, as an address.

The forms are those of the series (`#d80`, `#d100fn2`, `#pg_313`, `frus1964-68v20#d104`, a volume alone, the series' own
web addresses). Faults that can mean only one thing are mended: a missing `#`, `dNfnNfnN`, `cr_d6fn4`, a document's
number without its `d`, a roman page number after `d`. Of the others the address is None.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from tgreader.model.address import VOLUME_ID, Address
from tgreader.model.patterns import pattern

_SITE = ("https://history.state.gov/historicaldocuments/", "http://history.state.gov/historicaldocuments/")
_UNMARKED = pattern(r"(?:d\d|pg_|comp\d|ch\d|app\d)[\w.-]*", re.ASCII)
_NOTE = pattern(r"(?:cr_)?(?P<document>[A-Za-z][\w.-]*?)fn(?P<label>[^\s/#:]+)")
_ROMAN = pattern(r"d(?P<page>[IVXLC]+)")
_SECTION = pattern(r"(?![pt]_)[A-Za-z][\w.-]*", re.ASCII)
"""An id of anything but a person or a term."""


def link_target(
    written: str, volume: str, places: Mapping[str, Address], documents: Mapping[str, str]
) -> Address | None:
    """The address of a link's target.

    Args:
        written: the target as the file has it.
        volume: the id of the volume that the link stands in.
        places: of that volume, the ids whose places they do not tell themselves.
        documents: of that volume, the ids of its documents by the same in small letters.
    """
    written = written.strip()
    if written.startswith(_SITE):
        written = written.partition("/historicaldocuments/")[2].replace("/", "#")
    home, mark, place = written.partition("#")
    if not mark and not VOLUME_ID.fullmatch(home):
        home, place = "", home if _UNMARKED.fullmatch(home) else ""
    if home and not VOLUME_ID.fullmatch(home):
        return None
    if not place:
        return Address(home) if home else None
    if home in {"", volume}:
        return places.get(place) or _within(documents.get(place.lower(), place), volume)
    return _within(place, home)


def _within(place: str, volume: str) -> Address | None:
    if place.startswith("pg_"):
        return Address(volume, page=place[3:]) if len(place) > 3 else None
    if place.isdecimal():
        return Address(volume, f"d{place}")
    if roman := _ROMAN.fullmatch(place):
        return Address(volume, page=roman["page"])
    if found := _NOTE.fullmatch(place):
        label, twice, again = found["label"].partition("fn")
        return None if twice and label != again else Address(volume, found["document"], note=label)
    return Address(volume, place) if _SECTION.fullmatch(place) else None
