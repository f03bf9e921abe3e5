"""Each volume of the series in each style in which notes print it: the address is made here from the volume's own id.

What notes print is put together from the printed facts of the catalogue (years, number, title); which volume is meant
is the id that these facts are filed under.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.reading.pointing.test_referring import places
from tgreader.citing import catalogue
from tgreader.citing.catalogue import VolumeFacts

NUMBERED = re.compile(r"Volume (E–)?([IVXL]+|\d+)(?:, Part (\d))?")

BY_PAGE = {
    "small roman": "For text, see Foreign Relations, {years}, vol. {small}{part}, p. 117.",
    "volume and page": "Printed in Foreign Relations, {years}, Volume {number}{part}, page 117.",
    "FRUS": "See FRUS, {short}, {number}{pt}, p. 117.",
    "For. Rel.": "See For. Rel. {years}, vol. {small}{pt}, p. 117.",
    "series in full": "See Foreign Relations of the United States, {years}, vol. {number}{part}, p. 117.",
    "Papers": "Foreign Relations of the United States: Diplomatic Papers, {years}, vol. {number}{part}, p. 117.",
    "shortened": "See Foreign Relations of the United States (FRUS), {years}, vol. {number}{part}, p. 117.",
    "part in brackets": "See Foreign Relations, {years}, vol. {small}{bracket}, p. 117.",
    "no comma": "See Foreign Relations {years}, vol. {number}{part}, p. 117.",
    "imprint": "See Foreign Relations, {years}, vol. {number}{part} (Government Printing Office, 1970), p. 117.",
    "footnote": "See Foreign Relations, {years}, vol. {number}{part}, footnote 5, p. 117.",
    "telegram": "See telegram 1234 from Moscow, May 3, in Foreign Relations, {years}, vol. {small}{part}, p. 117.",
    "title after number": "See Foreign Relations, {years}, vol. {number}{part}{title}, p. 117.",
    "title before number": "See Foreign Relations, {years}{title}, vol. {number}{part}, p. 117.",
}
BY_DOCUMENT = {
    "plain": "See Foreign Relations, {years}, vol. {number}{part}, Document 117.",
    "title": "See Foreign Relations, {years}, volume {number}{part}{title}, Document 117.",
    "hyphens": "See Foreign Relations, {hyphen}, vol. {number}{part}{title}, Document 117.",
    "FRUS": "See FRUS, {short}, vol. {number}{pt}, doc. 117.",
    "document first": "Printed as Document 117 in Foreign Relations, {years}, vol. {number}{part}{title}.",
    "comma between": "See Document 117, Foreign Relations, {years}, vol. {number}{part}{title}.",
    "ibid": "A memorandum of the conversation is ibid., {years}, vol. {number}{part}{title}, Document 117.",
    "imprint": "See Foreign Relations, {years}, vol. {number}{part}{title} (Washington, D.C., 2010), Document 117.",
    "pages as well": "See Foreign Relations, {years}, vol. {number}{part}{title}, pp. 234–236 (Document 117).",
    "as": "Printed in Foreign Relations, {years}, vol. {number}{part}{title}, as Document 117.",
}


def volumes(of_a_year: bool) -> Iterator[tuple[VolumeFacts, dict[str, str]]]:
    """The numbered volumes since 1919, those of one year or of a subseries, and how their pieces are printed."""
    for facts in map(catalogue.volume, catalogue.ids()):
        found = NUMBERED.fullmatch(facts.number)
        if not found or not facts.years or re.search(r"\d[A-Z]", facts.id) or bool(len(facts.years) == 4) != of_a_year:
            continue
        first, _, last = facts.years.partition("–")
        part = found[3] or ""
        yield (
            facts,
            {
                "years": facts.years,
                "hyphen": facts.years.replace("–", "-"),
                "short": f"{first}–{last[2:]}" if last else first,
                "number": f"{found[1] or ''}{found[2]}",
                "small": f"{found[1] or ''}{found[2] if found[1] else found[2].lower()}",
                "part": f", Part {part}" if part else "",
                "pt": f", pt. {part}" if part else "",
                "bracket": f" (Part {part})" if part else "",
                "title": f", {facts.name}" if facts.name else "",
            },
        )


def missed(style: str, place: str, of_a_year: bool) -> list[str]:
    """The volumes that the style does not lead to, with what it leads to; at least a hundred are tried."""
    wrong, tried = [], 0
    for facts, said in volumes(of_a_year):
        text = style.format(**said)
        targets = [
            str(one.target) for one in places(text, "frus1964-68v30" if said["years"] != "1964–1968" else "frus1950v01")
        ]
        tried += 1
        if targets != [f"{facts.id}/{place}"]:
            wrong.append(f"{facts.id}: {text} -> {targets}")
    assert tried > 100
    return wrong


@pytest.mark.parametrize("style", BY_PAGE.values(), ids=BY_PAGE)
def test_a_page_of_each_annual_volume(style: str) -> None:
    assert missed(style, "pg_117", of_a_year=True) == []


@pytest.mark.parametrize("style", BY_DOCUMENT.values(), ids=BY_DOCUMENT)
def test_a_document_of_each_volume_of_a_subseries(style: str) -> None:
    assert missed(style, "d117", of_a_year=False) == []
