"""`tgreader cite`: addresses, files and folders, and what is missing."""

from __future__ import annotations

import shutil
from argparse import ArgumentParser
from pathlib import Path

import pytest

from tests.cli.program import SEED, tgreader
from tests.tei.volumes import text
from tgreader.cli import cite

SEEDS_CITATION = (
    "Foreign Relations of the United States, 1969–1976, Volume XXXIX, European Security, ed. Douglas E. Selvage "
    "(Washington: Government Printing Office, 2008), Document 106.\n"
)


@pytest.mark.parametrize("place", ["seeds/", "seeds/000_bdb90119f2881e15.txt", "frus1969-76v39/d106"])
def test_the_seed(place: str) -> None:
    ran = tgreader("cite", place)
    assert (ran.status, ran.out, ran.err) == (0, SEEDS_CITATION, "")


def test_one_line_a_place_in_their_order() -> None:
    ran = tgreader("cite", "frus1969-76v39/d98", "seeds/", "frus1969-76v39/d105")
    assert [line.rpartition(", ")[2] for line in ran.out.splitlines()] == [
        "Document 98.", "Document 106.", "Document 105.",
    ]  # fmt: skip


def test_where_the_volume_is_unknown_it_says_so_and_what_to_do(tmp_path: Path) -> None:
    shutil.copy(SEED, tmp_path / "telegram.txt")
    ran = tgreader("cite", "telegram.txt", cwd=tmp_path)
    assert ran.status == 0
    assert "Document 106" in ran.out
    assert "Washington: Government Printing Office" not in ran.out
    (error,) = ran.errors
    assert "the volume is not known" in error
    assert '[documents."telegram.txt"] volume = ' in error


@pytest.mark.parametrize(
    ("words", "cited"),
    [
        ("https://history.state.gov/historicaldocuments/frus1969-76v39/d106#fn3", ["vol. XXXIX, Document 106, n. 3"]),
        ("FRUS1969-76V39/D106", ["vol. XXXIX, Document 106"]),
        ("FRUS, 1969–1976, vol. XXXIX, docs. 5 and 7", ["vol. XXXIX, Document 5", "vol. XXXIX, Document 7"]),
    ],
)
def test_a_web_address_and_a_citation_as_one_types_it(words: str, cited: list[str]) -> None:
    ran = tgreader("cite", words, "--style", "frus")
    assert ran.out.splitlines() == [f"Foreign Relations, 1969–1976, {one}" for one in cited]
    assert (ran.status, ran.err) == (0, "")


def test_what_was_worked_out_of_a_typed_citation_is_said_and_nothing_is_chosen_among_several() -> None:
    ran = tgreader("cite", "FRUS 69-76, 39, doc 106", "FRUS, 1952–54, vol. 13, p. 100", "--style", "url")
    assert (ran.status, ran.out) == (1, "https://history.state.gov/historicaldocuments/frus1969-76v39/d106\n")
    read_as, several = ran.errors
    assert read_as == "tgreader: FRUS 69-76, 39, doc 106: is read as frus1969-76v39/d106"
    assert "may mean frus1952-54v13p1/pg_100, frus1952-54v13p2/pg_100" in several


def test_a_range_of_pages_in_a_typed_citation_is_cited_whole() -> None:
    ran = tgreader("cite", "FRUS, 1948, vol. I, pt. 2, pp. 589-91", "--style", "office")
    assert ran.out.endswith("(Washington: Government Printing Office, 1976), 589–591.\n")
    ran = tgreader("cite", "FRUS, 1948, vol. I, pt. 2, pp. 589-91", "--style", "chicago-note", "--no-url")
    assert ran.out.endswith("(Washington, DC: Government Printing Office, 1976), 589–91.\n")


def test_an_unknown_volume_of_the_series() -> None:
    ran = tgreader("cite", "frus1969-76v999/d1", "frus1969-76v39/d106")
    assert (ran.status, ran.out) == (1, SEEDS_CITATION)
    (error,) = ran.errors
    assert error.startswith("tgreader: frus1969-76v999: ")


def test_a_place_that_is_none() -> None:
    ran = tgreader("cite", "frus1969-76v39/d106#nowhere")
    assert (ran.status, ran.out) == (1, "")
    assert len(ran.errors) == 1


def test_an_unknown_style_is_wrong_usage() -> None:
    ran = tgreader("cite", "seeds/", "--style", "vancouver")
    assert (ran.status, ran.out) == (2, "")
    (error,) = ran.errors
    assert "office" in error
    assert "chicago-note" in error


def test_a_missing_file() -> None:
    ran = tgreader("cite", "seeds/nowhere.txt")
    assert (ran.status, ran.out) == (3, "")
    assert ran.errors == ["tgreader: seeds/nowhere.txt: there is no such file or folder; check the path"]


@pytest.mark.parametrize("style", ["office", "bibtex", "ris", "csl-json"])
def test_nothing_in_a_document_reaches_the_terminal_through_a_citation(tmp_path: Path, style: str) -> None:
    words = "7. Note\x1b]0;title\x07 on \u202eTalks \x9b31m\n\nWords.\n"
    (tmp_path / "a.txt").write_text(words, "utf-8")
    ran = tgreader("cite", tmp_path, "--style", style)
    assert "Talks" in ran.out
    assert not set(ran.out + ran.err) & set("\x1b\x07\x9b\u202e")


VOLUME = text(
    '<div type="document" n="1" xml:id="d1"><pb n="3"/><head>1. Telegram 12 From the Embassy in France to the '
    'Department of State</head><opener><dateline><placeName>Paris</placeName>, <date when="1969-05-01">May 1, 1969'
    "</date>.</dateline></opener><p>1. One.</p><p>2. Two<pb n=\"4\"/> goes on.</p>"
    "<frus:attachment><head>Tab A</head><p>Tabled.</p></frus:attachment></div>",
    idno="frus1969-76v19p2",
).replace("</titleStmt><publicationStmt>", '<editor role="primary">A. Editor</editor></titleStmt><publicationStmt>'
          "<date>2018</date>")  # fmt: skip


def test_an_address_takes_its_words_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "v.xml").write_text(VOLUME, "utf-8")
    places = ["frus1969-76v19p2/d1", "frus1969-76v19p2/d1#p3", "frus1969-76v19p2/d1#p5", "frus1969-76v39/d106"]
    ran = tgreader("cite", *places, "--in", "v.xml", "--style", "chicago-note", "--no-url", cwd=tmp_path)
    note = (
        "Embassy in France to the Department of State, telegram 12, Paris, May 1, 1969, in Foreign Relations of the "
        "United States, 1969–1976, vol. 19, pt. 2, Japan, 1969–1972, ed. A. Editor (Washington, DC: Government "
        "Printing Office, 2018), doc. 1"
    )
    assert ran.out.splitlines()[:3] == [f"{note}.", f"{note}, p. 3, par. 2.", f"{note}, tab A, p. 4."]
    assert ran.out.splitlines()[3].endswith("European Security, ed. Douglas E. Selvage (Washington, DC: Government "
                                            "Printing Office, 2008), doc. 106.")  # fmt: skip
    assert (ran.status, ran.err) == (0, "")


def test_a_document_that_the_file_does_not_have_is_said(tmp_path: Path) -> None:
    (tmp_path / "v.xml").write_text(VOLUME, "utf-8")
    ran = tgreader("cite", "frus1969-76v19p2/d9", "--in", "v.xml", "--in", "nowhere.xml", cwd=tmp_path)
    assert (ran.status, ran.out) == (1, "")
    assert ["nowhere.xml" in ran.errors[0], "frus1969-76v19p2/d9" in ran.errors[1]] == [True, True]


@pytest.mark.parametrize("pages", ["798-800", "798–800", "798-pg_800"])
def test_the_offices_own_example_of_pages(pages: str) -> None:
    ran = tgreader("cite", f"frus1952-54v01p1/pg_{pages}")
    assert ran.out == (
        "Foreign Relations of the United States, 1952–1954, General: Economic and Political Matters, Volume I, Part 1, "
        "eds. David M. Baehler, Herbert A. Fine, Ralph R. Goodwin, N. Stephen Kane, Ronald D. Landa, Lisle A. Rose, "
        "William F. Sanford, Jr., and Ilana M. Stern (Washington: Government Printing Office, 1983), 798–800.\n"
    )


@pytest.mark.parametrize(
    ("pages", "place"), [("1087-89", "1087–89"), ("XI-XIV", "XI–XIV"), ("96-117", "96–117"), ("7", "7")]
)
def test_pages_in_chicago(pages: str, place: str) -> None:
    ran = tgreader("cite", f"frus1948v01p2/pg_{pages}", "--style", "chicago-note")
    assert (
        f"1976), {place}, https://history.state.gov/historicaldocuments/frus1948v01p2/pg_{pages.split('-')[0]}."
        in ran.out
    )


@pytest.mark.parametrize(
    "words", [["a", "b"], ["--style", "mla", "a"], ["a", "--style", "mla"], ["a", "--style", "mla", "b"]]
)
def test_plain_words_mean_what_the_parser_says(words: list[str]) -> None:
    parser = ArgumentParser()
    cite.declare(parser)
    given = cite.plainly_given(words)
    assert given is not None
    assert vars(given) == vars(parser.parse_intermixed_args(words))


@pytest.mark.parametrize("words", [[], ["-"], ["--style"], ["--style", "mla"], ["a", "--url"], ["a", "--style=mla"]])
def test_other_words_are_left_to_the_parser(words: list[str]) -> None:
    assert cite.plainly_given(words) is None
