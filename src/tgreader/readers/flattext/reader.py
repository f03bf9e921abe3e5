"""The reader of flattened text: bytes to one document, with its markers found again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePath

from tgreader.errors import AddressError
from tgreader.model.address import Address
from tgreader.model.document import Block, Document, Entry, Note, Volume
from tgreader.model.inline import NoteMark, Range
from tgreader.readers.anchors import Anchor, Stretch, solve
from tgreader.readers.base import Facts
from tgreader.readers.decoding import decode
from tgreader.readers.flattext.dateline import Dateline, read_dateline
from tgreader.readers.flattext.layout import Draft, Layout, lay_out
from tgreader.readers.flattext.passage import moved

NAME = "flattext"
_DATELINE_BLOCKS = 8  # how far down the dateline may stand
_SIGNATURE_LENGTH = 40
_SUFFIXES = (".txt", ".text", "")
_MARKUP = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:\?xml|!DOCTYPE|html|TEI|\w+:?\w*[ >])", re.IGNORECASE)
_SIGNATURE = re.compile(r"(?:[A-Z][\w.’'-]*|de|van|von)(?:,? (?:[A-Z][\w.’'-]*|de|van|von)){0,4}")


class FlatTextReader:
    """Reads plain text; see `readers.base.Reader`."""

    name = NAME

    def recognises(self, name: str, head: bytes) -> bool:
        """Whether it is a text file by its name, and does not start like markup."""
        return PurePath(name).suffix.lower() in _SUFFIXES and not _MARKUP.match(head)

    def open(self, data: bytes, path: str, facts: Facts) -> FlatSource:
        """Read a file; see `readers.base.Reader.open`."""
        decoded = decode(data, path)
        return FlatSource(path, facts, decoded.text, decoded.faults)


READER = FlatTextReader()


@dataclass(frozen=True)
class FlatSource:
    """One flattened document.

    Attributes:
        path: the file, as given.
        facts: what is known of it from elsewhere.
        text: the decoded file.
        faults: what decoding lost.
        corrections: notes whose marker a reader has put right: the note's number and the offset in the file where its
            marker starts, or None where it has none.
    """

    path: str
    facts: Facts
    text: str
    faults: tuple[str, ...] = ()
    corrections: Mapping[int, int | None] = field(default_factory=dict)

    @cached_property
    def volume(self) -> Volume:
        """The file as a volume of one document."""
        layout = self._layout
        pages = [page.label for draft in layout.body for page in draft.pages]
        heading = self._document.heading
        entry = Entry(
            self._address,
            heading or PurePath(self.path).name,
            layout.number,
            self._document.date,
            pages[0] if pages else None,
            pages[-1] if pages else None,
        )
        return Volume(self.path, NAME, (entry,), self.facts.volume, PurePath(self.path).name)

    def document(self, address: Address) -> Document:
        """The document; `address` may be any place in it, or of the file as a whole."""
        if address.whole not in (self._address, Address(self.facts.volume), Address(path=self.path)):
            raise AddressError("there is no such document in this file", str(address), f"it holds {self._address}")
        return self._document

    def corrected(self, corrections: Mapping[int, int | None]) -> FlatSource:
        """The same file with these notes' markers put where a reader says they belong."""
        return FlatSource(self.path, self.facts, self.text, self.faults, dict(corrections))

    @cached_property
    def _layout(self) -> Layout:
        return lay_out(self.text)

    @cached_property
    def _address(self) -> Address:
        number = self._layout.number
        document = self.facts.document or (f"d{number}" if number else None)
        return Address(self.facts.volume, document) if self.facts.volume else Address(path=self.path)

    @cached_property
    def _document(self) -> Document:
        layout, facts = self._layout, self.facts
        anchors = solve(
            [_stretch(draft) for draft in layout.body],
            ["\n".join(draft.passage.text for draft in note) for note in layout.notes],
            {},
        )
        marked: dict[int, list[Anchor]] = {}
        for anchor in anchors:
            marked.setdefault(anchor.block, []).append(anchor)
        blocks = [_block(draft, marked.get(index, ())) for index, draft in enumerate(layout.body)]
        dateline = _find_dateline(blocks)
        _find_signature(blocks)
        found: Dateline | None = dateline[1] if dateline else None
        return Document(
            address=self._address,
            path=self.path,
            format=NAME,
            heading=" ".join(blocks[0].text.split()) if blocks and blocks[0].kind == "heading" else "",
            blocks=tuple(blocks),
            notes=_notes(layout.notes, anchors),
            volume=facts.volume,
            id=self._address.document or facts.document,
            number=layout.number,
            date=facts.date or (found.date if found else None),
            dateline=blocks[dateline[0]].text if dateline else None,
            place=facts.place or (found.place if found else None),
            faults=self.faults,
        )


def _stretch(draft: Draft) -> Stretch:
    return Stretch(draft.passage.text, tuple(page.at for page in draft.pages), draft.kind == "heading")


def _block(draft: Draft, anchors: Sequence[Anchor]) -> Block:
    """The block without its markers, and the markers as marks on it."""
    text = draft.passage.text
    cuts: list[Range] = []
    marks: list[NoteMark] = []
    for anchor in anchors:
        start = anchor.start
        if anchor.end == len(text) or text[anchor.end] in " .,;:)":
            while start > 0 and text[start - 1] == " " and (not cuts or start > cuts[-1][1]):
                start -= 1
        cuts.append((start, anchor.end))
        marks.append(
            NoteMark(
                moved(anchor.start, cuts),
                anchor.label,
                None if anchor.note is None else anchor.note + 1,
                draft.passage.range(anchor.start, anchor.end),
                anchor.confidence,
                anchor.rival,
                anchor.why,
            )
        )
    passage = draft.passage.without(cuts)
    return Block(
        kind=draft.kind,
        text=passage.text,
        marks=tuple(marks),
        pages=tuple(replace(page, at=moved(page.at, cuts)) for page in draft.pages),
        label=draft.label,
        depth=draft.depth,
        origin=passage.origin,
    )


def _notes(drafts: Sequence[Sequence[Draft]], anchors: Sequence[Anchor]) -> tuple[Note, ...]:
    labels = {anchor.note: anchor.label for anchor in anchors}
    notes = []
    for index, note in enumerate(drafts):
        blocks = tuple(_block(draft, ()) for draft in note)
        source = bool(blocks) and blocks[0].text.removeprefix("[").startswith("Source:")
        label = labels.get(index, str(index + 1))
        notes.append(Note(index + 1, label, index in labels, blocks, "source" if source else "footnote"))
    return tuple(notes)


def _find_dateline(blocks: list[Block]) -> tuple[int, Dateline] | None:
    """Mark the first dateline under the heading as such."""
    for index in range(1, min(_DATELINE_BLOCKS, len(blocks))):
        if blocks[index].kind == "paragraph" and (found := read_dateline(blocks[index].text)):
            blocks[index] = replace(blocks[index], kind="dateline")
            return index, found
    return None


def _find_signature(blocks: list[Block]) -> None:
    """Mark a last line that is nothing but a name."""
    last = blocks[-1] if len(blocks) > 2 else None
    if last and last.kind == "paragraph" and len(last.text) <= _SIGNATURE_LENGTH and _SIGNATURE.fullmatch(last.text):
        blocks[-1] = replace(last, kind="signed")
