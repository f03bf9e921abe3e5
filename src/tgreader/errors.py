"""Every error that the program raises on purpose.

TgReaderError            one line: what, where, what to do
├── UnreadableError      a file or folder that cannot be read, or holds nothing readable
│   └── RefusedError     a file that could be read and is refused: too large, too deep, unsafe
├── AddressError         text that is no address, or an address that names nothing here
├── CatalogueError       a volume that the series catalogue does not list
├── SettingsError        a settings file or a `tgreader.toml` that cannot be used
├── QueryError           what was typed to search for is no query
└── LibraryError         the reader's own files (positions, annotations, index) cannot be used
    └── LibraryBusyError they cannot be used now, and may be later: another program writes, or the disk is full
"""

from __future__ import annotations

_LONGEST = 1_000
"""Code points of what an error is about that it says again: a path or an address is shorter, pasted text may not be."""


def echoed(text: str, longest: int = _LONGEST) -> str:
    """Text as an error says it again: of more code points than the longest, the first, with an ellipsis."""
    return text if len(text) <= longest else f"{text[:longest]}…"


class TgReaderError(Exception):
    """One line for the person at the keyboard.

    Args:
        what: what is wrong, in the reader's words.
        where: the file, address or setting it is about, or "".
        remedy: what to do about it, or "".
    """

    def __init__(self, what: str, where: str = "", remedy: str = "") -> None:
        super().__init__(what, where, remedy)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        what = echoed(self.what)
        line = f"{echoed(self.where)}: {what}" if self.where else what
        return f"{line}; {self.remedy}" if self.remedy else line


class UnreadableError(TgReaderError):
    """A file or folder that cannot be read, or holds nothing readable."""


class RefusedError(UnreadableError):
    """A file that could be read and is refused because of what it is."""


class AddressError(TgReaderError):
    """Text that is no address, or an address that names nothing here."""


class CatalogueError(TgReaderError):
    """A volume that the series catalogue does not list."""


class SettingsError(TgReaderError):
    """A settings file, or a `tgreader.toml`, that cannot be used."""


class LibraryError(TgReaderError):
    """The reader's own files cannot be read or written."""


class LibraryBusyError(LibraryError):
    """The reader's own files cannot be used now: another program writes them, or the disk is full."""


class QueryError(TgReaderError):
    """Something typed to search for that is no query.

    Args:
        what: what is wrong.
        remedy: what to do about it.
        span: the range of the query it is about, in code points.

    Attributes:
        at, end: the range.
    """

    def __init__(self, what: str, remedy: str, span: tuple[int, int]) -> None:
        super().__init__(what, "", remedy)
        self.at, self.end = span
