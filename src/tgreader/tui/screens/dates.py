"""Choosing dates: a year or month that there is, or any dates as one types them."""

from __future__ import annotations

from collections.abc import Sequence

from tgreader.tui.screens.dialog import ListDialog
from tgreader.tui.widgets.row_list import ListRow


class DatesDialog(ListDialog):
    """Lists years and months; dates that are typed come first, where they are some.

    Args:
        title: what the rows are.
        rows: the years and months, whose keys are a filter's name and value.
    """

    def __init__(self, title: str, rows: Sequence[ListRow]) -> None:
        super().__init__(title, rows, filtering=True, foot="type 1972, aug 1972, 1971..1973-06 · Enter chooses")

    def filtered(self, rows: Sequence[ListRow], typed: str) -> list[ListRow]:
        """The rows that hold what is typed, after the dates that it means."""
        from tgreader.reading.searching.filters import dates_meant

        meant, found = dates_meant(typed), list(super().filtered(rows, typed))
        if meant is None:
            return found
        typed_row = ListRow(meant, "as typed", key=("date", meant))
        first = next((row for row in found if row.key == typed_row.key), typed_row)
        return [first, *(row for row in found if row is not first)]
