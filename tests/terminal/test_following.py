"""In a real pseudo-terminal: a reference is peeked at and followed, and the way back outlasts the program."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals of this kind", allow_module_level=True)

from tests.terminal.terminal import Terminal


def test_following_going_back_and_going_back_after_a_restart(tmp_path: Path, folder: Path) -> None:
    library = tmp_path / "library"
    with Terminal(folder / "107.txt", folder / "105.txt", library=library) as reader:
        reader.until("107. Telegram", "▸ Contents")
        reader.type("t")
        reader.until("Source: Library of Congress", no="▸ Contents")
        reader.type("j", "j", "j", "j", "f")
        reader.until("▸ Notes here", "See Document 105.")
        reader.type("l", "p")
        reader.until("Document 105", "p back", "105. Telegram From the Embassy")
        reader.type("enter")
        reader.until("› 105.", "⌫ 107 note 3", no="p back")
        reader.type("backspace")
        reader.until("› 107.", "▸ Notes here", "¶ 4 of 9", "Alt+→ 105", no="⌫ 107")
        reader.type("enter")  # the reference that was followed is at the cursor again
        reader.until("› 105.", "⌫ 107 note 3")
        reader.type("q")
        assert reader.end() == 0
    with Terminal(folder / "107.txt", folder / "105.txt", library=library) as again:
        again.until("› 105.", "▸ Contents")
        again.type("t")
        again.until("⌫ 107 note 3", no="▸ Contents")
        again.type("backspace")
        again.until("› 107.", "¶ 4 of 9")
        again.type("enter")
        again.until("› 105.", "⌫ 107 note 3")
        again.type("q")
        assert again.end() == 0


def test_the_register_is_written_to_a_file(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "desk").mkdir()
    with Terminal(folder / "107.txt", library=tmp_path / "library", cwd=tmp_path / "desk") as reader:
        reader.until("107. Telegram", "Source: Library of Congress")
        reader.type("#")
        reader.until("Telegrams cited in this volume, by number", "149897", "Department → Moscow")
        reader.type("e")
        reader.until("Export 1 telegram as CSV where?")
        reader.type("j", "enter")
        reader.until("Written to", "telegrams.csv")
        reader.type("q")
        assert reader.end() == 0
    assert b"149897,telegram,Department of State,Moscow" in (tmp_path / "desk" / "telegrams.csv").read_bytes()


def test_over_ssh_the_web_address_is_shown_and_no_browser_started(tmp_path: Path) -> None:
    program = tmp_path / "xdg-open"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/started\n")
    program.chmod(0o755)
    far = {"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22", "DISPLAY": ":9", "PATH": f"{tmp_path}:/usr/bin:/bin"}
    with Terminal("seeds/", library=tmp_path / "library", environment={**far}) as reader:
        reader.until("106. Telegram", "Source: Library of Congress")
        reader.type("w")
        reader.until(
            "https://history.state.gov/historicaldocuments/frus1969-76v39/d106", "over SSH no browser", "w again"
        )
        reader.type("q")
        assert reader.end() == 0
    assert not (tmp_path / "started").exists()
