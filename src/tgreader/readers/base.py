"""What a reader of one format is: bytes in, model out.

A format is one file here and one line in `registry.py`. Opening a file gives a `Source`: its contents at once, its
documents when they are asked for.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from tgreader.model.address import Address
from tgreader.model.document import Document, Volume
from tgreader.model.tuples import NamedTuple

if TYPE_CHECKING:
    from tgreader.model.title_page import TitlePage


class Facts(NamedTuple):
    """What a `tgreader.toml` says of a loose file; every part may be unknown."""

    volume: str | None = None
    document: str | None = None
    date: str | None = None
    place: str | None = None


class Source(Protocol):
    """An opened file."""

    @property
    def volume(self) -> Volume:
        """Its contents: what can be listed without building a document."""

    def document(self, address: Address) -> Document:
        """Build the document that holds `address`.

        Raises:
            AddressError: the file has no such document.
        """

    def documents(self) -> Iterator[Document]:
        """Every document in reading order, for who wants them all: the cheapest way to them."""


@runtime_checkable
class Correctable(Protocol):
    """A source whose markers were worked out, so that a reader may know better."""

    def corrected(self, corrections: Mapping[int, int | None]) -> Source:
        """The same file with some notes' markers put where they belong.

        Args:
            corrections: for the number of a note, the offset in the file where its marker starts; None where it has
                none.
        """


@runtime_checkable
class Listing(Protocol):
    """A source with lists of its own persons and terms."""

    def described(self, key: str) -> tuple[str, str] | None:
        """What the lists say of a person or term: the name as listed, and the rest; None where it is in none of them.

        Args:
            key: as in `model.inline.Name`.
        """

    def mentions(self, key: str) -> tuple[Address, ...]:
        """The documents and sections in which it is marked, in reading order."""


def suffix_of(path: str) -> str:
    """How a file's name ends, in small letters: `.txt`; "" where it has no stop."""
    return os.path.splitext(path)[1].rstrip(".").lower()


def stem_of(path: str) -> str:
    """A file's name without its ending."""
    return os.path.splitext(os.path.basename(path))[0]


@runtime_checkable
class Searchable(Protocol):
    """A source that can be asked for words without building its documents."""

    def holds(self, address: Address, words: Sequence[str]) -> bool:
        """Whether a document may hold these words: whether the file has all of them there, but for one at the most."""


@runtime_checkable
class Titled(Protocol):
    """A source that knows its volume's title page."""

    @property
    def title_page(self) -> TitlePage:
        """What it says; read when it is first asked for."""


@runtime_checkable
class Inventoried(Protocol):
    """A source that knows what is inside its documents without building them."""

    def inventory(self) -> frozenset[str]:
        """Every place that something can point to, as an address has it behind the volume: `d7`, `d7#fn1`, `pg_325`."""


class Reader(Protocol):
    """One format."""

    name: str

    def recognises(self, name: str, head: bytes) -> bool:
        """Whether a file of that name, starting with `head` (4,096 bytes at the most), is of this format."""

    def open(self, data: bytes, path: str, facts: Facts) -> Source:
        """Read a file.

        Args:
            data: all of its bytes.
            path: the file as the user gave it; kept in the model as it is.
            facts: what is known of it from elsewhere.

        Raises:
            UnreadableError: nothing in it can be read.
            RefusedError: it is unsafe or too large to read.
        """
