"""Where the reader was: every document looked at, with the place left in it and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tgreader.model.address import Address
from tgreader.model.document import Document
from tgreader.reading.document.titles import document_title
from tgreader.reading.remembering.identity import file_of, key_of, lasting, now, storable
from tgreader.reading.remembering.memory import Memory

if TYPE_CHECKING:
    from tgreader.library.work.visits import Visit
    from tgreader.library.work.work import Work

_LISTED = 5_000


class History:
    """The documents looked at, in this session and before.

    Args:
        memory: what keeps them.
    """

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._visit: Visit | None = None
        self._number = 0

    def be_at(self, document: Document, place: Address, page: str | None) -> None:
        """Keep that the reader is at a place now; costs nothing where that is known already.

        Args:
            document: the document that is read.
            place: the place in it.
            page: the printed page there, or None.
        """
        from tgreader.library.work.visits import Visit

        before, at = self._visit, storable(str(lasting(place)))
        if before is not None and before.place == at:
            return
        key, time = storable(key_of(document)), now()
        if before is not None and before.document == key:
            visit = before._replace(place=at, page=storable(page or ""), went=time)
            if self._memory.keep(lambda work: work.visits.go_on(self._number, visit)):
                self._visit = visit
            return
        heading = storable(document_title(document))
        visit = Visit(key, at, heading, storable(page or ""), file_of(document), time, time)
        number = 0

        def begin(work: Work) -> None:
            nonlocal number
            number = work.visits.begin(visit)

        if self._memory.keep(begin):
            self._visit, self._number = visit, number

    def visits(self) -> list[Visit]:
        """The last visits, the newest first."""
        return self._memory.ask(lambda work: work.visits.latest(_LISTED), [])
