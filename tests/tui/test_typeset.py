"""Setting text: every glyph on one line, no line too wide, and the way from glyph to text and back."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from tgreader.model.document import Block
from tgreader.model.inline import NoteMark, PageBreak
from tgreader.tui.glyphs import drawable
from tgreader.tui.typeset import DOUBT, PAGE_BREAK, Setting, broken, cells, estimated_lines, shortened, shortened_within

WIDTHS = st.integers(1, 30)
PROSE = st.text(st.sampled_from("ab  -–/.,漢字한é\u0301\u0323❤\ufe0f👩\u200d💻🇫🇷\u0e33"), max_size=80)
ANY = st.one_of(PROSE, st.text(max_size=60), st.text("ab -", max_size=120)).map(drawable)
AFTER = "-–—/"


@given(ANY, WIDTHS)
def test_what_is_shortened_has_room(glyphs: str, width: int) -> None:
    assert cell_len(shortened(glyphs, width)) <= width
    assert cell_len(shortened_within(glyphs, width)) <= width


def test_titles_that_differ_at_their_end_differ_where_they_are_shortened() -> None:
    titles = [f"Foundations of Foreign Policy, {years}" for years in ("1969–1972", "1973–1976")]
    assert [shortened_within(title, 30) for title in titles] == [
        "Foundations of Fore… 1969–1972",
        "Foundations of Fore… 1973–1976",
    ]
    assert shortened_within(titles[0], 38) == "Foundations of Foreign Poli… 1969–1972"
    assert shortened_within(titles[0], 12) == "Foundations…"
    assert shortened_within(titles[0], 40) == titles[0]


@given(ANY, WIDTHS)
@example("", 5)
@example("     ", 3)
@example("漢", 1)
def test_every_glyph_is_on_one_line_but_spaces_at_which_lines_break(glyphs: str, width: int) -> None:
    lines = broken(glyphs, width)
    on_lines = [offset for start, end in lines for offset in range(start, end)]
    assert len(on_lines) == len(set(on_lines))
    assert on_lines == sorted(on_lines)
    assert all(glyphs[offset] == " " for offset in set(range(len(glyphs))) - set(on_lines))


@given(ANY, WIDTHS)
@example(drawable("❤\ufe0f" * 10), 5)
@example(drawable("🇫🇷" * 10), 5)
@example(drawable("👩\u200d💻" * 10), 5)
def test_no_line_is_wider_than_the_measure(glyphs: str, width: int) -> None:
    for start, end in broken(glyphs, width):
        line = glyphs[start:end]
        assert cell_len(line) <= width or len(line) == 1  # a wide glyph on a line of one cell


@given(ANY, WIDTHS)
def test_no_line_is_broken_where_the_next_word_has_room(glyphs: str, width: int) -> None:
    lines = broken(glyphs, width)
    for (start, end), (following, _) in pairwise(lines):
        word = glyphs[following:].split(" ")[0]
        if following > end and all(c not in AFTER for c in word) and word:
            assert cells(glyphs[start:following] + word) > width


@given(ANY, WIDTHS)
def test_a_word_is_broken_only_where_it_is_longer_than_a_line(glyphs: str, width: int) -> None:
    lines = broken(glyphs, width)
    for (start, end), (following, _) in pairwise(lines):
        if following == end and glyphs[end - 1] not in AFTER:
            assert " " not in glyphs[start + 1 : end].rstrip(" ")
            assert not set(glyphs[start + 1 : end - 1]) & set(AFTER)


def test_lines_break_at_spaces_and_after_dashes() -> None:
    def lines(text: str, width: int) -> list[str]:
        return [text[start:end] for start, end in broken(text, width)]

    assert lines("one two three", 7) == ["one two", "three"]
    assert lines("MBFR/CSCE-parallelism", 10) == ["MBFR/CSCE-", "parallelis", "m"]
    assert lines("abcdefghij kl", 4) == ["abcd", "efgh", "ij", "kl"]
    assert lines("1969–1976 x", 6) == ["1969–", "1976 x"]
    assert lines("漢字漢字 ab", 4) == ["漢字", "漢字", "ab"]


@st.composite
def settings(draw: st.DrawFn) -> tuple[Block, Setting]:
    text = draw(ANY)
    ats = draw(st.lists(st.integers(0, len(text)), max_size=5).map(sorted))
    pages = draw(st.lists(st.integers(0, max(0, len(text) - 1)), max_size=3, unique=True).map(sorted))
    marks = tuple(
        NoteMark(at, draw(st.sampled_from(["1", "12", "*", "A"])), None, None, draw(st.sampled_from([1.0, 0.5])))
        for at in ats
    )
    block = Block("paragraph", text, marks, tuple(PageBreak(at, "7") for at in pages))
    return block, Setting(block, draw(WIDTHS))


@given(settings())
def test_without_what_was_inserted_the_glyphs_are_the_text(made: tuple[Block, Setting]) -> None:
    block, setting = made
    left = list(setting.glyphs)
    for number in reversed(range(len(setting.insertions))):
        first, last = setting.inserted(number)
        assert "".join(left[first:last]) == setting.insertions[number].glyphs
        del left[first:last]
    assert "".join(left) == drawable(block.text)
    assert sum(insertion.mark is not None for insertion in setting.insertions) == len(block.marks)
    assert sum(i.glyphs == PAGE_BREAK for i in setting.insertions) == sum(page.at > 0 for page in block.pages)


@given(settings())
def test_offset_and_drawn_are_each_other_s_inverse(made: tuple[Block, Setting]) -> None:
    block, setting = made
    for offset in range(len(block.text)):
        first, last = setting.drawn(offset, offset + 1)
        assert setting.offset(first) == offset
        assert last == first + 1
        assert setting.glyphs[first] == drawable(block.text[offset])
    inserted = {glyph: n for n in range(len(setting.insertions)) for glyph in range(*setting.inserted(n))}
    for glyph in range(len(setting.glyphs)):
        if glyph in inserted:
            insertion = setting.insertions[inserted[glyph]]
            assert (setting.offset(glyph), setting.mark_at(glyph)) == (insertion.at, insertion.mark)
        else:
            assert setting.drawn(setting.offset(glyph), setting.offset(glyph) + 1)[0] == glyph
            assert setting.mark_at(glyph) is None


@given(settings())
def test_an_offset_is_on_the_line_where_it_is_drawn(made: tuple[Block, Setting]) -> None:
    block, setting = made
    for offset in range(len(block.text)):
        glyph, line = setting.drawn(offset, offset)[0], setting.line_of(offset)
        start, end = setting.lines[line]
        assert start <= glyph < end or drawable(block.text[offset]) == " "


@given(ANY, st.data())
def test_pieces_of_a_block_together_are_the_block(text: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(text)))
    ats = data.draw(st.lists(st.integers(0, len(text)), max_size=4).map(sorted))
    pages = data.draw(st.lists(st.integers(0, max(0, len(text) - 1)), max_size=2, unique=True).map(sorted))
    block = Block(
        "paragraph", text, tuple(NoteMark(at, "1", 1) for at in ats), tuple(PageBreak(at, "2") for at in pages)
    )
    both = Setting(block, 10, (0, cut)).glyphs + Setting(block, 10, (cut, len(text))).glyphs
    if 0 < cut < len(text):
        assert both == Setting(block, 10).glyphs


def test_a_doubtful_marker_is_drawn_with_its_doubt() -> None:
    block = Block("paragraph", "Moscow.", (NoteMark(7, "5", 5, None, 0.6),))
    assert Setting(block, 20).glyphs == f"Moscow.⁵{DOUBT}"


@given(st.integers(0, 10**6), WIDTHS)
def test_an_estimate_is_at_least_a_line(length: int, width: int) -> None:
    assert 1 <= estimated_lines(length, width) <= max(1, length)
