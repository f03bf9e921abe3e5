"""Finding words, going to a place, the documents opened, and the way back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import SEEDS, OpenReader
from tests.reading.documents import document, heading, note, paragraph


async def test_words_are_found_while_they_are_typed_and_counted(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.press("slash")
        await opened.type("communique")
        assert "1 of 6" in opened.shown
        assert opened.desk.text.block == 5
        await opened.press("enter")
        assert (opened.said, opened.focus) == ("1 of 6", "text")
        places = []
        for key in "nnnnnnN":
            await opened.press(key)
            places.append((opened.said, opened.desk.text.block))
        assert places == [
            ("2 of 6", 6), ("3 of 6", 7), ("4 of 6", 7), ("5 of 6", 7), ("6 of 6", 8), ("1 of 6", 5), ("6 of 6", 8),
        ]  # fmt: skip


async def test_keys_typed_at_once_all_go_to_the_prompt(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.burst("slash", *"jcq")
        assert (opened.copied, opened.desk.text.block) == ([], 0)
        assert "jcq" in opened.lines[-1]


async def test_a_hit_in_a_note_is_shown_in_the_panel(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.press("slash")
        await opened.type("belgium")
        await opened.press("enter")
        assert (opened.desk.text.block, opened.notes, opened.said) == (6, ["5", "6"], "1 of 1")
        assert opened.desk.notes.note is not None
        assert opened.desk.notes.note.note.label == "6"


async def test_a_phrase_over_the_end_of_a_line_is_found(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.press("slash")
        await opened.type('"on or about" november')
        assert "1 of 1" in opened.shown


async def test_what_is_not_there_is_said_and_esc_returns_to_the_place(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.press(*"jjj")
        await opened.press("slash")
        await opened.type("benelux")
        assert opened.desk.text.block == 6
        await opened.type("xyz")
        assert "no hit" in opened.shown
        await opened.press("escape")
        assert (opened.desk.text.block, opened.focus) == (3, "text")
        await opened.press("n")
        assert "nothing was looked for" in opened.said


async def test_markup_is_looked_for_as_it_is_typed(reader: OpenReader) -> None:
    async with reader(document(heading("H"), paragraph("a [bold]x[/bold] b"))) as opened:
        await opened.press("slash")
        await opened.type("[bold]x[/")
        assert "1 of 1" in opened.shown
        assert opened.lines[-1].startswith(" /[bold]x[/")


@pytest.mark.parametrize(
    ("typed", "block", "page"),
    [
        ("p326", 6, "p. 326"),
        ("#p4", 4, "p. 325"),
        ("n5", 6, "p. 325"),
        ("106", 0, "before p. 325"),
        ("frus1969-76v39/d106#p7", 7, "p. 326"),
        ("frus1969-76v39/pg_326", 6, "p. 326"),
    ],
)
async def test_a_place_is_gone_to(reader: OpenReader, typed: str, block: int, page: str) -> None:
    async with reader(SEEDS) as opened:
        await opened.press("colon")
        await opened.type(typed)
        await opened.press("enter")
        assert (opened.desk.text.block, opened.place[1], opened.focus) == (block, page, "text")
        await opened.press("backspace")
        assert opened.desk.text.block == 0
        await opened.press("alt+right")
        assert opened.desk.text.block == block


async def test_a_place_that_is_not_open_is_said(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.press("colon")
        await opened.type("105")
        await opened.press("enter")
        assert "no document and no page 105" in opened.said
        await opened.press("backspace")
        assert "nowhere to go back" in opened.said


async def test_a_folder_lists_its_documents_and_typing_filters(reader: OpenReader, folder: Path) -> None:
    async with reader(folder) as opened:
        heading_of_all = "Telegram From the Embassy in the Soviet Union to the Department of State"
        assert sorted(line[2:] for line in opened.contents) == [f"{n}. {heading_of_all}" for n in (105, 106, 107)]
        assert "pp. 325–326" in opened.shown
        await opened.press("slash")
        await opened.type("107")
        assert opened.contents == [f"  107. {heading_of_all}"]
        await opened.press("enter")
        assert opened.desk.reading.document.number == "107"
        assert "107" in opened.place[0]


async def test_brackets_walk_the_documents(reader: OpenReader, folder: Path) -> None:
    async with reader(folder) as opened:
        await opened.press("escape")
        numbers = [opened.desk.reading.document.number]
        for key in ("right_square_bracket",) * 3:
            await opened.press(key)
            numbers.append(opened.desk.reading.document.number)
        assert "last of the documents" in opened.said
        assert sorted(filter(None, set(numbers))) == ["105", "106", "107"]
        assert numbers[2] == numbers[3]
        await opened.press("left_square_bracket")
        assert opened.desk.reading.document.number == numbers[1]
        await opened.press("t")
        assert len(opened.contents) == 3


async def test_a_reference_is_followed_when_its_target_is_open_and_back_again(reader: OpenReader, folder: Path) -> None:
    async with reader(folder) as opened:
        await opened.press("escape")
        await opened.press("colon")
        await opened.type("106")
        await opened.press("enter")
        assert opened.references[1] == "→ Document 105"
        await opened.press("r", "enter", "enter")
        assert (opened.desk.reading.document.number, opened.focus) == ("105", "text")
        await opened.press("ctrl+o")
        assert (opened.desk.reading.document.number, opened.desk.text.block) == ("106", 4)


async def test_a_number_that_several_documents_have_is_chosen_from(reader: OpenReader) -> None:
    made = [
        document(heading(f"In volume {volume}"), id="d5", volume=f"frus1969-76v{volume}") for volume in ("01", "02")
    ]
    async with reader(document(heading("Elsewhere"), id="d1"), *made) as opened:
        await opened.press("escape")
        await opened.press("colon")
        await opened.type("5")
        await opened.press("enter")
        assert opened.rows == ["5. In volume 01", "5. In volume 02"]
        await opened.press("j", "enter")
        assert opened.desk.reading.document.volume == "frus1969-76v02"


async def test_a_file_that_is_gone_is_said_and_reading_goes_on(reader: OpenReader, folder: Path) -> None:
    made = [document(heading(f"Number {n}"), paragraph("x", 1), notes=[note(1)], id=f"d{n}") for n in range(1, 3)]
    async with reader(*made) as opened:
        await opened.press("escape")
        opened.desk.session.shelf.gone.add(made[1].address)  # type: ignore[attr-defined]
        await opened.press("right_square_bracket")
        assert "no such file" in opened.said
        assert opened.desk.reading.document.number == "1"
        await opened.press("j")
        assert opened.notes == ["1"]
