"""Asking the library while a query is typed, and showing what comes.

Every search is made in a thread, and broken off by the next one; what comes too late is known by what was asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from textual import on
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input
from textual.worker import Worker, get_current_worker

from tgreader.errors import TgReaderError
from tgreader.reading.document.titles import counted
from tgreader.reading.searching.answers import Answer, Asked, Counted, Listed, Spread, VolumeCount
from tgreader.reading.searching.searcher import Searcher
from tgreader.reading.searching.timeline import Timeline, timeline
from tgreader.tui.glyphs import drawable
from tgreader.tui.screens.search_desk import SearchDesk
from tgreader.tui.typeset import cells
from tgreader.tui.widgets.bars import Bar, Said
from tgreader.tui.widgets.item_view import ItemView
from tgreader.tui.widgets.timeline_view import TimelineView

if TYPE_CHECKING:
    from tgreader.tui.in_turn import InTurn

_SAID_AFTER = 0.3
"""Seconds. A search that takes longer is said to be going on."""


class Asking(SearchDesk):
    """A search screen that asks.

    Args:
        searcher: the library.

    Attributes:
        asked: what was asked last.
        count: how many documents were found; None while that has not come.
        spread: when they are from and which volumes they are in; None while that has not come.
    """

    class Came(Message):
        """A part of the answer, or what stands in its way."""

        def __init__(self, asked: Asked, answer: Answer | TgReaderError) -> None:
            super().__init__()
            self.asked = asked
            self.answer = answer

    def __init__(self, searcher: Searcher) -> None:
        super().__init__()
        self.searcher = searcher
        self.asked = Asked()
        self.count: Counted | None = None
        self.whole = 0
        self.spread: Spread | None = None
        self._waiting: Timer | None = None
        self._to_begin: Asked | None = None
        self._is_listed = False
        self._last: Worker[None] | None = None

    # Asking

    @on(Input.Changed, "#query")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.ask(self.asked._replace(words=event.value, period=None, volume=None))

    def ask(self, asked: Asked) -> None:
        """Ask something else; what was being looked for is looked for no more."""
        if asked == self.asked:
            return
        self.asked, self.count, self._to_begin, self._is_listed = asked, None, None, False
        self.workers.cancel_group(self, "searching")
        self.searcher.interrupt()
        if asked.is_empty:
            self.show_nothing_asked()
            return
        if self._waiting is None:
            self._waiting = self.set_timer(_SAID_AFTER, self._say_waiting)
        self._to_begin = asked
        self.call_later(self._begin)

    def _begin(self) -> None:
        """Search, when what was typed at once has been taken in: of a word typed fast only the whole is looked for."""
        asked, self._to_begin = self._to_begin, None
        if asked is not None:
            self._run(asked, 0)

    def _run(self, asked: Asked, start: int) -> None:
        work = partial(self._search, asked, start)
        self._last = self.run_worker(work, name="searching", group="searching", thread=True)

    def _search(self, asked: Asked, start: int) -> None:
        """In a thread."""
        worker = get_current_worker()
        try:
            for answer in self.searcher.answers(asked, start, lambda: worker.is_cancelled):
                self.post_message(self.Came(asked, answer))
        except TgReaderError as error:
            self.post_message(self.Came(asked, error))

    def _say_waiting(self) -> None:
        self._waiting = None
        if self.count is None and not self.asked.is_empty and not self.query_one("#count").has_class("wrong"):
            self.say_count("searching …")

    # Showing

    def on_asking_came(self, event: Came) -> None:
        """Show what came, unless something else is asked by now."""
        event.stop()
        if event.asked != self.asked:
            return
        if isinstance(event.answer, Counted):
            self.show_count(event.answer)
        elif isinstance(event.answer, Listed):
            self.show_hits(event.answer)
        elif isinstance(event.answer, Spread):
            self.show_spread(event.answer)
        else:
            self.show_wrong(event.answer)
        if not isinstance(event.answer, Counted):
            self._is_listed = True
            cast("InTurn", self.app).answered(self)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A search that has ended, in whatever way, is not waited for any more; what it posted has come before this."""
        if event.worker is self._last and event.worker.is_finished:
            cast("InTurn", self.app).answered(self)

    def show_count(self, count: Counted) -> None:
        """Say how many there are, before they are listed."""
        self.count = count
        if not self.asked.is_picked:
            self.whole = count.documents
        self.say_count_again()

    def say_count_again(self) -> None:
        """Say the count, as it is sorted now."""
        if self.count is not None:
            self.say_count(_count_words(self.count, self.whole if self.asked.is_picked else None))

    def show_hits(self, listed: Listed) -> None:
        """Show hits, or add them to those that are listed."""
        if listed.start:
            self.hits.add([*self.hits.hits, *listed.hits])
        else:
            self.hits.show(listed.hits)

    def show_spread(self, spread: Spread) -> None:
        """Show when the hits are from and which volumes they are in."""
        self.spread = spread
        self.place_beside()
        self._draw_timeline()
        total = sum(volume.documents for volume in spread.volumes)
        title = "By volume" if spread.volumes else ""
        all_of_them = VolumeCount(
            None, "All " * (len(spread.volumes) > 1) + counted(len(spread.volumes), "volume"), total
        )
        shown = [all_of_them, *spread.volumes] if spread.volumes else []
        self.volumes.show(shown, self.asked.volume)
        self.where.say(title)

    @on(TimelineView.Resized)
    def _draw_timeline(self) -> None:
        spread = self.spread
        shown = timeline(spread.months, self.timeline.room) if spread else Timeline()
        self.timeline.show(shown, self.asked.period)
        self.say_period()

    def say_period(self) -> None:
        """Say which period is picked, and what has no place on the timeline."""
        shown, period = self.timeline.timeline, self.timeline.period
        undated = self.spread.undated if self.spread else 0
        left_out = [f"{undated:,} without a date"] if undated else []
        left_out += [f"{shown.by_year:,} dated by the year alone"] if shown.by_year else []
        picked = f"{period.words}: {period.documents:,}" if period else " · ".join(left_out)
        without = "No months" if shown.by_year else "No dates" if undated else ""
        self.when.say(f"By {shown.size}" if shown.periods else without, picked)

    def show_nothing_asked(self) -> None:
        """Nothing is asked: nothing is found."""
        self.count = self.spread = None
        self.hits.show(())
        self.say_count("")

    def show_wrong(self, error: TgReaderError) -> None:
        """Say what stands in the way; an error in the query, under the place where it is."""
        self.count = self.spread = None
        self.hits.show(())
        self._draw_timeline()
        self.volumes.show(())
        at = getattr(error, "at", None)
        self.say_count(str(error) if at is None else self._under(at, (str(error), error.what)), wrong=True)

    def _under(self, at: int, forms: Sequence[str]) -> str:
        """The fullest words that have room to stand beside an arrow under a place in the query."""
        column = max(0, cells(drawable(self.query_line.value[:at])) - self.query_line.scroll_offset.x)
        for words in forms:
            if column + 2 + cells(words) <= self.size.width - 2:
                return f"{'':{column}}▲ {words}"
            if (before := column - 1 - cells(words)) >= 0:
                return f"{'':{before}}{words} ▲"
        return forms[-1]

    def say_count(self, words: Said, *, wrong: bool = False) -> None:
        """The line under the query; at its right, how the hits are sorted and what was picked."""
        bar = self.query_one("#count", Bar)
        bar.set_class(wrong, "wrong")
        bar.say(words, self.order_words() if self.count and self.count.documents and not wrong else "")

    def order_words(self) -> str:
        """How the list is sorted."""
        if self.asked.by_date:
            return "by date"
        return "by rank" if self.count is None or self.count.ranked else "too many to rank · headings first"

    # More, and less

    @on(ItemView.Moved, "#hits")
    def _moved_in_hits(self) -> None:
        listed = len(self.hits.hits)
        if self.count and listed < self.count.documents and self.hits.is_near_the_end and not self._is_searching:
            self._run(self.asked, listed)

    @property
    def _is_searching(self) -> bool:
        return self._to_begin is not None or any(
            worker.group == "searching" and not worker.is_finished for worker in self.workers
        )

    @on(TimelineView.Picked)
    def _picked_period(self, event: TimelineView.Picked) -> None:
        self.say_period()
        self.ask(self.asked._replace(period=event.period[:2] if event.period else None))

    @on(ItemView.Moved, "#volumes")
    def _picked_volume(self) -> None:
        self.ask(self.asked._replace(volume=self.volumes.picked))

    def action_clear(self) -> None:
        """All periods and all volumes again."""
        if not self.asked.is_picked:
            self.clear_filters()
        self.timeline.pick(None)
        self.volumes.move_to(0)
        self.ask(self.asked._replace(period=None, volume=None))

    def clear_filters(self) -> None:
        """Nothing is picked: whoever writes filters into the query takes those out."""


def _count_words(count: Counted, whole: int | None) -> Said:
    """The count, of how many where some were picked, and what was left out, from the fullest form to the shortest."""
    if whole is not None:
        return f"{count.documents:,} of {counted(whole, 'document')}"
    words = counted(count.documents, "document") if count.documents else "no documents"
    if count.undated:
        left_out = f"{words} · {count.undated:,} without a date left out"
        return f"{left_out}: with:undated finds them too", f"{left_out}: with:undated", f"{words} (undated left out)"
    if not count.documents:
        more = "fewer words, OR, or an end left open (commun*)"
        return f"{words}: {more} would find more", f"{words}: {more}", words
    return words
