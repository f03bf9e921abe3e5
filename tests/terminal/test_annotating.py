"""In a real pseudo-terminal: the program is killed while an annotation is typed, and what was typed is found again."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals of this kind", allow_module_level=True)

from tests.terminal.terminal import Terminal
from tgreader.library.work.work import FILE

SEEDS = "seeds/"
WORDS = "Garthoff says otherwise, p. 12"


def test_killed_while_typing_it_is_found_again_and_finished(tmp_path: Path) -> None:
    with Terminal(SEEDS, library=tmp_path) as seed:
        seed.until("149897 to Moscow")
        seed.type("j", "j")
        seed.until("¶ 2 of 9")
        seed.type("a")
        seed.until("Annotation", "done", "Summary. Preliminary")
        seed.type(*WORDS)
        seed.until(WORDS)
    # The end of the block is SIGKILL: nothing was closed, and nothing said goodbye.
    with closing(sqlite3.connect(tmp_path / FILE)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        ((kept,),) = database.execute("SELECT words FROM drafts").fetchall()
    assert kept in (WORDS, WORDS[:-1])
    with Terminal(SEEDS, library=tmp_path) as again:
        again.until("an annotation was not finished", "¶ 2, p. 325")
        again.type("A")
        again.until("not finished: Garthoff says otherwise")
        again.type("enter")
        again.until("Annotation", "Ctrl+S", kept)
        again.type("!", "\x13")
        again.until("annotation kept", f"✎ {kept}!", "¶ 2 of 9")
        again.type("q")
        assert again.end() == 0
    with Terminal(SEEDS, library=tmp_path) as last:
        last.until("149897 to Moscow", "✎", f"{kept}!", no="not finished")
        last.type("q")
        assert last.end() == 0


def test_killed_in_the_middle_of_everything_the_way_back_is_there(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    for number in (1, 2, 3):
        (papers / f"{number}.txt").write_text(f"{number}. Heading {number}\n\nOne of {number}.\n\nTwo.\n", "utf-8")
    with Terminal(papers, library=tmp_path / "library") as opened:
        opened.until("Heading 3")
        opened.type("esc")
        opened.until("One of 1.", no="Contents")
        opened.type("j")
        opened.until("¶ 1 of 2")
        opened.type("]", "]")
        opened.until("3. Heading 3", "One of 3.")
    with Terminal(papers, library=tmp_path / "library") as again:
        again.until("3. Heading 3", "One of 3.")
        again.type("esc")
        again.until("3. Heading 3", no="Contents")
        again.type("\x0f")
        again.until("One of 2.")
        again.type("\x0f")
        again.until("One of 1.", "¶ 1 of 2")
        again.type("q")
        assert again.end() == 0
