"""What a reader is likely to ask for is imported ahead, once the first screen stands: a search finds it there.

A module at a time, so that a key which comes meanwhile waits for one of them at the most, a few milliseconds. Whatever
is asked for before its turn is imported then, as ever.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from textual.app import App

_SEARCHING = (
    "sqlite3",
    "tgreader.reading.searching.searcher",
    "tgreader.tui.screens.search_desk",
    "tgreader.tui.screens.search",
    "tgreader.library.query.language",
    "tgreader.library.index.schema",
    "json",
    "tgreader.library.index.excerpts",
    "tgreader.library.index.search",
    "tgreader.library.work.search_log",
    "tgreader.citing.catalogue",
)
"""What the first search needs, in the order in which it needs it."""


def import_ahead(app: App[None]) -> None:
    """Begin to import, one module after the other, what else is done comes between them."""
    _step(app, iter(_SEARCHING))


def _step(app: App[None], modules: Iterator[str]) -> None:
    if module := next(modules, None):
        import_module(module)
        app.call_later(_step, app, modules)
