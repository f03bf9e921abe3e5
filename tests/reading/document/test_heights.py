"""Rows of a column, against a model that lists every row."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tgreader.reading.document.heights import Heights


class Column(RuleBasedStateMachine):
    """Settles items in any order and asks about every row each time."""

    def __init__(self) -> None:
        super().__init__()
        self.model: list[int] = []
        self.exact: set[int] = set()
        self.heights = Heights([])

    @initialize(estimates=st.lists(st.integers(1, 9), min_size=1, max_size=12))
    def begin(self, estimates: list[int]) -> None:
        self.model, self.exact, self.heights = list(estimates), set(), Heights(iter(estimates))

    @rule(item=st.integers(0, 11), height=st.integers(1, 9))
    def settle(self, item: int, height: int) -> None:
        if item < len(self.model):
            assert self.heights.settle(item, height) == height - self.model[item]
            self.model[item] = height
            self.exact.add(item)

    @invariant()
    def every_row_is_in_its_item(self) -> None:
        rows = [(item, line) for item, height in enumerate(self.model) for line in range(height)]
        assert self.heights.total == len(rows)
        assert len(self.heights) == len(self.model)
        assert [self.heights.at(row) for row in range(len(rows))] == rows
        for item, height in enumerate(self.model):
            assert self.heights.height(item) == height
            assert rows[self.heights.start(item)] == (item, 0)
            assert self.heights.is_exact(item) == (item in self.exact)

    @invariant()
    def the_next_estimate_is_the_first_not_settled(self) -> None:
        for item in range(len(self.model) + 1):
            estimated = [other for other in range(item, len(self.model)) if other not in self.exact]
            assert self.heights.next_estimate(item) == (estimated[0] if estimated else None)


TestColumn = Column.TestCase


@given(st.lists(st.integers(1, 9), min_size=1, max_size=12), st.integers(-50, 200))
def test_rows_outside_fall_in_the_nearest_item(estimates: list[int], row: int) -> None:
    heights = Heights(estimates)
    item, line = heights.at(row)
    assert heights.start(item) + line == min(max(row, 0), sum(estimates) - 1)


def test_an_empty_column_has_no_rows() -> None:
    heights = Heights([])
    assert (heights.total, len(heights), heights.next_estimate(0)) == (0, 0, None)
