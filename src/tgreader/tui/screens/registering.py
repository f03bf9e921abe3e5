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
    from tgreader.reading.pointing.citing_places import Citing
    from tgreader.reading.register.on_shelf import OpenTelegrams
    from tgreader.reading.register.telegrams import Entry
    from tgreader.tui.screens.register_dialog import RegisterDialog

FILE_NAME = "telegrams.csv"


class Registering(Backtracing, Exporting):
    """A desk at which one keeps a register of telegrams."""

    _telegrams: OpenTelegrams | None = None
    _register: RegisterDialog | None = None
    _register_order = "number"
    _register_all = False

    async def action_telegrams(self) -> None:
        """Show the telegrams that are cited in this volume, or in all that is open."""
        from tgreader.reading.register.on_shelf import OpenTelegrams
        from tgreader.tui.screens.register_dialog import RegisterDialog

        if self._telegrams is None:
            self._telegrams = OpenTelegrams(self.session.shelf, self.session.referring)
        volume = None if self._register_all else self.reading.document.volume
        title = "Telegrams cited in this volume" if volume else "Telegrams cited in what is open"
        self._register = RegisterDialog(title, self._register_order)
        await self.app.push_screen(self._register, self._do_with_register)
        self.start_reading(partial(self._gathered, self._telegrams, volume))

    def _gathered(self, telegrams: OpenTelegrams, volume: str | None) -> Show | None:
        """In a thread: all telegrams."""
        for done, total in telegrams.read(volume):
            if not self.tell_progress(done, total):
                return None
        return partial(self._fill_register, telegrams.entries(volume))

    def _fill_register(self, entries: Sequence[Entry]) -> None:
        if self._register is not None and self._register.is_current:
            self._register.take(entries)

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
            self._register_all = not self._register_all
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
        rows += [ListRow(citing.sentence, _place(citing), key=citing) for citing in entry.citings]
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
