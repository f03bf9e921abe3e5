"""The reader's marks and annotations, in words for panels and lists."""

from __future__ import annotations

from datetime import datetime

from tgreader.errors import AddressError
from tgreader.library.work.annotations import Annotation
from tgreader.model.address import parse_address
from tgreader.reading.document.titles import first_words
from tgreader.reading.notebook.placed import Placed

_QUOTED, _VOLUME, _HEADED = 120, 28, 45
"""Code points of a passage, of a volume's title, and of a document's heading, that stand in a list."""

_MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


def said_of(placed: Placed) -> str:
    """What stands under an annotation: its tags, and that the words it is on are gone."""
    one = placed.annotation
    lost = f"Its words are not in this copy any more: “{quoted(one)}”" if placed.is_lost else ""
    on = f"On “{quoted(one)}”" if one.scope == "selection" and not lost else ""
    return " · ".join(part for part in (tagged(one.tags), on, lost) if part)


def tagged(tags: str) -> str:
    """Tags as they are shown and filtered by: `#mbfr #csce`."""
    return " ".join(f"#{tag}" for tag in tags.split())


def quoted(one: Annotation) -> str:
    """The first words of the passage it is on."""
    return first_words(" ".join(one.exact.split()), _QUOTED)


def title_of(one: Annotation) -> str:
    """The reader's own words in one line; of a mark, those it is on."""
    if one.kind == "annotation":
        return " ".join(one.words.split()) or tagged(one.tags) or "(no words)"
    return one.heading if one.scope == "document" else f"“{quoted(one)}”"


def where_of(one: Annotation) -> str:
    """Tags, place and day."""
    return " · ".join(part for part in (tagged(one.tags), place_of(one), day_of(one.changed)) if part)


def day_of(time: str) -> str:
    """The day of a time that was kept, on the reader's own clock: `Jan. 31, 2026`."""
    try:
        day = datetime.fromisoformat(time).astimezone()
    except ValueError:
        return time[:10]
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def moment_of(time: str) -> str:
    """Day and minute of a time that was kept, on the reader's own clock: `Jan. 31, 2026, 14:05`."""
    try:
        moment = datetime.fromisoformat(time).astimezone()
    except ValueError:
        return time
    return f"{day_of(time)}, {moment:%H:%M}"


def place_of(one: Annotation) -> str:
    """Document, paragraph or note, and page."""
    pages = f"{one.page}–{one.last_page}" if one.last_page else one.page
    volume, stop, name = one.heading.rpartition(" › ")
    called = f"{first_words(volume, _VOLUME)}{stop}{first_words(name, _HEADED)}"
    return ", ".join(part for part in (called, within_of(one.address, pages)) if part)


def within_of(place: str, pages: str) -> str:
    """The place in a document, by the address of the place: `¶ 4, p. 325`."""
    try:
        address = parse_address(place)
    except AddressError:
        return ""
    within = f"¶ {address.paragraph}" if address.paragraph else f"note {address.note}" if address.note else ""
    printed = f"{'pp' if '–' in pages else 'p'}. {pages}" if pages else ""
    return ", ".join(part for part in (within, printed) if part)
