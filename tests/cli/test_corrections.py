"""Markers that a reader has put right: every verb that reads the file again uses them."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import tgreader
from tgreader.library.work.work import FILE, Work

TEXT = "7. Paper1 on Deptel 332\n\nWe agreed.\n\n  1. Source: Files.\n  2. Deptel 33 was not sent.\n"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    (tmp_path / "letter.txt").write_text(TEXT, "utf-8")
    return tmp_path / "letter.txt"


@pytest.fixture
def library(letter: Path) -> Path:
    """A library in which a reader has said that note 2 has no marker in that text."""
    folder = letter.parent / "library"
    work = Work(folder)
    work.keep_correction(sha256(TEXT.encode()).hexdigest(), 2, None)
    work.close()
    return folder


def notes_called(parsed: dict[str, Any]) -> list[int | None]:
    return [mark["note"] for block in parsed["blocks"] for mark in block["marks"]]


def test_parse_uses_them(letter: Path, library: Path) -> None:
    (before,) = tgreader("parse", letter, "--library", letter.parent / "none").records
    assert (before["heading"][-9:], notes_called(before)) == ("Deptel 33", [1, 2])
    (after,) = tgreader("parse", letter, "--library", library).records
    assert (after["heading"][-10:], notes_called(after)) == ("Deptel 332", [1])


def test_the_usual_library_is_asked_where_none_is_named(
    letter: Path, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TGREADER_LIBRARY", str(library))
    (parsed,) = tgreader("parse", letter).records
    assert parsed["heading"].endswith("332")


def test_a_copy_of_the_same_content_has_them_too(letter: Path, library: Path) -> None:
    copy = letter.with_name("copy.txt")
    copy.write_text(TEXT, "utf-8")
    (parsed,) = tgreader("parse", copy, "--library", library).records
    assert parsed["heading"].endswith("332")
    copy.write_text(TEXT.replace("agreed", "parted"), "utf-8")
    (parsed,) = tgreader("parse", copy, "--library", library).records
    assert parsed["heading"].endswith("33")


def test_cite_uses_them(letter: Path, library: Path) -> None:
    (letter.parent / "tgreader.toml").write_text('[documents."letter.txt"]\nvolume = "frus1969-76v39"\n', "utf-8")
    style = ("--style", "chicago-note")
    before = tgreader("cite", letter, *style, "--library", letter.parent / "none").out
    after = tgreader("cite", letter, *style, "--library", library).out
    assert ("Deptel 332" in before, "Deptel 332" in after) == (False, True)


def test_a_damaged_library_is_said_and_stops_nothing(letter: Path, library: Path) -> None:
    (library / FILE).write_bytes(b"no database at all" * 100)
    ran = tgreader("parse", letter, "--library", library)
    assert (ran.status, len(ran.errors), len(ran.records)) == (0, 1, 1)
    assert str(library) in ran.err
