"""Panels, sizes, colours, help and palette; and the place, which is kept."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from rich.color import Color
from textual.screen import Screen
from textual.widgets import Input

from tests.conftest import SEEDS, OpenReader
from tests.reading.documents import document, heading, note, paragraph
from tests.tui.reader import Reader
from tgreader.library.work.work import FILE
from tgreader.tui.commands import COMMANDS
from tgreader.tui.themes import DARK, LIGHT
from tgreader.tui.widgets.row_list import RowList
from tgreader.tui.widgets.text_view import TextView

LONG = [paragraph(f"Paragraph {number} " + "word " * 60) for number in range(1, 61)]


def panes(opened: Reader) -> list[str]:
    """The panes on the screen, from left to right and top to bottom."""
    views = [(opened.desk.query_one(name).region, name) for name in ("#text", "#notes", "#references")]
    return [name for region, name in sorted(views, key=lambda view: (view[0].x, view[0].y)) if region.area]


def first_words(opened: Reader) -> str:
    """The top line of the text."""
    return opened.lines_of("#text")[0].replace("▌", " ").strip()


def widest(opened: Reader) -> int:
    """The length of the longest line of running text."""
    lines = [line.replace("▌", " ").strip() for line in opened.lines_of("#text")]
    return max(len(line) for line in lines if line.endswith("word"))


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ((160, 50), ["#text", "#notes", "#references"]),
        ((110, 36), ["#text", "#notes", "#references"]),
        ((80, 24), ["#text", "#notes"]),
        ((20, 5), ["#text"]),
    ],
)
async def test_every_size_shows_what_it_has_room_for(
    reader: OpenReader, size: tuple[int, int], shown: list[str]
) -> None:
    async with reader(SEEDS, size=size) as opened:
        assert panes(opened) == shown
        await opened.press("j")
        assert "8334." in opened.words_of("#text")
        assert all(len(line) == size[0] for line in opened.lines)


async def test_the_text_stands_in_the_middle_at_a_comfortable_measure(reader: OpenReader) -> None:
    async with reader(SEEDS, size=(200, 40)) as opened:
        await opened.press("z", *"jjjj")
        rows = [line.replace("▌", " ") for line in opened.lines_of("#text") if "▌" in line]
        starts = {len(row) - len(row.lstrip()) for row in rows}
        assert len(starts) == 1
        widest = max(len(row.strip()) for row in rows)
        assert 60 <= widest <= 72
        assert abs(starts.pop() + 36 - 100) <= 6


@pytest.mark.parametrize("width", [20, 44, 80, 99, 110])
async def test_no_word_is_clipped_at_any_width(reader: OpenReader, width: int) -> None:
    text = " ".join(f"{'word' * (number % 4)}{number}" for number in range(150))
    made = document(heading(text[:200]), paragraph(text, pages=[(300, "1325")]), number="1106A")
    async with reader(made, size=(width, 130)) as opened:
        await opened.press("z")
        shown = opened.words_of("#text").replace("|", "").replace("1325 ", "", 1)
        assert shown.replace(" ", "") == f"1106A. {text[:200]} {text}".replace(" ", "")


async def test_at_80_by_24_one_panel_is_below_the_text_and_r_changes_which(reader: OpenReader) -> None:
    async with reader(SEEDS, size=(80, 24)) as opened:
        await opened.press("j", "r")
        assert (panes(opened), opened.focus) == (["#text", "#references"], "references")
        await opened.press("r")
        assert (panes(opened), opened.focus) == (["#text", "#notes"], "text")
        await opened.press("h", "enter")
        assert opened.focus == "notes"


async def test_panels_are_shown_gone_to_and_hidden(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        seen = []
        for key in ("f", "f", "f", "f", "r", "r", "z", "z"):
            await opened.press(key)
            seen.append((key, opened.focus, panes(opened)))
        assert seen == [
            ("f", "notes", ["#text", "#notes", "#references"]),
            ("f", "text", ["#text", "#references"]),
            ("f", "notes", ["#text", "#notes", "#references"]),
            ("f", "text", ["#text", "#references"]),
            ("r", "references", ["#text", "#references"]),
            ("r", "text", ["#text"]),
            ("z", "text", ["#text"]),
            ("z", "text", ["#text"]),
        ]


async def test_z_leaves_the_text_alone_and_brings_the_panels_back(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.press("z")
        assert panes(opened) == ["#text"]
        await opened.press("z")
        assert panes(opened) == ["#text", "#notes", "#references"]


async def test_tab_goes_round_the_panes_on_the_screen(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        went = []
        for key in ("tab", "tab", "tab", "shift+tab"):
            await opened.press(key)
            went.append(opened.focus)
        assert went == ["notes", "references", "text", "references"]
        await opened.press("escape")
        assert opened.focus == "text"


async def test_resizing_keeps_the_place(reader: OpenReader) -> None:
    async with reader(document(heading("H"), *LONG), size=(110, 36)) as opened:
        await opened.press(*["space"] * 4)
        before, cursor = first_words(opened), opened.desk.text.block
        for size in ((80, 24), (40, 12), (20, 5), (160, 50), (110, 36)):
            await opened.resize(*size)
            assert opened.desk.text.block == cursor
            assert any("▌" in line for line in opened.lines_of("#text"))
        assert abs(int(before.split()[1]) - cursor) <= 1 if before.startswith("Paragraph") else True


async def test_the_measure_is_changed_and_remembered(reader: OpenReader) -> None:
    async with reader(document(heading("H"), *LONG), size=(200, 30)) as opened:
        await opened.hold("plus", 3)
        assert "84" in opened.said
        wide = widest(opened)
        await opened.hold("minus", 40)
        assert "40" in opened.said
        narrow = widest(opened)
        assert narrow <= 40 < 72 < wide <= 84
    async with reader(document(heading("H"), *LONG), size=(200, 30)) as opened:
        assert opened.desk.text.measure_of_text() == 40


async def test_light_and_dark_are_changed_and_remembered(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        assert opened.app.current_theme.dark
        background = opened.desk.styles.background
        await opened.press("T")
        assert not opened.app.current_theme.dark
        assert opened.desk.styles.background != background
    async with reader(SEEDS) as opened:
        assert not opened.app.current_theme.dark


def luminance(color: Color | None) -> float:
    """How light a colour is, as the Web Content Accessibility Guidelines reckon it."""
    assert color is not None
    parts = [part / 255 for part in color.get_truecolor()]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [DARK, LIGHT])
async def test_every_kind_of_words_in_the_text_can_be_read_in_both_themes(reader: OpenReader, theme: str) -> None:
    async with reader(SEEDS) as opened:
        opened.app.theme = theme
        await opened.settle()
        contrasts = {}
        for name in sorted(TextView.COMPONENT_CLASSES - {"text--rule"}):
            style = opened.desk.text.style_of(name)
            lighter, darker = sorted((luminance(style.color), luminance(style.bgcolor)), reverse=True)
            contrasts[name] = (lighter + 0.05) / (darker + 0.05)
        assert {name: round(value, 1) for name, value in contrasts.items() if value < 4.5} == {}


async def test_the_place_is_remembered_and_said(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        assert opened.said == ""
        await opened.press(*"jjjjjj")
    async with reader(SEEDS) as opened:
        assert opened.desk.text.block == 6
        assert "¶ 6" in opened.said
        assert opened.notes == ["5", "6"]
        await opened.press("g")
        assert (opened.desk.text.block, opened.said) == (0, "")
    async with reader(SEEDS) as opened:
        assert (opened.desk.text.block, opened.said) == (0, "")


async def test_a_broken_library_is_said_once_and_reading_goes_on(reader: OpenReader, library: Path) -> None:
    library.mkdir()
    (library / FILE).write_bytes(b"broken" * 1_000)
    async with reader(SEEDS) as opened:
        opened.desk._keep_places()
        assert "reading goes on" in opened.said
        await opened.press("j")
        opened.desk._keep_places()
        assert (opened.said, opened.notes) == ("", ["2"])


async def test_help_lists_every_command_and_does_the_one_chosen(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.press("question_mark")
        for command in COMMANDS:
            assert command.words in opened.rows
        await opened.press("q")
        assert opened.app.screen is opened.desk
        await opened.press("question_mark")
        wanted = next(command.words for command in COMMANDS if command.id == "cite")
        while opened.dialog.query_one("RowList").row.title != wanted:  # type: ignore[attr-defined]
            await opened.press("j")
        await opened.press("enter")
        assert len(opened.copied) == 1


async def test_the_palette_offers_every_verb(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        verbs = {
            command.title.casefold() for command in opened.app.get_system_commands(cast("Screen[object]", opened.desk))
        }
        for command in COMMANDS:
            if command.palette:
                assert command.words.casefold() in verbs
        assert {"theme", "quit"} <= verbs
        await opened.press("ctrl+p")
        await opened.type("copy the citation")
        await opened.press("enter")
        assert len(opened.copied) == 1
        assert opened.app.screen is opened.desk


async def test_q_quits(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.pilot.press("q")
        assert opened.app._exit


async def test_without_colour_nothing_is_coloured_and_the_cursor_is_still_seen(
    reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reader(SEEDS) as opened:
        await opened.press("j", "l")
        for strip in opened.desk._compositor.render_strips():
            for segment in strip.apply_filter(opened.app._filters[0], opened.desk.styles.background):
                for color in (segment.style and segment.style.color, segment.style and segment.style.bgcolor):
                    if color and color.triplet:
                        assert color.triplet.red == color.triplet.green == color.triplet.blue
        assert any("▌" in line for line in opened.lines_of("#text"))


async def test_moving_by_pages_and_to_the_ends(reader: OpenReader) -> None:
    async with reader(document(heading("H"), *LONG, notes=[note(1)]), size=(80, 24)) as opened:
        tops = []
        for key in ("space", "pagedown", "d", "u", "b", "pageup"):
            await opened.press(key)
            tops.append(opened.desk.text.scroll_offset.y)
        assert 0 < tops[0] < tops[1]
        assert tops[2] > tops[1] > tops[3] - 1
        assert tops[5] == 0
        await opened.press("G")
        assert opened.desk.text.block == 60
        assert opened.status.startswith("¶ 60 of 60")
        await opened.press("j")
        assert opened.desk.text.block == 60
        await opened.press("g", "k")
        assert (opened.desk.text.block, opened.desk.text.scroll_offset.y) == (0, 0)


async def test_panes_without_room_for_them_take_keys_and_stop_nothing(reader: OpenReader) -> None:
    for pane in ("r", "f"):
        async with reader(SEEDS, size=(80, 24)) as opened:
            await opened.resize(20, 5)
            await opened.press(pane, "j", "k", "enter", "escape")
            await opened.resize(80, 24)
            assert "Telegram From the Embassy" in opened.shown


@pytest.mark.parametrize("size", [(20, 5), (1, 1)])
async def test_every_key_is_survived_on_a_screen_without_room(reader: OpenReader, size: tuple[int, int]) -> None:
    keys = [key for command in COMMANDS if command.id != "quit" for key in command.keys.split(",")]
    async with reader(SEEDS, size=size) as opened:
        for pane in ("f", "r", "escape"):
            await opened.burst(*(pressed for key in keys for pressed in (pane, key, "j", "k", "escape", "escape")))
        await opened.resize(110, 36)
        assert opened.app.screen is opened.desk
        assert "Telegram From the Embassy" in opened.shown or opened.desk.text.block > 0


async def test_on_a_small_screen_the_references_give_their_room_back_with_the_keys(reader: OpenReader) -> None:
    async with reader(SEEDS, size=(80, 24)) as opened:
        assert "Notes here" in opened.shown
        await opened.press("r")
        assert ("Notes here" in opened.shown, "References" in opened.shown) == (False, True)
        await opened.press("escape")
        assert ("Notes here" in opened.shown, "References" in opened.shown) == (True, False)


@pytest.mark.parametrize("width", [20, 40, 60, 80, 110])
async def test_what_a_prompt_says_may_be_typed_has_room(reader: OpenReader, width: int) -> None:
    async with reader(SEEDS, size=(width, 24)) as opened:
        for key in ("slash", "colon"):
            await opened.press(key)
            line = opened.desk.query_one("Prompt Input", Input)
            assert line.placeholder
            assert str(line.placeholder) in opened.lines[-1]
            await opened.press("escape")


@pytest.mark.parametrize("width", [80, 160])
async def test_each_key_of_help_stands_on_the_line_of_what_it_does(reader: OpenReader, width: int) -> None:
    async with reader(SEEDS, size=(width, 50)) as opened:
        await opened.press("question_mark")
        rows = opened.dialog.query_one(RowList)
        assert [row.title for row in rows.rows if rows.measure(rows.rows.index(row)) > 1] == []
        assert "Signs" in [row.title for row in rows.rows if row.group]


async def test_nothing_of_a_panel_that_is_not_on_the_screen_is_visible(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        assert opened.desk.notes.is_visible(0)
        await opened.press("z")
        assert not opened.desk.notes.is_visible(0)
