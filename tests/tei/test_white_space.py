from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .volumes import assert_marks_lie_in_the_text, block, document


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<p>\n   two\n   words \n</p>", "two words"),
        ("<p>Union\n   <note n='1'>x</note>, and</p>", "Union, and"),
        ("<p>Union\n   <note n='1'>x</note> and</p>", "Union and"),
        ("<p>Union <note n='1'>x</note>and</p>", "Union and"),
        ("<p>Union<note n='1'>x</note> <note n='2'>y</note> and</p>", "Union and"),
        ("<p>(<hi>Kissinger</hi>\n   )</p>", "(Kissinger)"),
        ("<p>(<hi>\n  Kissinger\n  </hi>)</p>", "(Kissinger)"),
        ("<p><hi>Ibid</hi>\n  . . . more</p>", "Ibid . . . more"),
        ("<p><hi>cost</hi>\n  .5 of it</p>", "cost .5 of it"),
        ("<p>see <hi>this</hi> <hi>that</hi></p>", "see this that"),
        ("<p>govern<pb n='2'/>ment</p>", "government"),
        ("<p>one. <pb n='2'/>Two</p>", "one. Two"),
        ("<p>a line<lb/>and another</p>", "a line and another"),
        ("<p>no\u00a0 break</p>", "no\u00a0 break"),
        ("<p>a<!-- remark -->b</p>", "ab"),
    ],
)
def test_white_space_is_that_of_the_page(written: str, read: str) -> None:
    assert block(written).text == read


def test_a_marker_stands_at_the_word_and_a_page_at_what_follows() -> None:
    made = block("<p>one\n <note n='1'>x</note> <pb n='9'/> two</p>")
    assert made.text == "one two"
    assert [m.at for m in made.marks] == [3]
    assert [(p.at, p.label) for p in made.pages] == [(4, "9")]


PIECE = st.sampled_from(
    ["word", "5", ",", " ", "\n    ", "<pb n='3'/>", "<note n='1'> n </note>", "<lb/>", "“q”", ") "]
)
INLINE = st.recursive(
    st.lists(PIECE, max_size=6).map("".join),
    lambda inner: st.tuples(inner, st.sampled_from(["hi", "persName", "ref", "seg"]), inner, inner).map(
        lambda p: f"{p[0]}<{p[1]}>{p[2]}</{p[1]}>{p[3]}"
    ),
    max_leaves=6,
)


@given(st.lists(INLINE, max_size=4))
def test_nothing_is_lost_and_every_mark_lies_in_its_text(paragraphs: list[str]) -> None:
    made = document("".join(f"<p>{p}</p>" for p in paragraphs), "")
    written = "".join(paragraphs)
    letters = re.sub(r"<note.*?</note>|<[^>]*>|[ \n]", "", written)
    assert "".join(b.text for b in made.blocks).replace(" ", "") == letters
    assert len(made.notes) == written.count("<note")
    assert sum(len(b.pages) for b in made.blocks) == written.count("<pb")
    assert sum(len(b.marks) for b in made.blocks) == written.count("<note")
    for found in made.blocks:
        assert found.text == found.text.strip(" ")
        assert "  " not in found.text
        assert_marks_lie_in_the_text(found)
        assert [s.start for s in found.links] == sorted(s.start for s in found.links)
