"""Write the series catalogue from the Office of the Historian's bibliographic records.

    python -m tgreader.citing.catalogue_build [FOLDER_OF_BIBLIOGRAPHY_XML]

Run by hand when the records change; the result, `catalogue.tsv`, is kept in the repository and shipped. One line a
volume, sorted by id, so that a change of one record is a change of one line.

The complete title of a record is authoritative: its words are what the Office's own citations print (see
`title_as_cited`). Many records leave the other title elements empty or let them disagree with it, so its parts (series,
years, number, the volume's own title) are read out of it, and only what it does not hold is taken from the others.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tgreader.citing.catalogue import COLUMNS, FILE, LIST_SEPARATOR, VolumeFacts
from tgreader.citing.complete_title import read_title
from tgreader.citing.imprint import PRINTING_OFFICE
from tgreader.citing.title_as_cited import as_cited
from tgreader.errors import UnreadableError
from tgreader.model.patterns import pattern

if TYPE_CHECKING:
    from lxml.etree import _Element

# Records that name retrospective volumes in the `n` of their subseries: the printed books number their documents,
# as those since 1955–1957 do (seen in the TEI of frus1952-54Guat and frus1917-72PubDip).
_RETROSPECTIVE = pattern("retrospective|guatemala")
_FIRST_NUMBERED_YEAR = 1955
# Editors whom the record leaves out and the title page in the volume's TEI header names: (primary, general).
_ON_TITLE_PAGES = {"frus1958-60v08": (("Charles S. Sampson",), ("Glenn W. LaFantasie",))}
# The Office cites it without the number that it has in a set, `Volume I (1862)`.
_CITED_BY_THE_OFFICE = {
    "frus1862": (
        "Message of the President of the United States to the Two Houses of Congress at the Commencement of the Third "
        "Session of the Thirty-Seventh Congress"
    ),
}
# Slips of the records, in words that the records of the volumes beside them have right.
_MISSPELT = {
    "Commonweath;": "Commonwealth;",
    "Index of Person and Subjects": "Index of Persons and Subjects",
    "Commencement of Third Session": "Commencement of the Third Session",
}
# The record says that it is published, and not when; the Office's later record of it does.
_PUBLISHED = {"frus1977-80v18": "2015"}


def read_record(record: _Element) -> VolumeFacts:
    """One volume's facts from its record."""

    def text(path: str) -> str:
        found = record.find(path)
        return "" if found is None else " ".join("".join(found.itertext()).split())

    def names(role: str) -> tuple[str, ...]:
        found = (" ".join((editor.text or "").split()) for editor in record.iterfind(f"editor[@role='{role}']"))
        return tuple(_name(name) for name in found if name)

    identity = record.get("id", "")
    complete = text("title[@type='complete']")
    for wrong, right in _MISSPELT.items():
        complete = complete.replace(wrong, right)
    complete = _CITED_BY_THE_OFFICE.get(identity) or as_cited(complete, identity)
    title = read_title(complete)
    number = title.number or ("" if identity in _CITED_BY_THE_OFFICE else text("title[@type='volumenumber']"))
    if identity.endswith("app") and "ppendix" not in complete:
        number = "Appendix"  # frus1877app: its record repeats the title of the volume that it is an appendix to
    if number not in complete:
        complete = f"{complete}, {number}"
    subseries = record.find("title[@type='sub-series']")
    primary, general = _ON_TITLE_PAGES.get(identity, (names("primary"), names("general")))
    retrospective = subseries is not None and bool(_RETROSPECTIVE.search(subseries.get("n", "")))
    return VolumeFacts(
        id=identity,
        title=complete,
        series=title.series,
        years=title.years,
        number=number,
        name=title.name,
        editors=primary,
        general_editors=general,
        published=text("published-year") or _PUBLISHED.get(identity, ""),
        publisher=PRINTING_OFFICE,
        media=record.xpath("string(media/@type)"),
        status=text("publication-status"),
        isbn=text("isbn13") or text("isbn10"),
        cited_by="document" if retrospective or int(identity[4:8]) >= _FIRST_NUMBERED_YEAR else "page",
    )


def _name(name: str) -> str:
    """`Robert J . McMahon` and `E.R. Perkins` with spaces after initials, and after these alone (CMOS 10.12)."""
    return re.sub(r"(?<=\b[A-Z]\.)(?=[A-Z])", " ", name.replace(" .", "."))


def read_folder(folder: Path) -> Iterator[VolumeFacts]:
    """The facts of every record in a folder, by id.

    Raises:
        UnreadableError: the folder holds no record.
    """
    from lxml import etree

    files = sorted(folder.glob("frus*.xml"))
    if not files:
        raise UnreadableError("holds no bibliographic record", str(folder), "name the folder of frus….xml records")
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for file in files:
        yield read_record(etree.parse(file, parser).getroot())


def write_line(facts: VolumeFacts) -> str:
    """The catalogue's line of one volume."""
    values = (getattr(facts, column) for column in COLUMNS)
    return "\t".join(LIST_SEPARATOR.join(value) if isinstance(value, tuple) else value for value in values)


def main(arguments: list[str]) -> int:
    """Write the catalogue; the count goes to standard output."""
    corpus = os.environ.get("TGREADER_CORPUS", "../shared/corpus")
    folder = Path(arguments[0]) if arguments else Path(corpus) / "bibliography"
    lines = ["\t".join(COLUMNS), *(write_line(facts) for facts in sorted(read_folder(folder), key=lambda v: v.id))]
    Path(FILE).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    sys.stdout.write(f"{len(lines) - 1} volumes written to {FILE}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
