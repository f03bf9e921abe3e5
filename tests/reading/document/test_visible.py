"""Text that does nothing to a terminal but be seen."""

from __future__ import annotations

import sys

import pytest

from tgreader.reading.document.visible import HIDDEN, visible


@pytest.mark.parametrize(
    "character", ["\x1b", "\x00", "\x9b", "\u202e", "\u200b", "\ufe0f", "\ufeff", "\ud800", "\U000e0041"]
)
def test_a_hidden_character_is_written_out(character: str) -> None:
    assert visible(f"a{character}b") == f"a\\x{ord(character):02x}b"


@pytest.mark.parametrize("line", ["", "Sana’a – “communiqué”", "a\u00a0b", "\u4e2d\u6587", "e\u0301"])
def test_what_is_seen_stays(line: str) -> None:
    assert visible(line) == line


def test_no_hidden_character_passes_the_first_look() -> None:
    assert not [code for code in map(chr, range(sys.maxunicode + 1)) if HIDDEN.match(code) and visible(code) == code]
