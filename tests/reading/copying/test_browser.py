"""A browser is asked only where one may be before the person at the keyboard, and what it does is said truthfully."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tgreader.reading.copying.browser import show, why_not

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are told by their variables")

DISPLAY = {"DISPLAY": ":7", "PATH": "/nowhere", "TERM": "xterm"}
ADDRESS = "https://history.state.gov/historicaldocuments/frus1969-76v39/d106"


def program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


@pytest.mark.parametrize(
    ("environ", "reason"),
    [
        ({"SSH_CONNECTION": "1 2 3 4", "DISPLAY": ":0"}, "over SSH"),
        ({"TERM": "xterm"}, "no graphical display"),
        ({"DISPLAY": ":0", "BROWSER": "/usr/bin/w3m"}, "one for terminals"),
    ],
)
def test_where_none_can_be_none_is_asked(environ: dict[str, str], reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("subprocess.Popen", None)
    assert reason in why_not(environ)
    assert show(ADDRESS, environ) == why_not(environ)


def test_the_browser_gets_the_address_and_no_terminal(tmp_path: Path) -> None:
    program(tmp_path, "xdg-open", f'echo "$1 $TERM" > {tmp_path}/said; [ -t 0 ] && echo tty >> {tmp_path}/said; true')
    assert (
        show(ADDRESS, DISPLAY | {"PATH": f"{tmp_path}{os.pathsep}/bin:/usr/bin"}) == "the browser was asked to show it"
    )


def test_a_browser_for_terminals_is_not_started(tmp_path: Path) -> None:
    for name in ("w3m", "lynx", "links", "www-browser"):
        program(tmp_path, name, f"touch {tmp_path}/started")
    assert show(ADDRESS, DISPLAY | {"PATH": str(tmp_path)}) == "no browser could be started here"
    assert not (tmp_path / "started").exists()
