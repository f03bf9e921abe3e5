"""Where the reader was, and taking the notebook along: out of the reader and into it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import SEEDS, OpenReader
from tests.tui.test_annotating import write


async def test_the_history_leads_to_where_the_reader_was(reader: OpenReader, folder: Path) -> None:
    async with reader(folder) as opened:
        await opened.press("escape", "j", "j")
        opened.desk._keep_places()
        await opened.press("colon", *"107", "enter", "j")
        opened.desk._keep_places()
        await opened.press("H")
        assert [row.partition(". ")[0][-3:] for row in opened.rows] == ["107", "106"]
        await opened.press("down", "enter")
        assert (opened.desk.reading.document.number, opened.desk.text.block) == ("106", 2)
        await opened.press("ctrl+o")
        assert (opened.desk.reading.document.number, opened.desk.text.block) == ("107", 1)
    async with reader(SEEDS) as elsewhere:  # none of those documents is open now
        await elsewhere.press("H")
        await elsewhere.type("107.")
        await elsewhere.press("enter")
        assert (elsewhere.desk.reading.document.number, elsewhere.desk.text.block) == ("107", 1)


async def test_a_file_that_is_gone_is_said(reader: OpenReader, folder: Path) -> None:
    async with reader(folder / "107.txt") as opened:
        opened.desk._keep_places()
    (folder / "107.txt").unlink()
    async with reader(SEEDS) as again:
        await again.press("H")
        await again.type("107.")
        await again.press("enter")
        assert "107.txt" in again.said
        assert again.desk.reading.document.number == "106"


async def test_nothing_read_yet(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        opened.desk.session.history.visits = list  # type: ignore[method-assign]
        await opened.press("H")
        assert "nothing was read yet" in opened.said


async def test_restarting_in_a_folder_goes_on_where_the_reader_was(reader: OpenReader, folder: Path) -> None:
    async with reader(folder) as opened:
        await opened.press("escape", "colon", *"107", "enter", "j", "j")
    async with reader(folder) as again:
        assert (again.desk.reading.document.number, again.desk.text.block) == ("107", 2)
        await again.press("escape", "ctrl+o")
        assert again.desk.reading.document.number == "106"


@pytest.mark.parametrize("form", ["markdown", "csv", "json"])
async def test_what_is_exported_is_imported_elsewhere(
    reader: OpenReader, form: str, tmp_path: Path, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    async with reader(SEEDS) as opened:
        await opened.press("j")
        await write(opened, "my words", "mbfr")
        await opened.press("A", "e")
        await opened.press(*"j" * opened.rows.index(form), "enter", "j", "enter")
        (file,) = (tmp_path / "work").iterdir()
        assert str(file) in opened.said.replace("\n", "")
    assert "Document 106" in file.read_text("utf-8")
    library.rename(tmp_path / "old library")
    async with reader(SEEDS) as again:
        await again.press("j", "m", "M", "i")
        await again.type(str(file))
        await again.press("enter")
        assert "1 mark or annotation added" in again.said
        assert [placed.annotation.words for placed in again.desk.own] == ["my words", ""]
        assert "1 of 6 in document · ✎ 1" in again.shown
        await again.press("f", "j")
        assert "✎ my words #mbfr" in again.words_of("#notes")


async def test_exporting_to_the_clipboard(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.press("j")
        await write(opened, "my words")
        await opened.press("A", "e")
        await opened.press(*"j" * opened.rows.index("json"), "enter", "enter")
        (whole,) = map(json.loads, opened.copied)
        assert [one["words"] for one in whole["annotations"]] == ["my words"]
        assert whole["annotations"][0]["citation"].endswith("Document 106.")


async def test_a_file_that_is_no_notebook_is_refused(reader: OpenReader, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[]")
    (tmp_path / "a").write_text("{}")
    async with reader(SEEDS) as opened:
        await opened.press("m")
        for name, said in (
            ("a.json", "is no notebook"),
            ("b.json", "cannot be read (no such file"),
            ("a", "no format"),
        ):
            await opened.press("M", "i")
            await opened.press("ctrl+u")
            await opened.type(str(tmp_path / name))
            await opened.press("enter")
            assert said in opened.said


async def test_a_list_that_words_leave_nothing_of_says_so(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.press("H")
        await opened.type("zaire")
        assert opened.rows == ["no line holds “zaire”"]
        await opened.press("enter")
        assert opened.rows, "there is nothing to choose"
        await opened.press("escape", "t", "slash")
        await opened.type("zaire")
        assert [line.strip() for line in opened.contents] == ["no line holds “zaire”"]
        await opened.press("escape", "escape", "o")
        await opened.type("zaire")
        assert opened.rows == ["no document holds “zaire”"]
