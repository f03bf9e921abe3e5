"""The contents: a tree beside the text that follows the place, unfolds, filters and opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import OpenReader
from tests.tei.volumes import text

from .reader import Reader
from .volume import written

CLOSED = [
    "▾ Front matter",
    "  • Title page",
    "    Preface",
    "    Persons",
    "    Abbreviations and Terms",
    "▸ Trade With the East",
    "▸ Back matter",
]


async def at_the_title_page(opened: Reader) -> None:
    """With the contents beside it."""
    await opened.go("titlepage")
    await opened.press("t")


async def test_a_volume_opens_at_its_first_document(reader: OpenReader, tmp_path: Path) -> None:
    async with reader(written(tmp_path)) as opened:
        assert opened.desk.reading.document.number == "1"
        assert opened.contents == []
        assert "t contents" in opened.shown
        await opened.press("t")
        assert "    • 1. Memorandum of Conversation" in opened.contents
        assert opened.focus == "contents"


async def test_the_title_page_is_read_in_the_same_pane(reader: OpenReader, tmp_path: Path) -> None:
    async with reader(written(tmp_path)) as opened:
        await at_the_title_page(opened)
        assert opened.contents == CLOSED
        assert opened.focus == "contents"
        assert "Foreign Relations of the United States" in opened.words_of("#text")


async def test_lines_unfold_and_fold_and_documents_open(reader: OpenReader, tmp_path: Path) -> None:
    async with reader(written(tmp_path)) as opened:
        await at_the_title_page(opened)
        await opened.press(*"jjjj", "l")
        assert opened.contents[5:] == [
            "▾ Trade With the East",
            "  ▸ Talks in Moscow, August 1972",
            "  ▸ Reports",
            "▸ Back matter",
        ]
        await opened.press("j", "j", "enter")
        assert opened.contents[7:10] == ["  ▾ Reports", "      2. Report", "      3. Letter"]
        await opened.press("j", "h", "h")  # from a document to what holds it, which then is folded away
        assert opened.contents[7:] == ["  ▸ Reports", "▸ Back matter"]
        await opened.press("l", "l", "enter")
        assert opened.desk.reading.document.number == "2"
        assert opened.focus == "text"


async def test_a_click_unfolds_and_opens(reader: OpenReader, tmp_path: Path) -> None:
    async with reader(written(tmp_path)) as opened:
        await at_the_title_page(opened)
        await opened.click("Back matter")
        assert opened.contents[-1] == "    Index"
        await opened.click("Index")
        assert opened.desk.reading.document.id == "index"


async def test_the_contents_follow_from_chapter_to_chapter(reader: OpenReader, tmp_path: Path) -> None:
    async with reader(written(tmp_path), size=(160, 40)) as opened:
        await opened.press("t")
        await opened.go("1")
        assert "    • 1. Memorandum of Conversation" in opened.contents
        await opened.press("right_square_bracket")
        assert "    • 2. Report" in opened.contents
        assert "      1. Memorandum of Conversation" in opened.contents
        assert opened.focus == "text"
        await opened.press("left_square_bracket")
        assert "    • 1. Memorandum of Conversation" in opened.contents


async def test_typing_filters_to_what_matches_with_what_holds_it(reader: OpenReader, tmp_path: Path) -> None:
    async with reader(written(tmp_path)) as opened:
        await at_the_title_page(opened)
        await opened.press("slash")
        await opened.type("letter 3")
        assert opened.contents == ["▾ Trade With the East", "  ▾ Reports", "      3. Letter"]
        assert "1 of 8" in opened.shown
        await opened.press("enter")
        assert opened.desk.reading.document.number == "3"
        await opened.press("t", "slash")
        await opened.type("moscow memo")  # one in the chapter
        assert opened.contents[-1] == "      1. Memorandum of Conversation"
        await opened.press("escape", "slash")
        await opened.type("nothing of the kind")
        assert opened.contents == ["no line holds “nothing of the kind”"]
        await opened.press("enter", "escape")
        assert opened.contents[0] == "▾ Front matter"
        assert opened.focus == "contents"


async def test_dates_and_pages_are_found_by_typing(reader: OpenReader, tmp_path: Path) -> None:
    async with reader(written(tmp_path)) as opened:
        await at_the_title_page(opened)
        await opened.press("slash")
        await opened.type("1972-08-21")
        assert opened.contents[-1] == "      1. Memorandum of Conversation"
        await opened.press("escape", "slash")
        await opened.type("p. VI terms")
        assert opened.contents == ["▾ Front matter", "    Abbreviations and Terms"]


@pytest.mark.parametrize(("size", "both"), [((160, 40), True), ((110, 30), False), ((80, 24), False)])
async def test_where_there_is_no_room_for_notes_and_contents_the_contents_go(
    reader: OpenReader, tmp_path: Path, size: tuple[int, int], both: bool
) -> None:
    async with reader(written(tmp_path), size=size) as opened:
        await opened.go("1")
        assert "Source: Central Files" in opened.shown
        await opened.press("t")
        assert opened.focus == "contents"
        assert opened.contents
        await opened.press("enter")
        assert opened.focus == "text"
        assert bool(opened.contents) is both
        assert "Source: Central Files" in opened.shown


async def test_the_key_that_shows_the_contents_hides_them(reader: OpenReader, tmp_path: Path) -> None:
    async with reader(written(tmp_path), size=(160, 40)) as opened:
        await opened.press("t", "tab")
        assert opened.focus == "text"
        await opened.press("t")
        assert opened.focus == "contents"
        await opened.press("t")
        assert (opened.focus, opened.contents) == ("text", [])


async def test_several_volumes_are_one_line_each(reader: OpenReader, tmp_path: Path) -> None:
    first = written(tmp_path, "a.xml")
    (tmp_path / "b.xml").write_text(first.read_text(encoding="utf-8").replace("frus1969-76v99", "frus1969-76v98"))
    async with reader(tmp_path) as opened:
        assert opened.contents[0] == "▾ A Volume, Volume I"
        assert opened.contents[-1] == "▸ A Volume, Volume I"
        await opened.press("G", "l")  # the first is unfolded to its document 1
        assert opened.contents[-3:] == ["  ▸ Front matter", "  ▸ Trade With the East", "  ▸ Back matter"]


async def test_front_matter_and_roman_pages_are_gone_to(reader: OpenReader, tmp_path: Path) -> None:
    async with reader(written(tmp_path)) as opened:
        await opened.go("preface")
        assert "How it was made" in opened.shown
        await opened.go("vi")
        assert (opened.desk.reading.document.id, opened.place[1]) == ("preface", "p. VI")
        await opened.go("p3")
        assert opened.desk.reading.document.number == "2"


async def test_a_page_that_is_not_unique_is_chosen_from(reader: OpenReader, tmp_path: Path) -> None:
    body = "".join(
        f'<div type="document" n="{n}" xml:id="d{n}"><pb n="1"/><head>{n}. Letter</head><p>x<pb n="2"/></p></div>'
        for n in (1, 2, 3)
    )
    (tmp_path / "e.xml").write_text(text(body), encoding="utf-8")
    async with reader(tmp_path / "e.xml") as opened:
        await opened.go("2")
        await opened.go("p2")
        assert opened.rows == ["p. 2: 2. Letter", "p. 2: 1. Letter", "p. 2: 3. Letter"]


async def test_a_page_without_a_number_is_said_to_be_one(reader: OpenReader, tmp_path: Path) -> None:
    (tmp_path / "p.xml").write_text(
        text('<div type="document" n="1" xml:id="d1"><head>1. A</head><p><pb n="7"/>x</p><p><pb/>y</p><p>z</p></div>'),
        encoding="utf-8",
    )
    async with reader(tmp_path / "p.xml") as opened:
        said = []
        for _ in range(3):
            await opened.press("j")
            said.append(opened.place[1])
    assert said == ["p. 7", "page without a number", "page without a number"]


async def test_where_one_is_in_the_contents_stands_above_the_notice(reader: OpenReader, tmp_path: Path) -> None:
    heading = "Chapter of many, with a heading that takes more lines than one, as those of old volumes do"
    chapters = "".join(
        f'<div type="chapter" xml:id="ch{n}"><head>{heading}</head>'
        f'<div type="document" n="{n}" xml:id="d{n}"><head>{n}. Letter</head><p>x</p></div></div>'
        for n in range(1, 20)
    )
    for volume in ("frus1969-76v01", "frus1969-76v02"):
        (tmp_path / f"{volume}.xml").write_text(text(chapters, idno=volume), encoding="utf-8")
    async with reader(tmp_path / "frus1969-76v01.xml", size=(80, 24)) as opened:
        await opened.go("12")
    async with reader(tmp_path, size=(80, 24)) as opened:
        here = next(number for number, line in enumerate(opened.lines) if "• 12. Letter" in line)
        notice = next(number for number, line in enumerate(opened.lines) if "not indexed" in line)
        assert here < notice
