"""Citations as people type them, in the words that the recogniser knows: other abbreviations, other languages."""

from __future__ import annotations

import re
from functools import cache

_SAME = (
    (r"[\u2010-\u2012\u2015\u2212]", "–"),
    (r"(?<=\d)—(?=\d)", "–"),
    (r"\u00ad", ""),
    (r"['’‘](?=\d\d\b)", ""),  # '69–'76
    (r"(?<=\d\d) ?[-–—] ?(?=\d\d)", "–"),
    (r"(?i)\bBd\.? ?(?=[IVXLC\d])|\bt\. ?(?=[IVXLC\d])|\bv\.? ?(?=\d)|\bvolume:? ?(?=[IVXLC\d])", "vol. "),
    (r"(?i)\bDok(?:ument)?\b\.?", "doc."),
    (r"(?<!\.)\bS\. ?(?=\d)", "p. "),
    (r"(?i)(?<!\w)pp?\.? ?(?=\d)", "p. "),
    (r"(?<=\d)ff?\b\.?", ""),  # 237ff.
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
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
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
