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
        if self.app.app_focus and (self.focused is None or not is_shown(self.focused)):
            self.set_focus(self.usual)


def is_shown(view: Widget) -> bool:
    """Whether a pane is on the screen."""
    return bool(view.size) and all(node.display for node in view.ancestors_with_self if isinstance(node, Widget))
