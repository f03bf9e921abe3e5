"""Other books: what is cited by title and page, so that its pages and volumes are not taken for the series' own."""

from __future__ import annotations

import re
from dataclasses import dataclass

TITLES = (
    r"Public Papers|Department of State Bulletin|Documents on |Documents \(R|American Foreign Policy"
    r"|Weekly Compilation|Congressional Record|Congress and the Nation|Yearbook of the United Nations"
    r"|Keesing|Current Digest|(?:The )?New York Times|(?:The )?Washington Post|Treaties and Other|TIAS"
    r"|United Nations Treaty Series|UNTS|League of Nations Treaty|Treaty Series|Statutes at Large"
    r"|A Decade of American Foreign Policy|Executive Sessions|White House Diary|Papers of Woodrow Wilson"
    r"|The Presidential Campaign|Papers [Rr]elating to the Foreign|Bulletin,"
)
"""How the titles begin that notes cite most."""

LAWS = r"UST|Stat\.|Bevans|LNTS|UNTS"
"""Series of laws and treaties, cited as `2 UST 1619`: volume, series, page."""

_PAGES = re.compile(
    r"(?:pp?\.|pages?) ?[\dA-Z][\dA-Z]*(?:[–—-]\w+)?(?:(?:, | and |, and )\d+(?:[–-]\d+)?(?![\w:]|, \d{4}| \w))*"
)
_STOP = re.compile(r"[()\n;]|(?<!\bvol)(?<!\bVol)(?<!\bpt)(?<!\bNo)(?<![ .][A-Z])\.(?=\s+(?:[A-Z“]|$)|$)|[“”]")
_NAME = re.compile(r"[A-Z][\w’'()./–-]*(?:[ ,:–-]+(?:of|on|the|and|in|to|from|for|[A-Z\d][\w’'()./–-]*))*")
_PUBLIC = re.compile(r"Public Papers(?: of the Presidents)?(?: of the United States)?")


@dataclass(frozen=True, slots=True)
class PublicationWords:
    """The words that cite another book, with its volume, date and pages."""

    start: int
    end: int
    title: str

    @property
    def key(self) -> str:
        """What all references to the same book share."""
        return "publication " + _PUBLIC.sub("public papers", self.title).casefold().replace("–", "-")


def publication(text: str, at: int) -> PublicationWords | None:
    """The book cited from `at`, with its pages where they follow within the sentence."""
    stop = _STOP.search(text, at + 12, at + 240)
    limit = stop.start() if stop else min(len(text), at + 240)
    pages = _PAGES.search(text, at, limit + 1)
    name = _NAME.match(text, at, pages.start() if pages else limit)
    if not name:
        return None
    title = name[0].rstrip(" ,:")
    return PublicationWords(at, pages.end() if pages else at + len(title), re.sub(r"\s+", " ", title))


_FROM = re.compile(
    r"(?:\b[Ss]ee(?: also)? |\b(?:printed |quoted |reprinted )?in |[;(] ?|(?<![A-Z.])\. (?=[A-Z“])|\n|: (?=“))"
)


def book_before(text: str, at: int, end: int) -> PublicationWords | None:
    """The book whose title stands before the pages text[at:end], or None where nothing there looks like a title.

    `Kissinger, White House Years, pp. 12–14`: capital letters all through, from the last bracket, stop or `see`.
    """
    low = max(0, at - 160)
    start = low
    for found in _FROM.finditer(text, low, at):
        start = found.end()
    title = text[start:at].rstrip(" ,")
    named = [word for word in re.findall(r"[\w’]+", title) if word[0].isupper()]
    if start == at or len(title) < 6 or not title[0].isupper() or len(named) < 2 or not text[:at].endswith(", "):
        return None
    if len(named) * 2 < len(re.findall(r"[A-Za-z’]{3,}", title)):
        return None
    return PublicationWords(start, end, re.sub(r"\s+", " ", title))
