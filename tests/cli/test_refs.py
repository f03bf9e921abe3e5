"""`tgreader refs` and `tgreader telegrams`: both directions, and the pull slip, from files and from the index."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import HOUSE, Ran, here, tgreader

KEYS = {
    "address", "document", "date", "where", "sentence", "kind", "text", "target", "status", "inferred", "why", "key",
    "title",
}  # fmt: skip
SEED = "frus1969-76v39/d106"


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """The seed, and a document that cites it and its note 3."""
    shutil.copytree(HOUSE / "seeds", tmp_path / "papers")
    (tmp_path / "papers" / "110.txt").write_text(
        "110. Memorandum1\n\nText with Document 106 in it. More.\n\n  1. See footnote 3, Document 106, and p. 325.\n",
        "utf-8",
    )
    with (tmp_path / "papers" / "tgreader.toml").open("a") as settings:
        settings.write('\n[documents."110.txt"]\nvolume = "frus1969-76v39"\ndate = "1972-09-01"\n')
    return tmp_path / "papers"


def one(ran: Ran) -> dict[str, Any]:
    (record,) = ran.records
    return dict(record)


def told(found: list[dict[str, Any]]) -> list[tuple[str, str | None, str]]:
    return [(given["where"], given["target"], given["sentence"]) for given in found]


def test_both_directions_of_a_document(papers: Path) -> None:
    ran = tgreader("refs", SEED, papers, "--json")
    assert (ran.status, ran.err) == (0, "")
    both = one(ran)
    assert set(both) == {"address", "out", "in"}
    assert all(set(given) == KEYS for given in both["out"] + both["in"])
    assert [given["target"] for given in both["out"] if given["target"]] == [
        f"frus1969-76v39/d{number}" for number in (105, 98, 95, 96)
    ]
    assert told(both["in"]) == [
        ("¶ 1", SEED, "Text with Document 106 in it."),
        ("note 1", f"{SEED}#fn3", "See footnote 3, Document 106, and p. 325."),
    ]
    assert both["in"][0]["address"] == "frus1969-76v39/d110#p1:10"
    assert both["in"][0]["date"] == "1972-09-01"


def test_a_note_a_page_and_a_thing_in_words(papers: Path) -> None:
    note = one(here("refs", f"{SEED}#fn3", papers, "--json"))
    assert (told(note["out"]), len(note["in"])) == ([("note 3", "frus1969-76v39/d105", "See Document 105.")], 1)
    page = one(here("refs", "frus1969-76v39/pg_325", papers, "--json"))
    assert [given["where"] for given in page["in"]] == ["note 1"]
    assert {given["where"] for given in page["out"]} >= {"note 3", "note 5"}
    following = one(here("refs", "frus1969-76v39/pg_326", papers, "--json"))
    assert "note 3" not in {given["where"] for given in following["out"]}
    telegram = one(here("refs", "telegram 149897 to Moscow", papers, "--json"))
    assert (telegram["out"], [given["where"] for given in telegram["in"]]) == ([], ["¶ 1", "¶ 3", "note 2"])
    box = one(here("refs", "Library of Congress, Manuscript Division, Kissinger Papers, Box CL 214", papers, "--json"))
    assert [(given["where"], given["inferred"]) for given in box["in"]] == [("note 1", False), ("note 2", True)]


def test_for_people_it_is_lines_with_sentences(papers: Path) -> None:
    ran = here("refs", f"{SEED}#fn3", papers)
    assert ran.out.splitlines() == [
        f"{SEED}#fn3 cites 1 thing",
        "  note 3 → frus1969-76v39/d105 · absent",
        "      See Document 105.",
        f"{SEED}#fn3 is cited 1 time",
        "  frus1969-76v39/d110#fn1 · 110. Memorandum",
        "      See footnote 3, Document 106, and p. 325.",
    ]


def test_the_index_says_the_same_as_the_files(papers: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    assert here("index", papers, "--library", library).status == 0
    for asked in (SEED, f"{SEED}#fn3", f"{SEED}#p1", "frus1969-76v39/pg_325", "telegram 149897 to Moscow"):
        read = one(here("refs", asked, papers, "--json"))
        known = one(here("refs", asked, "--library", library, "--json"))
        for direction in ("out", "in"):
            keyed = [[given["address"] for given in both[direction]] for both in (read, known)]
            assert sorted(keyed[0]) == sorted(keyed[1]), (asked, direction)
    (papers / "000_bdb90119f2881e15.txt").unlink()
    assert len(one(here("refs", SEED, "--library", library, "--json"))["in"]) == 2


def test_a_thing_is_known_by_as_many_of_its_words_as_tell_it_from_others(papers: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    assert here("index", papers, "--library", library).status == 0
    for where in ((papers,), ("--library", library)):
        for words in ("telegram 149897", "Kissinger Papers, Box CL 214", "box cl 214", "The Library, Box CL 214"):
            found = one(here("refs", words, *where, "--json"))
            assert {given["where"] for given in found["in"]} >= {"note 2"}, (words, where)
        assert "names no telegram" in here("refs", "Box CL 21", *where).err
    (papers / "111.txt").write_text(
        "111. Note\n\nText.1\n\n  1. Telegram 149897 from Bonn. (Library of Congress, Nixon Papers, Box CL 214)\n",
        "utf-8",
    )
    with (papers / "tgreader.toml").open("a") as settings:
        settings.write('\n[documents."111.txt"]\nvolume = "frus1969-76v39"\n')
    ran = here("refs", "Box CL 214", papers)
    assert (ran.status, ran.out) == (1, "")
    assert "“Box CL 214”: may be any of 2: " in ran.err
    assert "kissinger papers, box cl 214" in ran.err


def test_in_the_index_what_is_not_there_is_said_and_what_was_looked_through(papers: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    assert here("index", papers, "--library", library).status == 0
    for asked, words in (
        ("#fn99", "has no note 99"), ("#p99", "has 9 paragraphs"), ("#pg_999", "has no printed page 999"),
    ):  # fmt: skip
        ran = here("refs", f"{SEED}{asked}", "--library", library)
        assert (ran.status, ran.out) == (1, "")
        assert words in ran.err
    assert "has no printed page 999" in here("refs", "frus1969-76v39/pg_999", "--library", library).err
    out = here("refs", f"{SEED}#p2", "--library", library).out
    assert f"\n{SEED} is cited 2 times\n" in out  # nothing cites a paragraph: it is the document that is cited
    assert f"{SEED}#fn1 is cited nowhere in what is indexed" in here("refs", f"{SEED}#fn1", "--library", library).out


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("frus1969-76v39/d999", "seeds"), 1, "frus1969-76v39/d999: is not among the documents opened"),
        ((f"{SEED}#fn99", "seeds"), 1, "has no note 99"),
        ((f"{SEED}#pg_999", "seeds"), 1, "has no printed page 999"),
        (("nonsense", "seeds"), 1, "is no address, and names no telegram, box or book"),
        ((SEED, "nowhere"), 3, "there is no such file or folder"),
        ((), 2, ""),
    ],
)
def test_what_cannot_be_told_is_said(arguments: tuple[str, ...], status: int, words: str) -> None:
    ran = here("refs", *arguments)
    assert (ran.status, ran.out) == (status, "")
    assert words in ran.err


def test_without_an_index_and_without_files_it_says_what_to_do(tmp_path: Path) -> None:
    for arguments in (("refs", SEED), ("telegrams",)):
        ran = here(*arguments, "--library", tmp_path)
        assert ran.status == 1
        assert "nothing is indexed yet" in ran.err
        assert "or name the files to look through" in ran.err


def test_what_is_cited_nowhere_and_cites_nothing_is_found_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("7. Heading\n\nText.\n", "utf-8")
    ran = here("refs", tmp_path / "a.txt", tmp_path / "a.txt")
    assert (ran.status, ran.out.splitlines()) == (
        1, [f"{tmp_path / 'a.txt'} cites nothing", f"{tmp_path / 'a.txt'} is cited nowhere here"],
    )  # fmt: skip


def test_the_register_is_a_table_for_the_archive(papers: Path, tmp_path: Path) -> None:
    ran = tgreader("telegrams", papers, "--csv")
    assert (ran.status, ran.err) == (0, "")
    assert "\r\n" in ran.out
    (row,) = csv.DictReader(io.StringIO(ran.out, newline=""))
    assert (row["number"], row["from"], row["to"], row["printed_as"]) == (
        "149897", "Department of State", "Moscow", "not printed",
    )  # fmt: skip
    assert row["archival_file"].startswith("Library of Congress, Manuscript Division, Kissinger Papers, Box CL 214")
    assert row["cited_in"].split("; ") == [f"{SEED}#p1", f"{SEED}#p3", f"{SEED}#fn2"]
    record = one(here("telegrams", papers, "--json"))
    assert [given["where"] for given in record["cited_in"]] == ["¶ 1", "¶ 3", "note 2"]
    assert here("telegrams", papers).out.startswith("telegram 149897 · from Department of State to Moscow · August 17")
    library = tmp_path / "library"
    assert here("index", papers, "--library", library).status == 0
    assert here("telegrams", "--library", library, "--csv").out == ran.out
    assert here("telegrams", papers, "--by", "nothing").status == 2
