from __future__ import annotations

import csv
import io
import sqlite3
from pathlib import Path

import pytest

from tests.cli.program import Ran, here, tgreader
from tests.library.volumes import LETTER, written


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli")
    volume = written(folder / "volumes")
    ran = tgreader("index", volume.parent, "--library", folder / "library")
    assert (ran.status, ran.out, ran.err) == (0, "4 documents of 1 file indexed\n", "")
    return folder / "library"


def search(shelf: Path, *words: str) -> Ran:
    return here("search", *words, "--library", shelf)


def test_json_lines(shelf: Path) -> None:
    ran = search(shelf, "access roads", "--json")
    assert ran.status == 0
    (hit,) = ran.records
    assert hit["address"] == "frus1969-76v39/d106"
    assert hit["place"] == "frus1969-76v39/d106#p4"
    assert (hit["page"], hit["date"], hit["number"]) == ("326", "1972-08-22", "106")
    assert hit["heading"] == "Telegram From the Embassy in the Soviet Union to the Department of State"
    assert [hit["snippet"][start:end] for start, end in hit["words"]] == ["access", "roads"]


def test_what_is_not_known_is_null(shelf: Path) -> None:
    (hit,) = search(shelf, "willy", "--json").records
    assert hit["date"] is None


def test_the_count_alone(shelf: Path) -> None:
    assert search(shelf, "berlin", "--count").out == "2\n"
    ran = search(shelf, "berlin", "vienna", "--count")
    assert (ran.status, ran.out, ran.err) == (1, "0\n", "")


def test_as_a_table(shelf: Path) -> None:
    (header, *rows) = csv.reader(io.StringIO(search(shelf, "berlin", "--csv", "--by", "date").out))
    assert header[0] == "address"
    assert [dict(zip(header, row, strict=True))["number"] for row in rows] == ["106", "108"]


def test_for_people(shelf: Path) -> None:
    ran = search(shelf, "access roads")
    assert ran.out.splitlines() == [
        "1 document",
        (
            "frus1969-76v39/d106#p4 · p. 326 · 1972-08-22 · "
            "Telegram From the Embassy in the Soviet Union to the Department of State"
        ),
        "    Détente went on; the talks on Berlin and on its access roads did not.",
    ]


def test_no_more_than_are_asked_for(shelf: Path) -> None:
    assert len(search(shelf, "berlin", "--json", "--limit", "1").records) == 1
    assert search(shelf, "berlin", "--limit", "-1").status == 2


def test_documents_without_a_date_are_never_dropped_in_silence(shelf: Path) -> None:
    assert search(shelf, "detente date:1972").out.startswith("1 document; 1 more have no date (with:undated)\n")
    ran = search(shelf, "detente date:1972", "--count")
    assert ran.out == "1\n"
    assert ran.errors == [
        "tgreader: 1 document fits but for its date, which is not known; with:undated finds what has no date too"
    ]


@pytest.mark.parametrize(
    ("query", "where", "what"),
    [
        ("berlin (access", 8, "not closed"),
        ("berlin access)", 14, "not opened"),
        ('berlin "access', 8, "not closed"),
        ("berlin AND", 11, "missing at the end"),
        ("AND berlin", 1, "should"),
        ("berlin autor:x", 8, "no field"),
        ("date:august", 1, "no date"),
        ("acc*ess", 1, "at the end of a word only"),
    ],
)
def test_what_is_wrong_is_explained_where_it_is(shelf: Path, query: str, where: int, what: str) -> None:
    ran = search(shelf, query)
    assert ran.status == 2
    (line,) = ran.errors
    assert f"character {where} of “{query}”" in line
    assert what in line


def test_nothing_indexed(tmp_path: Path) -> None:
    ran = search(tmp_path, "berlin")
    assert ran.status == 1
    assert ran.errors == [
        f"tgreader: {tmp_path / 'index.sqlite3'}: nothing is indexed yet; tgreader index FOLDER makes the index"
    ]


def test_status_says_what_is_there_and_what_changed(tmp_path: Path) -> None:
    library = tmp_path / "library"
    volume = written(tmp_path / "volumes")
    other = written(tmp_path / "volumes", "frus1969-76v40", [LETTER], first=1)
    broken = tmp_path / "volumes" / "broken.xml"
    broken.write_text("<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><p>", "utf-8")
    ran = here("index", tmp_path / "volumes", "--library", library)
    assert ran.status == 1
    assert [line.startswith(f"tgreader: {broken}: ") for line in ran.errors] == [True]
    other.unlink()
    volume.write_text(volume.read_text("utf-8") + "\n", "utf-8")
    ran = here("index", "--status", "--library", library)
    assert ran.status == 1
    lines = ran.out.splitlines()
    assert lines[1].startswith("6 documents in 2 volumes, 3 files; ")
    assert f"indexed: {tmp_path / 'volumes'}" in lines
    assert f"changed since: {volume}" in lines
    assert f"gone since: {other}" in lines
    assert any(line.startswith(f"not read: {broken}: ") for line in lines)


def test_verify_finds_what_is_wrong(tmp_path: Path) -> None:
    library, volume = tmp_path / "library", written(tmp_path / "volumes")
    here("index", volume, "--library", library)
    assert here("index", "--verify", "--library", library).status == 0
    volume.write_text(volume.read_text("utf-8").replace("Berlin", "Vienna"), "utf-8")
    assert [line.partition(": ")[2] for line in here("index", "--verify", "--library", library).errors] == [
        f"{volume}: has changed since it was indexed; run tgreader index"
    ]
    with sqlite3.connect(library / "index.sqlite3") as database:
        database.execute("DELETE FROM documents WHERE number = '107'")
    database.close()
    ran = here("index", "--verify", "--library", library)
    assert ran.status == 1
    assert all(line.endswith("tgreader index --rebuild makes it anew") for line in ran.errors)


def test_remove_forgets_and_touches_no_file(tmp_path: Path) -> None:
    library, volume = tmp_path / "library", written(tmp_path / "volumes")
    here("index", volume, "--library", library)
    assert here("index", "--remove", "frus1969-76v39", "--library", library).status == 0
    assert volume.exists()
    assert search(library, "berlin", "--count").out == "0\n"
    assert here("index", "--remove", "frus1969-76v39", "--library", library).status == 1
    assert here("index", "--remove", "--library", library).status == 2


def test_nothing_to_index(tmp_path: Path) -> None:
    assert here("index", "--library", tmp_path / "library").status == 2
    ran = here("index", tmp_path / "nowhere", "--library", tmp_path / "library")
    assert (ran.status, len(ran.errors)) == (3, 1)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE documents SET dateline = 'Minsk' WHERE number = '106'",
        "UPDATE texts SET layout = replace(layout, '325', '385')",
        "UPDATE refs SET title = title || '.' WHERE id = (SELECT max(id) FROM refs)",
        "DELETE FROM refs WHERE id = (SELECT min(id) FROM refs)",
        "UPDATE telegrams SET number = '149898'",
        "DELETE FROM messages",
        "UPDATE texts SET body = replace(body, 'Berlin', 'Bernin')",
        "DELETE FROM texts WHERE id = (SELECT max(id) FROM texts)",
    ],
)
def test_verify_finds_what_is_not_what_was_written(tmp_path: Path, damage: str) -> None:
    library = tmp_path / "library"
    here("index", written(tmp_path / "volumes"), "--library", library)
    with sqlite3.connect(library / "index.sqlite3") as database:
        assert database.execute(damage).rowcount > 0
    database.close()
    ran = here("index", "--verify", "--library", library)
    assert (ran.status, ran.out) == (1, "")
    assert ran.errors
    assert all(line.endswith("tgreader index --rebuild makes it anew") for line in ran.errors)
    assert here("index", "--rebuild", "--library", library).status == 0
    assert here("index", "--verify", "--library", library).out == "the index is whole, and as the files are\n"


def test_what_is_too_much_to_be_ranked_is_not_called_ranked(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tgreader.library.index.matches._TOO_MANY_TO_RANK", 1)
    first, *_ = search(shelf, "berl*").out.splitlines()
    assert first == "2 documents; too many to rank: first those with it in the heading"
    assert search(shelf, "berl*", "--by", "date").out.startswith("2 documents\n")
    assert search(shelf, "berlin").out.startswith("2 documents\n")
