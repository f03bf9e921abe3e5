"""A flattened copy of a document whose volume is open: known by its words, and told what it has lost.

Of the documents of the open volumes with the copy's number and heading (or of the very one that `tgreader.toml` names)
the one with the same words is looked for. Words are runs of letters and digits, and are laid beside each other from
first to last, past what one of both lacks: datelines, numbers of lists, lists of links are lost in copies. It is the
same document where all but a few words of the copy stand in it in the same order, and no other fits as well.

The copy keeps its own words, with their places in its file. It takes the date, the dateline and the place, the notes
and where their markers stand.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from tgreader.errors import TgReaderError
from tgreader.model.address import Address
from tgreader.model.document import Block, Document, Entry
from tgreader.model.inline import NoteMark
from tgreader.model.patterns import pattern
from tgreader.readers.base import Correctable, Searchable
from tgreader.reading.shelf.shelf import Shelf
from tgreader.reading.shelf.word_by_word import WORD, Word, beside, words_of

_TELLING, _TELLING_WORD = 8, pattern(r"\b[a-zA-Z]{7,}\b")
"""By so many such words, those of a copy that are longest, originals are looked for."""
_FEWEST = 12
"""A copy of fewer words may be of many documents."""
_LONGEST = 1_000_000
"""Code points. The longest document of the series has 200,000."""


Go = Callable[[int, int], bool]
"""Told how many documents of how many were compared; whether to go on."""


def recognised(shelf: Shelf, document: Document, go_on: Go = lambda _done, _total: True) -> Document | None:
    """The copy as the volume it is from has it, where that is open; None where it is of none, or cannot be told.

    A search for its heading among what is open, and the building of the few documents that have the same and hold its
    rarer words. That is some milliseconds for each, and for each volume that has the heading the time to open it: two
    or three seconds for an `Editorial Note` beside a hundred volumes.

    Args:
        shelf: what is open.
        document: any document.
        go_on: told how far it is; where it says no, the search ends and the answer is None.
    """
    candidates = _candidates(shelf, document, go_on) if document.format != "tei" else []
    if not candidates or sum(len(block.text) for block in document.blocks) > _LONGEST:
        return None
    words = words_of(document.blocks)
    found = []
    for address in candidates if len(words) >= _FEWEST else ():
        try:
            original = shelf.document(address)
        except TgReaderError:  # its file is gone
            continue
        pairs = beside(words, words_of(original.blocks))
        if pairs is not None:
            found.append((original, pairs))
    if len(found) != 1:
        return None
    original, pairs = found[0]
    told = _told(document, original, words, pairs)
    better = _put_right(shelf, document, told)
    if better is None:
        return told
    words = words_of(better.blocks)
    again = beside(words, words_of(original.blocks))
    return _told(better, original, words, again) if again is not None else told


def _candidates(shelf: Shelf, document: Document, go_on: Go) -> list[Address]:
    """The documents of whole volumes that may be the original; none where that is not wanted any more."""
    if document.volume and not shelf.holds_volume(document.volume):
        return []
    heading = _letters(document.heading)
    fitting = [
        (entry.address, file)
        for entry, file in list(shelf.places)
        if shelf.volumes[file].whole
        and document.volume in (None, entry.address.volume)
        and _fits(entry, document, heading)
    ]
    if len(fitting) > 1:
        telling = sorted({word for block in document.blocks for word in _TELLING_WORD.findall(block.text)}, key=len)
        holding = []
        for done, (address, file) in enumerate(fitting):
            if not go_on(done, len(fitting)):
                return []
            if _holds(shelf, file, address, telling[-_TELLING:]):
                holding.append((address, file))
        fitting = holding
    return [address for address, _ in fitting]


def _holds(shelf: Shelf, file: int, address: Address, words: Sequence[str]) -> bool:
    try:
        source = shelf.source(file)
    except TgReaderError:  # it is gone
        return False
    return not isinstance(source, Searchable) or source.holds(address, words)


def _fits(entry: Entry, document: Document, heading: str) -> bool:
    if entry.sort != "document":
        return False
    if document.volume and document.id and entry.address.document == document.id:
        return True
    if document.number and entry.number and document.number.casefold() != entry.number.casefold():
        return False
    return bool(heading) and _letters(entry.heading) == heading


def _letters(text: str) -> str:
    """A heading as it is compared: its last digits may be a marker."""
    return "".join(WORD.findall(text)).casefold().rstrip("0123456789")


def _told(document: Document, original: Document, words: Sequence[Word], pairs: Sequence[tuple[int, int]]) -> Document:
    """The copy with what the original knows better."""
    theirs = words_of(original.blocks)
    kept = {(block, mark.at): mark for block, one in enumerate(document.blocks) for mark in one.marks}
    marks: dict[int, list[NoteMark]] = {}
    dateline = _dateline(document, original)
    for number, block in enumerate(original.blocks):
        for mark in block.marks if block is not dateline else ():
            place = _place(document, words, theirs, pairs, block, number, mark.at)
            source = kept[place].source if place in kept else None
            marks.setdefault(place[0], []).append(mark._replace(at=place[1], source=source))
    blocks = [
        block._replace(marks=tuple(sorted(marks.get(number, ()), key=lambda mark: mark.at)))
        for number, block in enumerate(document.blocks)
    ]
    if dateline is not None:
        blocks.insert(int(document.has_heading), dateline)
    return document._replace(
        address=document.address if document.address != original.address else Address(path=document.path),
        blocks=tuple(blocks),
        notes=original.notes,
        volume=original.volume,
        id=original.id,
        number=original.number,
        date=original.date or document.date,
        dateline=original.dateline or document.dateline,
        place=original.place or document.place,
        page_before=original.page_before,
        faults=(
            f"these are the words of {original.address}, which is open: date, dateline and notes are taken from there",
            *(fault for fault in document.faults if "note" not in fault),
        ),
    )


def _put_right(shelf: Shelf, document: Document, told: Document) -> Document | None:
    """The copy read once more where its reader took a marker for a part of the text; None where it took none."""
    from tgreader.readers.flattext.reader import place_in_file  # who reads no flat text pays nothing for it

    shift = len(told.blocks) - len(document.blocks)
    wrong: dict[int, int | None] = {}
    for number, block in enumerate(told.blocks):
        for mark in block.marks if block.origin else ():
            behind = block.text[mark.at :].lstrip(" ")
            if mark.source is None and mark.note is not None and behind.startswith(mark.label):
                wrong[mark.note] = place_in_file(document, number - shift * (number > 0), mark.at)
    place = shelf.index(document.address)
    if not wrong or place is None or len(document.notes) != len(told.notes):
        return None
    source = shelf.source(shelf.places[place].file)
    if not isinstance(source, Correctable):
        return None
    return source.corrected(wrong).document(Address(path=document.path))._replace(address=document.address)


def _dateline(document: Document, original: Document) -> Block | None:
    """The original's dateline, where the copy has none."""
    if any(block.kind == "dateline" for block in document.blocks):
        return None
    return next((block for block in original.blocks if block.kind == "dateline"), None)


def _place(
    document: Document,
    words: Sequence[Word],
    theirs: Sequence[Word],
    pairs: Sequence[tuple[int, int]],
    block: Block,
    number: int,
    at: int,
) -> tuple[int, int]:
    """Where in the copy a marker of the original stands: after the same word, and the same stops behind that."""
    before = bisect_right(theirs, (number, at), key=lambda word: (word.block, word.end))
    pair = bisect_left(pairs, before, key=lambda pair: pair[1]) - 1
    if pair < 0:
        return 0, 0
    ours, their = words[pairs[pair][0]], theirs[pairs[pair][1]]
    end = ours.end
    if their.block == number:
        behind = document.blocks[ours.block].text[end:]
        for one, other in zip(block.text[their.end : at], behind, strict=False):
            if one.isalnum() or other.isalnum() or one.isspace() != other.isspace():
                break
            end += 1
    return ours.block, end


def everywhere(shelf: Shelf, documents: Iterator[Document]) -> Iterator[Document]:
    """Documents under their own addresses, the copies among them as the open volumes have them."""
    for document in documents:
        yield (recognised(shelf, document) or document)._replace(address=document.address)
