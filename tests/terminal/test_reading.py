"""In a real pseudo-terminal: keys are typed, the screen is read."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals of this kind", allow_module_level=True)

from tests.terminal.terminal import Terminal

SEEDS = "seeds/"


def test_the_notes_follow_the_cursor_and_a_reference_is_followed(tmp_path: Path) -> None:
    with Terminal(SEEDS, library=tmp_path) as seed:
        seed.until("Notes here", "Source: Library of Congress", "before p. 325", "149897 to Moscow")
        seed.type("j")
        seed.until("¶ 1 of 9", "instructed Beam", "note 2 of 6")
        seed.type("j", "j", "j")
        seed.until("¶ 4 of 9", "See Document 105.", "p. 325", no="instructed Beam")
        seed.type("l", "enter")
        seed.until("▸ Notes here")
        seed.type("l", "enter")
        seed.until("frus1969-76v39/d105 is not among the documents opened")
        seed.type("q")
        assert seed.end() == 0


def test_finding_and_going_to_a_page(tmp_path: Path) -> None:
    with Terminal(SEEDS, library=tmp_path) as seed:
        seed.until("149897 to Moscow")
        seed.type("/benelux")
        seed.until("/benelux", "1 of 1", "visit to Benelux countries")
        seed.type("enter")
        seed.until("¶ 6 of 9")
        seed.type("g")
        seed.until("heading · note 1 of 6")
        seed.type(":", "p326", "enter")
        seed.until("¶ 6 of 9", "|matters should be directly linked")
        seed.type("q")
        assert seed.end() == 0


def test_nothing_in_a_document_reaches_the_terminal_but_to_be_seen(tmp_path: Path) -> None:
    words = "a \x1b]52;c;RVZJTA==\x07 \x9b31m \u202eb [bold]c[/bold] [red] \0"
    plain = "Plain words. " * 60
    (tmp_path / "a.txt").write_text(f"7. Heading\n\nText of {words} is here. {plain}\n", "utf-8")
    with Terminal(tmp_path / "a.txt", library=tmp_path / "library", size=(160, 30)) as opened:
        opened.until("7. Heading", "Text of a ␛]52;c;RVZJTA==␇ ␦31m ␦b [bold]c[/bold] [red] ␀ is here.")
        opened.type("q")
        assert opened.end() == 0
        assert b"RVZJTA==\x07" not in opened.written
        for hidden in ("\x9b31m", "\u202e", "\0"):
            assert hidden.encode() not in opened.written


def test_a_terminal_of_20_by_5(tmp_path: Path) -> None:
    with Terminal(SEEDS, library=tmp_path, size=(20, 5)) as seed:
        seed.until("106. Telegram")
        seed.type("j")
        seed.until("8334. Subj:", "¶ 1 of 9")
        seed.type("q")
        assert seed.end() == 0
