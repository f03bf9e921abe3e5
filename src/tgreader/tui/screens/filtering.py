"""Filters: chosen from lists, and written into the query, where they can be read, kept and changed by hand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from tgreader.errors import TgReaderError
from tgreader.tui.screens.search_asking import Asking
from tgreader.tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from tgreader.tui.screens.dialog import ListDialog

_NAMES = {
    "date": "Dates",
    "volume": "Volume",
    "subseries": "Subseries",
    "compilation": "Compilation",
    "kind": "Kind of document",
    "class": "Classification",
    "notes": "Footnotes",
    "undated": "Documents without a date",
}
_FIXED = {
    "notes": (("with", "notes", "only documents with footnotes"), ("without", "notes", "only documents without")),
    "undated": (("with", "undated", "listed too where dates are asked for"),),
}
"""For what is no choice of values: the filter that is written, its value, and what it does."""
_ANY = "any"


class Filtering(Asking):
    """A search screen on which one filters."""

    def action_filters(self, chosen: object = None) -> None:
        """Show the filters, to choose one and its value."""
        from tgreader.tui.screens.asking import AskingDialog

        rows = [ListRow(title, self._value_of(name) or _ANY, key=name) for name, title in _NAMES.items()]
        dialog = AskingDialog("Filters", rows, {"x": "off", "delete": "off"}, chosen, foot=_FOOT)
        self.app.push_screen(dialog, self._filter_chosen)

    def _value_of(self, name: str) -> str:
        """What a filter is set to, as it stands in the query."""
        from tgreader.reading.searching.filters import filters_in

        standing = filters_in(self.query_line.value)
        if name not in _FIXED:
            return standing.get(name, "")
        return next((words for filter_, value, words in _FIXED[name] if standing.get(filter_) == value), "")

    def _filter_chosen(self, chosen: object) -> None:
        from tgreader.tui.screens.asking import Asked as Off

        if isinstance(chosen, Off):
            self._set_filter(str(chosen.key), None)
            self.action_filters(chosen.key)
        elif chosen in _FIXED:
            rows = [ListRow(words, key=(name, value)) for name, value, words in _FIXED[str(chosen)]]
            rows.append(ListRow(_ANY, key=(str(chosen), None)))
            self._choose(_NAMES[str(chosen)], rows, None)
        elif isinstance(chosen, str):
            work = partial(self._list_choices, chosen, self.query_line.value)
            self.run_worker(work, name="listing choices", group="choices", exclusive=True, thread=True)

    def _list_choices(self, name: str, words: str) -> None:
        """In a thread."""
        try:
            found = self.searcher.choices(name, words)
        except TgReaderError as error:
            self.app.call_from_thread(self.say_error, error)
            return
        rows = [ListRow(words, f"{count:,}", key=(name, value)) for value, words, count in found]
        self.app.call_from_thread(self._choose, _NAMES[name], [ListRow(_ANY, key=(name, None)), *rows], name)

    def _choose(self, title: str, rows: Sequence[ListRow], name: str | None) -> None:
        from tgreader.tui.screens.dialog import ListDialog

        dialog: ListDialog
        if name == "date":
            from tgreader.tui.screens.dates import DatesDialog

            dialog = DatesDialog(title, rows)
        else:
            chosen = (name, self._value_of(name)) if name else None
            dialog = ListDialog(title, rows, chosen, filtering=name is not None, foot="Enter chooses · Esc closes")
        self.app.push_screen(dialog, self._value_chosen)

    def _value_chosen(self, chosen: object) -> None:
        if isinstance(chosen, tuple):
            self._set_filter(*chosen)

    def clear_filters(self) -> None:
        """Take the period and the volumes out of the query."""
        for name in ("date", "after", "before", "volume"):
            self._set_filter(name, None)

    def _set_filter(self, name: str, value: str | None) -> None:
        """Write a filter into the query; the hits follow from it."""
        from tgreader.reading.searching.filters import filters_in, with_filter

        line, words = self.query_line, self.query_line.value
        for filter_, standing, _ in _FIXED.get(name, ()):
            if filters_in(words).get(filter_) == standing:
                words = with_filter(words, filter_, None)
        if name not in _FIXED:
            words = with_filter(words, name, value)
        line.value = words
        line.cursor_position = len(words)


_FOOT = "Enter chooses · x takes it off · Esc closes"
