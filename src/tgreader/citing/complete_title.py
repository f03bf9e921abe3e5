"""The complete title of a volume, taken apart: series, years of the subseries, number, and the volume's own title."""

from __future__ import annotations

import re

from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple

_ROMAN = r"[IVXLC]+(?:/[IVXLC]+)*"
_NUMBER = pattern(
    rf", (?P<number>(?:Part (?:I+V?|V), )?Volumes? (?:{_ROMAN}|E–\d+)(?:, Part \d)?(?:, Microfiche Supplement)?"
    r"|Part (?:I+V?|V))(?=,|$)"
)
_SERIES = pattern(
    r"(?P<series>(?:Papers Relating to the )?Foreign Relations of the United States(?:[:,]? Diplomatic Papers)?)"
    r"(?:, (?P<years>\d{4}(?:–\d{4})?)(?=,|$))?(?:, (?P<name>.*))?"
)
_OF_ONE_SESSION = pattern(r"transmitted|with the (?:annual message|address)", re.IGNORECASE)


class CompleteTitle(NamedTuple):
    """The parts of a complete title, as in `catalogue.VolumeFacts`."""

    series: str
    years: str
    number: str
    name: str


def read_title(complete: str) -> CompleteTitle:
    """Take a complete title apart, as `title_as_cited` gives it.

    Whatever the parts, the series stands at its head unchanged: citations print that much in italics.
    """
    found = _NUMBER.search(complete)
    number = found["number"] if found else ""
    head, tail = (complete[: found.start()], complete[found.end() :]) if found else (complete, "")
    series = _SERIES.fullmatch(head + tail)
    if not series or _OF_ONE_SESSION.search(head):
        return CompleteTitle(head, "", number, tail.removeprefix(", "))
    return CompleteTitle(series["series"], series["years"] or "", number, series["name"] or "")
