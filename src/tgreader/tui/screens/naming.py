"""Who and what is that: the persons and terms of the paragraph, their entries, and where else they occur."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on

from tgreader.errors import TgReaderError
from tgreader.model.address import Address
from tgreader.reading.document.arrival import Arrival
from tgreader.reading.document.titles import entry_facts, entry_title
from tgreader.tui.screens.finding import Finding
from tgreader.tui.widgets.bars import Bar
from tgreader.tui.widgets.item_view import ItemView
from tgreader.tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from tgreader.reading.naming import Listed, NamesListed
    from tgreader.tui.widgets.names_panel import NamesPanel

_SHOWN, _ASKED, _NOT_WANTED = "-named", "-naming", "-no-names"
_TITLES = {"person": "Persons here", "term": "Terms here"}
_NONE: NamesListed = {}


class Naming(Finding):
    """A desk at which one is told who and what a text names. Its panel is there where the document names any."""

    _listed: NamesListed = _NONE

    async def _mount_panels(self) -> None:
        from tgreader.tui.widgets.names_panel import NamesPanel

        await super()._mount_panels()
        panel = NamesPanel(id="names")
        await self.query_one("#side").mount(Bar(id="names-title", classes="title"), panel, after="#notes")

    @property
    def names(self) -> NamesPanel:
        """The names panel."""
        return cast("NamesPanel", self.query_one("#names"))

    def find(self) -> None:
        """Find also what the document's names are in the volume's lists."""
        from tgreader.reading.naming import listed_in

        super().find()
        self._listed = listed_in(self.session, self.reading.document)
        self.set_class(bool(self._listed), _SHOWN)
        self._show_names()

    def show(self, arrival: Arrival) -> None:
        """Show a place; the names of another document are found anew."""
        if arrival.document is not self.reading.document:
            self._listed = _NONE
        super().show(arrival)

    def sync(self) -> None:
        """Bring everything to the reader's place."""
        super().sync()
        if self._is_furnished:
            self._show_names()

    def _show_names(self) -> None:
        if not self.has_class(_SHOWN):
            return
        from tgreader.reading.naming import names_here

        found = names_here(self.reading, self.text.block, self._listed)
        self.names.read(found)
        kinds = {name.kind for name in found}
        words = _TITLES[kinds.pop()] if len(kinds) == 1 else "Persons and terms here" if found else "No names here"
        self._title("#names-title", self.names, words, str(len(found)) if found else "")

    def panes(self) -> list[ItemView]:
        """The names stand below the notes."""
        panes = super().panes()
        at = panes.index(self.notes) + 1
        return [*panes[:at], self.names, *panes[at:]]

    def bring(self, view: ItemView) -> None:
        """Bring a pane onto the screen; a small one has room for one of the panels."""
        self.set_class(view is self.names, _ASKED)
        if view is self.names:
            self.remove_class(_NOT_WANTED)
        super().bring(view)

    def on_descendant_focus(self) -> None:
        """As at every desk; on a small screen the names give their room back with the keys."""
        if self.focused is self.text:
            self.remove_class(_ASKED)
        super().on_descendant_focus()

    def action_names(self) -> None:
        """Names: show and go there; from there, hide them."""
        if not self._listed:
            self.say("no list of this volume has a name that is marked in this document")
        elif self.view is not self.names:
            self.show_pane(self.names)
        else:
            self.set_focus(self.text)
            self.set_class(not self.has_class("-narrow"), _NOT_WANTED)

    def action_follow(self) -> None:
        """In the names, open the entry at the cursor."""
        if self.view is self.names:
            self._open_entry()
        else:
            super().action_follow()

    @on(ItemView.Chosen, "#names")
    def _open_entry(self) -> None:
        """Show what the list says, and where else in the volume it occurs."""
        name = self.names.name_here
        if name is None:
            self.say("no person and no term of the volume's lists is named in this paragraph")
            return
        from tgreader.reading.naming import occurrences
        from tgreader.tui.widgets.names_panel import in_words

        try:
            found = occurrences(self.session, self.reading.document, name.key)
        except TgReaderError as error:
            self.say_error(error)
            return
        count = f"in {len(found):,} documents and sections of this volume" if len(found) > 1 else "only here"
        here = self.reading.document.address
        rows = [ListRow(words, group=True) for words in (in_words(name), "", f"Marked {count}")]
        rows += [ListRow(entry_title(e), entry_facts(e), key=(name, e.address), here=e.address == here) for e in found]
        chosen = next((row.key for row in rows if row.here), None)
        self.choose(name.name.rstrip(" ,"), rows, self._go_to_name, chosen=chosen, foot="Enter goes there · Esc closes")

    def _go_to_name(self, chosen: object) -> None:
        if chosen is None:
            return
        from tgreader.reading.naming import first_place

        name, address = cast("tuple[Listed, Address]", chosen)
        try:
            place = first_place(self.session.shelf.document(address), name.key)
        except TgReaderError as error:
            self.say_error(error)
            return
        self.set_focus(self.text)
        self.go(place)
