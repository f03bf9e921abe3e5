"""The names panel: who and what the paragraph at the cursor names, as the volume's lists have it."""

from __future__ import annotations

from collections.abc import Sequence

from tgreader.reading.naming import Listed
from tgreader.tui.widgets.row_list import ListRow, RowList


class NamesPanel(RowList):
    """Entries of the lists. Enter opens one."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._names: Sequence[Listed] = ()

    def read(self, names: Sequence[Listed]) -> None:
        """Show entries, unless they are shown already."""
        if names != self._names:
            self._names = names
            self.show([ListRow(in_words(name), key=name) for name in names])

    @property
    def name_here(self) -> Listed | None:
        """The entry at the cursor."""
        return self.row.key if self.row and isinstance(self.row.key, Listed) else None


def in_words(name: Listed) -> str:
    """An entry as lists print it."""
    return f"{name.name.rstrip(' ,')}, {name.description}" if name.description else name.name
