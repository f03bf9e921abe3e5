"""Datelines: `Moscow, August 22, 1972, 1135Z.` as place and ISO date.

Only what the pattern names is taken; a line that says more, or says it otherwise, is no dateline.
"""

from __future__ import annotations

import re

from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_SAID = (*_MONTHS, "ndated")
"""One of these stands in every dateline."""
_LONGEST = 160
_DATELINE = pattern(
    r"\[? ?(?:(?P<place>(?:[A-Z]|place )[^\d\[\];:]{1,80}?)(?: ?[,.\]]+ ?| ))?[\[(]?"
    r"(?:(?P<undated>[Uu]ndated)"
    rf"|(?:(?P<before>\d\d?)(?:st|d|nd|rd|th)? )?(?P<month>{'|'.join(_MONTHS)})"
    r"(?:,? ?(?P<after>\d\d?)(?:[–-](?:[A-Z][a-z]+ )?\d\d?)?)?,? ?"
    r"(?P<year>1[789]\d\d|20\d\d))"
    # what may follow: the clock, a zone, and how the date is known
    r"(?P<rest>(?:[\s.,\]\[()—–-]|\d{1,4}(?:: ?\d\d)?Z?|[ap]\. ?m\.|noon|midnight|Z|E[SD]T|GMT|local time|\?)*)"
)


class Dateline(NamedTuple):
    """What a dateline says; place as printed, date in ISO form as far as it goes, None where undated."""

    place: str | None
    date: str | None


def read_dateline(line: str) -> Dateline | None:
    """Read a line as a dateline; None where it is none."""
    if len(line) > _LONGEST or not any(word in line for word in _SAID):
        return None
    found = _DATELINE.fullmatch(line)
    if not found:
        return None
    place = found["place"]
    return Dateline(" ".join(place.strip("[] ,").split()) if place else None, _iso(found))


def _iso(found: re.Match[str]) -> str | None:
    if found["undated"]:
        return None
    month = _MONTHS.index(found["month"]) + 1
    day = int(found["after"] or found["before"] or 0)
    return f"{found['year']}-{month:02d}" + (f"-{day:02d}" if 1 <= day <= 31 else "")
