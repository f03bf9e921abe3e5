"""Opening a document by whatever one knows of it, key by key."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from tests.conftest import SEEDS, OpenReader
from tests.reading.documents import document, heading, session
from tests.tui.reader import Reader
from tgreader.errors import LibraryError
from tgreader.model.address import parse_address
from tgreader.reading.searching.quickly import Candidate, Quickly
from tgreader.tui.screens.opening import OpenQuickly
from tgreader.tui.widgets.bars import Bar


def title(opened: Reader) -> tuple[str, str]:
    return opened.dialog.query_one("#dialog-title", Bar).said


async def test_a_document_of_the_library_is_opened_by_what_is_typed(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS) as opened:
        await opened.burst("o", *"memo 1973")
        assert opened.rows == ["108. Memorandum of Conversation"]
        assert title(opened) == ("Open quickly: the library", "1")
        await opened.press("enter")
        assert str(opened.desk.reading.document.address) == "frus1969-76v39/d108"
        await opened.press("ctrl+o")
        assert opened.desk.reading.document.number == "106"


@pytest.mark.parametrize("typed", ["41", "d41", "1971-03-19", "mar 19 1971", "telegram 41", "frus1969-76v40/d41"])
async def test_a_number_a_date_an_address(reader: OpenReader, volumes: Path, typed: str) -> None:
    async with reader(SEEDS) as opened:
        await opened.burst("o", *typed)
        await opened.press("enter")
        assert str(opened.desk.reading.document.address) == "frus1969-76v40/d41"


async def test_over_what_is_open_where_nothing_is_indexed(reader: OpenReader, folder: Path) -> None:
    async with reader(folder) as opened:
        await opened.press("o")
        assert title(opened) == ("Open quickly: what is open here", "3")
        await opened.type("107 soviet")
        assert [row.partition(".")[0] for row in opened.rows] == ["107"]
        await opened.press("enter")
        assert opened.desk.reading.document.number == "107"


def test_words_numbers_dates_and_volumes_of_what_is_open(tmp_path: Path) -> None:
    made = [
        document(heading("Telegram From Bonn"), id="d12")._replace(date="1972-08-02"),
        document(heading("Document 12 is missing"), id="d13"),
        document(heading("Memorandum of Conversation, Ōtsu"), id="d14", volume="frus1952-54v01p1"),
    ]
    finds = Quickly(session(*made).shelf, tmp_path)

    def found(typed: str) -> list[str]:
        return [str(one.address) for one in finds.find(typed) or ()]

    assert found("12") == ["frus1969-76v39/d12", "frus1969-76v39/d13"]
    assert found("aug 2 1972") == ["frus1969-76v39/d12"]
    assert found("otsu memo") == ["frus1952-54v01p1/d14"]
    assert found("frus1952-54v01p1/d14") == ["frus1952-54v01p1/d14"]
    assert found("bonn 13") == []
    assert len(found("")) == 3


class SlowFinds:
    """Finds after it is told to; what is asked meanwhile waits."""

    is_whole_library = True
    trouble: LibraryError | None = None

    def __init__(self) -> None:
        self.go = Event()
        self.asked: list[str] = []
        self.broken_off = 0

    def find(self, typed: str) -> list[Candidate] | None:
        self.asked.append(typed)
        assert self.go.wait(20)
        return [Candidate(parse_address(f"frus1969-76v39/d{typed or 0}"), f"What {typed} means", "")]

    def interrupt(self) -> None:
        self.broken_off += 1


async def test_enter_waits_for_what_the_last_key_means(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        chosen: list[object] = []
        finds = SlowFinds()
        await opened.app.push_screen(OpenQuickly(finds), chosen.append)
        for key in ("1", "0", "7", "enter"):
            opened._send(key)
        for _ in range(20):
            await opened.pilot._wait_for_screen()
        assert chosen == []
        finds.go.set()
        await opened.settle()
        assert [str(address) for address in chosen] == ["frus1969-76v39/d107"]
        assert (finds.asked[-1], finds.broken_off >= 3) == ("107", True)
