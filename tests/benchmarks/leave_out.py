"""How well markers are found in volumes that the weights have never seen: each volume in turn is left out of the fit.

    python tests/benchmarks/leave_out.py [--style S] [--folds N | --eras] [--fold K]     a minute a fold, at best

The volumes are dealt out to N folds, or each era is one: then no volume like those that are read was fitted on. For
each fold the weights are fitted on all the others, and the fold's volumes are read with them. Prints a line a volume,
one an era, and one for all: recall, precision and documents wholly right and linked, in per cent; and the reliability
of the confidences. Unlike in `test_anchor_accuracy.py`, no volume is read with the weights of the package.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.anchors_report import Sure, read, reliability, score
from tests.benchmarks.corpus import STYLES, flattened, volumes
from tests.benchmarks.fit_anchors import DATA, SMALL, START, Example, examples, fit
from tgreader.readers.anchors import solver
from tgreader.readers.anchors.weights import weights_of

WEIGHTS_OF = {"seed": "fused", "listnum": "fused", "traf": "fused", "space": "space", "bracket": "bracket"}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--style", choices=STYLES, default="seed")
    parser.add_argument("--folds", type=int, default=6)
    parser.add_argument("--eras", action="store_true", help="leave out an era at a time")
    parser.add_argument("--fold", type=int, help="only that one, from 0")
    given = parser.parse_args()
    table = WEIGHTS_OF[given.style]
    names = volumes()
    taught: dict[Path, list[Example]] = {
        volume: [one for flat, modern in DATA[table] for one in examples(list(flattened(volume, flat, modern)), table)]
        for volume in names
    }
    eras: dict[str, Counter[str]] = defaultdict(Counter)
    sure: Sure = []
    folds = [names[fold :: given.folds] for fold in range(given.folds)]
    if given.eras:
        folds = [[volume for volume in names if era(volume) == each] for each in sorted(set(map(era, names)))]
    for left_out in folds if given.fold is None else [folds[given.fold]]:
        weights = fit([one for volume in names if volume not in left_out for one in taught[volume]], START[table])
        tables = {name: weights_of(name) for name in START}
        tables[table] = {name: worth for name, worth in weights.items() if abs(worth) >= SMALL}
        with patch.object(solver, "weights_of", tables.__getitem__):
            for volume in left_out:
                count: Counter[str] = Counter()
                for text, truth in flattened(volume, given.style):
                    score(read(text + "\n"), truth, count, sure)
                show(volume.stem, count)
                eras[era(volume)] += count
    for name, count in sorted(eras.items()):
        show(name, count)
    show("all", sum(eras.values(), Counter()))
    reliability(sure)


def era(volume: Path) -> str:
    """When a volume is of, as far as volumes differ: how their headings, datelines and notes are made."""
    if volume.stem.startswith("frus1969-76ve"):
        return "published on the web alone"
    year = volume.stem[4:8]
    return "before 1955" if year < "1955" else "1955 to 1963" if year < "1964" else "since 1964"


def show(name: str, count: Counter[str]) -> None:
    """Print a line of the table."""
    shares = [100 * count[a] / max(1, count[b]) for a, b in (("hit", "true"), ("hit", "found"), ("right", "marked"))]
    print(f"{name:24} {shares[0]:7.2f} {shares[1]:7.2f} {shares[2]:7.2f}   {count['marked']} documents", flush=True)


if __name__ == "__main__":
    main()
