"""The reading screen: a desk with everything that is done at it, and the files that are still being opened."""

from __future__ import annotations

from time import monotonic
from typing import ClassVar

from textual.binding import BindingType
from textual.worker import get_current_worker

from tgreader.reading.remembering.memory import THEME
from tgreader.tui.ahead import import_ahead
from tgreader.tui.commands import COMMANDS, Command, bound
from tgreader.tui.screens.browsing import Browsing
from tgreader.tui.screens.indexing import Indexing
from tgreader.tui.screens.naming import Naming
from tgreader.tui.screens.recalling import Recalling
from tgreader.tui.screens.recognising import Recognising
from tgreader.tui.screens.registering import Registering
from tgreader.tui.screens.visiting import Visiting

_TELL_EVERY = 0.2
_KEEP_EVERY = 1.0
"""Seconds. So often the reader's place is kept, if it is another; and on leaving."""


class ReadingScreen(Recalling, Visiting, Registering, Indexing, Browsing, Naming, Recognising):
    """Reads the documents of a session."""

    BINDINGS: ClassVar[list[BindingType]] = [*bound(COMMANDS)]

    async def furnished(self) -> None:
        """List what is open; open the other files meanwhile."""
        await super().furnished()
        self.set_interval(_KEEP_EVERY, self._keep_places)
        self.app.theme_changed_signal.subscribe(self, lambda theme: self.session.memory.keep_setting(THEME, theme.name))
        shelf = self.session.shelf
        if len(shelf.files) > 1:
            await self.action_contents()  # at once: a key that is typed already may be for them
            self.offer_to_index()
        if shelf.problems:
            self._tell_problems()
        if self.settings.trouble is not None:
            self.say_also(str(self.settings.trouble))
        if len(shelf.files) > 1:
            self.run_worker(self._open_files, name="opening files", thread=True)
        self.call_after_refresh(import_ahead, self.app)

    def _keep_places(self) -> None:
        """Keep where the reader is; say what cannot be kept."""
        self._keep_place()
        if self.session.notebook.was_changed():
            self.read_own()
        memory = self.session.memory
        if memory.trouble is not None and self.query("Notice"):  # on leaving there is nobody to tell any more
            self.say_also(str(memory.trouble))
            memory.trouble = None

    def _keep_place(self) -> None:
        memory, reading, block = self.session.memory, self.reading, self.left_at
        memory.leave(reading.document, block)
        self.session.keep_way()
        self.session.history.be_at(reading.document, reading.address(block), reading.page_at(block))

    async def action_history(self) -> None:
        """The documents looked at, and this one, however short a time it has been looked at."""
        self._keep_place()
        await super().action_history()

    def on_unmount(self) -> None:
        """Keep the place on leaving."""
        self._keep_place()

    def hush(self) -> None:
        """A notice stands until the next key."""
        if self._is_furnished:
            self.notice.hush()

    def _open_files(self) -> None:
        worker, told = get_current_worker(), monotonic()
        for done in self.session.shelf.open_all():
            if worker.is_cancelled:
                return
            if monotonic() - told > _TELL_EVERY:
                told = monotonic()
                self.app.call_from_thread(self._tell_opened, done)
        self.app.call_from_thread(self._tell_opened, None)

    def _tell_opened(self, done: int | None) -> None:
        """Say how many files are open; None: all."""
        shelf = self.session.shelf
        self.more_contents("" if done is None else f"{done:,} of {len(shelf.files):,} files opened")
        if done is None:
            self.find_references()
            if shelf.problems:
                self._tell_problems()

    def _tell_problems(self) -> None:
        problems = self.session.shelf.problems
        more = f"\nand {len(problems) - 3:,} more: tgreader parse lists them" if len(problems) > 3 else ""
        self.say("\n".join(str(problem) for problem in problems[:3]) + more)

    def action_help(self) -> None:
        """Show the keys and the signs."""
        from tgreader.tui.screens.keys import SIGNS, KeysDialog

        self.app.push_screen(KeysDialog(COMMANDS, self.settings.keys, SIGNS), self._run_if_chosen)

    def _run_if_chosen(self, chosen: object) -> None:
        if isinstance(chosen, Command):
            self.call_later(self.run_action, chosen.action)

    def action_light_or_dark(self) -> None:
        """Change between the light and the dark theme."""
        from tgreader.tui.themes import DARK, LIGHT

        self.app.theme = LIGHT if self.app.current_theme.dark else DARK
