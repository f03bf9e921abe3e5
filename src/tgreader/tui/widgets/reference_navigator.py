"""The reference navigator: what the document points to, grouped, each with where it is named."""

from __future__ import annotations

from tgreader.model.document import Document
from tgreader.model.inline import Reference
from tgreader.reading.pointing import Mention, Pointed, pointed_to
from tgreader.reading.referring import References
from tgreader.tui.widgets.row_list import ListRow, RowList

_SIGNS = {"resolved": "→", "absent": "·", "unprinted": "·", "ambiguous": "?", "unknown": "?"}
"""Opens here; known and not here; in doubt. What is no place of the series (a box in an archive) has no sign."""
_ELSEWHERE = {"source", "publication"}


class ReferenceNavigator(RowList):
    """Entries of things pointed to. Enter goes to where one is named, Enter again follows it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._mention = -1

    def read(self, document: Document, references: References) -> None:
        """Show what a document points to."""
        rows = []
        for group in pointed_to(document, references):
            rows.append(ListRow(group.title, str(len(group.things)), group=True))
            rows += [ListRow(_title(thing), thing.where, key=thing) for thing in group.things]
        self._mention = -1
        self.show(rows)

    @property
    def thing(self) -> Pointed | None:
        """The thing at the cursor."""
        key = self.row.key if self.row else None
        return key if isinstance(key, Pointed) else None

    def step(self, step: int = 1) -> Mention | None:
        """The next (or an earlier) place that names the thing at the cursor, round and round."""
        thing = self.thing
        if thing is None:
            return None
        self._mention = (self._mention + step) % len(thing.mentions) if self._mention >= 0 else 0
        return thing.mentions[self._mention]

    @property
    def arrived(self) -> Reference | None:
        """The reference the reader was just taken to, which Enter now follows."""
        return self.thing.mentions[self._mention].reference if self.thing and self._mention >= 0 else None

    def action_next(self, step: int = 1) -> None:
        """Another thing: Enter goes to its place first."""
        self._mention = -1
        super().action_next(step)

    def show_reference(self, reference: Reference) -> None:
        """Put the cursor on the entry of a reference that is active in the text."""
        for item, row in enumerate(self.rows):
            if isinstance(row.key, Pointed) and any(mention.reference is reference for mention in row.key.mentions):
                self._mention = -1
                self.move_to(item)
                return


def _title(thing: Pointed) -> str:
    best = thing.best
    inferred = " (inferred)" if all(mention.reference.inferred for mention in thing.mentions) else ""
    sign = "" if best.kind in _ELSEWHERE else f"{_SIGNS[best.status]} "
    return f"{sign}{thing.title}{inferred}"
