"""The panels beside the text: a panel that nothing can fill leaves its room to the others, and nothing jumps."""

from __future__ import annotations

import pytest

from tests.conftest import OpenReader
from tests.reading.documents import document, heading, note, paragraph
from tests.tui.reader import Reader

NOTED = document(
    heading("First"), *[paragraph(f"Paragraph {n}.") for n in range(1, 4)], paragraph("Here.", 1),
    notes=[note(1, "See Document 2.")],
)  # fmt: skip
PLAIN = document(heading("Second"), paragraph("As Document 1 said. " * 20), id="d2")
BARE = document(heading("Third"), paragraph("Nothing."), id="d3")


def heights(opened: Reader) -> tuple[int, int]:
    """The rows of the notes and of the references."""
    notes, references = opened.desk.notes, opened.desk.navigator
    return notes.size.height if notes.display else 0, references.size.height if references.display else 0


async def test_without_notes_here_the_next_is_said_and_nothing_moves(reader: OpenReader) -> None:
    async with reader(NOTED, PLAIN) as opened:
        await opened.press("escape")
        before = heights(opened)
        assert opened.words_of("#notes-title") == "No notes here next: 1, ¶ 4"
        await opened.press("j", "j", "j", "j")
        assert opened.words_of("#notes-title") == "Notes here 1 of 1 in document"
        assert heights(opened) == before


async def test_a_document_without_notes_leaves_their_room_to_the_references(reader: OpenReader) -> None:
    async with reader(NOTED, PLAIN) as opened:
        await opened.press("escape")
        notes, references = heights(opened)
        await opened.press("]")
        assert opened.words_of("#notes-title") == "No notes in this document"
        assert heights(opened) == (0, notes + references)
        await opened.press("f")
        assert (opened.said, opened.focus) == ("this document has no notes", "text")
        await opened.press("j", "m")  # what the reader marks there is seen
        assert heights(opened) == (notes, references)


async def test_without_references_their_room_is_the_notes_until_they_are_asked_for(reader: OpenReader) -> None:
    async with reader(BARE, NOTED) as opened:
        await opened.press("escape")
        assert heights(opened) == (0, 0)
        await opened.press("r")
        assert (opened.focus, heights(opened)[1] > 0) == ("references", True)


async def test_the_panel_that_has_the_keys_has_the_most_room(reader: OpenReader) -> None:
    async with reader(NOTED, PLAIN) as opened:
        await opened.press("escape")
        notes, references = heights(opened)
        assert notes > references
        await opened.press("r")
        notes, references = heights(opened)
        assert references > notes > 0
        await opened.press("escape")
        assert heights(opened)[0] > heights(opened)[1]


@pytest.mark.parametrize("keys", [("r",), ("r", "slash"), ("j", "l", "p")])
async def test_at_80_columns_the_text_has_the_room_until_a_panel_is_asked_for(
    reader: OpenReader, keys: tuple[str, ...]
) -> None:
    async with reader(NOTED, PLAIN, size=(80, 24)) as opened:
        await opened.press("escape")
        with_notes = opened.desk.text.size.height
        await opened.press("]")
        assert opened.desk.text.size.height > with_notes + 3
        await opened.press(*keys)
        assert opened.desk.text.size.height == with_notes
        await opened.press("escape", "escape", "escape")
        assert opened.desk.text.size.height > with_notes + 3
        await opened.press("f", "[")
        assert opened.words_of("#notes-title").startswith("No notes here")
        assert opened.desk.text.size.height == with_notes


async def test_a_panel_that_cannot_be_shown_leaves_all_as_it_is(reader: OpenReader) -> None:
    async with reader(BARE, PLAIN) as opened:
        await opened.press("t", "f")
        assert (opened.said, opened.focus) == ("this document has no notes", "contents")
        await opened.press("down", "enter")
        assert "2." in opened.place[0], "the keys are still the contents'"
        await opened.press("j", "p", "f")
        assert (opened.said, opened.desk.is_peeking) == ("this document has no notes", True)


@pytest.mark.parametrize("key", ["f", "r", "R", "full_stop", "p"])
async def test_on_a_screen_too_low_for_panels_the_keys_stay_where_they_are(reader: OpenReader, key: str) -> None:
    async with reader(NOTED, PLAIN, size=(100, 12)) as opened:
        await opened.press("t", key)
        assert (opened.said, opened.focus) == ("this screen is too low for a panel", "contents")
        assert (opened.desk.scope, opened.desk.asked) == ("document", None)


@pytest.mark.parametrize(("key", "pane"), [("f", "notes"), ("r", "references")])
async def test_a_panel_for_which_the_new_size_has_no_room_gives_the_keys_back(
    reader: OpenReader, key: str, pane: str
) -> None:
    async with reader(NOTED, PLAIN, size=(80, 24)) as opened:
        await opened.press(key)
        assert opened.focus == pane
        await opened.resize(80, 12)
        assert opened.focus == "text"
        await opened.resize(80, 24)
        await opened.press(key, "question_mark")
        await opened.resize(60, 12)
        await opened.press("escape")
        assert opened.focus == "text"
        await opened.press("j")
        assert opened.status.startswith("¶ 1")
