"""Which volume of the series a citation's words mean."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from tgreader.citing import catalogue
from tgreader.citing.catalogue import VolumeFacts, covered_years
from tgreader.citing.office import short_names
from tgreader.citing.volume_number import VolumeNumber, read_number


class _Shelved(NamedTuple):
    """A volume as it is compared: its words in plain form; `series` only where that alone names it."""

    facts: VolumeFacts
    years: tuple[int, int]
    number: VolumeNumber
    title: str
    series: str
    name: str
    needs_name: bool


@cache
def _shelf() -> tuple[_Shelved, ...]:
    return tuple(
        _Shelved(
            facts,
            covered_years(facts.id),
            read_number(facts.number),
            _plain(facts.title),
            "" if facts.years or facts.name else _plain(facts.series),
            _plain(facts.name) if facts.name else "",
            bool(short_names(facts)[1]),
        )
        for facts in map(catalogue.volume, catalogue.ids())
    )


def _plain(text: str) -> str:
    """Letters and figures alone, in lower case, one space between words and around the whole."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return f" {' '.join(words)} "


def volumes_meant(words: str, years: tuple[int, int] | None, number: VolumeNumber) -> list[VolumeFacts]:
    """The volumes that fit best; several where they fit equally well.

    Args:
        words: of the citation, as far as they can name a volume.
        years: the first and last that they name, if any.
        number: of the volume, as far as they name it.
    """
    plain = _plain(words)
    scores = [(_fit(shelved, plain, years, number), shelved.facts) for shelved in _shelf()]
    best = max(score for score, _ in scores)
    return [facts for score, facts in scores if score == best] if best > 0 else []


def _fit(shelved: _Shelved, words: str, years: tuple[int, int] | None, number: VolumeNumber) -> float:
    """How well a volume fits; 0 where it cannot be meant."""
    counted = bool(number.volumes or number.part)
    if counted and not _same_number(number, shelved.number):
        return 0
    if shelved.title in words:
        return 100 + len(shelved.title)
    named = bool(shelved.name) and shelved.name in words
    fit = 6.0 if shelved.series and shelved.series in words else 0.0
    if years == shelved.years or (named and not shelved.facts.years):
        fit += 4
    if not fit:
        return 0
    if counted and number.part == shelved.number.part:
        fit += 0.25
    if shelved.facts.number and not counted:
        fit += 2 if _plain(shelved.facts.number) in words else -1
    if named:
        return fit + 2 + len(shelved.name) / 1000
    return fit - (2 if shelved.needs_name else 0.5 if shelved.name else 0)


def _same_number(asked: VolumeNumber, printed: VolumeNumber) -> bool:
    same = (asked.volumes, asked.supplement) == (printed.volumes, printed.supplement)
    return same and asked.part in ("", printed.part)
