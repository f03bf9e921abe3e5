"""The list of references: of less or more, narrowed by typing; and what cites what."""

from __future__ import annotations

import pytest

from tests.conftest import OpenReader
from tests.reading.documents import VOLUME, document, heading, note, paragraph
from tests.tui.reader import Reader
from tgreader.model.inline import Reference

ONE = document(
    heading("First"),
    paragraph("See Document 2 here.", 1),
    paragraph("See Document 3, and Document 2."),
    notes=[note(1, "See Document 9. Telegram 12 from Moscow, May 3, is not printed.")],
)
TWO = document(
    heading("Second"),
    paragraph("After Document 1 came this. Document 1 it was."),
    paragraph("Nothing.", 3),
    notes=[note(3, "See footnote 1, Document 1.")],
    id="d2",
)
THREE = document(heading("Third"), paragraph("Not so in Document 1."), id="d3")


async def entries(opened: Reader) -> list[str]:
    await opened.press("r")
    return opened.references


def title(opened: Reader) -> str:
    return " ".join(opened.lines_of("#references-title")[-1].split())


async def test_the_scope_is_the_document_the_volume_or_the_paragraph(reader: OpenReader) -> None:
    async with reader(ONE, TWO, THREE) as opened:
        await opened.press("escape", "j", "r")
        assert title(opened) == "▸ References 4 in document"
        await opened.press(".")
        assert title(opened) == "▸ References 6 in volume"
        assert "→ Document 1" in opened.references
        assert "→ Document 1, footnote 1" in opened.references
        await opened.press(".")
        assert title(opened) == "▸ References 3 in paragraph"
        assert opened.references == [
            "Documents", "→ Document 2", "· Document 9", "Telegrams", "· 12 from Moscow",
        ]  # fmt: skip
        await opened.press("tab", "j")
        assert opened.references == ["Documents", "→ Document 3", "→ Document 2"]
        await opened.press(".")
        assert title(opened) == "▸ References 4 in document"


async def test_an_entry_of_the_volume_is_visited_in_its_document(reader: OpenReader) -> None:
    async with reader(ONE, TWO, THREE) as opened:
        await opened.press("escape", ".")
        while opened.desk.navigator.row is None or "Document 1" not in opened.desk.navigator.row.title:
            await opened.press("j")
        await opened.press("enter")
        assert opened.desk.reading.document is TWO
        assert opened.desk.active is not None
        assert opened.desk.active[1].start == len("After ")
        assert (opened.focus, title(opened)) == ("references", "▸ References 6 in volume")
        await opened.press("l", "l")
        assert opened.desk.reading.document is THREE
        await opened.press("enter")
        assert opened.desk.reading.document is ONE
        assert opened.desk.session.trail == (3, 0)


async def test_the_list_is_narrowed_while_words_are_typed(reader: OpenReader) -> None:
    async with reader(ONE, TWO, THREE) as opened:
        await opened.press("escape", "r", "slash")
        await opened.type("MOSCOW")
        assert opened.references == ["Telegrams", "· 12 from Moscow"]
        assert opened.lines[-1].rstrip().endswith("1 of 4")
        await opened.press("enter")
        assert (opened.focus, title(opened)) == ("references", "▸ “MOSCOW” 1 of 4 in document")
        await opened.press("j", "k", "slash", "escape")
        assert (opened.focus, len(opened.references)) == ("references", 6)


async def test_words_that_no_entry_holds_are_said(reader: OpenReader) -> None:
    async with reader(ONE, TWO) as opened:
        await opened.press("escape", "r", "slash")
        await opened.type("zaire")
        assert opened.references == ["no entry holds “zaire”: / changes the words"]
        await opened.press("enter")
        assert "▌" not in "".join(opened.lines_of("#references")), "the cursor is on nothing"
        for key in ("enter", "l"):
            await opened.press(key)
            assert (opened.focus, opened.said) == ("references", "no entry is here")
        await opened.press("p")
        assert opened.focus == "references"


async def test_words_that_narrow_the_list_of_one_document_do_not_hide_anothers(reader: OpenReader) -> None:
    async with reader(ONE, TWO, THREE) as opened:
        await opened.press("escape", "r", "slash")
        await opened.type("moscow")
        await opened.press("enter", "right_square_bracket")
        assert opened.references == ["Documents", "→ Document 1", "→ Document 1, footnote 1"]


async def test_elsewhere_the_key_finds_in_the_text(reader: OpenReader) -> None:
    async with reader(ONE, TWO, THREE) as opened:
        await opened.press("escape", "slash")
        await opened.type("here")
        await opened.press("enter")
        assert opened.said == "1 of 1"


async def test_what_cites_the_document_with_the_sentence(reader: OpenReader) -> None:
    async with reader(ONE, TWO, THREE) as opened:
        await opened.press("escape", "R")
        assert title(opened) == "▸ Cited by 4 in this volume"
        assert opened.references == [
            "Document 1",
            "After Document 1 came this.",
            "Document 1 it was.",
            "See footnote 1, Document 1.",
            "Not so in Document 1.",
        ]
        await opened.press("j", "enter")
        desk = opened.desk
        assert (desk.reading.document, desk.text.block) == (TWO, 1)
        assert desk.active is not None
        assert isinstance(desk.active[1].what, Reference)
        assert desk.active[1].start == TWO.blocks[1].text.rindex("Document 1")
        assert (opened.focus, opened.references[0]) == ("references", "Document 1")
        await opened.press("j", "enter")
        assert desk.notes.note is not None
        assert (desk.text.block, desk.notes.note.note.label) == (2, "3")
        await opened.press("ctrl+o", "ctrl+o")
        assert desk.reading.document is ONE


async def test_what_cites_the_note_at_the_cursor_comes_first(reader: OpenReader) -> None:
    async with reader(ONE, TWO, THREE) as opened:
        await opened.press("escape", "j", "f", "R")
        assert opened.references[:2] == ["Footnote 1", "See footnote 1, Document 1."]


async def test_what_nothing_cites_says_so_and_the_key_leads_back(reader: OpenReader) -> None:
    async with reader(ONE, TWO, THREE) as opened:
        await opened.press("escape", "right_square_bracket", "right_square_bracket", "R")
        assert opened.references == ["Document 3", "See Document 3, and Document 2."]
        await opened.press("R")
        assert title(opened) == "▸ References 1 in document"
        await opened.press("R", "r")
        assert title(opened) == "▸ References 1 in document"
        await opened.press("r")
        assert opened.focus == "text"


async def test_in_another_document_the_key_asks_about_that(reader: OpenReader) -> None:
    async with reader(ONE, TWO, THREE) as opened:
        await opened.press("escape", "R", "right_square_bracket", "right_square_bracket", "R")
        assert opened.references == ["Document 3", "See Document 3, and Document 2."]
        await opened.press("R")
        assert title(opened) == "▸ References 1 in document"


async def test_a_citing_place_is_peeked_at(reader: OpenReader) -> None:
    async with reader(ONE, TWO, THREE) as opened:
        await opened.press("escape", "R", "j", "j", "p")
        assert "Document 2, note 3" in opened.lines_of("#peek-title")[0]
        assert "See footnote 1, Document 1." in opened.words_of("#peek")
        await opened.press("enter")
        assert opened.desk.reading.document is TWO


async def test_the_box_of_an_entry_is_asked_about(reader: OpenReader) -> None:
    kept = note(1, "Johnson Library, National Security File, Box 7.")
    one = document(heading("H"), paragraph("x", 1), notes=[kept])
    two = document(heading("I"), paragraph("y", 1), notes=[kept], id="d2")
    async with reader(one, two) as opened:
        await opened.press("escape", "r", "R")
        assert opened.references[:3] == [
            "National Security File, Box 7",
            "Johnson Library, National Security File, Box 7.",
            "Johnson Library, National Security File, Box 7.",
        ]


@pytest.mark.parametrize("key", ["R", "full_stop"])
async def test_a_long_reading_is_stopped(reader: OpenReader, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from threading import Event

    going, begun = Event(), Event()
    async with reader(ONE, TWO, THREE) as opened:
        await opened.press("escape", "j")
        passing = opened.desk.session.shelf.passing

        def slow(address: object) -> object:
            begun.set()
            going.wait(30)
            return passing(address)  # type: ignore[arg-type]

        monkeypatch.setattr(opened.desk.session.shelf, "passing", slow)
        opened._send(key)
        for _ in range(200):
            await opened.pilot.pause(0.01)
            if begun.is_set():
                break
        assert begun.is_set()
        await opened.until(lambda: title(opened).endswith("reading …"))  # and not that there are none
        opened._send("escape")
        await opened.pilot.pause()
        going.set()
        await opened.settle()
        assert opened.said == "stopped"
        assert title(opened).endswith("in document")
        assert opened.desk.reading.document.address.volume == VOLUME


@pytest.mark.parametrize(
    ("key", "pane"), [("r", "references"), ("R", "references"), (".", "references"), ("f", "notes")]
)
async def test_a_panel_that_is_asked_for_is_seen_where_the_contents_were(
    reader: OpenReader, key: str, pane: str
) -> None:
    async with reader(ONE, TWO, THREE) as opened:
        if opened.focus == "text":
            await opened.press("t")
        await opened.press("tab", "j", key)
        assert opened.focus == pane
        assert "▸" in opened.lines_of(f"#{pane}-title")[-1]
        assert "Contents" not in opened.shown


async def test_a_peek_is_seen_where_the_contents_were_and_they_come_back(reader: OpenReader) -> None:
    async with reader(ONE, TWO, THREE) as opened:
        if opened.focus == "text":
            await opened.press("t")
        await opened.press("tab", "j", "l", "l", "p")
        assert "Second" in opened.words_of("#peek")
        assert "Contents" not in opened.shown
        await opened.press("p")
        assert "Contents" in opened.shown
