"""What a reader may ask about at a place: what cites this document, this note, this page, this telegram, this box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tgreader.model.address import Address
from tgreader.model.document import Document, Note
from tgreader.model.inline import NoteMark, Reference
from tgreader.reading.document.stops import Stop
from tgreader.reading.pointing.citing_places import SENT, Wanted
from tgreader.reading.pointing.telegrams_named import own_telegram_of

_SOURCES_AT_MOST = 4


def things_here(
    document: Document,
    references: Sequence[Sequence[Reference]],
    page: str | None,
    *,
    stop: Stop | None = None,
    note: Note | None = None,
) -> tuple[Wanted, ...]:
    """What can be asked about at the reader's place, the nearest first.

    Args:
        document: the document being read.
        references: of each block, in the order of `Document.every_block`.
        page: the printed page at the cursor, or None.
        stop: the marker or reference at the cursor.
        note: the note at the cursor.
    """
    things: list[Wanted] = []
    if stop is not None and isinstance(stop.what, NoteMark) and note is None:
        note = next((one for one in document.notes if one.number == stop.what.note), None)
    if stop is not None and isinstance(stop.what, Reference) and (pointed := thing_of(stop.what)):
        things.append(pointed)
    if note is not None:
        things.append(Wanted(f"footnote {note.label}", (document.address.at_note(note.label),)))
    number = f"Document {document.number}" if document.number else "this document"
    others = [Wanted(number, (document.address,)), *_pages(document, page)]
    if own := own_telegram_of(document):
        others.append(Wanted("this telegram, by its number", key=own.telegram.key, date=own.telegram.date))
    others += _sources(document, references)
    things += [thing._replace(but=document.address) for thing in others]
    return tuple(dict.fromkeys(things))


def thing_of(reference: Reference) -> Wanted | None:
    """What a reference points to, as something to ask about; None where it cannot be told from others."""
    title = reference.title or reference.text
    if reference.kind in SENT or reference.kind in {"source", "publication"}:
        return Wanted(title, (reference.target,) if reference.target else (), reference.key) if reference.key else None
    return Wanted(title, (reference.target,)) if reference.target else None


def thing_at(address: Address, title: str = "") -> Wanted:
    """A place of the series as something to ask about; a paragraph stands for its document."""
    place = address if address.note is not None or address.page is not None else address.whole
    return Wanted(title or str(place), (place._replace(paragraph=None, offset=0),))


def _pages(document: Document, page: str | None) -> Iterator[Wanted]:
    """The page at the cursor, and all others on which the document stands."""
    if document.volume is None:
        return
    labels = list(dict.fromkeys([document.page_before, *(found.label for found in document.pages())]))
    if page is not None:
        yield Wanted(f"p. {page}", (Address(document.volume, page=page),))
    others = tuple(Address(document.volume, page=label) for label in labels if label and label != page)
    if others:
        span = f"p. {others[0].page}" if len(others) == 1 else f"pp. {others[0].page}–{others[-1].page}"
        yield Wanted(f"{span}, also of this document" if page else span, others)


def _sources(document: Document, references: Sequence[Sequence[Reference]]) -> Iterator[Wanted]:
    """The files and boxes in which the document itself is kept, as its source note says."""
    for (note, _), found in zip(document.every_block(), references, strict=False):
        if note is not None and note.kind == "source":
            for reference in [one for one in found if one.kind == "source"][:_SOURCES_AT_MOST]:
                yield Wanted(reference.title, key=reference.key)
