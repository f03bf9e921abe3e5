"""Marks: set and taken away with one key, seen in the margin, gone through, listed over all documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import SEEDS, OpenReader
from tests.reading.documents import document, heading, note, paragraph
from tests.tui.reader import Reader
from tgreader.model.inline import NoteMark

ONE = document(
    heading("First"),
    paragraph("One two three.", pages=[(0, "325")])._replace(marks=(NoteMark(14, "1", 1),)),
    paragraph("Four five six."),
    paragraph("Seven eight.", pages=[(0, "MDCCCLXXXVIII")]),
    notes=[note(1, "A note.")],
)
TWO = document(heading("Second"), paragraph("Alpha beta."), id="d2")


def margin(opened: Reader, words: str) -> str:
    """What stands left of words in the text."""
    (line,) = [line for line in opened.lines_of("#text") if words in line]
    return line[: line.index(words)].replace("▌", " ").strip()


async def test_a_paragraph_is_marked_and_no_more_and_again(reader: OpenReader) -> None:
    async with reader(ONE) as opened:
        await opened.press("j", "m")
        assert margin(opened, "One two") == "◆ 325"
        assert "marked" in opened.said
        await opened.press("m")
        assert margin(opened, "One two") == "325"
        assert "m sets it again" in opened.said
        await opened.press("m")
        assert margin(opened, "One two") == "◆ 325"
        assert len(opened.desk.session.notebook.all()) == 1


async def test_a_mark_lasts_and_is_seen_by_another_reader(reader: OpenReader) -> None:
    async with reader(ONE) as opened:
        await opened.press("j", "j", "m")
        async with reader(ONE) as other:
            assert margin(other, "Four five") == "◆"
            assert margin(other, "1. First") == ""
            await other.press("g", "m")
            opened.desk._keep_places()  # as every second
            await opened.settle()
            assert (margin(opened, "1. First"), margin(opened, "Four five")) == ("◆", "◆")


async def test_words_are_marked_where_they_are_selected(reader: OpenReader) -> None:
    async with reader(ONE) as opened:
        await opened.press("j", "v", "l", "m")
        assert opened.desk.text.selected() == []
        (one,) = opened.desk.session.notebook.all()
        assert (one.scope, one.exact) == ("selection", "One two")
        (y,) = [y for y, line in enumerate(opened.lines) if "One two" in line]
        strip = opened.app.screen._compositor.render_strips()[y]
        usual = opened.desk.text.rich_style.bgcolor
        worn = [s.text for s in strip if s.style and s.style.bgcolor not in (usual, None) and "▌" not in s.text]
        assert "".join(worn).strip() == "One two"
        await opened.press("m")
        assert opened.desk.session.notebook.all() == []


async def test_the_document_and_a_note_are_marked(reader: OpenReader) -> None:
    async with reader(ONE) as opened:
        await opened.press("m")
        assert margin(opened, "1. First") == "◆"
        await opened.press("j", "f", "m")
        assert [one.scope for one in opened.desk.session.notebook.all()] == ["document", "note"]
        (line,) = [line for line in opened.lines_of("#notes") if "A note." in line]
        assert "◆" in line
        await opened.press("m", "escape")
        assert [one.scope for one in opened.desk.session.notebook.all()] == ["document"]


async def test_a_long_page_number_is_not_cut_for_a_sign(reader: OpenReader) -> None:
    async with reader(ONE) as opened:
        await opened.press("j", "j", "j", "m")
        before = margin(opened, "Seven eight")
        assert before.endswith("◆")
        assert before.startswith("MDCCC")


@pytest.mark.parametrize("size", [(30, 20), (80, 24), (160, 50)])
async def test_a_sign_is_seen_on_every_screen(reader: OpenReader, size: tuple[int, int]) -> None:
    async with reader(ONE, size=size) as opened:
        await opened.press("j", "j", "m")
        assert margin(opened, "Four").endswith("◆")


async def test_going_from_mark_to_mark(reader: OpenReader) -> None:
    async with reader(ONE) as opened:
        await opened.press("right_parenthesis")
        assert "nothing is marked or annotated here" in opened.said
        await opened.press("j", "m", "j", "j", "m", "g")
        visited = []
        for key in (
            "right_parenthesis",
            "right_parenthesis",
            "right_parenthesis",
            "left_parenthesis",
            "left_parenthesis",
        ):
            await opened.press(key)
            visited.append((opened.desk.text.block, opened.said.partition(" ·")[0]))
        last, first = "this is the last of the document's marks and annotations", "this is the first"
        assert [block for block, _ in visited] == [1, 3, 3, 1, 1]
        assert visited[2][1] == last
        assert visited[4][1].startswith(first)


async def test_all_marks_are_listed_and_one_goes_there(reader: OpenReader) -> None:
    async with reader(ONE, TWO) as opened:
        await opened.press("escape", "M")
        assert "Nothing is marked" in opened.shown
        await opened.press("escape", "j", "j", "m", "right_square_bracket", "j", "m", "M")
        assert opened.rows == ["◆ “Four five six.”", "◆ “Alpha beta.”"]
        await opened.press("enter")
        assert (opened.desk.reading.document.id, opened.desk.text.block) == ("d1", 2)


async def test_a_mark_is_deleted_in_the_list_and_had_back(reader: OpenReader) -> None:
    async with reader(ONE) as opened:
        await opened.press("j", "m", "j", "m", "M")
        await opened.press("j", "x")
        assert opened.rows == ["◆ “One two three.”"]
        await opened.press("u")
        assert opened.rows == ["◆ “One two three.”", "◆ “Four five six.”"]
        await opened.press("escape")
        assert margin(opened, "Four five") == "◆"


async def test_where_nothing_can_be_kept_it_is_said_and_no_sign_is_shown(reader: OpenReader, library: Path) -> None:
    library.write_text("in the way")
    async with reader(SEEDS) as opened:
        await opened.press("j", "m")
        assert "cannot be written" in opened.said
        assert "◆" not in opened.shown


async def test_many_marks_are_found_while_one_reads(reader: OpenReader) -> None:
    long = document(heading("Long"), *(paragraph(f"Paragraph {n} of them all.") for n in range(60)))
    corrected = document(heading("Long"), paragraph("One more."), *long.blocks[1:])
    async with reader(long) as opened:
        await opened.press(*["j", "m"] * 40)
        assert len(opened.desk.own) == 40
    async with reader(corrected) as again:
        assert [placed.block for placed in again.desk.own] == list(range(2, 42))
        await again.press("g", "right_parenthesis", "right_parenthesis")
        assert again.desk.text.block == 3
