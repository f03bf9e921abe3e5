"""The tree of a query: words and what a document must be, joined by all, any and not."""

from __future__ import annotations

from tgreader.model.tuples import NamedTuple

OWN_WORDS = ("heading", "body", "notes", "source")
"""The columns looked in where no field is named: a document's own words."""

FIELDS: dict[str, tuple[str, ...]] = {
    "heading": ("heading",),
    "body": ("body",),
    "notes": ("notes", "source"),
    "note": ("notes", "source"),
    "source": ("source",),
    "person": ("persons", "sender", "recipient"),
    "place": ("place",),
    "from": ("sender",),
    "to": ("recipient",),
    "number": ("number",),
}
"""The fields by name, and the columns of each."""

FILTERS = (
    "volume", "subseries", "compilation", "kind", "class", "date", "after", "before", "with", "without",
)  # fmt: skip
"""The filters by name."""

DATES = frozenset({"date", "after", "before"})
"""Those that ask for dates, and so leave out documents without one."""

NEAR = 10
"""Words that may stand between where no number says so."""


class Words(NamedTuple):
    """A word, or words one after the other.

    Attributes:
        text: as typed.
        prefix: whether the last may go on.
        exact: whether the spelling counts.
        columns: where to look.
    """

    text: str
    prefix: bool = False
    exact: bool = False
    columns: tuple[str, ...] = OWN_WORDS


class Near(NamedTuple):
    """Words with at most `distance` others between them, in any order."""

    words: tuple[Words, ...]
    distance: int = NEAR


class Filter(NamedTuple):
    """What a document must be; any of the values suffices."""

    name: str
    values: tuple[str, ...]


class All(NamedTuple):
    """All of these."""

    parts: tuple[Node, ...]


class Any(NamedTuple):
    """Any of these."""

    parts: tuple[Node, ...]


class Not(NamedTuple):
    """Not this."""

    part: Node


Node = Words | Near | Filter | All | Any | Not


class Query(NamedTuple):
    """A query, read.

    Attributes:
        text: as typed.
        tree: what it means.
        undated: whether documents without a date are wanted too where dates are asked for.
    """

    text: str
    tree: Node
    undated: bool = False

    def within(self, *filters: Filter) -> Query:
        """The same, and that."""
        return self._replace(tree=All((self.tree, *filters))) if filters else self
