"""The classes that a screen wears for its size, worn from the start.

Textual gives them to a screen once all that is on it is dressed and laid out, and then dresses it a second time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.screen import Screen

Breakpoints = Sequence[tuple[int, str]]


def wear_size(screen: Screen[Any]) -> None:
    """Give a screen the classes of its `HORIZONTAL_BREAKPOINTS` and `VERTICAL_BREAKPOINTS`, before it is composed."""
    size = screen.app.size
    for cells, breakpoints in zip(size, (screen.HORIZONTAL_BREAKPOINTS, screen.VERTICAL_BREAKPOINTS), strict=True):
        reached = [worn for least, worn in sorted(breakpoints or ()) if cells >= least]
        screen.add_class(*reached[-1:], update=False)
