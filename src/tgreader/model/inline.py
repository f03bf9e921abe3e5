"""Stand-off marks: what is found in a block's text, by offsets into it.

All offsets count code points of the clean text of the block; `source` ranges, where a format has them, count code
points of the decoded file. Ranges are half open.
"""

from __future__ import annotations

from typing import Literal

from tgreader.model.address import Address
from tgreader.model.tuples import NamedTuple

Range = tuple[int, int]
Status = Literal["resolved", "absent", "unprinted", "ambiguous", "unknown"]


class NoteMark(NamedTuple):
    """A footnote's marker, which stands after code point `at` of the clean text.

    Attributes:
        at: where the marker stands.
        label: as printed (`3`, `*`).
        note: the number of its note in the document's list, or None where the note is lost.
        source: the marker's own range in the file.
        confidence: the estimated chance, 0 to 1, that the marker stands just here.
        rival: the next most likely place, as (block, at), where there is one. The block is counted
            from 0 among the document's blocks and then its notes' blocks.
        why: what makes it doubtful, in a few words, or None.
    """

    at: int
    label: str
    note: int | None
    source: Range | None = None
    confidence: float = 1.0
    rival: Range | None = None
    why: str | None = None


class PageBreak(NamedTuple):
    """The start of a printed page at `at`; `label` as printed (`325`, `XIII`, `A1`)."""

    at: int
    label: str
    source: Range | None = None


class Link(NamedTuple):
    """A link that the file itself makes: its target as an address, or as written where it is none."""

    start: int
    end: int
    target: Address | None
    written: str


class Reference(NamedTuple):
    """Something the text points to, found in its words.

    Attributes:
        kind: `document`, `footnote`, `volume`, `page`, `telegram`, `source`, `publication`, …
        text: the words as they stand.
        target: the place meant, where it has an address.
        status: `resolved` (open here), `absent` (known, not open here), `unprinted` (known not to be in
            the series), `ambiguous` (see `candidates`), `unknown`.
        inferred: whether the target was worked out rather than printed.
        why: the reason, in words a reader accepts, where it was inferred or is in doubt.
        key: what two references to one thing share, whatever their wording (`telegram 149897`).
        title: the thing's name for a list of references (`149897 to Moscow`).
        candidates: the places it may mean, where ambiguous.
        source: its range in the file.
    """

    start: int
    end: int
    kind: str
    text: str
    target: Address | None = None
    status: Status = "unknown"
    inferred: bool = False
    why: str | None = None
    key: str = ""
    title: str = ""
    candidates: tuple[Address, ...] = ()
    source: Range | None = None


class Name(NamedTuple):
    """A person or term that the file marks, with its key in the volume's own list (`p_KHA_1`, `t_NSC_1`)."""

    start: int
    end: int
    kind: Literal["person", "term"]
    key: str


class Style(NamedTuple):
    """A run printed otherwise.

    Attributes:
        kind: `italic`, `strong`, `smallcaps`, `underline`, `superscript`, `sub`, `roman`, or what else the file says;
            `deleted`, words that are struck out; `gap`, a place where words are left out; `center` and `right`, where
            the lines of a paragraph stand.
    """

    start: int
    end: int
    kind: str = "italic"
