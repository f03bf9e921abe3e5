"""The basket: what was cited, to go there again and to export it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from tgreader.reading.document.titles import counted
from tgreader.tui.screens.exporting import Exporting
from tgreader.tui.screens.selecting import Selecting
from tgreader.tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from tgreader.library.work.work import CitedPlace
    from tgreader.reading.copying.basket import Entry
    from tgreader.tui.screens.asking import AskingDialog

_FOOT = "Enter goes there · e exports all · x removes · Esc closes"
_KEYS = {"e": "export", "x": "remove", "delete": "remove"}


class Collecting(Exporting, Selecting):
    """A desk at which what was cited is collected."""

    async def action_basket(self) -> None:
        """Show what was cited, in the style of citations."""
        await self._show_basket(0)

    async def _show_basket(self, cursor: int) -> None:
        places = self.session.memory.basket()
        if not places:
            self.say("nothing is in the basket: c, C and y put there what they cite")
            return
        from tgreader.tui.screens.asking import AskingDialog

        dialog = AskingDialog("Basket", (), _KEYS, foot=_FOOT)
        await self.app.push_screen(dialog, self._do_with_basket)
        work = partial(self._list_basket, dialog, places, self.style, cursor)
        self.run_worker(work, name="citing the basket", group="basket", exclusive=True, thread=True)

    def _list_basket(self, dialog: AskingDialog, places: list[CitedPlace], style: str, cursor: int) -> None:
        """In a thread: what is not open any more is read again."""
        from tgreader.reading.copying.basket import entries

        found = entries(self.session.shelf, places, style, self.citing)
        self.app.call_from_thread(self._fill_basket, dialog, found, cursor)

    def _fill_basket(self, dialog: AskingDialog, found: list[Entry], cursor: int) -> None:
        if dialog.is_current:
            rows = [ListRow(entry.citation.text, str(entry.address), key=entry) for entry in found]
            dialog.show_rows(rows, f"Basket: {counted(len(rows), 'citation')}")
            for _ in range(min(cursor, len(rows) - 1)):
                dialog.action_move(1)

    async def _do_with_basket(self, asked: object) -> None:
        from tgreader.tui.screens.asking import Asked

        if isinstance(asked, Asked) and asked.what == "export":
            self._ask_style()
        elif isinstance(asked, Asked):
            for place in cast("Entry", asked.key).places if asked.key else ():
                self.session.memory.take_from_basket(place)
            await self._show_basket(asked.at)
        elif asked is not None:
            entry = cast("Entry", asked)
            self.go_again(str(entry.address), next((place.file for place in entry.places if place.file), ""))

    def _ask_style(self) -> None:
        from tgreader.citing.citation import EXPORTS, STYLES

        styles = sorted(STYLES, key=lambda style: style not in EXPORTS)
        asides = dict.fromkeys(EXPORTS, "for reference managers") | {self.style: "as citations are now"}
        rows = [ListRow(style, asides.get(style, ""), key=style) for style in styles]
        self.choose("Export in which style?", rows, self._ask_where, foot="Enter chooses · Esc closes")

    def _ask_where(self, style: object) -> None:
        from tgreader.reading.copying.basket import file_name

        if isinstance(style, str):
            self.export(f"Export as {style} where?", file_name(style), partial(self._exported, style))

    def _exported(self, style: str) -> tuple[str, tuple[str, ...]]:
        """In a thread, as listing: the citations, and what could not be said in them."""
        from tgreader.citing.citation import many
        from tgreader.reading.copying.basket import entries

        places = self.app.call_from_thread(self.session.memory.basket)
        citations = [entry.citation for entry in entries(self.session.shelf, places, style, self.citing)]
        missing = tuple(dict.fromkeys(sentence for citation in citations for sentence in citation.missing))
        return many(citations, style), missing
