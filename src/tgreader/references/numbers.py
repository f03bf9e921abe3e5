"""Lists of numbers as the series prints them: `95 and 96`, `134–136`, `766–770 passim`, `vol. XIII`.

Flattening deletes a dash that stands between two links, so that a range arrives as one run of digits: `Documents
134136` is 134 to 136. Such a run is taken apart where it cannot be one number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple

NEAR = 30
"""How far apart the ends of a range may be of which the last has a digit more: `936` is two pages, `352` is one."""

NUMBERS_AT_MOST = 20_000
"""Of one list: as many as references are looked for in a document (`found.LOOKED_AT`), so that a longer one is told."""

_NUMBER = pattern(r"(l?\d{1,12})([A-Z](?![A-Za-z])|a(?=[\s,.;)])|b(?=[\s,.;)])|½)?")
_BETWEEN = pattern(r"\s?(?:[–—-]|,? ?(?:and|or|through|&|to) ?|, ?)\s?(?=\d)")
_YEAR_OF_A_VOLUME = pattern(r"1[89]\d\d(?:[–-]\d{2,4})?, (?:[Vv]ol|[Ss]upp)")
_OPEN = pattern(r",? ?(?:ff?\b|et seq)")
_STOPS = {"", ".", ",", ";", ")"}
_ROMAN = pattern(r"(?=[MDCLXVI])M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})", re.IGNORECASE)
_WORTH = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


class Number(NamedTuple):
    """One number of a list: where it stands, and how it is printed."""

    start: int
    end: int
    label: str


def number_list(text: str, at: int, plural: bool, ceiling: int) -> tuple[tuple[Number, ...], int]:
    """Read the list of numbers that starts at `at`.

    Args:
        text: the text.
        at: where the first number must stand.
        plural: whether the word before it is in the plural, so that a single number must be a range.
        ceiling: the highest number that there can be.

    Returns:
        The numbers, both ends of each range among them, and the offset after the last.
    """
    numbers: list[Number] = []
    end = at
    while len(numbers) < NUMBERS_AT_MOST and (found := _NUMBER.match(text, end)):
        joined = text[numbers[-1].end : found.start()].strip() if numbers else ""
        if joined and _YEAR_OF_A_VOLUME.match(text, found.start()):
            break
        if joined in {"and", "or"} and not plural and text[found.end() : found.end() + 1] not in _STOPS:
            break
        numbers.append(Number(found.start(), found.end(), found[0].replace("l", "1")))
        between = _BETWEEN.match(text, found.end())
        end = between.end() if between else found.end()
        if not between or (not plural and between[0].strip() not in {"–", "—", "-", "and", "or"}):
            break
    if not numbers:
        return (), at
    alone = plural and len(numbers) == 1 and not _OPEN.match(text, numbers[0].end)
    apart = [part for number in numbers for part in _apart(number, alone, ceiling)]
    return tuple(apart), numbers[-1].end


def _apart(number: Number, alone: bool, ceiling: int) -> Iterator[Number]:
    """The two ends of a range that lost its dash, or the number as it is."""
    digits = number.label
    half = len(digits) // 2
    if digits.isdigit() and half and (alone or int(digits) > ceiling):
        first, last = digits[:half], digits[half:]
        near = len(first) == len(last) or int(digits) > ceiling or int(last) - int(first) <= NEAR
        if first[0] != "0" != last[0] and int(first) < int(last) <= ceiling and near:
            yield Number(number.start, number.start + half, first)
            yield Number(number.start + half, number.end, last)
            return
    yield number


def roman_value(text: str) -> int | None:
    """The value of a roman number, in either case; None for what is not one."""
    if not _ROMAN.fullmatch(text):
        return None
    worth = [_WORTH[letter] for letter in text.upper()]
    return sum(-one if one < after else one for one, after in zip(worth, [*worth[1:], 0], strict=True))


def roman(value: int) -> str:
    """A number from 1 to 3999 in capitals, as the series prints its volumes."""
    steps = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")]
    steps += [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    written = ""
    for worth, letters in steps:
        count, value = divmod(value, worth)
        written += letters * count
    return written
