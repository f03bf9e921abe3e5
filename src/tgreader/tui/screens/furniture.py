"""The furniture of the desk: the text, its panels and bars, and how the reader is told something."""

from __future__ import annotations

from asyncio import Lock
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Container, Vertical

from tgreader.errors import TgReaderError
from tgreader.tui.screens.seen import Seen
from tgreader.tui.screens.sized import wear_size
from tgreader.tui.widgets.bars import Bar
from tgreader.tui.widgets.ground import Ground
from tgreader.tui.widgets.item_view import ItemView
from tgreader.tui.widgets.paragraph_pane import ParagraphPane

if TYPE_CHECKING:
    from tgreader.tui.widgets.footnote_panel import FootnotePanel
    from tgreader.tui.widgets.notice import Notice
    from tgreader.tui.widgets.reference_navigator import ReferenceNavigator


_STYLES = Path(__file__).parents[1] / "app.tcss"
"""How all looks that is not on the first look: reading it would hold that up."""


class _Body(Container, Ground):
    """The room of the panes."""


class Furniture(Seen[None], Ground):
    """A screen with the text, and with the panels beside it once the text is there."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (140, "-widest")]  # noqa: RUF012 - Textual types it as no class variable
    VERTICAL_BREAKPOINTS = [(0, "-lowest"), (4, "-low"), (15, "-high")]  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__()
        self._is_furnished = False
        self._furnishing = Lock()

    def compose(self) -> ComposeResult:
        """The text, and the room for the rest, which comes when the text is on the screen."""
        wear_size(self)
        yield Bar(id="place")
        with _Body(id="body"):
            yield ParagraphPane(id="text")
            yield Vertical(id="side")
        yield Bar(id="status")

    async def furnish(self) -> None:
        """Put the panels beside the text; importing and laying them out would hold up the first sight of it.

        A key that comes before them waits for them here.
        """
        async with self._furnishing:
            if self.is_mounted and not self._is_furnished:
                await self._mount_panels()
                await self.furnished()

    async def _mount_panels(self) -> None:
        from tgreader.tui.widgets.footnote_panel import FootnotePanel
        from tgreader.tui.widgets.notice import Notice
        from tgreader.tui.widgets.peek_panel import PeekPanel
        from tgreader.tui.widgets.reference_navigator import ReferenceNavigator

        # Nothing that is there already is dressed otherwise by it, so that it need not be dressed again.
        self.app.stylesheet.read(_STYLES)
        self.app.stylesheet.parse()
        await self.query_one("#side").mount(
            Bar(id="notes-title", classes="title"),
            FootnotePanel(id="notes"),
            Bar(id="references-title", classes="title"),
            ReferenceNavigator(id="references"),
            Vertical(Bar(id="peek-title", classes="title focused"), PeekPanel(id="peek"), id="peek-over"),
        )
        await self.mount(Notice())

    async def furnished(self) -> None:
        """Everything is in its place."""
        self._is_furnished = True

    # The panes

    @property
    def usual(self) -> ParagraphPane:
        """The text has the keys where nothing else may have them."""
        return self.text

    @property
    def text(self) -> ParagraphPane:
        """The paragraph pane."""
        return self.query_one("#text", ParagraphPane)

    @property
    def notes(self) -> FootnotePanel:
        """The footnote panel."""
        return cast("FootnotePanel", self.query_one("#notes"))

    @property
    def navigator(self) -> ReferenceNavigator:
        """The reference navigator."""
        return cast("ReferenceNavigator", self.query_one("#references"))

    @property
    def view(self) -> ItemView:
        """The pane that keys go to."""
        return self.focused if isinstance(self.focused, ItemView) else self.text

    # Saying things

    def say(self, words: str) -> None:
        """Tell the reader something, until the next key."""
        self.notice.say(words)

    def say_also(self, words: str) -> None:
        """Tell the reader something besides what is being said."""
        self.say("\n".join(filter(None, (self.notice.said, words))))

    @property
    def notice(self) -> Notice:
        """What is said to the reader."""
        return cast("Notice", self.query_one("Notice"))

    def say_error(self, error: TgReaderError) -> None:
        """Tell the reader what cannot be done."""
        self.say(str(error))
