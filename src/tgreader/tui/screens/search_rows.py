"""What stands on the search screen while nothing is asked: past searches to ask again, and what may be asked."""

from __future__ import annotations

from collections.abc import Iterable

from tgreader.reading.document.titles import counted
from tgreader.reading.notebook.own_words import moment_of
from tgreader.tui.widgets.row_list import ListRow

_MAY_BE_ASKED = (
    ("brezhnev grain", "both words, neither case nor accents counting"),
    ('"most favored nation"', "the words one after the other"),
    ("detent*", "words that begin so"),
    ("(wheat OR grain) NOT rice", "any of them, and not that"),
    ("berlin NEAR/5 access", "with at most five words between them"),
    ("=Détente", "spelled just so"),
    ("from:moscow to:secstate", "also heading: body: notes: source: person: place: number:"),
    ("grain date:1971..1973-06", "also after: before: volume: subseries: compilation: kind: class:"),
)
"""Examples of the search language with what they find."""


def past_rows(searches: Iterable[tuple[str, int, str]]) -> list[ListRow]:
    """Past searches, each with its count and when it was made.

    Args:
        searches: query, number of documents, and the time as ISO has it.
    """
    return [ListRow(query, f"{_documents(count)} · {moment_of(at)}", key=query) for query, count, at in searches]


def example_rows() -> list[ListRow]:
    """What may be asked, by examples that can be chosen."""
    return [
        ListRow("What may be asked", group=True),
        *(ListRow(query, words, key=query) for query, words in _MAY_BE_ASKED),
    ]


def _documents(count: int) -> str:
    return counted(count, "document") if count else "no document"
