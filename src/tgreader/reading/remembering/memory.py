"""Remembering: where the reader left each document, what was cited and searched for, and how the screen was set.

What cannot be kept or read is said once and stops nothing. What can be read and not kept, as on a disk that cannot be
written, is read all the same; what cannot be kept now, because another program writes, is tried again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tgreader.errors import LibraryBusyError, LibraryError
from tgreader.model.document import Document
from tgreader.model.patterns import pattern
from tgreader.reading.remembering.identity import content_of, key_of, now, storable
from tgreader.reading.shelf.sources import Corrections

if TYPE_CHECKING:
    from tgreader.library.work.search_log import LoggedSearch
    from tgreader.library.work.work import CitedPlace, Work

Found = TypeVar("Found")

THEME, MEASURE, STYLE = "theme", "measure", "style"
"""What is kept of how the reader was set."""

_NUMBER = pattern(r"\d{1,9}", re.ASCII)
_WORDS = 60
"""Code points of a paragraph by which it is known again."""
_NO_LIBRARY = LibraryError("nothing is kept: there is no library", "", "--library names a folder for it")


class Memory:
    """What is kept from session to session.

    Attributes:
        trouble: what went wrong with the library, for the reader to be told; None where nothing did.
        wanted: by their names, settings that go before what is kept: those of `config.toml`.
        folder: the library's folder, or None where there is no library.
    """

    def __init__(self, work: Work | None, folder: Path | None = None) -> None:
        self._work = work
        self.folder = folder
        self._kept: tuple[str, str] | None = None
        self._unlogged: list[LoggedSearch] = []
        self._is_readable = self._is_writable = True
        self._busy_was_said = False
        self.trouble: LibraryError | None = None
        self.wanted: Mapping[str, str] = {}

    # Asking the library

    def ask(self, question: Callable[[Work], Found], otherwise: Found) -> Found:
        """What the library answers; where it cannot, that is said once, and the answer is `otherwise`."""
        if self._work is None or not self._is_readable:
            return otherwise
        try:
            return question(self._work)
        except LibraryBusyError as error:
            self._say_busy(error)
        except LibraryError as error:
            self._say_lasting(error)
            self._is_readable = self._is_writable = False
            self._work.close()
        return otherwise

    def keep(self, change: Callable[[Work], object]) -> bool:
        """Keep something; where that cannot be done, that is said once.

        Returns:
            Whether it is done with: kept, or not to be kept at all. Else it is worth trying again.
        """
        if self._work is None or not self._is_writable:
            return True
        try:
            change(self._work)
        except LibraryBusyError as error:
            self._say_busy(error)
            return False
        except LibraryError as error:
            self._say_lasting(error)
            self._is_writable = False
            return True
        self._busy_was_said = False
        return True

    def insist(self, change: Callable[[Work], Found]) -> Found:
        """Keep what the reader must be told of at once where it cannot be kept.

        Raises:
            LibraryError: it was not kept.
        """
        if self._work is None:
            raise _NO_LIBRARY
        return change(self._work)

    def _say_busy(self, error: LibraryError) -> None:
        if not self._busy_was_said:
            self.trouble, self._busy_was_said = error, True

    def _say_lasting(self, error: LibraryError) -> None:
        if self._is_readable and self._is_writable:
            self.trouble = error

    # Places

    def block_left(self, document: Document) -> int:
        """The block of the body at which the reader left a document; 0 where it was never read."""
        key = key_of(document)
        kept = self.ask(lambda work: work.place(key), None)
        if kept is None and (content := content_of(document)):
            kept = self.ask(lambda work: work.place(key, content), None)
        if kept is None or not document.blocks:
            return 0
        self._kept = key, kept.place
        block = document.block_index(int(kept.place)) if _NUMBER.fullmatch(kept.place) else 0
        if _words(document, block) == kept.words:
            return block
        return next((n for n in range(len(document.blocks)) if _words(document, n) == kept.words), 0)

    def leave(self, document: Document, block: int) -> bool:
        """Keep the block at which the reader is, if it is another than was kept last.

        Returns:
            Whether the place is another, and kept.
        """
        key, place = key_of(document), str(document.paragraph_number(block))
        if self._work is None or self._kept == (key, place):
            return False
        if self._kept is None and not block:  # opened and not read: nothing to remember
            return False
        from tgreader.library.work.work import KeptPlace

        kept, content = KeptPlace(place, _words(document, block)), content_of(document)
        if not self.keep(lambda work: work.keep_place(key, kept, content)):
            return False
        self._kept = (key, place)
        return True

    # What was searched for

    def log_search(self, query: str, count: int) -> None:
        """Keep that something was searched for, and how much was found.

        Args:
            query: as it was typed.
            count: the number of documents found; 0 is kept too.
        """
        from tgreader.library.work.search_log import LoggedSearch

        self._unlogged.append(LoggedSearch(storable(query), count, now()))
        waiting = tuple(self._unlogged)
        if self.keep(lambda work: work.searches.add(*waiting)):
            self._unlogged.clear()

    def searches(self, most: int = 1_000) -> list[LoggedSearch]:
        """The last searches, the newest first."""
        return self.ask(lambda work: work.searches.latest(most), [])

    # Markers, citations, settings

    def corrections(self) -> Corrections:
        """The markers that readers have put right, for `Shelf`."""
        return self.ask(lambda work: work.corrections(), {})

    def keep_correction(self, content: str, note: int, at: int | None) -> None:
        """Keep where the marker of a note belongs in a file of that content."""
        self.keep(lambda work: work.keep_correction(content, note, at))

    def basket(self) -> list[CitedPlace]:
        """The places cited, the last one last."""
        return self.ask(lambda work: work.basket(), [])

    def put_in_basket(self, cited: CitedPlace) -> None:
        """Keep a place as cited."""
        self.keep(lambda work: work.put_in_basket(type(cited)(*map(storable, cited))))

    def take_from_basket(self, cited: CitedPlace) -> None:
        """Keep a place as cited no more."""
        self.keep(lambda work: work.take_from_basket(cited))

    def setting(self, name: str) -> str | None:
        """How something is wanted, else how it was set when it was last changed, or None."""
        return self.wanted[name] if name in self.wanted else self.ask(lambda work: work.setting(name), None)

    def keep_setting(self, name: str, value: str) -> None:
        """Keep how something is set."""
        self.keep(lambda work: work.keep_setting(name, value))

    def changed_by_others(self) -> int:
        """A number that is another one when another reader has changed something."""
        return self.ask(lambda work: work.changed_by_others(), 0)

    def close(self) -> None:
        """Nothing more is to be remembered."""
        if self._work is not None:
            self._work.close()


def remembering(given: str | None) -> Memory:
    """The memory kept in the library's folder (see `library.work.work.library_folder`)."""
    from tgreader.library.work.work import Work, library_folder

    folder = library_folder(given)
    return Memory(Work(folder), folder)


def _words(document: Document, block: int) -> str:
    return storable(document.blocks[block].text[:_WORDS])
