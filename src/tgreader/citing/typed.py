"""Citations as people type them, in the words that the recogniser knows: other abbreviations, other languages."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_IN_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
# Subseries that end in the decade they begin in, by their first year: `1961-3` is one, `1950-1` none.
_WITHIN_A_DECADE = {"1933": "39", "1952": "54", "1955": "57", "1961": "63", "1964": "68"}


def _in_figures(found: re.Match[str]) -> str:
    return f"{found[1]} {_IN_WORDS[found[2].lower()]}"


def _whole_years(found: re.Match[str]) -> str:
    last = _WITHIN_A_DECADE.get(found[1], "")
    return f"{found[1]}–{last}" if last.endswith(found[2]) and last else found[0]


_SAME = (
    (r"[\u2010-\u2012\u2015\u2212]", "–"),
    (r"\b(19[356]\d) ?[-–—/] ?(\d)(?!\d)", _whole_years),
    (r"(?i)(?<![-–\d])\b\d{1,2} vol(?:ume)?s\b\.?(?! ?[\dIVXLE])", ""),  # so many the set has
    (rf"(?i)\b(part|pt\.|volume|vol\.) ({'|'.join(_IN_WORDS)})\b", _in_figures),
    (r"(?i)\b(?:electronic |e-)vol(?:ume|\.)? (?:E ?[-–] ?)?(?=\d)", "vol. E–"),
    (r"(?<=[Ss])(,? )([IVXLC]{1,7})(?=,? (?:18|19)\d\d\b)", r"\1vol. \2"),  # FRUS, XVI, 1955–57
    (r"\b([IVXLC]{2,6})[l1]\b", r"\1I"),  # XVl, as scanned pages are read
    (r"\b([IVXLC]{1,7})[-–](\d)(?=[,:; ])", r"\1/\2"),  # XXXVIII-2
    (r"(?<=\d)—(?=\d)", "–"),
    (r"\u00ad", ""),
    (r"['’‘](?=\d\d\b)", ""),  # '69–'76
    (r"(?<=\d\d) ?[-–—] ?(?=\d\d)", "–"),
    (r"(?i)\bBd\.? ?(?=[IVXLC\d])|\bt\. ?(?=[IVXLC\d])|\bv\.? ?(?=\d)|\bvolume:? ?(?=[IVXLC\d])", "vol. "),
    (r"(?i)\bDok(?:ument)?\b\.?", "doc."),
    (r"(?<!\.)\bS\. ?(?=\d)", "p. "),
    (r"(?i)(?<!\w)pp?\.? ?(?=\d)", "p. "),
    (r"(?<=\d)ff?\b\.?|(?<=\d) sqq?\b\.?", ""),  # 237ff.
    (r"(?i)\bdocs?\.? (?:no|nr|n)[.°º]? ?(?=\d)|№ ?", "doc. "),
    (r"(?i)(?<=[\s,(])d\.? ?(?=\d{1,4}[A-H]?\b)", "doc. "),
    (r"(?i)\bsuppl?\b\.?", "supplement"),
    (r"(?<=[–-])[lI](?=\d{3}\b)|\b[lI](?=9\d\d\b)", "1"),  # 1964-l968, as scanned pages are read
    (
        r"(?i),? \(?(?:in )?(?:parts|pts\.?) (?:\d|[IVX]+)(?:, (?:\d|[IVX]+))*,? (?:and|&) (?:\d|[IVX]+)\b\)?",
        "",
    ),  # all of them
    (r"\bPPC\b", "Paris Peace Conference"),
    (r"\bTeheran\b", "Tehran"),
    (r"(?i)\bapp\. ?(?=[IVX\d])", "Appendix "),
)
# Where documents have numbers, “no. 12” is one.
_NUMBERED_SINCE = 1955


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]:
    return tuple((re.compile(pattern), words) for pattern, words in _SAME)


def in_known_words(text: str) -> str:
    """A citation with what abbreviations and other languages say in the words of the series' own citations."""
    for pattern, words in _patterns():
        text = pattern.sub(words, text)
    return text


def with_document_numbers(text: str, first_year: int) -> str:
    """A citation in which `no. 12` is the document it is, in the subseries whose documents are numbered."""
    if first_year < _NUMBERED_SINCE:
        return text
    return re.sub(r"\b(?:no|nr)\.? ?(?=\d)", "doc. ", text, flags=re.IGNORECASE)
