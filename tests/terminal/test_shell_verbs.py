"""What the shell's verbs show on a terminal and keep from a script."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

pytest.importorskip("pexpect")
if sys.platform == "win32":
    pytest.skip("no pseudo-terminals there", allow_module_level=True)

from tests.library.volumes import LETTER, MEMORANDUM, MOSCOW, indexed, written
from tests.terminal.terminal import Terminal


def test_a_bar_with_rate_and_time_left_and_control_c_that_loses_nothing(tmp_path: Path, library: Path) -> None:
    for number in range(90):  # more than are written together
        written(tmp_path / "volumes", f"frus1969-76v{number}", [MOSCOW, LETTER, MEMORANDUM] * 2, first=1)
    with Terminal("index", tmp_path / "volumes", library=library, size=(80, 24)) as terminal:
        terminal.until("[........................] 0 of 90 files")
        terminal.type("\x03")
        terminal.until("stopped; what is indexed is kept; run it again to go on")
        assert terminal.end() == 130
    with Terminal("index", tmp_path / "volumes", library=library, size=(80, 24)) as terminal:
        terminal.until("indexed")
        assert terminal.end() == 0
        assert "[####" not in terminal.text  # the bar has made room
        drawn = terminal.written.decode()
    assert re.search(r"\r\[#{3,}\.*\] \d+ of \d+ files · [\d,]+ documents · \d+\.\d MB/s · \d:\d\d left", drawn)
    assert indexed(library, tmp_path / "volumes")[:2] == (0, 90)


def test_what_is_wrong_is_pointed_at_and_what_is_found_is_bold(tmp_path: Path, library: Path) -> None:
    indexed(library, written(tmp_path / "volumes"))
    with Terminal("search", "berlin (access", library=library, size=(80, 24)) as terminal:
        terminal.until("this bracket is not closed")
        assert terminal.end() == 2
        typed = next(row for row in terminal.rows if row.startswith("  berlin (access"))
        pointed = next(row for row in terminal.rows if row.strip().startswith("^"))
        assert typed.index("(") == pointed.index("^")
    with Terminal("search", "better", library=library, size=(80, 24)) as terminal:
        terminal.until("Berlin had no better access than before")
        assert terminal.end() == 0
        assert b"no \x1b[1mbetter\x1b[0m access" in terminal.written
    with Terminal("search", "better", library=library, size=(80, 24), environment={"NO_COLOR": "1"}) as terminal:
        terminal.until("Berlin had no better access than before")
        assert terminal.end() == 0
        assert b"\x1b[" not in terminal.written
