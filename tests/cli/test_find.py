"""`tgreader find`, and `tgreader cite` with many places, settings and what is to be printed."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path

import pytest

from tests.cli.program import tgreader
from tgreader.cli import find

OFFICE = (
    "Foreign Relations of the United States, 1969–1976, Volume XXXIX, European Security, ed. Douglas E. Selvage "
    "(Washington: Government Printing Office, 2008), Document 106."
)


def test_a_citation_is_the_address_it_means() -> None:
    ran = tgreader("find", "FRUS 69-76, 39, doc 106", OFFICE.replace("106", "98"))
    assert (ran.status, ran.out, ran.err) == (0, "frus1969-76v39/d106\nfrus1969-76v39/d98\n", "")


def test_one_entry_that_cites_several_documents() -> None:
    ran = tgreader("find", "FRUS, 1969–1976, vol. XXXIX, Documents 105 and 107")
    assert (ran.status, ran.out.split()) == (0, ["frus1969-76v39/d105", "frus1969-76v39/d107"])


def test_what_is_ambiguous_or_unknown_is_listed_with_its_candidates() -> None:
    ran = tgreader("find", "FRUS 1950, p. 3", "FRUS 69-76, 39, doc 106", "FRUS, 1969–76, vol. 399, doc. 1")
    assert (ran.status, ran.out) == (1, "frus1969-76v39/d106\n")
    ambiguous, unknown = ran.errors
    assert "“FRUS 1950, p. 3”" in ambiguous
    assert "frus1950v01/pg_3" in ambiguous
    assert "frus1950v07/pg_3" in ambiguous
    assert "vol. 399" in unknown


def test_a_bibliography_an_entry_a_line() -> None:
    given = f"Kissinger, Henry. White House Years. Boston, 1979.\n{OFFICE}\nFRUS 69-76, 39, doc 98\n{OFFICE}\n"
    ran = tgreader("find", "-", given=given.encode())
    assert (ran.status, ran.out.split()) == (1, ["frus1969-76v39/d106", "frus1969-76v39/d98"])
    (error,) = ran.errors
    assert "White House Years" in error


def test_a_bibliography_with_blank_lines_between() -> None:
    given = OFFICE.replace(", European", ",\nEuropean") + "\n\nFRUS 69-76, 39,\ndoc 98\n"
    ran = tgreader("find", "-", given=given.encode())
    assert (ran.status, ran.out.split()) == (0, ["frus1969-76v39/d106", "frus1969-76v39/d98"])


@pytest.mark.parametrize("style", ["bibtex", "biblatex", "ris", "csl-json"])
def test_what_is_exported_is_found_again(style: str) -> None:
    places = ["frus1969-76v39/d106", "frus1969-76v39/d98", "frus1952-54v01p1/pg_798"]
    exported = tgreader("cite", *places, "--style", style)
    found = tgreader("find", "-", given=exported.out.encode())
    assert (found.status, found.out.split()) == (0, places)


@pytest.mark.parametrize("given", [b"", b"\n\n", b"\xff\xfe\x00", b"no citation"])
def test_nothing_to_find_is_said(given: bytes) -> None:
    ran = tgreader("find", "-", given=given)
    assert (ran.status, ran.out) == (1, "")
    assert len(ran.errors) == 1


def test_places_from_standard_input() -> None:
    ran = tgreader("cite", "-", given=b"frus1969-76v39/d106\n\n  frus1969-76v39/d98\nfrus1969-76v999/d1\n")
    assert ran.out.splitlines() == [OFFICE, OFFICE.replace("106", "98")]
    assert (ran.status, len(ran.errors)) == (1, 1)


def test_several_exports_are_one_text_that_programs_read() -> None:
    ran = tgreader("cite", "frus1969-76v39/d106", "frus1969-76v39/d98", "frus1969-76v39/d106", "--style", "csl-json")
    assert [item["number"] for item in json.loads(ran.out)] == ["106", "98"]
    ran = tgreader("cite", "frus1969-76v39/d106", "frus1969-76v39/d98", "--style", "bibtex")
    assert [entry.splitlines()[0][:1] for entry in ran.out.strip().split("\n\n")] == ["@", "@"]


def test_the_web_address_and_the_day() -> None:
    address = "history.state.gov/historicaldocuments/frus1969-76v39/d106"
    printed = tgreader("cite", "frus1969-76v39/d106", "--url", "--accessed", "2026-01-31").out
    assert address in printed
    assert "31 Jan 2026" in printed
    assert address in tgreader("cite", "frus1969-76v39/d106", "--style", "mla").out
    assert address not in tgreader("cite", "frus1969-76v39/d106", "--style", "mla", "--no-url").out


@pytest.mark.parametrize("day", ["2026-1-31", "yesterday", "20260131", "2026-02-30"])
def test_a_day_that_is_none_is_wrong_usage(day: str) -> None:
    ran = tgreader("cite", "frus1969-76v39/d106", "--accessed", day)
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.errors) == 1


def test_settings_say_the_style_unless_the_command_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine.toml").write_text('style = "url"\n')
    monkeypatch.setenv("TGREADER_CONFIG", str(tmp_path / "mine.toml"))
    assert tgreader("cite", "frus1969-76v39/d106").out.startswith("https://")
    assert tgreader("cite", "frus1969-76v39/d106", "--style", "office").out == OFFICE + "\n"


def test_broken_settings_are_one_line_and_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine.toml").write_text("style = \n")
    monkeypatch.setenv("TGREADER_CONFIG", str(tmp_path / "mine.toml"))
    ran = tgreader("cite", "frus1969-76v39/d106")
    assert (ran.status, ran.out) == (0, OFFICE + "\n")
    (error,) = ran.errors
    assert "mine.toml" in error


def test_plain_citations_mean_what_the_parser_says() -> None:
    parser = ArgumentParser()
    find.declare(parser)
    given = find.plainly_given(["FRUS 1950, p. 3", "b"])
    assert vars(given or object()) == vars(parser.parse_args(["FRUS 1950, p. 3", "b"]))


@pytest.mark.parametrize("words", [[], ["-"], ["a", "--help"], ["--", "a"]])
def test_words_that_are_no_plain_citations_are_left_to_the_parser(words: list[str]) -> None:
    assert find.plainly_given(words) is None
