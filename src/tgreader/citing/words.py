"""Names, dates and lists, as citations write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

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


def visible(text: str) -> str:
    """Text as long as before that is safe to show: neither control characters nor lone surrogates are passed on."""
    return text.translate(_VISIBLE).encode("utf-8", "replace").decode()


def heading_of(document: Document) -> str:
    """A document's heading on one line, and no longer than headings are."""
    heading = " ".join(document.heading[: 2 * LONGEST_HEADING].split())
    return heading if len(heading) <= LONGEST_HEADING else heading[:LONGEST_HEADING].rstrip() + "…"


def joined(names: Sequence[str], word: str = "and") -> str:
    """`A`, `A and B`, `A, B, and C`."""
    if len(names) < 3:
        return f" {word} ".join(names)
    return f"{', '.join(names[:-1])}, {word} {names[-1]}"


def capitalised(words: str) -> str:
    """With a capital first letter; the rest as it is."""
    return words[:1].upper() + words[1:]


def family_given(name: str) -> tuple[str, str, str]:
    """A name as (family, given, generation): `("Sanford", "William F.", "Jr.")`."""
    generation = re.search(_GENERATION, name)
    given, _, family = (name[: generation.start()] if generation else name).rpartition(" ")
    return family, given, generation[1] if generation else ""


def initials(name: str) -> str:
    """`Selvage, D. E.`, as the APA writes names; a generation stays last: `Sanford, W. F., Jr.`."""
    family, given, generation = family_given(name)
    short = " ".join("-".join(f"{part[0]}." for part in word.split("-") if part) for word in given.split())
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
