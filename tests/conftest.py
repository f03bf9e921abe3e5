"""Fixtures that more than one room's tests use. Every test has a library and a clipboard of its own."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tgreader.reading.copying.clipboard import Outcome, Write

if TYPE_CHECKING:
    from tests.tui.reader import Reader

# The same examples each time: whether a change is right depends neither on luck nor on what else the machine has to do.
# `--hypothesis-profile=explore` looks for others.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=1_000)
settings.load_profile("steady")

SEEDS = Path(__file__).parents[1] / "seeds"
OpenReader = Callable[..., "AbstractAsyncContextManager[Reader]"]


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may have settings of their own."""
    monkeypatch.setenv("TGREADER_CONFIG", os.devnull)


@pytest.fixture(autouse=True)
def _connections_are_closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A test may leave a library open, as a program that is killed does; from Python 3.13 on that is warned of."""
    opened: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def remembered(*arguments: object, **options: object) -> sqlite3.Connection:
        opened.append(connect(*arguments, **(options | {"check_same_thread": False})))  # type: ignore[call-overload]
        return opened[-1]

    monkeypatch.setattr(sqlite3, "connect", remembered)
    yield
    for connection in opened:
        connection.close()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A folder for the reader's own files, not yet made."""
    return tmp_path / "library"


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is copied from now on: it goes here and nowhere else."""
    texts: list[str] = []

    def copy(
        text: str, terminal_write: Write | None, environ: Mapping[str, str], folder: Path | None = None
    ) -> Outcome:
        del terminal_write, environ, folder
        texts.append(text)
        return Outcome("confirmed", "clipboard", "Copied")

    monkeypatch.setattr("tgreader.reading.copying.clipboard.copy", copy)
    return texts


@pytest.fixture
def reader(library: Path, copied: list[str]) -> OpenReader:
    """Opens the reader on paths or documents: `async with reader(path, size=(80, 24)) as opened`."""
    from tests.tui.reader import reader_app, reading  # Textual only for those who ask for it

    def open_reader(*what: object, size: tuple[int, int] = (110, 36)) -> AbstractAsyncContextManager[Reader]:
        return reading(reader_app(library, *what), size, copied)  # type: ignore[arg-type]

    return open_reader


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three documents of one volume: 105, 106 and 107."""
    (seed,) = SEEDS.glob("*.txt")
    shutil.copytree(SEEDS, tmp_path / "papers")
    for number in (105, 107):
        text = seed.read_text(encoding="utf-8").replace("106. Telegram", f"{number}. Telegram", 1)
        (tmp_path / "papers" / f"{number}.txt").write_text(text, encoding="utf-8")
        with (tmp_path / "papers" / "tgreader.toml").open("a") as settings:
            settings.write(f'\n[documents."{number}.txt"]\nvolume = "frus1969-76v39"\n')
    return tmp_path / "papers"
