"""Reading many documents for what they point to: in a thread, with words about how far it has got, until Esc."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import monotonic

from textual.worker import get_current_worker

from tgreader.tui.screens.finding import Finding

Show = Callable[[], None]
"""What is to be done with what was read, on the screen's own thread."""

_GROUP = "reading references"
BEGUN = ("reading …",)
"""What is said of a list until something has been read: that there is nothing in it is not known yet."""
_TELL_EVERY = 0.2
"""Seconds between words about how far a reading has got."""


class LongReading(Finding):
    """A desk at which many documents are read while one goes on reading one of them.

    Attributes:
        progress: how far the present reading has got, from the fullest words to the shortest; else empty.
    """

    progress: tuple[str, ...] = ()
    _told = 0.0

    def start_reading(self, work: Callable[[], Show | None], progress: tuple[str, ...] = ()) -> None:
        """Do something in a thread, instead of what was being done there.

        Args:
            work: what to do; it calls `tell_progress` for each document, and gives None where it broke off.
            progress: what is said until it tells how far it has got.
        """
        self.progress, self._told = progress, monotonic()
        self.run_worker(partial(self._read, work), name="reading references", group=_GROUP, exclusive=True, thread=True)

    def _read(self, work: Callable[[], Show | None]) -> None:
        show = work()
        if show is not None and not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show_read, show)

    def _show_read(self, show: Show) -> None:
        self.progress = ()
        show()

    def tell_progress(self, done: int, total: int) -> bool:
        """Say now and then, from the thread, how many documents of how many were read; whether to go on."""
        if get_current_worker().is_cancelled:
            return False
        if monotonic() - self._told > _TELL_EVERY:
            self._told = monotonic()
            read = f"{done:,} of {total:,} read"
            self.app.call_from_thread(self.show_progress, (f"{read} · Esc stops", read))
        return True

    def show_progress(self, words: tuple[str, ...]) -> None:
        """Say how far a reading has got."""
        self.progress = words
        self.sync()

    def stop_reading(self) -> bool:
        """Stop what is being read; whether anything was."""
        running = [worker for worker in self.workers if worker.group == _GROUP and worker.is_running]
        for worker in running:
            worker.cancel()
        self.progress = ()
        return bool(running)
