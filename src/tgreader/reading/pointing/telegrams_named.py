"""The places of a document that name a telegram, and where each says that it is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tgreader.model.address import Address
from tgreader.model.document import Document
from tgreader.model.inline import Reference
from tgreader.model.tuples import NamedTuple
from tgreader.reading.pointing.citing_places import SENT, BlockAt, Citing, citing_at
from tgreader.reading.pointing.sent_on import Sent, sent_on
from tgreader.references.filing import files_given
from tgreader.references.register import own_telegram, telegrams_cited
from tgreader.references.telegrams import Telegram


class Named(NamedTuple):
    """A reference to a telegram.

    Attributes:
        at: where it stands.
        reference: the reference.
        telegram: as far as its words say; without a number where they only point to it (`reftel`).
        file: where the place says that it is kept, or "".
    """

    at: BlockAt
    reference: Reference
    telegram: Telegram
    file: str


class Naming(NamedTuple):
    """One place that names a telegram.

    Attributes:
        citing: the place; without its sentence where that is not read from the index yet.
        telegram, file: as `Named` has them.
        indexed: by what number the index knows the reference; None where it was read from its document.
    """

    citing: Citing
    telegram: Telegram
    file: str
    indexed: int | None = None

    @property
    def sent(self) -> Sent:
        """When it was sent, as far as the words say."""
        return sent_on(self.telegram.date, self.citing.date)


class Own(NamedTuple):
    """A document that is itself a telegram, and what it is called."""

    telegram: Telegram
    address: Address
    title: str


def namings(document: Document, references: Sequence[Sequence[Reference]]) -> Iterator[Naming]:
    """Every place of a document that names a telegram.

    Args:
        document: the document.
        references: of each block, in the order of `Document.every_block`.
    """
    for at, one, telegram, file in telegrams_named(document, references):
        yield Naming(citing_at(document, at, one), telegram, file)


def telegrams_named(document: Document, references: Sequence[Sequence[Reference]]) -> Iterator[Named]:
    """The references of a document to telegrams, in the order of the text; arguments as for `namings`."""
    if not any(one.kind in SENT for found in references for one in found):
        return
    said = {(id(block), words.start): words.telegram for _, block, words in telegrams_cited(document)}
    printed = _Printed(references)
    for number, ((note, block), found) in enumerate(zip(document.every_block(), references, strict=True)):
        files = dict(files_given(block.text, found)) if any(one.kind in SENT for one in found) else {}
        for place, one in enumerate(found):
            telegram = said.get((id(block), one.start)) if one.kind in SENT else None
            if one.kind in SENT and (telegram or one.inferred):
                file = files.get(place)
                kept = printed.kept_at(file) if file else ""
                yield Named(BlockAt(number, note, block), one, telegram or Telegram(one.kind, ""), kept)


def own_telegram_of(document: Document) -> Own | None:
    """The telegram that a document is, where it says so."""
    own = own_telegram(document)
    return Own(own, document.address, titled(document.number or "", document.heading)) if own else None


def titled(number: str, heading: str) -> str:
    """What a document that is a telegram is called: by its number, where it has one."""
    return f"Document {number}" if number else heading


class _Printed:
    """The archival citations of a document as they are printed, for each Ibid. that repeats one."""

    def __init__(self, references: Sequence[Sequence[Reference]]) -> None:
        self._whole: dict[str, str] = {}
        self._houses: dict[str, str] = {}
        for one in (one for block in references for one in block if one.kind == "source" and not one.inferred):
            words = " ".join(one.text.split()).rstrip(" ,;")
            self._whole.setdefault(one.key, words)
            house = _house(one)
            if words.casefold().startswith(house):
                self._houses.setdefault(house, words[: len(house)])

    def kept_at(self, file: Reference) -> str:
        """Where a file is, in full."""
        if not file.inferred:
            return " ".join(file.text.split()).rstrip(" ,;")
        if file.key in self._whole:
            return self._whole[file.key]
        house = self._houses.get(_house(file), "")
        return file.title if not house or file.title.startswith(house) else f"{house}, {file.title}"


def _house(source: Reference) -> str:
    """The repository as a key has it, in small letters."""
    return source.key.removeprefix("source ").partition(",")[0]
