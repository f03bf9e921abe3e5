"""The notebook: the reader's marks and annotations, on any document, in this copy of it or another one."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from tgreader.library.work.annotations import Annotation, Draft, Kind, Scope, document_of
from tgreader.model.address import Address, parse_address
from tgreader.model.document import Document
from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple
from tgreader.reading.document.titles import document_title
from tgreader.reading.notebook.placed import Placed, placed_on
from tgreader.reading.remembering.identity import content_of, file_of, key_of, lasting, now, storable
from tgreader.reading.remembering.memory import Memory

if TYPE_CHECKING:  # a document on which nothing is marked needs none of it
    from tgreader.reading.notebook.anchoring import Passage

_KNOWN_BY = 200
"""Code points of its beginning by which a document as a whole is known."""
_TAG = pattern(r"[^\s#,;]+")
_DIGITS = pattern(r"(\d{1,18})")
_CONTROL = pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_PICTURES = 0x2400
"""Unicode's block of pictures of control characters."""


class Spot(NamedTuple):
    """A place to mark or annotate.

    Attributes:
        address: of the place.
        scope: how much of the document it is.
        passage: the text it is on; None for the document as a whole.
    """

    address: Address
    scope: Scope
    passage: Passage | None = None


class Notebook:
    """The marks and annotations kept.

    Args:
        memory: what keeps them.
    """

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._seen = 0

    # What there is

    def on(self, document: Document) -> tuple[Placed, ...]:
        """Those on a document, in the order of the text."""
        return placed_on(document, self.kept_on(document))

    def kept_on(self, document: Document) -> list[Annotation]:
        """Those on a document, as they are kept.

        A loose file's are known by its content where it lies elsewhere; of one that is gone, they are this one's now.
        """
        key, content = storable(key_of(document)), content_of(document)
        self._seen = self._memory.changed_by_others()
        kept: list[Annotation] = self._memory.ask(lambda work: work.annotations.on(key, content), [])
        return self._taken_along(document, key, kept) if kept else []

    def all(self, *, deleted: bool = False) -> list[Annotation]:
        """Those on all documents, or those that were deleted; what was changed last stands last."""
        return self._memory.ask(lambda work: work.annotations.all(deleted=deleted), [])

    def holds(self, annotation: Annotation) -> bool:
        """Whether an annotation is kept for good, as it is here."""
        return annotation in self.all()

    def drafts(self) -> list[Draft]:
        """What was being written and was not kept for good, unless another reader is writing it now."""
        found: list[Draft] = self._memory.ask(lambda work: work.annotations.drafts(), [])
        return [draft for draft in found if not _is_being_written(draft.writer)]

    def was_changed(self) -> bool:
        """Whether another reader has kept something since a document's were read here, or this was asked."""
        before, self._seen = self._seen, self._memory.changed_by_others()
        return before != self._seen

    # Making, keeping, deleting

    def new(self, document: Document, spot: Spot, kind: Kind) -> Annotation:
        """A mark or annotation that is not kept yet."""
        from tgreader.reading.notebook.anchoring import WholeText

        quote = WholeText(document).quote(spot.passage or _beginning(document))
        pages = _pages(document, spot)
        time = now()
        return Annotation(
            id=uuid4().hex,
            kind=kind,
            address=storable(str(lasting(spot.address))),
            scope=spot.scope,
            prefix=storable(quote.prefix),
            exact=storable(quote.exact),
            suffix=storable(quote.suffix),
            words="",
            tags="",
            heading=storable(document_title(document)),
            page=storable(pages[0]),
            last_page=storable(pages[1]),
            content=content_of(document),
            file=file_of(document),
            made=time,
            changed=time,
        )

    def keep(self, annotation: Annotation) -> Annotation:
        """Keep one for good; its draft is done with.

        Where another reader has changed it since it was read here, theirs stays, and this is kept beside it.

        Returns:
            What was kept.

        Raises:
            LibraryError: it was not kept.
        """
        wanted = annotation._replace(words=storable(annotation.words), changed=now())
        return self._memory.insist(lambda work: work.annotations.keep(wanted, annotation.changed, uuid4().hex))

    def keep_draft(self, annotation: Annotation) -> None:
        """Keep what is being typed.

        Raises:
            LibraryError: it was not kept, and may be at the next letter.
        """
        draft = Draft(annotation._replace(words=storable(annotation.words), tags=storable(annotation.tags)), _writer())
        self._memory.insist(lambda work: work.annotations.keep_draft(draft))

    def drop_draft(self, annotation: Annotation) -> None:
        """What was typed is not wanted.

        Raises:
            LibraryError: the library cannot be written.
        """
        self._memory.insist(lambda work: work.annotations.drop_draft(annotation.id))

    def delete(self, annotations: Iterable[Annotation]) -> None:
        """Put some away; they can be had back.

        Raises:
            LibraryError: the library cannot be written.
        """
        ids = [one.id for one in annotations]
        self._memory.insist(lambda work: work.annotations.delete(ids, now()))

    def restore(self, annotations: Iterable[Annotation]) -> None:
        """Have some back that were put away.

        Raises:
            LibraryError: the library cannot be written.
        """
        ids = [one.id for one in annotations]
        self._memory.insist(lambda work: work.annotations.restore(ids))

    def _taken_along(self, document: Document, key: str, kept: Sequence[Annotation]) -> list[Annotation]:
        """What is on a loose file that was moved here is from now on at the place where it lies."""
        moved = [one for one in kept if document_of(one) != key and not Path(one.file).exists()]
        if not moved:
            return list(kept)
        path = parse_address(key).path
        brought = {
            one.id: one._replace(
                address=str(parse_address(one.address)._replace(path=path)),
                file=file_of(document),
                heading=storable(document_title(document)),
            )
            for one in moved
        }
        self._memory.keep(lambda work: work.annotations.move(brought.values()))
        return [brought.get(one.id, one) for one in kept]


def in_reading_order(one: Annotation) -> list[tuple[int, str]]:
    """A key that puts annotations in the order of volumes, documents and paragraphs: d2 before d10."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in _DIGITS.split(one.address)]


def words_in(typed: str) -> str:
    """Words as they are kept: lines end in a line feed, and no control character is among them but tabs."""
    lines = storable(typed).replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub(lambda found: chr(_PICTURES + ord(found[0])) if found[0] < " " else "␡", lines)


def tags_in(typed: str) -> str:
    """Tags as they are kept: words parted by single spaces, each once, however they were typed."""
    return " ".join(dict.fromkeys(_TAG.findall(words_in(typed))))


def _beginning(document: Document) -> Passage:
    """What a document as a whole is known by: its heading and first words. Many documents have the same heading."""
    from tgreader.reading.notebook.anchoring import Passage

    left, beginning = _KNOWN_BY, Passage(0, 0, 0, 0)
    for number, block in enumerate(document.blocks):
        beginning = Passage(0, 0, number, min(left, len(block.text)))
        left -= beginning.end
        if not left:
            break
    return beginning


def _pages(document: Document, spot: Spot) -> tuple[str, str]:
    passage = spot.passage
    if passage is None or passage.first >= len(document.blocks):
        from tgreader.reading.remembering.lying import cited_place

        cited = cited_place(document, spot.address)
        return cited.page, cited.last_page
    last = min(passage.last, len(document.blocks) - 1)
    end = max(0, passage.end - 1) if last == passage.last else len(document.blocks[last].text)
    first_page, last_page = document.page_at(passage.first, passage.start), document.page_at(last, end)
    return first_page or "", last_page if last_page and last_page != first_page else ""


def _writer() -> str:
    return f"{platform.node()}:{os.getpid()}"


def _is_being_written(writer: str) -> bool:
    """Whether another program that runs on this machine is writing it."""
    host, _, process = writer.rpartition(":")
    if host != platform.node() or not process.isdecimal() or int(process) == os.getpid() or sys.platform == "win32":
        return False
    try:
        os.kill(int(process), 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return True
