"""The register of telegrams: every one that the volume cites, or all that is open, to go to and to take along."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from tgreader.model.address import Address
from tgreader.tui.screens.backtracing import Backtracing
from tgreader.tui.screens.exporting import Exported, Exporting
from tgreader.tui.screens.long_reading import Show
from tgreader.tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from tgreader.reading.backlinks.indexed import IndexedCitings
    from tgreader.reading.pointing.citing_places import Citing
    from tgreader.reading.register.gathering import Telegrams
    from tgreader.reading.register.telegrams import Entry
    from tgreader.tui.screens.register_dialog import RegisterDialog

FILE_NAME = "telegrams.csv"

_SCOPES = {"volume": "this volume", "open": "what is open", "library": "the library"}


class Registering(Backtracing, Exporting):
    """A desk at which one keeps a register of telegrams."""

    _telegrams: Telegrams | None = None
    _telegrams_index: IndexedCitings | None = None
    _register: RegisterDialog | None = None
    _register_order = "number"
    _register_scope = "volume"

    @property
    def telegrams(self) -> Telegrams:
        """Who knows which telegrams are named: what is open, and the library, if it was indexed by now."""
        index = self.session.indexed
        if self._telegrams is None or index is not self._telegrams_index:
            from tgreader.reading.register.gathering import Telegrams

            self._telegrams = Telegrams(self.session.shelf, self.session.referring, index)
            self._telegrams_index = index
        return self._telegrams

    async def action_telegrams(self) -> None:
        """Show the telegrams that are cited in this volume, in all that is open, or in all that is indexed."""
        from tgreader.tui.screens.register_dialog import RegisterDialog

        scope = self._register_scope if self._register_scope in self._scopes() else self._scopes()[0]
        self._register = RegisterDialog(f"Telegrams cited in {_SCOPES[scope]}", self._register_order)
        await self.app.push_screen(self._register, self._do_with_register)
        if scope == "library" and (index := self.session.indexed) is not None:
            self._register.tell((f"asking the index of {index.volumes:,} volumes · Esc stops", "asking the index"))
        self.start_reading(partial(self._gathered, self.telegrams, scope, self.reading.document.volume))

    def _scopes(self) -> list[str]:
        """Whose telegrams may be listed, from the narrowest."""
        scopes = ["volume"] if self.reading.document.volume else []
        return [*scopes, "open", *(["library"] if self.session.indexed is not None else [])]

    def _gathered(self, telegrams: Telegrams, scope: str, volume: str | None) -> Show | None:
        """In a thread: all telegrams."""
        if scope == "library":
            return partial(self._fill_register, telegrams.entries_of_library())
        volume = volume if scope == "volume" else None
        while True:
            trouble = telegrams.trouble
            for done, total in telegrams.read(volume):
                if not self.tell_progress(done, total):
                    return None
            entries = telegrams.entries(volume)
            if telegrams.trouble is trouble:  # else the index broke meanwhile: what it had is read
                return partial(self._fill_register, entries)

    def _fill_register(self, entries: Sequence[Entry]) -> None:
        if self._register is not None and self._register.is_current:
            self._register.take(entries)
            if trouble := self.telegrams.trouble or self.session.index_trouble:
                self._register.tell((str(trouble), trouble.what))

    def show_progress(self, words: tuple[str, ...]) -> None:
        """Say how far a reading has got where one looks."""
        if self._register is not None and self._register.is_current:
            self._register.tell(words)
        else:
            super().show_progress(words)

    async def _do_with_register(self, asked: object) -> None:
        from tgreader.tui.screens.asking import Asked
        from tgreader.tui.screens.register_dialog import SCOPE

        self.stop_reading()
        register, self._register = self._register, None
        if register is not None:
            self._register_order = register.order
        if isinstance(asked, Asked) and asked.what == SCOPE:
            scopes = self._scopes()
            here = scopes.index(self._register_scope) if self._register_scope in scopes else 0
            self._register_scope = scopes[(here + 1) % len(scopes)]
            await self.action_telegrams()
        elif isinstance(asked, Asked) and register is not None:
            self._export_register(register.shown)
        elif asked is not None:
            self._go_to_telegram(cast("Entry", asked))

    def _export_register(self, entries: Sequence[Entry]) -> None:
        from tgreader.reading.copying.tabular import FOR_SPREADSHEETS

        if not entries:
            self.say("there is no telegram to export")
            return
        title = f"Export {len(entries):,} telegram{'s' if len(entries) > 1 else ''} as CSV where?"
        self.export(title, FILE_NAME, partial(_as_table, entries), first=FOR_SPREADSHEETS)

    def _go_to_telegram(self, entry: Entry) -> None:
        """Go to the one place that has to do with a telegram, or ask to which."""
        if entry.printed is None and len(entry.citings) == 1:
            self.set_focus(self.text)
            self.go_to_citing(entry.citings[0])
            return
        rows = [ListRow(f"the telegram itself: {entry.printed_title}", key=entry.printed)] if entry.printed else []
        rows += [ListRow(citing.sentence, _place(citing), key=citing) for citing in self.telegrams.citings(entry)]
        title = f"{entry.kind.capitalize()} {entry.number}: where it is named"
        self.choose(title, rows, self._go_to_chosen, foot="Enter goes there · Esc closes")

    def _go_to_chosen(self, chosen: object) -> None:
        if chosen is None:
            return
        self.set_focus(self.text)
        if isinstance(chosen, Address):
            self.go(chosen)
        else:
            self.go_to_citing(cast("Citing", chosen))


def _place(citing: Citing) -> str:
    return f"{citing.document.partition('. ')[0][:24]}, {citing.where}"


def _as_table(entries: Sequence[Entry]) -> Exported:
    from tgreader.reading.copying.tabular import comma_separated
    from tgreader.reading.register.telegrams import HEADER

    return comma_separated(HEADER, (entry.row for entry in entries)), ()
