"""Volumes of the series as they are printed, held against the catalogue; places in several of them in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.references.stand_ins import document
from tests.tei.volumes import text as volume_text
from tgreader.model.address import Address
from tgreader.model.inline import Reference
from tgreader.reading.pointing.referring import Referring
from tgreader.reading.shelf.shelf import Shelf

FILE = Path(__file__).with_name("printed_volumes.txt")
PLACES = {"document", "footnote", "page", "volume"}


def places(text: str, volume: str) -> list[Reference]:
    """The places that a note in document 3 of a volume names, with nothing open."""
    found = Referring(Shelf([])).find(document(text, volume=volume, identity="d3"))[-1]
    return [one for one in found if one.kind in PLACES]


LINES = [line for line in FILE.read_text(encoding="utf-8").splitlines() if " | " in line and line[0] != "#"]


@pytest.mark.parametrize("line", LINES)
def test_volumes_as_they_are_printed(line: str) -> None:
    home, text, meant = line.split(" | ")
    targets = {str(one.target) for one in places(text, home) if one.target}
    assert targets == set(meant.removeprefix("-").split())


def test_a_number_with_two_parts_leaves_a_choice() -> None:
    (one,) = places("See FRUS 1952–1954, vol. XIII, p. 12.", "frus1969-76v20")
    assert one.status == "ambiguous"
    assert [str(place) for place in one.candidates] == ["frus1952-54v13p1/pg_12", "frus1952-54v13p2/pg_12"]


def test_the_supplement_planned_to_a_volume_is_the_electronic_one_and_not_the_volume_of_that_title() -> None:
    (one,) = places("It is in the Supplement to Foreign Relations, 1969–1976, China, 1969–1972.", "frus1969-76v01")
    assert str(one.target) == "frus1969-76ve13"


@pytest.mark.parametrize(
    "text",
    [
        "the Chicago Council of Foreign Relations, March 12",
        "the Minister of Foreign Relations, 1951, spoke",
        "vol. 5, p. 3",
    ],
)
def test_what_only_looks_like_a_volume_of_the_series(text: str) -> None:
    assert places(f"He said so to {text}.", "frus1969-76v20") == []


BEFORE = (
    '<div type="compilation" xml:id="comp1"><head>Antarctica<note n="1" xml:id="comp1fn1">See Foreign Relations, 1947,'
    ' vol. i, pp. 1043 ff.</note></head><div type="document" n="1" xml:id="d1"><head>1. A Letter</head><p>Sir.'
    '<note n="1" xml:id="d1fn1">See ibid., p. 1055.</note></p></div></div>'
)


def test_in_an_open_volume_an_ibid_reaches_the_heading_of_its_chapter(tmp_path: Path) -> None:
    (file := tmp_path / "frus1948v01p2.xml").write_text(volume_text(BEFORE, idno="frus1948v01p2"), encoding="utf-8")
    shelf = Shelf([str(file)])
    list(shelf.open_all())
    *_, note = Referring(shelf).find(shelf.document(Address("frus1948v01p2", "d1")))
    assert [str(one.target) for one in note] == ["frus1947v01/pg_1055"]


def test_of_loose_copies_it_reaches_the_one_with_the_number_before(tmp_path: Path) -> None:
    side = ""
    for number, words in ((9, "See Foreign Relations, 1947, vol. i, p. 5."), (10, "Ibid., p. 7.")):
        (tmp_path / f"{number}.txt").write_text(f"{number}. A Letter\n\nSir.1\n\n  1. {words}\n", encoding="utf-8")
        side += f'[documents."{number}.txt"]\nvolume = "frus1948v01p2"\ndocument = "d{number}"\n'
    (tmp_path / "tgreader.toml").write_text(side, encoding="utf-8")
    shelf = Shelf([str(tmp_path)])
    list(shelf.open_all())
    *_, note = Referring(shelf).find(shelf.document(Address("frus1948v01p2", "d10")))
    assert [str(one.target) for one in note] == ["frus1947v01/pg_7"]
