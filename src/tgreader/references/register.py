"""For a register of telegrams: what a document says of those it cites, and which telegram it is itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from tgreader.model.document import Block, Document, Note
from tgreader.model.patterns import pattern
from tgreader.references.grammar import words_in
from tgreader.references.parties import STATE, Parties, parties_of
from tgreader.references.telegrams import (
    AIRGRAMS,
    OF_A_DELEGATION,
    Home,
    Telegram,
    TelegramWords,
    home_of,
    telegrams_at,
)

_KIND = pattern(r"\b(circular )?(telegram|airgram|desp?atch|dispatch|cable)\b", re.IGNORECASE)
_IN_HEADING = pattern(r"(?:Telegram|Airgram|Despatch) ((?:No\. )?(?:[A-Z]+[–-])?\d{1,7})(?:/| [Ff]rom (?:the )?[A-Z])")
_SUMMARY = pattern(
    r"(?:Circular )?(?:[Tt]elegram|[Aa]irgram|[Dd]espatch) (?=(?:[A-Z]{1,3}[–-])?\d{1,7}(?: (?:from|to) |,))"
)
_DATED = pattern(r", (?:[A-Z][a-z]+ \d{1,2}(?:, \d{4})?|undated)\. ")
_FROM = pattern(r" [Ff]rom (?=the |[A-Z\[])")
_SERIES = rf"(?:{'|'.join(OF_A_DELEGATION)}|[A-Z]{{1,6}})[–— -]{{0,3}}"
_NUMBER = pattern(
    rf"(?:Telegram |TELEGRAM )?(?:Nos?\. ?)?(?!\d{{6}}Z)({_SERIES}(?:[A-Z][–-])?)?(\d{{1,7}})"
    r"(?=(?: ?\[[^\]]{0,40}\]| ?\([^)]{0,60}\)|CC)?(?:[.,;]|/(?:[A-Z]\w+ )?\d|$))"
)
_ITEM_NEXT = pattern(r"2\.\s")
_MARKS_ONLY = pattern(r"[A-Za-z .;,/\u2003–-]{1,60}|\[[^\]]{1,60}\],?")
_LOOKED_AT = 8
"""Blocks after the heading among which the number stands; before it come dateline and marks of secrecy."""


def telegrams_cited(document: Document) -> Iterator[tuple[Note | None, Block, TelegramWords]]:
    """Every telegram, airgram and despatch that a document names, with its note, its block and the words' range.

    The words of a reference of one of these kinds start where they do in `references_in`.
    """
    home = home_of(document)
    for note, block in document.every_block():
        if block.kind != "heading":
            for words in words_in(block.text, home):
                if isinstance(words, TelegramWords):
                    yield note, block, words


def own_telegram(document: Document) -> Telegram | None:
    """The telegram, airgram or despatch that a document is; its key is what others cite.

    `Telegram From the Embassy in the Soviet Union to the Department of State`, `8334. Subj: …` is `8334 from Moscow`;
    so is `The Ambassador in the Soviet Union (Beam) to the Department of State` below a file's number that says
    `: Telegram`. Its date is the document's, as ISO.

    Returns:
        None where the document is no message with a number, or does not print its number.
    """
    if listed := _listed(document):
        return listed
    kind = _kind(document)
    numbered = _IN_HEADING.match(document.heading)
    number = numbered[1].removeprefix("No. ").replace("–", "-") if numbered else _number_of(document) if kind else ""
    if not number or not kind:
        return None
    kind = "airgram" if number.startswith(AIRGRAMS) else kind
    return _sent(kind, number, parties_of(document), document.date or "")


def _sent(kind: str, number: str, parties: Parties, date: str) -> Telegram:
    if kind == "circular":
        return Telegram(kind, number, "", "", date)
    if parties.sender == STATE:
        return Telegram(kind, number, STATE, parties.recipient, date)
    return Telegram(kind, number, parties.sender or parties.office, "", date)


def _listed(document: Document) -> Telegram | None:
    """The message that a microfiche supplement lists: `Telegram 746 from Santiago, March 8, 1962. Text of …`."""
    found = _SUMMARY.match(document.heading)
    if not found or (_IN_HEADING.match(document.heading) and not _DATED.search(document.heading)):
        return None
    words, _ = telegrams_at(document.heading, found[0].rstrip(), 0, found.end(), Home())
    return words[0].telegram._replace(date=document.date or words[0].telegram.date) if words else None


def _kind(document: Document) -> str:
    """What sort of message a document is, by its heading or by the file's number above it; "" where it is none."""
    head = _FROM.split(document.heading, maxsplit=1)
    said = head[:1] if len(head) > 1 else []
    said += [block.text for block in document.blocks[:3] if block.kind == "source"]
    for words in said:
        if found := _KIND.search(words):
            return _called(found)
    old = document.heading.startswith("The ") and parties_of(document)
    if old and (old.sender or old.recipient) and any(re.match(r"\[?No\. ?\d", b.text) for b in document.blocks[1:5]):
        return "despatch"
    return ""


def _called(found: re.Match[str]) -> str:
    if found[1] and found[2].lower() == "telegram":
        return "circular"
    return {"dispatch": "despatch", "despatch": "despatch", "airgram": "airgram"}.get(found[2].lower(), "telegram")


def _number_of(document: Document) -> str:
    """The number before the first words of the body, which marks of secrecy and haste may precede."""
    texts = [f"{b.label or ''} {b.text}".strip() for b in islice(document.blocks, 1, _LOOKED_AT) if _may_number(b)]
    for index, text in enumerate(texts):
        if found := _NUMBER.match(text):
            if found[0] == "1" and any(_ITEM_NEXT.match(later) for later in texts[index + 1 :]):
                return ""  # the first of numbered paragraphs
            return _written(found)
        if not _MARKS_ONLY.fullmatch(text):
            return ""
    return ""


def _may_number(block: Block) -> bool:
    return block.kind in {"paragraph", "opener", "item"}


def _written(found: re.Match[str]) -> str:
    """The number with its series, as references have it: `Secto 14`, `A-801`, `C 73571`."""
    series = (found[1] or "").strip(" –—-")
    if f"{series}-" in AIRGRAMS:
        return f"{series}-{found[2]}"
    return f"{series} {found[2]}".strip()


def same_telegram(cited: Telegram, printed: Telegram, citing_date: str = "") -> bool:
    """Whether a telegram that is cited can be one that is printed: numbers begin anew in every year.

    Args:
        cited: as words name it; its date as printed (`August 17`, `August 17, 1972`), or "".
        printed: as a document is; its date as ISO, or "".
        citing_date: of the document that cites it, as ISO: the year of a date without one.

    Returns:
        False also where the printed one is from a later time than the document that cites it by some months, or from
        more than two years before it.
    """
    day = _day(cited.date)
    dated = bool(day) and len(printed.date) == len("1972-08-17")
    if dated and day and printed.date[5:] != day[1]:
        return False
    alike = cited.key == printed.key or _lacks_recipient(cited, printed) or (dated and _lacks_parties(cited, printed))
    if not alike:
        return False
    year = day[0] if day and day[0] else ""
    if year and printed.date:
        return printed.date.startswith(year)
    if citing_date[:4].isdigit() and printed.date[:4].isdigit():
        return -1 <= int(citing_date[:4]) - int(printed.date[:4]) <= 2
    return True


def _lacks_parties(cited: Telegram, printed: Telegram) -> bool:
    """`telegram 1470, March 18`, with neither post: number and day suffice."""
    return (cited.kind, cited.bare_number, cited.sender, cited.recipient) == (printed.kind, printed.bare_number, "", "")


def _lacks_recipient(cited: Telegram, printed: Telegram) -> bool:
    """`telegram 1470` of the Department, whose recipient the words leave out, may be `1470 to Rangoon`."""
    short = cited._replace(recipient="").key
    return not cited.recipient and printed.key.startswith(f"{short} to ")


_MONTHS = {
    name: f"{number:02}"
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
_PRINTED_DAY = pattern(r"([A-Z][a-z]{2})[a-z]*\.? (\d{1,2})(?:, (\d{4}))?")


def _day(printed: str) -> tuple[str, str] | None:
    """Year ("" where it is not printed) and `08-17` of a printed day."""
    found = _PRINTED_DAY.match(printed)
    month = found and _MONTHS.get(found[1].lower())
    return (found[3] or "", f"{month}-{int(found[2]):02}") if found and month else None
