"""The reference navigator: what is pointed to from here, or what cites something, each with where it is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tgreader.model.address import Address
from tgreader.model.inline import Reference
from tgreader.reading.document.find import folded
from tgreader.reading.pointing.citing_places import Citing, Wanted
from tgreader.reading.pointing.navigator import Group, Mention, Pointed
from tgreader.tui.widgets.row_list import ListRow, RowList, none_holds

Answers = Sequence[tuple[Wanted, Sequence[Citing]]]
"""What was asked about, each with the places that cite it."""

_OPENS = "→"
_SIGNS = {"resolved": _OPENS, "absent": "·", "unprinted": "·", "ambiguous": "?", "unknown": "?"}
"""What Enter opens; known and not here; in doubt. What is no place of the series (a box in an archive) has no sign."""
_ELSEWHERE = {"source", "publication"}


class ReferenceNavigator(RowList):
    """Entries of things pointed to: Enter goes to where one is named, Enter again follows it. Or places that cite."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._mention = -1
        self._all: Sequence[ListRow] = ()
        self.filter = ""

    # What it shows

    def read(self, groups: Sequence[Group], opens: Callable[[Address], bool] = lambda _: False) -> None:
        """Show what is pointed to.

        Args:
            groups: what is pointed to.
            opens: whether a place that is not open is opened when one follows it, as what is indexed is.
        """
        rows: list[ListRow] = []
        for group in groups:
            rows.append(ListRow(group.title, str(len(group.things)), group=True))
            rows += [ListRow(_title(thing, opens), thing.where, key=thing) for thing in group.things]
        self._take(rows)

    def read_citing(self, answers: Answers) -> None:
        """Show what cites each of several things."""
        rows: list[ListRow] = []
        for wanted, citings in answers:
            rows.append(ListRow(_sentence(wanted.title), f"{len(citings):,}", group=True))
            rows += [ListRow(citing.sentence, _cited_from(citing), key=citing) for citing in citings]
        self._take(rows)

    def _take(self, rows: Sequence[ListRow]) -> None:
        """Take other entries, with the cursor on the one it was on, if that is still there."""
        before = self.row.key if self.row else None
        self._all, self._mention = rows, -1
        self._narrow(before)

    def narrow(self, words: str) -> None:
        """Show only the entries that hold every word, in any case and without accents."""
        self.filter = words
        self._narrow(self.row.key if self.row else None)

    def _narrow(self, chosen: object) -> None:
        words = folded(self.filter).split()
        rows = list(_narrowed(self._all, words)) if words else self._all
        if words and self._all and not rows:
            rows = [none_holds(self.filter, "entry", ": / changes the words")]
        self.show(rows, next((n for n, row in enumerate(rows) if row.key is not None and row.key == chosen), 0))

    @property
    def counted(self) -> str:
        """How many entries there are, and how many of them are shown."""
        total = sum(not row.group for row in self._all)
        shown = sum(not row.group for row in self.rows)
        return f"{shown:,} of {total:,}" if self.filter else f"{total:,}"

    # What is at the cursor

    @property
    def thing(self) -> Pointed | None:
        """The thing at the cursor."""
        key = self.row.key if self.row else None
        return key if isinstance(key, Pointed) else None

    @property
    def citing(self) -> Citing | None:
        """The place at the cursor that cites something."""
        key = self.row.key if self.row else None
        return key if isinstance(key, Citing) else None

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


def _narrowed(rows: Sequence[ListRow], words: Sequence[str]) -> Iterator[ListRow]:
    """The entries that hold every word, each group's headed by it with their number."""
    head, kept = None, list[ListRow]()
    for row in [*rows, None]:
        if row is None or row.group:
            if head is not None and kept:
                yield head._replace(aside=f"{len(kept):,} of {head.aside}")
                yield from kept
            head, kept = row, []
        elif all(word in folded(f"{row.title} {row.aside}") for word in words):
            kept.append(row)


def _title(thing: Pointed, opens: Callable[[Address], bool]) -> str:
    best = thing.best
    inferred = " (inferred)" if all(mention.reference.inferred for mention in thing.mentions) else ""
    sign = _SIGNS[best.status]
    if best.status == "absent" and best.target is not None and opens(best.target):
        sign = _OPENS
    sign = "" if best.kind in _ELSEWHERE else f"{sign} "
    return f"{sign}{thing.title}{inferred}"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _cited_from(citing: Citing) -> str:
    number, stop, _ = citing.document.partition(". ")
    name = number if stop and len(number) < 8 else citing.document[:24]
    return f"{name}, {citing.where}" + (" (inferred)" if citing.inferred else "")
