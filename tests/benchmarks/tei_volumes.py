"""Measure the TEI reader over whole volumes: what it keeps of them, how fast, in how much memory.

    python tests/benchmarks/tei_volumes.py [--every N] [--misses N] [--memory] [VOLUME.xml …]

Without volumes, those of TGREADER_CORPUS (default ../shared/corpus). What is true is counted by lxml, apart from the
reader (`tests/tei/truth.py`): per document the words of body and of notes as multisets, and the number of notes, page
breaks, links, persons, terms, cells and list items. Times are processor time, as multiples of lxml's own parse of the
same bytes: of each step of `tgreader parse`, and of the verb.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from lxml import etree

from tests.benchmarks.corpus import flattened
from tests.tei.truth import Truth, counts, off, parsed_pieces, sections, words
from tgreader.model.document import Document
from tgreader.readers.base import Facts
from tgreader.readers.tei import READER
from tgreader.reading.document.record import json_line
from tgreader.reading.document.visible import visible
from tgreader.reading.pointing.referring import Referring
from tgreader.reading.shelf.shelf import Shelf


@dataclass
class Kept:
    """What is kept of all the volumes."""

    total: Counter[str] = field(default_factory=Counter)
    worst: list[tuple[float, str]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def add(self, element: etree._Element, document: Document) -> None:
        """Compare one section of a file with what was read of it."""
        truth, found = Truth(element), counts(document)
        self.total["documents" if document.number else "sections"] += 1
        self.total.update({f"counted {name}": number for name, number in truth.counts.items()})
        if truth.counts != found:
            self.wrong.append(f"{document.address}: lost {truth.counts - found}, invented {found - truth.counts}")
        for by in ("letters", "spaces"):
            true = words(truth.body, by), words(truth.notes, by)
            made = words(parsed_pieces(document, notes=False), by), words(parsed_pieces(document, notes=True), by)
            number = true[0].total() + true[1].total()
            missed = off(true[0], made[0]) + off(true[1], made[1])
            self.total[f"words {by}"] += number
            self.total[f"off {by}"] += missed
            self.total[f"under {by}"] += missed > 0.005 * number
            if missed:
                lost, new = [list(a - b)[:6] for a, b in ((true[0], made[0]), (made[0], true[0]))]
                self.worst.append((missed / max(1, number), f"{document.address} by {by}: lost {lost}, new {new}"))

    def report(self, misses: int) -> None:
        """Print the figures, the wrong counts, and the worst documents."""
        total = self.total
        print("\n".join(line for _, line in sorted(self.worst, reverse=True)[:misses]))
        print("\n".join(self.wrong[: misses or 20]))
        counted = ", ".join(f"{number} {name[8:]}" for name, number in total.items() if name.startswith("counted"))
        print(f"{total['documents']} documents, {total['sections']} sections: {counted}; wrong in {len(self.wrong)}")
        for by in ("letters", "spaces"):
            kept = 100 * (1 - total[f"off {by}"] / max(1, total[f"words {by}"]))
            print(f"words by {by}: {total[f'words {by}']}, kept {kept:.4f} %, {total[f'under {by}']} under 99.5 %")


_BESIDE_STOPS = re.compile(r"\s+(?=[,;:?!)\]’”—–.])|(?<=[(\[“])\s+")
_NUMBER_OF_NOTE = re.compile(r"^  \d+\. ", re.MULTILINE)


def beside_flattened(volume: Path, documents: dict[str | None, Document]) -> Counter[str]:
    """How many words the flattener's text has, and how many others ours: white space is another's opinion here.

    Markers, page breaks and bullets are taken out of its text, and white space beside stops out of both. What differs
    then is words within which a page breaks: the flattener parts them.
    """
    total: Counter[str] = Counter()
    for text, truth in flattened(volume, "bracket"):
        marks = [tuple(note["marker"]) for note in truth["notes"] if note["marker"]]
        pages = [(page["start"], page["len"]) for page in truth["pages"]]
        end = truth["body_end"]
        for start, length in sorted([*marks, *pages], reverse=True):
            text = text[:start] + text[start + length :]
            end -= length if start < end else 0
        theirs = text[:end].replace("•", ""), _NUMBER_OF_NOTE.sub("", text[end:]).replace("•", "")
        for notes, their in enumerate(theirs):
            ours = "".join(parsed_pieces(documents[truth["id"]], notes=bool(notes)))
            true, made = (Counter(_BESIDE_STOPS.sub("", words).split()) for words in (their, ours))
            total["words"] += true.total()
            total["off"] += off(true, made)
    return total


def best(action: Callable[[], object], times: int) -> float:
    """The least processor time of several, in seconds."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        action()
        taken.append(time.process_time() - start)
    return min(taken)


def multiples(volume: Path, data: bytes) -> dict[str, float]:
    """What each step of `tgreader parse` takes of processor time, and all of it, as multiples of lxml's parse."""
    floor = best(lambda: etree.fromstring(data, etree.XMLParser(resolve_entities=False, recover=True)), 9)
    steps = [parse_in_steps(volume) for _ in range(3)]
    times = {name: min(one[name] for one in steps) for name in steps[0]}
    spoken = ", ".join(f"{name} {1e3 * seconds:.1f}" for name, seconds in times.items())
    print(f"{volume.name} {len(data) / 2**20:.1f} MB: lxml {1e3 * floor:.1f} ms, {spoken}", file=sys.stderr)
    return {name: seconds / floor for name, seconds in times.items()}


def parse_in_steps(volume: Path) -> dict[str, float]:
    """What `tgreader parse` does, step by step, with the seconds of each; then the verb itself, in its own process."""
    times, shelf = {}, Shelf([str(volume)])
    referring = Referring(shelf)
    began = time.process_time()

    def step(name: str) -> None:
        nonlocal began
        times[name] = time.process_time() - began
        began = time.process_time()

    shelf.open_file(0)
    step("contents")
    documents = list(shelf.every_document())
    step("documents")
    references = [referring.find(document) for document in documents]
    step("references")
    lines = [json_line(document, found) for document, found in zip(documents, references, strict=True)]
    step("JSON")
    lines = [visible(line) for line in lines]
    step("hidden characters")
    times["all but references"] = sum(times.values()) - times["references"]
    times["the verb, with Python's start"] = verb(volume)
    return times


def verb(volume: Path) -> float:
    """The processor time, in seconds, of `tgreader parse VOLUME` as a shell runs it."""
    before = os.times()
    command = [sys.executable, "-m", "tgreader", "parse", str(volume)]
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def memory(volumes: list[Path]) -> None:
    """Open and build all volumes in a row, and give the peak."""
    import resource

    made = sum(1 for v in volumes for _ in READER.open(v.read_bytes(), str(v), Facts()).documents())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    print(f"{made} documents and sections of {len(volumes)} volumes in a row: peak {peak:.0f} MB")


def main() -> None:
    """Measure, and print the figures."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    ask.add_argument("volumes", nargs="*", type=Path)
    ask.add_argument("--every", type=int, default=1, help="take each Nth volume only")
    ask.add_argument("--misses", type=int, default=0, help="show so many of the worst documents")
    ask.add_argument("--memory", action="store_true", help="only open and build all, in a row, and give the peak")
    given = ask.parse_args()
    corpus = Path(os.environ.get("TGREADER_CORPUS", Path(__file__).parents[3] / "shared/corpus"))
    volumes = (given.volumes or sorted((corpus / "volumes").glob("*.xml")))[:: given.every]
    if given.memory:
        memory(volumes)
        return
    kept, ratios, beside = Kept(), [], Counter[str]()
    for volume in volumes:
        data = volume.read_bytes()
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
        documents = {}
        for element, document in sections(root, READER.open(data, str(volume), Facts())):
            kept.add(element, document)
            documents[document.id] = document
        beside += beside_flattened(volume, documents)
        ratios.append(multiples(volume, data))
    kept.report(given.misses)
    print(f"beside the flattener's: {beside['words']} words, {beside['off']} off, where a page breaks within a word")
    for name in ratios[0]:
        found = [each[name] for each in ratios]
        print(f"{name}: median {statistics.median(found):.1f} × lxml's parse, worst {max(found):.1f}")


if __name__ == "__main__":
    main()
