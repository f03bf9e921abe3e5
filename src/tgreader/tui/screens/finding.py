"""Finding one's way: words in the document, a place by its number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tgreader.errors import TgReaderError
from tgreader.model.address import Address
from tgreader.reading.document.arrival import Arrival
from tgreader.reading.document.find import Hits
from tgreader.reading.session import Session
from tgreader.tui.screens.following import Following
from tgreader.tui.widgets.item_view import ItemView
from tgreader.tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from tgreader.tui.widgets.prompt import Prompt

_FIND, _GO_TO = "/", ":"


class Finding(Following):
    """A desk at which one looks for things."""

    def __init__(self, session: Session, first: Arrival) -> None:
        super().__init__(session, first)
        self._typed: dict[str, str] = {}
        self._asked_from: ItemView | None = None
        self._origin = (0, 0.0)

    # Find

    async def action_find(self) -> None:
        """Ask for words and show where they stand while they are typed."""
        self._origin = (self.text.block, self.text.scroll_offset.y)
        await self._ask(_FIND, "words to find in the text and its notes", "words")

    def action_hit(self, step: int) -> None:
        """Go to the next or previous hit."""
        if not self.hits.found:
            words = self.hits.words
            self.say(f"“{words}” is not in this document" if words else "nothing was looked for yet: / finds")
            return
        self.show_hit(((self.hit if self.hit is not None else -step) + step) % len(self.hits.found))
        self.say(self.count_of_hits())

    def _look_for(self, words: str) -> None:
        self.hits = self.reading.finder.find(words)
        nearest = self.hits.nearest(self._origin[0])
        if nearest is None:
            self.hit = None
            self._return_to_origin()
        else:
            self.show_hit(nearest)

    def show_hit(self, number: int) -> None:
        """Go to a hit."""
        self.hit, self.active = number, None
        hit = self.hits.found[number]
        self.text.go_to(hit.home, hit.start if hit.note is None else None)
        self.sync()
        if hit.note is not None:
            self.notes.go_to(hit.block, hit.start)

    def count_of_hits(self) -> str:
        """Which hit the reader is at, of how many, as the screen says it."""
        if not self.hits.words.strip():
            return ""
        if self.hit is None:
            return "no hit"
        total = f"{len(self.hits.found):,}" + ("" if self.hits.complete else "+")
        return f"{self.hit + 1:,} of {total}"

    def _return_to_origin(self) -> None:
        block, row = self._origin
        self.text.go_to(block)
        self.text.scroll_to(y=row, animate=False)
        self.sync()

    def action_leave(self) -> None:
        """Back to the text; a second time, forget what was found."""
        if self.view is not self.text:
            self.set_focus(self.text)
        elif self.active is not None:
            self.active = None
            self.sync()
        else:
            self.hits, self.hit = Hits(), None
            self.sync()

    # Go to

    async def action_go_to(self) -> None:
        """Ask for a place and go there."""
        from tgreader.reading.destination import HINTS

        await self._ask(_GO_TO, *HINTS)

    def _go_to(self, typed: str) -> None:
        from tgreader.reading.destination import destinations

        try:
            found = destinations(self.session, typed)
        except TgReaderError as error:
            self.say_error(error)
            return
        if len(found) == 1:
            self.go(found[0].address)
        else:
            rows = [ListRow(candidate.words, str(candidate.address), key=candidate.address) for candidate in found]
            self.choose(f"{len(rows)} places may be meant by {typed}", rows, self._go_if_chosen)

    def _go_if_chosen(self, chosen: object) -> None:
        if isinstance(chosen, Address):
            self.set_focus(self.text)
            self.go(chosen)

    # The prompt and the lists

    async def _ask(self, sign: str, *hints: str) -> None:
        from tgreader.tui.widgets.prompt import Prompt  # what the first screen does not need is imported after it

        self._asked_from = self.view
        prompt = Prompt(sign, hints, self._typed.get(sign, ""))
        await self.mount(prompt)
        self.set_focus(prompt.line)

    def on_prompt_changed(self, event: Prompt.Changed) -> None:
        """Find while words are typed."""
        if event.sign == _FIND:
            self._look_for(event.typed)
            event.prompt.say(self.count_of_hits())

    def on_prompt_ended(self, event: Prompt.Ended) -> None:
        """Go where the prompt says; what was typed stands there the next time."""
        self._typed[event.sign] = event.typed
        self.query("Prompt").remove()
        self.set_focus(self._asked_from or self.text)
        if event.sign == _FIND and event.entered:
            self._look_for(event.typed)
            self.say(self.count_of_hits() or "no words to find")
        elif event.sign == _FIND:
            self.hits, self.hit = Hits(), None
            self._return_to_origin()
        elif event.entered and event.typed.strip():
            self.entered(event.sign, event.typed.strip())

    def entered(self, sign: str, typed: str) -> None:
        """Words were entered at the prompt of that sign."""
        if sign == _GO_TO:
            self._go_to(typed)

    def choose(
        self,
        title: str,
        rows: Sequence[ListRow],
        then: Callable[[object], None],
        *,
        chosen: object = None,
        filtering: bool = False,
        name: str | None = None,
        foot: str = "Enter opens · Esc closes",
    ) -> None:
        """Show rows to choose from; `then` is given the key of the row chosen, or None."""
        from tgreader.tui.screens.dialog import ListDialog

        self.app.push_screen(ListDialog(title, rows, chosen, filtering=filtering, foot=foot, name=name), then)
