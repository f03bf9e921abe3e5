"""Other books: what is cited by title and page, so that its pages and volumes are not taken for the series' own."""

from __future__ import annotations

import re

from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple
from tgreader.references.months import MONTH_BEGINS

TITLES = (
    r"Public Papers|Department of State B(?:ulletin|ULLETIN)|Documents on |Documents \(R|American Foreign Policy"
    r"|Weekly Compilation|Congressional Record|Congress and the Nation|Yearbook of the United Nations"
    r"|Keesing|Current Digest|(?:The )?New York Times|(?:The )?Washington Post|Treaties and Other|TIAS"
    r"|United Nations Treaty Series|League of Nations Treaty|Treaty Series|Statutes at Large"
    r"|Soviet-American Relations: The|(?:The )?Pentagon Papers|Akten zur|Documents diplomatiques"
    r"|(?:The )?British and Foreign"
    r"|A Decade of American Foreign Policy|Executive Sessions|White House Diary|Papers of Woodrow Wilson"
    r"|The Presidential Campaign|Cong\. Rec\.|B(?:ulletin|ULLETIN)(?=,| of [A-Z][a-z]+\.? \d)"
)
"""How the titles begin that notes cite most."""

LAWS = r"UST|Stat\.|Bevans|LNTS|UNTS|Fed(?:eral|\.) Reg(?:ister|\.)"
"""Series of laws and treaties, cited as `2 UST 1619`: volume, series, page."""

_PAGE = r"(?:[A-Z]{0,3}[–-]?\d{1,6}|[A-Z]\b(?![–-]\d))(?:[–—-]\d{1,6})?"
_PAGES = pattern(rf"(?:pp?\.|[Pp]ages?) ?{_PAGE}(?:(?:, and |, | and ){_PAGE}(?![\w:]|, \d{{4}})){{0,20}}")
_BRACKETED = r"\([^()]{0,80}(?:\d{4}|A\.)\)"
_NEWSPAPER_DAY = pattern(r"(?:The )?[A-Z][A-Za-z ]{2,30}(?:,| on| of) [A-Z][a-z]+\.? \d{1,2}, \d{4}(?=, [A-Z])")
_STOP = pattern(
    rf"{_BRACKETED}|[()\[\]\n;“”]"
    r"|(?<!\bvol)(?<!\bVol)(?<!\bpt)(?<!\bNo)(?<!\bCong)(?<!\bRec)(?<!\bpp)(?<!\bp)(?<![ .][A-Z])"
    r"\.(?=\s+(?:[A-Z“]|$)|$)"
)
_NUMBERED = pattern(r"TIAS (?:Nos?\. )?\d{1,5}(?![\d–-])")
_PUBLIC = pattern(r"Public Papers(?: of the Presidents)?(?: of the United States)?")
_FROM = pattern(
    r"\b[Ss]ee(?: also)? (?:the )?|(?<=[a-z,.”)] )in (?:the )?|Source: ?|[;(\[] ?"
    r"|(?<![A-Z.])(?<!\bMr)(?<!\bDr)(?<!\bMrs)\. (?=[A-Z“])|\n|: (?=“)"
)
_POSTED_IN = pattern(
    r"(?:Ambassador|Minister|Charg[eé]|Consul|General|Representative|Embassy|Legation|Agent|Commissioner|Adviser|Counselor"
    r"|Officer|Attach[eé])(?: \([^()]{2,40}\))? in (?:the )?$"
)
_LINKING = frozenset({"of", "on", "the", "and", "in", "to", "from", "for", "zur", "der", "diplomatiques", "français"})
_SMALL = _LINKING | frozenset(
    """with at by as an its ed eds vol vols de des du la le les et und von edition series ser pt pts no nos sess col
    """.split()  # noqa: SIM905 - a text reads better
)
_PAPER = pattern(
    r"[Tt]elegram|Editorial Note|[Dd]espatch|[Cc]ircular|[Aa]irgram|[Mm]emorand|Letter|Message|NSC|PPS|NIE|NSSM|NSDM"
    r"|Report|Aide|Note|Part \d|Minutes|SWNCC|JCS|From |To "
)
_PUBLISHER = pattern(r"\s?\([^()]{2,80}\d{4}\), $")
_AUTHOR = pattern(
    r"(?!Ante|Post|Annex|Appendix|Part|Tab)[A-Z][a-z]+(?:(?:, [A-Z][a-z]+)?,? and [A-Z][a-z]+)?"
    r"|(?!CIA|NSA|UN|US)[A-Z]{2,4}"
)
_PAGES_NEXT = pattern(rf",? {_PAGES.pattern}")
_NAMED = pattern(rf"\b(?!{MONTH_BEGINS})[A-Z][A-Za-z’]+")
_ROMAN = pattern(r"[ivxlc]{1,8}")
_BEGINS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ“0123456789v")


class PublicationWords(NamedTuple):
    """The words that cite another book, with its volume, date and pages."""

    start: int
    end: int
    title: str

    @property
    def key(self) -> str:
        """What all references to the same book share."""
        title = _PUBLIC.sub("public papers", self.title).casefold().removeprefix("the ")
        return "publication " + title.replace("–", "-")


def publication(text: str, at: int) -> PublicationWords | None:
    """The book cited from `at`, with its pages where they follow within the sentence.

    A newspaper that is only mentioned, with neither a date nor a page, is no citation.
    """
    limit = min(len(text), at + 240)
    if number := _NUMBERED.match(text, at):  # `TIAS 7504 and 23 UST 3435` are two
        return PublicationWords(at, number.end(), number[0])
    limit = next((stop.start() for stop in _STOP.finditer(text, at, limit) if len(stop[0]) == 1), limit)
    pages = _PAGES.search(text, at, limit)
    title = _title(text[at : pages.start() if pages else limit])
    if not title or not (pages or any(sign.isdigit() for sign in title)):
        return None
    return PublicationWords(at, pages.end() if pages else at + len(title), title)


def _title(words: str) -> str:
    """The title at the beginning of the words: up to the first that is neither capitalised nor a number nor small."""
    kept: list[str] = []
    for word in words.split(" "):
        bare = word.strip("“”,.:;")
        if bare and not (bare[0].isupper() or bare[0].isdigit() or bare in _LINKING or bare.startswith("(R.")):
            break
        kept.append(word)
    while kept and kept[-1] in _LINKING:
        kept.pop()
    title = " ".join(kept).rstrip(" ,:.“")
    dated = _NEWSPAPER_DAY.match(title)
    return dated[0] if dated else title


def book_before(text: str, at: int, end: int) -> PublicationWords | None:
    """The book whose title stands before text[at:end], its pages or volume; None where nothing looks like a title.

    `Kissinger, White House Years, pp. 12–14`: capital letters all through, from the last bracket, stop or `see`.
    """
    if text[at - 2 : at] != ", ":
        return None
    if publisher := _PUBLISHER.search(text, max(0, at - 100), at):
        at = publisher.start() + 2
    low = max(0, at - 160)
    start = max((found.end() for found in _FROM.finditer(text, low, at - 2)), default=low)
    if _POSTED_IN.search(text, low, start):  # `to the Ambassador in Japan, p. 134`
        return None
    pieces = text[start : at - 2].rstrip().split(", ")
    first, cut = len(pieces), int(start == low > 0)
    while first > cut and _titled(pieces[first - 1]):
        first -= 1
    title = ", ".join(pieces[first:])
    named = len(_NAMED.findall(title)) > 1 or (first == 0 and _AUTHOR.fullmatch(title))
    if not named or _PAPER.match(title):
        return None
    pages = _PAGES_NEXT.match(text, end)
    return PublicationWords(at - 2 - len(title), pages.end() if pages else end, title)


def _titled(piece: str) -> bool:
    """Whether words are capitalised as a title is, or are a year, a date or a volume."""
    words = re.findall(r"[^\W\d_](?:[^\W\d_]|-(?=[a-z]))+", piece)
    return piece[:1] in _BEGINS and all(
        word in _SMALL or not word[0].islower() or _ROMAN.fullmatch(word) for word in words
    )
