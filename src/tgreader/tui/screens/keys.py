"""The keys, and the signs that stand on the screen: what `?` shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tgreader.tui.commands import Command, keys_of
from tgreader.tui.screens.dialog import ListDialog
from tgreader.tui.widgets.row_list import ListRow

SIGNS = (
    ("¹ ²  ⁵?", "markers of footnotes; whose place is in doubt"),
    ("325  |", "the printed page, and in the line where it begins"),
    ("◆ ✎  ◆?", "your mark, your annotation; whose words are gone"),
    ("→ · ?", "a reference: open here; not open; not sure what it means"),
    ("▸", "the pane that has the keys"),
    ("⌫ Alt+→", "where the way leads back, and forward"),
)
"""Each sign of the reading screen with what it says."""


class KeysDialog(ListDialog):
    """Gives back the command chosen, the sign, or None.

    Args:
        commands: the commands; those of a group after each other.
        given: for the id of a command, the keys it was given instead of its own.
        signs: signs with what they say, listed after the keys.
    """

    def __init__(
        self, commands: Iterable[Command], given: Mapping[str, str], signs: Sequence[tuple[str, str]] = ()
    ) -> None:
        rows = [*key_rows(commands, given), *sign_rows(signs)]
        super().__init__("Keys and signs" if signs else "Keys", rows, foot="Enter does it · Esc closes")


def key_rows(commands: Iterable[Command], given: Mapping[str, str]) -> list[ListRow]:
    """Rows whose keys are the commands."""
    rows: list[ListRow] = []
    group = ""
    for command in commands:
        if command.group != group:
            group = command.group
            rows.append(ListRow(group, group=True))
        rows.append(ListRow(command.words, keys_of(command, given), key=command))
    return rows


def sign_rows(signs: Sequence[tuple[str, str]]) -> list[ListRow]:
    """Rows that tell what signs say: the signs are their keys."""
    rows = [ListRow(words, sign, key=sign) for sign, words in signs]
    return [ListRow("Signs", group=True), *rows] if rows else []
