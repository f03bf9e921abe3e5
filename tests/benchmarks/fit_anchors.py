"""Fit the weights of the marker model on part of the corpus: how `readers/anchors/weights.py` is made.

    python tests/benchmarks/fit_anchors.py > weights.json          about five minutes
    python tests/benchmarks/fit_anchors.py --write                 into the package

The model is a conditional random field: the chance that it gives to the true markers of every training document, all
ways of marking it considered, is made as large as possible, by Adagrad, each style by itself. A weight is pulled
towards what `START` says of it, which is 0 for most: what the corpus hardly shows stays near what one would expect.
The volumes of `corpus.HELD_BACK` are not used; `test_anchor_accuracy.py` measures on them.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.corpus import HELD_BACK, flattened, volumes
from tests.benchmarks.variants import Flat, Truth, variants
from tgreader.readers.anchors.affinity import NoteWords
from tgreader.readers.anchors.candidate import Candidate
from tgreader.readers.anchors.finding import find_candidates
from tgreader.readers.anchors.lattice import ENDLESS, Lattice
from tgreader.readers.anchors.recurring import Recurring
from tgreader.readers.anchors.solver import FORMS, highest_label
from tgreader.readers.flattext.layout import lay_out
from tgreader.readers.flattext.reader import stretches_of

WEIGHTS = Path(__file__).parents[2] / "src/tgreader/readers/anchors/weights.json"
DATA = {
    "fused": (("seed", False), ("traf", True)),
    "space": (("space", False), ("space", True)),
    "bracket": (("bracket", False),),
}
ROUNDS = 6
BATCH = 16
PULL = 0.3  # towards START, as if about that many documents said so
SMALL = 0.05  # what is worth less is left out
ROUNDS_OF_ALL = 2  # after them, what is nearly certain has nothing more to teach
CERTAIN = 0.0005  # as the logarithm of its chance
VARIED = 3
# Every third document is also taken in a variant, with a weight that lets its kind count about as often as it occurs.
# Where a list is lost, too much weight would find markers in documents that never had a note.
OF_A_VARIANT = {
    "a marker is lost": 0.2,
    "a number is repeated": 0.2,
    "a number is missing": 0.1,
    "numbers start late": 0.1,
    "numbers start elsewhere": 0.2,
    "all are symbols": 0.1,
    "one is a symbol": 0.1,
    "numbers start again": 0.05,
    "two markers in the heading": 0.2,
    "the list is lost": 0.03,
}

STEPS = {
    "a note without marker": -6.0,  # 230 of 98,721
    "another note without marker": -3.0,
    "an unnumbered note without marker": -7.5,
    "numbers from 0": -1.5,
    "the list is lost": -6.0,
    "a symbol": -2.0,
    "a sign for a note of the original": 2.0,  # as nearly all signs in the print are
    "a sign for a note of the editors": -1.0,
    "a gap": -7.0,
    "a gap at the start": -5.0,
    "a long gap at the start": -7.0,
    "the last number again": -5.0,
    "an earlier number again": -6.0,
    "numbers start again": -7.0,
    "beside the next label": 2.0,
    "beside the next label at the heading's end": 2.0,  # volumes that were only published on the web
    "beside the last label at the heading's end": 3.0,
    "symbol starts a line": -2.0,
    "symbol starts a line elsewhere": -2.0,
    "in a note": -5.0,  # 17 of 98,721
}
SPACED = {
    "source note elsewhere": -5.0,  # of 3,063, one
    "spaced before stop": -3.0,
    "spaced before dash": -3.0,
    "spaced before numeric": -6.0,
    "spaced before a counted thing": -4.0,
    "spaced before ordinal": -3.0,
    "spaced before %": -4.0,
    "spaced after a month": -4.0,
    "spaced after a cue": -4.0,
    "spaced after a small word": -4.0,
    "in a file number": -6.0,
    "spaced beside the last label": 2.0,
    "spaced before closing": -2.0,
    "spaced start stop": -5.0,
    "spaced before the clock": -3.0,
    "spaced before a range": -3.0,
    "spaced enumerates": -3.0,
    "spaced Name in a series": -1.0,
    "spaced Name recurs": -1.0,
    "symbol is a letter": -5.0,
    "symbol is #": -3.0,
}
FUSED = {
    "fused": 1.0,
    "fused after open": -9.0,
    "fused after dash": -3.0,
    "fused after hyphen": -9.0,
    "fused after slash": -10.0,
    "fused after money": -9.0,
    "fused before numeric": -5.0,
    "fused before ordinal": -3.0,
    "fused before letter": -2.0,
    "fused before %": -4.0,
    "stop numeric": -4.0,
    "stop before a unit": -3.0,
    "digit": -2.0,
    "digit year": -4.0,
    "digit year+": 3.0,
    "digit day": -2.0,
    "digit day+": 2.0,
    "digit thousands": -5.0,
    "digit thousands+": 3.0,
    "digit clock": -5.0,
    "digit clock+": 3.0,
    "digit range": -2.0,
    "digit range+": 2.0,
    "digit decimal no": -3.0,
    "digit decimal as those nearby": 0.0,
    "stop amid decimals": -2.0,
    "digit short year": -3.0,
    "digit short year+": 2.0,
    "digit thousands no": -2.0,
    "digit money": -6.0,
    "digit numeric": -6.0,
    "digit ordinal": -6.0,
    "digit letter": -5.0,
    "digit before a unit": -3.0,
    "digit before the clock": -3.0,
    "digit before a range": -1.0,
    "stop before the clock": -3.0,
    "name and digits kept recur": 2.0,
    "name and digits whole recur": -4.0,
    "fused Name recurs": -3.0,
    "at a file number's end": 1.0,
    "fused open closing": -2.0,
    "digit stop": -3.0,
    "digit starts a line": -2.0,
    "digit before a month": -3.0,
    "digit %": -3.0,
    "digits whole recur": -3.0,
    "stop . after money": -3.0,
    "stop . lower": -2.0,
    "stop dash": -3.0,
    "stop after a telegram's number": 3.0,
    "spaced": -3.0,
    "symbol": 3.0,
    "symbol after a space": -3.0,
}
# The corpus has no copies in which markers are set off otherwise than by square brackets: what is said here stays.
SET_OFF = {
    "set off": 6.0,
    "in brackets where a line starts": -4.0,
    "in round brackets": 2.0,
    "round after a space": -5.0,
    "round after a digit": -3.0,
    "round as in the heading": 4.0,
    "round starts a line": -8.0,
    "round ends a line": 1.0,
    "round enumerates": -4.0,
}
START: dict[str, dict[str, float]] = {
    "fused": STEPS | SPACED | FUSED,
    "space": STEPS | SPACED | {"spaced": -1.0, "symbol": 3.0},
    "bracket": STEPS | {"in brackets": 5.0, "symbol in brackets": 3.0} | SET_OFF,
}


class Example(NamedTuple):
    """A document: its candidates, its notes, and which candidate is the marker of which note."""

    candidates: list[Candidate]
    notes: NoteWords
    listed: int
    markers: dict[int, int]
    weight: float = 1.0


def examples(documents: Sequence[Flat], style: str) -> Iterator[Example]:
    """The documents that can teach something, and variants of some of them."""
    for text, truth in documents:
        if found := example(text, truth, style):
            yield found
    for kind, (text, truth) in variants(documents, VARIED):
        if found := example(text, truth, style):
            yield found._replace(weight=OF_A_VARIANT[kind])


def example(text: str, truth: Truth, style: str) -> Example | None:
    """The document as an example; None where it can teach nothing or the truth is out of the model's reach."""
    layout = lay_out(text)
    body, notes = stretches_of(layout)
    numbered = [(note["marker"], place) for place, note in enumerate(truth["notes"]) if note["marker"]]
    true = {(at, at + size): place for (at, size), place in numbered if at < truth["body_end"]}
    if notes and any(note["text"] is None for note in truth["notes"]):
        return None
    known = Recurring([*body, *(stretch for note in notes for stretch in note)])
    found = find_candidates(body, highest_label(len(notes)), known)
    candidates = [candidate for candidate in found if candidate.form in FORMS[style]]
    markers = {}
    for index, candidate in enumerate(candidates):
        place = true.pop(layout.body[candidate.block].passage.range(candidate.start, candidate.end), None)
        if place is not None:
            markers[index] = place
    if true or not candidates or list(markers.values()) != sorted(markers.values()):
        return None
    return Example(candidates, NoteWords(notes), len(notes) or ENDLESS, markers)


def expect(lattice: Lattice, sign: float, gradient: dict[str, float]) -> None:
    """Add, with a sign, how often each feature is to be expected on a way through a lattice."""
    for arc, chance in lattice.chances():
        for name in (*lattice.candidates[arc.candidate].features, *arc.features):
            gradient[name] += sign * chance
    for state, chance in lattice.end_chances():
        for name in lattice.closing.get(state, ()):
            gradient[name] += sign * chance


def fit(examples: list[Example], start: dict[str, float]) -> dict[str, float]:
    """The weights under which the true markers of the examples are likeliest."""
    weights = defaultdict(float, start)
    pace: dict[str, float] = defaultdict(lambda: 0.1)
    shuffled = random.Random(0)  # noqa: S311 - the order of examples
    for turn in range(ROUNDS):
        shuffled.shuffle(examples)
        missing: list[float] = []
        for first in range(0, len(examples), BATCH):
            gradient: dict[str, float] = defaultdict(float)
            missing += [learn(one, weights, gradient) for one in examples[first : first + BATCH]]
            for name in weights.keys() | gradient.keys():
                slope = gradient[name] - PULL * (weights[name] - start.get(name, 0.0)) * BATCH / len(examples)
                pace[name] += slope * slope
                weights[name] += 0.3 / (1 + 0.3 * turn) * slope / math.sqrt(pace[name])
        print(f"round {turn + 1}: {sum(missing):.2f} of {len(examples)} documents", file=sys.stderr, flush=True)
        if turn + 1 >= ROUNDS_OF_ALL:
            examples = [one for one, lacks in zip(examples, missing, strict=True) if lacks > CERTAIN]
    return weights


def learn(example: Example, weights: dict[str, float], gradient: dict[str, float]) -> float:
    """Add what an example has to teach to a gradient; returns how much its truth lacks of certainty."""
    candidates, notes, listed, markers, weight = example
    every = Lattice(candidates, notes, weights, listed)
    taken = [candidates[index] for index in markers]
    true = Lattice(taken, notes, weights, listed, dict(enumerate(markers.values())))
    expect(true, weight, gradient)
    expect(every, -weight, gradient)
    return weight * (every.total - true.total)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--write", action="store_true", help="put the weights into the package")
    parser.add_argument("--every", type=int, default=1, help="take each Nth document only")
    parser.add_argument("--all", action="store_true", help="hold no volume back")
    given = parser.parse_args()
    names = [volume for volume in volumes() if given.all or volume.stem not in HELD_BACK]
    fitted = {}
    for style, sources in DATA.items():
        taught = [
            found
            for flat, modern in sources
            for volume in names
            for found in examples(list(flattened(volume, flat, modern, given.every)), style)
        ]
        print(f"{style}: {len(taught)} documents of {len(names)} volumes", file=sys.stderr)
        weights = fit(taught, START[style])
        fitted[style] = {name: round(worth, 2) for name, worth in sorted(weights.items()) if abs(worth) >= SMALL}
    shown = json.dumps(fitted, indent=1, ensure_ascii=False) + "\n"
    if given.write:
        WEIGHTS.write_text(shown, encoding="utf-8")
    else:
        print(shown)


if __name__ == "__main__":
    main()
