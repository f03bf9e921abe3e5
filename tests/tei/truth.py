"""What lxml finds in a section of a volume, counted apart from the reader that is tested.

Words are told apart by letters and digits alone, or by white space. By white space the reader must differ from the file
where pretty-printing stands before a stop in another element (`Kissinger\\n)`), which the printed page has not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from tgreader.model.document import Document
from tgreader.readers.tei.source import TeiSource

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
LINE = {"hi", "persName", "gloss", "ref", "placeName", "date", "time", "del", "seg", "term", "title", "orgName", "name",
        "affiliation", "publisher", "pubPlace", "docDate", "note", "pb", "gap", "emph", "add", "foreign", "num",
        "geogName", "quote", "q", "soCalled", "abbr", "expan", "sic", "corr", "supplied", "unclear", "rs"}  # fmt: skip
COUNTED = {"pb": "pages", "ref": "links", "persName": "persons", "gloss": "terms", "term": "terms", "cell": "cells",
           "item": "items"}  # fmt: skip
MARKER = "\0"
"""Stands for a note before which there is white space."""


def local(element: etree._Element) -> str:
    """The name of an element that holds text of the document; "" for any other."""
    if not isinstance(element.tag, str):
        return ""
    name = etree.QName(element)
    return name.localname if name.namespace == TEI[1:-1] or name.localname == "attachment" else ""


class Truth:
    """What lxml finds in one section."""

    def __init__(self, div: etree._Element) -> None:
        self.body: list[str] = []
        self.notes: list[str] = []
        self.counts: Counter[str] = Counter()
        self._walk(div, self.body)

    def _walk(self, element: etree._Element, out: list[str]) -> None:
        name = local(element)
        if name in {"", "figDesc", "graphic"}:
            return
        if name in COUNTED:
            self.counts[COUNTED[name]] += 1
        footnote = name == "note" and element.get("rend") != "inline"
        if footnote:
            self.counts["notes"] += 1
            if out and out[-1] and out[-1][-1:].isspace():
                out[-1] = out[-1].rstrip() + MARKER
            out = self.notes
        apart = footnote or name not in LINE or element.get("rend") == "blockquote" or element.get("rend") == "inline"
        out.append(" " if apart else "")
        out.append(element.text or "")
        for child in element:
            self._walk(child, out)
            out.append(child.tail or "")
        out.append(" " if apart else "")


def words(pieces: list[str], by: str) -> Counter[str]:
    """The multiset of words in pieces of text."""
    text = re.sub(f"{MARKER}+(?=[,;:?!)\\]”’—–.])", "", "".join(pieces)).replace(MARKER, " ")
    return Counter(re.findall(r"[^\W_]+" if by == "letters" else r"[^ \t\r\n]+", text))


def parsed_pieces(document: Document, *, notes: bool) -> list[str]:
    """All words of the body, or of the notes, of a parsed document."""
    blocks = [b for n in document.notes for b in n.blocks] if notes else document.blocks
    return [piece for block in blocks for piece in (block.label or "", " ", block.text, " ")]


def counts(document: Document) -> Counter[str]:
    """What the parsed document holds of each thing."""
    found: Counter[str] = Counter(notes=len(document.notes))
    for _, block in document.every_block():
        found["pages"] += len(block.pages)
        found["links"] += len(block.links)
        found["cells"] += len(block.cells)
        found["items"] += block.kind == "item"
        for name in block.names:
            found[f"{name.kind}s"] += 1
    return +found


def off(true: Counter[str], found: Counter[str]) -> int:
    """How many words are lost or invented, whichever is more."""
    return max((true - found).total(), (found - true).total())


def sections(root: etree._Element, source: TeiSource) -> Iterator[tuple[etree._Element, Document]]:
    """Each section of the file with what the reader makes of it."""
    elements: dict[str, etree._Element] = {}
    for element in root.iter(TEI + "div", TEI + "titlePage"):
        name = element.get(ID) or ("titlepage" if local(element) == "titlePage" else None)
        if name:
            elements.setdefault(name, element)
    for document in source.documents():
        found = elements.get(document.id or "")
        if found is not None and found.get("type") not in {"chapter", "compilation", "subchapter"}:
            yield found, document
