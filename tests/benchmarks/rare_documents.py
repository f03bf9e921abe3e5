"""How well markers are found in documents of kinds that the series has seldom, made of ordinary ones by lot.

    python tests/benchmarks/rare_documents.py [--style S] [--every N]        two minutes

Of every Nth document of the volumes that the weights were not fitted on, one variant of each kind is read (see
`variants.py`). Prints recall, precision and documents wholly right and linked, in per cent.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.anchors_report import read, score
from tests.benchmarks.corpus import HELD_BACK, STYLES, flattened, volumes
from tests.benchmarks.leave_out import show
from tests.benchmarks.variants import KINDS, variant


def main() -> None:
    """Print a line a kind."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--style", choices=STYLES, default="seed")
    parser.add_argument("--every", type=int, default=9, help="take each Nth document only")
    given = parser.parse_args()
    lots = random.Random(5)  # noqa: S311 - which variant
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for volume in volumes():
        documents = list(flattened(volume, given.style)) if volume.stem in HELD_BACK else []
        for number in range(0, len(documents), given.every):
            for kind in KINDS:
                if made := variant(kind, documents, number, lots):
                    score(read(made[0] + "\n"), made[1], counts[kind], [])
    for kind, count in counts.items():
        show(kind, count)


if __name__ == "__main__":
    main()
