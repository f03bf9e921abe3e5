"""The editor of an annotation: what is typed is kept as it is typed, whatever happens to the program."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, TextArea

from tgreader.errors import TgReaderError
from tgreader.model.tuples import NamedTuple
from tgreader.reading.notebook.notebook import words_in
from tgreader.tui.glyphs import drawable
from tgreader.tui.widgets.bars import Bar

_FOOT = (
    "Ctrl+S or Esc: done · Tab: tags, text · Ctrl+Z: undo",
    "Ctrl+S: done · Tab: tags · Ctrl+Z: undo",
    "Ctrl+S: done",
)
_TRY_AGAIN = 0.3
"""Seconds until what could not be kept is tried again."""


class Typed(NamedTuple):
    """What was typed: the words, and the tags as they were typed."""

    words: str
    tags: str


class AnnotationEditor(ModalScreen[Typed]):
    """Takes the reader's own words on a place, and tags.

    Args:
        title: the place, from the fullest form to the shortest.
        quote: the words of the document that it is on.
        typed: what stands there at first.
        keep: called with what was typed, at every change; raises a `TgReaderError` where it could not be kept.
    """

    VERTICAL_BREAKPOINTS = [(0, "-low"), (15, "-high")]  # noqa: RUF012 - Textual types it as no class variable
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,escape", "done", show=False),  # after what was typed before them: without priority
        Binding("tab,shift+tab", "other", show=False, priority=True),  # before what is typed after them
    ]

    def __init__(self, title: tuple[str, ...], quote: str, typed: Typed, keep: Callable[[Typed], None]) -> None:
        super().__init__()
        self._title, self._quote, self._kept, self._keep = title, quote, typed, keep

    def compose(self) -> ComposeResult:
        """Where it is, what it is on, the words, the tags, the keys."""
        with Vertical():
            yield Bar(id="editor-title", classes="focused")
            yield Bar(id="editor-quote")
            yield TextArea(self._kept.words, tab_behavior="focus", highlight_cursor_line=False)
            yield Input(self._kept.tags, placeholder="tags, parted by spaces", compact=True)
            yield Bar(id="editor-foot")

    def on_mount(self) -> None:
        """The words come first; one goes on where they end."""
        self.query_one("#editor-title", Bar).say(self._title)
        self.query_one("#editor-quote", Bar).say(f"“{drawable(' '.join(self._quote.split()))}”" if self._quote else "")
        self.query_one("#editor-foot", Bar).say(_FOOT)
        area = self.query_one(TextArea)
        self.set_focus(area)
        area.move_cursor(area.document.end)

    @property
    def typed(self) -> Typed:
        """What stands there now."""
        return Typed(self.query_one(TextArea).text, self.query_one(Input).value)

    @on(TextArea.Changed)
    def _words_changed(self, event: TextArea.Changed) -> None:
        area = event.text_area
        if (words := words_in(area.text)) != area.text:  # what was pasted may hold anything
            area.text = words
            area.move_cursor(area.document.end)
        self._keep_typed()

    @on(Input.Changed)
    def _tags_changed(self) -> None:
        self._keep_typed()

    def _keep_typed(self) -> None:
        """Keep what stands there, if it is other than what was kept last."""
        if not self.is_attached or self.typed == self._kept:
            return
        typed = self.typed
        foot = self.query_one("#editor-foot", Bar)
        try:
            self._keep(typed)
        except TgReaderError as error:
            foot.say([f"Not kept: {error}", f"Not kept: {error.what}", "Not kept"])
            self.set_timer(_TRY_AGAIN, self._keep_typed)
        else:
            self._kept = typed
            foot.say(_FOOT, "kept")

    def action_other(self) -> None:
        """From the words to the tags, and back."""
        self.set_focus(self.query_one(Input if isinstance(self.focused, TextArea) else TextArea))

    @on(Input.Submitted)
    def action_done(self) -> None:
        """Give back what was typed."""
        self.dismiss(self.typed)
