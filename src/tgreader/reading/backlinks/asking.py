"""Asking an index that may be missing, or may break while it is used."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from tgreader.errors import LibraryError
from tgreader.model.address import Address


class Holding(Protocol):
    """An index of documents."""

    def holds_as_it_is(self, address: Address, file: str) -> bool:
        """Whether the document of a place is in it, and its file is as it was then."""


Index = TypeVar("Index", bound=Holding)
Answer = TypeVar("Answer")


class Asking(Generic[Index]):
    """Asks an index as long as it answers.

    Args:
        index: the index, or None.

    Attributes:
        trouble: why it could not be asked, or None; after that it is asked no more.
    """

    def __init__(self, index: Index | None) -> None:
        self._index = index
        self.trouble: LibraryError | None = None

    @property
    def index(self) -> Index | None:
        """The index, where it can be asked."""
        return self._index if self.trouble is None else None

    def ask(self, question: Callable[[Index], Answer]) -> Answer | None:
        """What the index answers; None where there is none, or it cannot answer."""
        if (index := self.index) is None:
            return None
        try:
            return question(index)
        except LibraryError as error:
            self.trouble = error
            return None

    def holds(self, address: Address, file: str) -> bool:
        """Whether the document of a place need not be read: the index has it, as its file is now."""
        return bool(self.ask(lambda index: index.holds_as_it_is(address, file)))
