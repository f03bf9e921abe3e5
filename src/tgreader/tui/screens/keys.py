"""Commands as rows of a list, in their groups, each with its keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tgreader.tui.commands import Command, keys_of
from tgreader.tui.widgets.row_list import ListRow


def key_rows(commands: Iterable[Command], given: Mapping[str, str]) -> list[ListRow]:
    """Rows whose keys are the commands.

    Args:
        commands: the commands; those of a group after each other.
        given: for the id of a command, the keys it was given instead of its own.
    """
    rows: list[ListRow] = []
    group = ""
    for command in commands:
        if command.group != group:
            group = command.group
            rows.append(ListRow(group, group=True))
        rows.append(ListRow(command.words, keys_of(command, given), key=command))
    return rows
