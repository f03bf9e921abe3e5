"""Selecting with the keyboard."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import SEEDS, OpenReader
from tests.reading.documents import document, heading, note, paragraph
from tests.tui.reader import Reader
from tgreader.tui.screens.selecting import Reach
from tgreader.tui.widgets.text_item import PIECE

ONE = document(
    heading("The Heading"),
    paragraph("One two three.", 1, pages=[(0, "325")]),
    paragraph("Four five six.", pages=[(5, "326")]),
    paragraph(""),
    paragraph("Seven eight."),
    notes=[note(1)],
)
OTHER = document(heading("Other"), paragraph("Alpha beta gamma."), id="d2")


def selected(opened: Reader) -> list[str]:
    texts = [block.text for block in opened.desk.reading.document.blocks]
    return [texts[block][start:end] for block, start, end in opened.desk.text.selected()]


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("", ["One"]),
        ("l", ["One two"]),
        ("ll", ["One two three."]),
        ("lll", ["One two three.", "Four"]),
        ("llh", ["One two"]),
        ("h", ["Heading", "One"]),
        ("j", ["One two three."]),
        ("jj", ["One two three.", "Four five six."]),
        ("jjj", ["One two three.", "Four five six.", "Seven eight."]),
        ("jjjjjj", ["One two three.", "Four five six.", "Seven eight."]),
        ("jjh", ["One two three.", "Four five"]),
        ("k", ["The Heading", "One"]),
        ("kkk", ["The Heading", "One"]),
        ("jk", ["One"]),
    ],
)
async def test_keys_reach_further(reader: OpenReader, keys: str, words: list[str]) -> None:
    async with reader(ONE) as opened:
        await opened.press("j", "v", *keys)
        assert selected(opened) == words


async def test_arrows_do_the_same(reader: OpenReader) -> None:
    async with reader(ONE) as opened:
        await opened.press("j", "v", "down", "right", "right", "left")
        assert selected(opened) == ["One two three.", "Four"]


@pytest.mark.parametrize("end", ["v", "escape"])
async def test_it_ends_and_the_keys_are_what_they_were(reader: OpenReader, end: str) -> None:
    async with reader(ONE) as opened:
        await opened.press("j", "v", "l", end)
        assert selected(opened) == []
        await opened.press("l")
        assert opened.desk.active is not None
        await opened.press("j")
        assert opened.desk.text.block == 2


async def test_the_selection_is_quoted_with_its_pages(reader: OpenReader) -> None:
    async with reader(ONE) as opened:
        await opened.press("j", "v", "j", "j", "y")
        (copied,) = opened.copied
        assert "“One two three.\n\n“Four five six.”" in copied
        assert "Document 1" in copied
        assert "pp. 325–326" in copied
        await opened.press("Y", "c")
        noted = re.search(r"> One two three.\n>\n> Four five six.\[(\^[\w-]+)\]\n\n\[(\^[\w-]+)\]: ", opened.copied[1])
        assert noted
        assert noted[1] == noted[2]
        assert "pp. 325–326" in opened.copied[2]


@pytest.mark.parametrize(("key", "block"), [("j", 3), ("l", 2)])
async def test_once_copied_the_keys_move_again_and_the_paragraph_is_copied(
    reader: OpenReader, key: str, block: int
) -> None:
    async with reader(ONE) as opened:
        await opened.press("j", "v", "j", "j", "y", key)
        assert selected(opened) == []
        assert opened.desk.text.block == block
        await opened.press("k", "v", "l", "y", "v", "l")
        assert selected(opened) == []


async def test_each_place_has_a_note_of_its_own_in_markdown(reader: OpenReader) -> None:
    async with reader(ONE) as opened:
        await opened.press("j", "Y", "j", "Y")
        labels = [re.findall(r"\[\^([\w-]+)\]", copied) for copied in opened.copied]
        assert [len(set(label)) for label in labels] == [1, 1]
        assert labels[0] != labels[1]


async def test_the_words_alone_are_copied_by_ctrl_c_with_the_same_answer(reader: OpenReader) -> None:
    async with reader(ONE) as opened:
        await opened.press("j", "v", "l", "ctrl+c")
        assert (opened.copied, opened.said) == (["One two"], "Copied:\nOne two")


async def test_the_selection_is_seen(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        before = opened.app.screen._compositor.render_strips()
        await opened.press("j", "v", "l")
        shade = opened.desk.get_component_rich_style("screen--selection").bgcolor
        shaded = "".join(
            segment.text
            for strip in opened.app.screen._compositor.render_strips()
            for segment in strip
            if segment.style and segment.style.bgcolor == shade
        )
        assert opened.desk.reading.document.blocks[1].text.startswith(shaded.strip())
        assert shaded.strip()
        assert not any(s.style and s.style.bgcolor == shade for strip in before for s in strip)


async def test_words_of_one_document_are_not_selected_in_another(reader: OpenReader) -> None:
    async with reader(ONE, OTHER) as opened:
        await opened.press("escape", "j", "v", "j", "right_square_bracket", "y")
        assert selected(opened) == []
        assert "One" not in opened.copied[0]


async def test_a_document_without_words(reader: OpenReader) -> None:
    async with reader(document(paragraph(""))) as opened:
        await opened.press("v", "j", "l")
        assert selected(opened) == []


async def test_a_block_set_in_pieces(reader: OpenReader) -> None:
    words = " ".join(f"word{number}" for number in range(PIECE // 4))
    async with reader(document(heading("Long"), paragraph(words))) as opened:
        await opened.press("j", "v", "j")
        assert "".join(selected(opened)) == words
        await opened.press("h")
        assert "".join(selected(opened)) == words.rpartition(" ")[0]


TEXTS = st.lists(st.text("ab \n\u00a0", max_size=12), min_size=1, max_size=4)


@given(TEXTS, st.lists(st.sampled_from([("word", 1), ("word", -1), ("paragraph", 1), ("paragraph", -1)]), max_size=12))
def test_a_selection_holds_whole_words_from_where_it_began(texts: list[str], steps: list[tuple[str, int]]) -> None:
    every = [(block, word) for block, text in enumerate(texts) for word in text.split()]
    if not every:
        with pytest.raises(ValueError, match="no words"):
            Reach(texts, 0)
        return
    reach = Reach(texts, 0)
    began = reach.anchor
    for way, step in steps:
        before = reach.reached
        reach.by_word(step) if way == "word" else reach.by_paragraph(step)
        assert reach.reached == before or (reach.reached > before) == (step > 0)
    first, last = reach.ends
    assert reach.anchor == began
    assert first == began  # nothing comes before the first word
    for word in (first, last):
        assert texts[word.block][word.start : word.end] in texts[word.block].split()


async def test_the_foot_says_what_the_keys_do_while_one_selects(reader: OpenReader) -> None:
    async with reader(ONE, OTHER) as opened:
        usual = opened.lines[-1]
        await opened.press("escape", "v", "l", "j")
        assert "selecting: h l" in opened.lines[-1]
        for end in ("v", "escape"):
            await opened.press(end)
            assert "selecting" not in opened.lines[-1]
            await opened.press("v")
        await opened.press("y")
        assert "selecting" not in opened.lines[-1], "keys move again"
        await opened.press("g")
        assert opened.lines[-1] == usual
