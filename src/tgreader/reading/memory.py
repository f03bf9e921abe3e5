"""Remembering: where the reader left each document, and how the screen was set.

What cannot be kept or read is said once and stops nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tgreader.errors import LibraryError
from tgreader.model.document import Document
from tgreader.reading.shelf import Corrections

if TYPE_CHECKING:
    from tgreader.library.work import CitedPlace, Work

THEME, MEASURE, STYLE = "theme", "measure", "style"
"""What is kept of how the reader was set."""

_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
_WORDS = 60
"""Code points of a paragraph by which it is known again."""


class Memory:
    """The places and settings kept from session to session.

    Attributes:
        trouble: what went wrong with the library, for the reader to be told; None where nothing did.
        wanted: by their names, settings that go before what is kept: those of `config.toml`.
    """

    def __init__(self, work: Work | None) -> None:
        self._work = work
        self._kept: tuple[str, str] | None = None
        self.trouble: LibraryError | None = None
        self.wanted: Mapping[str, str] = {}

    def block_left(self, document: Document) -> int:
        """The block of the body at which the reader left a document; 0 where it was never read."""
        if self._work is None:
            return 0
        try:
            kept = self._work.place(_key(document))
        except LibraryError as error:
            self._give_up(error)
            return 0
        if kept is None or not document.blocks:
            return 0
        self._kept = _key(document), kept.place
        block = document.block_index(int(kept.place)) if _NUMBER.fullmatch(kept.place) else 0
        if _words(document, block) == kept.words:
            return block
        return next((n for n in range(len(document.blocks)) if _words(document, n) == kept.words), 0)

    def leave(self, document: Document, block: int) -> None:
        """Keep the block at which the reader is, if it is another than was kept last."""
        from tgreader.library.work import KeptPlace

        key, place = _key(document), str(document.paragraph_number(block))
        if self._work is None or self._kept == (key, place):
            return
        if self._kept is None and not block:  # opened and not read: nothing to remember
            return
        try:
            self._work.keep_place(key, KeptPlace(place, _words(document, block)))
            self._kept = (key, place)
        except LibraryError as error:
            self._give_up(error)

    def corrections(self) -> Corrections:
        """The markers that readers have put right, for `Shelf`."""
        try:
            return self._work.corrections() if self._work else {}
        except LibraryError as error:
            self._give_up(error)
            return {}

    def keep_correction(self, content: str, note: int, at: int | None) -> None:
        """Keep where the marker of a note belongs in a file of that content."""
        try:
            if self._work:
                self._work.keep_correction(content, note, at)
        except LibraryError as error:
            self._give_up(error)

    def basket(self) -> list[CitedPlace]:
        """The places cited, the last one last."""
        try:
            return self._work.basket() if self._work else []
        except LibraryError as error:
            self._give_up(error)
            return []

    def put_in_basket(self, cited: CitedPlace) -> None:
        """Keep a place as cited."""
        try:
            if self._work:
                self._work.put_in_basket(type(cited)(*map(_storable, cited)))
        except LibraryError as error:
            self._give_up(error)

    def take_from_basket(self, cited: CitedPlace) -> None:
        """Keep a place as cited no more."""
        try:
            if self._work:
                self._work.take_from_basket(cited)
        except LibraryError as error:
            self._give_up(error)

    def setting(self, name: str) -> str | None:
        """How something is wanted, else how it was set when it was last changed, or None."""
        if name in self.wanted:
            return self.wanted[name]
        try:
            return self._work.setting(name) if self._work else None
        except LibraryError as error:
            self._give_up(error)
            return None

    def keep_setting(self, name: str, value: str) -> None:
        """Keep how something is set."""
        try:
            if self._work:
                self._work.keep_setting(name, value)
        except LibraryError as error:
            self._give_up(error)

    def close(self) -> None:
        """Nothing more is to be remembered."""
        if self._work is not None:
            self._work.close()

    def _give_up(self, error: LibraryError) -> None:
        """Say it once: a library that cannot be written will not be writable at the next paragraph."""
        self.close()
        self.trouble, self._work = error, None


def remembering(given: str | None) -> Memory:
    """The memory kept in the library's folder (see `library.work.library_folder`)."""
    from tgreader.library.work import Work, library_folder

    return Memory(Work(library_folder(given)))


def _key(document: Document) -> str:
    """A document of a known volume is known by its address, a loose file by where it lies."""
    if document.address.path is None:
        return str(document.address)
    return _storable(str(Path(document.address.path).absolute()))


def _words(document: Document, block: int) -> str:
    return _storable(document.blocks[block].text[:_WORDS])


def _storable(text: str) -> str:
    """Text that can be kept: a file's name may hold lone surrogates."""
    return text.encode("utf-8", "backslashreplace").decode()
