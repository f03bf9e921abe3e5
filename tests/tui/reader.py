"""The reader, running without a terminal, as a test drives it and looks at it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import cast

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from tests.reading.documents import HandMadeShelf
from tgreader.model.document import Document
from tgreader.reading.remembering.memory import remembering
from tgreader.reading.session import Session
from tgreader.reading.shelf.shelf import Shelf
from tgreader.tui.app import ReaderApp
from tgreader.tui.screens.dialog import ListDialog
from tgreader.tui.screens.reading import ReadingScreen
from tgreader.tui.widgets.bars import Bar
from tgreader.tui.widgets.row_list import RowList

What = Path | str | Document
_HOPS = 3
"""A key goes from the app to the screen to a widget, and what it says back again."""
_PATIENCE = 400
"""Turns of the loop to wait for something; a turn is a few milliseconds at the most."""


class Reader:
    """A running reader.

    Attributes:
        pilot: presses keys and the mouse.
        copied: what was copied, in order.
    """

    def __init__(self, pilot: Pilot[None], copied: Sequence[str]) -> None:
        self.pilot = pilot
        self.copied = copied

    @property
    def app(self) -> ReaderApp:
        return cast("ReaderApp", self.pilot.app)

    @property
    def desk(self) -> ReadingScreen:
        return cast("ReadingScreen", self.app.screen_stack[0])

    @property
    def dialog(self) -> ListDialog:
        assert isinstance(self.app.screen, ListDialog)
        return self.app.screen

    # Doing

    async def press(self, *keys: str) -> None:
        """Press keys one after the other; all that follows from them has happened when this returns."""
        for key in keys:
            self._send(key)
            for _ in range(_HOPS):
                await self.pilot._wait_for_screen()
        await self.settle()

    async def burst(self, *keys: str) -> None:
        """Press keys faster than anything can follow from them, as when one is held down or types well."""
        for key in keys:
            self._send(key)
        await self.settle()

    async def hold(self, key: str, times: int) -> None:
        await self.burst(*[key] * times)

    async def type(self, words: str) -> None:
        await self.burst(*words)

    async def go(self, place: str) -> None:
        """Go to a place by typing it."""
        await self.press("escape", "colon")
        await self.type(place)
        await self.press("enter")

    def _send(self, key: str) -> None:
        """As Textual's own pilot does, which then waits until the whole machine has nothing to do."""
        character = key if len(key) == 1 else " " if key == "space" else None
        name = key if len(key) > 1 or key.isalnum() else _character_to_key(key)
        event = events.Key(name, character)
        event.set_sender(self.app)
        assert self.app._driver is not None
        self.app._driver.send_message(event)

    async def click(self, words: str, times: int = 1) -> None:
        """Click the first code point of words where they stand on the screen."""
        for _ in range(times):
            await self.pilot.click(offset=self.where(words))
            await self.settle()

    async def drag(self, first: tuple[int, int], last: tuple[int, int]) -> None:
        await self.pilot.mouse_down(offset=first)
        await self.pilot.hover(offset=last)
        await self.pilot.mouse_up(offset=last)
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    async def ready(self) -> None:
        """Wait until all of the first screen is there."""
        for _ in range(_PATIENCE):
            await self.settle()
            if self.desk._is_furnished and len(self.desk.reading.references) == len(self.desk.reading.blocks):
                return
        raise AssertionError("the reader does not come to rest")

    async def until(self, has_come: Callable[[], bool]) -> None:
        """Wait for something that comes while a worker is still at work."""
        for _ in range(_PATIENCE):
            if has_come():
                return
            await self.pilot.pause()
        raise AssertionError(f"it does not come:\n{self.shown}")

    async def settle(self) -> None:
        """Wait until workers are done and everything said has been drawn."""
        for worker in list(self.app.workers):
            with suppress(WorkerCancelled):  # what was broken off, as by a dialog that was closed, is done too
                await worker.wait()
        await self.pilot.pause()
        await self.until(lambda: self.app.is_at_rest)

    # Looking

    @property
    def lines(self) -> list[str]:
        """The screen, as one sees it."""
        return [strip.text for strip in self.app.screen._compositor.render_strips()]

    @property
    def shown(self) -> str:
        return "\n".join(self.lines)

    def lines_of(self, name: str) -> list[str]:
        """What a part of the screen shows."""
        region = self.app.screen.query_one(name).region
        return [line[region.x : region.right] for line in self.lines[region.y : region.bottom]]

    def words_of(self, name: str) -> str:
        """The same as running words, without bars and margins."""
        return " ".join(" ".join(self.lines_of(name)).replace("▌", " ").split())

    def where(self, words: str) -> tuple[int, int]:
        """Where words stand on the screen, as (x, y)."""
        found = [(line.index(words), y) for y, line in enumerate(self.lines) if words in line]
        assert found, f"{words!r} is not on the screen:\n{self.shown}"
        return found[0]

    @property
    def place(self) -> tuple[str, str]:
        """The bar at the top."""
        return self.desk.query_one("#place", Bar).said

    @property
    def status(self) -> str:
        """The right of the bar at the foot."""
        return self.desk.query_one("#status", Bar).said[1]

    @property
    def said(self) -> str:
        """The notice."""
        return self.desk.notice.said

    @property
    def notes(self) -> list[str]:
        """The labels of the notes beside the text."""
        return [shown.note.label for shown in self.desk.notes.notes]

    @property
    def references(self) -> list[str]:
        """The entries of the navigator."""
        return [row.title for row in self.desk.navigator.rows]

    @property
    def rows(self) -> list[str]:
        """The entries of the dialog."""
        return [row.title for row in self.dialog.query_one(RowList).rows]

    @property
    def contents(self) -> list[str]:
        """The lines of the contents, without dates and pages; nothing where they are not shown."""
        if not self.desk.has_class("-contents"):
            return []
        return [row.lead + row.title for row in self.desk.contents_pane.tree_view.rows]

    @property
    def focus(self) -> str | None:
        """The pane that has the keys."""
        return self.desk.focused.id if self.desk.focused else None


def reader_app(library: Path, *what: What) -> ReaderApp:
    """The app as `tgreader PATH…` makes it; documents made by hand are taken as if they had been opened."""
    made = [one for one in what if isinstance(one, Document)]
    memory = remembering(str(library))
    shelf: Shelf = HandMadeShelf(*made) if made else Shelf([str(one) for one in what], memory.corrections())
    for _ in shelf.open_all():
        if shelf.places:
            break
    session = Session(shelf, memory)
    return ReaderApp(session, session.begin())


@asynccontextmanager
async def reading(app: ReaderApp, size: tuple[int, int], copied: Sequence[str] = ()) -> AsyncIterator[Reader]:
    """Run an app until all of it is on the screen, and hand it over."""
    async with app.run_test(size=size) as pilot:
        reader = Reader(pilot, copied)
        await reader.ready()
        yield reader
    app._reading.session.memory.close()
