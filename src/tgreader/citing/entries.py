"""A bibliography as the entries it has, each on one line: printed lists, and what reference managers export."""

from __future__ import annotations

import itertools
import re

from tgreader.citing.exported import citations, is_export
from tgreader.citing.repeated import is_repetition
from tgreader.citing.series_named import names_series
from tgreader.model.patterns import pattern

_LIST_NUMBER = pattern(r"\s*[\[(]?(?P<number>\d{1,4})(?:(?:[.)\]]|\.\))\s+|\t+ *|  +)(?=\S)")
# The numbers of notes as word processors raise them, at the beginning of a line.
_RAISED = pattern(r"^[ \t]*(?P<number>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)[ \t]*(?=\S)", re.MULTILINE)
_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_BULLET = pattern(r"\s*[•◦‣▪*–—-]\s+(?=\S)")


def entries(text: str) -> list[str]:
    """The entries of a bibliography.

    An export has its records. Of a text, blank lines part the entries, or the numbers of a list that goes on from line
    to line, or bullets; where there is none of these, each line is one, and a line that does not name the series, after
    one that does, is the rest of it. Words parted at a line's end are whole again.
    """
    if is_export(text):
        return citations(text)
    text = re.sub(r"(?<=[a-z])[-\u00ad\u2010][ \t]*\n[ \t]*(?=[a-z])", "", text)
    text = _RAISED.sub(lambda raised: f"{raised['number'].translate(_FIGURES)}. ", text)
    lines = text.splitlines()
    if _is_list(lines):
        return [_one_line(_without_sign(part)) for part in _listed(lines)]
    if re.search(r"\n[ \t]*\n", text.strip()):
        return [_one_line([part]) for part in re.split(r"\n[ \t]*\n", text) if part.strip()]
    return [_one_line(part) for part in _broken(lines) if any(line.strip() for line in part)]


def _is_list(lines: list[str]) -> bool:
    """Whether lines begin with numbers that go on from each other, or at least two of them with bullets."""
    numbers = [int(found["number"]) for line in lines if (found := _LIST_NUMBER.match(line))]
    counted = any(later == number + 1 for number, later in itertools.pairwise(numbers))
    return counted or sum(bool(_BULLET.match(line)) for line in lines) > 1


def _listed(lines: list[str]) -> list[list[str]]:
    """The lines of each entry of a list; a blank line ends one, so that headings stand alone."""
    parts: list[list[str]] = []
    begun = False
    for line in lines:
        if not line.strip():
            begun = False
        elif begun and not _begins(line, parts):
            parts[-1].append(line)
        else:
            parts.append([line])
            begun = True
    return parts


def _begins(line: str, before: list[list[str]]) -> bool:
    """Whether a line begins an entry: with a bullet, or with a number greater than that of the entry before."""
    found, last = _LIST_NUMBER.match(line), _LIST_NUMBER.match(before[-1][0])
    if found is None:
        return bool(_BULLET.match(line))
    return last is None or int(found["number"]) == int(last["number"]) + 1


def _without_sign(lines: list[str]) -> list[str]:
    found = _LIST_NUMBER.match(lines[0]) or _BULLET.match(lines[0])
    return [lines[0][found.end() :], *lines[1:]] if found else lines


def _broken(lines: list[str]) -> list[list[str]]:
    parts: list[list[str]] = []
    for line in lines:
        rest = line[:1] in " \t" or not line[:1].isupper() or (parts and len(parts[-1]) < 2)
        alone = is_repetition(line) or (parts and line[:1].isupper() and is_repetition(parts[-1][0]))
        if parts and not names_series(line) and rest and not alone:
            parts[-1].append(line)
        else:
            parts.append([line])
    return parts


def _one_line(lines: list[str]) -> str:
    return " ".join(" ".join(lines).split())
