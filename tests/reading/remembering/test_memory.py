"""Remembering where the reader was; trouble with it is said once and stops nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.reading.documents import document, heading, paragraph, session
from tgreader.library.work.work import FILE
from tgreader.model.document import Document
from tgreader.reading.remembering.memory import THEME, Memory, remembering

ONE = document(heading("H"), paragraph("alpha"), paragraph("beta"), paragraph("gamma"))
OTHER = document(heading("Other"), paragraph("delta"), id="d2")


@pytest.fixture
def library(tmp_path: Path) -> str:
    return str(tmp_path / "library")


def left(library: str, one: Document) -> int:
    memory = remembering(library)
    block = memory.block_left(one)
    memory.close()
    assert memory.trouble is None
    return block


def keep(library: str, *blocks: int) -> None:
    memory = remembering(library)
    for block in blocks:
        memory.leave(ONE, block)
    memory.close()


def test_a_document_opens_where_it_was_left(library: str) -> None:
    keep(library, 1, 3)
    memory = remembering(library)
    assert memory.block_left(ONE) == 3
    assert memory.block_left(OTHER) == 0
    arrival = session(OTHER, ONE, memory=memory).resume(ONE.address)
    assert (arrival.block, arrival.resumed) == (3, True)
    assert memory.trouble is None
    memory.close()


def test_what_was_opened_and_not_read_leaves_nothing(library: str) -> None:
    keep(library, 0)
    assert not Path(library).exists()


def test_going_back_to_the_beginning_is_remembered_too(library: str) -> None:
    keep(library, 3)
    memory = remembering(library)
    assert memory.block_left(ONE) == 3
    memory.leave(ONE, 0)
    memory.close()
    assert left(library, ONE) == 0


def test_in_a_corrected_copy_the_paragraph_is_known_by_its_words(library: str) -> None:
    keep(library, 2)
    longer = document(heading("H"), paragraph("new"), paragraph("alpha"), paragraph("beta"))
    other = document(heading("H"), paragraph("all else"))
    assert left(library, longer) == 3
    assert left(library, other) == 0
    assert left(library, document()) == 0


def test_a_loose_file_is_known_by_where_it_lies(library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loose = document(paragraph("alpha"), paragraph("beta"), id=None, path="a.txt")
    monkeypatch.chdir(tmp_path)
    memory = remembering(library)
    memory.leave(loose, 1)
    memory.close()
    full = document(paragraph("alpha"), paragraph("beta"), id=None, path=str(tmp_path / "a.txt"))
    elsewhere = document(paragraph("alpha"), paragraph("beta"), id=None, path=str(tmp_path / "b" / "a.txt"))
    assert left(library, full) == 1
    assert left(library, elsewhere) == 0


def test_a_file_whose_name_is_no_text_is_remembered(library: str) -> None:
    named = document(paragraph("alpha"), paragraph("beta"), id=None, path="caf\udce9.txt")
    memory = remembering(library)
    memory.leave(named, 1)
    memory.close()
    assert memory.trouble is None
    assert left(library, named) == 1


@pytest.mark.parametrize("place", ["", "-1", "²", "9" * 5_000, "four"])
def test_a_kept_place_that_is_no_number_is_found_by_its_words(library: str, place: str) -> None:
    keep(library, 2)
    with sqlite3.connect(Path(library) / FILE) as database:
        database.execute("UPDATE places SET place = ?", (place,))
    database.close()
    assert left(library, ONE) == 2


def test_a_broken_library_is_told_of_once_and_reading_goes_on(library: str) -> None:
    Path(library).mkdir()
    (Path(library) / FILE).write_bytes(b"broken" * 1_000)
    memory = remembering(library)
    assert memory.block_left(ONE) == 0
    assert "reading goes on" in str(memory.trouble)
    memory.trouble = None  # the reader was told
    memory.leave(ONE, 2)
    memory.keep_setting(THEME, "reading-light")
    assert memory.setting(THEME) is None
    assert memory.block_left(ONE) == 0
    assert memory.trouble is None
    memory.close()


def test_a_library_that_cannot_be_written_is_told_of_when_there_is_something_to_keep(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    memory = remembering(str(tmp_path / "file"))
    assert memory.block_left(ONE) == 0
    memory.leave(ONE, 0)
    memory.leave(ONE, 2)
    assert memory.trouble is not None
    assert memory.trouble.where == str(tmp_path / "file" / FILE)


def test_without_a_library_nothing_is_kept() -> None:
    memory = Memory(None)
    memory.leave(ONE, 2)
    memory.keep_setting(THEME, "x")
    assert (memory.block_left(ONE), memory.setting(THEME), memory.trouble) == (0, None, None)
    memory.close()
