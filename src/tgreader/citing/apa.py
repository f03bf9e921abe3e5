"""The reference of the APA's Publication Manual (7th edition).

A document is a chapter in an edited book that prints older work again (10.3, 9.41): the volume's year, and the
document's own year as that of the original. Titles keep their capitals: which of their words are names is not known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tgreader.citing.chicago import described
from tgreader.citing.citation import Citation, Cited, Line
from tgreader.citing.locator import Wording
from tgreader.citing.office import loose
from tgreader.citing.volume_number import in_chicago
from tgreader.citing.words import capitalised, date_parts, initials, iso_days

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tgreader.citing.catalogue import VolumeFacts
    from tgreader.citing.description import Description

WORDING = Wording("Document", "para.")


def reference(cited: Cited, url: bool | None) -> Citation:
    """`Selvage, D. E. (Ed.). (2008). *Foreign Relations of …: Vol. 39. European Security* (Document 106). …`."""
    volume = cited.volume
    if volume is None:
        return loose(cited).ended()
    line = Line()
    year = f" ({volume.published or 'n.d.'}). "
    description = described(cited)
    title = _title(description)
    if title:
        author = f"{capitalised(description.sender)}." if description.sender else ""
        line.add(f"{author}{year}{title}. In " if author else f"{title}.{year}In ")
        if volume.editors:
            line.add(f"{_listed([_upright(name) for name in volume.editors])} ({_role(volume)}), ")
    elif volume.editors:
        line.add(f"{_listed([initials(name) for name in volume.editors])} ({_role(volume)}).{year}")
    _volume_title(line, volume)
    place = cited.place(WORDING)
    if title and cited.locator.section:
        place = place[1:]  # the part's name is its title
    if place:
        line.add(f" ({', '.join(place)})")
    if not title and not volume.editors:
        line.add(f".{year.rstrip()[:-1]}")
    line.add(f". {volume.publisher}")
    if url is not False and cited.url:
        line.add(f". {cited.url}")
    original = date_parts(iso_days(description.date)[0])[:1]
    if title and original:
        line.add(f"{'' if cited.url and url is not False else '.'} (Original work published {original[0]})")
    return line.as_it_is() if url is not False and cited.url else line.ended()


def _title(description: Description) -> str:
    """What it is and to whom: `Telegram 8334 to the Department of State`."""
    recipient = f"to {description.recipient}" if description.recipient else ""
    words = description.form or ("" if recipient else description.title)
    return capitalised(" ".join(part for part in (words, recipient) if part))


def _role(volume: VolumeFacts) -> str:
    return "Eds." if len(volume.editors) > 1 else "Ed."


def _upright(name: str) -> str:
    """`D. E. Selvage`, as an editor is named inside a reference."""
    family, _, rest = initials(name).partition(", ")
    given, _, generation = rest.partition(", ")
    return " ".join(part for part in (given, family, generation) if part)


def _listed(names: Sequence[str]) -> str:
    """All names, with an ampersand; a comma before it but for two names that are not turned (9.8, 9.28)."""
    if len(names) < 2 or (len(names) == 2 and "," not in names[0]):
        return " & ".join(names)
    return f"{', '.join(names[:-1])}, & {names[-1]}"


def _volume_title(line: Line, volume: VolumeFacts) -> None:
    title = ", ".join(part for part in (volume.series, volume.years) if part)
    number = capitalised(in_chicago(volume.number))
    parts = [part for part in (number, volume.name) if part]
    line.add(f"{title}: {'. '.join(parts)}" if parts else title, italic=True)
