"""A dialog whose rows answer to more keys than Enter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tgreader.tui.screens.dialog import ListDialog
from tgreader.tui.widgets.row_list import ListRow, RowList


class Asked(NamedTuple):
    """What another key than Enter asks for: the key of the row at the cursor, and where in the list that is."""

    what: str
    key: object
    at: int


class AskingDialog(ListDialog):
    """Shows rows and gives back the key of the one chosen, or what was asked of it, or None.

    Args:
        title: what the rows are.
        rows: the rows.
        keys: for a key, what it asks for.
        chosen: the key of the row the cursor is on at first.
        foot: the keys, said at the foot.
    """

    def __init__(
        self, title: str, rows: Sequence[ListRow], keys: Mapping[str, str], chosen: object = None, *, foot: str
    ) -> None:
        super().__init__(title, rows, chosen, foot=foot)
        for key, what in keys.items():
            self._bindings.bind(key, f"ask('{what}')", show=False)

    def action_ask(self, what: str) -> None:
        """Give back what is asked for."""
        view = self.query_one(RowList)
        self.dismiss(Asked(what, view.row.key if view.row else None, view.cursor))
