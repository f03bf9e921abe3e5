"""Figures on the markers: how far the confidences hold, how the time grows, and what it costs.

    python tests/benchmarks/anchors_report.py [--every N]

Prints, for the volumes that the weights were not fitted on: the accuracy of each style, the reliability of the
confidences (of the marks given 0.9 to 0.95, that share should be right), the time of a document at 1, 10 and 100 times
its length, and the time of reading against the time that lxml and the flattener take to make the texts.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.corpus import HELD_BACK, STYLES, flattened, volumes
from tgreader.model.document import Document
from tgreader.readers.base import Facts
from tgreader.readers.flattext import READER

BOUNDS = (0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 1.01)
Sure = list[tuple[float, bool]]


def read(text: str) -> Document:
    source = READER.open(text.encode(), "a.txt", Facts())
    return source.document(next(iter(source.volume.entries())).address)


def score(document: Document, truth: dict[str, Any], count: Counter[str], sure: Sure) -> None:
    """Count a document's markers, and note how sure each was and whether it was right."""
    true = {
        (note["marker"][0], sum(note["marker"])): note["list_no"] if note["text"] else None
        for note in truth["notes"]
        if note["marker"]
    }
    marks = [mark for _, block in document.every_block() for mark in block.marks]
    found = {mark.source: mark.note for mark in marks if mark.source}
    count["true"] += len(true)
    count["found"] += len(found)
    count["hit"] += len(true.keys() & found.keys())
    count["marked"] += bool(true)
    count["right"] += bool(true) and true == found
    sure += [(mark.confidence, mark.source in true and true[mark.source] == mark.note) for mark in marks]


def accuracy(every: int) -> Sure:
    print("style            recall  precision  right and linked   reading / flattening")
    sure: Sure = []
    held_back = [volume for volume in volumes() if volume.stem in HELD_BACK]
    for style in STYLES:
        for modern in (False, True):
            count: Counter[str] = Counter()
            reading, started = 0.0, time.process_time()
            for volume in held_back:
                for text, truth in flattened(volume, style, modern, every):
                    before = time.process_time()
                    document = read(text + "\n")
                    reading += time.process_time() - before
                    score(document, truth, count, sure)
            making = time.process_time() - started - reading
            shares = [
                100 * count[a] / max(1, count[b]) for a, b in (("hit", "true"), ("hit", "found"), ("right", "marked"))
            ]
            name = f"{style} modern" if modern else style
            print(f"{name:16} {shares[0]:6.2f} {shares[1]:10.2f} {shares[2]:17.2f} {reading / making:22.1f}")
    return sure


def reliability(sure: Sure) -> None:
    print("\nconfidence       marks   mean     right")
    bins: dict[float, Sure] = defaultdict(list)
    for confidence, right in sure:
        bins[next(bound for bound in BOUNDS if confidence < bound)].append((confidence, right))
    for bound, marks in sorted(bins.items()):
        mean = sum(confidence for confidence, _ in marks) / len(marks)
        share = sum(right for _, right in marks) / len(marks)
        print(f"under {min(bound, 1.0):5.3f}   {len(marks):8}   {mean:.4f}   {share:.4f}")


def growth() -> None:
    print("\nlength (code points)   notes   marks   seconds   microseconds a code point")
    seed = next((Path(__file__).parents[2] / "seeds").glob("*.txt")).read_text(encoding="utf-8")
    heading, _, rest = seed.partition("1\n")
    body, _, notes = rest.partition("\n  1. ")
    listed = re.split(r"\n  \d\. ", notes)
    for times in (1, 10, 100):
        text = heading
        for turn in range(times):
            text += "\n" + re.sub(
                r"(149897\.|substance\.|communiqué|Moscow\.|countries,)(\d)",
                lambda found, turn=turn: found[1] + str(int(found[2]) - 1 + 5 * turn),  # type: ignore[misc]
                body,
            )
        text += "".join(f"\n  {number}. {note}" for number, note in enumerate(listed[1:] * times, 1))
        started = time.process_time()
        document = read(text)
        seconds = time.process_time() - started
        marks = sum(len(block.marks) for block in document.blocks)
        print(f"{len(text):20} {5 * times:7} {marks:7} {seconds:9.3f}   {1e6 * seconds / len(text):8.2f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--every", type=int, default=1, help="take each Nth document only")
    given = parser.parse_args()
    reliability(accuracy(given.every))
    growth()
