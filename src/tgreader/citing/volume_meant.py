"""Which volume of the series a citation's words mean."""

from __future__ import annotations

import re
from functools import cache

from tgreader.citing import catalogue
from tgreader.citing.catalogue import VolumeFacts, covered_years
from tgreader.citing.office import short_names
from tgreader.citing.volume_number import VolumeNumber, arabic, read_number
from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple

_MONTHS = pattern(r" (?:january|february|march|april|may|june|july|august|september|october|november|december) ")
# Words in the titles of so many volumes that they tell none of them.
_UNTELLING = frozenset(
    """accompanying affairs american between conference conferences congress documents foreign from general message
    papers part president relating relations report states united volume washington with""".split()  # noqa: SIM905 - a text reads better
)


_WHOLE_NAME = 1.8
"""How far a volume is named by its whole title, be it without years and article."""
_BY_NAME = 0.5
"""How well a volume fits of which no more than its own title is named."""


class _Shelved(NamedTuple):
    """A volume as it is compared: its words in plain form.

    Attributes:
        series: only where that alone names it.
        name: its own title; `short` is that without years and a leading article.
        telling: the words of its title that tell it from others.
        appendix: its number as an appendix, or "".
    """

    facts: VolumeFacts
    years: tuple[int, int]
    number: VolumeNumber
    title: str
    series: str
    name: str
    short: str
    telling: frozenset[str]
    needs_name: bool
    is_supplement: bool
    appendix: str


@cache
def _shelf() -> tuple[_Shelved, ...]:
    return tuple(map(_shelved, map(catalogue.volume, catalogue.ids())))


@cache
def _of_years(years: tuple[int, int] | None) -> tuple[_Shelved, ...]:
    """The volumes that may be meant where these years are named: theirs, and those without years in their title."""
    return tuple(shelved for shelved in _shelf() if shelved.years == years or not shelved.facts.years)


def _shelved(facts: VolumeFacts) -> _Shelved:
    name = _plain(facts.name) if facts.name else ""
    numbered = re.search(r"app(\d)$", facts.id)
    return _Shelved(
        facts,
        covered_years(facts.id),
        read_number(facts.number),
        _plain(facts.title),
        "" if facts.years or facts.name else _plain(facts.series),
        name,
        re.sub(r" (?:1[89]\d\d )+|^ the ", " ", name) if not _MONTHS.search(name) else "",
        frozenset(word for word in name.split() if _tells(word)),
        bool(short_names(facts)[1]),
        "supp" in facts.id.lower(),
        ("" if "ppendix" not in facts.title else numbered[1] if numbered else "any"),
    )


def _tells(word: str) -> bool:
    return (len(word) > 3 or word.isdecimal()) and word not in _UNTELLING and not re.fullmatch(r"1[89]\d\d", word)


def _plain(text: str) -> str:
    """Letters and figures alone, in lower case, one space between words and around the whole."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return f" {' '.join(words)} "


class Meant(NamedTuple):
    """The volumes that fit a citation's words best, and how well they fit; several where they fit equally well."""

    fit: float
    volumes: list[VolumeFacts]

    @property
    def by_name_alone(self) -> bool:
        """Whether neither years nor number were named."""
        return self.fit == _BY_NAME


def volumes_meant(words: str, years: tuple[int, int] | None, number: VolumeNumber) -> Meant:
    """The volumes that fit best.

    Args:
        words: of the citation, as far as they can name a volume.
        years: the first and last that they name, if any.
        number: of the volume, as far as they name it.
    """
    plain = _plain(words)
    told = set(plain.split())
    scores = [(_fit(shelved, plain, told, years, number), shelved.facts) for shelved in _of_years(years)]
    scores += [] if any(score > 0 for score, _ in scores) else _by_name_alone(plain, years, number)
    best = max((score for score, _ in scores), default=0)
    return Meant(best, [facts for score, facts in scores if score == best] if best > 0 else [])


def _by_name_alone(words: str, years: tuple[int, int] | None, number: VolumeNumber) -> list[tuple[float, VolumeFacts]]:
    """The volumes whose whole own title is named without the years of its subseries: those that the title has count.

    One word alone (`Cuba`) may mean each volume that has it in its title.
    """
    fitting = [s for s in _shelf() if not number.volumes or _same_number(number, s.number)]
    if years is not None:
        fitting = [shelved for shelved in fitting if f" {years[0]} " in shelved.name]
    named = [shelved for shelved in fitting if shelved.telling and shelved.name in words]
    if longest := max(named, key=lambda shelved: len(shelved.name), default=None):
        if years is None and len(longest.telling) == 1:
            return [(_BY_NAME, shelved.facts) for shelved in fitting if longest.telling <= shelved.telling]
        return [(_BY_NAME, shelved.facts) for shelved in named if len(shelved.name) == len(longest.name)]
    return []


def _fit(shelved: _Shelved, words: str, told: set[str], years: tuple[int, int] | None, number: VolumeNumber) -> float:
    """How well a volume fits; 0 where it cannot be meant."""
    counted = bool(number.volumes or number.part)
    if counted and not _same_number(number, shelved.number):
        return 0
    if shelved.title in words:
        return 100 + len(shelved.title)
    if ("supplement" in told) > shelved.is_supplement or not _same_appendix(shelved.appendix, words):
        return 0
    named = _named(shelved, words, told)
    fit = 6.0 if shelved.series and shelved.series in words else 0.0
    if years == shelved.years:
        fit += 4.05 if named else 4
    elif named >= _WHOLE_NAME or (named >= 1 and _overlap(years, shelved.years)):
        fit += 0 if shelved.facts.years else 4
    if not fit:
        return 0
    if counted and number.part == shelved.number.part:
        fit += 0.25 if number.volumes else -0.25
    if shelved.facts.number and not counted:
        fit += 2 if _plain(shelved.facts.number) in words else -1
    if named or ("supplement" in told and not number.supplement) or (shelved.appendix and "appendix" in told):
        return fit + named
    return fit - (2 if shelved.needs_name else 0.5 if shelved.name else 0)


def _named(shelved: _Shelved, words: str, told: set[str]) -> float:
    """How far words name a volume: by its whole title, by that without years, by most or all words that tell it."""
    if shelved.name and shelved.name in words:
        return 2 + len(shelved.name) / 1000
    if shelved.short.strip() and shelved.short in words:
        return _WHOLE_NAME + len(shelved.short) / 1000
    said = len(shelved.telling & told)
    if said and (said > 1 or shelved.needs_name):
        return 0.5 + said / len(shelved.telling)
    return 0


def _overlap(named: tuple[int, int] | None, covered: tuple[int, int]) -> bool:
    """Whether a volume covers any of the years that are named, if any are."""
    return named is None or (named[0] <= covered[1] and covered[0] <= named[1])


def _same_number(asked: VolumeNumber, printed: VolumeNumber) -> bool:
    same = asked.volumes == printed.volumes or (not asked.volumes and asked.part == printed.part)
    return same and asked.supplement == printed.supplement and asked.part in ("", printed.part)


def _same_appendix(appendix: str, words: str) -> bool:
    """Whether what words say of an appendix fits the volume: one is meant where one is named, and only that."""
    found = re.search(r" appendix (?:([ivx]+|\d) )?", words)
    if not found:
        return True
    asked = arabic(found[1]) if found[1] else ""
    return bool(appendix) and (not asked or appendix in (asked, "any"))
