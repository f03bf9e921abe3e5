"""Each link of the clipboard's chain, against the programs themselves or programs that lie, hang and fail."""

from __future__ import annotations

import base64
import os
import re
import select
import shutil
import stat
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from tgreader.reading.copying import clipboard
from tgreader.reading.copying.clipboard import Outcome, copy, osc_52

CITATION = "Foreign Relations of the United States, 1969–1976, Volume XXXIX, Document 106."
FOR_EVER = 120
"""Seconds. A program that sleeps so long is not waited for; what must come does so before, however busy the machine."""
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the clipboard programs faked here are those of X11")


def plain(**more: str) -> dict[str, str]:
    """An environment with no display, no multiplexer and no remote session."""
    names = ("TMUX", "STY", "SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT", "DISPLAY", "WAYLAND_DISPLAY")
    return {name: value for name, value in os.environ.items() if name not in names} | more


def decoded(written: str) -> str:
    found = re.fullmatch("\x1b]52;c;([A-Za-z0-9+/=]*)\a", written)
    assert found, repr(written)
    return base64.b64decode(found[1]).decode()


class Terminal:
    """Keeps what is written to it."""

    def __init__(self) -> None:
        self.written = ""

    def __call__(self, text: str) -> None:
        self.written += text


def program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def with_xclip(folder: Path, script: str) -> dict[str, str]:
    program(folder, "xclip", script)
    return plain(DISPLAY=":99", PATH=f"{folder}{os.pathsep}{os.environ['PATH']}")


# The local clipboard


@ON_LINUX
def test_what_is_read_back_is_called_copied(tmp_path: Path) -> None:
    held = tmp_path / "held"
    environ = with_xclip(tmp_path, f'case "$*" in *-o*) cat {held};; *) cat > {held};; esac')
    terminal = Terminal()
    assert copy(CITATION, terminal, environ, tmp_path) == Outcome("confirmed", "clipboard", "Copied")
    assert held.read_text() == CITATION
    assert terminal.written == ""


@ON_LINUX
def test_a_program_that_gives_nothing_at_first_is_asked_again(tmp_path: Path) -> None:
    held, asked = tmp_path / "held", tmp_path / "asked"
    late = f"if [ -e {asked} ]; then cat {held}; else touch {asked}; fi"
    environ = with_xclip(tmp_path, f'case "$*" in *-o*) {late};; *) cat > {held};; esac')
    terminal = Terminal()
    assert copy(CITATION, terminal, environ, tmp_path) == Outcome("confirmed", "clipboard", "Copied")
    assert asked.exists()
    assert terminal.written == ""


@ON_LINUX
@pytest.mark.parametrize(
    "script",
    [
        "cat > /dev/null; exit 0",  # says nothing and does nothing, as on a display that has gone away
        "cat > /dev/null; echo something else",
        'echo "Error: Can\'t open display: :99" >&2; exit 1',
        "exit 0",
    ],
)
def test_a_clipboard_that_lies_is_found_out(tmp_path: Path, script: str) -> None:
    terminal = Terminal()
    outcome = copy(CITATION, terminal, with_xclip(tmp_path, script), tmp_path)
    assert (outcome.status, outcome.how) == ("sent", "terminal")
    assert outcome.sentence == "Sent to the terminal (not confirmed)"
    assert decoded(terminal.written) == CITATION


@ON_LINUX
@pytest.mark.parametrize(
    ("system", "copying", "pasting", "display"),
    [("Linux", "wl-copy", "wl-paste", {"WAYLAND_DISPLAY": "wayland-9"}), ("Darwin", "pbcopy", "pbpaste", {})],
    ids=["Wayland", "macOS"],
)
def test_the_programs_of_other_systems(
    tmp_path: Path, system: str, copying: str, pasting: str, display: dict[str, str]
) -> None:
    kept = tmp_path / "kept"
    program(tmp_path, copying, f"cat > {kept}")
    program(tmp_path, pasting, f"cat {kept}")
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(f"import platform\nplatform.system = lambda: {system!r}\n")
    environ = plain(PATH=f"{tmp_path}{os.pathsep}{os.environ['PATH']}", PYTHONPATH=str(site), **display)
    assert copy(CITATION, Terminal(), environ, tmp_path) == Outcome("confirmed", "clipboard", "Copied")
    assert kept.read_text("utf-8") == CITATION
    program(tmp_path, pasting, "echo something else")
    terminal = Terminal()
    assert copy(CITATION, terminal, environ, tmp_path).status == "sent"
    assert decoded(terminal.written) == CITATION


@ON_LINUX
def test_a_clipboard_that_hangs_is_ended_within_a_second_or_so(tmp_path: Path) -> None:
    held_open = tmp_path / "fifo"
    os.mkfifo(held_open)
    reading = os.open(held_open, os.O_RDONLY | os.O_NONBLOCK)
    environ = with_xclip(tmp_path, f"exec 3> {held_open}; echo begun >&3; sleep {FOR_EVER}")
    begun = time.monotonic()
    outcome = copy(CITATION, Terminal(), environ, tmp_path)
    assert time.monotonic() - begun < FOR_EVER / 2, "it was not waited for"
    assert outcome.status == "sent"
    assert os.read(reading, 100) == b"begun\n"
    assert select.select([reading], [], [], 10)[0]
    assert os.read(reading, 100) == b"", "the program that hung, or what it started, is still there"
    os.close(reading)


@ON_LINUX
def test_a_program_in_the_folder_being_read_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pyperclip.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w').close()")
    monkeypatch.chdir(tmp_path)
    copy(CITATION, Terminal(), plain(), tmp_path)
    assert not (tmp_path / "ran").exists()


# A real display


class Display:
    """An X server of its own, without a screen.

    Attributes:
        environ: of who works at it.
    """

    def __init__(self) -> None:
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "64x64x8", "-nolisten", "tcp"]
        self._server = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as ready:
            number = ready.readline().strip() if select.select([ready], [], [], 30)[0] else ""
        assert number, "the X server did not start"
        self.environ = plain(DISPLAY=f":{number}")

    def pasted(self) -> str:
        """What any other program would paste; asked again where `xclip` gets nothing, as it may of a long text.

        It fails, too, where whoever copied has not taken the selection yet.
        """
        shown = ["xclip", "-selection", "clipboard", "-o"]
        until = time.monotonic() + 30
        while True:
            read = subprocess.run(shown, env=self.environ, capture_output=True, check=False, timeout=30)
            if read.stdout or time.monotonic() > until:
                return read.stdout.decode()

    def end(self) -> None:
        """Take the display away."""
        self._server.terminate()
        self._server.wait(30)


@pytest.fixture
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Real programs answer late on a machine with other work to do: what they do is tested, not how soon."""
    monkeypatch.setattr(clipboard, "_LOCAL_SECONDS", 30)
    monkeypatch.setattr(clipboard, "_TMUX_SECONDS", 30)


@pytest.fixture
def display(_patient: None) -> Iterator[Display]:
    for program_needed in ("Xvfb", "xclip"):
        if shutil.which(program_needed) is None:
            pytest.skip(f"{program_needed} is not installed")
    shown = Display()
    yield shown
    shown.end()


@pytest.mark.parametrize(
    "text", [CITATION, "naïve — “text”\nof two lines\n", "x" * 300_000], ids=["line", "lines", "long"]
)
def test_on_a_real_display_any_other_program_pastes_it(display: Display, tmp_path: Path, text: str) -> None:
    terminal = Terminal()
    assert copy(text, terminal, display.environ, tmp_path) == Outcome("confirmed", "clipboard", "Copied")
    assert display.pasted() == text
    assert terminal.written == ""


def test_on_a_display_that_has_died_pyperclip_alone_would_lie(display: Display, tmp_path: Path) -> None:
    display.end()
    copying = [sys.executable, "-c", "import pyperclip; pyperclip.copy('never arrives')"]
    assert subprocess.run(copying, env=display.environ, capture_output=True, check=False).returncode == 0
    terminal = Terminal()
    outcome = copy(CITATION, terminal, display.environ, tmp_path)
    assert outcome == Outcome("sent", "terminal", "Sent to the terminal (not confirmed)")
    assert decoded(terminal.written) == CITATION


def test_over_ssh_with_a_display_forwarded_that_is_not_it(display: Display, tmp_path: Path) -> None:
    kept = subprocess.run(["xclip", "-selection", "clipboard"], input=b"theirs", env=display.environ, check=True)
    assert kept.returncode == 0
    assert copy(CITATION, Terminal(), display.environ | {"SSH_TTY": "/dev/pts/0"}, tmp_path).how == "terminal"
    assert display.pasted() == "theirs"


# The terminal


def test_without_any_clipboard_the_terminal_is_asked_and_not_believed(tmp_path: Path) -> None:
    terminal = Terminal()
    outcome = copy("naïve — “text”\nof two lines", terminal, plain(SSH_TTY="/dev/pts/0"), tmp_path)
    assert outcome == Outcome("sent", "terminal", "Sent to the terminal (not confirmed)")
    assert decoded(terminal.written) == "naïve — “text”\nof two lines"


@ON_LINUX
@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"])
def test_over_ssh_the_remote_machines_clipboard_is_left_alone(tmp_path: Path, name: str) -> None:
    ran = tmp_path / "ran"
    terminal = Terminal()
    environ = with_xclip(tmp_path, f"touch {ran}; cat > /dev/null") | {name: "10.0.0.1 2 10.0.0.2 22"}
    assert copy(CITATION, terminal, environ, tmp_path).how == "terminal"
    assert not ran.exists()
    assert decoded(terminal.written) == CITATION


def test_lone_surrogates_do_not_stop_it(tmp_path: Path) -> None:
    terminal = Terminal()
    assert copy("a\udc80b", terminal, plain(SSH_TTY="x"), tmp_path).status == "sent"
    assert decoded(terminal.written) == "a?b"


@pytest.mark.parametrize("error", [OSError("gone"), ValueError("I/O operation on closed file")])
def test_a_terminal_that_cannot_be_written_to_leads_to_the_file(tmp_path: Path, error: Exception) -> None:
    def refuse(text: str) -> None:
        raise error

    outcome = copy(CITATION, refuse, plain(SSH_TTY="x"), tmp_path)
    assert outcome.status == "file"
    assert "too many" not in outcome.sentence


# The file


def test_without_a_terminal_a_file_is_written_and_its_path_shown(tmp_path: Path) -> None:
    outcome = copy(CITATION, None, plain(SSH_TTY="x"), tmp_path / "state")
    assert outcome.status == "file"
    assert outcome.path is not None
    assert outcome.path.read_text(encoding="utf-8") == CITATION
    assert outcome.sentence == f"Written to {outcome.path}"


def test_a_text_too_long_for_a_terminal_goes_to_a_file_and_says_so(tmp_path: Path) -> None:
    terminal = Terminal()
    outcome = copy("x" * 100_000, terminal, plain(SSH_TTY="x"), tmp_path)
    assert terminal.written == ""
    assert outcome.status == "file"
    assert "100,000 bytes are too many for the terminal" in outcome.sentence
    assert outcome.path is not None
    assert len(outcome.path.read_text()) == 100_000


def test_a_folder_that_cannot_be_written_leads_to_a_temporary_file(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    outcome = copy(CITATION, None, plain(SSH_TTY="x"), in_the_way)
    assert outcome.status == "file"
    assert outcome.path is not None
    assert outcome.path.read_text(encoding="utf-8") == CITATION
    outcome.path.unlink()


def test_where_nothing_can_be_written_it_says_that_nothing_was_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> tuple[int, str]:
        raise PermissionError(13, "Permission denied")

    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    outcome = copy(CITATION, None, plain(SSH_TTY="x"), in_the_way)
    assert (outcome.status, outcome.path) == ("failed", None)
    assert outcome.sentence.startswith("Not copied")


def test_the_sequence_holds_nothing_that_would_end_a_control_string() -> None:
    assert "\x1b" not in osc_52(CITATION)[1:]
    assert osc_52("x" * 75_000) == ""


# tmux


@pytest.fixture
def tmux(tmp_path: Path, _patient: None) -> Iterator[dict[str, str]]:
    """The environment inside a tmux server of its own, with one session and nobody attached."""
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    base = ["tmux", "-f", os.devnull, "-S", str(tmp_path / "s")]
    subprocess.run([*base, "new-session", "-d", "-x", "80", "-y", "24", "cat"], check=True, env=plain())
    pid = subprocess.run([*base, "display-message", "-p", "#{pid}"], check=True, env=plain(), capture_output=True)
    yield plain(TMUX=f"{tmp_path / 's'},{pid.stdout.decode().strip()},0")
    subprocess.run([*base, "kill-server"], check=False, env=plain())


def test_in_tmux_its_buffer_holds_the_text_and_nothing_more_is_claimed(tmux: dict[str, str], tmp_path: Path) -> None:
    terminal = Terminal()
    outcome = copy(CITATION + "\nsecond line — ü", terminal, tmux, tmp_path)
    assert (outcome.status, outcome.how) == ("sent", "tmux")
    assert outcome.sentence == "In tmux's buffer; sent on to the terminal (not confirmed)"
    shown = subprocess.run(["tmux", "show-buffer"], env=tmux, capture_output=True, check=True)
    assert shown.stdout.decode() == CITATION + "\nsecond line — ü"
    assert terminal.written == ""


def test_tmux_hands_the_text_to_the_terminal_it_is_shown_in(tmux: dict[str, str], tmp_path: Path) -> None:
    pexpect = pytest.importorskip("pexpect", reason="pexpect drives the terminal around tmux")
    attach = ["-S", str(tmp_path / "s"), "attach-session"]
    client = pexpect.spawn("tmux", attach, env=plain(TERM="xterm-256color"), dimensions=(24, 80), encoding="utf-8")
    try:
        client.expect("\x1b")
        begun = time.monotonic()
        while time.monotonic() - begun < FOR_EVER:  # the client is listed once tmux has its terminal
            clients = subprocess.run(["tmux", "list-clients"], env=tmux, capture_output=True, check=True)
            if clients.stdout:
                break
        copy(CITATION, Terminal(), tmux, tmp_path)
        client.expect(r"\x1b\]52;[a-z]*;([A-Za-z0-9+/=]+)(?:\a|\x1b\\)", timeout=FOR_EVER)
        assert base64.b64decode(client.match[1]).decode() == CITATION
    finally:
        client.close(force=True)


def test_a_large_text_is_whole_in_tmux(tmux: dict[str, str], tmp_path: Path) -> None:
    text = "0123456789" * 50_000
    assert copy(text, Terminal(), tmux, tmp_path).how == "tmux"
    shown = subprocess.run(["tmux", "show-buffer"], env=tmux, capture_output=True, check=True)
    assert shown.stdout.decode() == text


def test_a_tmux_that_keeps_its_buffers_to_itself_is_said_to_do_so(tmux: dict[str, str], tmp_path: Path) -> None:
    subprocess.run(["tmux", "set-option", "-s", "set-clipboard", "off"], env=tmux, check=True)
    outcome = copy(CITATION, Terminal(), tmux, tmp_path)
    assert outcome.sentence == "In tmux's buffer; this tmux does not pass it on to the terminal"
    shown = subprocess.run(["tmux", "show-buffer"], env=tmux, capture_output=True, check=True)
    assert shown.stdout.decode() == CITATION


@ON_LINUX
def test_a_tmux_before_3_2_has_the_sequence_passed_through(tmux: dict[str, str], tmp_path: Path) -> None:
    real = shutil.which("tmux")
    program(tmp_path, "tmux", f'case "$*" in "load-buffer -w"*) exit 1;; esac\nexec {real} "$@"')
    environ = tmux | {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    terminal = Terminal()
    outcome = copy(CITATION, terminal, environ, tmp_path)
    assert outcome.sentence == "In tmux's buffer; sent on to the terminal (not confirmed)"
    inner = re.fullmatch("\x1bPtmux;(.*)\x1b\\\\", terminal.written, re.DOTALL)
    assert inner
    assert decoded(inner[1].replace("\x1b\x1b", "\x1b")) == CITATION
    shown = subprocess.run(["tmux", "show-buffer"], env=tmux, capture_output=True, check=True)
    assert shown.stdout.decode() == CITATION
    assert "does not pass it on" in copy("x" * 80_000, terminal, environ, tmp_path).sentence


@ON_LINUX
@pytest.mark.parametrize("script", ["exit 1", f"sleep {FOR_EVER}", f"cat > /dev/null; sleep {FOR_EVER}"])
def test_a_tmux_that_fails_or_does_not_answer_leads_to_the_terminal(tmp_path: Path, script: str) -> None:
    program(tmp_path, "tmux", script)
    environ = plain(TMUX="/nowhere,1,0", PATH=f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    terminal = Terminal()
    begun = time.monotonic()
    outcome = copy(CITATION, terminal, environ, tmp_path)
    assert time.monotonic() - begun < FOR_EVER / 2, "it was not waited for"
    assert (outcome.status, outcome.how) == ("sent", "terminal")
    assert decoded(terminal.written) == CITATION


@ON_LINUX
def test_a_tmux_whose_buffer_holds_something_else_is_not_vouched_for(tmp_path: Path) -> None:
    program(tmp_path, "tmux", 'case "$1" in show-buffer) echo other;; *) cat > /dev/null;; esac')
    environ = plain(TMUX="/nowhere,1,0", PATH=f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    outcome = copy(CITATION, Terminal(), environ, tmp_path)
    assert outcome.sentence == "Sent to tmux and the terminal (not confirmed)"


# GNU screen


def test_in_screen_the_sequence_goes_in_pieces(tmp_path: Path) -> None:
    terminal = Terminal()
    outcome = copy(CITATION * 20, terminal, plain(STY="1.pts-0.host"), tmp_path)
    assert (outcome.status, outcome.how) == ("sent", "screen")
    pieces = re.findall("\x1bP(.*?)\x1b\\\\", terminal.written, re.DOTALL)
    assert "".join(f"\x1bP{piece}\x1b\\" for piece in pieces) == terminal.written
    assert max(map(len, pieces)) <= 256
    assert decoded("".join(pieces)) == CITATION * 20


def test_screen_lets_the_pieces_through_to_the_terminal(tmp_path: Path) -> None:
    if shutil.which("screen") is None:
        pytest.skip("GNU screen is not installed")
    pexpect = pytest.importorskip("pexpect", reason="pexpect drives the terminal around screen")
    text = CITATION * 20
    script = tmp_path / "in_screen.py"
    script.write_text(
        "import os, sys\n"
        "from tgreader.reading.copying.clipboard import copy\n"
        "def write(text):\n    sys.stdout.write(text)\n    sys.stdout.flush()\n"
        f"outcome = copy({text!r}, write, os.environ)\n"
        "print('how:', outcome.how)\ninput()\n"
    )
    name = f"tgreader-{uuid.uuid4().hex[:8]}"
    folder = tmp_path / "screens"
    folder.mkdir(mode=0o700)
    environ = plain(TERM="xterm-256color", SCREENDIR=str(folder), SCREENRC=os.devnull)
    arguments = ["-S", name, sys.executable, str(script)]
    terminal = pexpect.spawn("screen", arguments, env=environ, dimensions=(24, 80), encoding="utf-8")
    try:
        terminal.expect(r"\x1b\]52;c;([A-Za-z0-9+/=]+)\a", timeout=FOR_EVER)
        assert base64.b64decode(terminal.match[1]).decode() == text
        terminal.expect("how: screen", timeout=FOR_EVER)
    finally:
        subprocess.run(["screen", "-S", name, "-X", "quit"], env=environ, check=False, capture_output=True)
        terminal.close(force=True)
