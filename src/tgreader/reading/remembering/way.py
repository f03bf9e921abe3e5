"""The way back and forward, kept from session to session: where one came from is one key away after a restart too."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tgreader.errors import AddressError
from tgreader.model.address import Address, parse_address
from tgreader.model.tuples import NamedTuple
from tgreader.reading.remembering.identity import lasting, now, storable
from tgreader.reading.remembering.memory import Memory
from tgreader.reading.shelf.files import STANDARD_INPUT
from tgreader.reading.shelf.shelf import Shelf

if TYPE_CHECKING:
    from tgreader.library.work.visits import Step, Trail

_KEPT_STEPS = 200


class Way(NamedTuple):
    """The steps of a way, from first to last.

    Attributes:
        steps: the places.
        here: which of them is the present one.
    """

    steps: tuple[Address, ...]
    here: int


class WayKept:
    """The way of one session, as it is kept, and that of the last session that read the same files.

    Args:
        shelf: what is open.
        memory: what keeps it.
    """

    def __init__(self, shelf: Shelf, memory: Memory) -> None:
        self._shelf = shelf
        self._memory = memory
        self._id = f"{now()} {os.getpid()}"
        self._files: dict[Address, str] = {}
        self._unkept: Way | None = None

    def last(self) -> Way | None:
        """The way that was gone last among the files on the shelf, with the file of its present place opened.

        What lies elsewhere stays on the way; its present place is the last one whose file is on the shelf.
        """
        trails: list[Trail] = self._memory.ask(lambda work: work.trails.latest(), [])
        on_shelf = {_whole(found.path): number for number, found in enumerate(self._shelf.files)} if trails else {}
        for trail in trails:
            here = _on_shelf(trail, on_shelf)
            if here is None or not self._shelf.open_file(on_shelf[trail.steps[here].file]):
                continue
            steps = [_address(step, self._shelf, on_shelf) for step in trail.steps]
            present = steps[here]
            if present is not None and self._shelf.index(present) is not None:
                self._files = {a.whole: step.file for a, step in zip(steps, trail.steps, strict=True) if a}
                before = sum(step is not None for step in steps[:here])
                return Way(tuple(step for step in steps if step), before)
        return None

    def keep(self, way: Way) -> None:
        """Keep the way as it is now; where that cannot be done just now, the next time."""
        first = max(0, min(way.here - _KEPT_STEPS // 2, len(way.steps) - _KEPT_STEPS))
        steps = way.steps[first : first + _KEPT_STEPS]
        from tgreader.library.work.visits import Step, Trail

        trail = Trail(tuple(Step(storable(str(lasting(a))), self.file_of(a)) for a in steps), way.here - first)
        self._unkept = None if self._memory.keep(lambda work: work.trails.keep(self._id, trail, now())) else way

    def keep_rest(self) -> None:
        """Keep what could not be kept before."""
        if self._unkept is not None:
            self.keep(self._unkept)

    def fetch(self, address: Address) -> None:
        """Put the document of a place on the shelf again, if it is not there and its file is known.

        Raises:
            UnreadableError: the file cannot be read any more.
        """
        if self._shelf.index(address) is None and (file := self._files.get(address.whole)):
            self._shelf.take(file)

    def file_of(self, address: Address) -> str:
        """The file that the document of a place lies in, with its whole path, or ""."""
        path = self._shelf.file_of(address)
        if not path:
            return self._files.get(address.whole, "")
        return "" if path == STANDARD_INPUT else _whole(path)


def _on_shelf(trail: Trail, on_shelf: dict[str, int]) -> int | None:
    """The step of a way that is to be the present one: the last, up to the one it ended at, whose file is there."""
    order = [*range(trail.here, -1, -1), *range(trail.here + 1, len(trail.steps))]
    return next((number for number in order if trail.steps[number].file in on_shelf), None)


def _address(step: Step, shelf: Shelf, on_shelf: dict[str, int]) -> Address | None:
    """The place of a step, a loose file under the path by which it is open here."""
    try:
        address = parse_address(step.place)
    except AddressError:
        return None
    if address.path is not None and step.file in on_shelf:
        return address._replace(path=shelf.files[on_shelf[step.file]].path)
    return address


def _whole(path: str) -> str:
    return storable(os.path.abspath(path))  # noqa: PTH100 - it asks nothing of the disk
