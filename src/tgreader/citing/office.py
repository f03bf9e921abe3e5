"""The Office of the Historian's own forms: its recommended citation, the series' footnotes, and the web address.

The rules are those of the Office's page “Citing the Foreign Relations series”: the title as printed, its editors but
not the general editor, `Washington: Government Printing Office`, and the document's number; volumes before the
1955–1957 subseries, whose documents have no printed number, are cited by page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tgreader.citing.catalogue import covered_years
from tgreader.citing.citation import Citation, Cited, Line, file_name
from tgreader.citing.locator import Wording
from tgreader.citing.words import day_first, heading_of, joined, long_date

if TYPE_CHECKING:
    from tgreader.citing.catalogue import VolumeFacts

# Where pages are the locator, the Office's example prints them alone: `…, 1983), 798–800.`
RECOMMENDED = Wording("Document", "paragraph", page=False)
IN_FOOTNOTES = Wording("Document", "paragraph")


def office(cited: Cited, url: bool | None) -> Citation:
    """The recommended citation.

    `Foreign Relations of the United States, 1969–1976, Volume XIX, Part 1, Korea, 1969–1972, eds. Daniel J. Lawler and
    Erin R. Mahan (Washington: Government Printing Office, 2010), Document 75.` The web address, where it is wanted,
    is appended after the stop: `https://… [accessed 27 Oct 2011]`.
    """
    volume = cited.volume
    if volume is None:
        return loose(cited).ended()
    line = Line().add(volume.series, italic=True).add(volume.title[len(volume.series) :])
    if volume.editors:
        line.add(f", {'eds.' if len(volume.editors) > 1 else 'ed.'} {joined(volume.editors)}")
    line.add(f" (Washington: {imprint(volume)})").list(cited.place(RECOMMENDED))
    if not (url and cited.url):
        return line.ended()
    line.add(f". {cited.url}")
    return line.add(f" [accessed {day_first(cited.accessed, months=3)}]" if cited.accessed else "").as_it_is()


def series(cited: Cited, url: bool | None) -> Citation:
    """As the footnotes of the series cite it: `Foreign Relations, 1969–1976, vol. XXXIX, Document 106`."""
    volume = cited.volume
    if volume is None:
        return loose(cited).ended()
    from tgreader.citing.volume_number import shortened  # not needed for the recommended form, which is the default

    line = Line().add("Foreign Relations", italic=True)
    line.list([*short_names(volume), shortened(volume.number)])
    return line.list(cited.place(IN_FOOTNOTES)).as_it_is()


def short_names(volume: VolumeFacts) -> tuple[str, str]:
    """The years and, where years and number would not name one volume alone, the volume's own title.

    frus1918Russiav01, for one, shares its year and number with frus1918Supp01v01.
    """
    titled = volume.name and "foreign relations of the united states" in volume.series.lower()
    years = volume.years or ("" if titled else "–".join(map(str, dict.fromkeys(covered_years(volume.id)))))
    shared = re.match(r"frus\d{4}(?:-\d\d)?(?!v|p\d)[A-Za-z]", volume.id)
    return years, volume.name if shared or not (years and volume.number) else ""


def url(cited: Cited, url: bool | None) -> Citation:
    """The web address alone."""
    return Citation(cited.url or cited.address.path or "")


def imprint(volume: VolumeFacts) -> str:
    """Publisher and year; a year that the record does not have is left out."""
    return ", ".join(part for part in (volume.publisher, volume.published) if part)


def loose(cited: Cited) -> Line:
    """What can be said of a document whose volume is not known."""
    line = Line()
    document = cited.document
    heading = heading_of(document) if document else ""
    line.add(heading or file_name(cited))
    line.list([long_date(document.date) if document and document.date else "", *cited.place(RECOMMENDED)])
    return line.add(f" ({file_name(cited)})" if heading else "")
