"""The contents beside the text: a tree of what is open, in which one goes from place to place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual import on

from tgreader.reading.document.arrival import Arrival
from tgreader.tui.screens.finding import Finding
from tgreader.tui.widgets.item_view import ItemView

if TYPE_CHECKING:
    from tgreader.reading.shelf.contents import Contents, Shown
    from tgreader.tui.widgets.contents_pane import ContentsPane

_SHOWN = "-contents"
_KEYS = (
    "j k line · h l fold · Enter open · / filter · t closes · ? keys",
    "Enter open · / filter · t closes",
    "t closes",
    "",
)


class Browsing(Finding):
    """A desk with the contents at its left. They are made when they are first asked for."""

    _contents: Contents | None = None
    _progress = _contents_count = ""

    @property
    def contents_pane(self) -> ContentsPane:
        """The contents pane."""
        return cast("ContentsPane", self.query_one("#contents-pane"))

    @property
    def _contents_shown(self) -> bool:
        return self._contents is not None and self.has_class(_SHOWN)

    async def action_contents(self) -> None:
        """Contents: show and go there; from there, hide them."""
        from tgreader.reading.shelf.contents import Contents  # what the first screen does not need is imported after it
        from tgreader.tui.widgets.contents_pane import ContentsPane

        if self._contents is None:
            self._contents = Contents(self.session.shelf)
            await self.query_one("#body").mount(ContentsPane(id="contents-pane"), before="#text")
        elif self._contents_shown and self.view is self.contents_pane.tree_view:
            self._hide_contents()
            return
        self.add_class(_SHOWN)
        self.set_focus(self.contents_pane.tree_view)
        self._follow_place()

    def bring(self, view: ItemView) -> None:
        """As at every desk; the panels beside the text have the room that the contents had."""
        if view is not self.text:
            self.remove_class(_SHOWN)
        super().bring(view)

    def _hide_contents(self) -> None:
        self.remove_class(_SHOWN)
        self.set_focus(self.text)

    def _follow_place(self) -> None:
        """Unfold what holds the document being read, and put the cursor on it."""
        if self._contents is not None:
            self._list_contents(self._contents.reveal(self.reading.document.address))

    def _list_contents(self, cursor: object = None) -> None:
        if self._contents is None:
            return
        pane = self.contents_pane
        lines = self._contents.lines(pane.typed)
        pane.show(lines, self.reading.document.address, cursor)
        total = self._contents.count()
        matching = sum(shown.matches for shown in lines)
        count = f"{matching:,} of {total:,}" if pane.typed.strip() else f"{total:,}"
        self._contents_count = " · ".join(part for part in (count, self._progress) if part)
        self._say_contents()

    def _say_contents(self) -> None:
        self.contents_pane.say("Contents", self._contents_count)

    def more_contents(self, progress: str) -> None:
        """More files are open.

        Args:
            progress: how many, in words; "" when that is all.
        """
        self._progress = progress
        if self._contents_shown:
            shown = self.contents_pane.shown
            self._list_contents(shown.line.key if shown else None)

    def sync(self) -> None:
        """Bring everything to the reader's place; the title of the contents says whether they have the keys."""
        super().sync()
        if self._contents_shown:
            self._say_contents()

    def show(self, arrival: Arrival) -> None:
        """Show a place; the contents follow to another document."""
        before = self.reading.document
        super().show(arrival)
        if self._contents_shown and arrival.document is not before:
            self._follow_place()

    def keys_to_say(self) -> Sequence[str]:
        """Those of the tree, while it has them; where there are contents, the key to them."""
        if self._in_contents is not None:
            return _KEYS
        keys = super().keys_to_say()
        return [keys[0].replace(" · c cite", " · t contents · c cite"), *keys] if self._contents_worth else keys

    @property
    def _contents_worth(self) -> bool:
        return len(self.session.shelf.places) > 1

    # In the tree

    def on_contents_pane_typed(self) -> None:
        """Filter; the cursor goes to the document being read, or to the first that matches."""
        shown = self.contents_pane.shown
        self._list_contents(shown.line.key if shown and not self.contents_pane.typed else None)

    @on(ItemView.Chosen, "#contents")
    def _chosen_in_contents(self) -> None:
        self.on_contents_pane_entered()

    def on_contents_pane_entered(self) -> None:
        """Open the line at the cursor."""
        shown = self.contents_pane.shown
        if shown is not None:
            self._open_line(shown)

    def _open_line(self, shown: Shown) -> None:
        """Open a document, unfold or fold what only holds others; where there is no room for both, the contents go."""
        line = shown.line
        if line.address is None:
            if not self.contents_pane.typed and self._contents is not None:
                self._contents.toggle(line.key)
                self._list_contents(line.key)
            return
        if self.contents_pane.typed:
            self.contents_pane.action_end_filter()
        if not self.has_class("-widest"):
            self.remove_class(_SHOWN)
        self.set_focus(self.text)
        self.open(line.address)

    @property
    def _in_contents(self) -> Shown | None:
        """The line at the cursor, if the tree has the keys."""
        if self._contents_shown and self.view is self.contents_pane.tree_view:
            return self.contents_pane.shown
        return None

    def action_follow(self) -> None:
        """In the tree, open the line at the cursor."""
        shown = self._in_contents
        if shown is not None:
            self._open_line(shown)
        else:
            super().action_follow()

    def action_stop(self, step: int) -> None:
        """In the tree, unfold the line at the cursor; or fold it away, or go to the one that holds it."""
        shown = self._in_contents
        if shown is None or self._contents is None:
            super().action_stop(step)
        elif self.contents_pane.typed:
            self.say("everything that matches is unfolded")
        elif shown.unfolded is not None and shown.unfolded is (step < 0):
            self._contents.unfold(shown.line.key, unfolded=step > 0)
            self._list_contents(shown.line.key)
        elif step < 0:
            self._list_contents(shown.line.parent or shown.line.key)
        elif shown.unfolded:
            self.contents_pane.action_move(1)

    async def action_find(self) -> None:
        """In the tree, filter its lines."""
        if self._in_contents is not None:
            self.contents_pane.filter()
        else:
            await super().action_find()

    def panes(self) -> list[ItemView]:
        """The contents come first."""
        return [self.contents_pane.tree_view, *super().panes()] if self._contents_shown else super().panes()

    def action_leave(self) -> None:
        """From the tree, back to the text; where it stands over the text, it goes."""
        if self._in_contents is not None and not self.has_class("-widest"):
            self._hide_contents()
        else:
            super().action_leave()
