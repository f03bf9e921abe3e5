"""What a document is called on the screen."""

from __future__ import annotations

from pathlib import PurePath

from tgreader.errors import CatalogueError
from tgreader.model.address import Address
from tgreader.model.document import Document, Entry
from tgreader.model.patterns import pattern

SHORT = 24
"""Code points: so much of a heading names a section in passing."""
_YEAR = pattern(r"\b1[789]\d\d\b")


def place_titles(document: Document) -> tuple[str, ...]:
    """Volume (for a file of unknown volume, its name) and document, from the fullest form to the shortest."""
    name = f"Document {document.number}" if document.number else document.heading or document.id or ""
    short = document.number or ""
    if document.volume is None:
        file = PurePath(document.path).name
        return f"{file} › {name} (volume not known)", f"{name} (volume not known)", name, short
    volume = volume_title(document.volume)
    named = f"{volume} › {document.number}. " if document.number else f"{volume} › "
    headed = (named + first_words(document.heading, length) for length in (80, 60, 45, 30))
    return *headed, f"{volume} › {name}", f"{document.volume} › {name}", name, short


def document_title(document: Document) -> str:
    """Volume, number and heading in one line, for lists of documents that are not open."""
    name = f"{document.number}. {document.heading}" if document.number else document.heading
    whose = volume_title(document.volume) if document.volume else PurePath(document.path).name
    return f"{whose} › {name}"


def place_words(place: Address, here: Address, heading: str = "") -> str:
    """A place in as few words as tell it from here: `¶ 4`, `105 note 3`, `Preface ¶ 2`, `frus1964-68v30/d37 p. 12`.

    Args:
        place: the place.
        here: where the reader is.
        heading: of a section without a number, where that is known; else its id names it.
    """
    within = _within(place)
    if place.whole == here.whole:
        return within or "the heading"
    name = str(place.whole)
    if place.path is not None:
        name = PurePath(place.path).name
    elif place.volume == here.volume and place.document:
        is_numbered = place.document[1:].isdecimal()
        name = place.document.removeprefix("d") if is_numbered else first_words(heading, SHORT) or place.document
    return f"{name} {within}".rstrip()


def _within(place: Address) -> str:
    """The place in its document, in words."""
    if place.note is not None:
        return f"note {place.note}"
    if place.page is not None:
        return f"p. {place.page}"
    return f"¶ {place.paragraph}" if place.paragraph else ""


def first_words(text: str, length: int) -> str:
    """The first words of a text, with `…` where that is not all of it."""
    return text if len(text) <= length else f"{text[:length].rpartition(' ')[0]}…"


def counted(number: int, thing: str) -> str:
    """How many there are of a thing: `1 document`, `1,200 documents`."""
    return f"{number:,} {thing}" + ("" if number == 1 else "s")


def volume_title(volume: str) -> str:
    """A volume's own title, with the years of its subseries where it has none; the id of one that is not catalogued."""
    from tgreader.citing import catalogue

    try:
        facts = catalogue.volume(volume)
    except CatalogueError:
        return volume
    if not facts.name:
        return facts.title
    return facts.name if _YEAR.search(facts.name) else f"{facts.name}, {facts.years}".rstrip(", ")


def entry_title(entry: Entry) -> str:
    """Number and heading, as lists have them."""
    return f"{entry.number}. {entry.heading}" if entry.number else entry.heading


def entry_facts(entry: Entry) -> str:
    """Date and printed pages, as far as they are known."""
    pages = ""
    if entry.first_page and entry.last_page:
        one = entry.first_page == entry.last_page
        pages = f"p. {entry.first_page}" if one else f"pp. {entry.first_page}–{entry.last_page}"
    date = entry.date or ("no date" if entry.sort == "document" else "")
    return " · ".join(part for part in (date, pages) if part)
