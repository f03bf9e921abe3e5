"""A dialog whose rows answer to more keys than Enter, and which can be filtered when that is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import events
from textual.widgets import Input

from tgreader.model.tuples import NamedTuple
from tgreader.tui.screens.dialog import ListDialog
from tgreader.tui.widgets.bars import Said
from tgreader.tui.widgets.row_list import ListRow, RowList


class Asked(NamedTuple):
    """What another key than Enter asks for: the key of the row at the cursor, where in the list that is, the filter."""

    what: str
    key: object
    at: int
    typed: str = ""


class AskingDialog(ListDialog):
    """Shows rows and gives back the key of the one chosen, or what was asked of it, or None.

    Args:
        title: what the rows are.
        rows: the rows.
        keys: for a key, what it asks for.
        chosen: the key of the row the cursor is on at first.
        foot: the keys, said at the foot.
        filtering: whether `/` asks for words, which the rows shown then hold.
        typed: such words, to begin with.
    """

    TYPING_FIRST = False

    def __init__(
        self,
        title: str,
        rows: Sequence[ListRow],
        keys: Mapping[str, str],
        chosen: object = None,
        *,
        foot: Said,
        filtering: bool = False,
        typed: str = "",
    ) -> None:
        super().__init__(title, rows, chosen, foot=foot)
        self._filtering, self._first_typed = filtering, typed
        if filtering:
            self._bindings.bind("slash", "filter", show=False)
        for key, what in keys.items():
            self._bindings.bind(key, f"ask('{what}')", show=False)

    def begin(self) -> None:
        """The keys go to the rows, until `/` is pressed."""
        if self._filtering:
            line = self.query_one(Input)
            line.value = self._first_typed
            line.display = bool(self._first_typed)
        super().begin()

    def action_filter(self) -> None:
        """Ask for words."""
        line = self.query_one(Input)
        line.display = True
        self.set_focus(line)

    def action_choose(self) -> None:
        """From the words, to the rows that hold them; from these, give back the one at the cursor."""
        if isinstance(self.focused, Input):
            self.set_focus(self.query_one(RowList))
        else:
            super().action_choose()

    def on_key(self, event: events.Key) -> None:
        """Esc in the words: all rows are back."""
        if event.key == "escape" and isinstance(self.focused, Input):
            event.stop()
            event.prevent_default()
            line = self.query_one(Input)
            line.value = ""
            line.display = False
            self.set_focus(self.query_one(RowList))

    def action_ask(self, what: str) -> None:
        """Give back what is asked for."""
        view = self.query_one(RowList)
        typed = self.query_one(Input).value if self._filtering else ""
        self.dismiss(Asked(what, view.row.key if view.row else None, view.cursor, typed))
