"""Tables: columns that fit where they can, and a part of the table where they cannot."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import OpenReader
from tests.tei.volumes import document
from tgreader.model.document import Block
from tgreader.tui.tables import RULE, RowSetting, columns
from tgreader.tui.typeset import cells

from .volume import written

CELL = st.text(st.sampled_from("ab  12,漢"), max_size=40).map(lambda text: " ".join(text.split()))
ROWS = st.lists(st.lists(st.tuples(CELL, st.integers(1, 3)), min_size=1, max_size=6), min_size=1, max_size=5)


def rows(*texts: str) -> list[Block]:
    """Rows whose cells are parted by bars."""
    made = "".join("<row>" + "".join(f"<cell>{c}</cell>" for c in text.split("|")) + "</row>" for text in texts)
    return list(document(f"<table>{made}</table>").blocks[1:])


def drawn(table: list[Block], room: int) -> list[str]:
    """The lines of a table as they are drawn, without rules."""
    found = columns(table, room)
    lines = []
    for row in table:
        setting = RowSetting(row, found)
        for number in range(len(setting.lines)):
            line = ""
            for part in setting.parts(number):
                line = line.ljust(part.x) + setting.glyphs[part.first : part.last]
            lines.append(line)
    return lines


def test_columns_are_as_wide_as_their_cells_and_figures_end_below_each_other() -> None:
    assert drawn(rows("Country|1970", "Poland|1,200", "Hungary|5"), 40) == [
        "Country    1970",
        "Poland    1,200",
        "Hungary       5",
    ]


def test_the_widest_column_is_narrowed_first_and_its_cells_wrapped() -> None:
    table = rows("Wine|sold in the autumn of the year|ok")
    assert drawn(table, 26) == ["Wine   sold in the      ok", "       autumn of the", "       year"]
    assert columns(table, 26).total <= 26


def test_a_word_over_several_narrow_columns_is_not_broken() -> None:
    head = "<row><cell>of</cell><cell cols='2'>Expenditure</cell></row>"
    table = document(f"<table>{head}<row><cell>a</cell><cell>1</cell><cell>2</cell></row></table>").blocks[1:]
    assert drawn(list(table), 40) == ["of   Expenditure", "a    1         2"]


def test_a_table_that_cannot_fit_is_as_wide_as_it_needs() -> None:
    found = columns(rows("|".join(f"{n:08}" for n in range(12))), 40)
    assert found.total == 12 * 8 + 11 * len(RULE)


def test_a_cell_over_two_columns_has_the_room_of_both() -> None:
    table = list(
        document(
            '<table><row><cell>one</cell><cell>two</cell><cell>3</cell></row><row><cell cols="2">both of</cell>'
            "<cell>4</cell></row></table>"
        ).blocks[1:]
    )
    assert drawn(table, 40) == ["one   two   3", "both of     4"]
    assert RowSetting(table[1], columns(table, 40)).rules() == [10]


@given(ROWS, st.integers(1, 90))
def test_every_word_of_every_cell_is_drawn_once_inside_its_column(made: list[list[tuple[str, int]]], room: int) -> None:
    written_rows = "".join(
        "<row>" + "".join(f'<cell cols="{n}">{text}</cell>' for text, n in row) + "</row>" for row in made
    )
    table = list(document(f"<table>{written_rows}</table>").blocks[1:])
    found = columns(table, room)
    edges = [(start, start + width) for start, width in zip(found.starts, found.widths, strict=True)]
    assert all(end + len(RULE) == following for (_, end), (following, _) in pairwise(edges))
    for row, texts in zip(table, made, strict=True):
        setting = RowSetting(row, found)
        parts = [part for line in range(len(setting.lines)) for part in setting.parts(line)]
        read = "".join(setting.glyphs[p.first : p.last] for p in sorted(parts, key=lambda p: p.first))
        assert read.replace(" ", "") == "".join(text for text, _ in texts).replace(" ", "")
        for line in range(len(setting.lines)):
            for part, following in pairwise(setting.parts(line)):
                wide = cells(setting.glyphs[part.first : part.last])
                assert part.x + wide < following.x or wide > found.widths[-1]
        for at in range(len(row.text)):
            assert 0 <= setting.line_of(at) < len(setting.lines)


async def test_a_table_is_drawn_with_its_columns(reader: OpenReader, tmp_path: Path) -> None:
    async with reader(written(tmp_path), size=(120, 50)) as opened:
        await opened.go("2")
        shown = opened.shown
    assert "Poland  │ 1,200 │  980 │ Mostly coal" in shown
    assert "Hungary │       │   12 │ Wine" in shown
    assert "Both            │  992 │" in shown


async def test_a_wide_table_scrolls_sideways_and_says_there_is_more(reader: OpenReader, tmp_path: Path) -> None:
    async with reader(written(tmp_path), size=(100, 50)) as opened:
        await opened.go("2")
        await opened.press(*"jjjjjjjj")
        assert "January-in-full │ " in opened.shown
        assert "November" not in opened.shown
        line = next(line for line in opened.lines if "January" in line)
        assert "›" in line
        assert "‹" not in line
        for _ in range(9):
            await opened.press("greater_than_sign")
        line = next(line for line in opened.lines if "November-in-full" in line)
        assert "‹" in line
        assert "›" not in line
        assert "110" in opened.shown
        for _ in range(9):
            await opened.press("less_than_sign")
        assert "January-in-full │ " in opened.shown


async def test_where_no_wide_table_is_the_key_says_so(reader: OpenReader, tmp_path: Path) -> None:
    async with reader(written(tmp_path), size=(100, 50)) as opened:
        await opened.go("1")
        await opened.press("greater_than_sign")
        assert "no table wider than the pane" in opened.said


async def test_words_are_drawn_as_they_are_printed(reader: OpenReader, tmp_path: Path) -> None:
    async with reader(written(tmp_path), size=(110, 60)) as opened:
        await opened.go("1")
        shown = opened.shown
        assert "on the 4ᵗʰ" in shown
        assert "H₂O" in shown
        assert "5 P.M. he left" in shown
        assert "⟦SECRET⟧ He left a paper.² [gap] It said" in shown
        assert "[figure] The seal of the embassy" in shown
        text = opened.lines_of("#text")
        assert "Tab A" in text[next(n for n, line in enumerate(text) if "────" in line) + 1]
        styles = {
            segment.text: segment.style
            for strip in opened.app.screen._compositor.render_strips()
            for segment in strip
            if segment.style
        }
    assert styles["not"].italic
    assert styles["trade"].bold
    assert styles["left"].underline
    assert styles["SECRET"].strike
