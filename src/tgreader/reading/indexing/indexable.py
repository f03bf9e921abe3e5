"""A parsed document as the index keeps it: its texts column by column, what it is, and what it points to.

Here what `citing` knows of a document (its kind, from whom to whom) and what `references` finds in it (targets, its
source, its telegrams) are put together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tgreader.citing.description import describe
from tgreader.citing.words import long_date
from tgreader.library.index.rows import (
    DivisionRow,
    DocumentRow,
    Layout,
    Message,
    NoteStart,
    PageStart,
    Part,
    ReferenceRow,
    Telegraphed,
)
from tgreader.model.address import Address
from tgreader.model.document import Block, Division, Document, Entry, Volume
from tgreader.model.inline import Reference
from tgreader.model.tuples import NamedTuple
from tgreader.readers.base import Listing
from tgreader.reading.pointing.citing_places import place_of, where_in
from tgreader.reading.pointing.telegrams_named import Named, telegrams_named
from tgreader.references.links import PLACES
from tgreader.references.register import own_telegram
from tgreader.references.source_notes import source_of

NOT_READ_FOR_REFERENCES = frozenset({"index", "toc", "contents"})
"""Sections that list their own volume's documents: nobody asks what cites a document to be told of its index."""

Found = Sequence[Sequence[Reference]]
"""References of each block of a document, in the order of `Document.every_block`."""


class Home(NamedTuple):
    """Where a document stands in its file.

    Attributes:
        entry: as the contents list it.
        division: the index of its division among the file's, or None.
    """

    entry: Entry
    division: int | None


def divisions_of(volume: Volume) -> tuple[tuple[DivisionRow, ...], dict[Address, Home]]:
    """The divisions of a volume, each after the one it stands in, and where each document stands."""
    rows: list[DivisionRow] = []
    homes: dict[Address, Home] = {}
    todo: list[tuple[Division | Entry, int | None]] = [(part, None) for part in reversed(volume.parts)]
    while todo:
        part, parent = todo.pop()
        if isinstance(part, Entry):
            homes.setdefault(part.address, Home(part, parent))
        else:
            rows.append(DivisionRow(part.id, part.sort, part.heading, parent))
            todo += [(inner, len(rows) - 1) for inner in reversed(part.parts)]
    return tuple(rows), homes


class _Recognised(NamedTuple):
    """What `citing` and `references` make of a document; "" where they make nothing of it."""

    kind: str
    sender: str
    recipient: str
    classification: str
    message: Message | None


def document_row(document: Document, home: Home, references: Found, listing: Listing | None) -> DocumentRow:
    """The row of one document.

    Args:
        document: the document.
        home: where it stands.
        references: those of its blocks; may be empty where they are not wanted.
        listing: who knows what the volume's own list of persons says, or None.
    """
    recognised = _recognised(document, home.entry.sort)
    texts = _Texts(document)
    return DocumentRow(
        address=str(document.address),
        volume=document.volume or "",
        name=document.id or "",
        number=document.number or "",
        sort=home.entry.sort,
        kind=recognised.kind,
        heading=document.heading,
        date=document.date or "",
        dated=long_date(document.date or ""),
        dateline=document.dateline or "",
        place=document.place or "",
        sender=recognised.sender,
        recipient=recognised.recipient,
        classification=recognised.classification,
        note_count=len(document.notes),
        printed=_printed(document),
        division=home.division,
        body="\n".join(texts.lines["body"]),
        notes="\n".join(texts.lines["notes"]),
        source="\n".join(texts.lines["source"]),
        persons="\n".join(_persons(document, listing)),
        layout=texts.layout(),
        references=tuple(_rows(document, texts, references)) if references else (),
        message=recognised.message,
    )


def _recognised(document: Document, sort: str) -> _Recognised:
    source = source_of(document)
    classification = source.classification if source else ""
    if sort != "document":
        return _Recognised(sort, "", "", classification, None)
    described, own = describe(document), own_telegram(document)
    return _Recognised(
        described.kind, described.sender, described.recipient, classification, Message(*own) if own else None
    )


def _printed(document: Document) -> str | None:
    """The heading as printed, where the document is called something else: a title page, a text without a heading."""
    words = document.blocks[0].text if document.has_heading else ""
    return None if words == document.heading else words


class _Texts:
    """The columns of a document, as they are put together: one line a block.

    Attributes:
        lines: the lines of each column.
        places: for each block, in the order of `Document.every_block`, its column and its offset in that.
    """

    def __init__(self, document: Document) -> None:
        self.lines: dict[Part, list[str]] = {"heading": [], "body": [], "notes": [], "source": []}
        self.places: list[tuple[Part, int]] = []
        self._length: dict[Part, int] = dict.fromkeys(self.lines, 0)
        self._page = document.page_before
        self._pages: list[PageStart] = []
        self._notes: dict[Part, list[NoteStart]] = {"notes": [], "source": []}
        markers: dict[int, int] = {}
        for index, block in enumerate(document.blocks):
            heading = not index and document.has_heading
            at = 0 if heading else self._add("body", block)
            if heading:
                self._add("heading", block)
                self._page = block.pages[-1].label if block.pages else self._page
            else:
                self._pages += [PageStart(at + page.at, page.label) for page in block.pages]
            for mark in block.marks:
                if mark.note is not None:
                    markers.setdefault(mark.note, 0 if heading else at + mark.at)
        for note in document.notes:
            part: Part = "source" if note.kind == "source" else "notes"
            for index, block in enumerate(note.blocks):
                at = self._add(part, block)
                if not index:
                    self._notes[part].append(NoteStart(at, note.label, markers.get(note.number)))

    def layout(self) -> Layout:
        return Layout(self._page, tuple(self._pages), tuple(self._notes["notes"]), tuple(self._notes["source"]))

    def _add(self, part: Part, block: Block) -> int:
        """Add a block to a column; its offset there. Line ends within a block, which no format has, become spaces."""
        at = self._length[part]
        self.lines[part].append(block.text.replace("\n", " "))
        self._length[part] += len(block.text) + 1
        self.places.append((part, at))
        return at


def _rows(document: Document, texts: _Texts, references: Found) -> Iterator[ReferenceRow]:
    telegrams = {(named.at.number, id(named.reference)): named for named in telegrams_named(document, references)}
    for number, ((part, at), found) in enumerate(zip(texts.places, references, strict=True)):
        for one in found:
            named = telegrams.get((number, id(one)))
            yield _row(one, part, at, _telegraphed(document, named) if named else None)


def _telegraphed(document: Document, named: Named) -> Telegraphed:
    number, note, _ = named.at
    place = str(place_of(document, number, note, named.reference.start)).rpartition("#")[2]
    return Telegraphed(place, where_in(document, number, note), *named.telegram[1:], named.file)


def _row(one: Reference, part: Part, at: int, telegram: Telegraphed | None) -> ReferenceRow:
    target = one.target
    base = "" if target is None else str(target.whole if target.document or target.path else target)
    return ReferenceRow(
        part,
        at + one.start,
        at + one.end,
        one.kind,
        "" if one.kind in PLACES else one.key,
        one.title,
        str(target) if target else "",
        base,
        one.status,
        one.inferred,
        one.why or "",
        telegram,
    )


def _persons(document: Document, listing: Listing | None) -> Iterator[str]:
    """The names of persons marked in a document, each once: as printed, and as the volume's list has them."""
    seen: set[str] = set()
    for _, block in document.every_block():
        for name in block.names:
            if name.kind == "person":
                listed = listing.described(name.key) if listing else None
                for words in (block.text[name.start : name.end], listed[0] if listed else ""):
                    if words and words not in seen:
                        seen.add(words)
                        yield words
