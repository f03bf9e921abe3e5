"""The place within a volume that a citation points at."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

from tgreader.citing.words import heading_of
from tgreader.model.tuples import NamedTuple

if TYPE_CHECKING:
    from tgreader.citing.catalogue import VolumeFacts
    from tgreader.model.address import Address
    from tgreader.model.document import Document

# Parts of a volume that are no documents, by their ids in the series.
SECTIONS = {
    "titlepage": "Title Page",
    "pressrelease": "Press Release",
    "preface": "Preface",
    "sources": "Sources",
    "persons": "Persons",
    "terms": "Terms",
    "summary": "Summary",
    "errata": "Errata",
    "index": "Index",
}
_LONGEST_NAME = 40
"""Code points of a line that is the name of an attachment."""
_NEAR = 12
"""So many blocks further on, or back, the numbers of paragraphs may go on."""
Inclusive = Literal["full", "chicago", "mla"]


class Locator(NamedTuple):
    """What follows the volume in a citation; what is not wanted or not known is empty.

    Attributes:
        document: the printed number (`106`, `999A`).
        section: the heading of a part of the front or back matter.
        page: the first printed page, Arabic or Roman, as printed.
        last_page: where more than one page is meant.
        note: the printed label of a footnote.
        attachment: as it is to be named (`Tab A`, `Attachment`).
        paragraph: the printed number of a numbered paragraph (`3`).
    """

    document: str = ""
    section: str = ""
    page: str = ""
    last_page: str = ""
    note: str = ""
    attachment: str = ""
    paragraph: str = ""

    def pages(self, inclusive: Inclusive = "full") -> str:
        """`325`, `325–326`, or `325–26` in the way of Chicago (CMOS 9.61) or the MLA."""
        if not self.last_page or self.last_page == self.page:
            return self.page
        return f"{self.page}–{shortened_page(self.page, self.last_page, inclusive)}"


class Wording(NamedTuple):
    """How a style words a locator.

    Attributes:
        document: before a document's number (`Document`, `doc.`).
        paragraph: before a paragraph's number.
        inclusive: how the second of two page numbers is shortened.
        page: whether a page that stands alone has a `p.` before it.
        joined_note: whether a note is joined to its page, as `325n4`.
        small: whether an attachment's name, and that of a part like the preface, have small letters.
    """

    document: str
    paragraph: str
    inclusive: Inclusive = "full"
    page: bool = True
    joined_note: bool = False
    small: bool = False


def worded(locator: Locator, wording: Wording, *, by_page: bool) -> list[str]:
    """The parts of a locator, in order; where a volume is cited `by_page` and the page is known, no document."""
    parts = []
    if locator.document and not (by_page and locator.page):
        parts.append(f"{wording.document} {locator.document}")
    elif locator.section:
        small = wording.small and locator.section in SECTIONS.values()
        parts.append(locator.section.lower() if small else locator.section)
    attachment = locator.attachment
    parts.append(attachment[:1].lower() + attachment[1:] if wording.small else attachment)
    note = f"n. {locator.note}" if locator.note else ""
    if pages := locator.pages(wording.inclusive):
        word = ("pp. " if "–" in pages else "p. ") if any(parts) or wording.page or not by_page else ""
        if note and wording.joined_note and pages == locator.page:
            pages, note = f"{pages}n{locator.note}", ""
        parts.append(word + pages)
    parts += [f"{wording.paragraph} {locator.paragraph}" if locator.paragraph else "", note]
    return [part for part in parts if part]


def locator_of(address: Address, document: Document | None = None, volume: VolumeFacts | None = None) -> Locator:
    """What an address, and the document it is in, say of the place.

    The pages of a whole document are given only in volumes that are cited by page.
    """
    number = (document.number if document else None) or number_in(address.document or "")
    section = ""
    if not number and address.document:
        section = heading_of(document) if document else SECTIONS.get(address.document, "")
    page, last_page = address.page or "", ""
    if document is None:
        return Locator(number, section, page, note=address.note or "")
    block, offset = _place_in(document, address)
    if block is not None and not page:
        page = document.page_at(block, offset) or ""
    elif not page and volume is not None and volume.cited_by == "page":
        page, last_page = _all_pages(document)
    within = Locator() if block is None else within_document(document, block, numbered=address.note is None)
    return within._replace(document=number, section=section, page=page, last_page=last_page, note=address.note or "")


def within_document(document: Document, block: int, *, numbered: bool = True) -> Locator:
    """The attachment that a block of the body stands in and, if `numbered`, its printed paragraph number."""
    return Locator(
        attachment=_attachment(document, block), paragraph=_paragraph_number(document, block) if numbered else ""
    )


def number_in(identity: str) -> str:
    """The printed number that a document's id holds: `106` of `d106`, `999A` of `d999a`; "" of another section."""
    number = identity[1:].upper() if identity[:1] == "d" else ""
    return number if number.rstrip("ABCDEFGH").isdecimal() else ""


def _place_in(document: Document, address: Address) -> tuple[int | None, int]:
    """The block, and the offset in it, of the note or paragraph that an address names; None for the whole."""
    if address.note is not None:
        for index, block in enumerate(document.blocks):
            for mark in block.marks:
                if mark.label == address.note:
                    return index, mark.at
        return None, 0
    if address.paragraph is not None and document.blocks:
        return document.block_index(address.paragraph), address.offset
    return None, 0


def _all_pages(document: Document) -> tuple[str, str]:
    labels = [found.label for found in document.pages()]
    first = document.page_at(0) or (labels[0] if labels else "")
    return first, labels[-1] if labels else ""


def _attachment(document: Document, block: int) -> str:
    """What the attachment is called that a block stands in: as printed over it, or `Attachment`; "" for none.

    An encoding has attachments one level deeper than the document, or as a line that says no more than their name.
    """
    deepest = document.blocks[block].depth
    for index in range(block, 0, -1):
        found = document.blocks[index]
        if found.depth > deepest:
            continue
        deepest = found.depth
        if found.kind in ("heading", "label", "paragraph") and len(found.text) < _LONGEST_NAME:
            if named := _attachment_name().fullmatch(found.text):
                return named[1]
            if found.kind == "heading" and found.depth > 0:
                return "Attachment"
    return ""


@cache
def _attachment_name() -> re.Pattern[str]:
    return re.compile(
        r"\W*((?:Attachment|(?:Sub)?[Ee]nclosure|(?:Sub)?[Ii]nclosure|Annex|Appendix|Tab)(?: (?:No\. )?[A-Z\d]{1,3})?"
        r"(?: in No\. \d+½?)?)\W*"
    )


def _paragraph_number(document: Document, block: int) -> str:
    """The number printed before a paragraph, where the paragraphs before or after it go on from it."""
    number = _printed_number(document, block)
    if number is None:
        return ""
    near = range(max(1, block - _NEAR), min(len(document.blocks), block + _NEAR))
    beside = {_printed_number(document, i) for i in near if document.blocks[i].depth == document.blocks[block].depth}
    return str(number) if beside & {number - 1, number + 1} else ""


def _printed_number(document: Document, block: int) -> int | None:
    found = document.blocks[block]
    words = (f"{found.label} " if found.label else "") + found.text[:8]
    number, stop, _ = words.partition(".")
    if found.kind != "paragraph" or not stop or not number.isdecimal() or len(number) > 2:
        return None
    return int(number)


def shortened_page(first: str, last: str, inclusive: Inclusive) -> str:
    """The second number of a range of pages, as far as a style prints it.

    Chicago: CMOS 9.61 (71–72, 100–104, 101–8, 321–28, 1496–500). MLA: the last two figures from 100 up.
    """
    if inclusive == "full" or not (first.isdecimal() and last.isdecimal()) or len(first) != len(last) or len(last) < 3:
        return last
    if inclusive == "chicago" and int(first) % 100 == 0:
        return last
    changed = next((index for index, pair in enumerate(zip(first, last, strict=True)) if pair[0] != pair[1]), 0)
    if inclusive == "mla":
        return last[min(changed, len(last) - 2) :]
    if int(first) % 100 < 10:
        return last[changed:]
    return last[min(changed, len(last) - 2) :]
