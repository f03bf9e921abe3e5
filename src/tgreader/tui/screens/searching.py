"""Searching the library from the desk, opening quickly, opening what is found, and coming back to the search."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.widget import AwaitMount

from tgreader.errors import LibraryError
from tgreader.model.address import Address
from tgreader.tui.commands import SEARCH
from tgreader.tui.screens.collecting import Collecting

if TYPE_CHECKING:
    from tgreader.reading.searching.quickly import Quickly
    from tgreader.reading.searching.searcher import Searcher
    from tgreader.tui.screens.search import SearchScreen


class Searching(Collecting):
    """A desk from which one searches the library."""

    _search_screen: SearchScreen | None = None
    _searcher: Searcher | None = None
    _quickly: Quickly | None = None
    _found_at: tuple[int, ...] = ()
    """How many steps lay behind the reader after each place that was opened from the search, the last one last."""

    @property
    def searcher(self) -> Searcher | None:
        """The library, to be searched; None where there is none."""
        if self._searcher is None and self.session.memory.folder is not None:
            from tgreader.reading.searching.searcher import Searcher

            self._searcher = Searcher(self.session.memory.folder)
        return self._searcher

    async def action_search(self) -> None:
        """Go to the search screen, which is as it was left."""
        if self.searcher is None:
            self.say("there is no library to search: --library names its folder")
        else:
            await self._search(self.searcher)  # what is typed next belongs to its query

    def _search(self, searcher: Searcher) -> AwaitMount:
        from tgreader.tui.screens.search import SearchScreen

        if self._search_screen is None:
            self._search_screen = SearchScreen(searcher, self.session.memory, self.settings.keys, self.action_index)
            self.app.install_screen(self._search_screen, SEARCH)
        return self.app.push_screen(self._search_screen, self._open_found)

    def action_index(self) -> None:
        """Index what is open."""
        raise NotImplementedError

    def _open_found(self, found: tuple[Address, str] | None) -> None:
        """Open a place that was found, with the words of the query marked."""
        if found is None:
            return
        place, words = found
        self.set_focus(self.text)
        self.go(place, partial(self._arrived_at_hit, place, words))

    def _arrived_at_hit(self, place: Address, words: str) -> None:
        """Mark the words that the place was found by; from here the way back leads to the search."""
        back = self.session.trail[0]
        self._found_at = (*(depth for depth in self._found_at if depth < back), back)
        self._mark_words(words, place)

    async def action_open_quickly(self) -> None:
        """Open a document by whatever one knows of it."""
        from tgreader.reading.searching.quickly import Quickly
        from tgreader.tui.screens.opening import OpenQuickly

        if self._quickly is None:
            self._quickly = Quickly(self.session.shelf, self.session.memory.folder)
        await self.app.push_screen(OpenQuickly(self._quickly), self._open_chosen)

    def _open_chosen(self, chosen: object) -> None:
        if isinstance(chosen, Address):
            self.set_focus(self.text)
            self.with_file_of(chosen, partial(self.open, chosen))

    def file_to_open(self, address: Address, kept: str = "") -> str:
        """As far as the library knows it, too: it may have been indexed a moment ago."""
        shelf = self.session.shelf
        file = super().file_to_open(address, kept)
        if file or self.searcher is None or shelf.index(shelf.as_opened(address)) is not None:
            return file
        try:
            return self.searcher.file_of(address) or ""
        except LibraryError:  # no index, or none that can be read: what is open can be read all the same
            return ""

    def _mark_words(self, words: str, place: Address) -> None:
        """Mark the words of a query in the document that is open, and go to those nearest to a place."""
        from tgreader.reading.searching.found_words import first_in, found_words

        self.hits = found_words(self.reading, words)
        nearest = first_in(self.hits, self.reading, place)
        if nearest is not None:
            self.show_hit(nearest)
            self.say(f"{self.count_of_hits()} · n N next, previous · Ctrl+O back to the search")

    def action_back(self) -> None:
        """Back to where the last step came from: from a place that was found, to the search."""
        here = self.session.trail[0]
        self._found_at = tuple(depth for depth in self._found_at if depth <= here)
        from_search = bool(self._found_at) and self._found_at[-1] == here
        super().action_back()
        if from_search and self.searcher is not None:
            self._found_at = self._found_at[:-1]
            self._search(self.searcher)

    def on_unmount(self) -> None:
        """Leave, and ask the library no more."""
        for asked in (self._searcher, self._quickly):
            if asked is not None:
                asked.close()
