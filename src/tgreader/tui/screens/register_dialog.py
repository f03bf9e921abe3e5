"""The register of telegrams as a list: sorted by any column, narrowed by typing, with more of the one at the cursor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from tgreader.reading.document.find import folded
from tgreader.reading.register.orders import ORDERS
from tgreader.reading.register.telegrams import DEPARTMENT, Entry, in_order, line
from tgreader.tui.screens.asking import Asked
from tgreader.tui.screens.dialog import ListDialog
from tgreader.tui.typeset import shortened
from tgreader.tui.widgets.bars import Bar
from tgreader.tui.widgets.item_view import ItemView
from tgreader.tui.widgets.row_list import ListRow, RowList

EXPORT, SCOPE = "export", "scope"
"""What is asked for by `e` and by `a`."""

_MONTH = re.compile(r"^([A-Z][a-z]{2})[a-z]*\.?")
_FOOT = (
    "Enter goes there · s sorts · / narrows · a volume, open, library · e exports as CSV · Esc closes",
    "Enter goes · s sorts · / narrows · a of more · e exports · Esc closes",
    "Enter · s sorts · / narrows · a of more · e exports",
    "Esc closes",
)


class RegisterDialog(ListDialog):
    """Shows telegrams, and gives back the one chosen, or what was asked for, or None.

    Args:
        title: what they are the telegrams of.
        order: one of `ORDERS`, by which they are sorted at first.

    Attributes:
        order: by which they are sorted now.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("slash", "narrow", show=False),
        Binding("s", "order", show=False),
        Binding("e", f"ask('{EXPORT}')", show=False),
        Binding("a", f"ask('{SCOPE}')", show=False),
    ]

    TYPING_FIRST = False
    LISTED = "telegram"

    def __init__(self, title: str, order: str) -> None:
        super().__init__(title, (), filtering=True, hint="/ narrows the list", foot=_FOOT)
        for key, action in self.PLAIN_KEYS.items():
            self._bindings.bind(key, action, show=False)
        self.order = order
        self._of = title
        self._entries: Sequence[Entry] = ()

    def below(self) -> ComposeResult:
        """What more is known of the telegram at the cursor."""
        yield Bar(id="register-file")
        yield Bar(id="register-places")

    # What it shows

    def take(self, entries: Sequence[Entry]) -> None:
        """Show these telegrams."""
        self._entries = entries
        self._sort()

    def tell(self, words: Sequence[str]) -> None:
        """Say how far reading has got."""
        self.query_one("#dialog-title", Bar).say(self._of, words)

    def _sort(self) -> None:
        rows = [ListRow(_title(entry), _aside(entry), key=entry) for entry in in_order(self._entries, self.order)]
        self.show_rows(
            rows, f"{self._of}, by {self.order}" if self.order != "cited" else f"{self._of}, most cited first"
        )
        self._tell_more()

    def show_rows(self, rows: Sequence[ListRow], title: str | None = None) -> None:
        """Take other rows; what is told is of the one that is then at the cursor."""
        super().show_rows(rows, title)
        self._tell_more()

    def filtered(self, rows: Sequence[ListRow], typed: str) -> Sequence[ListRow]:
        """Those of which all that is known holds every word that is typed."""
        words = folded(typed).split()
        return [row for row in rows if isinstance(row.key, Entry) and _holds(row.key, words)]

    @on(ItemView.Moved)
    def _tell_more(self) -> None:
        row = self.query_one(RowList).row
        entry = row.key if row is not None and isinstance(row.key, Entry) else None
        file, places = (entry.file or "no note gives its file", _places(entry)) if entry else ("", "")
        self.query_one("#register-file", Bar).say(file)
        self.query_one("#register-places", Bar).say(places)

    # Keys

    def action_order(self) -> None:
        """Sort by the next column."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self._sort()

    def action_narrow(self) -> None:
        """Type words that narrow the list."""
        self.set_focus(self.query_one(Input))

    def action_choose(self) -> None:
        """From the words typed, to the list; from there, give back the telegram at the cursor."""
        if self.query_one(Input).has_focus:
            self.set_focus(self.query_one(RowList))
        else:
            super().action_choose()

    def action_leave(self) -> None:
        """From the words typed, back to the whole list; from there, close."""
        field = self.query_one(Input)
        if field.has_focus or field.value:
            field.value = ""
            self.set_focus(self.query_one(RowList))
        else:
            self.dismiss(None)

    def action_ask(self, what: str) -> None:
        """Give back what is asked for."""
        view = self.query_one(RowList)
        self.dismiss(Asked(what, view.row.key if view.row else None, view.cursor))

    @property
    def shown(self) -> list[Entry]:
        """The telegrams that are shown, in their order."""
        return [row.key for row in self.query_one(RowList).rows if isinstance(row.key, Entry)]


def _title(entry: Entry) -> str:
    """Number, from whom to whom, and date, in columns that 80 columns of screen have room for."""
    sender, recipient = (name.replace(DEPARTMENT, "Department") for name in (entry.sender, entry.recipient))
    route = f"{sender} → {recipient}".strip() if sender or recipient else ""
    kind = "" if entry.kind == "telegram" or entry.number[:1].isalpha() else f" {entry.kind[:4]}."
    day = _MONTH.sub(r"\1", entry.sent.words)
    return f"{entry.number + kind:<8} {shortened(route, 20):<20} {day:<14}".rstrip()


def _aside(entry: Entry) -> str:
    fate = f"is {entry.printed_title}" if entry.printed else "not printed" if entry.unprinted else "not found here"
    times = f" · {len(entry.citings)}×" if len(entry.citings) > 1 else ""
    return f"{fate}{times}"


def _holds(entry: Entry, words: Sequence[str]) -> bool:
    said = folded(f"{line(entry)} {' '.join(citing.document for citing in entry.citings)}") if words else ""
    return all(word in said for word in words)


def _places(entry: Entry) -> str:
    named = dict.fromkeys(f"{citing.document.partition('. ')[0][:12]}, {citing.where}" for citing in entry.citings)
    return f"named in {'; '.join(named)}"
