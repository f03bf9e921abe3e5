"""The application: themes, the palette's verbs, and the reading screen on a session."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import App, SystemCommand
from textual.screen import Screen

from tgreader.errors import TgReaderError
from tgreader.reading.document.arrival import Arrival
from tgreader.reading.remembering.memory import THEME
from tgreader.reading.session import Session
from tgreader.reading.settings import load
from tgreader.tui.commands import COMMANDS, SEARCH, SEARCH_COMMANDS, keys_of
from tgreader.tui.leaving import Leaving
from tgreader.tui.screens.reading import ReadingScreen
from tgreader.tui.themes import DARK, THEMES

if TYPE_CHECKING:
    from tgreader.tui.screens.search import SearchScreen

_STARTED_AFTER = 1.0
"""Seconds. By then the panels stand, and what was made for them is no garbage either."""


class ReaderApp(Leaving):
    """Reads what a session holds.

    Args:
        session: what is open.
        first: where to begin.

    Attributes:
        settings: what `config.toml` says.
    """

    TITLE = "tgreader"
    CSS_PATH = "first.tcss"
    ENABLE_COMMAND_PALETTE = True
    AUTO_FOCUS: ClassVar[str | None] = None

    def __init__(self, session: Session, first: Arrival) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.settings = load(self.available_themes, [command.id for command in (*COMMANDS, *SEARCH_COMMANDS)])
        session.memory.wanted = self.settings.kept
        # The theme is set without its watcher, which would parse all style sheets a second time.
        kept = session.memory.setting(THEME)
        self.set_reactive(App.theme, kept if kept in self.available_themes else DARK)
        self.stylesheet.set_variables(self.get_css_variables())
        self._reading = ReadingScreen(session, first, self.settings)

    def on_mount(self) -> None:
        """The keys are as they are wanted."""
        if self.settings.keys:
            self.set_keymap(dict(self.settings.keys))

    def get_default_screen(self) -> Screen[None]:
        """The reading screen is all there is."""
        return self._reading

    async def act_on(self, event: events.Event) -> None:
        """What was said stands until the next key; the first key waits until there is a panel to say it.

        Any key waits until it is known what the document points to and whom it names, which it may ask for.
        """
        if isinstance(event, events.Key):
            await self._reading.furnish()
            self._reading.find_now()
            self._reading.hush()
            if self.screen.name == SEARCH:
                cast("SearchScreen", self.screen).hush()
        await super().act_on(event)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every verb of the screen that is worth searching for."""
        here = screen if screen.name == SEARCH else self._reading
        for command in SEARCH_COMMANDS if screen.name == SEARCH else COMMANDS:
            if command.palette:

                async def run(action: str = command.action) -> None:
                    await here.run_action(action)

                yield SystemCommand(_sentence(command.words), f"key {keys_of(command, self.settings.keys)}", run)
        yield SystemCommand("Theme", "choose the colours", self.action_change_theme)
        yield SystemCommand("Quit", "key q", self.action_quit)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def read(session: Session) -> int:
    """Open the reader on a session, where it was left or at the first document of its shelf.

    Returns:
        The exit status.

    Raises:
        TgReaderError: there is no terminal to read at.
    """
    _take_terminal()
    app = ReaderApp(session, session.begin())
    app.call_later(app.set_timer, _STARTED_AFTER, _collect_garbage)
    app.run()
    session.memory.close()
    return app.return_code or 0


def _take_terminal() -> None:
    """Where standard input is no terminal, because a document was read from it, the keys come from the terminal itself.

    Raises:
        TgReaderError: there is no terminal.
    """
    error = TgReaderError(
        "reading needs a terminal", remedy="tgreader parse prints a document, tgreader cite its citation"
    )
    if not sys.stdin.isatty():
        try:
            os.dup2(os.open("/dev/tty", os.O_RDONLY), 0)
        except OSError as reason:
            raise error from reason
    screen = sys.__stdout__ if sys.platform == "win32" else sys.__stderr__
    if screen is None or not screen.isatty():
        raise error


def _collect_garbage() -> None:
    """What was imported stays: the collector need not look at it again."""
    gc.freeze()
    gc.enable()
