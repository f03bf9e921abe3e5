"""The contents of what is open, as a tree of lines: volumes, their divisions, documents and other sections.

The lines of a volume are made when it is first looked into, and kept: they are only filtered and unfolded after that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tgreader.model.address import Address
from tgreader.model.document import Division, Entry, Volume
from tgreader.model.tuples import NamedTuple
from tgreader.reading.document.find import folded
from tgreader.reading.document.titles import entry_facts, entry_title, volume_title
from tgreader.reading.shelf.shelf import Shelf

Key = tuple[int, int]
"""A line: the number of its file, and its place among the lines of that; -1 is the file itself."""


class Line(NamedTuple):
    """One line of the contents.

    Attributes:
        key: what it is known by.
        depth: how deep it stands.
        title: number and heading.
        facts: date and printed pages; of a division, the numbers of its documents.
        address: what it opens; None where it only holds other lines.
        parent: the line that holds it, or None.
        words: title and facts as they are compared with what is typed.
    """

    key: Key
    depth: int
    title: str
    facts: str
    address: Address | None
    parent: Key | None
    words: str


class Shown(NamedTuple):
    """A line as it is shown: whether the lines it holds are shown, None where it holds none; and whether it matches."""

    line: Line
    unfolded: bool | None
    matches: bool = True


class Contents:
    """The contents of a shelf, and what of them is unfolded.

    Args:
        shelf: what is open; more may be, each time the lines are asked for.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._lines: dict[int, list[Line]] = {}
        self._unfolded: set[Key] = set()

    def lines(self, typed: str = "") -> list[Shown]:
        """The lines to show.

        Args:
            typed: if there is any, the lines that have all of these words, or some of them and are held by lines with
                the others; and the lines that hold them. Else those that are not folded away.
        """
        words = folded(typed).split()
        return list(self._matching(words) if words else self._open_lines())

    def count(self) -> int:
        """The number of documents and sections."""
        return len(self._shelf.places)

    def is_flat(self) -> bool:
        """Whether no line holds others: as in a folder of loose files."""
        return all(isinstance(part, Entry) for volume in self._shelf.volumes.copy().values() for part in volume.parts)

    def toggle(self, key: Key) -> None:
        """Fold away the lines that a line holds, or show them again."""
        self._unfolded ^= {key}

    def unfold(self, key: Key, *, unfolded: bool = True) -> None:
        """Show the lines that a line holds, or fold them away."""
        (self._unfolded.add if unfolded else self._unfolded.discard)(key)

    def reveal(self, address: Address) -> Key | None:
        """Unfold what holds a document; gives its line, or None where it is not open."""
        index = self._shelf.index(address)
        if index is None:
            return None
        whole, file = address.whole, self._shelf.places[index].file
        found = next((line for line in self._of(file) if line.address == whole), None)
        line = found
        while line is not None and line.parent is not None:
            self._unfolded.add(line.parent)
            line = self._line(line.parent)
        return found.key if found else None

    def _open_lines(self) -> Iterator[Shown]:
        for file in self._files():
            lines = self._of(file)
            skip_below: int | None = None
            for number, line in enumerate(lines):
                if skip_below is not None and line.depth > skip_below:
                    continue
                skip_below = None
                holds = number + 1 < len(lines) and lines[number + 1].depth > line.depth
                unfolded = line.key in self._unfolded if holds else None
                if unfolded is False:
                    skip_below = line.depth
                yield Shown(line, unfolded)

    def _matching(self, words: Sequence[str]) -> Iterator[Shown]:
        for file in self._files():
            lines = self._of(file)
            found = {line.key for line in lines if self._matches(line, words)}
            holding: set[Key] = set()
            for key in found:
                parent = self._line(key).parent
                while parent is not None and parent not in holding:
                    holding.add(parent)
                    parent = self._line(parent).parent
            for line in lines:
                if line.key in found or line.key in holding:
                    yield Shown(line, True if line.key in holding else None, line.key in found)

    def _matches(self, line: Line, words: Sequence[str]) -> bool:
        """Whether a line has all of the words; all but one may stand in the lines that hold it."""
        missing = [word for word in words if word not in line.words]
        if len(missing) == len(words):
            return False
        parent = line.parent
        while missing and parent is not None:
            holder = self._line(parent)
            missing = [word for word in missing if word not in holder.words]
            parent = holder.parent
        return not missing

    def _files(self) -> list[int]:
        return sorted(self._shelf.volumes.copy())  # another thread may be opening files

    def _line(self, key: Key) -> Line:
        return self._of(key[0])[key[1]]

    def _of(self, file: int) -> list[Line]:
        if file not in self._lines:
            volume = self._shelf.volumes[file]
            self._lines[file] = list(_lines(file, volume, under_title=volume.whole and len(self._shelf.files) > 1))
        return self._lines[file]


def _lines(file: int, volume: Volume, *, under_title: bool) -> Iterator[Line]:
    """All lines of a volume, each before those that it holds."""
    number = 0
    todo: list[tuple[Division | Entry | Volume, int, Key | None]] = [(volume, 0, None)]
    if not under_title:
        todo = [(part, 0, None) for part in reversed(volume.parts)]
    while todo:
        part, depth, parent = todo.pop()
        key = file, number
        number += 1
        if isinstance(part, Entry):
            title, facts, address = entry_title(part), entry_facts(part), part.address
        else:
            title = part.heading if isinstance(part, Division) else _name(part)
            facts, address = _span(part), None
            todo += [(inner, depth + 1, key) for inner in reversed(part.parts)]
        yield Line(key, depth, title, facts, address, parent, folded(f"{title} {facts}"))


def _name(volume: Volume) -> str:
    """A volume's title, as short as the catalogue has it, with its number in the series."""
    named = volume_title(volume.id) if volume.id else ""
    return named if named and named != volume.id else volume.title or volume.path


def _span(part: Division | Volume) -> str:
    """The numbers of the first and the last document of a division."""
    numbers = [e.number for e in Volume("", "", part.parts).entries() if e.sort == "document" and e.number]
    if not numbers:
        return ""
    return f"no. {numbers[0]}" if len(numbers) == 1 else f"nos. {numbers[0]}–{numbers[-1]}"
