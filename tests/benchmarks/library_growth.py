"""What grows with the library: a key, an open, a follow and a search, in a terminal, over libraries of any size.

    python tests/benchmarks/library_growth.py LIBRARY… [--runs 5]

Each LIBRARY is a folder with an index that has the corpus' frus1969-76v12 and frus1969-76v01 (10 volumes of the corpus;
those of `library_build.py`; that index grown by `library_grown.py`). The reader is started with each in turn, opens a
document of the one volume with `o`, follows a reference in it to the other, and searches. Medians, in milliseconds from
the key until what is asked for is on the screen; for keys until the last change of the screen.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.search_screen import probe

STEPS = {
    "start": "",
    "a key in the text": "press:j*6",
    "a key of o": "press:1*4",
    "an open (o)": "until:<enter>=>On October 7, 1969",
    "a follow": "until:<enter>=>39. Memorandum",
    "first search": "until:smoscow=>documents by rank",
}
ACTIONS = (
    "press:g*1",
    STEPS["a key in the text"],
    "until:o=>Open quickly",
    STEPS["a key of o"],
    "press:<bs>*4",
    "until:frus1969-76v12/d92=>Editorial Note",
    STEPS["an open (o)"],
    "press:g*1",
    "press:j*1",
    "press:l*1",
    STEPS["a follow"],
    STEPS["first search"],
)


def run(library: str) -> dict[str, float]:
    """Milliseconds of each step."""
    reader = ["env", f"TGREADER_LIBRARY={library}", str(Path(sys.executable).with_name("tgreader")), "seeds/"]
    said = probe("Telegram From the Embassy", list(ACTIONS), *reader)
    done = {action["action"]: action for action in said["actions"]}
    taken = {"start": said["first_ms"]}
    for name, step in STEPS.items():
        if step:
            taken[name] = done[step]["ms"] if "ms" in done[step] else done[step]["last_ms"]["p50"]
    return taken


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("libraries", nargs="+")
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    taken: dict[str, list[dict[str, float]]] = {library: [] for library in given.libraries}
    for _ in range(given.runs):
        for library in given.libraries:
            taken[library].append(run(library))
    for name in STEPS:
        figures = "".join(f"{median(one[name] for one in taken[library]):9.1f}" for library in given.libraries)
        print(f"{name:20}{figures}")


if __name__ == "__main__":
    main()
