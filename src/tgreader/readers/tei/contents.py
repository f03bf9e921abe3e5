"""The light pass: what a volume holds and where in the file, without its text.

One run of expat over the bytes, with a handler for the start and end of each element, and for text only inside the
titles. It is what opening costs: about 35 ms for 4 MB, of which expat itself takes 20.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from tgreader.errors import RefusedError, UnreadableError
from tgreader.model.address import VOLUME_ID, Address
from tgreader.model.document import Division, Entry
from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple
from tgreader.readers.base import stem_of
from tgreader.readers.tei import markup
from tgreader.readers.tei.build import Builder
from tgreader.readers.tei.draft import Draft
from tgreader.readers.tei.markup import DEEPEST, ID, MOST_ELEMENTS, MOST_NAMESPACES, MOST_SECTIONS, TEI
from tgreader.readers.tei.parts import HOLDERS, Part, Section, Tree
from tgreader.readers.tei.spans import Attributes, page_label

_ISO = pattern(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?=T|Z|\Z)", re.ASCII)
_NOT_ITS_OWN: Final = markup.names("div head pb")
_OF_A_LINE: Final = markup.names("hi persName gloss ref placeName date note lb pb")
"""What the headings of the series hold besides text, and the light pass reads as the builder does."""
_GAP: Final = TEI + "gap"


class Contents(NamedTuple):
    """What the light pass finds.

    Attributes:
        volume: the volume's id.
        stated: whether that is an id of the series; else it is the file's name.
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


def read_contents(data: bytes, path: str, volume: str | None) -> Contents:
    """Make the light pass.

    Args:
        data: the file, in UTF-8.
        path: the file, as the user gave it: for messages, and for the volume's id where nothing else gives it.
        volume: the volume's id where it is known; else the file states it.

    Raises:
        UnreadableError, RefusedError: as `markup.py` has it; or it is no volume, or one with nothing in it.
    """
    found = _Pass(data, path, volume)
    found.run()
    if not found.tree.sections:
        raise UnreadableError("no document or section is in it", path, "give a volume's whole TEI file")
    for section in found.tree.sections:
        markup.refuse_endless(data, section.ranges, path)
    stated = VOLUME_ID.fullmatch(found.volume) is not None
    parts, sections = found.tree.open[0].parts, found.tree.sections
    return Contents(found.volume, stated, found.title, tuple(parts), tuple(sections), found.places)


def iso_date(attributes: Attributes) -> str | None:
    """The ISO date, as far as it is known, that a `date` element states; its time is left out."""
    for name in ("when", "from", "notBefore", "notAfter", "to"):
        if found := _ISO.match(attributes.get(name, "")):
            return found[0]
    return None


class _Pass:
    """The handlers of the light pass, and what they have found so far."""

    def __init__(self, data: bytes, path: str, volume: str | None) -> None:
        self.volume = volume or stem_of(path)
        self.title = ""
        self.places: dict[str, Address] = {}
        self.tree = Tree()
        self._data = data
        self._path = path
        self._given = volume is not None
        self._depth = self._elements = 0
        self._level = 1
        """The depth of what stands in the innermost open part."""
        self._namespaces: list[tuple[str, str]] = []
        self._around_now: bytes | None = None
        self._line: Draft | None = None
        """The heading or title being read, from the element at `_line_depth`."""
        self._line_depth = self._note_depth = 0
        self._take_line: Callable[[str], None] | None = None
        self._line_start = 0
        self._odd_line = False
        """Whether it holds more than `_OF_A_LINE`: then it is built like any other text."""
        self._starts = {TEI + name: begin for name, begin in (
            ("front", self._holder), ("body", self._holder), ("back", self._holder), ("div", self._part),
            ("pb", self._page_break), ("note", self._note), ("date", self._date), ("head", self._head),
            ("title", self._title), ("idno", self._idno), ("lb", self._line_break),
        )}  # fmt: skip
        self._parser = made = markup.parser()
        markup.refuse_doctypes(made, path)
        made.StartNamespaceDeclHandler = self._declare
        made.EndNamespaceDeclHandler = self._undeclare
        made.StartElementHandler = self._root
        made.EndElementHandler = self._end

    def run(self) -> None:
        """Read the file; it is refused here if anywhere.

        Then parser and handlers let go of each other: they would keep the file until somebody looks for garbage.
        """
        try:
            markup.parse(self._parser, self._data, self._path)
        finally:
            markup.let_go(self._parser)
            self._starts.clear()

    def _refuse(self, what: str) -> None:
        line = self._parser.CurrentLineNumber
        raise RefusedError(f"line {line}: {what}", self._path, "no volume's has, so it is not read")

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
        self._elements += 1 + len(attributes)
        if self._depth > DEEPEST:
            self._refuse(f"its elements are nested more than {DEEPEST} deep")
        if self._elements > MOST_ELEMENTS:
            self._refuse(f"it has more than {MOST_ELEMENTS:,} elements and attributes")
        if self._depth == self._level and name not in _NOT_ITS_OWN:
            part = self.tree.open[-1]
            if part.sort in HOLDERS and name.startswith(TEI) and name != _GAP:
                self._part(name, attributes)
                return
            if not part.own:
                part.own = True
                self.tree.words_begin()
        begin = self._starts.get(name)
        if begin is not None:
            begin(name, attributes)

    def _end(self, _: str) -> None:
        depth = self._depth
        if depth == self._level - 1:
            self._end_part()
        elif depth == self._note_depth:
            self._note_depth = 0
            self._parser.CharacterDataHandler = self._line.write if self._line else None
        elif depth == self._line_depth:
            self._end_line()
        self._depth -= 1

    # -- namespaces: a document is parsed by itself later on, and needs those declared around it

    def _declare(self, prefix: str | None, name: str | None) -> None:
        self._namespaces.append((f"xmlns:{prefix}" if prefix else "xmlns", name or ""))
        self._around_now = None
        if len(self._namespaces) > MOST_NAMESPACES:
            self._refuse(f"it declares more than {MOST_NAMESPACES} namespaces")

    def _undeclare(self, _: str | None) -> None:
        self._namespaces.pop()
        self._around_now = None

    def _around(self) -> bytes:
        if self._around_now is None:
            declared = "".join(f' {name}="{_escaped(value)}"' for name, value in dict(self._namespaces).items())
            self._around_now = f"<around{declared}>".encode()
        return self._around_now

    # -- lines of text: headings, the title, the volume's id

    def _begin_line(self, take: Callable[[str], None]) -> None:
        if self._line is None:
            self._line = Draft("heading", 0, None)
            self._line_depth = self._depth
            self._take_line = take
            self._line_start, self._odd_line = self._parser.CurrentByteIndex, False
            self._parser.CharacterDataHandler = self._line.write
            self._parser.StartElementHandler = self._start_in_line

    def _start_in_line(self, name: str, attributes: Attributes) -> None:
        self._odd_line = self._odd_line or name not in _OF_A_LINE
        self._start(name, attributes)

    def _end_line(self) -> None:
        if self._line is not None and self._take_line is not None:
            self._take_line(self._built_line() if self._odd_line else self._line.text())
        self._line = self._take_line = self._parser.CharacterDataHandler = None
        self._line_depth = 0
        self._parser.StartElementHandler = self._start

    def _built_line(self) -> str:
        """The line as the document's own heading will be."""
        builder, parser = Builder(lambda _: None), markup.parser()
        parser.Parse(self._around(), False)
        builder.attend(parser)
        parser.Parse(f'<div xmlns="{TEI.rstrip()}">'.encode(), False)
        parser.Parse(memoryview(self._data)[self._line_start : self._parser.CurrentByteIndex], False)
        return builder.heading()

    def _head(self, _: str, __: Attributes) -> None:
        part = self.tree.open[-1]
        if self._depth == self._level and part.heading is None:
            self.tree.words_begin()

            def take(text: str) -> None:
                part.heading = text

            self._begin_line(take)

    def _title(self, _: str, attributes: Attributes) -> None:
        if len(self.tree.open) == 1 and not self.title and attributes.get("type", "complete") == "complete":

            def take(text: str) -> None:
                self.title = text

            self._begin_line(take)

    def _idno(self, _: str, attributes: Attributes) -> None:
        if len(self.tree.open) == 1 and attributes.get("type") == "frus" and not self._given:

            def take(text: str) -> None:
                if VOLUME_ID.fullmatch(text):
                    self.volume = text

            self._begin_line(take)

    def _line_break(self, _: str, __: Attributes) -> None:
        if self._line is not None and not self._note_depth:
            self._line.space()

    # -- what stands in a part

    def _note(self, _: str, attributes: Attributes) -> None:
        part, label, name = self.tree.open[-1], attributes.get("n", ""), attributes.get(ID)
        if name and label and part.id and name != f"{part.id}fn{label}":
            self.places.setdefault(name, Address(self.volume, part.id, note=label))
        if not self._note_depth:
            self._note_depth = self._depth
            if self._line is not None:
                part.own = True
                self._line.pass_marker()
                self._parser.CharacterDataHandler = None

    def _page_break(self, _: str, attributes: Attributes) -> None:
        label, name = page_label(attributes), attributes.get(ID)
        self.tree.turn(label)
        if name and label and name != f"pg_{label}":
            home = None if name.startswith("pg_") else self.tree.open[-1].id
            self.places.setdefault(name, Address(self.volume, home, page=label))

    def _date(self, _: str, attributes: Attributes) -> None:
        part = self.tree.open[-1]
        if part.date is None and part.sort == "document" and not self._note_depth:
            part.date = iso_date(attributes)

    # -- parts

    def _holder(self, name: str, attributes: Attributes) -> None:
        if len(self.tree.open) == 1:
            self._part(name, attributes)

    def _part(self, name: str, attributes: Attributes) -> None:
        local = name.rpartition(" ")[2].lower()
        sort = attributes.get("type", "section") if local == "div" else local
        self.tree.begin(Part(sort, attributes, self._depth, self._parser.CurrentByteIndex))
        self._level = self._depth + 1

    def _end_part(self) -> None:
        end = self._data.find(b">", self._parser.CurrentByteIndex) + 1
        self.tree.end(self.volume, end, self._around())
        if len(self.tree.sections) > MOST_SECTIONS:
            self._refuse(f"it has more than {MOST_SECTIONS:,} documents and sections")
        self._level = self.tree.open[-1].depth + 1


def _escaped(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
