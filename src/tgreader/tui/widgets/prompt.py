"""The prompt: one line at the foot of the screen to type into."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tgreader.tui.typeset import cells


class Prompt(Horizontal):
    """Asks for a line.

    Args:
        sign: the key that opened it (`/`, `:`), shown before the line.
        hints: what may be typed, from the fullest form to the shortest.
        typed: what stands in it at first, selected.
    """

    class Changed(Message):
        """The line changed."""

        def __init__(self, prompt: Prompt, sign: str, typed: str) -> None:
            super().__init__()
            self.prompt = prompt
            self.sign = sign
            self.typed = typed

    class Ended(Message):
        """The line was entered, or left by Esc."""

        def __init__(self, sign: str, typed: str, entered: bool) -> None:
            super().__init__()
            self.sign = sign
            self.typed = typed
            self.entered = entered

    def __init__(self, sign: str, hints: Sequence[str], typed: str = "") -> None:
        super().__init__()
        self._sign, self._hints, self._typed = sign, hints, typed

    def compose(self) -> ComposeResult:
        """The sign, the line, and what is said of it."""
        room = self.app.size.width - len(self._sign) - 3
        hint = next((hint for hint in self._hints if cells(hint) <= room), "")
        yield Static(Content(self._sign), classes="prompt--sign")
        yield Input(self._typed, placeholder=hint, compact=True)
        yield Static("", classes="prompt--said")

    @property
    def line(self) -> Input:
        """What is typed into."""
        return self.query_one(Input)

    def say(self, words: str) -> None:
        """Say something beside the line."""
        self.query_one(".prompt--said", Static).update(Content(words))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(self, self._sign, event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Ended(self._sign, event.value, entered=True))

    def on_key(self, event: events.Key) -> None:
        """Esc leaves; the line keeps what was typed for the next time."""
        if event.key == "escape":
            event.stop()
            event.prevent_default()
            self.post_message(self.Ended(self._sign, self.line.value, entered=False))
