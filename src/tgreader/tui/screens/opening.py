"""Open quickly: a dialog that asks, key by key, which documents may be meant."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol, cast

from textual.message import Message
from textual.widgets import Input
from textual.worker import Worker

from tgreader.errors import LibraryError
from tgreader.reading.searching.quickly import MOST, Candidate
from tgreader.tui.screens.dialog import ListDialog
from tgreader.tui.widgets.bars import Bar
from tgreader.tui.widgets.row_list import ListRow, RowList

if TYPE_CHECKING:
    from tgreader.tui.in_turn import InTurn

_HINT = "106 · memo kissinger 1969 · 22 aug 1972 · frus1969-76v39/d106"


class Finds(Protocol):
    """What finds documents; see `reading.searching.quickly.Quickly`."""

    trouble: LibraryError | None
    """Why the library cannot be looked at, where it cannot."""

    @property
    def is_whole_library(self) -> bool:
        """Whether all of the library is looked at, not what is open alone."""

    def find(self, typed: str) -> list[Candidate] | None:
        """The documents that may be meant; None where looking was broken off."""

    def interrupt(self) -> None:
        """Break off what is being looked for."""


class OpenQuickly(ListDialog):
    """Gives back the address of the document chosen, or None.

    Args:
        finds: what finds documents, asked in a thread.
    """

    LISTED = "document"

    class Came(Message):
        """The documents that may be meant by what was typed."""

        def __init__(self, typed: str, found: list[Candidate]) -> None:
            super().__init__()
            self.typed = typed
            self.found = found

    def __init__(self, finds: Finds) -> None:
        super().__init__("Open quickly", (), filtering=True, hint=_HINT, foot="Enter opens · Esc closes")
        self._finds = finds
        self._listed: str | None = None
        self._is_chosen = False
        self._last: Worker[None] | None = None

    def on_mount(self) -> None:
        """What is open is listed at first."""
        super().on_mount()
        self.typed("")

    def typed(self, words: str) -> None:
        """Ask what may be meant by it; what was asked before is asked no more."""
        self.workers.cancel_group(self, "opening")
        self._finds.interrupt()
        self._is_chosen = False
        work = partial(self._find, words)
        self._last = self.run_worker(work, name="opening quickly", group="opening", thread=True)

    def filtered(self, rows: Sequence[ListRow], typed: str) -> Sequence[ListRow]:
        """What was found is listed as it is."""
        return rows

    def _find(self, words: str) -> None:
        """In a thread."""
        found = self._finds.find(words)
        if found is not None:
            self.post_message(self.Came(words, found))

    def on_open_quickly_came(self, event: Came) -> None:
        """List what may be meant, unless something else is typed by now."""
        event.stop()
        if event.typed == self.query_one(Input).value:
            self._listed = event.typed
            over = "the library" if self._finds.is_whole_library else "what is open here"
            self.show_rows(
                [ListRow(one.title, one.facts, key=one.address) for one in event.found], f"Open quickly: {over}"
            )
            self.query_one(RowList).move_to(0)
            if self._finds.trouble is not None:
                self.query_one("#dialog-foot", Bar).say((str(self._finds.trouble), self._finds.trouble.what))
            if self._is_chosen:
                self.action_choose()
            cast("InTurn", self.app).answered(self)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """What has ended, in whatever way, is not waited for any more; what it posted has come before this."""
        if event.worker is self._last and event.worker.is_finished:
            cast("InTurn", self.app).answered(self)

    def count_words(self, shown: int, typed: str) -> str:
        """How many there are; of many, only the first are listed."""
        return f"the first {shown}" if shown >= MOST else f"{shown}"

    def action_choose(self) -> None:
        """Give back the document at the cursor; of what is still being looked for, the first when it has come."""
        self._is_chosen = self._listed != self.query_one(Input).value
        if not self._is_chosen:
            super().action_choose()
        elif self._last is not None and not self._last.is_finished:
            cast("InTurn", self.app).await_answer(self)  # what is typed next is for the document
