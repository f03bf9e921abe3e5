"""Keys wait for what the ones before lead to, through however many queues that goes; never for ever."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from tgreader.tui import in_turn
from tgreader.tui.in_turn import InTurn


class Told(Message):
    """What one part of the screen tells the next, so many times more."""

    def __init__(self, key: str, times: int) -> None:
        super().__init__()
        self.key, self.times = key, times


class Pane(Widget, can_focus=True):
    """Tells of each key, and says who had it."""

    def on_key(self, event: events.Key) -> None:
        key = event.key.removeprefix("ctrl+")
        self.app.had.append(f"{self.id} {key}")  # type: ignore[attr-defined]
        event.stop()
        self.post_message(Told(key, 3))


class Between(Vertical):
    """Hands on what it is told as something new, behind what is in its queue already."""

    def on_told(self, event: Told) -> None:
        if event.times:
            event.stop()
            self.post_message(Told(event.key, event.times - 1))


class Screens(InTurn):
    """Any key in a pane gives the other pane the keys, in the end."""

    def __init__(self) -> None:
        super().__init__()
        self.had: list[str] = []

    def compose(self) -> ComposeResult:
        with Between():
            yield Pane(id="left")
            yield Pane(id="right")

    def on_mount(self) -> None:
        self.screen.set_focus(self.query_one("#left"))

    def on_told(self, event: Told) -> None:
        if event.key == "w":
            self.await_answer(self.screen)
        elif event.key != "x":
            self.query_one("#right" if self.focused is self.query_one("#left") else "#left").focus()


def send(app: Screens, keys: str) -> None:
    for key in keys:
        app.post_message(events.Key("escape" if key == "." else f"ctrl+{key}", None))  # letters need not wait


@asynccontextmanager
async def running() -> AsyncIterator[tuple[Screens, Pilot[None]]]:
    app = Screens()
    async with app.run_test() as pilot:
        yield app, pilot


async def settled(app: Screens, pilot: Pilot[None]) -> list[str]:
    await pilot.pause()
    for _ in range(100):
        if app.is_at_rest:
            break
        await pilot.pause()
    return app.had


async def test_each_key_goes_where_the_one_before_led() -> None:
    async with running() as (app, pilot):
        send(app, "abexd")
        assert await settled(app, pilot) == ["left a", "right b", "left e", "right x", "right d"]


async def test_keys_wait_for_an_answer_and_go_on_when_it_comes() -> None:
    async with running() as (app, pilot):
        send(app, "wab")
        await pilot.pause()
        await pilot.pause()
        assert app.had == ["left w"]
        assert not app.is_at_rest
        app.answered(app.screen)
        assert await settled(app, pilot) == ["left w", "left a", "right b"]


async def test_what_a_screen_that_was_left_still_hears_is_no_answer_to_another() -> None:
    async with running() as (app, pilot):
        send(app, "wab")
        await pilot.pause()
        app.answered(Screen())
        await pilot.pause()
        await pilot.pause()
        assert app.had == ["left w"]
        app.answered(app.screen)
        assert await settled(app, pilot) == ["left w", "left a", "right b"]


async def test_escape_waits_no_longer_and_what_was_for_the_answer_is_forgotten() -> None:
    async with running() as (app, pilot):
        send(app, "wa.")
        assert await settled(app, pilot) == ["left w", "left escape"]


async def test_a_key_after_some_seconds_is_taken_whatever_became_of_the_one_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = 100.0
    monkeypatch.setattr(in_turn, "monotonic", lambda: now)
    async with running() as (app, pilot):
        monkeypatch.setattr(in_turn._Rounds, "_end", lambda rounds: None)  # a round that never comes back
        send(app, "ab")
        await pilot.pause()
        assert app.had == ["left a"]
        now += 60
        send(app, "x")
        await pilot.pause()
        assert app.had == ["left a", "right b"], "the one that waited longest, first"
