"""Copying text to where the person at the keyboard can paste it, and saying truthfully how far it got.

A chain of links, each of which either did something it can answer for or hands on to the next:

- in tmux, tmux's own buffer, passed on by tmux to the terminal it is shown in, if it does that;
- in GNU screen, OSC 52 in pieces that screen lets through;
- over SSH nothing of this machine: its clipboard is not the one before the person;
- else this machine's clipboard, read back and compared, because the programs that set it (`xclip` on a display that
  has gone away, for one) may end without an error and without having copied anything;
- OSC 52, which a terminal never answers;
- a file.

Whatever other programs do, the chain is through in about a second.
"""

from __future__ import annotations

import base64
import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Literal

from tgreader.model.tuples import NamedTuple

Write = Callable[[str], object]

_TMUX_SECONDS = 0.4
_LOCAL_SECONDS = 0.9
# Sequences of more than 100,000 bytes are cut or dropped by common terminals; base64 makes four bytes of three.
_OSC_52_BYTES = 74_900
# The strings that screen passes through have held 256 bytes at least in every version.
_SCREEN_PIECE = 200

# Run apart, so that a clipboard program that hangs can be ended and one that complains does not write on the screen.
# Exits with 0 only where what was copied can be read back. It is read more than once, because `xclip -o` of a long text
# (one that X hands over in pieces) now and then gets nothing at all: in 3 of 100 tries on a busy machine.
_COPY_AND_READ_BACK = """
import sys, time, pyperclip
text = sys.stdin.buffer.read().decode()
pyperclip.copy(text)
for pause in (0.02, 0.04, 0.08, 0.16, 0):
    if pyperclip.paste().replace("\\r\\n", "\\n").rstrip("\\n") == text.rstrip("\\n"):
        sys.exit(0)
    time.sleep(pause)
sys.exit(1)
"""


class Outcome(NamedTuple):
    """How far a copy got.

    Attributes:
        status: `confirmed` (read back from the clipboard), `sent` (to a terminal, which does not answer), `file`, or
            `failed`.
        how: by what: `clipboard`, `tmux`, `screen`, `terminal`, `file`, or "".
        sentence: for the screen, without a stop.
        path: the file written, where that is how.
    """

    status: Literal["confirmed", "sent", "file", "failed"]
    how: str
    sentence: str
    path: Path | None = None


def copy(text: str, terminal_write: Write | None, environ: Mapping[str, str], folder: Path | None = None) -> Outcome:
    """Copy text by the first link of the chain that works here.

    Blocks for about a second at the most: call it from a worker.

    Args:
        text: what to copy.
        terminal_write: writes to the terminal, as it is; None where there is none.
        environ: the environment: where this is run is read from it, and programs are run with it.
        folder: where the file of the last link goes; None is the platform's folder for an application's state.
    """
    text = text.encode("utf-8", "replace").decode()
    for link in _links(terminal_write, environ):
        outcome = link(text)
        if outcome is not None:
            return outcome
    too_long = terminal_write is not None and not osc_52(text)
    return _to_file(text, folder, f" ({len(text.encode()):,} bytes are too many for the terminal)" if too_long else "")


def is_remote(environ: Mapping[str, str]) -> bool:
    """Whether the person at the keyboard is at another machine."""
    return any(environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"))


def _links(write: Write | None, environ: Mapping[str, str]) -> Iterator[Callable[[str], Outcome | None]]:
    if environ.get("TMUX"):
        yield lambda text: _to_tmux(text, write, environ)
    elif environ.get("STY"):
        if write is not None:
            yield lambda text: _to_screen(text, write)
    elif not is_remote(environ):
        yield lambda text: _to_clipboard(text, environ)
    if write is not None and not environ.get("STY"):
        yield lambda text: _to_terminal(text, write)


def _to_tmux(text: str, write: Write | None, environ: Mapping[str, str]) -> Outcome | None:
    """Into tmux's buffer and on to the terminal's clipboard: by `-w`, before tmux 3.2 by a sequence passed through."""
    passed_on = _run(["tmux", "load-buffer", "-w", "-"], text, environ, _TMUX_SECONDS) is not None
    if not passed_on:
        if _run(["tmux", "load-buffer", "-"], text, environ, _TMUX_SECONDS) is None:
            return None
        passed_on = _passed_through(text, write)
    elif (_run(["tmux", "show-options", "-sv", "set-clipboard"], "", environ, _TMUX_SECONDS) or "").strip() == "off":
        passed_on = False
    if _run(["tmux", "show-buffer"], "", environ, _TMUX_SECONDS) != text:
        return Outcome("sent", "tmux", "Sent to tmux and the terminal (not confirmed)")
    further = (
        "sent on to the terminal (not confirmed)" if passed_on else "this tmux does not pass it on to the terminal"
    )
    return Outcome("sent", "tmux", f"In tmux's buffer; {further}")


def _passed_through(text: str, write: Write | None) -> bool:
    """Whether OSC 52 was written to tmux as a sequence that it hands to the terminal as it is."""
    sequence = osc_52(text).replace("\x1b", "\x1b\x1b")
    return bool(sequence and write and _written(f"\x1bPtmux;{sequence}\x1b\\", write, "tmux"))


def _run(
    command: list[str], text: str, environ: Mapping[str, str], seconds: float, *, heard: bool = True
) -> str | None:
    """What a program prints, or None where it is missing, fails or takes too long.

    Unless `heard`, what it prints is not read: a program that stays in the background would hold the pipe open.
    """
    try:
        process = subprocess.Popen(  # noqa: S603 - a fixed command, and no shell
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE if heard else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=dict(environ),
            start_new_session=True,
        )
    except OSError:
        return None
    with process:
        try:
            printed, _ = process.communicate(text.encode(), timeout=seconds)
        except (OSError, subprocess.TimeoutExpired):
            _end(process)
            return None
    return (printed or b"").decode("utf-8", "replace") if process.returncode == 0 else None


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process that we started, and what it started in its own session."""
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)


def _to_screen(text: str, write: Write) -> Outcome | None:
    """OSC 52 inside device control strings, which screen hands to the terminal as they are."""
    sequence = osc_52(text)
    if not sequence:
        return None
    pieces = (sequence[at : at + _SCREEN_PIECE] for at in range(0, len(sequence), _SCREEN_PIECE))
    return _written("".join(f"\x1bP{piece}\x1b\\" for piece in pieces), write, "screen")


def _to_terminal(text: str, write: Write) -> Outcome | None:
    sequence = osc_52(text)
    return _written(sequence, write, "terminal") if sequence else None


def _written(sequence: str, write: Write, how: str) -> Outcome | None:
    try:
        write(sequence)
    except (OSError, ValueError):
        return None
    return Outcome("sent", how, "Sent to the terminal (not confirmed)")


def osc_52(text: str) -> str:
    """The control sequence that sets a terminal's clipboard (xterm's OSC 52), or "" where the text is too long.

    It ends in BEL, not in ST, so that it can stand inside a device control string.
    """
    data = text.encode()
    return "" if len(data) > _OSC_52_BYTES else f"\x1b]52;c;{base64.b64encode(data).decode('ascii')}\a"


def _to_clipboard(text: str, environ: Mapping[str, str]) -> Outcome | None:
    """This machine's clipboard, by pyperclip; only what was read back is called copied.

    `-P` keeps the folder that is being read, which may hold a `pyperclip.py` of its own, off the import path.
    """
    command = [sys.executable, "-P", "-c", _COPY_AND_READ_BACK]
    done = _run(command, text, environ, _LOCAL_SECONDS, heard=False)
    return None if done is None else Outcome("confirmed", "clipboard", "Copied")


def _to_file(text: str, folder: Path | None, why: str) -> Outcome:
    """The state folder's `clipboard.txt`; where that cannot be written, a new temporary file."""
    for write in (_to_state_file, _to_temporary_file):
        try:
            path = write(text, folder)
        except OSError as error:
            reason = error.strerror or str(error)
            continue
        return Outcome("file", "file", f"Written to {path}{why}", path)
    return Outcome("failed", "", f"Not copied: no file could be written either ({reason}){why}")


def _to_state_file(text: str, folder: Path | None) -> Path:
    if folder is None:
        from platformdirs import user_state_path

        folder = user_state_path("tgreader", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "clipboard.txt"
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def _to_temporary_file(text: str, folder: Path | None) -> Path:
    handle, name = tempfile.mkstemp(".txt", "tgreader-")
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return Path(name)
