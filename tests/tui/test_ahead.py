"""The first search is not held up: what it needs is imported before it is asked for, and screens are dressed once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from tests.conftest import SEEDS
from tgreader.tui.screens.sized import wear_size

_FIRST_SEARCH = """
import asyncio, sys
from pathlib import Path
from tests.tui.reader import reader_app, reading

def ours():
    return {{name for name in sys.modules if name.startswith("tgreader")}}

async def search():
    async with reading(reader_app(Path({library!r}), {seeds!r}), (120, 40)) as opened:
        await opened.until(lambda: "tgreader.citing.catalogue" in sys.modules)
        before = ours()
        await opened.burst("s", *"berlin")
        await opened.until(lambda: opened.app.screen.name == "search" and bool(opened.app.screen.hits.hits))
        print(len(opened.app.screen.hits.hits), *sorted(ours() - before))

asyncio.run(search())
"""


def test_the_first_search_imports_nothing_more(volumes: Path, library: Path) -> None:
    code = _FIRST_SEARCH.format(library=str(library), seeds=str(SEEDS))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["5"]


class Sized(Screen[None]):
    """Remembers what it wore when it was composed."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (140, "-widest")]  # noqa: RUF012 - as Textual types it
    VERTICAL_BREAKPOINTS = [(4, "-low"), (15, "-high")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        wear_size(self)
        self.at_first = self.classes
        yield Static()


class OnSized(App[None]):
    def get_default_screen(self) -> Screen[None]:
        return Sized()


@pytest.mark.parametrize("size", [(20, 3), (20, 4), (99, 14), (100, 15), (139, 24), (140, 50)])
async def test_a_screen_wears_from_the_start_what_textual_gives_it_for_its_size(size: tuple[int, int]) -> None:
    app = OnSized()
    async with app.run_test(size=size):
        assert isinstance(app.screen, Sized)
        assert app.screen.at_first == app.screen.classes
        assert app.screen.classes
