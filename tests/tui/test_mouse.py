"""The mouse: clicks on markers, references, notes and entries; the wheel; dragging selects the model's words."""

from __future__ import annotations

import pytest
from textual import events
from textual.geometry import Offset

from tests.conftest import SEEDS, OpenReader
from tests.reading.documents import document, heading, note, paragraph
from tests.tui.reader import Reader

TEXT = "alpha beta gamma delta epsilon"


async def test_a_click_on_a_marker_shows_its_note_and_again_goes_there(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.click("³")
        assert (opened.desk.text.block, opened.notes, opened.status) == (4, ["3"], "¶ 4 of 9 · note 3 of 6")
        await opened.click("³")
        assert opened.focus == "notes"


async def test_a_click_on_a_note_and_on_a_reference_in_it(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.press(*"jjjjjj")
        await opened.click("Gromyko visited Belgium")
        assert opened.desk.notes.note is not None
        assert (opened.desk.notes.note.note.label, opened.focus) == ("6", "notes")
        await opened.click("Documents 95", times=2)
        assert opened.said.startswith("frus1969-76v39/d95 is not among the documents opened")


async def test_a_click_on_an_entry_of_the_navigator_goes_to_its_place(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.click("Document 98")
        assert (opened.desk.text.block, opened.notes) == (5, ["4"])
        await opened.click("· Document 98")
        assert "d98 is not among the documents opened" in opened.said


async def test_a_click_in_the_text_takes_the_cursor_there(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.click("Although Kuznetsov")
        assert (opened.desk.text.block, opened.notes) == (4, ["3"])


async def test_the_wheel_scrolls_and_leaves_the_cursor(reader: OpenReader) -> None:
    async with reader(SEEDS, size=(80, 24)) as opened:
        view = opened.desk.text
        for _ in range(3):
            view.post_message(events.MouseScrollDown(view, 5, 5, 0, 1, 0, False, False, False))
            await opened.settle()
        assert view.scroll_offset.y > 0
        assert opened.desk.text.block == 0
        await opened.press("j")  # the cursor is off the screen: the next key takes up what is on it
        assert any("▌" in line for line in opened.lines_of("#text"))


async def selected(opened: Reader, first: str, last: str) -> str | None:
    """What a drag from the start of some words to the start of others selects."""
    await opened.drag(opened.where(first), opened.where(last))
    return opened.desk.get_selected_text()


async def test_a_drag_selects_the_model_s_words_without_markers_and_page_breaks(reader: OpenReader) -> None:
    made = document(
        heading("H"), paragraph("alpha beta gamma delta epsilon", 1, pages=[(6, "12"), (17, "13")]), notes=[note(1)]
    )
    async with reader(made) as opened:
        chosen = await selected(opened, "lpha", "epsilon")
        assert chosen is not None
        assert chosen.rstrip() in (TEXT[1:-7].rstrip(), TEXT[1:-6])
        assert "|" not in chosen
        assert "¹" not in chosen


async def test_a_selection_over_lines_and_paragraphs_has_no_line_ends_of_the_screen(reader: OpenReader) -> None:
    one, two = "first " + "word " * 60 + "end.", "Second paragraph here."
    async with reader(document(heading("H"), paragraph(one), paragraph(two)), size=(80, 30)) as opened:
        chosen = await selected(opened, "first", "paragraph here")
        assert chosen is not None
        upper, lower = chosen.split("\n\n")
        assert upper == one
        assert lower.startswith("Second ")


async def test_y_copies_the_selection_with_its_citation(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.drag(opened.where("Although Kuznetsov"), opened.where("study the matter"))
        await opened.press("y")
        (text,) = opened.copied
        assert text.startswith("“Although Kuznetsov promised to")
        assert "Document 106, p. 325." in text
        assert "entirely negative" not in text


async def test_the_contents_open_what_is_clicked(reader: OpenReader) -> None:
    made = [document(heading(f"Paper {number}"), id=f"d{number}") for number in (1, 2, 3)]
    async with reader(*made) as opened:
        await opened.press("t")
        await opened.click("3. Paper 3")
        assert opened.desk.reading.document.number == "3"


async def test_ctrl_c_copies_the_selected_words_as_y_does_and_says_so(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.press("ctrl+c")
        assert (opened.said, opened.copied) == ("q quits; Ctrl+Q quits from everywhere", [])
        await opened.drag(opened.where("8334. Subj"), opened.where("Approach to Soviets"))
        await opened.press("ctrl+c")
        assert opened.copied == ["8334. Subj: A"]
        assert opened.said == "Copied:\n8334. Subj: A"


@pytest.mark.parametrize(
    ("times", "where", "words"),
    [
        (2, "onMin", "FonMin"),
        (2, "uznetsov", "Kuznetsov’s"),
        (2, "-up", "follow-up"),
        (3, "onMin", "FonMin Kuznetsov’s follow-up, then."),
        (2, ", then", ""),
    ],
)
async def test_a_second_click_takes_the_word_and_a_third_the_paragraph(
    reader: OpenReader, times: int, where: str, words: str
) -> None:
    async with reader(document(heading("H"), paragraph("FonMin Kuznetsov’s follow-up, then."))) as opened:
        at = Offset(*opened.where(where)) - opened.desk.text.region.offset
        await opened.pilot.click(opened.desk.text, offset=at, times=times)
        await opened.settle()
        assert [opened.desk.reading.blocks[b].text[s:e] for b, s, e in opened.desk.text.selected()] == [words] * bool(
            words
        )


async def test_words_selected_in_a_note_are_quoted_from_that_note(reader: OpenReader) -> None:
    made = document(
        heading("H"), paragraph("One.", 1, 2), paragraph("Two.", 3),
        notes=[note(1, "The first of them."), note(2, "Garthoff says otherwise."), note(3, "Another.")],
    )  # fmt: skip
    async with reader(made, size=(160, 40)) as opened:
        await opened.press("j")
        await opened.drag(opened.where("Garthoff"), opened.where("otherwise"))
        await opened.press("y")
        assert opened.copied[0].startswith("“Garthoff says o”")
        assert "n. 2" in opened.copied[0]
        await opened.press("escape", "escape", "j", "f", "y")
        assert opened.copied[1].startswith("“Another.”")
