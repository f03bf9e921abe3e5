"""A copy beside its volume, on the screen: it gains its date while one reads, and says from where."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from tests.conftest import SEEDS, OpenReader
from tests.reading.shelf.test_same_words import SEED, VOLUME, tei_of_the_seed, written
from tests.tui.reader import Reader
from tgreader.model.document import Document
from tgreader.reading.shelf import same_words
from tgreader.reading.shelf.shelf import Shelf
from tgreader.tui.screens import recognising


async def told(opened: Reader) -> None:
    """Wait until the copy has been recognised: the file of its volume is opened, then its words are compared."""
    for _ in range(100):
        if opened.desk.reading.document.faults:
            return
        await opened.settle()
    raise AssertionError("the copy is not recognised")


async def test_it_is_cited_as_what_it_is(reader: OpenReader, tmp_path: Path) -> None:
    (tmp_path / SEED.name).write_bytes(SEED.read_bytes())
    written(tmp_path, tei_of_the_seed())
    async with reader(tmp_path) as opened:
        await opened.press("escape")
        await told(opened)
        await opened.press("c")
        assert opened.copied[-1].endswith("(Washington: Government Printing Office, 2008), Document 106.")


@pytest.mark.parametrize("is_named", [False, True])
async def test_the_seed_gains_its_date_and_says_so(reader: OpenReader, tmp_path: Path, is_named: bool) -> None:
    (tmp_path / SEED.name).write_bytes(SEED.read_bytes())
    written(tmp_path, tei_of_the_seed())
    if is_named:
        (tmp_path / "tgreader.toml").write_bytes((SEEDS / "tgreader.toml").read_bytes())
    async with reader(tmp_path) as opened:
        await opened.press("escape")
        await told(opened)
        assert opened.desk.reading.document.path.endswith(SEED.name)
        assert "Moscow, August 22, 1972, 1135Z." in opened.words_of("#text")
        assert opened.place[1] == "p. 324"
        await opened.press(*"jj")
        assert opened.notes == ["2"]
        await opened.press("right_square_bracket")
        assert opened.desk.reading.document.format == "tei"
        await opened.press("left_square_bracket")
        await told(opened)
        assert f"these are the words of {VOLUME}/d106" in opened.said
        assert opened.desk.text.block == 2
        await opened.press("l", "x")
        assert "this file says itself" in opened.said


async def test_alone_it_is_as_it_was(reader: OpenReader) -> None:
    async with reader(SEED) as opened:
        assert "August 22" not in opened.words_of("#text")
        assert opened.said == ""


async def test_comparing_that_takes_long_says_how_far_it_is_and_escape_stops_it(
    reader: OpenReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / SEED.name).write_bytes(SEED.read_bytes())
    written(tmp_path, tei_of_the_seed())
    going, stopped = Event(), Event()
    monkeypatch.setattr(same_words, "recognised", lambda *_: None)
    monkeypatch.setattr(recognising, "_TELL_AFTER", 0)
    async with reader(tmp_path) as opened:

        def slow(_shelf: Shelf, _document: Document, go_on: same_words.Go) -> None:
            assert go_on(40, 100)
            going.wait(30)
            if not go_on(41, 100):
                stopped.set()

        monkeypatch.setattr(same_words, "recognised", slow)
        await opened.press("escape")
        opened.desk.find_references()
        for _ in range(400):
            await opened.pilot.pause(0.01)
            if opened.said:
                break
        assert opened.said == "is this a copy of a document that is open? 40 of 100 compared · Esc stops"
        opened._send("escape")
        await opened.pilot.pause()
        going.set()
        await opened.settle()
        assert opened.said == "stopped: this copy is read as it is"
        assert stopped.is_set()
