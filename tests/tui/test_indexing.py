"""Indexing while one reads: offered once, shown, stopped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from tests.conftest import SEEDS, OpenReader
from tests.tui.reader import Reader
from tgreader.errors import LibraryError
from tgreader.reading.indexing.building import Progress, Report
from tgreader.tui.widgets.bars import Bar

HALF = Progress("b.xml", 3, 6, 10_000_000, 20_000_000, 900, 4.0)


def foot(opened: Reader) -> str:
    return opened.desk.query_one("#status", Bar).said[0]


async def test_it_is_offered_once_for_a_folder(reader: OpenReader, folder: Path) -> None:
    async with reader(folder) as opened:
        assert opened.said == "this folder is not indexed: I indexes it while you read, so that s searches all of it"
        await opened.press("escape", "j")
        assert opened.said == ""
        assert opened.desk.text.block == 1
    async with reader(folder) as opened:
        assert "indexed" not in opened.said


async def test_it_is_not_offered_where_all_is_indexed_nor_for_a_file(reader: OpenReader, volumes: Path) -> None:
    async with reader(volumes) as opened:
        assert opened.said == ""
    async with reader(volumes / "frus1969-76v40.xml") as opened:
        assert opened.said == ""


class Going:
    """Stands in for indexing: tells how far it is, and ends when it is told to or stopped."""

    def __init__(self) -> None:
        self.end = Event()
        self.begun = Event()
        self.paths: list[str] = []

    def index(
        self, paths: list[str], library: Path, progress: Callable[[Progress], None], cancelled: Callable[[], bool]
    ) -> Report:
        del library
        self.paths = paths
        progress(HALF)
        self.begun.set()
        while not self.end.wait(0.01):
            if cancelled():
                return Report(read=3, finished=False)
        return Report(read=6)

    async def seen(self, opened: Reader) -> None:
        """Wait until it goes on and is shown."""
        while not self.begun.is_set() or "50%" not in foot(opened):
            await opened.pilot._wait_for_screen()


@pytest.fixture
def going(monkeypatch: pytest.MonkeyPatch) -> Going:
    made = Going()
    monkeypatch.setattr("tgreader.reading.indexing.building.index", made.index)
    return made


async def test_one_reads_on_beside_a_bar_until_it_is_done(reader: OpenReader, going: Going) -> None:
    async with reader(SEEDS, size=(160, 50)) as opened:
        opened._send("I")
        await going.seen(opened)
        assert going.paths == [str(SEEDS)]
        assert foot(opened) == "Indexing [██████████          ] 50% · 3 of 6 files · 2.5 MB/s · 4 s left · I stops"
        for key in "jj":
            opened._send(key)
        while opened.desk.text.block != 2:
            await opened.pilot._wait_for_screen()
        assert "50%" in foot(opened)
        going.end.set()
        await opened.settle()
        assert opened.said == "indexed: 6 files read; s searches the library"
        assert foot(opened).startswith("j k paragraph")


async def test_the_same_key_stops_it(reader: OpenReader, going: Going) -> None:
    async with reader(SEEDS, size=(80, 24)) as opened:
        opened._send("I")
        await going.seen(opened)
        await opened.press("I")
        assert opened.said == "indexing stopped: what is done is kept, I goes on where it stopped"
        assert "50%" not in foot(opened)


async def test_leaving_stops_it(reader: OpenReader, going: Going) -> None:
    async with reader(SEEDS) as opened:
        opened._send("I")
        await going.seen(opened)
    assert not going.end.is_set()  # it ended, since else the reader would not have


async def test_what_cannot_be_written_is_said(reader: OpenReader, monkeypatch: pytest.MonkeyPatch) -> None:
    def index(*_: object) -> Report:
        raise LibraryError("the disk is full", "index.sqlite3", "make room")

    monkeypatch.setattr("tgreader.reading.indexing.building.index", index)
    async with reader(SEEDS) as opened:
        await opened.press("I")
        assert opened.said == "index.sqlite3: the disk is full; make room"
        await opened.press("j")
        assert opened.desk.text.block == 1


async def test_the_search_screen_shows_it_too(reader: OpenReader, going: Going) -> None:
    async with reader(SEEDS) as opened:
        await opened.press("s")
        opened._send("I")
        await going.seen(opened)
        assert "50% · 3 of 6 files" in opened.lines[0]
        await opened.press("I")
        assert "indexing stopped" in opened.shown
