"""A parsed document as one line of JSON: the contract of `tgreader parse`.

Offsets are half open and count code points: `at`, `start` and `end` in a block's text, `source` in the decoded file.

The line is put together here, and not by way of dictionaries: a volume has some ten thousand blocks, most of them
without marks, and making and printing a dictionary of each cost as much as a quarter of its reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from json.encoder import encode_basestring as quoted

from tgreader.model.address import Address
from tgreader.model.document import Block, Document, Note
from tgreader.model.inline import Link, Name, NoteMark, PageBreak, Range, Reference, Style

References = Sequence[Sequence[Reference]]
"""The references of each block, in the order of `Document.every_block`."""


def json_line(document: Document, references: References) -> str:
    """The record of one document, with the references found in each of its blocks; without a line end."""
    found = iter(references)
    return (
        f'{{"address": {quoted(str(document.address))}, "path": {quoted(document.path)}, '
        f'"format": {quoted(document.format)}, "volume": {_or_null(document.volume)}, "id": {_or_null(document.id)}, '
        f'"number": {_or_null(document.number)}, "heading": {quoted(document.heading)}, '
        f'"date": {_or_null(document.date)}, "dateline": {_or_null(document.dateline)}, '
        f'"place": {_or_null(document.place)}, "faults": {_list(map(quoted, document.faults))}, '
        f'"blocks": {_blocks(document.blocks, found)}, '
        f'"notes": {_list([_note(note, found) for note in document.notes])}}}'
    )


def _note(note: Note, references: Iterator[Sequence[Reference]]) -> str:
    return (
        f'{{"number": {note.number}, "label": {quoted(note.label)}, "kind": "{note.kind}", '
        f'"anchored": {_truth(note.anchored)}, "blocks": {_blocks(note.blocks, references)}}}'
    )


def _blocks(blocks: Sequence[Block], references: Iterator[Sequence[Reference]]) -> str:
    return _list([_block(block, next(references)) for block in blocks])


def _block(block: Block, references: Sequence[Reference]) -> str:
    return (
        f'{{"kind": "{block.kind}", "label": {_or_null(block.label)}, "depth": {block.depth}, '
        f'"text": {quoted(block.text)}, '
        f'"marks": {_list(map(_mark, block.marks)) if block.marks else "[]"}, '
        f'"pages": {_list(map(_page, block.pages)) if block.pages else "[]"}, '
        f'"references": {_list(map(_reference, references)) if references else "[]"}, '
        f'"links": {_list(map(_link, block.links)) if block.links else "[]"}, '
        f'"cells": {list(block.cells) if block.cells else "[]"}, '
        f'"names": {_list(map(_name, block.names)) if block.names else "[]"}, '
        f'"styles": {_list(map(_style, block.styles)) if block.styles else "[]"}}}'
    )


def _mark(mark: NoteMark) -> str:
    return (
        f'{{"at": {mark.at}, "label": {quoted(mark.label)}, "note": {"null" if mark.note is None else mark.note}, '
        f'"source": {_range(mark.source)}, "confidence": {round(mark.confidence, 4)}, '
        f'"rival": {_range(mark.rival)}, "why": {_or_null(mark.why)}}}'
    )


def _page(page: PageBreak) -> str:
    return f'{{"at": {page.at}, "label": {quoted(page.label)}, "source": {_range(page.source)}}}'


def _reference(one: Reference) -> str:
    return (
        f'{{"start": {one.start}, "end": {one.end}, "source": {_range(one.source)}, "kind": {quoted(one.kind)}, '
        f'"text": {quoted(one.text)}, "target": {_place(one.target)}, "status": "{one.status}", '
        f'"inferred": {_truth(one.inferred)}, "why": {_or_null(one.why)}, '
        f'"candidates": {_list(map(_place, one.candidates))}}}'
    )


def _link(link: Link) -> str:
    return (
        f'{{"start": {link.start}, "end": {link.end}, "target": {_place(link.target)}, '
        f'"written": {quoted(link.written)}}}'
    )


def _name(name: Name) -> str:
    return f'{{"start": {name.start}, "end": {name.end}, "kind": "{name.kind}", "key": {quoted(name.key)}}}'


def _style(style: Style) -> str:
    return f'{{"start": {style.start}, "end": {style.end}, "kind": {quoted(style.kind)}}}'


def _list(items: Iterable[str]) -> str:
    return f"[{', '.join(items)}]"


def _or_null(text: str | None) -> str:
    return "null" if text is None else quoted(text)


def _place(address: Address | None) -> str:
    return quoted(str(address)) if address else "null"


def _range(offsets: Range | None) -> str:
    return "null" if offsets is None else f"[{offsets[0]}, {offsets[1]}]"


def _truth(value: bool) -> str:
    return "true" if value else "false"
