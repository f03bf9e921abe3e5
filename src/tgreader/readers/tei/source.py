"""An opened volume: its contents, and each document when it is asked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from tgreader.errors import AddressError
from tgreader.model.address import Address
from tgreader.model.document import Block, Division, Document, Volume
from tgreader.model.patterns import pattern
from tgreader.model.title_page import TitlePage
from tgreader.readers.base import Facts
from tgreader.readers.tei import markup
from tgreader.readers.tei.build import Builder
from tgreader.readers.tei.contents import read_contents
from tgreader.readers.tei.parts import Section, number_length

Described = tuple[str, str]
"""A person or term of the volume's own lists: the name as listed, and what the list says of it."""

_ID = pattern(rb"""xml:id\s*=\s*["']([^"'<]+)["']""")
_NOTE_ID = pattern(r"(.+?)fn(.+)")
_EDGES = frozenset({b'"', b"'", b" ", b"\n", b"\t", b"^"})
"""What stands beside a key in an attribute; `^` is a fault of the encoders."""
_LISTED = pattern(rb"<(?:\w+:)?(?:persName|term)\b[^>]*\sxml:id\s*=")


class TeiSource:
    """A volume, opened; see `readers.base.Source`.

    Made with the contents alone. A document is built each time it is asked for; what is kept of it is nothing but the
    addresses of links, which all documents share.

    Args:
        data: the file's bytes.
        path: the file, as the user gave it.
        facts: what is known of it from elsewhere: here, its volume id.

    Attributes:
        volume: its contents.
    """

    def __init__(self, data: bytes, path: str, facts: Facts) -> None:
        self._data = markup.as_utf8(data, path)
        self._path = path
        found = read_contents(self._data, path, facts.volume)
        self._home = found.volume
        self._places = found.places
        self._sections = found.sections
        self._by_id = {section.entry.address.document: section for section in found.sections}
        self._documents = {name.lower(): name for name in self._by_id if name}
        self._targets: dict[str, Address | None] = {}
        self.volume = Volume(
            path, "tei", found.parts, found.volume if found.stated else None, found.title or found.volume, whole=True
        )

    def document(self, address: Address) -> Document:
        """Build the document, or other section, that holds `address`.

        The address may be of a volume or division alone (its first section), of a printed page, or of any id that the
        file gives to something in a section.

        Raises:
            AddressError: nothing in this volume has that address.
        """
        section = self._find(address)
        if section is None:
            raise AddressError(f"{address} is not in this volume", self._path, "see its contents")
        return self._build(section)

    def documents(self) -> Iterator[Document]:
        """Build every document and section, one after the other, in reading order."""
        return map(self._build, self._sections)

    def inventory(self) -> frozenset[str]:
        """What has an id in this file, and the printed pages; see `readers.base.Inventoried`."""
        ids = {found[1].decode("utf-8", "replace") for found in _ID.finditer(self._data)}
        named = {_behind_volume(place) for place in self._places.values()}
        notes = {f"{note[1]}#fn{note[2]}" for note in map(_NOTE_ID.fullmatch, ids - self._places.keys()) if note}
        pages = {f"pg_{label}" for section in self._sections for label in section.pages if label}
        return frozenset(ids | named | notes | pages)

    def on_page(self, label: str) -> tuple[Address, ...]:
        """Where a printed page is: each place it starts, or the documents it runs in where it starts between them.

        Volumes that number their pages anew in each document have many pages of one label.
        """
        starts = [s.entry.address.at_page(label) for s in self._sections if label in s.pages]
        return tuple(starts) or tuple(s.entry.address for s in self._sections if s.page_before == label)

    def described(self, key: str) -> Described | None:
        """What the volume's own lists say of a person or term; None where it is in none of them.

        The lists are read when this is first asked.

        Args:
            key: as in `model.inline.Name`.
        """
        return self._lists.get(key)

    def mentions(self, key: str) -> tuple[Address, ...]:
        """The documents and sections in which a person or term is marked, in reading order: a search of the bytes."""
        found: dict[Address, None] = {}
        wanted, at = b"#" + key.encode(), 0
        while (at := self._data.find(wanted, at)) >= 0:
            before, after = self._data[at - 1 : at], self._data[at + len(wanted) : at + len(wanted) + 1]
            at += len(wanted)
            if before in _EDGES and after in _EDGES and (section := self._section_at(at)) is not None:
                found[section.entry.address] = None
        return tuple(found)

    def holds(self, address: Address, words: Sequence[str]) -> bool:
        """Whether a document may hold these words, in one of which markup may stand; see `readers.base.Searchable`."""
        section = self._find(address)
        ranges = section.ranges if section is not None else ()
        found = sum(any(self._data.find(word.encode(), *span) >= 0 for span in ranges) for word in words)
        return found >= len(words) - 1

    @cached_property
    def title_page(self) -> TitlePage:
        """What the file's header says of the volume's title page."""
        from tgreader.readers.tei.title_page import read_title_page  # who cites needs it, who reads does not

        return read_title_page(self._data, self._home)

    @cached_property
    def _lists(self) -> dict[str, Described]:
        lists: dict[str, Described] = {}
        for section in self._sections:
            if section.entry.sort != "document" and any(_LISTED.search(self._data, *span) for span in section.ranges):
                for key, entry in _described(self._build(section).blocks):
                    lists.setdefault(key, entry)
        return lists

    @cached_property
    def _starts(self) -> list[tuple[int, int, Section]]:
        return sorted(
            ((start, end, section) for section in self._sections for start, end in section.ranges),
            key=lambda span: span[0],
        )

    def _section_at(self, offset: int) -> Section | None:
        """The section whose markup holds a byte of the file."""
        index = bisect_right(self._starts, offset, key=lambda span: span[0]) - 1
        if index >= 0 and offset < self._starts[index][1]:
            return self._starts[index][2]
        return None

    def _find(self, address: Address) -> Section | None:
        if address.volume != self._home or address.path is not None:
            return None
        if address.document is not None:
            name = address.document
            return self._by_id.get(name) or self._first_of.get(name) or self._holder_of(name)
        if address.page is not None:
            return next((self._by_id[found.document] for found in self.on_page(address.page)), None)
        return self._sections[0]

    @cached_property
    def _first_of(self) -> dict[str, Section]:
        """The first section of each division, by the division's id."""
        first: dict[str, Section] = {}
        todo = list(self.volume.parts)
        while todo:
            part = todo.pop()
            if isinstance(part, Division):
                entry = next(Volume(self._path, "tei", part.parts).entries(), None)
                if entry is not None:
                    first[part.id] = self._by_id[entry.address.document]
                todo += part.parts
        return first

    def _holder_of(self, name: str) -> Section | None:
        """The section in which something has that `xml:id`."""
        found = re.search(rb"""\sxml:id\s*=\s*["']""" + re.escape(name.encode()) + rb"""["']""", self._data)
        return self._section_at(found.start()) if found else None

    def _link(self, written: str) -> Address | None:
        if written not in self._targets:
            from tgreader.readers.tei.links import link_target  # only now: the first document may have none

            self._targets[written] = link_target(written, self._home, self._places, self._documents)
        return self._targets[written]

    def _build(self, section: Section) -> Document:
        entry = section.entry
        builder = Builder(self._link)
        parser = markup.parser()
        parser.Parse(section.around, False)
        builder.attend(parser)
        for start, end in section.ranges:
            markup.parse_part(parser, memoryview(self._data)[start:end], self._path)
        blocks, notes = builder.made(lambda heading: number_length(heading, entry.number))
        dateline, place = builder.dateline()
        headed = entry.sort != "document" or (bool(blocks) and blocks[0].kind == "heading")
        return Document(
            address=entry.address,
            path=self._path,
            format="tei",
            heading=entry.heading if headed else "",
            blocks=blocks,
            notes=notes,
            volume=self._home,
            id=entry.address.document,
            number=entry.number,
            date=entry.date,
            dateline=dateline,
            place=place,
            page_before=section.page_before,
        )


def _behind_volume(place: Address) -> str:
    return str(place).partition("/")[2]


def _described(blocks: Iterable[Block]) -> Iterator[tuple[str, Described]]:
    """The entries of a list: items that begin with the name that has the key, or follow a line that is the name."""
    waiting: tuple[str, str] | None = None
    for block in blocks:
        if waiting:
            yield waiting[0], (waiting[1], block.text)
        waiting = None
        if block.kind in {"item", "label"} and block.names and block.names[0].start == 0 and block.names[0].key:
            name = block.names[0]
            heading, text = block.text[: name.end], block.text[name.end :].lstrip(" ,")
            if block.kind == "label":
                waiting = name.key, heading
            else:
                yield name.key, (heading, text)
