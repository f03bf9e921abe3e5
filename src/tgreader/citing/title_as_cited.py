"""A record's complete title as citations print it: with the Office's own commas and capitals.

Many records, those of volumes before 1932 above all, have the form of a library's card: small letters (“Papers relating
to the foreign relations …”), stops and colons between the parts, notes in brackets, the year once more. The Office's
page “Citing the Foreign Relations series” prints such volumes (1862, 1893, Russia in 1918) in headline capitals, and
divides series, year, volume and title by commas alone; later states of its records have most titles so. Chicago asks
for headline capitals as well (CMOS 17, 8.159). Words and their order stay those of the record, and so do its capitals.
"""

from __future__ import annotations

import re

_SERIES = "Papers Relating to the Foreign Relations of the United States"
# Volumes bound as documents of the House: their records have the title of the set, which the Office's example of one of
# them (1893) replaces by the series' title and the year.
_OF_A_SET = r"executive documents (?:printed by order )?of the House of Representatives"
# Volumes from this year on have their titles in capitals.
_FIRST_IN_CAPITALS = 1932
# Small in headline style: articles, conjunctions and prepositions.
_SMALL = frozenset(
    {
        "a", "against", "an", "and", "as", "at", "between", "by", "for", "from", "in", "of", "on", "or", "the", "to",
        "vs.", "with",
    }
)  # fmt: skip
# In this order: what is sought, and what stands in its place.
_MENDED = (
    (r"\.? \([Ii]n \w+ (?:parts|volumes)\)", ""),  # a card's notes
    (r" \(\d{4}(?:–\d{4})?\)$", ""),  # the year that the title has named
    (r"\bVol\. ", "Volume "),
    (r"(?<=[IV]) (?=Volume )", ", "),
    (r"(United States, \d{4}(?:–\d{4})?)[.:] (?=[A-Z])", r"\1, "),  # 1918. Russia; 1894: Appendix I
    (r"(?<=United States) (?=(?:[Tt]ransmitted|[Ww]ith the) )", ", "),
    (r", with the (?=[Aa]nnual [Mm]essage|[Aa]ddress)", ", With the "),  # the second part of the title begins
    (r"(?<=[a-z)])(?<! vs)\. (?=[A-Z])", ", "),  # … of the United States. The Lansing papers
    (r"[.:] (?=(?:Volumes?|Part|Appendix) [IVX\d])", ", "),  # … Conference, 1919: Volume III
    (r"\b((?:Volume|Appendix) [IVX]+): ", r"\1, "),  # Volume XIII: Western Europe and Canada
    (r"\b([A-Z][a-z]+ \d{1,2}) (?=\d{4}\b)", r"\1, "),  # December 1 1873
    (r"(?<=\d{4})-(?=\d{4}|[A-Z][a-z]+ \d{4})", "–"),  # 1981-1988; November 1979-January 1981
    (r"\bE-(?=\d)", "E–"),
    (r'"([^"]*)"', r"“\1”"),
    (r"”[.:,] ", ",” "),
)


def as_cited(complete: str, volume: str) -> str:
    """The complete title of a volume, mended.

    Args:
        complete: as the record or the title page has it.
        volume: its id (`frus1918Russiav03`), which names the year.
    """
    year = int(found[0]) if (found := re.match(r"\d{4}", volume.removeprefix("frus"))) else _FIRST_IN_CAPITALS
    if re.search(_OF_A_SET, complete):
        part = re.search(r"\dp(\d)", volume)
        return f"{_SERIES}, {year}" + (f", Part {'I' * int(part[1])}" if part else "")
    for sought, replacement in _MENDED:
        complete = re.sub(sought, replacement, complete)
    return in_headline_capitals(complete) if year < _FIRST_IN_CAPITALS else complete


def in_headline_capitals(title: str) -> str:
    """With every word raised that headline style does not keep small (CMOS 17, 8.159 and, of numbers, 8.161)."""

    def raised(word: re.Match[str]) -> str:
        return word[0] if word[0] in _SMALL else word[0][0].upper() + word[0][1:]

    title = re.sub(r"(?<![\w’'.-])[a-z][\w’'.-]*", raised, title)
    return re.sub(r"(?<=ty-)[a-z](?=[a-z]+ Congress)", lambda letter: letter[0].upper(), title)
