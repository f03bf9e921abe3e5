"""Arranging the desk: which panes are on the screen, which has the keys and the most room, how wide the text is set."""

from __future__ import annotations

from tgreader.reading.remembering.memory import MEASURE
from tgreader.tui.screens.desk import Desk
from tgreader.tui.screens.seen import is_shown
from tgreader.tui.widgets.item_view import ItemView


class Arranging(Desk):
    """A desk on which one shows and hides panes."""

    def show_pane(self, view: ItemView) -> None:
        """Bring a pane onto the screen and give it the keys; say why that cannot be done, all staying as it is."""
        if view is not self.text and self.is_too_low():
            return
        if view is self.notes and self.has_class("-noteless"):
            self.say("this document has no notes")
        else:
            self.bring(view)

    def is_too_low(self) -> bool:
        """Whether the screen is too low for a panel; the reader is told."""
        too_low = self.has_class("-low") or self.has_class("-lowest")
        if too_low:
            self.say("this screen is too low for a panel")
        return too_low

    def bring(self, view: ItemView) -> None:
        """Bring a pane for which there is room onto the screen, in the place of what stands there, with the keys."""
        self.remove_class("-alone")
        if view is self.navigator:
            self.remove_class("-unpointing")
        self.set_class(view is self.navigator, "-pointing")
        self.remove_class("-no-notes" if view is self.notes else "-no-references")
        self.give_room(view)
        self.set_focus(view)  # now: the next key may have been typed already

    def give_room(self, view: ItemView) -> None:
        """The panel that keys were given to has the most room; not the one that is clicked: it would move away."""
        self.set_class(view.id == "references", "-in-references")
        self.set_class(view.id == "names", "-in-names")

    def action_notes(self) -> None:
        """Footnotes: show and go there; from there, hide them."""
        self._toggle(self.notes, "-no-notes")

    def action_references(self) -> None:
        """References: show and go there; from there, hide them."""
        self._toggle(self.navigator, "-no-references")

    def _toggle(self, view: ItemView, hidden: str) -> None:
        if not view.has_focus:
            self.show_pane(view)
            return
        self.set_focus(self.text)
        if view is not self.navigator or not self.has_class("-narrow"):
            self.add_class(hidden)

    def panes(self) -> list[ItemView]:
        """The panes, as `Tab` goes through them."""
        return [self.text, self.notes, self.navigator]

    def action_pane(self, step: int) -> None:
        """Give the keys to the next pane on the screen."""
        # The pane that has the keys is one of them, also where it was put there a moment ago and has no size yet.
        views = [view for view in self.panes() if view is self.view or is_shown(view)]
        here = views.index(self.view) if self.view in views else 0
        view = views[(here + step) % len(views)]
        self.give_room(view)
        self.set_focus(view)

    def action_alone(self) -> None:
        """The text alone, or with its panels."""
        self.set_focus(self.text)
        self.toggle_class("-alone")

    def action_measure(self, change: int) -> None:
        """Set the text wider or narrower."""
        self.text.set_measure(self.text.measure_wanted + change)
        self.session.memory.keep_setting(MEASURE, str(self.text.measure_wanted))
        self.say(f"lines of {self.text.measure_wanted} characters")

    def on_descendant_focus(self) -> None:
        """The titles say which pane has the keys; where it is the text, the panels are as usual."""
        if self.focused is self.text:  # on a small screen the notes are there again
            self.remove_class("-pointing")
            self.give_room(self.text)
        self.sync()
