"""In a real pseudo-terminal: keys are typed, the screen is read."""

from __future__ import annotations

import re
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


def test_told_to_end_it_leaves_the_terminal_as_it_was(tmp_path: Path) -> None:
    with Terminal(SEEDS, library=tmp_path) as seed:
        seed.until("149897 to Moscow")
        seed.type("j", "j", "j")
        seed.until("¶ 3 of 9")
        seed.tell_to_end()
        assert seed.end() == 143
        for changed in ("1049", "1000", "2004"):  # the second screen, the mouse, pasting
            on, off = f"\x1b[?{changed}h".encode(), f"\x1b[?{changed}l".encode()
            assert seed.written.rfind(off) > seed.written.rfind(on) >= 0
    with Terminal(SEEDS, library=tmp_path) as again:
        again.until("¶ 3 of 9", "left off at ¶ 3")
        again.type("\x03")
        again.until("q quits; Ctrl+Q quits from everywhere")
        again.type("\x11")
        assert again.end() == 0


def test_resizing_while_reading_keeps_the_paragraph(tmp_path: Path) -> None:
    with Terminal(SEEDS, library=tmp_path, size=(160, 50)) as seed:
        seed.until("149897 to Moscow")
        seed.type("j", "j", "j", "j", "j", "j")
        seed.until("¶ 6 of 9", "Moscow.⁵")
        for columns, rows in ((80, 24), (20, 5), (110, 36)):
            seed.resize(columns, rows)
            seed.until("¶ 6 of 9")
            seed.until("I recalled" if rows > 20 else "326", no="8334.")
        seed.type("q")
        assert seed.end() == 0


def test_without_colour_everything_is_grey(tmp_path: Path) -> None:
    with Terminal(SEEDS, library=tmp_path, environment={"NO_COLOR": "1", "COLORTERM": "truecolor"}) as seed:
        seed.until("149897 to Moscow")
        seed.type("j", "l")
        seed.until("▌ 8334. Subj:")
        seed.type("q")
        assert seed.end() == 0
        named = [found for found in re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", seed.written) if len(set(found)) > 1]
        basic = [
            found for found in re.findall(rb"\x1b\[([0-9;]*)m", seed.written) if re.fullmatch(rb"[349][0-7]", found)
        ]
        assert (named, basic) == ([], [])


def test_a_home_that_cannot_be_written_is_said_once_and_reading_goes_on(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where the folder should be", "utf-8")
    home = {name: str(tmp_path / "home") for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    with Terminal(SEEDS, library="", environment=home | {"TGREADER_LIBRARY": None}) as seed:
        seed.until("149897 to Moscow")
        seed.type("j", "j")
        # On a slow machine it may have been said between the keys, of which the second takes it away again.
        seed.wait(lambda: b"cannot be" in seed.written and "¶ 2 of 9" in seed.text, "what cannot be done")
        seed.type("j")
        seed.until("¶ 3 of 9", no="cannot be")
        seed.type("q")
        assert seed.end() == 0


def test_files_that_change_or_go_while_they_are_read(folder: Path, tmp_path: Path) -> None:
    with Terminal(folder, library=tmp_path / "library") as opened:
        opened.until("105. Telegram", "106. Telegram", "107. Telegram", "Enter open")
        opened.type("esc")
        opened.until("› 106. Telegram", "149897 to Moscow", no="Enter open")
        (folder / "105.txt").write_text("A page that has nothing to do with it.", "utf-8")
        (folder / "107.txt").unlink()
        opened.type("j")
        opened.until("¶ 1 of 9", "8334. Subj:")
        next(folder.glob("000*")).unlink()
        opened.type("j")
        opened.until("¶ 2 of 9", "Summary.")
        opened.type("]")
        opened.until("› 105. Telegram")
        opened.type("[")
        opened.until("› 106. Telegram", "¶ 2 of 9")
        opened.type("q")
        assert opened.end() == 0


def test_a_missing_path_an_empty_file_and_a_folder_with_nothing_to_read_open_no_screen(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "folder").mkdir()
    for path, said in (
        ("nowhere.txt", "there is no such file or folder; check the path"),
        ("empty.txt", "there is no text in this file"),
        ("folder", "nothing in this folder can be read"),
    ):
        with Terminal(tmp_path / path, library=tmp_path / "library", size=(200, 5)) as shell:
            shell.until(said)
            assert shell.end() == 3
            assert b"\x1b[?1049h" not in shell.written
