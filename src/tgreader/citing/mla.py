"""The works-cited entry of the MLA Handbook (9th edition).

The document is a work in a container, the volume, whose own container is the Office's site; web addresses stand without
`https://`, and three or more editors become the first and `et al.` (5.6–5.7, 5.31, 5.84–5.98).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tgreader.citing.chicago import described
from tgreader.citing.citation import Citation, Cited, Line
from tgreader.citing.locator import Wording
from tgreader.citing.office import imprint, loose
from tgreader.citing.volume_number import in_chicago
from tgreader.citing.words import date_parts, day_first, heading_of, iso_days

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDING = Wording("document", "par.", "mla", small=True)
_UNSHORTENED = {5: "May", 6: "June", 7: "July", 9: "Sept."}


def works_cited(cited: Cited, url: bool | None) -> Citation:
    """`“Telegram From …” 22 Aug. 1972. *Foreign Relations of …*, edited by …, vol. 39, …, 2008, document 106. …`."""
    volume = cited.volume
    if volume is None:
        return loose(cited).ended()
    line = Line()
    if cited.document is not None and cited.document.heading:
        line.add(f"“{heading_of(cited.document)}.” ")
        if date := _written(described(cited).date):
            line.add(f"{date}. ")
    line.add(", ".join(part for part in (volume.series, volume.years) if part), italic=True)
    if volume.number:
        line.add(f", {in_chicago(volume.number)}")
    if volume.name:
        line.add(", ").add(volume.name, italic=True)
    if volume.editors:
        line.add(f", edited by {_first_two(volume.editors)}")
    place = cited.place(WORDING)
    line.add(f", {imprint(volume)}").list(place[1:] if _is_section(cited) else place)
    if url is not False and cited.url:
        line.add(". ").add("Office of the Historian", italic=True)
        line.add(f", United States, Department of State, {cited.url.removeprefix('https://')}")
        if cited.accessed:
            line.add(f". Accessed {short_date(cited.accessed)}")
    return line.ended()


def _is_section(cited: Cited) -> bool:
    """Whether a part that has a name and no number stands as the title already."""
    return bool(cited.document and cited.document.heading and cited.locator.section)


def _written(printed: str) -> str:
    """A document's own date: `22 Aug. 1972`, `29–30 Jan. 1954`, or as it is printed."""
    first, last = iso_days(printed)
    if last[:7] == first[:7] and last:
        return f"{date_parts(first)[2]}–{short_date(last)}"
    return "–".join(short_date(day) for day in (first, last) if day) or printed


def short_date(iso: str) -> str:
    """`22 Aug. 1972`: months of more than four letters are shortened (MLA, appendix 1)."""
    parts = date_parts(iso)
    if len(parts) < 2:
        return day_first(iso)
    month = _UNSHORTENED.get(parts[1], day_first(f"{parts[0]:04}-{parts[1]:02}", months=3).split()[0] + ".")
    return " ".join(str(part) for part in (*parts[2:], month, parts[0]))


def _first_two(names: Sequence[str]) -> str:
    return f"{names[0]} et al." if len(names) > 2 else " and ".join(names)
