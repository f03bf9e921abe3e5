"""The contents pane: what is open, as a tree, with a line to type into that filters it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from tgreader.reading.shelf.contents import Shown
from tgreader.tui.widgets.bars import Bar
from tgreader.tui.widgets.row_list import ListRow, RowList, none_holds

_NOTICE = 4
"""Rows at the foot over which a notice may stand: the line of the document being read stands higher."""
_UNFOLDED, _FOLDED, _HERE, _LEAF = "▾ ", "▸ ", "• ", "  "


class ContentsPane(Vertical):
    """Shows the lines it is given; says what is typed to filter them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n", "move(1)", show=False),
        Binding("up,ctrl+p", "move(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("escape", "end_filter", show=False),
    ]
    """Keys while something is typed: else they are commands of the screen."""

    class Typed(Message):
        """What stands in the line is other than before."""

        def __init__(self, typed: str) -> None:
            super().__init__()
            self.typed = typed

    class Entered(Message):
        """The line at the cursor was chosen while something was typed."""

    def compose(self) -> ComposeResult:
        """Title, line to type into, tree."""
        yield Bar(id="contents-title", classes="title")
        yield Input(placeholder="type to filter", compact=True)
        yield RowList(id="contents")

    @property
    def tree_view(self) -> RowList:
        """The tree."""
        return self.query_one(RowList)

    @property
    def typed(self) -> str:
        """What filters the lines, or ""."""
        return self.query_one(Input).value if self.has_class("-filtering") else ""

    @property
    def shown(self) -> Shown | None:
        """The line at the cursor."""
        row = self.tree_view.row
        return row.key if row is not None and isinstance(row.key, Shown) else None

    def show(self, lines: Sequence[Shown], here: object, cursor: object) -> None:
        """Show other lines.

        Args:
            lines: the lines.
            here: the address of the document being read.
            cursor: the key of the line the cursor is on; else it is where the reader is, or on the first that matches.
        """
        rows = [_row(shown, here) for shown in lines]
        found = (
            next((n for n, shown in enumerate(lines) if shown.line.key == cursor), None),
            next((n for n, shown in enumerate(lines) if shown.matches and shown.line.address == here), None),
            next((n for n, shown in enumerate(lines) if shown.matches), 0),
        )
        at = next(number for number in found if number is not None)
        self.tree_view.replace(rows or [none_holds(self.typed)], at)
        if rows and rows[at].here:
            self.call_after_refresh(self.tree_view.keep_clear, _NOTICE)

    def say(self, title: str, count: str) -> None:
        """Say what is shown."""
        bar = self.query_one(Bar)
        has_focus = self.tree_view.has_focus or self.query_one(Input).has_focus
        bar.say((f"▸ {title}" if has_focus else title, "Contents"), (count, count.partition(" · ")[0], ""))
        bar.set_class(has_focus, "focused")

    def filter(self) -> None:
        """Let the reader type."""
        self.add_class("-filtering")
        self.screen.set_focus(self.query_one(Input))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Entered())

    def action_end_filter(self) -> None:
        """Show all again, with the cursor where it is."""
        self.remove_class("-filtering")
        self.screen.set_focus(self.tree_view)
        with self.prevent(Input.Changed):
            self.query_one(Input).value = ""
        self.post_message(self.Typed(""))

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self.tree_view.action_next(step)

    def action_page(self, pages: float) -> None:
        """Move by a page."""
        self.tree_view.action_page(pages)


def _row(shown: Shown, here: object) -> ListRow:
    line = shown.line
    is_here = line.address is not None and line.address == here
    sign = _HERE if is_here else _LEAF if shown.unfolded is None else _UNFOLDED if shown.unfolded else _FOLDED
    return ListRow(line.title, line.facts, key=shown, lead="  " * line.depth + sign, here=is_here)
