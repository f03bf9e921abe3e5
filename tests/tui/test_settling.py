"""Markers in doubt: how they look, why they are in doubt, going to them, putting them where they belong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import SEEDS, OpenReader
from tests.reading.document.test_settling import TEXT
from tests.reading.documents import document, heading, note
from tgreader.model.document import Block, Document
from tgreader.model.inline import NoteMark


@pytest.fixture
def in_doubt() -> Document:
    """Three markers, of which the first and the last are in doubt."""
    first = NoteMark(7, "1", 1, None, 0.6, (1, 11), "follows a digit: 661 could be 66 and 1, or a number")
    sure, last = NoteMark(4, "2", 2), NoteMark(9, "3", 3, None, 0.94)
    return document(
        heading("H"),
        Block("paragraph", "Embtel 66. Secret.", (first,)),
        Block("paragraph", "Sure words of it.", (sure,)),
        Block("paragraph", "May 24 25 were the days.", (last,)),
        notes=[note(1), note(2), note(3)],
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    return tmp_path / "a.txt"


async def test_a_marker_in_doubt_has_a_question_mark_and_a_sure_one_has_none(
    reader: OpenReader, in_doubt: Document
) -> None:
    async with reader(in_doubt) as opened:
        text = opened.words_of("#text")
        assert "Embtel ¹?66. Secret." in text
        assert "Sure² words" in text
        assert "May 24 25³? were" in text


async def test_the_panel_says_why(reader: OpenReader, in_doubt: Document) -> None:
    async with reader(in_doubt, size=(160, 40)) as opened:
        await opened.press("j")
        assert "Doubtful (60% sure): follows a digit: 661 could be 66 and 1, or a number" in opened.words_of("#notes")
        await opened.press("j")
        assert "Doubtful" not in opened.words_of("#notes")


async def test_d_goes_from_doubt_to_doubt_and_round(reader: OpenReader, in_doubt: Document) -> None:
    async with reader(in_doubt) as opened:
        for status, said in (("¶ 1", "1 of 2 in doubt"), ("¶ 3", "2 of 2 in doubt"), ("¶ 1", "1 of 2 in doubt")):
            await opened.press("D")
            assert opened.status.startswith(status)
            assert said in opened.said
            assert "x puts the marker where it belongs" in opened.said


async def test_without_doubt_d_says_so(reader: OpenReader) -> None:
    async with reader(document(heading("H", 1), notes=[note(1)])) as opened:
        await opened.press("D")
        assert opened.said == "no marker of this document is in doubt"


async def test_x_offers_the_places_and_puts_the_marker_where_it_is_said_to_belong(
    reader: OpenReader, file: Path
) -> None:
    async with reader(file) as opened:
        await opened.press("j", "x")
        assert opened.rows == [
            "It can be done in [2] months, by August",
            "…can be done in 2 months, by August[2]",
            "We shall leave [2] of them there.",
            "nowhere: its marker is lost in this copy",
        ]
        await opened.press("g", "j", "j", "enter")
        assert "We shall leave² of them there." in opened.words_of("#text")
        assert "by August 2" in opened.words_of("#text")
        assert "note 2 is settled" in opened.said
        assert opened.status.startswith("¶ 2")


async def test_what_was_settled_is_so_the_next_time_and_for_every_copy(
    reader: OpenReader, file: Path, tmp_path: Path
) -> None:
    async with reader(file) as opened:
        await opened.press("j", "x", "g", "j", "j", "enter", "q")
    copy = tmp_path / "copy.txt"
    copy.write_text(TEXT, "utf-8")
    async with reader(copy) as opened:
        assert "We shall leave² of them there." in opened.words_of("#text")


async def test_esc_leaves_it_as_it_is(reader: OpenReader, file: Path) -> None:
    async with reader(file) as opened:
        before = opened.words_of("#text")
        await opened.press("j", "x", "G", "escape")
        assert opened.words_of("#text") == before


async def test_a_file_that_says_where_its_markers_stand_is_not_put_right(
    reader: OpenReader, in_doubt: Document
) -> None:
    async with reader(in_doubt) as opened:
        await opened.press("D", "x")
        assert opened.said == "this file says itself where its markers stand"


async def test_what_a_correction_takes_from_another_note_is_said(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.press("x", "j", "enter")  # note 1 to “August 21”, below the marker of note 2
        assert opened.said.startswith("note 1 is settled")
        assert "no marker is found for note 2: x at note 1 changes it again" in " ".join(opened.said.split())
        await opened.press("f", "x", "g", "enter")
        assert opened.said == "note 1 is settled; this is kept for every copy with these words"
        assert [note.anchored for note in opened.desk.reading.document.notes] == [True] * 6
