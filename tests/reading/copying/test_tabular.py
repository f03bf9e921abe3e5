"""Tables as comma-separated values: read back they are what was written, and no spreadsheet calculates with them."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tgreader.reading.copying.tabular import comma_separated
from tgreader.reading.document.visible import visible

CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=12).filter(
    lambda cell: not cell.startswith(("=", "+", "-", "@")) and visible(cell) == cell
)


def read(table: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table, newline="")))


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2)))
def test_what_is_written_is_read_back(rows: list[list[str]]) -> None:
    assert read(comma_separated(["a", "b"], rows)) == [["a", "b"], *rows]


def test_it_is_written_as_rfc_4180_has_it() -> None:
    table = comma_separated(["number", "note"], [[1, 'He said "no", twice'], [2, "two\nlines"], [3, ""]])
    assert table == 'number,note\r\n1,"He said ""no"", twice"\r\n2,"two\nlines"\r\n3,\r\n'


@pytest.mark.parametrize("cell", ["=1+1", "+31 20", "-5 degrees", "@SUM(A1)", '=HYPERLINK("http://x")'])
def test_words_are_no_formula(cell: str) -> None:
    assert read(comma_separated(["a"], [[cell]]))[1] == [f"'{cell}"]


def test_a_number_stays_a_number_and_controls_are_seen() -> None:
    assert read(comma_separated(["a", "b"], [[-3, "\x1b[2J"]]))[1] == ["-3", "\\x1b[2J"]
