"""A volume's facts as its own title page has them, where the catalogue has none.

The catalogue's records are older than many volumes: years and editors stand there or, where they are missing, on the
title page. A volume that the catalogue does not know at all is cited by its title page alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tgreader.citing.catalogue import VolumeFacts

if TYPE_CHECKING:
    from tgreader.model.title_page import TitlePage

PRINTING_OFFICE = "Government Printing Office"
PUBLISHING_OFFICE = "Government Publishing Office"


def publisher_named(words: str) -> str:
    """The publisher as citations name it, of however a title page spells it.

    The Printing Office became the Publishing Office in December 2014; volumes of that time have either, so that their
    title pages decide and not their years.
    """
    plain = words.lower()
    if "publishing office" in plain:
        return PUBLISHING_OFFICE
    return PRINTING_OFFICE if "printing office" in plain or not words else words


def completed(facts: VolumeFacts, page: TitlePage) -> VolumeFacts:
    """The catalogue's facts, with what they lack from the title page."""
    publisher = publisher_named(page.publisher)
    return facts._replace(
        editors=facts.editors or page.editors,
        general_editors=facts.general_editors or page.general_editors,
        published=facts.published or page.published,
        publisher=publisher if publisher == PUBLISHING_OFFICE else facts.publisher,
    )


def from_title_page(page: TitlePage) -> VolumeFacts:
    """The facts of a volume that the catalogue does not list: it is newer, and its documents have numbers."""
    from tgreader.citing.complete_title import read_title
    from tgreader.citing.title_as_cited import as_cited

    complete = as_cited(page.title, page.volume)
    title = read_title(complete)
    return VolumeFacts(
        id=page.volume,
        title=complete,
        series=title.series,
        years=title.years,
        number=title.number,
        name=title.name,
        editors=page.editors,
        general_editors=page.general_editors,
        published=page.published,
        publisher=publisher_named(page.publisher),
        media="print",
        status="published",
        isbn="",
        cited_by="document",
    )
