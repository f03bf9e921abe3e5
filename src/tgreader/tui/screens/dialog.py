"""A dialog with a list: contents, candidates, keys. Typing filters it where that helps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from tgreader.reading.document.find import folded
from tgreader.tui.widgets.bars import Bar, Said
from tgreader.tui.widgets.item_view import ItemView
from tgreader.tui.widgets.row_list import ListRow, RowList, none_holds


class ListDialog(ModalScreen[object]):
    """Shows rows and gives back the key of the one chosen, or None.

    Args:
        title: what the rows are.
        rows: the rows.
        chosen: the key of the row the cursor is on at first.
        filtering: whether what is typed narrows the list to the rows that hold every word.
        hint: what stands in the line to type into while it is empty.
        foot: the keys, said at the foot.
        name: what other parts of the program know it by while it is open.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n", "move(1)", show=False),
        Binding("up,ctrl+p", "move(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("enter", "choose", show=False),
        Binding("escape", "dismiss(None)", show=False),
    ]
    PLAIN_KEYS: ClassVar[dict[str, str]] = {
        "j": "move(1)",
        "k": "move(-1)",
        "space": "page(1)",
        "b": "page(-1)",
        "g": "end(False)",
        "home": "end(False)",
        "G": "end(True)",
        "end": "end(True)",
        "q": "dismiss(None)",
        "question_mark": "dismiss(None)",
    }
    """Keys of a list into which nothing is typed."""
    LISTED: ClassVar[str] = "line"
    """What a row is."""
    TYPING_FIRST: ClassVar[bool] = True
    """Whether the line to type into has the keys at first, where there is one."""

    def __init__(
        self,
        title: str,
        rows: Sequence[ListRow],
        chosen: object = None,
        *,
        filtering: bool = False,
        hint: str = "type to filter",
        foot: Said = "Esc closes",
        name: str | None = None,
    ) -> None:
        super().__init__(name=name)
        self._title, self._all, self._chosen, self._filtering, self._foot = title, rows, chosen, filtering, foot
        self._hint = hint
        if not filtering:
            for key, action in self.PLAIN_KEYS.items():
                self._bindings.bind(key, action, show=False)

    def compose(self) -> ComposeResult:
        """Title, line to type into, rows, keys."""
        with Vertical():
            yield Bar(id="dialog-title", classes="focused")
            if self._filtering:
                yield Input(placeholder=self._hint, compact=True)
            yield RowList()
            yield from self.below()
            yield Bar(id="dialog-foot")

    def below(self) -> ComposeResult:
        """What stands between the rows and the keys: nothing."""
        yield from ()

    def on_mount(self) -> None:
        """Show everything."""
        self.query_one("#dialog-foot", Bar).say(self._foot)
        self.show_rows(self._all)
        self.begin()

    def begin(self) -> None:
        """Give the keys to the line that is typed into, or to the rows."""
        first = Input if self.TYPING_FIRST and self._filtering else RowList
        self.set_focus(self.query_one(first))  # at once: what is typed next is for it

    def show_rows(self, rows: Sequence[ListRow], title: str | None = None) -> None:
        """Take other rows, as when more have become known; the cursor stays on its row."""
        view = self.query_one(RowList)
        chosen = view.row.key if view.row else self._chosen
        self._all, self._title = rows, title or self._title
        typed = self.query_one(Input).value if self._filtering else ""
        shown = self.filtered(rows, typed)
        at = next((number for number, row in enumerate(shown) if row.key == chosen and not row.group), 0)
        view.show(shown if shown or not typed.strip() else [none_holds(typed, self.LISTED)], at)
        self.query_one("#dialog-title", Bar).say(self._title, self.count_words(len(shown), typed))

    def count_words(self, shown: int, typed: str) -> str:
        """How many rows there are, as the title says it."""
        if not self._filtering:
            return ""
        return f"{shown:,} of {len(self._all):,}" if typed.strip() else f"{shown:,}"

    def filtered(self, rows: Sequence[ListRow], typed: str) -> Sequence[ListRow]:
        """The rows that hold every word that is typed."""
        words = folded(typed).split()
        return [row for row in rows if all(word in folded(f"{row.title} {row.aside}") for word in words)]

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.typed(event.value)

    def typed(self, words: str) -> None:
        """Something else was typed."""
        self.show_rows(self._all)

    @on(Input.Submitted)
    @on(ItemView.Chosen)
    def _wanted(self) -> None:
        self.action_choose()

    def action_choose(self) -> None:
        """Give back the row at the cursor."""
        row = self.query_one(RowList).row
        if row is not None:
            self.dismiss(row.key)

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self.query_one(RowList).action_next(step)

    def action_page(self, pages: float) -> None:
        """Move by a page."""
        self.query_one(RowList).action_page(pages)

    def action_end(self, last: bool) -> None:
        """Go to the first or last row."""
        self.query_one(RowList).action_end(last)
