"""Chicago's forms (17th edition, notes and bibliography), and Turabian's, which follow them.

The full note is built as Chicago's own published answer on this series builds it (Q&A, “Documentation”: Henry Kissinger
to Richard Nixon, memorandum, Washington, December 18, 1970, in *Foreign Relations of the United States, 1969–1976*, ed.
Adam Howard, vol. 21, *Chile, 1969–1973*, ed. James McElveen and James Siekmeier (Washington, DC: Government Printing
Office, 2014), doc. 190, https://…): correspondents first (CMOS 14.111), the general editor after the series, the
volume's number in Arabic figures and its editors after its title (14.118–122). Letters are not called letters (14.111).
Names and titles stand as the series prints them: capitals are not changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tgreader.citing.citation import Citation, Cited, Line
from tgreader.citing.description import Description, describe
from tgreader.citing.locator import Wording
from tgreader.citing.office import imprint, loose, short_names
from tgreader.citing.volume_number import in_chicago
from tgreader.citing.words import capitalised, joined, long_date

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tgreader.citing.catalogue import VolumeFacts

# `doc. 106, p. 325n4`, `798–800`, `798n4` (CMOS 9.61, 14.157).
WORDING = Wording("doc.", "par.", "chicago", page=False, joined_note=True, small=True)


def note(cited: Cited, url: bool | None) -> Citation:
    """The full note."""
    return _note(cited, url).ended()


def turabian(cited: Cited, url: bool | None) -> Citation:
    """The full note in Turabian's manual (9th edition), which is Chicago's."""
    return note(cited, url)


def _note(cited: Cited, url: bool | None) -> Line:
    volume = cited.volume
    if volume is None:
        return loose(cited)
    line = Line()
    if opening := _opening(cited):
        line.add(f"{opening} in " if opening.endswith("”") else f"{opening}, in ")
    _collection(line, volume, "ed.", first_three)
    line.add(f" (Washington, DC: {imprint(volume)})").list(cited.place(WORDING))
    if url is not False and cited.url:
        line.add(f", accessed {long_date(cited.accessed)}" if cited.accessed else "").add(f", {cited.url}")
    return line


def short_note(cited: Cited, url: bool | None) -> Citation:
    """The note after the first: correspondents, the series shortened, the volume and the place (CMOS 14.29–36)."""
    volume = cited.volume
    if volume is None:
        return loose(cited).ended()
    line = Line()
    description = described(cited)
    names = description.correspondents or description.form or description.title
    if names and cited.locator.document:
        line.add(f"{capitalised(names)}, ")
    years, name = short_names(volume)
    line.add(", ".join(part for part in ("Foreign Relations", years) if part), italic=True)
    if name:
        line.add(", ").add(name, italic=True)
    return line.list([in_chicago(volume.number), *cited.place(WORDING)]).ended()


def bibliography(cited: Cited, url: bool | None) -> Citation:
    """The entry of a bibliography: of one document, where its text is at hand, or of the volume.

    A single letter of a collection is entered as in CMOS 14.111 (Paulina Jackson to John Pepys Junior, October 3, 1676.
    In *The Letters of …*, edited by …, no. 42. Oxford: …), a volume as one of a work in several (14.118–122).
    """
    volume = cited.volume
    if volume is None:
        return loose(cited).ended()
    line = Line()
    if opening := _opening(cited):
        line.add(f"{opening.removesuffix(',”')}.”" if opening.endswith("”") else opening).stopped().add(" In ")
    _collection(line, volume, "edited by", joined, sentences=not opening)
    line.list(cited.place(WORDING)).stopped().add(f" Washington, DC: {imprint(volume)}")
    if url is not False and cited.url:
        line.add(f". Accessed {long_date(cited.accessed)}" if cited.accessed else "").add(f". {cited.url}")
    return line.ended()


def _collection(
    line: Line, volume: VolumeFacts, by: str, names: Callable[[Sequence[str]], str], *, sentences: bool = False
) -> None:
    """Series, general editor, volume and its editors; in a bibliography's entry of a volume, as `sentences`."""
    line.add(", ".join(part for part in (volume.series, volume.years) if part), italic=True)
    if volume.general_editors:
        line.add(f"{'. Edited by' if sentences else f', {by}'} {names(volume.general_editors)}")
    stop = ". " if sentences else ", "
    if volume.number:
        number = in_chicago(volume.number)
        line.add(stop + (capitalised(number) if sentences else number))
        stop = ", "
    if volume.name:
        line.add(stop).add(volume.name, italic=True)
        stop = ", "
    if volume.editors:
        line.add(f"{stop}{'Edited by' if stop == '. ' else by} {names(volume.editors)}")


def described(cited: Cited) -> Description:
    """What is known of the document itself."""
    return describe(cited.document) if cited.document is not None else Description()


def _opening(cited: Cited) -> str:
    """Correspondents, form, place and date; "" where the document has not been read or is no document."""
    description = described(cited)
    if not cited.locator.document and not description.correspondents:
        return ""
    form = "" if description.kind == "letter" and description.correspondents else description.form
    if not description.correspondents and description.recipient:
        form = f"{form} to {description.recipient}"
    known = (description.correspondents, form, description.place, description.date)
    words = ", ".join(part for part in known if part)
    if description.title:
        return ", ".join(part for part in (f"“{description.title},”", words) if part).replace(",”, ", ",” ")
    return capitalised(words)


def first_three(names: Sequence[str]) -> str:
    """In notes, four or more are the first and `et al.` (CMOS 14.76)."""
    return f"{names[0]} et al." if len(names) > 3 else joined(names)
