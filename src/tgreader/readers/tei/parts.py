"""The tree of a volume's contents, as the light pass comes by its parts.

A `div` that holds documents is a division; any other is one entry with all that is in it, and so is the title page. A
division that has something of its own besides its heading (a paragraph, a note to the heading) has an entry for that
too, under its own id, before its first part.
"""

from __future__ import annotations

from collections.abc import Sequence

from tgreader.model.address import Address
from tgreader.model.document import Division, Entry
from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple
from tgreader.readers.tei.markup import ID
from tgreader.readers.tei.spans import Attributes

Range = tuple[int, int]

HOLDERS = frozenset({"front", "body", "back"})
"""The parts of a `text`, which hold all other parts."""

_NUMBER = pattern(r"(?:(?P<no>No\.|Document)\s+)?(?P<bracket>\[)?(?P<number>\w+)(?P<stop>[.\]:]*)\s+")
_UNTITLED = {"titlepage": "Title page", "toc": "Contents"}


def number_length(heading: str, number: str | None) -> int:
    """How many code points at the start of a heading are the document's number (`106. `, `No. 106 `, `[106] `)."""
    found = _NUMBER.match(heading) if number else None
    if not found or found["number"].lower() != (number or "").lower():
        return 0
    return found.end() if found["no"] or found["bracket"] or found["stop"] else 0


class Section(NamedTuple):
    """Where an entry's markup lies.

    Attributes:
        entry: the entry.
        ranges: of bytes in the file; one, but for what a division has of its own.
        around: a start tag that declares the namespaces which are declared around it.
        page_before: the printed page running where it begins.
        pages: the labels of the pages that start in it.
    """

    entry: Entry
    ranges: tuple[Range, ...]
    around: bytes
    page_before: str | None
    pages: tuple[str, ...]


class Part:
    """An open `div`, title page, or front, body or back.

    Attributes:
        sort: its type, or the name of its element.
        id, number: as the file gives them.
        depth: of its element; the root's is 1.
        start: the byte at which it begins.
        heading: the text of its first `head`, None until that has been read.
        date: the ISO date of a document.
        own: whether it has begun to have more than a heading, page breaks and parts.
        first_page: the page on which that, or its heading, begins.
        holds: whether it is no mere section: a document, or what holds one.
    """

    __slots__ = (
        "children", "date", "depth", "first_page", "first_section", "heading", "holds", "id", "number", "own",
        "page_before", "pages_before", "parts", "sort", "start",
    )  # fmt: skip

    def __init__(self, sort: str, attributes: Attributes, depth: int, start: int) -> None:
        self.sort = sort
        self.id = attributes.get(ID)
        self.number = attributes.get("n") if sort == "document" else None
        self.depth = depth
        self.start = start
        self.heading: str | None = None
        self.date: str | None = None
        self.own = False
        self.first_page: str | None = None
        self.holds = sort == "document" or sort in HOLDERS
        self.parts: list[Division | Entry] = []
        self.children: list[Range] = []
        self.page_before: str | None = None
        self.pages_before = self.first_section = 0


class Tree:
    """The contents as far as they are known.

    Attributes:
        page: the printed page running, None where its number is not printed.
        sections: of the entries, in reading order.
        open: the open parts; the first is the volume itself.
    """

    def __init__(self) -> None:
        self.page: str | None = None
        self.sections: list[Section] = []
        self.open = [Part("volume", {}, 0, 0)]
        self._pages: list[str] = []
        self._ids: dict[str, int] = {}
        self._anew = 0

    def turn(self, label: str) -> None:
        """A printed page begins."""
        self.page = label or None
        self._pages.append(label)

    def begin(self, part: Part) -> None:
        """A part begins."""
        part.page_before = self.page
        part.pages_before = len(self._pages)
        part.first_section = len(self.sections)
        self.open.append(part)

    def words_begin(self) -> None:
        """In the innermost part, its heading or other text begins."""
        part = self.open[-1]
        if part.first_page is None:
            part.first_page = self.page

    def end(self, volume: str, end: int, around: bytes) -> None:
        """The innermost part ends before byte `end`; `around` as in `Section`."""
        part = self.open.pop()
        parent = self.open[-1]
        parent.children.append((part.start, end))
        parent.holds = parent.holds or part.holds
        if part.sort == "body":
            parent.parts += part.parts
        elif part.sort in HOLDERS:
            if part.parts:
                parent.parts.append(
                    Division(part.sort, part.sort, f"{part.sort.capitalize()} matter", tuple(part.parts))
                )
        elif part.sort == "document" or not part.holds:
            del self.sections[part.first_section :]
            pages = tuple(self._pages[part.pages_before :])
            if self._begins_anew(part.page_before, pages):
                part.page_before, part.first_page = None, next(filter(None, pages), None)
            entry = self._entry(part, Address(volume, self._name(part)), pages)
            self.sections.append(Section(entry, ((part.start, end),), around, part.page_before, pages))
            parent.parts.append(entry)
        else:
            parent.parts.append(self._division(part, Address(volume, self._name(part)), end, around))

    def _begins_anew(self, before: str | None, pages: Sequence[str]) -> bool:
        """Whether the page running before a part is none of its own, as where each document counts its pages anew.

        So it is with the facsimiles of some volumes on the web. What stands above the first of them is on no page,
        least of all on the last of the document before; nor is a document without pages, among several that count anew.
        """
        first = next(filter(None, pages), None)
        if first is None:
            return self._anew > 1
        self._anew = self._anew + 1 if _goes_back(before, first) else 0
        return self._anew > 0

    def _entry(self, part: Part, address: Address, pages: tuple[str, ...]) -> Entry:
        name = address.document or ""
        heading = part.heading or ""
        heading = heading[number_length(heading, part.number) :]
        first = part.first_page or part.page_before or next(filter(None, pages), None)
        return Entry(
            address,
            heading or _UNTITLED.get(part.sort, name if part.sort == "document" else name.capitalize()),
            part.number,
            part.date,
            first,
            next(filter(None, reversed(pages)), first),
            name if part.sort == "section" else part.sort,
            tuple(filter(None, pages)),
        )

    def _division(self, part: Part, address: Address, end: int, around: bytes) -> Division:
        name = address.document or ""
        heading = part.heading or name.capitalize()
        if part.own:
            entry = Entry(
                address, heading, first_page=part.first_page, last_page=part.first_page, sort=part.sort, pages=()
            )
            edges = [part.start, *(edge for child in part.children for edge in child), end]
            ranges = tuple(zip(edges[::2], edges[1::2], strict=True))
            self.sections.insert(part.first_section, Section(entry, ranges, around, part.page_before, ()))
            part.parts.insert(0, entry)
        return Division(name, part.sort, heading, tuple(part.parts))

    def _name(self, part: Part) -> str:
        """Its id; where the file gives none, or gives it twice, one of our own."""
        name = wanted = part.id or part.sort
        while name in self._ids:
            self._ids[wanted] = again = self._ids[wanted] + 1
            name = f"{wanted}.{again}"
        self._ids[name] = 1
        return name


def _goes_back(before: str | None, first: str) -> bool:
    """Whether an arabic page does not come after the one before it."""
    return (
        before is not None and before.isdecimal() and first.isdecimal() and (len(first), first) <= (len(before), before)
    )
