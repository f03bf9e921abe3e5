"""Who and what is that: the persons and terms at the cursor, their entries, and where else they occur."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import SEEDS, OpenReader
from tests.tei.volumes import text

from .volume import BODY, written

KUZNETSOV = "Kuznetsov, Vasili V., First Deputy Foreign Minister of the Soviet Union"
MBFR = "MBFR, mutual and balanced force reductions"


async def test_the_names_follow_the_cursor(reader: OpenReader, tmp_path: Path) -> None:
    async with reader(written(tmp_path), size=(110, 44)) as opened:
        await opened.go("1")
        assert "No names here" in opened.words_of("#names-title")
        await opened.press(*"jjjjjjjj")
        assert f"{KUZNETSOV} {MBFR}" in opened.words_of("#names")
        assert "Persons and terms here 2" in opened.words_of("#names-title")
        await opened.press("j")  # its note names another
        assert "Persons here 1" in opened.words_of("#names-title")
        assert "Beam, Jacob D., Ambassador to the Soviet Union" in opened.words_of("#names")


async def test_an_entry_says_where_else_it_occurs_and_leads_there(reader: OpenReader, tmp_path: Path) -> None:
    async with reader(written(tmp_path), size=(110, 44)) as opened:
        await opened.go("1")
        await opened.press(*"jjjjjjj", "i")
        assert opened.focus == "names"
        await opened.press("enter")
        assert opened.rows == [
            KUZNETSOV,
            "",
            "Marked in 2 documents and sections of this volume",
            "1. Memorandum of Conversation",
            "3. Letter",
        ]
        await opened.press("j", "enter")
        assert (opened.desk.reading.document.number, opened.desk.text.block, opened.focus) == ("3", 1, "text")
        await opened.press("ctrl+o")
        assert opened.desk.reading.document.number == "1"


async def test_a_name_in_a_note_leads_to_the_note(reader: OpenReader, tmp_path: Path) -> None:
    body = BODY.replace(
        "Mr. <persName>Nobody", '<note n="2">By <persName corresp="#p_BJ_1">B.</persName></note><persName>N'
    )
    path = written(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace(BODY, body), encoding="utf-8")
    async with reader(path, size=(110, 44)) as opened:
        await opened.go("1")
        await opened.press(*"jjjjjjjjj", "i", "enter", "j", "enter")
        assert opened.desk.reading.document.number == "2"
        assert opened.notes == ["2"]


async def test_the_key_hides_the_names_again(reader: OpenReader, tmp_path: Path) -> None:
    async with reader(written(tmp_path), size=(110, 44)) as opened:
        await opened.go("1")
        await opened.press(*"jjjjjjj", "i", "i")
        assert opened.focus == "text"
        assert "Persons" not in opened.shown
        await opened.press("i")
        assert opened.focus == "names"
        await opened.press("tab")
        assert opened.focus == "references"


async def test_on_a_small_screen_the_names_take_the_place_of_the_notes(reader: OpenReader, tmp_path: Path) -> None:
    async with reader(written(tmp_path), size=(80, 24)) as opened:
        await opened.go("1")
        await opened.press(*"jjjjjjj")
        assert KUZNETSOV not in opened.shown
        await opened.press("i")
        assert KUZNETSOV in opened.shown
        assert "otes here" not in opened.shown
        await opened.press("i")
        assert KUZNETSOV not in opened.shown
        assert "No notes here" in opened.shown


async def test_nothing_is_invented_where_no_list_has_the_name(reader: OpenReader, tmp_path: Path) -> None:
    (tmp_path / "bare.xml").write_text(text(BODY), encoding="utf-8")
    for path in (tmp_path / "bare.xml", SEEDS):
        async with reader(path) as opened:
            await opened.press("escape", "i")
            assert "no list of this volume has a name" in opened.said
            assert "named here" not in opened.shown
            assert opened.focus == "text"


async def test_in_a_panel_without_names_enter_says_that_there_are_none(reader: OpenReader, tmp_path: Path) -> None:
    async with reader(written(tmp_path), size=(110, 44)) as opened:
        await opened.go("1")
        await opened.press("i", "enter")
        assert opened.focus == "names"
        assert opened.said == "no person and no term of the volume's lists is named in this paragraph"
