"""Bringing the notebook out of a library and into one."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from tgreader.errors import TgReaderError
from tgreader.library.work.annotations import Annotation
from tgreader.library.work.work import CitedPlace, Work
from tgreader.model.tuples import NamedTuple
from tgreader.reading.notebook.files import Kept, format_of, read
from tgreader.reading.notebook.notebook import in_reading_order
from tgreader.reading.remembering.identity import now
from tgreader.reading.remembering.lying import Lying
from tgreader.reading.remembering.memory import Memory
from tgreader.reading.settings import Settings
from tgreader.reading.shelf.shelf import Shelf

_ALL = 2**31


class Imported(NamedTuple):
    """What an import brought: how many annotations were new, how many replaced an older one, and the rest."""

    added: int
    replaced: int
    searches: int
    visits: int

    def __str__(self) -> str:
        counts = (
            (self.added, "mark or annotation added", "marks and annotations added"),
            (self.replaced, "replaced by its later words", "replaced by their later words"),
            (self.searches, "search added", "searches added"),
            (self.visits, "visit added", "visits added"),
        )
        said = [f"{count:,} {one if count == 1 else many}" for count, one, many in counts if count]
        return ", ".join(said) or "everything in it was here already"


def everything(memory: Memory) -> Kept:
    """All that is exported: marks and annotations in the order of reading, searches and visits by time.

    Raises:
        LibraryError: the library cannot be read.
    """

    def ask(work: Work) -> Kept:
        annotations = tuple(sorted(work.annotations.all(), key=in_reading_order))
        return Kept(annotations, tuple(work.searches.latest(_ALL)[::-1]), tuple(work.visits.latest(_ALL)[::-1]))

    return memory.insist(ask)


def citing(shelf: Shelf, style: str, settings: Settings) -> Callable[[Annotation], str]:
    """What makes the citations of annotations; documents that are not open are read where they lie.

    Args:
        shelf: what is open.
        style: of the citations.
        settings: how they are wanted.
    """
    lying = Lying(shelf)

    def cite(one: Annotation) -> str:
        return lying.citation(CitedPlace(one.address, one.page, one.last_page, one.file), style, settings)[1].text

    return cite


def bring_in(memory: Memory, text: str, name: str, form: str | None = None) -> tuple[Imported, list[TgReaderError]]:
    """Bring what a file holds into the library; what is there already is not taken twice.

    Args:
        memory: what keeps it.
        text: the file's text.
        name: what the file is called.
        form: its format; None says that its name ends in it.

    Returns:
        What was brought in, and one error for each thing in the file that cannot be used.

    Raises:
        TgReaderError: the file is none that can be used, or the library cannot be written.
    """
    form = form or format_of(name)
    if form is None:
        raise TgReaderError("is in no format that is known by its name", name, "name it .json, .csv or .md")
    kept, problems = read(text, form, name)

    def bring(work: Work) -> Imported:
        added, replaced = work.annotations.merge(kept.annotations, now(), uuid4().hex)
        return Imported(added, replaced, work.searches.add(*kept.searches), work.visits.add(kept.visits))

    return memory.insist(bring), problems
