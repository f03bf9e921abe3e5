"""Exporting: what a list holds goes to the clipboard, or to a new file in the folder the program was started in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from tgreader.errors import TgReaderError
from tgreader.tui.screens.copying import Copying
from tgreader.tui.widgets.row_list import ListRow

Exported = tuple[str, tuple[str, ...]]
"""A text, and one sentence for each thing that could not be said in it."""

_CLIPBOARD, _FILE = "the clipboard", "a file"


class Exporting(Copying):
    """A desk from which one takes lists along."""

    def export(self, title: str, name: str, make: Callable[[], Exported], *, first: str = "") -> None:
        """Ask where to, and put it there.

        Args:
            title: what is asked.
            name: what a new file is called.
            make: makes the text; called in a thread.
            first: what stands before the text in a file, and not in the clipboard.
        """
        rows = [
            ListRow("to the clipboard", key=_CLIPBOARD),
            ListRow("to a new file in this folder", name, key=_FILE),
        ]
        self.choose(title, rows, partial(self._export, name, make, first), foot="Enter does it · Esc closes")

    def _export(self, name: str, make: Callable[[], Exported], first: str, where: object) -> None:
        if where is not None:
            work = partial(self._put, name, make, first, where)
            self.run_worker(work, name="exporting", group="exporting", exclusive=True, thread=True)

    def _put(self, name: str, make: Callable[[], Exported], first: str, where: object) -> None:
        text, missing = make()
        if where == _CLIPBOARD:
            self._copied(text, missing)
            return
        from tgreader.reading.copying.new_file import new_file

        try:
            whole = first + (text if text.endswith("\n") else text + "\n")
            lines = [f"Written to {new_file(Path.cwd(), name, whole)}", *missing]
        except TgReaderError as error:
            lines = [str(error)]
        self.app.call_from_thread(self.say, "\n".join(lines))
