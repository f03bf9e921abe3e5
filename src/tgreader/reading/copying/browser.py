"""Showing a web address in a browser, where there is one before the person at the keyboard."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping

from tgreader.reading.copying.clipboard import is_remote

_SECONDS = 4.0
# Run apart, so that a browser which writes on the terminal, or takes its time, disturbs nobody. Browsers for terminals
# are found by TERM, which is taken away: they would take this one.
_OPEN = "import sys, webbrowser\nsys.exit(0 if webbrowser.open(sys.argv[1]) else 1)"
_FOR_TERMINALS = ("lynx", "links", "elinks", "w3m", "www-browser", "browsh", "carbonyl")


def why_not(environ: Mapping[str, str]) -> str:
    """Why no browser can be before the person at the keyboard, in words; "" where one may be."""
    if is_remote(environ):
        return "over SSH no browser is opened here"
    if sys.platform.startswith(("linux", "freebsd", "openbsd", "netbsd")):
        if not (environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")):
            return "there is no graphical display here"
    named = environ.get("BROWSER", "")
    if any(word in named.split(os.pathsep)[0] for word in _FOR_TERMINALS):
        return f"the browser named by BROWSER ({named}) is one for terminals"
    return ""


def show(address: str, environ: Mapping[str, str]) -> str:
    """Ask a browser to show a web address, and say what came of it, without a stop.

    Blocks for a few seconds at the most: call it from a worker.

    Args:
        address: of the series' site; nothing else is ever opened.
        environ: the environment.
    """
    if reason := why_not(environ):
        return reason
    without_terminal = {name: value for name, value in environ.items() if name != "TERM"}
    try:
        process = subprocess.Popen(  # noqa: S603 - a fixed command, and no shell
            [sys.executable, "-I", "-c", _OPEN, address],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=without_terminal,
            start_new_session=True,
        )
    except OSError as error:
        return f"no browser could be started ({(error.strerror or str(error)).lower()})"
    try:
        status = process.wait(_SECONDS)
    except subprocess.TimeoutExpired:  # some browsers are waited for until they are closed
        return "a browser was started to show it"
    return "the browser was asked to show it" if status == 0 else "no browser could be started here"
