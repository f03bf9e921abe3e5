"""The basket: what was cited, and what can be done with it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.conftest import SEEDS, OpenReader
from tests.tui.reader import Reader


def numbers(texts: list[str]) -> list[str]:
    """The documents cited, by their numbers."""
    return [found[1] for text in texts if (found := re.search(r"Document (\d+)", text))]


async def cite_all(opened: Reader) -> None:
    """Cite 106, 105 and 106 again, 107 last, from the folder of three."""
    for number in ("106", "105", "106", "107"):
        await opened.press("colon", *number, "enter", "c")


async def choose(opened: Reader, title: str) -> None:
    """Choose the row with that title."""
    await opened.press("g", *"j" * opened.rows.index(title), "enter")


async def test_it_says_so_when_it_is_empty(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.press("B")
        assert "nothing is in the basket" in opened.said


async def test_what_was_cited_is_there_sorted_and_once(reader: OpenReader, folder: Path) -> None:
    async with reader(folder) as opened:
        await opened.press("escape")
        await cite_all(opened)
        await opened.press("B")
        assert numbers(opened.rows) == ["105", "106", "107"]


async def test_quotations_and_chosen_styles_are_cited_too(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.press(*"jjj", "y", "B")
        assert [row.rpartition(", ")[2] for row in opened.rows] == ["p. 325."]
        await opened.press("escape", *"jjjjj", "C", "enter", "B")
        assert [row.rpartition(", ")[2] for row in opened.rows] == ["p. 325.", "p. 326."]


async def test_two_paragraphs_of_a_page_are_one_citation(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.press(*"jj", "c", "j", "c", "B")
        assert opened.copied[0] == opened.copied[1]
        assert len(opened.rows) == 1
        await opened.press("x")
        assert "nothing is in the basket" in opened.said


async def test_it_lasts_beyond_the_session_with_all_that_is_known(reader: OpenReader, folder: Path) -> None:
    async with reader(folder) as opened:
        await opened.press("escape", "C", "j", "enter")
        (cited,) = opened.copied
        assert "Embassy in the Soviet Union to the Department of State" in cited
    async with reader(folder / "107.txt") as again:
        await again.press("B")
        assert again.rows == [cited]
        await again.press("enter")  # its file is opened
        assert again.desk.reading.document.number == "106"
        await again.press("ctrl+o")
        assert again.desk.reading.document.number == "107"
    (folder / "000_bdb90119f2881e15.txt").unlink()
    async with reader(folder / "107.txt") as without:
        await without.press("B")
        (row,) = without.rows
        assert "doc. 106" in row
        assert "Embassy" not in row


async def test_enter_goes_there(reader: OpenReader, folder: Path) -> None:
    async with reader(folder) as opened:
        await opened.press("escape")
        await cite_all(opened)
        await opened.press("B")
        await opened.press("j", "enter")
        assert opened.desk.reading.document.number == "106"


async def test_a_loose_file_of_unknown_volume(
    reader: OpenReader, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "tgreader.toml").unlink()
    monkeypatch.chdir(folder)
    async with reader("105.txt", "107.txt") as opened:
        await opened.press("escape", "c", "right_square_bracket", "B")
        await opened.press("enter")
        assert opened.desk.reading.document.number == "105"
    monkeypatch.chdir(folder.parent)
    async with reader(Path(folder.name) / "107.txt", Path(folder.name) / "105.txt") as opened:
        await opened.press("escape", "B")
        await opened.press("enter")
        assert opened.desk.reading.document.number == "105"


async def test_one_is_removed(reader: OpenReader, folder: Path) -> None:
    async with reader(folder) as opened:
        await opened.press("escape")
        await cite_all(opened)
        await opened.press("B")
        await opened.press("j", "x")
        assert numbers(opened.rows) == ["105", "107"]
        await opened.press("enter")
        assert opened.desk.reading.document.number == "107"
    async with reader(folder) as again:
        await again.press("escape", "B")
        assert numbers(again.rows) == ["105", "107"]


async def test_it_is_exported_to_the_clipboard(reader: OpenReader, folder: Path) -> None:
    async with reader(folder) as opened:
        await opened.press("escape")
        await cite_all(opened)
        await opened.press("B")
        await opened.press("e")
        await choose(opened, "csl-json")
        await opened.press("enter")
        assert [item["number"] for item in json.loads(opened.copied[-1])] == ["105", "106", "107"]
        assert "Copied" in opened.said


async def test_it_is_exported_to_a_file_that_is_not_there_yet(
    reader: OpenReader, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "citations.bib").write_text("mine")
    monkeypatch.chdir(tmp_path / "work")
    async with reader(folder) as opened:
        await opened.press("escape")
        await cite_all(opened)
        for _ in range(2):
            await opened.press("B")
            await opened.press("e")
            await choose(opened, "bibtex")
            await opened.press("j", "enter")
        assert str(tmp_path / "work" / "citations-3.bib") in opened.said.replace("\n", "")
    assert (tmp_path / "work" / "citations.bib").read_text() == "mine"
    written = (tmp_path / "work" / "citations-2.bib").read_text("utf-8")
    assert written == (tmp_path / "work" / "citations-3.bib").read_text("utf-8")
    assert written.count("@") == 3
    assert written.index("d105") < written.index("d106") < written.index("d107")


async def test_a_folder_that_cannot_be_written_is_said(
    reader: OpenReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reader(SEEDS) as opened:
        monkeypatch.setattr("tgreader.tui.screens.exporting.Path.cwd", lambda: tmp_path / "gone")
        await opened.press("c", "B")
        await opened.press("e", "enter", "j", "enter")
        assert "cannot be written" in opened.said
        assert "copy it instead" in opened.said


async def test_where_nothing_can_be_kept_citing_goes_on(reader: OpenReader, library: Path) -> None:
    library.write_text("in the way")
    async with reader(SEEDS) as opened:
        await opened.press("c", "c")
        await opened.press("B")
        assert len(opened.copied) == 2
        assert "nothing is in the basket" in opened.said
