"""Keys in turn: each is acted on when all that the one before it led to has happened.

Who types faster than the program follows, or over a line that delivers many keys at once, means each key for what the
one before has brought about: in `:106⏎j` the `j` is for the document gone to, not for the prompt. Textual hands a key
to whatever has the focus when it comes, and what follows from it goes through the queues of several widgets. Where a
key asks for something that a thread has still to find, the keys after it wait for the answer; Esc waits no longer, and
what was typed before it for the answer is forgotten.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from time import monotonic
from typing import Any

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen

from tgreader.tui.widgets.item_view import ItemView

_LONGEST = 2.0
"""Seconds. A key that comes so long after the one before is acted on, whatever became of that."""
_BREAKS_OFF = frozenset({"escape", "ctrl+c", "ctrl+q"})
_MOST_ROUNDS = 50
"""Where work in the background goes on saying things, no key waits for the end of it."""


class InTurn(App[None]):
    """An application that takes keys, pasted text and the mouse in the order in which they come, one at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._to_come: deque[events.Event] = deque()
        self._rounds: _Rounds | None = None
        self._awaiting: Screen[Any] | None = None
        self._is_typing = False

    @property
    def is_at_rest(self) -> bool:
        """Whether all that was typed has been acted on, and has had its effect."""
        return not self._to_come and not self._has_to_wait()

    async def on_event(self, event: events.Event) -> None:
        """Take input in turn; all else at once."""
        if isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded:
            self._to_come.append(event)
            if self._rounds is not None and monotonic() - self._rounds.since > _LONGEST:
                self._rounds = None
            await self._take()
        else:
            await super().on_event(event)

    def await_answer(self, screen: Screen[Any]) -> None:
        """Take no more keys before a screen has the answer that it waits for, is left, or Esc is pressed."""
        self._awaiting = screen

    def answered(self, screen: Screen[Any]) -> None:
        """The answer that a screen waited for has come: go on with what was typed meanwhile.

        What a screen that was left had still asked for is no answer to what another waits for.
        """
        if self._awaiting is screen:
            self._awaiting = None
            self.call_later(self._take)

    async def act_on(self, event: events.Event) -> None:
        """Act on a key, on what was pasted, or on the mouse; it is its turn."""
        await super().on_event(event)

    async def _take(self) -> None:
        if self._is_awaiting() and any(map(_breaks_off, self._to_come)):
            while not _breaks_off(self._to_come[0]):
                self._to_come.popleft()  # it was meant for the answer, for which nobody waits now
            self._awaiting = None
        while self._to_come and not self._has_to_wait():
            is_typed = self._is_typed(self._to_come[0])
            if not self._is_typing or is_typed:
                event, before = self._to_come.popleft(), self.takers()
                await self.act_on(event)
                # A command that is carried out, and left the keys where they were, costs no more where it comes alone.
                is_done = not (event.is_forwarded or self._to_come or self.message_queue_size)
                if isinstance(event, events.MouseMove) or (is_done and self.takers() == before):
                    continue
            self._is_typing = is_typed
            if not is_typed:
                self._rounds = _Rounds(self.takers, self._had_its_effect)
                self._rounds.begin()

    def _is_typed(self, event: events.Event) -> bool:
        """Whether an event goes into a line that is typed into: one letter need not wait for another."""
        if self.focused is None or isinstance(self.focused, ItemView):
            return False
        return isinstance(event, events.Paste) or (isinstance(event, events.Key) and event.is_printable)

    def _has_to_wait(self) -> bool:
        return self._rounds is not None or self._is_awaiting()

    def _is_awaiting(self) -> bool:
        return self._awaiting is not None and self._awaiting is self.screen

    def _had_its_effect(self, rounds: _Rounds) -> None:
        if self._rounds is rounds:  # else it was given up
            self._rounds = None
            self.call_next(self._take)

    def takers(self) -> Sequence[MessagePump]:
        """Through whose queues a key goes, and what it leads to: from what has the focus to the application."""
        return (self.focused or self.screen).ancestors_with_self


def _breaks_off(event: events.Event) -> bool:
    return isinstance(event, events.Key) and event.key in _BREAKS_OFF


class _Rounds:
    """Follows what a key leads to, through one queue after the other, round by round until all of them are empty.

    Args:
        takers: says through whose queues it goes, as it is now.
        done: is called at the end.

    Attributes:
        since: when it began, in seconds of `monotonic`.
    """

    def __init__(self, takers: Callable[[], Sequence[MessagePump]], done: Callable[[_Rounds], None]) -> None:
        self.since = monotonic()
        self._takers, self._done = takers, done
        self._left, self._quiet_rounds = _MOST_ROUNDS, 0

    def begin(self) -> None:
        """Go one round; what a queue holds now comes before this."""
        self._at_first, self._is_quiet = self._takers(), True
        self._to_pass: Iterator[MessagePump] = iter(self._at_first)
        self._next()

    def _next(self) -> None:
        for pump in self._to_pass:
            if pump.call_later(self._passed, pump):
                return
        self._end()

    def _passed(self, pump: MessagePump) -> None:
        if pump.message_queue_size:
            self._is_quiet = False
        self._next()

    def _end(self) -> None:
        """At the application again. A second quiet round: the first may have met none because one was being handled."""
        self._left -= 1
        now = self._takers()
        is_quiet = self._is_quiet and now == self._at_first and not any(pump.message_queue_size for pump in now[:-1])
        self._quiet_rounds = self._quiet_rounds + 1 if is_quiet else 0
        if self._quiet_rounds > 1 or not self._left:
            self._done(self)
        else:
            self.begin()
