"""Measure the TEI reader over whole volumes: what it keeps of them, how fast, in how much memory.

    python tests/benchmarks/tei_volumes.py [--every N] [--misses N] [VOLUME.xml …]

Without volumes, those of TGREADER_CORPUS (default ../shared/corpus). The truth is counted by lxml, apart from the
reader: per document the words of body and of notes as multisets, and the number of notes, page breaks, links, persons,
terms, cells and list items. Words are told apart twice: by letters and digits alone, and by white space. By white
space the reader must differ where pretty-printing stands before a stop (`Kissinger\\n)`).
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import re
import resource
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from tgreader.model.document import Document
from tgreader.readers.base import Facts
from tgreader.readers.tei import READER
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
        element = elements.get(document.id or "")
        if element is not None and element.get("type") not in {"chapter", "compilation", "subchapter"}:
            yield element, document


def best(action: Callable[[], object], times: int = 5) -> float:
    """The shortest time of several, in seconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        taken.append(time.perf_counter() - start)
    return min(taken)


def plain(value: Any) -> Any:
    """A model value for json: shallow and quick, as a command line would do it."""
    if dataclasses.is_dataclass(value):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    return [plain(v) for v in value] if isinstance(value, (tuple, list)) else value


def contract(document: Document) -> str:
    """The line that `tgreader parse` prints of a document, without references."""
    def block(b: Any) -> dict[str, Any]:
        return {
            "kind": b.kind, "text": b.text, "label": b.label, "depth": b.depth, "cells": b.cells,
            "marks": [{"at": m.at, "label": m.label, "note": m.note, "source": m.source} for m in b.marks],
            "pages": [{"at": p.at, "label": p.label, "source": p.source} for p in b.pages],
            "references": [{"start": x.start, "end": x.end, "target": x.target and str(x.target)} for x in b.links],
            "names": [{"start": n.start, "end": n.end, "kind": n.kind, "key": n.key} for n in b.names],
        }  # fmt: skip
    return json.dumps(
        {
            "address": str(document.address), "heading": document.heading, "number": document.number,
            "date": document.date, "dateline": document.dateline, "place": document.place,
            "blocks": [block(b) for b in document.blocks],
            "notes": [{"number": n.number, "label": n.label, "anchored": n.anchored, "blocks": [block(b) for b in n.blocks]}
                      for n in document.notes],
        },
        ensure_ascii=False,
    )  # fmt: skip


def main() -> None:
    """Measure, and print the figures."""
    ask = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    ask.add_argument("volumes", nargs="*", type=Path)
    ask.add_argument("--every", type=int, default=1, help="take each Nth volume only")
    ask.add_argument("--misses", type=int, default=0, help="show so many of the worst documents")
    ask.add_argument("--memory", action="store_true", help="only open and build all, in a row, and give the peak")
    given = ask.parse_args()
    corpus = Path(os.environ.get("TGREADER_CORPUS", Path(__file__).parents[3] / "shared/corpus"))
    volumes = (given.volumes or sorted((corpus / "volumes").glob("*.xml")))[:: given.every]
    if given.memory:
        made = sum(1 for v in volumes for d in READER.open(v.read_bytes(), str(v), Facts()).documents())
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{made} documents and sections of {len(volumes)} volumes in a row: peak {peak:.0f} MB")
        return
    total: Counter[str] = Counter()
    worst: list[tuple[float, str, str]] = []
    wrong: list[str] = []
    ratios: dict[str, list[float]] = {"open": [], "build": [], "with JSON": []}
    for volume in volumes:
        data = volume.read_bytes()
        safe = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
        root = etree.fromstring(data, safe)
        source = READER.open(data, str(volume), Facts())
        for element, document in sections(root, source):
            truth = Truth(element)
            total["documents" if document.number else "sections"] += 1
            for part, pieces in (("body", truth.body), ("notes", truth.notes)):
                for by in ("letters", "spaces"):
                    true = words(pieces, by)
                    found = words(parsed_pieces(document, notes=part == "notes"), by)
                    total[f"words by {by}"] += true.total()
                    total[f"off by {by}"] += (miss := off(true, found))
                    if miss:
                        share = 1 - miss / max(1, true.total())
                        total[f"documents under 99.5 % by {by}"] += share < 0.995
                        sample = f"lost {list((true - found))[:6]} invented {list((found - true))[:6]}"
                        worst.append((share, f"{document.address} {part} by {by} {miss}/{true.total()}", sample))
            if truth.counts != counts(document):
                wrong.append(f"{document.address}: true {dict(truth.counts - counts(document))} "
                             f"found {dict(counts(document) - truth.counts)}")  # fmt: skip
            total.update({f"counted {k}": v for k, v in truth.counts.items()})
        floor = best(lambda: etree.fromstring(data, etree.XMLParser(resolve_entities=False, recover=True)))  # noqa: B023
        opened = best(lambda: READER.open(data, str(volume), Facts()))  # noqa: B023
        built = best(lambda: [None for _ in READER.open(data, str(volume), Facts()).documents()], 3)  # noqa: B023
        dumped = best(lambda: [contract(d) and None for d in READER.open(data, str(volume), Facts()).documents()], 3)  # noqa: B023
        for name, seconds in zip(ratios, (opened, built, dumped), strict=True):
            ratios[name].append(seconds / floor)
        print(f"{volume.name:30} {len(data) / 2**20:4.1f} MB lxml {floor * 1e3:5.1f} ms  open {opened * 1e3:5.1f}"
              f"  build {built * 1e3:6.1f}  with JSON {dumped * 1e3:6.1f}", file=sys.stderr)  # fmt: skip
    for share, where, sample in sorted(worst)[: given.misses]:
        print(f"{share:.4f} {where} {sample}")
    print("\n".join(wrong[: max(given.misses, 20)]))
    print(f"{total['documents']} documents, {total['sections']} sections; counts wrong in {len(wrong)}; "
          + ", ".join(f"{v} {k[8:]}" for k, v in sorted(total.items()) if k.startswith("counted")))  # fmt: skip
    for by in ("letters", "spaces"):
        kept = 100 * (1 - total[f"off by {by}"] / max(1, total[f"words by {by}"]))
        under = total[f"documents under 99.5 % by {by}"]
        print(f"words by {by}: {total[f'words by {by}']}, kept {kept:.4f} %, {under} parts under 99.5 %")
    for name, found in ratios.items():
        print(f"{name}: median {statistics.median(found):.1f} × lxml's parse, worst {max(found):.1f}")


if __name__ == "__main__":
    main()
