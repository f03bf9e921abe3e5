"""Searching in a real pseudo-terminal: typed as fast as a terminal gives keys."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals of this kind", allow_module_level=True)

from tests.terminal.terminal import Terminal
from tests.tui.library import made


@pytest.fixture
def volumes(tmp_path: Path) -> Path:
    """Volumes, with a library beside them in which they are indexed."""
    return made(tmp_path)


def test_a_search_a_hit_and_the_way_back(volumes: Path) -> None:
    with Terminal("seeds/", library=volumes.parent / "library") as opened:
        opened.until("8334. Subj:")
        opened.type("sberlin")
        opened.until("5 documents", "10 documents and sections in 3 files", "By month", "All 2 volumes 5")
        opened.type(" bonn", "enter")
        opened.until("1 document", "Memorandum of Conversation", no="5 documents")
        opened.type("enter")
        opened.until("Brandt said that Berlin had no better access than before.", "1 of 2")
        opened.type("\x0f")  # Ctrl+O
        opened.until("Search the library", "berlin bonn", "1 document")
        opened.type("q")
        opened.until("8334. Subj:")
        opened.type("o41", "enter")
        opened.until("He would resume the talks on Berlin at once.")
        opened.type("q")
        assert opened.end() == 0


def test_without_colour_words_cursor_and_bars_are_told_apart(volumes: Path) -> None:
    library = volumes.parent / "library"
    with Terminal("seeds/", library=library, size=(80, 24), environment={"NO_COLOR": "1"}) as opened:
        opened.until("8334. Subj:")
        opened.type("stalks signature", "enter")
        opened.until("1 document", "By month")
        opened.type("\t", "l")
        opened.until("1 of 1 document", "September 1971: 1", "▲", "█")
        cells = opened.cells("signature")
        assert all(cell.bold and cell.underscore for cell in cells)
        assert all(cell.reverse for cell in opened.cells("▲"))


def test_a_folder_is_indexed_while_one_reads(volumes: Path, tmp_path: Path) -> None:
    with Terminal(volumes, library=tmp_path / "other") as opened:
        opened.until("this folder is not indexed: I indexes it")
        opened.type("I")
        opened.until("indexed: 3 files read; s searches the library")
        opened.type("skorea")
        opened.until("1 document", "Editorial Note")
        opened.type("enter", "q")
        opened.until("▸ Contents")
        opened.type("q")
        assert opened.end() == 0
