"""The search screen, with everything that is done at it.

It lives as long as the program: who comes back to it finds the query, the list and the cursor as they were.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.binding import BindingType
from textual.message import Message
from textual.worker import get_current_worker

from tgreader.errors import TgReaderError
from tgreader.reading.document.titles import counted
from tgreader.reading.remembering.memory import Memory
from tgreader.reading.searching.answers import Asked, Counted, Listed, ShownHit
from tgreader.reading.searching.concordance import ORDERS, Line, Order, ordered
from tgreader.reading.searching.searcher import IN_CONTEXT, Searcher
from tgreader.tui.commands import SEARCH_COMMANDS, Command, bound, keys_of
from tgreader.tui.screens.filtering import Filtering
from tgreader.tui.screens.search_rows import example_rows, past_rows
from tgreader.tui.widgets.bars import Bar
from tgreader.tui.widgets.item_view import ItemView
from tgreader.tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from tgreader.tui.in_turn import InTurn

_PAST = 200


class SearchScreen(Filtering):
    """Searches the library.

    Args:
        searcher: the library.
        memory: keeps the log of searches.
        keys: for the id of a command, the keys it was given instead of its own.
        begin_to_index: begins to index what is open, or stops that.
    """

    _extent = ""
    """What the library holds."""

    BINDINGS: ClassVar[list[BindingType]] = [*bound(SEARCH_COMMANDS)]

    class Context(Message):
        """The words in context have come."""

        def __init__(self, asked: Asked, lines: list[Line[ShownHit]]) -> None:
            super().__init__()
            self.asked = asked
            self.lines = lines

    def __init__(
        self, searcher: Searcher, memory: Memory, keys: Mapping[str, str], begin_to_index: Callable[[], None]
    ) -> None:
        super().__init__(searcher)
        self._memory, self._keys, self._begin_to_index = memory, keys, begin_to_index
        self._logged: tuple[str, int] | None = None
        self._to_log: Asked | None = None
        self._lines: list[Line[ShownHit]] = []
        self._order: Order = "place"

    def on_mount(self) -> None:
        """Nothing is asked yet: the past searches are there to be asked again."""
        self._show_past()
        self.query_line.disabled = not self.searcher.is_made  # a key is a command at once, such as the one that indexes
        self.set_focus(self.past if self.query_line.disabled else self.query_line)

    # The library

    def on_screen_resume(self) -> None:
        """What the library holds may have changed meanwhile."""
        self.run_worker(self._look_at_library, name="library", group="library", exclusive=True, thread=True)

    def _look_at_library(self) -> None:
        """In a thread."""
        try:
            documents, files = self.searcher.extent()
        except TgReaderError as error:
            self.app.call_from_thread(self._say_unusable, error)
        else:
            held = f"{documents:,} documents and sections" if documents != 1 else "1 document"
            self.app.call_from_thread(self._say_extent, f"{held} in {counted(files, 'file')}")

    def _say_extent(self, words: str) -> None:
        self._extent = words
        self.say_library()
        if self.query_line.disabled:
            self.query_line.disabled = False
            self.set_focus(self.query_line)
            self.show_nothing_asked()

    def _say_unusable(self, error: TgReaderError) -> None:
        """Nothing can be searched: keys are commands now, one of which makes the index."""
        self._extent = error.what
        self.say_library()
        self.query_line.disabled = True
        self.set_focus(self.past)
        key = keys_of(next(command for command in SEARCH_COMMANDS if command.action == "index"), self._keys)
        if self.searcher.is_made:
            self.say_count(f"{error.what}; {error.remedy}", wrong=True)
            if not self.notice.said:
                self.say(str(error))
        else:
            here = f"{error.what}; {key} indexes what is open here"
            self.say_count((f"{here}, tgreader index FOLDER a folder", here), wrong=True)

    def say_library(self, indexing: Sequence[str] = ()) -> None:
        """What the library holds; while it is being indexed, how far that has come.

        Args:
            indexing: how far, from the fullest words to the shortest; nothing where none goes on.
        """
        if self.is_mounted:
            self.query_one("#search-title", Bar).say("Search the library", indexing or self._extent)

    def library_changed(self) -> None:
        """More is in the index, or less: what is asked has another answer."""
        if self.is_mounted:
            self.on_screen_resume()
            asked, self.asked = self.asked, Asked()
            self.ask(asked)

    def action_query(self) -> None:
        """Type the query, where one can be answered."""
        if self.query_line.disabled:
            self.say(self._extent)
        super().action_query()

    def action_index(self) -> None:
        """Index what is open, or stop that."""
        self._begin_to_index()

    # Opening

    def action_to_list(self) -> None:
        """From the query to the list, which what is typed next is for; what was asked is kept in the log."""
        self._log()
        super().action_to_list()
        if self._is_searching and not self._is_listed:
            cast("InTurn", self.app).await_answer(self)

    @on(ItemView.Chosen)
    def action_follow(self) -> None:
        """Open the hit at the cursor; ask for the period or the volume at the cursor alone; ask a past search again."""
        if self.focused is self.timeline and self.timeline.period:
            first, last = self.timeline.period[:2]
            self._set_filter("date", first if first == last else f"{first}..{last}")
        elif self.focused is self.volumes and self.volumes.picked:
            self._set_filter("volume", self.volumes.picked)
        elif self.shown is self.past:
            self._ask_again(self.past.row.key if self.past.row else None)
        elif (hit := self.concordance.hit if self.shown is self.concordance else self.hits.hit) is not None:
            self._log()
            self.dismiss((hit.place, self.asked.words))

    def action_leave_query(self) -> None:
        """From the query to the hits, where there are any or may yet be; else back to the text."""
        if self.count.documents if self.count else self._is_searching:
            self._log()
            super().action_to_list()
        else:
            self.action_leave()

    def action_close(self) -> None:
        """Back to the text, from the query too."""
        self.action_leave()

    def action_leave(self) -> None:
        """Back to the text."""
        self._log()
        self.dismiss(None)

    # The log

    def _log(self) -> None:
        """Keep what is asked, when it is no more being typed, with its count; once, however long one looks at it."""
        if self.count is None:
            self._to_log = self.asked
        elif (made := (self.asked.words.strip(), self.whole)) != self._logged:
            self._logged = made
            self._memory.log_search(*made)

    def action_past(self) -> None:
        """The log of searches, to ask one again."""
        self._log()
        rows = past_rows(self._memory.searches(_PAST))
        if not rows:
            self.say("nothing was searched for yet")
            return
        from tgreader.tui.screens.dialog import ListDialog

        foot = "Enter asks it again · type to filter · Esc closes"
        self.app.push_screen(ListDialog("Past searches", rows, filtering=True, foot=foot), self._ask_again)

    def _show_past(self) -> None:
        """The past searches, and what may be asked."""
        searched = past_rows(self._memory.searches(_PAST))
        self.past.show([*([ListRow("Asked before", group=True)] if searched else []), *searched, *example_rows()])
        self.show_list("past")

    def _ask_again(self, query: object) -> None:
        if self.query_line.disabled:
            self.say(self._extent)
        elif isinstance(query, str):
            self.query_line.value = query
            self.query_line.cursor_position = len(query)
            self.set_focus(self.query_line)

    def show_nothing_asked(self) -> None:
        """The past searches take the place of hits."""
        super().show_nothing_asked()
        self._show_past()

    def show_count(self, count: Counted) -> None:
        """A count that was waited for goes to the log; words that are shown in context are looked for in others."""
        super().show_count(count)
        if self._to_log == self.asked:
            self._log()
        if self.shown is self.concordance:
            self._look_in_context()

    def show_hits(self, listed: Listed) -> None:
        """The list that was wanted takes the place of the past searches, with the first hits in it."""
        super().show_hits(listed)
        if self.shown is self.past:
            self.show_list("hits")

    # Order and context

    def order_words(self) -> str:
        """How the list is sorted."""
        if self.shown is not self.concordance:
            return super().order_words()
        is_part = self.count is not None and self.count.documents > IN_CONTEXT
        return f"{f'the first {IN_CONTEXT} ' if is_part else ''}in context, {ORDERS[self._order]}"

    def action_order(self) -> None:
        """Sort the hits by rank or by date; in context, by what follows, by what goes before, by the words."""
        if self.shown is self.concordance:
            orders = list(ORDERS)
            self._order = orders[(orders.index(self._order) + 1) % len(orders)]
            self._show_context()
        else:
            self.ask(self.asked._replace(by_date=not self.asked.by_date))

    def action_context(self) -> None:
        """Every place of the words in context; or the documents again."""
        if self.shown is self.concordance:
            self.show_list("hits")
            self.say_count_again()
        elif self.count and self.count.documents:
            self.show_list("concordance")
            self._look_in_context()

    def _look_in_context(self) -> None:
        self._lines = []
        self._show_context()
        self.run_worker(partial(self._in_context, self.asked), name="in context", group="searching", thread=True)

    def _in_context(self, asked: Asked) -> None:
        """In a thread."""
        worker = get_current_worker()
        try:
            lines = self.searcher.in_context(asked, lambda: worker.is_cancelled)
        except TgReaderError as error:
            self.post_message(self.Came(asked, error))
        else:
            self.post_message(self.Context(asked, lines))

    @on(Context)
    def _came_in_context(self, event: Context) -> None:
        event.stop()
        if event.asked == self.asked:
            self._lines = event.lines
            self._show_context()

    def _show_context(self) -> None:
        self.concordance.show(ordered(self._lines, self._order))
        self.say_count_again()

    def action_help(self) -> None:
        """Show the keys."""
        from tgreader.tui.screens.keys import KeysDialog

        self.app.push_screen(KeysDialog(SEARCH_COMMANDS, self._keys), self._run_if_chosen)

    def _run_if_chosen(self, chosen: object) -> None:
        if isinstance(chosen, Command):
            self.call_later(self.run_action, chosen.action)
