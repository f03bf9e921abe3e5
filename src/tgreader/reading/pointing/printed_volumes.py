"""Which volumes of the catalogue printed words mean: their years, their number and part, and their title."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from tgreader.citing import catalogue
from tgreader.citing.catalogue import VolumeFacts
from tgreader.citing.volume_number import VolumeNumber, read_number

_KEPT = 4096
"""Of how many printed wordings the answer is kept: a text may be made of nothing but new ones."""


@lru_cache(_KEPT)
def printed_volumes(years: str | None, number: str | None, part: str | None, title: str | None) -> tuple[str, ...]:
    """The ids of the volumes that printed words may mean.

    Args:
        years: of the subseries, as ids begin with them (`1969-76`); None where none are meant.
        number: `13`, or `e7`; None where none is printed.
        part: `1`; `supp` for a supplement, `supp1` for its first part; None.
        title: as printed, or None.
    """
    covered = catalogue.covered_years(f"frus{years}") if years else None
    of_years = _of_years().get(covered, ()) if covered else _every()
    fitting = [facts for facts in of_years if _is_numbered(facts, number, part)]
    if title and (len(fitting) != 1 or number is None):
        every = [facts for facts in _every() if _is_numbered(facts, number, part)]
        alike = _titled(fitting, every, _words(title))
        fitting = alike or (fitting if number else [])
    if len(fitting) > 1 and number and not part:  # a volume printed whole goes before parts that have its number
        fitting = [facts for facts in fitting if not _printed_number(facts.number).part] or fitting
    return tuple(facts.id for facts in fitting)


@cache
def _every() -> tuple[VolumeFacts, ...]:
    return tuple(map(catalogue.volume, catalogue.ids()))


@cache
def _of_years() -> dict[tuple[int, int], list[VolumeFacts]]:
    """The volumes by the years that their ids cover."""
    found: dict[tuple[int, int], list[VolumeFacts]] = {}
    for facts in _every():
        found.setdefault(catalogue.covered_years(facts.id), []).append(facts)
    return found


@cache
def _printed_number(words: str) -> VolumeNumber:
    return read_number(words)


def _titled(fitting: Sequence[VolumeFacts], every: Sequence[VolumeFacts], wanted: list[str]) -> list[VolumeFacts]:
    """Of the volumes that fit otherwise, those of that title: the closest sort of likeness that any of them has.

    A title that holds years of its own (`The Conferences at Washington, 1941–1942, and Casablanca, 1943`) is known by
    them, whatever years stand before it.
    """
    words, dated = frozenset(wanted), any(word.isdigit() for word in wanted)
    alike: tuple[Callable[[list[str], VolumeFacts], bool], ...] = (
        lambda name, _: name == wanted,
        lambda _, facts: _word_set(facts.name) >= words,
        lambda name, facts: len(name) > 1 and _word_set(facts.name) <= words,
        lambda _, facts: _word_set(facts.title) >= words,
    )
    for step, is_alike in enumerate(alike):
        if found := [facts for facts in fitting if is_alike(_words(facts.name), facts)]:
            return found
        if step == 0 and dated and (found := [facts for facts in every if is_alike(_words(facts.name), facts)]):
            return found
    elsewhere = [facts for facts in every if _word_set(facts.name) >= words]
    return elsewhere if len(elsewhere) == 1 else []


def _is_numbered(facts: VolumeFacts, number: str | None, part: str | None) -> bool:
    """Whether a volume has the number and part; a supplement to several volumes has each of their numbers.

    A supplement without a number, of the years from 1969 on, is an electronic volume: they were planned as such.
    """
    if number is None and part is None:
        return True
    printed = _printed_number(facts.number)
    supplement, in_part = part is not None and part.startswith("supp"), (part or "").removeprefix("supp")
    if number is None and supplement and not in_part:
        return printed.supplement or "E–" in facts.number
    if (number is not None and number not in printed.volumes) or printed.supplement != supplement:
        return False
    return in_part in ("", printed.part)


@cache
def _words(title: str) -> list[str]:
    return re.findall(r"\w+", title.casefold())


@cache
def _word_set(title: str) -> frozenset[str]:
    return frozenset(_words(title))
