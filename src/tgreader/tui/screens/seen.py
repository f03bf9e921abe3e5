"""What has the keys is on the screen: where a new size has no room for it, they go back to what is always there."""

from __future__ import annotations

from textual.screen import Screen, ScreenResultType
from textual.widget import Widget


class Seen(Screen[ScreenResultType]):
    """A screen on which the keys never go to what is not seen."""

    @property
    def usual(self) -> Widget:
        """What has the keys where nothing else may have them."""
        raise NotImplementedError

    def on_resize(self) -> None:
        """At another size other panes are shown."""
        self.call_after_refresh(self._take_keys_back)

    def _take_keys_back(self) -> None:
        # While another window has the keys nothing here has, and Textual remembers what had.
        if self.app.app_focus and (self.focused is None or not _is_displayed(self.focused)):
            self.set_focus(self.usual)


def is_shown(view: Widget) -> bool:
    """Whether a pane is on the screen."""
    return bool(view.size) and _is_displayed(view)


def _is_displayed(view: Widget) -> bool:
    """Whether a pane has its place on the screen; one that was given it a moment ago has no size yet."""
    return all(node.display for node in view.ancestors_with_self if isinstance(node, Widget))
