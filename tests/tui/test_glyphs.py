"""Nothing in a document may do anything to the terminal but be seen."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tgreader.tui.glyphs import drawable, is_narrow, superscript
from tgreader.tui.typeset import cells

REORDERING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
MARKS = "\u200e\u200f\u061c"  # these reorder too, and Unicode gives them a letter's class


def harmless(character: str) -> bool:
    return (
        unicodedata.category(character) not in {"Cc", "Cs", "Zl", "Zp"}
        and unicodedata.bidirectional(character) not in REORDERING
        and character not in MARKS
    )


@given(st.text())
def test_no_control_and_no_reordering_character_is_drawn_and_offsets_stay(text: str) -> None:
    drawn = drawable(text)
    assert len(drawn) == len(text)
    assert all(map(harmless, drawn))
    assert drawable(drawn) == drawn


def test_every_code_point_is_harmless_when_drawn() -> None:
    for first in range(0, 0x110000, 0x1000):
        text = "".join(map(chr, range(first, first + 0x1000)))
        drawn = drawable(text)
        assert len(drawn) == len(text)
        assert all(map(harmless, drawn)), hex(first)


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("\x1b[2J", "␛[2J"),
        ("\x1b]52;c;QQ==\x07", "␛]52;c;QQ==␇"),
        ("\x9b31m", "␦31m"),
        ("a\x00b", "a␀b"),
        ("a\x7fb", "a␡b"),
        ("a\tb\nc\rd\u2028e", "a b c d e"),
        ("\u202etxt.exe", "␦txt.exe"),
        ("zero\u200bwidth\ufeff", "zero␦width␦"),
        ("tag\U000e0041", "tag␦"),
        ("lone \ud800", "lone ␦"),
        ("[bold]x[/bold] [Page 325]", "[bold]x[/bold] [Page 325]"),
        ("communiqué “ok” – ½ €", "communiqué “ok” – ½ €"),
    ],
)
def test_what_is_drawn_for_what_must_not_be_sent(text: str, drawn: str) -> None:
    assert drawable(text) == drawn


@given(st.text(st.characters(max_codepoint=0x2FFF)))
def test_what_is_called_narrow_is_as_wide_as_it_is_long(text: str) -> None:
    drawn = drawable(text)
    if is_narrow(drawn):
        assert all(cells(character) == 1 for character in drawn)


@pytest.mark.parametrize(
    ("label", "raised"), [("12", "¹²"), ("3a", "³ᵃ"), ("*", "*"), ("††", "††"), ("A", "[A]"), ("q", "[q]")]
)
def test_a_marker_is_raised_or_set_off(label: str, raised: str) -> None:
    assert superscript(label) == raised


@given(st.text(max_size=5))
def test_a_raised_marker_is_harmless(label: str) -> None:
    assert all(map(harmless, superscript(label)))
