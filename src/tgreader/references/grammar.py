"""The grammar: one scan over clean text that finds the words by which a text points elsewhere.

The scan says what the words are and where they stand; what they mean, which depends on what was said before, is found
in `resolving`. Every pattern is bounded, so that the time grows with the text and not faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple
from tgreader.references import publications, sources, telegrams
from tgreader.references.forms import CANDIDATE, forms_at
from tgreader.references.months import MONTH_BEGINS
from tgreader.references.numbers import Number, number_list
from tgreader.references.posts import LONG_NAMES, posts
from tgreader.references.publications import PublicationWords
from tgreader.references.series import SeriesVolume, another_volume, series_volume
from tgreader.references.sources import LOT
from tgreader.references.telegrams import Home, TelegramWords

DOCUMENTS_AT_MOST = 1999
PAGES_AT_MOST = 2599
NOTES_AT_MOST = 199


class Places(NamedTuple):
    """Numbered places: `Documents 95 and 96`, `footnote 3`, `pp. 766–770`.

    Attributes:
        start, end: of the words.
        kind: what is numbered.
        numbers: each number; none in `the footnote to Document 101`.
        relation: `supra`, `infra`, `above`, `below` or `thereto`, where that follows; `ante` or `post` before pages.
        short: whether the word is `doc.`, which may be another paper's; it is this series' behind a volume of it. Or
            `note`, `fn.`, which only the editors use for a footnote.
    """

    start: int
    end: int
    kind: Literal["document", "footnote", "page"]
    numbers: tuple[Number, ...]
    relation: str = ""
    short: bool = False


class Pointer(NamedTuple):
    """A word that points by place alone: `supra`; `reftel`, `ref A`; `Part 1`, `Supplement` of this volume; `Tab A`."""

    start: int
    end: int
    kind: Literal["neighbour", "reftel", "part", "supplement", "enclosed"]
    word: str


class Ibid(NamedTuple):
    """`Ibid.` with nothing behind it that says more."""

    start: int
    end: int


class SourceWords(NamedTuple):
    """An archival citation; with `repeats`, what stands after an Ibid. (perhaps nothing)."""

    start: int
    end: int
    words: str
    repeats: bool = False


Words = Places | Pointer | Ibid | SourceWords | SeriesVolume | PublicationWords | TelegramWords

_OF_A_SET = pattern(r"vols?\. \d{1,3}(?:, [A-Z][\w’ ]{2,40}(?=, (?:Documents?|pp?\.)))?")
_RELATION = pattern(r",? (supra|infra|above|below|thereto|thereon|Supra)\b\.?")
_BEFORE_PAGES = pattern(r"\b([Aa]nte|[Pp]ost),? ?$")
_DIPLOMATIC = pattern(r",? (?:of (?!Doc)|from|dated|in reply|to (?!Doc)|(?!Doc)[A-Z][a-z]+\.? \d)|½")
_UNNUMBERED = pattern(r"(?= (?:to|of|in) Document \d)")
_CEILINGS = {"d": DOCUMENTS_AT_MOST, "f": NOTES_AT_MOST, "p": PAGES_AT_MOST}
_KINDS: dict[str, Literal["document", "footnote", "page"]] = {"d": "document", "f": "footnote", "p": "page"}
_NOT_OURS = pattern(
    r"(?:\b(?![IVXL]+ )[A-Z]{2,6}|Current|Basic|U\.N\.|Senate|House|Executive|S\.|H\.|Cmd\.?|Conference|Working"
    r"|Department|Staff|Security Council|(?:Transcripts|Declassified Documents|Akten"
    r"|Briefing Book(?: (?:No\. )?\d{1,4})?)(?:, \d{4})?,) $"
)


def words_in(text: str, home: Home) -> Iterator[Words]:
    """Everything in a text that may point elsewhere, in order and without overlaps.

    Args:
        text: clean text of one block.
        home: between whom the document passed; it says whose `Embtel 12` is.
    """
    at = end = 0
    while look := CANDIDATE.search(text, at):
        at = look.end()
        for form in forms_at(look[0]):
            if found := form.words.match(text, look.start()):
                break
        else:
            continue
        at = found.end()
        for words in _READ[form.kind](text, found, home):
            if words.start >= end:  # some look back, and may meet what was read already
                yield words
                end = words.end
                at = max(at, end)


def _places(text: str, found: re.Match[str], home: Home) -> Iterator[Words]:
    word = found[0]
    initial = "f" if word[0] in "nN" else word[0].lower()
    plural = word.rstrip(".").endswith("s") or word == "pp."
    gap = found.end() + (text[found.end() : found.end() + 1] == " ")
    numbers, end = number_list(text, gap, plural, _CEILINGS[initial])
    if not numbers and not (initial == "f" and _UNNUMBERED.match(text, found.end())):
        return
    if word[0] in "nN" and _DIPLOMATIC.match(text, end):
        return
    if initial == "d" and _NOT_OURS.search(text, max(0, found.start() - 36), found.start()):
        return
    start, relation = found.start(), ""
    end = end if numbers else found.end()
    if initial == "f" and (after := _RELATION.match(text, end)):
        relation, end = after[1].lower(), after.end(1)
    elif initial == "p" and (before := _BEFORE_PAGES.search(text, max(0, start - 7), start)):
        relation, start = before[1].lower(), before.start()
    short = (word[:3].lower() == "doc" and word[-1] == ".") or (initial == "f" and word[:2].lower() != "fo")
    yield Places(start, end, _KINDS[initial], numbers, relation, short)


def _series(text: str, found: re.Match[str], home: Home) -> Iterator[Words]:
    """A volume, and the others of `volumes VII and VIII`."""
    volume = series_volume(text, found.start())
    if volume and volume.head == "bare" and (book := publications.book_before(text, volume.start, volume.end)):
        yield book
        return
    if not volume and (set_of := _OF_A_SET.match(text, found.start())):
        if book := publications.book_before(text, found.start(), set_of.end()):
            yield book
        return
    while volume:
        yield volume
        volume = another_volume(text, volume)


def _ibid(text: str, found: re.Match[str], home: Home) -> Iterator[Words]:
    apart = text[found.end() : found.end() + 1] in ",;:. "
    if apart and (volume := series_volume(text, found.start())):
        yield volume
    elif (at := sources.is_locator(text, found.end())) >= 0:
        end = sources.citation_end(text, at)
        yield SourceWords(found.start(), end, text[at:end], repeats=True)
    else:
        yield Ibid(found.start(), found.end())


def _pointer(text: str, found: re.Match[str], home: Home) -> Iterator[Words]:
    yield Pointer(found.start(), found.end(), found.lastgroup, found[0])  # type: ignore[arg-type]


def _book(text: str, found: re.Match[str], home: Home) -> Iterator[Words]:
    if book := publications.publication(text, found.start()):
        yield book


def _law(text: str, found: re.Match[str], home: Home) -> Iterator[Words]:
    yield PublicationWords(found.start(), found.end(), found[0])


def _kept(text: str, found: re.Match[str], home: Home) -> Iterator[Words]:
    end = sources.citation_end(text, found.start())
    if sources.archival_source(text[found.start() : end]):
        yield SourceWords(found.start(), end, text[found.start() : end])


def _listed(text: str, found: re.Match[str], home: Home) -> Iterator[Words]:
    """What stands behind `2 pp. ` in a microfiche supplement: `DOS, CF, POL 26 HOND.` is the source."""
    end = sources.citation_end(text, found.start())
    yield SourceWords(found.start(), end, sources.in_full(text[found.start() : end]))


def _stated(text: str, found: re.Match[str], home: Home) -> Iterator[Words]:
    """What a source note names first, whatever repository it is."""
    end = sources.citation_end(text, found.end())
    if sources.archival_source(text[found.end() : end]):
        yield SourceWords(found.end(), end, text[found.end() : end])


def _lot(text: str, found: re.Match[str], home: Home) -> Iterator[Words]:
    """`FE files, lot 55 D 480`, `(PPS files)`: the Department's own files, whose office stands before the lot."""
    office = (_OFFICE if found.lastgroup == "lot" else _BRACKETED).search(
        text, max(0, found.start() - 80), found.start()
    )
    if office:
        start = office.start(office.lastindex or 0)
        end = sources.citation_end(text, start)
        words = _BEHIND_LOT.sub(r"\1, ", text[start:end])
        yield SourceWords(start, end, f"Department of State, {words}")


def _filed(text: str, found: re.Match[str], home: Home) -> Iterator[Words]:
    yield SourceWords(found.start(), found.end(), f"Department of State, Central Files, {found[0]}")


def _telegram(text: str, found: re.Match[str], home: Home) -> Iterator[Words]:
    """`telegram 145`; a word before it may say whose it is: `Embassy telegram 519`, `The Hague’s telegram 1315`."""
    start, owner = found.start(), ""
    if not home.says_sender(found[0]) and (ends := _POSSESSIVE.search(text, max(0, start - 3), start)):
        start, owner = _sender(text, ends.start()) or (start, "")
    yield from telegrams.telegrams_at(text, found[0], start, found.end() + 1, home, _OWNERS.get(owner, owner))[0]


def _sender(text: str, end: int) -> tuple[int, str] | None:
    """The post, or word for one, whose name ends at `end`, and where it starts; of two words the last may be it."""
    found = _LONG_NAME.search(text, max(0, end - 30), end)
    if found:
        return found.start(), found[0]
    found = _TWO_WORDS.search(text, max(0, end - 30), end)
    for first in (found.start(1), found.start(2)) if found else ():
        if first >= 0 and ((name := text[first:end]) in posts() or name in _OWNERS):
            return first, name
    return None


def _numbered(text: str, found: re.Match[str], home: Home) -> Iterator[Words]:
    yield from telegrams.telegrams_at(text, found[0], found.start(), found.start(), home)[0]


def _owned(text: str, found: re.Match[str], home: Home) -> Iterator[Words]:
    """`Your 2671 repeated Taipei 94`, `Embassy’s 473`: a number alone, in a telegram, is another telegram's.

    `Your No. 343 of May 4` is a despatch, unless an hour says that it was sent by wire.
    """
    numbered = text.startswith(" No", found.end())
    if numbered or (home.post and not _DAY_NEXT.match(text, found.end())):
        word = re.sub(r"[’']s$", "", found[0])
        owner = _OWNERS.get(word) or _OWNERS.get(word.lower()) or "Deptel"
        kind = owner if not numbered else "telegram" if _HOUR_NEXT.match(text, found.end()) else "despatch"
        yield from telegrams.telegrams_at(text, kind, found.start(), found.end() + 1, home, owner)[0]


def _post(text: str, found: re.Match[str], home: Home) -> Iterator[Words]:
    """A post before a number: `State 149897`, `Hong Kong 123`."""
    if _YEAR.match(text, found.end()):
        return
    name_end = found.end() - 2 * (text[found.end() - 2] in "’'")
    if sender := _sender(text, name_end):
        start, name = sender
        yield from telegrams.telegrams_at(text, name, start, found.end() + 1, home)[0]


_LONG_NAME = pattern(rf"\b(?:{'|'.join(LONG_NAMES)})$")
_HOUR_NEXT = pattern(r" Nos?\. ?\d{1,5},? (?:of )?[A-Z][a-z]{2,8}\.? \d{1,2},? (?:noon|midnight|\d{1,2} ?[ap]\. ?m)")
_DAY_NEXT = pattern(rf" \d{{1,2}},? {MONTH_BEGINS}")
_TWO_WORDS = pattern(r"(?:\b([A-Z][A-Za-z]+) )?\b([A-Z][A-Za-z]+|my|our|your)$")
_POSSESSIVE = pattern(r"(?:[’']s)? $")
_OWNERS = {
    "Department": "Deptel",
    "Embassy": "Embtel",
    "Legation": "Embtel",
    "my": "mytel",
    "our": "mytel",
    "your": "urtel",
}
_OFFICE = pattern(r"\b[A-Z][^().;,:\n]{2,60}[,:]? $")
_BRACKETED = pattern(r"\(([A-Z][^().;,:\n]{2,60}) $")
_BEHIND_LOT = pattern(rf"({LOT}): ")
_YEAR = pattern(r" (?:1[89]\d\d(?![\d])|\d{1,2}\b)")
_READ = {
    "places": _places, "series": _series, "ibid": _ibid, "neighbour": _pointer, "reftel": _pointer, "book": _book,
    "law": _law, "kept": _kept, "listed": _listed, "telegram": _telegram, "numbered": _numbered, "part": _pointer,
    "supplement": _pointer, "enclosed": _pointer, "filed": _filed, "lot": _lot, "shelved": _lot, "paper": _law,
    "stated": _stated, "owned": _owned,
    "post": _post,
}  # fmt: skip
