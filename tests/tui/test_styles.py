"""The style of citations, as it is chosen in the reader and as `config.toml` has it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.conftest import SEEDS, OpenReader
from tgreader.citing.citation import STYLES
from tgreader.tui.widgets.row_list import RowList

CHICAGO = "Embassy in the Soviet Union to the Department of State"


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "config.toml"
    monkeypatch.setenv("TGREADER_CONFIG", str(file))
    return file


async def test_every_style_is_shown_with_the_citation_of_this_place(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.press(*"jjj", "C")
        rows = opened.dialog.query_one(RowList).rows
        assert [row.aside for row in rows] == list(STYLES)
        titles = {row.aside: row.title for row in rows}
        assert titles["frus"] == "Foreign Relations, 1969–1976, vol. XXXIX, Document 106, p. 325"
        assert titles["office"].startswith("Foreign Relations of the United States, 1969–1976")
        assert titles["bibtex"].startswith("@")
        assert opened.copied == []


async def test_the_style_chosen_is_copied_and_used_from_then_on(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.press("C", "j", "enter", "c", "j", "y")
        chosen, cited, quoted = opened.copied
        assert CHICAGO in chosen
        assert cited == chosen
        assert CHICAGO in quoted
        assert "Copied" in opened.said
    async with reader(SEEDS) as again:
        await again.press("g", "c", "C")
        assert CHICAGO in again.copied[-1]
        row = again.dialog.query_one(RowList).row
        assert row is not None
        assert row.aside == "chicago-note"


async def test_leaving_the_list_changes_nothing(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.press("C", "j", "escape", "c")
        (copied,) = opened.copied
        assert CHICAGO not in copied


async def test_web_address_and_day_are_switched_in_the_list_and_kept(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.press("c", "C", "u", "a", "escape", "c")
        without, printed = opened.copied
        assert "history.state.gov" not in without
        assert "history.state.gov/historicaldocuments/frus1969-76v39/d106" in printed
        assert str(date.today().year) in printed.rpartition("accessed")[2]
    async with reader(SEEDS) as again:
        await again.press("c")
        assert again.copied[-1] == printed
        await again.press("C", "u", "a", "escape", "c")
        assert again.copied[-1] == without
        await again.press("C", "j", "j", "j", "u", "enter")
        row = again.copied[-1]
        assert "history.state.gov" in row


async def test_settings_go_before_what_was_chosen_last(reader: OpenReader, config: Path) -> None:
    config.write_text("accessed = true\nurl = true\n")
    async with reader(SEEDS) as opened:
        await opened.press("C", "j", "enter")
    config.write_text('style = "office"\naccessed = true\nurl = true\ntheme = "reading-light"\nmeasure = 50\n')
    async with reader(SEEDS) as opened:
        await opened.press("c")
        assert CHICAGO not in opened.copied[-1]
        assert "history.state.gov/historicaldocuments/frus1969-76v39/d106" in opened.copied[-1]
        assert str(date.today().year) in opened.copied[-1].rpartition("accessed")[2]
        assert opened.app.theme == "reading-light"
        assert opened.desk.text.measure_wanted == 50
        await opened.press("C", "j", "enter", "c")
        assert CHICAGO in opened.copied[-1]


async def test_keys_are_those_that_are_wanted(reader: OpenReader, config: Path) -> None:
    config.write_text('[keys]\ncite = "ctrl+y,i"\nnext = "s"\n')
    async with reader(SEEDS) as opened:
        await opened.press("c")
        assert opened.copied == []
        await opened.press("ctrl+y", "i")
        assert len(opened.copied) == 2
        await opened.press("s", "s")
        assert opened.desk.text.block == 2
        await opened.press("question_mark")
        rows = {row.title: row.aside for row in opened.dialog.query_one(RowList).rows}
        assert "ctrl+y i" in rows.values()


async def test_a_key_that_was_another_command_s_is_the_one_it_is_given_to(reader: OpenReader, config: Path) -> None:
    config.write_text('[keys]\ncite = "j"\n')
    async with reader(SEEDS) as opened:
        await opened.press("j", "down")
        assert len(opened.copied) == 1
        assert opened.desk.text.block == 1


@pytest.mark.parametrize("text", ['theme = "pink"', '[keys]\nfly = "f"', "style = [", 'style = "vancouver"'])
async def test_settings_that_cannot_be_used_are_said_at_the_start(reader: OpenReader, config: Path, text: str) -> None:
    config.write_text(text)
    async with reader(SEEDS) as opened:
        assert str(config) in opened.said
        await opened.press("c")
        assert len(opened.copied) == 1
