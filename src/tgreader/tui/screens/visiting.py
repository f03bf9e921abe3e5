"""The place on the web: its address is always shown, opened in a browser if one is there, and copied if wanted."""

from __future__ import annotations

import os
from functools import partial

from tgreader.model.address import Address
from tgreader.model.inline import Reference
from tgreader.tui.screens.copying import Copying
from tgreader.tui.screens.peeking import Peeking


class Visiting(Peeking, Copying):
    """A desk from which one visits the Office's site."""

    def action_web(self) -> None:
        """Show the web address of what is pointed to here, else of this place, and open it; a second time, copy it."""
        from tgreader.citing.citation import web_address

        pointed = self._peeked or self.pointed()
        target = pointed.target if isinstance(pointed, Reference) else pointed
        address = web_address(target or self._place_on_the_web())
        if not address:
            self.say("this document is of no known volume: it has no web address (a tgreader.toml names its volume)")
        elif self.notice.said_before.startswith(address):
            self._copy(address, ())
        else:
            self.say(f"{address}\nw again copies it")
            work = partial(self._show_in_browser, address)
            self.run_worker(work, name="asking a browser", group="web", exclusive=True, thread=True)

    def _place_on_the_web(self) -> Address:
        """The note at the cursor, else the document."""
        if self.view is self.notes and self.notes.note:
            return self.reading.document.address.at_note(self.notes.note.note.label)
        return self.reading.document.address

    def _show_in_browser(self, address: str) -> None:
        from tgreader.reading.copying.browser import show

        outcome = show(address, os.environ)
        self.app.call_from_thread(self._tell_visited, address, outcome)

    def _tell_visited(self, address: str, outcome: str) -> None:
        if self.notice.said.startswith(address):  # else the reader has gone on meanwhile
            self.say(f"{address}\n{outcome} · w again copies it")
