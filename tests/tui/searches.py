"""The search screen as tests drive it: each waits until what it asked for is answered and shown."""

from __future__ import annotations

from tests.tui.reader import Reader
from tgreader.tui.screens.search import SearchScreen

_PATIENCE = 400


def screen_of(opened: Reader) -> SearchScreen:
    assert isinstance(opened.app.screen, SearchScreen)
    return opened.app.screen


async def answered(opened: Reader) -> None:
    """Wait until what stands in the query was asked, has been answered, and is shown at the width of its panes."""
    for _ in range(_PATIENCE):
        await opened.settle()
        screen = opened.app.screen
        if not isinstance(screen, SearchScreen):
            return
        hidden = screen.has_class("-lowest") or screen.has_class("-volumes")
        is_asked = screen.query_line.value == screen.asked.words and not screen._is_searching
        if is_asked and (not screen.spread or hidden or screen.timeline.room > 1):
            await opened.settle()
            return
    raise AssertionError(f"the search does not come to rest:\n{opened.shown}")


async def press(opened: Reader, *keys: str) -> None:
    """Press keys, and wait for what they ask."""
    await opened.press(*keys)
    await answered(opened)


async def write(opened: Reader, words: str) -> None:
    """Type words, and wait for what they ask."""
    await opened.type(words)
    await answered(opened)


async def searched(opened: Reader, words: str) -> SearchScreen:
    """Type a query, as fast as one can."""
    await opened.burst("s", *words)
    for _ in range(_PATIENCE):
        if isinstance(opened.app.screen, SearchScreen) and opened.app.screen.query_line.value == words:
            break
        await opened.settle()
    await answered(opened)
    return screen_of(opened)
