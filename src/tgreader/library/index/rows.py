"""What the index keeps of a file: plain rows, made in `reading.indexing.indexable`, handed from process to process.

All offsets count code points of the text of a column: `heading`, `body`, `notes` or `source`. In `body`, `notes` and
`source` each block of the document is one line, so that a paragraph's number is the count of the lines before it.
"""

from __future__ import annotations

from typing import Literal

from tgreader.model.tuples import NamedTuple

Part = Literal["heading", "body", "notes", "source"]
"""The columns that hold a document's own words."""

PARTS: tuple[Part, ...] = ("heading", "body", "notes", "source")


class NoteStart(NamedTuple):
    """Where a note begins in the text of its column.

    Attributes:
        start: the offset.
        label: as printed at its marker.
        marker: where its marker stands in the body; 0 where it stands in the heading, None where it is lost.
    """

    start: int
    label: str
    marker: int | None


class PageStart(NamedTuple):
    """Where a printed page begins in the body."""

    at: int
    label: str


class Layout(NamedTuple):
    """What stands where in the texts of a document.

    Attributes:
        page: the printed page running where the body begins, or None.
        pages: those that begin in the body.
        notes, source: the notes of the columns with these names.
    """

    page: str | None = None
    pages: tuple[PageStart, ...] = ()
    notes: tuple[NoteStart, ...] = ()
    source: tuple[NoteStart, ...] = ()


class Telegraphed(NamedTuple):
    """A place that names a telegram, airgram or despatch, and what it says of it; what is not said is empty.

    Attributes:
        place: the paragraph or note, as an address has it behind `#`, with the offset of the words (`fn3:12`).
        said_in: the same in words (`note 3`).
        number: "" where the words only point to a telegram (`reftel`).
        sender, recipient: posts.
        date: as printed.
        file: where the place says that it is kept.
    """

    place: str
    said_in: str
    number: str
    sender: str
    recipient: str
    date: str
    file: str


class Message(NamedTuple):
    """The telegram, airgram or despatch that a document is; its date is ISO, or ""."""

    kind: str
    number: str
    sender: str
    recipient: str
    date: str


class ReferenceRow(NamedTuple):
    """A reference of a document, as `model.inline.Reference` has it, with its place in the text of a column.

    Attributes:
        key: what two references to one thing share; "" for a place, which its address tells from others.
        base: what the target is in: the document, the volume's page, or the volume; "" where there is no target.
        telegram: for a telegram and its like, what the words say of it.
    """

    part: Part
    start: int
    end: int
    kind: str
    key: str
    title: str
    target: str
    base: str
    status: str
    inferred: bool
    why: str
    telegram: Telegraphed | None = None


class DocumentRow(NamedTuple):
    """A document, or another section of a volume.

    Attributes:
        address: of the whole document.
        volume, name, number: `frus1969-76v39`, `d106`, `106`; "" where not known.
        sort: `document`, or what else it is (`preface`, `index`, …).
        kind: `telegram`, `memorandum of conversation`, …; for what is no document, its sort.
        heading, date, dateline, place: as in `model.document.Document`; "" where not known.
        dated: the date in words, by which it is found too (`August 22, 1972`).
        sender, recipient: from whom and to whom; "" where the heading does not say.
        classification: `Secret`; "" where no source note says it.
        note_count: how many notes it has.
        printed: the heading as it is printed where that is not `heading`, "" where none is printed; else None.
        division: the index in the file's divisions of the one it stands in; None where it stands in none.
        body, notes, source: its texts; `source` is the note on its own source.
        persons: the names of persons marked in it, one a line: as printed and as the volume lists them.
        message: the telegram that this document is, or None.
    """

    address: str
    volume: str
    name: str
    number: str
    sort: str
    kind: str
    heading: str
    date: str
    dated: str
    dateline: str
    place: str
    sender: str
    recipient: str
    classification: str
    note_count: int
    printed: str | None
    division: int | None
    body: str
    notes: str
    source: str
    persons: str
    layout: Layout
    references: tuple[ReferenceRow, ...]
    message: Message | None = None


class DivisionRow(NamedTuple):
    """A compilation, chapter or the like; `parent` is the index of the one it stands in, always a smaller one."""

    name: str
    sort: str
    heading: str
    parent: int | None


class FileRow(NamedTuple):
    """A file as it was when it was read.

    Attributes:
        path: absolute.
        size: in bytes.
        modified: when its content was changed, in nanoseconds since the epoch.
        changed: when anything about it was; what was put in its place with the same size and `modified` has another.
        content: the digest of its bytes.
        facts: what its folder's `tgreader.toml` says of it, as one line.
        format: the name of its format; "" where it could not be read.
        volume, title: the series' id and the title; "" where not known.
        trouble: why it, or a part of it, could not be read; "" where all went well.
    """

    path: str
    size: int
    modified: int
    changed: int
    content: str
    facts: str
    format: str = ""
    volume: str = ""
    title: str = ""
    trouble: str = ""


class ReadFile(NamedTuple):
    """Everything the index keeps of one file."""

    file: FileRow
    divisions: tuple[DivisionRow, ...] = ()
    documents: tuple[DocumentRow, ...] = ()
