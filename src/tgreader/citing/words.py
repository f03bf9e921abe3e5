"""Names, dates and lists, as citations write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tgreader.model.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tgreader.model.document import Document

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# Of a heading, more than this is no heading: the longest of the series, with its summary on microfiche, has under 800.
LONGEST_HEADING = 1_000
# Control characters and those that turn the direction of writing, by the symbols that stand for them; lines may end.
_VISIBLE = {code: 0x2400 + code for code in range(0x20) if code != 0x0A} | {0x7F: 0x2421}
_VISIBLE |= dict.fromkeys((*range(0x80, 0xA0), 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)), 0xFFFD)
_GENERATION = r",? (Jr\.|Sr\.|II|III|IV)$"
_PARTICLES = frozenset({"van", "von", "de", "du", "la"})
_DAYS = pattern(
    rf"(?:(?P<month>{'|'.join(_MONTHS)}) )?(?:(?P<day>\d{{1,2}})(?:, (?P<year>\d{{4}}))?(?:(?P<joint>–| and )"
    rf"(?:(?P<last_month>{'|'.join(_MONTHS)}) )?(?P<last_day>\d{{1,2}}))?, )?(?P<last_year>\d{{4}})"
)


def visible(text: str) -> str:
    """Text as long as before that is safe to show: neither control characters nor lone surrogates are passed on."""
    return text.translate(_VISIBLE).encode("utf-8", "replace").decode()


def heading_of(document: Document) -> str:
    """A document's heading on one line, and no longer than headings are."""
    heading = " ".join(document.heading[: 2 * LONGEST_HEADING].split())
    return heading if len(heading) <= LONGEST_HEADING else heading[:LONGEST_HEADING].rstrip() + "…"


def joined(names: Sequence[str], word: str = "and") -> str:
    """`A`, `A and B`, `A, B, and C`; a comma before `Jr.` has another after it (CMOS 6.43): `A, Jr., and B`."""
    if len(names) < 3:
        return f"{',' if names and names[0].endswith((', Jr.', ', Sr.')) else ''} {word} ".join(names)
    return f"{', '.join(names[:-1])}, {word} {names[-1]}"


def capitalised(words: str) -> str:
    """With a capital first letter; the rest as it is."""
    return words[:1].upper() + words[1:]


def family_given(name: str) -> tuple[str, str, str]:
    """A name as (family, given, generation): `("Sanford", "William F.", "Jr.")`."""
    generation = re.search(_GENERATION, name)
    given, _, family = (name[: generation.start()] if generation else name).rpartition(" ")
    before, _, particle = given.rpartition(" ")
    if before and particle.lower() in _PARTICLES:
        given, family = before, f"{particle} {family}"
    return family, given, generation[1] if generation else ""


def initials(name: str) -> str:
    """`Selvage, D. E.`, as the APA writes names: spaces between initials, a generation last (`Sanford, W. F., Jr.`)."""
    family, given, generation = family_given(name)
    words = re.sub(r"(?<=\.)(?=[A-Z])", " ", given).split()
    short = " ".join("-".join(f"{part[0]}." for part in word.split("-") if part) for word in words)
    return ", ".join(part for part in (family, short, generation) if part)


def date_parts(iso: str) -> tuple[int, ...]:
    """(1972, 8, 22), or as much of it as the ISO date has; () where it is none."""
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?.*", iso, re.DOTALL)
    parts = tuple(int(part) for part in found.groups() if part) if found else ()
    return parts if len(parts) < 2 or 1 <= parts[1] <= 12 else parts[:1]


def long_date(iso: str) -> str:
    """`August 22, 1972`, `August 1972` or `1972`; "" where it is no date."""
    parts = date_parts(iso)
    month = _MONTHS[parts[1] - 1] if len(parts) > 1 else ""
    if len(parts) == 3:
        return f"{month} {parts[2]}, {parts[0]}"
    return " ".join(str(part) for part in (month, *parts[:1]) if part)


def day_first(iso: str, months: int | None = None) -> str:
    """`22 August 1972`; with `months` letters of the month: `22 Aug 1972`."""
    parts = date_parts(iso)
    month = _MONTHS[parts[1] - 1][:months] if len(parts) > 1 else ""
    return " ".join(str(part) for part in (*parts[2:], month, *parts[:1]) if part)


def iso_days(printed: str) -> tuple[str, str]:
    """The ISO date of a printed one, and where that is a range (`March 30–April 2, 1970`) its last day; else "".

    Of two days that are no range (`June 23 and 25, 1956`) the first; ("", "") where it is no date (`undated`).
    """
    found = _DAYS.fullmatch(printed)
    if found is None:
        return "", ""
    first = _iso(found["year"] or found["last_year"], found["month"], found["day"])
    if found["joint"] != "–":
        return first, ""
    return first, _iso(found["last_year"], found["last_month"] or found["month"], found["last_day"])


def _iso(year: str, month: str | None, day: str | None) -> str:
    parts = [year, f"{_MONTHS.index(month) + 1:02}" if month else "", f"{int(day):02}" if month and day else ""]
    return "-".join(part for part in parts if part)
