"""`tgreader cite`: addresses, files and folders, and what is missing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.program import SEED, tgreader

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
