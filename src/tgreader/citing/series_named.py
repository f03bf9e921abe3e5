"""The series as citations name it: by its title and abbreviations, by an id, by a web address."""

from __future__ import annotations

import re

from tgreader.model.patterns import pattern

SERIES = pattern(
    r"papers relating to (?:the )?foreign (?:affairs|relations)(?: of the united states)?"
    r"|(?<!annual )message of the president of the united states|(?:index to the )?(?:the )?executive documents"
    r"|general index to the published volumes of the diplomatic correspondence and foreign relations"
    r"|foreign relations(?: of the (?:united states|u\.? ?s\.?))?(?: ?\(FRUS\))?|\bF\.? ?R\.? ?U\.? ?[S5]\b\.?|\bUSFR\b"
    r"|\bFor(?:eign|\.) Rels?\b\.?|(?<!\d )\b(?-i:FR)(?=,? (?:18|19)\d\d\b)",
    re.IGNORECASE,
)
IDENTITY = pattern(r"\bfrus\d{4}[\w-]*(?:/[A-Za-z][\w-]*(?:\.[\w-]+)*)?(?:#[\w*†‡:-]+)?", re.IGNORECASE)
# What a first citation says of those that follow: `(hereafter cited as FRUS, followed by the year)`.
ANNOUNCED = pattern(
    r"(?:, )?[\[(]? ?\b(?:hereafter|hereinafter|henceforth|thereafter),?"
    r"(?: (?:cited|referred to|abbreviated|known))?(?: as)?"
    r" [\"“'‘]?F\.?R\.?U\.?S\b\.?[\"”'’]?(?:,? followed by [^)\]]*)?[\])]?",
    re.IGNORECASE,
)
WEB_ADDRESS = pattern(rf"historicaldocuments/(?P<identity>{IDENTITY.pattern[2:]})", re.IGNORECASE)


def names_series(text: str) -> bool:
    """Whether a text names the series in any way."""
    return bool(SERIES.search(text) or IDENTITY.search(text))
