"""What is indexed and not open: followed, peeked at, and looked through for what cites a thing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.conftest import OpenReader
from tests.library.volumes import indexed, written
from tgreader.library.index.schema import FILE

HERE, THERE = "frus1969-76v39", "frus1969-76v40"
CITING = """<head>{number}. Memorandum</head><p>A beginning.</p>
    <p>See <ref target="{volume}#d{other}fn1">footnote 1, Document {other}, vol. {roman}</ref>, and
    <ref target="{volume}#d{other}">Document {other}</ref> there.<note n="1">Telegram 9 from Bonn.</note></p>"""


@pytest.fixture
def volumes(tmp_path: Path) -> Path:
    """Two volumes that cite each other, in different folders, both indexed."""
    here = CITING.format(number=1, volume=THERE, other=2, roman="XL")
    there = CITING.format(number=2, volume=HERE, other=1, roman="XXXIX")
    written(tmp_path / "here", HERE, [here], first=1)
    written(tmp_path / "there", THERE, [there], first=2)
    indexed(tmp_path / "library", tmp_path / "here", tmp_path / "there")
    return tmp_path


async def test_a_reference_into_a_volume_that_is_not_open_opens_it(reader: OpenReader, volumes: Path) -> None:
    async with reader(volumes / "here" / f"{HERE}.xml") as opened:
        desk = opened.desk
        await opened.press("escape")
        if desk.reading.document.number != "1":
            await opened.press("colon")
            await opened.type("1")
            await opened.press("enter")
        await opened.press("j", "j", "p")
        assert opened.words_of("#peek").startswith("2. Memorandum 1 Telegram 9 from Bonn.")
        assert len(desk.session.shelf.files) == 2
        await opened.press("enter")
        assert str(desk.reading.document.address) == f"{THERE}/d2"
        assert desk.notes.note is not None
        assert desk.notes.note.note.label == "1"
        assert desk.active is not None
        await opened.press("ctrl+o")
        assert str(desk.reading.document.address) == f"{HERE}/d1"


async def test_what_cites_it_is_told_from_the_index_and_gone_to(reader: OpenReader, volumes: Path) -> None:
    async with reader(volumes / "here" / f"{HERE}.xml") as opened:
        await opened.press("escape", "colon")
        await opened.type("1")
        await opened.press("enter", "R")
        assert " ".join(opened.lines_of("#references-title")[-1].split()) == "▸ Cited by 2 in 2 volumes"
        assert opened.references[0] == "Document 1"
        assert opened.references[1].startswith("See footnote 1, Document 1, vol. XXXIX, and Document 1 there.")
        await opened.press("j", "enter")
        desk = opened.desk
        assert (str(desk.reading.document.address), desk.text.block) == (f"{THERE}/d2", 2)
        assert desk.active is not None
        assert desk.reading.document.blocks[2].text[desk.active[1].start :].startswith("Document 1 there")


async def test_what_is_indexed_and_not_open_has_the_sign_of_what_opens(reader: OpenReader, volumes: Path) -> None:
    async with reader(volumes / "here" / f"{HERE}.xml") as opened:
        await opened.press("escape", "colon")
        await opened.type("1")
        await opened.press("enter")
        assert next(one for one in opened.references if "Document 2" in one).startswith("→ ")
        await opened.press("r")
        assert "→ opens, · not here, ? in doubt" in opened.lines[-1]
        (volumes / "library" / FILE).rename(volumes / "index")
    async with reader(volumes / "here" / f"{HERE}.xml") as without:
        assert next(one for one in without.references if "Document 2" in one).startswith("· ")


@pytest.mark.parametrize("keys", [("R",), ("j", "j", "l", "enter")])
async def test_that_the_index_cannot_be_used_is_said(reader: OpenReader, volumes: Path, keys: tuple[str, ...]) -> None:
    with sqlite3.connect(volumes / "library" / FILE) as database:
        database.execute("PRAGMA user_version = 1")
    async with reader(volumes / "here" / f"{HERE}.xml") as opened:
        await opened.press("escape", "colon")
        await opened.type("1")
        await opened.press("enter", *keys)
        said = " ".join(opened.said.split())
        assert "only what is open was looked through: " in said
        assert "the index was made by an older tgreader (schema 1)" in said
        assert "tgreader index --rebuild makes it anew" in said


async def test_one_comes_back_to_the_reference_that_one_followed(reader: OpenReader, volumes: Path) -> None:
    async with reader(volumes / "here" / f"{HERE}.xml") as opened:
        desk = opened.desk
        await opened.press("escape", "colon")
        await opened.type("1")
        await opened.press("enter", "j", "j", "l", "l", "enter")
        assert str(desk.reading.document.address) == f"{THERE}/d2"
        assert f"⌫ {HERE}/d1 ¶ 2" in opened.lines[-1]
        await opened.press("j", "j", "l", "l", "enter")
        assert str(desk.reading.document.address) == f"{HERE}/d1"
        assert f"⌫ {THERE}/d2 ¶ 2 ‹ ¶ 2 · " in opened.lines[-1]
        await opened.press("ctrl+o", "ctrl+o")
        assert desk.active is not None
        assert desk.reading.blocks[2].text[desk.active[1].start :].startswith("Document 2 there")
        await opened.press("enter")
        assert str(desk.reading.document.address) == f"{THERE}/d2"


async def test_a_file_that_is_gone_from_the_library_is_said(reader: OpenReader, volumes: Path) -> None:
    (volumes / "there" / f"{THERE}.xml").unlink()
    async with reader(volumes / "here" / f"{HERE}.xml") as opened:
        await opened.press("escape", "colon")
        await opened.type("1")
        await opened.press("enter", "j", "j", "l", "enter")
        assert f"{THERE}.xml" in opened.said.replace("\n", "")
        assert str(opened.desk.reading.document.address) == f"{HERE}/d1"


async def test_an_index_that_cannot_be_read_stops_nothing(reader: OpenReader, volumes: Path) -> None:
    (volumes / "library" / FILE).write_bytes(b"no database at all, " * 400)
    async with reader(volumes / "here" / f"{HERE}.xml") as opened:
        await opened.press("escape", "colon")
        await opened.type("1")
        await opened.press("enter", "R")
        assert opened.references[0] == "Document 1"
        await opened.press("r", "j", "enter", "enter")
        assert "is not among the documents opened" in opened.said
