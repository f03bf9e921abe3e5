"""The Office of the Historian's own forms: its recommended citation, the series' footnotes, and the web address.

The rules are those of the Office's page “Citing the Foreign Relations series”: the title as printed, its editors but
not the general editor, `Washington: Government Printing Office`, and the document's number; volumes before the
1955–1957 subseries, whose documents have no printed number, are cited by page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tgreader.citing.catalogue import covered_years
from tgreader.citing.citation import Citation, Cited, Line, file_name, volume_missing
from tgreader.citing.volume_number import shortened
from tgreader.citing.words import day_first, joined, long_date

if TYPE_CHECKING:
    from tgreader.citing.catalogue import VolumeFacts

# frus1918Russiav01 beside frus1918v01: years and number alone would name two volumes.
_SHARED_YEAR = r"frus\d{4}(?:-\d\d)?(?!v)[A-Za-z]"


def office(cited: Cited, url: bool | None) -> Citation:
    """The recommended citation.

    `Foreign Relations of the United States, 1969–1976, Volume XIX, Part 1, Korea, 1969–1972, eds. Daniel J. Lawler and
    Erin R. Mahan (Washington: Government Printing Office, 2010), Document 75.` The web address, where it is wanted,
    is appended after the stop: `https://… [accessed 27 Oct 2011]`.
    """
    volume = cited.volume
    if volume is None:
        return loose(cited)
    line = Line().add(volume.series, italic=True).add(volume.title[len(volume.series) :])
    if volume.editors:
        line.add(f", {'eds.' if len(volume.editors) > 1 else 'ed.'} {joined(volume.editors)}")
    line.add(f" (Washington: {imprint(volume, line)})").list(place(cited, line))
    if not (url and cited.url):
        return line.ended()
    line.add(f". {cited.url}")
    if cited.accessed:
        line.add(f" [accessed {day_first(cited.accessed, months=3)}]")
    return line.as_it_is()


def series(cited: Cited, url: bool | None) -> Citation:
    """As the footnotes of the series cite it: `Foreign Relations, 1969–1976, vol. XXXIX, Document 106`."""
    volume = cited.volume
    if volume is None:
        return loose(cited)
    line = Line().add("Foreign Relations", italic=True)
    years = volume.years or ("" if volume.name else str(covered_years(volume.id)[0]))
    number = shortened(volume.number)
    named = not (years and number) or re.match(_SHARED_YEAR, volume.id)
    line.list([years, volume.name if named else "", number])
    before = "" if cited.locator.document and volume.cited_by == "document" else page_word(cited)
    return line.list(place(cited, line, before)).as_it_is()


def url(cited: Cited, url: bool | None) -> Citation:
    """The web address alone."""
    return Citation(cited.url) if cited.url else Citation(cited.address.path or "", (), (volume_missing(cited),))


def page_word(cited: Cited) -> str:
    """`p. ` or `pp. `, by how many pages are meant."""
    return "pp. " if "–" in cited.locator.pages() else "p. "


def imprint(volume: VolumeFacts, line: Line) -> str:
    """Publisher and year; a year that the record does not have is left out and reported."""
    if volume.published:
        return f"{volume.publisher}, {volume.published}"
    line.missing.append(
        f"the catalogue has no year of publication for {volume.id} (its record says: {volume.status.replace('-', ' ')})"
    )
    return volume.publisher


def place(cited: Cited, line: Line, before_page: str = "") -> list[str]:
    """The locator's parts, in order; in volumes cited by page the page stands alone, as the Office has it."""
    locator = cited.locator
    by_page = cited.volume is not None and cited.volume.cited_by == "page"
    parts = []
    if locator.document and not (by_page and locator.page):
        parts.append(f"Document {locator.document}")
        if by_page:
            line.missing.append(
                f"{cited.address.volume} is cited by page, and the page of its document {locator.document} is not "
                "known without the text: open the volume, or cite the page, as "
                f"{cited.address.volume}/pg_1"
            )
    elif locator.section:
        parts.append(locator.section)
    if locator.page:
        parts.append((before_page if by_page and not locator.section else page_word(cited)) + locator.pages())
    parts += [locator.attachment, f"paragraph {locator.paragraph}" if locator.paragraph else ""]
    return [*parts, f"n. {locator.note}" if locator.note else ""]


def loose(cited: Cited) -> Citation:
    """What can be said of a document whose volume is not known."""
    line = Line()
    line.missing.append(volume_missing(cited))
    document = cited.document
    heading = document.heading if document else ""
    line.add(heading or file_name(cited))
    date = long_date(document.date) if document and document.date else ""
    line.list([date, *place(cited, line)])
    if heading:
        line.add(f" ({file_name(cited)})")
    return line.ended()
