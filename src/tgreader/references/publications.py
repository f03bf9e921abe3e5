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
_STOP = re.compile(
    r"\((?![^()]{3,80}\d{4}\))|(?<!\d{4})\)|[\n;“”]"
    r"|(?<!\bvol)(?<!\bVol)(?<!\bpt)(?<!\bNo)(?<!\bpp)(?<!\bp)(?<![ .][A-Z])\.(?=\s+(?:[A-Z“]|$)|$)"
)
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
    title = name[0].rstrip(" ,:.")
    if not pages and not re.search(r"\d", title):
        return None
    return PublicationWords(at, pages.end() if pages else at + len(title), re.sub(r"\s+", " ", title))


_FROM = re.compile(
    r"(?:\b[Ss]ee(?: also)? |\b(?:printed |quoted |reprinted )?in |[;(] ?|(?<![A-Z.])\. (?=[A-Z“])|\n|: (?=“))"
)

_SMALL = frozenset(
    {
        "of",
        "on",
        "the",
        "and",
        "in",
        "to",
        "from",
        "for",
        "with",
        "at",
        "by",
        "as",
        "an",
        "its",
        "ed",
        "eds",
        "vol",
        "de",
    }
)
_PAPER = re.compile(
    r"(?:[Tt]elegram|[Dd]espatch|[Cc]ircular|[Aa]irgram|[Mm]emorand|Letter|Message|NSC|PPS|NIE|NSSM|NSDM|Report|Aide|Note|Minutes|SWNCC|JCS|From |To )"
)
_AUTHOR = re.compile(r"(?!Ante|Post|Annex|Appendix|Part|Tab)[A-Z][a-z]+(?:(?:, [A-Z][a-z]+)?,? and [A-Z][a-z]+)?")
_PAGES_NEXT = re.compile(rf",? {_PAGES.pattern}")
_NAMED = re.compile(r"\b(?!Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[A-Z][A-Za-z’]+")
_BEGINS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ“0123456789v")


def book_before(text: str, at: int, end: int) -> PublicationWords | None:
    """The book whose title stands before text[at:end], its pages or volume; None where nothing there looks like a title.

    `Kissinger, White House Years, pp. 12–14`: capital letters all through, from the last bracket, stop or `see`.
    """
    low = max(0, at - 160)
    start = low
    for found in _FROM.finditer(text, low, at):
        start = found.end()
    if text[at - 2 : at] != ", ":
        return None
    pieces = text[start : at - 2].split(", ")
    first, cut = len(pieces), int(start == low > 0)
    while first > cut and _titled(pieces[first - 1]):
        first -= 1
    title = ", ".join(pieces[first:])
    named = len(_NAMED.findall(title)) > 1 or (first == 0 and _AUTHOR.fullmatch(title))
    if not named or _PAPER.match(title):
        return None
    pages = _PAGES_NEXT.match(text, end)
    return PublicationWords(at - 2 - len(title), pages.end() if pages else end, re.sub(r"\s+", " ", title))


def _titled(piece: str) -> bool:
    """Whether words are capitalised as a title is, or are a year, a date or a volume."""
    words = re.findall(r"[A-Za-z’]{2,}", piece)
    return piece[:1] in _BEGINS and all(word in _SMALL or not word[0].islower() for word in words)
