"""A parsed document as one JSON-able record: the contract of `tgreader parse`.

Offsets are half open and count code points: `at`, `start` and `end` in a block's text, `source` in the decoded file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tgreader.model.document import Block, Document
from tgreader.model.inline import Reference

References = Sequence[Sequence[Reference]]
"""The references of each block, in the order of `Document.every_block`."""


def record(document: Document, references: References) -> dict[str, Any]:
    """The record of one document, with the references found in each of its blocks."""
    found = iter(references)
    return {
        "address": str(document.address),
        "path": document.path,
        "format": document.format,
        "volume": document.volume,
        "id": document.id,
        "number": document.number,
        "heading": document.heading,
        "date": document.date,
        "dateline": document.dateline,
        "place": document.place,
        "faults": list(document.faults),
        "blocks": _blocks(document.blocks, found),
        "notes": [
            {
                "number": note.number,
                "label": note.label,
                "kind": note.kind,
                "anchored": note.anchored,
                "blocks": _blocks(note.blocks, found),
            }
            for note in document.notes
        ],
    }


def _blocks(blocks: Sequence[Block], references: Iterator[Sequence[Reference]]) -> list[dict[str, Any]]:
    return [_block(block, next(references)) for block in blocks]


def _block(block: Block, references: Sequence[Reference]) -> dict[str, Any]:
    return {
        "kind": block.kind,
        "label": block.label,
        "depth": block.depth,
        "text": block.text,
        "marks": [
            {
                "at": mark.at,
                "label": mark.label,
                "note": mark.note,
                "source": mark.source,
                "confidence": round(mark.confidence, 4),
                "rival": mark.rival,
                "why": mark.why,
            }
            for mark in block.marks
        ],
        "pages": [{"at": page.at, "label": page.label, "source": page.source} for page in block.pages],
        "references": [_reference(reference) for reference in references],
        "links": [
            {"start": k.start, "end": k.end, "target": str(k.target) if k.target else None, "written": k.written}
            for k in block.links
        ],
        "cells": list(block.cells),
        "names": [{"start": n.start, "end": n.end, "kind": n.kind, "key": n.key} for n in block.names],
        "styles": [{"start": s.start, "end": s.end, "kind": s.kind} for s in block.styles],
    }


def _reference(reference: Reference) -> dict[str, Any]:
    return {
        "start": reference.start,
        "end": reference.end,
        "source": reference.source,
        "kind": reference.kind,
        "text": reference.text,
        "target": str(reference.target) if reference.target else None,
        "status": reference.status,
        "inferred": reference.inferred,
        "why": reference.why,
        "candidates": [str(candidate) for candidate in reference.candidates],
    }
