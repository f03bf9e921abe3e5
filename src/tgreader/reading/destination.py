"""What is typed after `:` means a place: a document, a page, a paragraph, a note, or any address.

106, d106        the document of that number
p325, page 325   the printed page; roman: pxiii, or xiii alone
preface, abbrev   a section of that name, or in whose name a word begins so
¶4, #p4, par 4   the paragraph of the document being read
n3, fn3          its note
frus1969-76v39/d106#p4, or a path: any address
FRUS 69-76, 39, doc 106: a citation, in any style or as people type it
"""

from __future__ import annotations

import re

from tgreader.errors import AddressError, echoed
from tgreader.model.address import Address, parse_address
from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple
from tgreader.reading.document.arrival import locate
from tgreader.reading.document.titles import entry_title, volume_title
from tgreader.reading.session import Session
from tgreader.reading.shelf.printed_page import where_printed

_ECHOED = 60
"""Code points of what was typed that are said again: a page may have been pasted."""

HINTS = (
    "106 a document · p325 a page · ¶4 a paragraph · n3 a note · an address · a citation",
    "106 · p325 a page · ¶4 a paragraph · n3 a note · an address · a citation",
    "106 · p325 · ¶4 · n3 · an address",
    "106 p325 ¶4 n3",
)
"""What may be typed, from the fullest form to the shortest."""

_FEWEST_LETTERS = 4
"""By so many a section is known."""

_PARAGRAPH = pattern(r"(?:¶|#p|par(?:agraph)?\.? ?)\s*(\d{1,9})", re.IGNORECASE)
_NOTE = pattern(r"#?(?:fn?|n|note|footnote)\.? ?(\d+[a-z]?|[*†‡§]+)", re.IGNORECASE)
_PAGE = pattern(r"(?:p|pp|pg_?|page)\.? ?(\d{1,9}|[ivxlcdm]+|[a-z]\d{1,9})", re.IGNORECASE)
_ROMAN = pattern(r"[ivxlcdm]+", re.IGNORECASE)
_NUMBER = pattern(r"d?(\d{1,9}[a-z]?)", re.IGNORECASE)


class Candidate(NamedTuple):
    """A place that may be meant, in words for a list."""

    address: Address
    words: str


def destinations(session: Session, typed: str) -> tuple[Candidate, ...]:
    """The places that typed words may mean among what is open, the document being read first.

    Raises:
        AddressError: they mean no place here; the error says what was looked for.
    """
    typed = typed.strip()
    here = session.place.whole if session.place else None
    if here and (found := _PARAGRAPH.fullmatch(typed)):
        return _checked(session, here.at_paragraph(int(found[1])), f"paragraph {found[1]}")
    if here and (found := _NOTE.fullmatch(typed)):
        return _checked(session, here.at_note(found[1]), f"note {found[1]}")
    if found := _PAGE.fullmatch(typed):
        return _page(session, found[1])
    if found := _NUMBER.fullmatch(typed):
        return _document(session, found[1])
    if _ROMAN.fullmatch(typed) and where_printed(session.shelf, typed):
        return _page(session, typed)
    if found_sections := _section(session, typed):
        return found_sections
    address = parse_address(typed)
    if address.volume is None and not session.shelf.is_open(address):
        if cited := _cited(session, typed):
            return cited
        what = f"“{echoed(typed, _ECHOED)}”"
        raise AddressError("names no place here", what, "106, p325, ¶4, n3, an address or a citation would")
    return _checked(session, session.in_document(address), typed)


def _cited(session: Session, typed: str) -> tuple[Candidate, ...]:
    """The places that a citation means or may mean, open here or not; one alone is open. None where it is no citation.

    Raises:
        AddressError: it names no volume that there is, or a place that its document has not.
    """
    from tgreader.citing.recognising import find  # patterns and a catalogue that most who go somewhere do not need

    found = find(typed)
    places = list(dict.fromkeys(a for one in found for a in ([one.address] if one.address else one.candidates)))
    if not found:
        return ()
    if not places:
        raise AddressError("names no volume that the catalogue of the series has", f"“{typed}”")
    if len(places) == 1:
        return _checked(session, session.in_document(places[0]), str(places[0]))
    return tuple(Candidate(place, _where(place)) for place in places)


def _where(place: Address) -> str:
    """A place of the series in words, known from the catalogue alone."""
    from tgreader.citing.locator import number_in

    number = number_in(place.document or "")
    within = [f"Document {number}" if number else place.document or "", f"p. {place.page}" if place.page else ""]
    return " › ".join(part for part in (volume_title(place.volume or ""), *within) if part)


def _checked(session: Session, address: Address, words: str) -> tuple[Candidate, ...]:
    """A place, if its document has it; of one of the series that is not open, the place as it is.

    Going there opens its file, where that is known, or says what it is.

    Raises:
        AddressError: its document, or its volume, is open and has no such place; or it is none.
    """
    shelf = session.shelf
    if address.volume and shelf.index(shelf.as_opened(address)) is None and not shelf.holds_volume(address.volume):
        return (Candidate(address, words),)
    locate(session.shelf.document(address), address)
    return (Candidate(address, words),)


def _document(session: Session, number: str) -> tuple[Candidate, ...]:
    found = [
        Candidate(entry.address, entry_title(entry))
        for entry, _ in session.shelf.places
        if (entry.number or "").casefold() == number.casefold()
    ]
    if not found:
        try:
            return _page(session, number)
        except AddressError:
            raise AddressError(f"no document and no page {number} among the documents opened") from None
    return _own(session, found)


def _page(session: Session, label: str) -> tuple[Candidate, ...]:
    found = [
        Candidate(entry.address.at_page(label), f"p. {label}: {entry_title(entry)}")
        for entry, _ in where_printed(session.shelf, label)
    ]
    if not found:
        raise AddressError(f"no printed page {label} among the documents opened")
    return _own(session, found)


def _section(session: Session, typed: str) -> tuple[Candidate, ...]:
    """The prefaces, lists of persons and the like that are so called, by their id or heading.

    Where none is, those in whose heading words begin like what was typed: `abbrev`, `list of`.
    """
    wanted = typed.casefold()
    sections = [entry for entry, _ in session.shelf.places if entry.sort != "document"]
    found = [e for e in sections if wanted in {(e.address.document or "").casefold(), e.heading.casefold()}]
    if not found and len(wanted) >= _FEWEST_LETTERS and wanted.replace(" ", "").isalpha():
        found = [entry for entry in sections if f" {wanted}" in f" {entry.heading.casefold()}"]
    return _own(session, [Candidate(entry.address, entry_title(entry)) for entry in found])


def _own(session: Session, found: list[Candidate]) -> tuple[Candidate, ...]:
    """Those of the volume being read, the document's own first, else all: a number means the nearest thing."""
    if (here := session.place) is None:
        return tuple(found)
    volume = [candidate for candidate in found if here.volume and candidate.address.volume == here.volume]
    return tuple(sorted(volume or found, key=lambda candidate: candidate.address.whole != here.whole))
