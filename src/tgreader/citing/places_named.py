"""The places in a volume that a citation's words name: documents, pages, notes, sections."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tgreader.citing.locator import SECTIONS
from tgreader.model.address import Address
from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple

if TYPE_CHECKING:
    from tgreader.citing.catalogue import VolumeFacts

DOCUMENT = pattern(
    r"(?:\bdoc(?:ument)?(?P<plural>s)?\b\.?\s*(?:nos?\.?\s*)?#?|#)\s?(?P<number>\d{1,4}[A-Ha-h]?)(?=n\d|\b)"
    r"(?P<more>(?:\s*(?:,|and|&|,\s*and|-|–)\s*\d{1,4}[A-Za-z]?\b)*)",
    re.IGNORECASE,
)
PAGE = pattern(r"\bpp?\b\.?\s*(?P<page>[ivxlc]+|[A-Z]?\d{1,4})\b", re.IGNORECASE)
# A page without `p.`, at the end of what is left when imprint and volume title are taken away.
_BARE_PAGE = pattern(
    r"[,):]\s*(?P<page>[ivxlc]+|[A-Z]?\d{1,4})(?P<several>\s*[-–]\s*\w{1,5}(?:(?:, | and |, and )\d{1,4}[-–]\d{1,4})*)?"
    r"(?:n[\d*†‡]{0,3})?(?:,? (?:n\.|fn\b\.?|(?:foot)?note) ?[\w*†‡]+)?\W*$",
    re.IGNORECASE,
)
# A page or document right behind the volume, whatever comes after: `II, 95–97. Bundy to Johnson, 7 Feb. 1965`.
_RIGHT_BEHIND = pattern(
    r"(?P<page>\d{1,4})(?P<several>\s?[-–]\s?\d{1,4})?(?=[.;,)]\s|\W*$)",
)
_VOLUME_IN_WORDS = pattern(
    r"\bvol(?:ume|\.)? ?(?:[IVXLC]+|\d{1,2})(?:,? (?:pt\.|part) ?(?:\d|[IVX]+))?[,:] ?(?=\d)", re.IGNORECASE
)
_NOTE = pattern(
    r"\bn\. ?(?P<note>\d{1,3}|[*†‡])|(?<=\d)n(?P<joined>\d{1,3}|[*†‡])(?!\w)"
    r"|\b(?:(?:foot)?note |fn\.? ?)(?P<word>\d{1,3})"
)
# What is said of the place in brackets behind it: `696–709 (Kennan’s long telegram)`.
_REMARK = pattern(r"(?<=\d)\s*\((?!pt|part|vol|doc|pp?\.|nos?\b)[^\W\d][^()]*\)\W*$", re.IGNORECASE)
_SECTION = pattern(rf"[,(] ?(?P<section>{'|'.join(SECTIONS.values())})(?=[).,]|$)", re.IGNORECASE)
_LAST_NUMBER = pattern(
    r"(?i)(?<!part)(?<!pt\.)(?<!vol\.)(?<!volume)(?<!no\.)(?<!note)[\s,;:/](?P<page>\d{1,4})(?P<several>\s*[-–]\s*\d{1,4})?\W*$"
)
# The pages before a document in brackets: `pp. 95–97 (doc. 42)`.
_PAGES_BEFORE = pattern(r"\bpp?\. ?(?P<page>\d{1,4})(?:[-–]\d{1,4})? ?\($")
_MOST_DOCUMENTS = 50


def placed(address: Address, words: str) -> Address:
    """The address of a document with the note or page that the words of its citation name."""
    if note := _NOTE.search(words):
        return address.at_note(note["note"] or note["joined"] or note["word"])
    page = PAGE.search(words)
    return address.at_page(page["page"]) if page else address


class Placed(NamedTuple):
    """Places in a volume, and whether it was worked out what a last number without a word is."""

    addresses: list[Address]
    guessed: bool = False


def places_named(facts: VolumeFacts, segment: str, by: str, *, bare: bool) -> Placed:
    """The places in a volume that the words name: documents, a page, a section; or the volume.

    Args:
        facts: of the volume.
        segment: the words, without those that name the volume.
        by: what a last number without a word is, in volumes whose documents have numbers: `page` or `document`.
        bare: whether the volume's number has no word either, so that a last number needs no comma before it.
    """
    volume = Address(facts.id)
    segment = _REMARK.sub("", segment)
    if document := DOCUMENT.search(segment):
        numbers = _listed(document["number"], document["more"] if document["plural"] else "")
        addresses = [Address(facts.id, f"d{number.lower()}") for number in numbers]
        if len(addresses) == 1:
            before = _PAGES_BEFORE.search(segment[: document.start()])
            home = addresses[0].at_page(before["page"]) if before else addresses[0]
            return Placed([placed(home, segment[document.end("number") - 1 :])])
        return Placed(addresses)
    if page := PAGE.search(segment):
        return Placed([volume.at_page(page["page"])])
    if section := _SECTION.search(segment):
        return Placed([Address(facts.id, section["section"].lower().replace(" ", ""))])
    if last := _bare_page(segment, bare=bare, titled=bool(facts.name)):
        number, several = last["page"], bool(last["several"])
        if "page" in (by, facts.cited_by) or several or not number.isdecimal():
            return Placed([volume.at_page(number)])
        return Placed([Address(facts.id, f"d{number}")], guessed=True)
    return Placed([volume])


def _bare_page(segment: str, *, bare: bool, titled: bool) -> re.Match[str] | None:
    """The number without a word that is a page or document: the one right behind the volume's, else the last."""
    behind = re.match(r"[\s,:]*", segment) if bare else _VOLUME_IN_WORDS.search(segment)
    first = _RIGHT_BEHIND.match(segment, behind.end()) if behind else None
    return first or _BARE_PAGE.search(segment) or (_LAST_NUMBER.search(segment) if bare or titled else None)


def range_end(page: str, words: str) -> str:
    """The last page, in full, of the range that begins with a page; "" where it stands alone: `589–91` ends at 591."""
    found = re.search(rf"(?<!\w){re.escape(page)}\s*[-–]\s*(?P<last>\w{{1,5}})", words) if page else None
    if found is None or found["last"].isdecimal() != page.isdecimal():
        return ""
    last = found["last"]
    if not last.isdecimal():
        return last
    last = page[: max(len(page) - len(last), 0)] + last
    return last if int(last) > int(page) else ""


def _listed(first: str, more: str) -> list[str]:
    """`10, 11 and 14–16` as each of its numbers."""
    numbers = [first]
    for joint, number in re.findall(r"(,|and|&|-|–)\s*(\d+[A-Za-z]?)", more):
        last = numbers[-1]
        if joint in "-–" and last.isdecimal() and number.isdecimal():
            numbers += [
                str(between) for between in range(int(last) + 1, min(int(number), int(last) + _MOST_DOCUMENTS) + 1)
            ]
        else:
            numbers.append(number)
    return numbers[:_MOST_DOCUMENTS]
