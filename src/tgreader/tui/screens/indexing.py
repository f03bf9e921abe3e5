"""Indexing what is open, while one reads: offered once for a folder, begun and stopped with one key."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from textual.message import Message

from tgreader.errors import TgReaderError
from tgreader.reading.indexing.words import folders, indexable, offer_words, progress_words, report_words
from tgreader.tui.commands import COMMANDS, keys_of
from tgreader.tui.glyphs import bar
from tgreader.tui.screens.searching import Searching
from tgreader.tui.widgets.bars import Bar

if TYPE_CHECKING:
    from tgreader.reading.indexing.building import Progress, Report

_OFFERED = "offered to index "


class Indexing(Searching):
    """A desk at which one indexes what is open."""

    _stop: Event | None = None
    """Set to stop the indexing that goes on; None while none does."""
    _come: Progress | None = None

    class Progressed(Message):
        """Indexing came further."""

        def __init__(self, progress: Progress) -> None:
            super().__init__()
            self.progress = progress

    class Ended(Message):
        """Indexing is done, or cannot be."""

        def __init__(self, outcome: Report | TgReaderError) -> None:
            super().__init__()
            self.outcome = outcome

    def action_index(self) -> None:
        """Index what is open; while that goes on, stop it."""
        paths, folder = indexable(self.session.shelf), self.session.memory.folder
        if self._stop is not None:
            self._stop.set()
        elif folder is None:
            self.say_indexing("there is no library to index into: --library names its folder")
        elif not paths:
            self.say_indexing("what was read from standard input cannot be indexed: it lies nowhere")
        else:
            self._stop = Event()
            self.run_worker(partial(self._index, paths, self._stop), name="indexing", group="indexing", thread=True)
            self._show_progress(None)

    def _index(self, paths: list[str], stop: Event) -> None:
        """In a thread; other processes read the files."""
        from tgreader.reading.indexing.building import index

        folder = self.session.memory.folder
        assert folder is not None  # noqa: S101 - seen to before
        try:
            outcome: Report | TgReaderError = index(paths, folder, self._tell_progress, stop.is_set)
        except TgReaderError as error:
            outcome = error
        self.post_message(self.Ended(outcome))

    def _tell_progress(self, progress: Progress) -> None:
        self.post_message(self.Progressed(progress))

    def on_indexing_progressed(self, event: Progressed) -> None:
        """Show how far it has come."""
        event.stop()
        self._show_progress(event.progress)

    def on_indexing_ended(self, event: Ended) -> None:
        """Say what was done."""
        event.stop()
        self._stop = self._come = None
        self._show_foot()
        outcome = event.outcome
        self.say_indexing(str(outcome) if isinstance(outcome, TgReaderError) else report_words(outcome, self._key))
        if self._search_screen is not None:
            self._search_screen.library_changed()

    def on_unmount(self) -> None:
        """What is done is kept; the next time it goes on from there."""
        if self._stop is not None:
            self._stop.set()

    # Saying it

    def say_indexing(self, words: str) -> None:
        """Say it where the reader looks."""
        screen = self._search_screen
        (screen if screen is not None and screen.is_current else self).say(words)

    def _show_progress(self, progress: Progress | None) -> None:
        self._come = progress
        self._show_foot()

    def _show_foot(self) -> None:
        right = self.query_one("#status", Bar).right
        self.query_one("#status", Bar).say(self.keys_to_say(), right)
        if self._search_screen is not None:
            self._search_screen.say_library(self.indexing_words)

    def keys_to_say(self) -> Sequence[str]:
        """The keys; while indexing goes on, how far it has come."""
        return self.indexing_words or super().keys_to_say()

    @property
    def indexing_words(self) -> tuple[str, ...]:
        """How far indexing has come, from the fullest to the shortest words; nothing while none goes on."""
        return progress_words(self._come, bar, self._key) if self._stop is not None else ()

    @property
    def _key(self) -> str:
        return keys_of(next(command for command in COMMANDS if command.id == "index"), self.settings.keys)

    # The offer

    def offer_to_index(self) -> None:
        """Say once, for folders that are open and not in the index, that they may be indexed."""
        names = [name for name in folders(self.session.shelf) if self.session.memory.setting(_OFFERED + name) is None]
        if names and self.searcher is not None and self._stop is None:
            self.run_worker(partial(self._offer, names), name="looking at the index", group="offer", thread=True)

    def _offer(self, names: list[str]) -> None:
        """In a thread."""
        searcher = self.searcher
        try:
            is_indexed = searcher is None or searcher.holds([found.path for found in self.session.shelf.files])
        except TgReaderError:  # no index yet, or none that can be read
            is_indexed = False
        if not is_indexed:
            self.app.call_from_thread(self._say_offer, names)

    def _say_offer(self, names: list[str]) -> None:
        if self.is_current and self._stop is None:
            for name in names:
                self.session.memory.keep_setting(_OFFERED + name, "yes")
            self.say_also(offer_words(names, self._key))
