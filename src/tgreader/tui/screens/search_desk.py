"""The search screen's panes: a line to type into, the hits, when they are from and which volumes they are in."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.widget import Widget
from textual.widgets import Input

from tgreader.errors import TgReaderError
from tgreader.model.address import Address
from tgreader.tui.commands import SEARCH
from tgreader.tui.screens.seen import Seen
from tgreader.tui.screens.sized import wear_size
from tgreader.tui.widgets.bars import Bar, Said
from tgreader.tui.widgets.concordance_view import ConcordanceView
from tgreader.tui.widgets.hit_list import HitList
from tgreader.tui.widgets.item_view import ItemView
from tgreader.tui.widgets.notice import Notice
from tgreader.tui.widgets.row_list import RowList
from tgreader.tui.widgets.timeline_view import TimelineView
from tgreader.tui.widgets.volume_bars import VolumeBars

HINT = 'words · "a phrase" · commun* · AND OR NOT NEAR · from:kissinger'
_TYPING = ("Enter ↓ to the hits · Esc back to the text", "Enter ↓ hits · Esc back")
_LOOKING = (
    "Enter opens · / query · f filters · r order · c in context · Tab panes · L past searches · q back · ? keys",
    "Enter opens · / query · f filters · r order · c context · q back · ? keys",
    "Enter · / f r c · q back · ? keys",
    "? keys",
)
_WHEN = (
    "h l period · space b year · Enter asks for it alone · x all of them · Tab panes · / query · q back · ? keys",
    "h l period · Enter asks for it alone · x all · Tab panes · q back · ? keys",
    "h l · Enter · x all · q back",
    "? keys",
)
_WHERE = (
    "j k volume · Enter asks for it alone · x all of them · Tab panes · / query · q back · ? keys",
    "j k volume · Enter asks for it alone · x all · Tab panes · q back · ? keys",
    "j k · Enter · x all · q back",
    "? keys",
)
_PAST = (
    "Enter asks it · / query · L past searches · q back · ? keys",
    "Enter asks it · / query · q back · ? keys",
    "? keys",
)


class QueryLine(Input):
    """The line that the query is typed into. Its keys go before those of the screen, as typing goes before commands."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down,tab", "screen.to_list", show=False, priority=True),
        Binding("escape", "screen.leave_query", show=False, priority=True),
        Binding("ctrl+o", "screen.close", show=False, priority=True),
    ]


class SearchDesk(Seen[tuple[Address, str] | None]):
    """Lays the panes out, and moves in them and between them.

    Attributes:
        when, timeline: when the hits are from. They and those below come to the screen when they are first wanted.
        where, volumes: which volumes the hits are in.
        concordance: the hits in context.
        notice: what is said to the reader.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual types it as no class variable
    VERTICAL_BREAKPOINTS = [(0, "-lowest"), (14, "-low"), (30, "-high")]  # noqa: RUF012
    LISTS: ClassVar[str] = "#hits, #concordance, #past"
    """The lists that take turns."""

    def __init__(self) -> None:
        super().__init__(name=SEARCH)
        self.when, self.timeline = Bar(id="when-title", classes="title"), TimelineView(id="timeline")
        self.where, self.volumes = Bar(id="where-title", classes="title"), VolumeBars(id="volumes")
        self.concordance = ConcordanceView(id="concordance")
        self.notice = Notice()
        self._shown = "past"
        self._has_found = False

    def compose(self) -> ComposeResult:
        """Title, query, count; the lists, with room above for the timeline and beside for the volumes; the keys."""
        wear_size(self)
        yield Bar(id="search-title", classes="focused")
        yield QueryLine(placeholder=HINT, compact=True, id="query")
        yield Bar(id="count")
        with Container(id="search-body"):
            with Vertical(id="found"):
                yield self._kept_free(Vertical(id="when"))
                yield self._kept_free(HitList(id="hits"))
                yield RowList(id="past")
            yield self._kept_free(Vertical(id="where"))
        yield Bar(id="search-foot")

    @staticmethod
    def _kept_free(room: Widget) -> Widget:
        """A room that is not on the screen while nothing is found."""
        room.display = False
        return room

    def place_beside(self) -> None:
        """Put the timeline and the volumes where room is kept for them: with the hits they would hold up the first."""
        if not self.timeline.is_attached:
            self.query_one("#when").mount(self.when, self.timeline)
            self.query_one("#where").mount(self.where, self.volumes)

    # The panes

    @property
    def usual(self) -> ItemView:
        """The list has the keys where nothing else may have them."""
        return self.shown

    @property
    def query_line(self) -> QueryLine:
        """What the query is typed into."""
        return self.query_one(QueryLine)

    @property
    def hits(self) -> HitList:
        """The hits."""
        return self.query_one(HitList)

    @property
    def past(self) -> RowList:
        """The past searches."""
        return self.query_one("#past", RowList)

    @property
    def shown(self) -> ItemView:
        """The list whose turn it is."""
        return self.query_one(f"#{self._shown}", ItemView)

    def show_list(self, name: str) -> None:
        """Let a list have its turn; it takes the keys over from the one before it."""
        had_keys = self.focused is self.shown
        self._shown = name
        if name == "concordance" and not self.concordance.is_attached:
            self.query_one("#found").mount(self.concordance)
        for listed in self.query(self.LISTS):
            listed.display = listed.id == name
        if self._has_found == (name == "past"):
            self._has_found = not self._has_found
            for one in ("#when", "#where"):  # by their own styles: for a class of the screen all would be styled anew
                styles = self.query_one(one).styles
                if self._has_found:
                    styles.inline.clear_rule("display")
                else:
                    styles.display = "none"
                self.query_one(one).refresh(layout=True)
        if had_keys:
            self.set_focus(self.shown)

    # Saying things

    def say(self, words: str) -> None:
        """Tell the reader something, until the next key."""
        if not self.notice.is_attached:
            self.mount(self.notice)
        self.notice.say(words)

    def say_error(self, error: TgReaderError) -> None:
        """Tell the reader what cannot be done."""
        self.say(str(error))

    def hush(self) -> None:
        """A notice stands until the next key."""
        self.notice.hush()

    def on_descendant_focus(self) -> None:
        """The foot says which keys there are."""
        feet: dict[Widget | None, Said] = {self.query_line: _TYPING, self.past: _PAST}
        feet |= {self.timeline: _WHEN, self.volumes: _WHERE}
        self.query_one("#search-foot", Bar).say(feet.get(self.focused, _LOOKING))
        self.when.set_class(self.focused is self.timeline, "focused")
        self.where.set_class(self.focused is self.volumes, "focused")
        self.set_class(self.focused is self.volumes, "-volumes")

    # Moving

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys are commands unless a query is being typed."""
        if self.focused is self.query_line and action not in {"to_list", "leave_query", "close"}:
            return False
        return super().check_action(action, parameters)

    def action_query(self) -> None:
        """Type the query."""
        self.set_focus(self.query_line)

    def action_to_list(self) -> None:
        """Leave the query as it is, for the list."""
        self.set_focus(self.shown)

    def action_move(self, step: int) -> None:
        """Move in the pane that has the keys; above the first hit is the query."""
        view = self.focused
        if isinstance(view, TimelineView):
            view.action_next(step)
        elif isinstance(view, ItemView):
            if step < 0 and view is self.shown and not view.cursor:
                self.action_query()
            else:
                view.action_next(step)

    def action_stop(self, step: int) -> None:
        """Move from period to period."""
        if isinstance(self.focused, TimelineView):
            self.focused.action_next(step)

    def action_page(self, pages: float) -> None:
        """Move by pages."""
        if isinstance(self.focused, (TimelineView, ItemView)):
            self.focused.action_page(pages)

    def action_end(self, last: bool) -> None:
        """Go to the first or last of what the pane shows."""
        if isinstance(self.focused, (TimelineView, ItemView)):
            self.focused.action_end(last)

    def action_pane(self, step: int) -> None:
        """Give the keys to the next pane: query, list, timeline, volumes."""
        panes: list[Widget] = [self.query_line, self.shown]
        if self._has_found and not self.has_class("-lowest"):
            self.place_beside()
            panes += [self.timeline, self.volumes]
        here = panes.index(self.focused) if self.focused in panes else 0
        wanted = panes[(here + step) % len(panes)]
        self.set_class(wanted is self.volumes, "-volumes")  # what is hidden takes no keys
        self.set_focus(wanted)
