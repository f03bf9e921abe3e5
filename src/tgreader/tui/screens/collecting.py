"""The basket: what was cited, to go there again and to export it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType

from tgreader.errors import TgReaderError
from tgreader.tui.screens.dialog import ListDialog
from tgreader.tui.screens.selecting import Selecting
from tgreader.tui.widgets.row_list import ListRow, RowList

if TYPE_CHECKING:
    from tgreader.library.work import CitedPlace
    from tgreader.reading.basket import Entry

_FOOT = "Enter goes there · e exports all · x removes · Esc closes"
_CLIPBOARD, _FILE = "the clipboard", "a file"


class Asked(NamedTuple):
    """What is to be done with the basket: with which of its entries, and where in the list that is."""

    what: str
    entry: Entry | None = None
    at: int = 0


class BasketDialog(ListDialog):
    """The entries of the basket; gives back what is asked for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "export", show=False),
        Binding("x,delete", "remove", show=False),
    ]

    def action_export(self) -> None:
        """All of it is to be exported."""
        self.dismiss(Asked("export"))

    def action_remove(self) -> None:
        """The entry at the cursor is to be removed."""
        row = self.query_one(RowList).row
        if row is not None and isinstance(row.key, Asked):
            self.dismiss(row.key._replace(what="remove"))


class Collecting(Selecting):
    """A desk at which what was cited is collected."""

    async def action_basket(self) -> None:
        """Show what was cited, in the style of citations."""
        await self._show_basket(0)

    async def _show_basket(self, cursor: int) -> None:
        places = self.session.memory.basket()
        if not places:
            self.say("nothing is in the basket: c, C and y put there what they cite")
            return
        dialog = BasketDialog("Basket", (), foot=_FOOT)
        await self.app.push_screen(dialog, self._do_with_basket)
        work = partial(self._list_basket, dialog, places, self.style, cursor)
        self.run_worker(work, name="citing the basket", group="basket", exclusive=True, thread=True)

    def _list_basket(self, dialog: BasketDialog, places: list[CitedPlace], style: str, cursor: int) -> None:
        """In a thread: what is not open any more is read again."""
        from tgreader.reading.basket import entries

        found = entries(self.session.shelf, places, style, self.settings)
        self.app.call_from_thread(self._fill_basket, dialog, found, cursor)

    def _fill_basket(self, dialog: BasketDialog, found: list[Entry], cursor: int) -> None:
        if dialog.is_current:
            rows = [
                ListRow(entry.citation.text, str(entry.address), key=Asked("go", entry, at))
                for at, entry in enumerate(found)
            ]
            dialog.show_rows(rows, f"Basket: {len(rows):,} citation" + ("s" if len(rows) > 1 else ""))
            dialog.query_one(RowList).move_to(cursor)

    async def _do_with_basket(self, asked: object) -> None:
        if not isinstance(asked, Asked):
            return
        if asked.entry is None:
            self._ask_style()
        elif asked.what == "go":
            self.text.focus()
            self.go(asked.entry.address)
        else:
            for place in asked.entry.places:
                self.session.memory.take_from_basket(place)
            await self._show_basket(asked.at)

    def _ask_style(self) -> None:
        from tgreader.citing.citation import EXPORTS, STYLES

        styles = sorted(STYLES, key=lambda style: style not in EXPORTS)
        asides = dict.fromkeys(EXPORTS, "for reference managers") | {self.style: "as citations are now"}
        rows = [ListRow(style, asides.get(style, ""), key=style) for style in styles]
        self.choose("Export in which style?", rows, self._ask_where, foot="Enter chooses · Esc closes")

    def _ask_where(self, style: object) -> None:
        from tgreader.reading.basket import file_name

        if isinstance(style, str):
            rows = [
                ListRow("to the clipboard", key=_CLIPBOARD),
                ListRow("to a new file in this folder", file_name(style), key=_FILE),
            ]
            self.choose(
                f"Export as {style} where?", rows, partial(self._export, style), foot="Enter does it · Esc closes"
            )

    def _export(self, style: str, where: object) -> None:
        if where is not None:
            work = partial(self._exported, self.session.memory.basket(), style, where)
            self.run_worker(work, name="exporting", group="basket", exclusive=True, thread=True)

    def _exported(self, places: list[CitedPlace], style: str, where: object) -> None:
        """In a thread, as listing."""
        from tgreader.citing.citation import many
        from tgreader.reading.basket import entries, written

        citations = [entry.citation for entry in entries(self.session.shelf, places, style, self.settings)]
        text = many(citations, style)
        missing = tuple(dict.fromkeys(sentence for citation in citations for sentence in citation.missing))
        if where == _CLIPBOARD:
            self._copied(text, missing)
            return
        try:
            lines = [f"Written to {written(text, style, Path.cwd())}", *missing]
        except TgReaderError as error:
            lines = [str(error)]
        self.app.call_from_thread(self.say, "\n".join(lines))
