"""The number of a volume: read in every form it is printed or typed in, and written as a style wants it."""

from __future__ import annotations

import re

from tgreader.model.tuples import NamedTuple

_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN = r"(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_NUMERAL = r"\b[IVXLC]+\b"
_VOLUMES = r"\b(?:volumes?|vols?\.?|v\.)\s*(?P<volumes>e\s*[-–—]?\s*\d+|[ivxlc\d]+(?:\s*[/&–-]\s*[ivxlc\d]+)*)\b"
_PART = r"\b(?:part|pt\.?)\s*(?P<part>[ivx]+|\d+)\b"
_SUPPLEMENT = r"\bmicrofiche|\bsupp(?:l\.|lement)?\b(?!,? (?:\d|the world))"


def arabic(numeral: str) -> str:
    """A Roman numeral in Arabic figures; what is none is returned as it is."""
    upper = numeral.upper()
    if not re.fullmatch(_ROMAN, upper):
        return numeral
    values = [_ROMAN_VALUES[letter] for letter in upper]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return str(sum(-value if value < following else value for value, following in pairs))


class VolumeNumber(NamedTuple):
    """What a printed or typed number says, whatever its wording.

    Attributes:
        volumes: each in Arabic figures, an E-volume as `e5`; empty where the number has a part alone.
        part: in Arabic figures, or "".
        supplement: whether it is a (microfiche) supplement to them.
    """

    volumes: tuple[str, ...] = ()
    part: str = ""
    supplement: bool = False


def read_number(text: str) -> VolumeNumber:
    """Read a number such as `Volume XIX, Part 1`, `vol. 19, pt. 1`, `Part II, Volume I` or `vols. X/XI, Supplement`."""
    volumes = re.search(_VOLUMES, text, re.IGNORECASE)
    part = re.search(_PART, text, re.IGNORECASE)
    return VolumeNumber(
        volumes=_each_volume(volumes["volumes"]) if volumes else (),
        part=arabic(part["part"]) if part else "",
        supplement=bool(re.search(_SUPPLEMENT, text, re.IGNORECASE)),
    )


def _each_volume(text: str) -> tuple[str, ...]:
    text = re.sub(r"\s+", "", text)
    if text[:1] in "eE":
        return ("e" + text.lstrip("eE-–—").lstrip("0"),)
    if (dash := re.fullmatch(r"([ivxlc\d]+)[-–]([ivxlc\d]+)", text, re.IGNORECASE)) and arabic(dash[1]).isdigit():
        first, last = int(arabic(dash[1])), int(arabic(dash[2])) if arabic(dash[2]).isdigit() else 0
        if first < last < first + 20:
            return tuple(str(number) for number in range(first, last + 1))
    return tuple(arabic(number).lstrip("0") for number in re.split(r"[/&–-]", text) if number)


def shortened(number: str) -> str:
    """As the footnotes of the series write it: `vol. XIX, Part 1`, `vols. X/XI/XII, Microfiche Supplement`."""
    return number.replace("Volumes ", "vols. ").replace("Volume ", "vol. ")


def in_chicago(number: str) -> str:
    """As Chicago writes it: `vol. 19, pt. 1`, always in Arabic figures (CMOS 14.116; 17th edition)."""
    figures = re.sub(_NUMERAL, lambda found: arabic(found[0]), shortened(number))
    return figures.replace("Part ", "pt. ")
