"""The light pass: what a volume holds and where in the file, without its text.

One run of expat over the bytes, with a handler for the start and end of each element, and for text only inside the
titles. It is what opening costs: 30 to 40 ms for 4 MB.

A `div` that holds documents is a division; any other is one entry with all that is in it, and so is the title page. A
division that has something of its own besides its heading (a paragraph, a note to the heading) has an entry for that
too, under its own id, before its first part.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tgreader.errors import RefusedError, UnreadableError
from tgreader.model.address import VOLUME_ID, Address
from tgreader.model.document import Division, Entry
from tgreader.readers.tei import markup
from tgreader.readers.tei.draft import Draft
from tgreader.readers.tei.elements import Attributes, iso_date, page_label
from tgreader.readers.tei.markup import ID, TEI

Range = tuple[int, int]

_NUMBER = re.compile(r"(?:(?P<no>No\.|Document)\s+)?(?P<bracket>\[)?(?P<number>\w+)(?P<stop>[.\]:]*)\s+")
_UNTITLED = {"titlepage": "Title page", "toc": "Contents"}
_HOLDERS: Final = frozenset({"front", "body", "back"})
_NOT_ITS_OWN: Final = markup.names("div head pb")
_GAP: Final = TEI + "gap"


def number_length(heading: str, number: str | None) -> int:
    """How many code points at the start of a heading are the document's number (`106. `, `No. 106 `, `[106] `)."""
    found = _NUMBER.match(heading) if number else None
    if not found or found["number"].lower() != (number or "").lower():
        return 0
    return found.end() if found["no"] or found["bracket"] or found["stop"] else 0


@dataclass(frozen=True, slots=True)
class Section:
    """Where an entry's markup lies.

    Attributes:
        entry: the entry.
        ranges: of bytes in the file; one, but for what a division has of its own.
        namespaces: (prefix, name) of those declared around it.
        page_before: the printed page running where it begins.
        pages: the labels of the pages that start in it.
    """

    entry: Entry
    ranges: tuple[Range, ...]
    namespaces: tuple[tuple[str, str], ...]
    page_before: str | None
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """What the light pass finds.

    Attributes:
        volume: the volume's id.
        stated: whether the file, or its name, says that id.
        title: as the file's header has it, or "".
        parts: the tree of divisions and entries.
        sections: where each entry lies, in reading order.
        places: ids of notes and pages that do not say what they are: `d7fn12` is note 1 of document 7.
    """

    volume: str
    stated: bool
    title: str
    parts: tuple[Division | Entry, ...]
    sections: tuple[Section, ...]
    places: dict[str, Address]


def read_contents(data: bytes, path: str, volume: str, *, stated: bool) -> Contents:
    """Make the light pass.

    Args:
        data: the file, in UTF-8.
        path: the file, as the user gave it, for messages.
        volume: the id to use where the file states none.
        stated: whether that id is known to be the volume's.

    Raises:
        UnreadableError, RefusedError: as `markup.py` has it; or it is no volume, or one with nothing in it.
    """
    found = _Pass(data, path, volume, stated=stated)
    found.run()
    if not found.sections:
        raise UnreadableError("no document or section is in it", path, "give a volume's whole TEI file")
    return Contents(found.volume, found.stated, found.title, tuple(found.parts), tuple(found.sections), found.places)


class _Part:
    """An open `div`, title page, or front, body or back."""

    __slots__ = (
        "attributes", "children", "date", "depth", "first_page", "first_section", "heading", "holds", "own",
        "page_before", "pages_before", "parts", "sort", "start",
    )  # fmt: skip

    def __init__(self, sort: str, attributes: Attributes, depth: int, start: int, found: _Pass) -> None:
        self.sort = sort
        self.attributes = attributes
        self.depth = depth
        self.start = start
        self.page_before = found.page
        self.pages_before = len(found.pages)
        self.first_section = len(found.sections)
        self.first_page: str | None = None
        self.children: list[Range] = []
        self.date: str | None = None
        self.heading: str | None = None
        self.parts: list[Division | Entry] = []
        self.holds = sort in {"document", "front", "body", "back"}
        """Whether it is no mere section: a document, or what holds one."""
        self.own = False
        """Whether it has begun to have more than a heading, page breaks and parts."""


class _Pass:
    """The handlers of the light pass, and what they have found so far."""

    def __init__(self, data: bytes, path: str, volume: str, *, stated: bool) -> None:
        self.volume = volume
        self.stated = stated
        self.title = ""
        self.page: str | None = None
        self.pages: list[str] = []
        self.sections: list[Section] = []
        self.places: dict[str, Address] = {}
        self.parts: list[Division | Entry] = []
        self._data = data
        self._path = path
        self._ids: set[str] = set()
        self._open = [_Part("volume", {}, 0, 0, self)]
        self._depth = self._elements = 0
        self._namespaces: list[tuple[str, str]] = []
        self._line: Draft | None = None
        self._line_depth = self._note_depth = 0
        self._read: Callable[[str], None] | None = None
        self._starts = {TEI + name: begin for name, begin in (
            ("div", self._part), ("titlePage", self._part), ("front", self._part), ("body", self._part),
            ("back", self._part), ("pb", self._page_break), ("note", self._note), ("date", self._date),
            ("head", self._head), ("title", self._title), ("idno", self._idno), ("lb", self._line_break),
        )}  # fmt: skip
        self._parser = made = markup.parser()
        markup.refuse_doctypes(made, path)
        made.StartNamespaceDeclHandler = lambda prefix, name: self._namespaces.append((prefix or "", name or ""))
        made.EndNamespaceDeclHandler = lambda _: self._namespaces.pop()
        made.StartElementHandler = self._root
        made.EndElementHandler = self._end

    def run(self) -> None:
        """Read the file; it is refused here if anywhere."""
        markup.parse(self._parser, self._data, self._path)

    def _root(self, name: str, attributes: Attributes) -> None:
        """The first element decides whether this is a volume."""
        if name != TEI + "TEI":
            local = name.rpartition(" ")[2]
            what = {"html": "HTML", "tei": "TEI of another kind"}.get(local.lower(), f"<{local}>")
            line = self._parser.CurrentLineNumber
            raise UnreadableError(f"line {line}: this is {what}, not TEI P5", self._path, "give the volume's TEI file")
        self._parser.StartElementHandler = self._start
        self._start(name, attributes)

    def _start(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > markup.DEEPEST or self._elements > markup.MOST_ELEMENTS:
            self._refuse()
        part = self._open[-1]
        if self._depth == part.depth + 1 and name not in _NOT_ITS_OWN:
            if part.sort in _HOLDERS and name.startswith(TEI) and name not in self._starts and name != _GAP:
                self._part(name, attributes)
                return
            part.own = True
            if part.first_page is None:
                part.first_page = self.page
        begin = self._starts.get(name)
        if begin is not None:
            begin(name, attributes)

    def _refuse(self) -> None:
        what = (
            f"its elements are nested more than {markup.DEEPEST} deep"
            if self._depth > markup.DEEPEST
            else f"it has more than {markup.MOST_ELEMENTS:,} elements"
        )
        line = self._parser.CurrentLineNumber
        raise RefusedError(f"line {line}: {what}", self._path, "no volume's are, so it is not read")

    def _end(self, _: str) -> None:
        depth = self._depth
        if depth == self._note_depth:
            self._note_depth = 0
            self._parser.CharacterDataHandler = self._line.write if self._line else None
        elif depth == self._line_depth:
            self._end_line()
        elif depth == self._open[-1].depth:
            self._end_part(self._open.pop())
        self._depth -= 1

    # -- lines of text: headings, the title, the volume's id

    def _begin_line(self, read: Callable[[str], None]) -> None:
        if self._line is None:
            self._line = Draft("heading", 0, None)
            self._line_depth = self._depth
            self._read = read
            self._parser.CharacterDataHandler = self._line.write

    def _end_line(self) -> None:
        if self._line is not None and self._read is not None:
            self._read(self._line.text())
        self._line = self._parser.CharacterDataHandler = None
        self._line_depth = 0

    def _head(self, _: str, __: Attributes) -> None:
        part = self._open[-1]
        if self._depth == part.depth + 1 and part.heading is None:
            if part.first_page is None:
                part.first_page = self.page

            def read(text: str) -> None:
                part.heading = text

            self._begin_line(read)

    def _title(self, _: str, attributes: Attributes) -> None:
        if len(self._open) == 1 and not self.title and attributes.get("type", "complete") == "complete":

            def read(text: str) -> None:
                self.title = text

            self._begin_line(read)

    def _idno(self, _: str, attributes: Attributes) -> None:
        if len(self._open) == 1 and attributes.get("type") == "frus":

            def read(text: str) -> None:
                if VOLUME_ID.fullmatch(text) and not self.stated:
                    self.volume, self.stated = text, True

            self._begin_line(read)

    def _line_break(self, _: str, __: Attributes) -> None:
        if self._line is not None and not self._note_depth:
            self._line.space()

    # -- what stands in a part

    def _note(self, _: str, attributes: Attributes) -> None:
        if attributes.get("rend") == "inline":
            self._line_break(_, attributes)
            return
        part, label = self._open[-1], attributes.get("n", "")
        name, home = attributes.get(ID), part.attributes.get(ID)
        if name and home and label and name != f"{home}fn{label}":
            self.places.setdefault(name, Address(self.volume, home, note=label))
        if self._line is not None and not self._note_depth:
            part.own = True
            self._line.pass_marker()
            self._note_depth = self._depth
            self._parser.CharacterDataHandler = None

    def _page_break(self, _: str, attributes: Attributes) -> None:
        label = page_label(attributes)
        self.page = label or None
        self.pages.append(label)
        name = attributes.get(ID)
        if name and label and name != f"pg_{label}":
            home = None if name.startswith("pg_") else self._open[-1].attributes.get(ID)
            self.places.setdefault(name, Address(self.volume, home, page=label))

    def _date(self, _: str, attributes: Attributes) -> None:
        part = self._open[-1]
        if part.date is None and part.sort == "document":
            part.date = iso_date(attributes)

    # -- parts

    def _part(self, name: str, attributes: Attributes) -> None:
        local = name.rpartition(" ")[2].lower()
        sort = attributes.get("type", "section") if local == "div" else local
        self._open.append(_Part(sort, attributes, self._depth, self._parser.CurrentByteIndex, self))

    def _end_part(self, part: _Part) -> None:
        end = self._data.find(b">", self._parser.CurrentByteIndex) + 1
        parent = self._open[-1]
        parent.children.append((part.start, end))
        if part.sort in _HOLDERS:
            parent.parts += part.parts if part.sort == "body" else self._matter(part)
        elif not part.holds or part.sort == "document":
            del self.sections[part.first_section :]
            entry = self._entry(part)
            self._section(part, entry, ((part.start, end),), self.pages[part.pages_before :])
            parent.parts.append(entry)
        else:
            self._division(part, parent, end)
        parent.holds = parent.holds or part.holds
        if len(self._open) == 1:
            self.parts = parent.parts

    def _division(self, part: _Part, parent: _Part, end: int) -> None:
        name = self._name(part)
        if part.own:
            entry = Entry(Address(self.volume, name), part.heading or name, sort=part.sort, first_page=part.first_page)
            edges = [part.start, *(edge for child in part.children for edge in child), end]
            ranges = tuple(zip(edges[::2], edges[1::2], strict=True))
            self._section(part, entry, ranges, [])
            self.sections.insert(part.first_section, self.sections.pop())
            part.parts.insert(0, entry)
        parent.parts.append(Division(name, part.sort, part.heading or name, tuple(part.parts)))

    def _matter(self, part: _Part) -> list[Division | Entry]:
        heading = f"{part.sort.capitalize()} matter"
        return [Division(part.sort, part.sort, heading, tuple(part.parts))] if part.parts else []

    def _entry(self, part: _Part) -> Entry:
        name = self._name(part)
        number = part.attributes.get("n") if part.sort == "document" else None
        heading = (part.heading or "")[number_length(part.heading or "", number) :]
        first = part.first_page or part.page_before
        pages = [label for label in self.pages[part.pages_before :] if label]
        return Entry(
            Address(self.volume, name),
            heading or _UNTITLED.get(part.sort, name if part.sort == "document" else name.capitalize()),
            number,
            part.date,
            first,
            pages[-1] if pages else first,
            name if part.sort == "section" else part.sort,
        )

    def _name(self, part: _Part) -> str:
        """Its id; where the file gives none, or gives it twice, one of our own."""
        name = wanted = part.attributes.get(ID) or part.sort
        again = 1
        while name in self._ids:
            again += 1
            name = f"{wanted}.{again}"
        self._ids.add(name)
        return name

    def _section(self, part: _Part, entry: Entry, ranges: tuple[Range, ...], pages: list[str]) -> None:
        self.sections.append(Section(entry, ranges, tuple(self._namespaces), part.page_before, tuple(pages)))
