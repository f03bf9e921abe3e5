"""The register from the index is the one that reading the files gives, and none but what is so now."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.volumes import indexed, written
from tgreader.reading.backlinks.backlinks import Backlinks
from tgreader.reading.backlinks.indexed import IndexedCitings
from tgreader.reading.pointing.citing_places import Wanted
from tgreader.reading.pointing.referring import Referring
from tgreader.reading.register.gathering import Telegrams
from tgreader.reading.shelf.shelf import Shelf

TELEGRAM = """<head>5. Telegram From the Embassy in Poland to the Department of State<note n="1" type="source">Source:
    National Archives, RG 59, Central Files 1964–66, POL 17. Secret.</note></head>
    <opener><dateline>Warsaw, <date when="1966-05-02">May 2, 1966</date>.</dateline></opener>
    <p>1534. Ref: Deptel 70.</p>"""
MEMORANDUM = """<head>6. Memorandum of Conversation</head><opener><dateline>Washington,
    <date when="1966-05-20">May 20, 1966</date>.</dateline></opener><p>As in telegram 1534 from Warsaw.<note n="1">
    Telegram 70 to Warsaw, April 28, and telegram 9 to Ankara, May 1. (Department of State, Central Files, POL
    1)</note></p><p>Airgram A–12 from Bonn said nothing.</p>"""
NAMES = ["A-12", "70", "9", "1534"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = written(tmp_path / "volumes", "frus1964-68v17", (TELEGRAM, MEMORANDUM), first=5)
    indexed(tmp_path / "library", tmp_path / "volumes")
    return made


def opened(file: Path) -> Shelf:
    shelf = Shelf([str(file)])
    for _ in shelf.open_all():
        pass
    return shelf


def test_it_is_the_same_as_that_of_the_files_and_nothing_is_read(file: Path, tmp_path: Path) -> None:
    shelf, index = opened(file), IndexedCitings(tmp_path / "library")
    plain, quick = Telegrams(shelf, Referring(shelf)), Telegrams(shelf, Referring(shelf), index)
    assert len(list(plain.read())) == 3
    assert list(quick.read()) == []
    rows = [entry.row for entry in plain.entries()]
    assert sorted(str(row[0]) for row in rows) == sorted(NAMES)
    assert [entry.row for entry in quick.entries()] == rows
    assert [entry.row for entry in quick.entries("frus1964-68v17")] == rows
    assert [entry.row for entry in quick.entries_of_library()] == rows
    assert quick.entries("frus1964-68v18") == []
    told = [[(one.where, one.sentence) for one in quick.citings(entry)] for entry in quick.entries()]
    assert told == [[(one.where, one.sentence) for one in plain.citings(entry)] for entry in plain.entries()]
    (printed,) = [entry for entry in quick.entries() if entry.number == "1534"]
    assert (str(printed.printed), printed.fate) == ("frus1964-68v17/d5", "printed as Document 5")


def test_a_file_that_was_changed_since_is_read_as_it_is_now(file: Path, tmp_path: Path) -> None:
    text = file.read_text("utf-8").replace("telegram 9 to Ankara", "telegram 8 to Ankara")
    file.write_text(text, "utf-8")
    shelf, index = opened(file), IndexedCitings(tmp_path / "library")
    telegrams = Telegrams(shelf, Referring(shelf), index)
    assert len(list(telegrams.read())) == 3
    assert sorted(entry.number for entry in telegrams.entries()) == sorted(["A-12", "70", "8", "1534"])
    links = Backlinks(shelf, Referring(shelf), index)
    assert len(list(links.read())) == 3
    assert links.citing(Wanted("9 to Ankara", key="telegram State 9 to Ankara")) == []
    (place,) = links.citing(Wanted("8 to Ankara", key="telegram State 8 to Ankara"))
    assert (place.where, str(place.address.whole)) == ("note 1", "frus1964-68v17/d6")


def test_a_copy_with_other_words_elsewhere_is_read_and_the_same_copy_is_not(file: Path, tmp_path: Path) -> None:
    index = IndexedCitings(tmp_path / "library")
    for folder, words, read in (("same", "Warsaw", 0), ("other", "Prague", 3)):
        (tmp_path / folder).mkdir()
        copy = tmp_path / folder / file.name
        copy.write_bytes(file.read_bytes().replace(b"Warsaw", words.encode()))
        shelf = opened(copy)
        assert len(list(Telegrams(shelf, Referring(shelf), index).read())) == read


def test_an_index_that_breaks_is_said_and_what_is_open_is_read(file: Path, tmp_path: Path) -> None:
    shelf, index = opened(file), IndexedCitings(tmp_path / "library")
    (tmp_path / "library" / "index.sqlite3").write_bytes(b"no database " * 400)
    telegrams = Telegrams(shelf, Referring(shelf), index)
    assert len(list(telegrams.read())) == 3
    assert telegrams.trouble is not None
    assert len(telegrams.entries()) == 4
    assert telegrams.entries_of_library() == []
