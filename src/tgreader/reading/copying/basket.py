"""The basket: what was cited in this library, cited again in any style, sorted and without repetition."""

from __future__ import annotations

from collections.abc import Iterable

from tgreader.citing.citation import Citation
from tgreader.citing.volume_number import arabic
from tgreader.library.work.work import CitedPlace
from tgreader.model.address import Address
from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple
from tgreader.reading.remembering.lying import Lying
from tgreader.reading.settings import Settings
from tgreader.reading.shelf.shelf import Shelf

_SUFFIXES = {"bibtex": ".bib", "biblatex": ".bib", "ris": ".ris", "csl-json": ".json"}
_NUMBER = pattern(r"(\d+)")
_ROMAN_NUMBER = pattern(r"(?<=Volume )[IVXLC]+\b|(?<=vol\. )[IVXLC]+\b")


class Entry(NamedTuple):
    """One citation of the basket.

    Attributes:
        citation: in the style asked for.
        address: where it leads, among what is open if it is open.
        places: what was cited: several places may have one citation, as two paragraphs of one page have.
    """

    citation: Citation
    address: Address
    places: tuple[CitedPlace, ...]


def entries(shelf: Shelf, basket: Iterable[CitedPlace], style: str, settings: Settings) -> list[Entry]:
    """The basket in a style: sorted by the citations' words, their numbers as numbers; each citation once.

    A document that is not open is read again where its file is still there: without it, heading and date are not known.
    """
    lying = Lying(shelf)
    found: dict[str, Entry] = {}
    for cited in basket:
        address, citation = lying.citation(cited, style, settings)
        before = found.get(citation.text)
        places = (*before.places, cited) if before else (cited,)
        found[citation.text] = Entry(citation, before.address if before else address, places)
    return sorted(found.values(), key=lambda entry: _natural(entry.citation.text))


def _natural(text: str) -> list[tuple[bool, int, str]]:
    """What texts are sorted by: volume IX comes after volume V, and a document before a page of it."""
    text = _ROMAN_NUMBER.sub(lambda found: arabic(found[0]), text.rstrip("."))
    parts = _NUMBER.split(text.casefold())
    return [(part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts]


def file_name(style: str) -> str:
    """What a file of citations in that style is called: `citations.bib`."""
    return f"citations{_SUFFIXES.get(style, '.txt')}"
