"""The reader in a pseudo-terminal of its own: keys are typed at it, and its screen is read.

Nothing here waits for a time: it waits for the screen to say something, and gives up after a long while.
"""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pexpect
import pyte
from pyte.screens import Char

HOUSE = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds after which a screen that has not come will not come, on a machine busy with other things."""

# What pyte would take for text: sequences private to other terminals, with intermediates, or that set a string.
_BEYOND_PYTE = re.compile(
    rb"\x1b\[[<=>][0-?]*[ -/]*[@-~]|\x1b\[[0-?]*[ -/]+[@-~]|\x1b[P_^X].*?\x1b\\|\x1b\].*?(?:\x07|\x1b\\)", re.DOTALL
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[P_^X\]](?:(?!\x1b\\|\x07).)*)?\Z", re.DOTALL)

_UNWANTED = {
    "NO_COLOR",
    "COLUMNS",
    "LINES",
    "TMUX",
    "STY",
    "SSH_CONNECTION",
    "SSH_TTY",
    "SSH_CLIENT",
    "DISPLAY",
    "WAYLAND_DISPLAY",
}
"""What the tests' own surroundings would change in the program."""

KEYS = {
    "enter": "\r", "esc": "\x1b", "tab": "\t", "backspace": "\x7f", "down": "\x1b[B", "up": "\x1b[A",
    "right": "\x1b[C", "left": "\x1b[D", "pagedown": "\x1b[6~", "pageup": "\x1b[5~",
}  # fmt: skip


class Terminal:
    """A terminal that runs the reader.

    Args:
        arguments: the words after the program's name.
        library: the folder of the reader's own files.
        size: columns and rows.
        environment: further variables; None takes one away.
        cwd: the folder to run in.

    Attributes:
        written: all bytes that the program wrote.
    """

    def __init__(
        self,
        *arguments: str | Path,
        library: str | Path,
        size: tuple[int, int] = (110, 36),
        environment: dict[str, str | None] | None = None,
        cwd: Path = HOUSE,
    ) -> None:
        columns, rows = size
        given = {name: value for name, value in os.environ.items() if name not in _UNWANTED}
        given |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "TGREADER_LIBRARY": str(library)}
        for name, value in (environment or {}).items():
            given.pop(name, None)
            if value is not None:
                given[name] = value
        self.written = b""
        self._unread = b""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._child: pexpect.spawn = pexpect.spawn(
            sys.executable,
            ["-m", "tgreader", *map(str, arguments)],
            env=given,
            cwd=str(cwd),
            dimensions=(rows, columns),
            timeout=PATIENCE,
        )
        self._child.delaybeforesend = None

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self._child.isalive():
            self._child.kill(signal.SIGKILL)
        self._child.close(force=True)

    @property
    def rows(self) -> list[str]:
        """The screen, row by row."""
        return list(self._screen.display)

    def panes(self, divider: str = "│") -> tuple[str, str]:
        """The words left and right of the line between text and side panels, where that stands beside the text."""
        halves = [row.partition(divider) for row in self.rows if divider in row]
        left, right = (" ".join(" ".join(half[side] for half in halves).split()) for side in (0, 2))
        return left, right

    def cells(self, words: str) -> list[Char]:
        """The cells of words, where they stand last on the screen: their characters and how they are drawn."""
        y, row = next((y, row) for y, row in reversed(list(enumerate(self.rows))) if words in row)
        return [self._screen.buffer[y][row.index(words) + x] for x in range(len(words))]

    @property
    def text(self) -> str:
        """The screen's words, with single spaces."""
        return " ".join(" ".join(self.rows).split())

    def type(self, *keys: str) -> None:
        """Type keys: names of `KEYS`, or text as it is."""
        for key in keys:
            self._child.send(KEYS.get(key, key))

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        self._look()
        self._screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)

    def tell_to_end(self) -> None:
        """What the system does to a program before it goes down, and `kill`."""
        self._child.kill(signal.SIGTERM)

    def until(self, *wanted: str, no: str | None = None) -> str:
        """Wait until the screen shows all of these, and not that; returns its words."""

        def shown() -> bool:
            words = self.text
            return all(text in words for text in wanted) and (no is None or no not in words)

        return self.wait(shown, f"{wanted}" + (f" without {no!r}" if no is not None else ""))

    def wait(self, shown: Callable[[], bool], what: str) -> str:
        """Wait until something is true of the screen; returns its words."""
        end = monotonic() + PATIENCE
        while not shown():
            alive = self._look()
            if shown():
                break
            if not alive or monotonic() > end:
                why = "the program ended" if not alive else "it has not come"
                raise AssertionError(f"waited for {what}: {why}\n" + "\n".join(row.rstrip() for row in self.rows))
        return self.text

    def end(self) -> int:
        """Wait until the program has ended; returns its exit status."""
        while self._look():
            pass
        self._child.close()
        assert self._child.signalstatus is None, f"ended by signal {self._child.signalstatus}"
        assert self._child.exitstatus is not None
        return int(self._child.exitstatus)

    def _look(self) -> bool:
        """Take in what the program writes next, for a moment; False once it has ended."""
        try:
            data: bytes = self._child.read_nonblocking(65536, timeout=0.1)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.written += data
        data = self._unread + data
        unfinished = _UNFINISHED.search(data)
        self._unread = unfinished.group() if unfinished else b""
        self._stream.feed(_BEYOND_PYTE.sub(b"", data[: len(data) - len(self._unread)]))
        return True
