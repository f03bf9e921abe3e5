"""Documents as they should not be: nothing in them stops the reader or does anything to the terminal."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from tests.conftest import SEEDS, OpenReader
from tests.reading.documents import document, heading, note, paragraph
from tests.tui.reader import Reader
from tgreader.model.document import Block


def cursor_is_shown(opened: Reader) -> bool:
    return any("▌" in line for line in opened.lines_of("#text"))


async def test_no_notes_and_no_references(reader: OpenReader) -> None:
    async with reader(document(heading("Editorial Note"), paragraph("Words."))) as opened:
        assert (opened.status, opened.notes, opened.references) == ("heading · no notes", [], [])
        await opened.press("f", "enter", "l", "escape", "r", "enter", "j", "escape", "n", "enter")
        assert opened.focus == "text"
        await opened.press("j")
        assert opened.status == "¶ 1 of 1 · no notes"


async def test_a_note_whose_marker_is_lost_is_beside_the_paragraph_before_and_says_so(reader: OpenReader) -> None:
    notes = [note(1), note(2, "Lost one.", anchored=False)]
    async with reader(document(heading("H"), paragraph("abc", 1), notes=notes)) as opened:
        await opened.press("j")
        assert opened.notes == ["1", "2"]
        assert "2? Lost one." in opened.words_of("#notes")
        await opened.press("f", "j", "enter")
        assert "marker of note 2 is lost" in opened.said
        assert opened.focus == "text"


async def test_a_marker_whose_note_is_lost_says_so(reader: OpenReader) -> None:
    async with reader(document(heading("H"), paragraph("abc", None), notes=[note(1)])) as opened:
        await opened.press("j", "l", "enter")
        assert "is not in this copy" in opened.said


async def test_a_note_longer_than_its_panel_scrolls(reader: OpenReader) -> None:
    long = "start " + "word " * 3_000 + "finish"
    async with reader(document(heading("H", 1), notes=[note(1, long)])) as opened:
        assert "start" in opened.words_of("#notes")
        page = opened.desk.notes.size.height - 2
        await opened.burst("f", "space", "space", "space")
        assert opened.desk.notes.scroll_offset.y == 3 * page
        opened.desk.sync()  # as when something has been found meanwhile
        await opened.settle()
        assert opened.desk.notes.scroll_offset.y == 3 * page, "who has read on in a note is not thrown back"
        await opened.hold("space", 50)
        assert "finish" in opened.words_of("#notes")
        await opened.press("space")
        assert "finish" in opened.words_of("#notes")
        await opened.press("g")
        assert "start" in opened.words_of("#notes")


async def test_three_headings_and_none(reader: OpenReader) -> None:
    three = document(heading("First"), paragraph("one"), heading("Second"), heading("Third"), paragraph("two"))
    async with reader(three) as opened:
        seen = []
        for _ in range(5):
            seen.append(opened.status)
            await opened.press("j")
        assert [words.partition(" · ")[0] for words in seen] == ["heading", *(f"¶ {n} of 4" for n in (1, 2, 3, 4))]
    async with reader(document(paragraph("one"), paragraph("two"), id="d2")) as opened:
        assert opened.status.startswith("¶ 1 of 2")
        assert "one" in opened.words_of("#text")


async def test_a_document_without_any_text(reader: OpenReader) -> None:
    for made in (document(), document(paragraph("")), document(notes=[note(1)]), document(heading(""), id=None)):
        async with reader(made) as opened:
            keys = ("j", "k", "space", "G", "g", "l", "enter", "escape", "f", "j", "r", "j", "escape", "c", "y", "n")
            await opened.press(*keys)
            assert opened.place[1] == "no page numbers"


async def test_sixty_thousand_words_in_one_paragraph(reader: OpenReader) -> None:
    words = " ".join(f"w{number}" for number in range(60_000))
    made = document(heading("H"), Block("paragraph", words), paragraph("after", 1), notes=[note(1, "The note.")])
    async with reader(made, size=(80, 24)) as opened:
        await opened.press("j", *["space"] * 5)
        assert opened.desk.text.block == 1
        await opened.press("slash")
        await opened.type("w59999")
        await opened.press("enter")
        assert "w59999" in opened.words_of("#text")
        await opened.press("G")
        assert (opened.desk.text.block, opened.notes) == (2, ["1"])
        await opened.resize(110, 36)
        assert (opened.desk.text.block, cursor_is_shown(opened)) == (2, True)


async def test_markup_in_the_text_is_shown_as_it_is_typed(reader: OpenReader) -> None:
    text = "[bold]x[/bold] [red] [@click=app.quit]y[/] [Page 325] \\[ [/"
    made = document(heading(text), paragraph(text, 1), notes=[note(1, text)], id="d1", number="[b]1[/b]")
    async with reader(made, size=(160, 36)) as opened:
        await opened.press("j")
        assert text in opened.words_of("#text").replace("¹", "")
        assert "[bold]x[/bold] [red] [@click=app.quit]y[/]" in opened.words_of("#notes")
        assert "[b]1[/b]" in opened.place[0]
        await opened.press("y")
        assert "[bold]x[/bold]" in opened.said


@pytest.mark.parametrize("text", ["\x1b[2J\x1b]0;title\x07", "\u202egnp.exe\u202c", "a\x00b\x08c\x9b31m", "\ud800"])
async def test_nothing_in_a_document_reaches_the_terminal_but_to_be_seen(reader: OpenReader, text: str) -> None:
    made = document(
        heading(f"H{text}"), paragraph(f"{text} alpha", 1, pages=[(0, f"1{text}")]),
        notes=[note(1, text, label=f"1{text}")], id=None, path=f"p{text}.txt", number=text,
    )  # fmt: skip
    async with reader(made) as opened:
        await opened.press("j", "l", "enter", "escape", "escape")
        await opened.press("t")
        shown = opened.shown + "".join(opened.lines)
        await opened.press("escape")
        for character in shown.replace("\n", ""):
            assert unicodedata.category(character) not in {"Cc", "Cs"}
            assert unicodedata.bidirectional(character) not in {"RLO", "LRO", "RLE", "LRE", "PDF"}


async def test_wide_and_combining_characters_stay_within_their_column(reader: OpenReader) -> None:
    made = document(heading("漢字" * 60), paragraph("漢字かな交じり文 " * 40 + "e\u0301" * 200), paragraph("end"))
    async with reader(made, size=(80, 24)) as opened:
        await opened.press("j", "j")
        assert "end" in opened.words_of("#text")
        await opened.resize(21, 12)
        assert cursor_is_shown(opened)


async def test_a_page_label_longer_than_the_margin_clips_no_text(reader: OpenReader) -> None:
    made = document(heading("H"), paragraph("start " + "word " * 60 + "finish", pages=[(0, "Facsimile Page 12345")]))
    for width in (110, 44, 24):
        async with reader(made, size=(width, 40)) as opened:
            await opened.press("z", "j")
            assert opened.words_of("#text").count("word") == 60


async def test_what_a_copy_lost_is_said_when_it_opens(reader: OpenReader, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"1. Heading\n\nBad \xff byte and \x00 null.\n")
    async with reader(tmp_path / "a.txt") as opened:
        assert "byte" in opened.said or "decod" in opened.said or "UTF-8" in opened.said
        assert "Bad \ufffd byte" in opened.words_of("#text")


async def test_a_folder_whose_other_file_cannot_be_read_says_so_and_reads_on(
    reader: OpenReader, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(next(SEEDS.glob("*.txt")).read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    async with reader(tmp_path) as opened:
        await opened.press("escape")
        assert opened.desk.reading.document.number == "106"


async def test_one_that_points_to_more_than_is_looked_at_says_so(
    reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tgreader.references.found.LOOKED_AT", 2)
    async with reader(document(heading("H"), paragraph("See Document 5, Document 7 and Document 9."))) as opened:
        assert "it has 2 words and links that may point elsewhere; any after them are not looked at" in opened.said
        assert len(opened.references) == 3  # the group's title, and two documents
