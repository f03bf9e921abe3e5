"""Peeking at a place beside the text; and where the way leads back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import SEEDS, OpenReader
from tests.reading.documents import document, heading, note, paragraph
from tests.tui.reader import Reader
from tgreader.readers.base import Facts

VOLUME = "frus1969-76v39"
FIRST = document(
    heading("First"),
    paragraph("See Document 2 here.", 1),
    paragraph("Nothing here."),
    notes=[note(1, "See footnote 7, Document 2, and p. 12.")],
)
SECOND = document(
    heading("Second", 1),
    paragraph("A beginning."),
    paragraph("The words of page twelve.", 2, pages=[(0, "12")]),
    notes=[note(1, "Its source."), note(2, "The seventh note.", label="7")],
    id="d2",
)


async def at_reference(opened: Reader) -> None:
    """Document 1, its reference active."""
    await opened.press("escape", "j", "l", "l")
    assert opened.desk.active is not None


async def test_a_document_is_peeked_at_and_left_alone(reader: OpenReader) -> None:
    async with reader(FIRST, SECOND) as opened:
        await at_reference(opened)
        before = opened.lines_of("#text")
        await opened.press("p")
        assert opened.lines_of("#text") == before
        assert "Document 2" in opened.lines_of("#peek-title")[0]
        words = opened.words_of("#peek")
        assert words.startswith("2. Second¹ 1 Its source. A beginning.")
        assert "7 The seventh note." in words
        await opened.press("p")
        assert "See footnote 7" in opened.words_of("#notes")
        assert opened.desk.reading.document is FIRST
        assert opened.desk.session.trail == (0, 0)


@pytest.mark.parametrize("key", ["p", "escape", "j", "l", "tab", "G"])
async def test_any_move_ends_it(reader: OpenReader, key: str) -> None:
    async with reader(FIRST, SECOND) as opened:
        await at_reference(opened)
        await opened.press("p")
        assert opened.desk.is_peeking
        await opened.press(key)
        assert not opened.desk.is_peeking
        assert "Notes here" in opened.shown or "No notes here" in opened.shown


async def test_a_note_or_entry_keeps_the_keys(reader: OpenReader) -> None:
    async with reader(FIRST, SECOND) as opened:
        await opened.press("escape", "j", "f", "l", "p")
        assert (opened.desk.is_peeking, opened.focus) == (True, "notes")
        await opened.press("l")
        assert (opened.desk.is_peeking, opened.focus) == (False, "notes")
        await opened.press("r", "p")
        assert (opened.desk.is_peeking, opened.focus) == (True, "references")
        await opened.press("enter")
        assert opened.desk.reading.document is SECOND


async def test_enter_goes_to_what_is_peeked_at_and_back_is_shown(reader: OpenReader) -> None:
    async with reader(FIRST, SECOND) as opened:
        await at_reference(opened)
        await opened.press("p", "enter")
        assert opened.desk.reading.document is SECOND
        assert not opened.desk.is_peeking
        assert "⌫ 1 ¶ 1" in opened.lines[-1]
        await opened.press("ctrl+o")
        assert opened.desk.reading.document is FIRST
        assert "⌫" not in opened.lines[-1]
        assert "Alt+→ 2" in opened.lines[-1]


async def test_a_note_is_peeked_at_with_its_paragraph_and_gone_to(reader: OpenReader) -> None:
    async with reader(FIRST, SECOND) as opened:
        await opened.press("escape", "j", "f", "l")
        await opened.press("p")
        assert "Document 2, note 7" in opened.lines_of("#peek-title")[0]
        assert "p. 12" in opened.lines_of("#peek-title")[0]
        assert opened.words_of("#peek").startswith("2. Second¹ 7 The seventh note. T²he words")
        await opened.press("enter")
        desk = opened.desk
        assert (desk.reading.document, desk.text.block) == (SECOND, 2)
        assert desk.active is not None
        assert desk.notes.note is not None
        assert desk.notes.note.note.label == "7"


async def test_a_note_whose_marker_is_lost_is_shown_all_the_same(reader: OpenReader) -> None:
    lost = SECOND._replace(notes=(*SECOND.notes, note(3, "Lost.", anchored=False)))
    pointing = FIRST._replace(blocks=(FIRST.blocks[0], paragraph("See footnote 3, Document 2.")), notes=())
    async with reader(pointing, lost) as opened:
        await opened.press("escape", "j", "l", "enter")
        desk = opened.desk
        assert desk.reading.document is lost
        assert desk.notes.note is not None
        assert desk.notes.note.note.label == "3"


async def test_a_page_is_peeked_at_where_it_begins(reader: OpenReader) -> None:
    async with reader(FIRST, SECOND) as opened:
        await opened.press("escape", "j", "f", "l", "l", "p")
        assert "p. 12" in opened.lines_of("#peek-title")[0]
        assert "words of page twelve" in opened.words_of("#peek")


async def test_what_is_not_open_says_what_is_known(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.press("j", "j", "j", "j", "f", "l", "p")
        words = opened.words_of("#peek")
        assert "frus1969-76v39/d105 is not among the documents opened" in words
        assert "(Washington: Government Printing Office, 2008), Document 105." in words
        assert "https://history.state.gov/ historicaldocuments/frus1969-76v39/ d105" in words
        await opened.press("enter")
        assert "not among the documents opened" in opened.said
        assert "https://history.state.gov/historicaldocuments/frus1969-76v39/d105" in opened.said


async def test_without_a_reference_at_the_cursor_it_is_the_first_one(reader: OpenReader) -> None:
    async with reader(FIRST, SECOND) as opened:
        await opened.press("escape", "j", "p")
        assert "Document 2" in opened.lines_of("#peek-title")[0]
        await opened.press("p", "j", "p")
        assert not opened.desk.is_peeking
        assert "no reference here" in opened.said


@pytest.mark.parametrize("keys", [["z"], ["f", "f", "r", "r"]])
async def test_it_is_seen_where_the_panels_are_hidden_and_they_stay_hidden(reader: OpenReader, keys: list[str]) -> None:
    async with reader(FIRST, SECOND) as opened:
        await opened.press("escape", "j", *keys, "l", "l", "p")
        assert "A beginning." in opened.words_of("#peek")
        await opened.press("p")
        assert not opened.desk.query_one("#side").region


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (100, 20), (160, 50)])
async def test_it_has_room_on_every_screen(reader: OpenReader, size: tuple[int, int]) -> None:
    async with reader(FIRST, SECOND, size=size) as opened:
        await opened.press("escape", "j", "l", "l", "p")
        assert "Second" in opened.words_of("#peek")
        assert "Document 2" in opened.lines_of("#peek-title")[0]


async def test_a_screen_too_low_says_so(reader: OpenReader) -> None:
    async with reader(FIRST, SECOND, size=(80, 10)) as opened:
        await opened.press("escape", "j", "l", "l", "p")
        assert "too low" in opened.said


async def test_another_file_is_opened_when_something_in_it_is_wanted(reader: OpenReader, folder: Path) -> None:
    async with reader(folder / "107.txt") as opened:
        shelf = opened.desk.session.shelf
        shelf.files.append(shelf.files[0]._replace(path=str(folder / "105.txt"), facts=Facts(VOLUME, "d105")))
        await opened.press("escape", "j", "j", "j", "j", "f", "l", "p")
        assert opened.words_of("#peek").startswith("105. Telegram From the Embassy")
        await opened.press("enter")
        assert opened.desk.reading.document.number == "105"


async def test_a_file_that_is_gone_is_said_and_nothing_is_lost(reader: OpenReader, folder: Path) -> None:
    async with reader(folder / "107.txt") as opened:
        shelf = opened.desk.session.shelf
        shelf.files.append(shelf.files[0]._replace(path=str(folder / "gone.txt"), facts=Facts(VOLUME, "d105")))
        await opened.press("escape", "j", "j", "j", "j", "f", "l", "enter")
        assert "gone.txt" in opened.said
        assert opened.desk.reading.document.number == "107"


async def test_of_several_places_that_may_be_meant_one_is_chosen(reader: OpenReader) -> None:
    meant = document(heading("First"), paragraph("See Foreign Relations, 1952–1954, vol. I, Document 5."))
    async with reader(meant) as opened:
        await opened.press("j", "l", "p")
        words = opened.words_of("#peek")
        assert "may be frus1952- 54v01p1/d5 or frus1952-54v01p2/d5 (the words fit 2 volumes)" in words
        await opened.press("enter")
        assert [row.rpartition(" › ")[2] for row in opened.rows] == ["Document 5", "Document 5"]
        await opened.press("j", "enter")
        assert "frus1952-54v01p2/d5: is not among the documents opened" in opened.said
        assert "https://history.state.gov/historicaldocuments/frus1952-54v01p2/d5" in opened.said
