"""A citation taken apart into the fields that reference managers keep; each export format names them its own way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tgreader.citing.chicago import described
from tgreader.citing.volume_number import in_chicago
from tgreader.citing.words import capitalised, family_given, heading_of, iso_days
from tgreader.model.tuples import NamedTuple

if TYPE_CHECKING:
    from tgreader.citing.citation import Cited


class Fields(NamedTuple):
    """One work; what is not known is empty.

    Attributes:
        key: to cite it by, made from the address: `frus1969-76v39-d106`.
        title: of the document or section; "" where the volume itself is cited.
        sender, recipient: as the heading names them.
        form: `telegram 8334`.
        written_at, dated: place, and date as citations print it.
        written_on, written_until: the same date in ISO form; the second is the last day of a range, else "".
        series: with its years (`Foreign Relations of the United States, 1969–1976`).
        volume: its number in Arabic figures (`39`, `19, pt. 1`).
        book: the volume's own title; where it has none, the series, which is then left empty.
        editors, general_editors: as (family, given, generation).
        publisher, published, isbn: of the volume.
        document: the printed number.
        pages: (first, last); the last is "" for a single page.
        note: further places: a footnote, an attachment, a paragraph.
        url, accessed: the web address, and the ISO date on which it was read.
    """

    key: str
    title: str = ""
    sender: str = ""
    recipient: str = ""
    form: str = ""
    written_at: str = ""
    dated: str = ""
    written_on: str = ""
    written_until: str = ""
    series: str = ""
    volume: str = ""
    book: str = ""
    editors: tuple[tuple[str, str, str], ...] = ()
    general_editors: tuple[tuple[str, str, str], ...] = ()
    publisher: str = ""
    published: str = ""
    isbn: str = ""
    document: str = ""
    pages: tuple[str, str] = ("", "")
    note: str = ""
    url: str = ""
    accessed: str = ""


PLACE = "Washington, DC"


def fields_of(cited: Cited, url: bool | None) -> Fields:
    """The fields of a citation; of a loose file, those that its own text gives."""
    locator, volume, document = cited.locator, cited.volume, cited.document
    description = described(cited)
    title = (
        heading_of(document) if document else f"Document {locator.document}" if locator.document else locator.section
    )
    written_on, written_until = iso_days(description.date)
    further = (locator.attachment, f"paragraph {locator.paragraph}" if locator.paragraph else "")
    fields = Fields(
        key=citation_key(str(cited.address)),
        title=title,
        sender=capitalised(description.sender),
        recipient=description.recipient,
        form=description.form,
        written_at=description.place,
        dated=description.date,
        written_on=written_on,
        written_until=written_until,
        document=locator.document,
        pages=(locator.page, locator.last_page if locator.last_page != locator.page else ""),
        note=", ".join(part for part in (*further, f"n. {locator.note}" if locator.note else "") if part),
        url="" if url is False else cited.url,
        accessed="" if url is False else cited.accessed,
    )
    if volume is None:
        return fields
    series = ", ".join(part for part in (volume.series, volume.years) if part)
    return fields._replace(
        series=series if volume.name else "",
        volume=in_chicago(volume.number).removeprefix("vol. ").removeprefix("vols. "),
        book=volume.name or series,
        editors=tuple(family_given(name) for name in volume.editors),
        general_editors=tuple(family_given(name) for name in volume.general_editors),
        publisher=volume.publisher,
        published=volume.published,
        isbn=volume.isbn,
    )


def citation_key(address: str) -> str:
    """An address as a key to cite it by: `frus1969-76v39-d106`.

    It has letters, digits and `-` alone: what every format, LaTeX and Markdown accept as a key.
    """
    kept = "".join(character if character.isascii() and character.isalnum() else "-" for character in address)
    return "-".join(part for part in kept.split("-") if part) or "document"


def own_date(fields: Fields) -> str:
    """What the document is, to whom, where it was written and when, in one line for formats without fields for it."""
    form = " to ".join(part for part in (fields.form, fields.recipient) if part)
    form = form if fields.form or not form else f"to {form}"
    return ", ".join(part for part in (capitalised(form), fields.written_at, fields.dated) if part)
