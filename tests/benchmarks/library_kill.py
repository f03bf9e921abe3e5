"""Indexing killed at many random moments: is the index whole each time, and does the build go on to the same end?

    python tests/benchmarks/library_kill.py FOLDER [KILLS]

FOLDER is for volumes and libraries made here (40 volumes of a tenth of a megabyte); 200 kills by default.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.library.volumes import LETTER, MEMORANDUM, MOSCOW, written
from tgreader.library.index.schema import FILE
from tgreader.library.index.writing import Writer
from tgreader.reading.indexing.building import index

_INDEX = """
import sys
from pathlib import Path
from tgreader.reading.indexing import building
building._BATCH_FILES = 1
building.index([sys.argv[1]], Path(sys.argv[2]))
"""


def contents(library: Path) -> list[tuple[object, ...]]:
    """What an index holds, whatever the order in which it was written."""
    database = sqlite3.connect(library / FILE)
    rows = database.execute(
        "SELECT d.address, d.heading, t.body, t.notes FROM documents AS d JOIN texts AS t USING (id)"
    )
    found = sorted(rows.fetchall())
    database.close()
    return found


def main() -> None:
    """Kill and look."""
    folder, kills = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 200
    for number in range(40):
        written(folder / "volumes", f"frus1969-76v{number}", [MOSCOW, LETTER, MEMORANDUM] * 25, first=1)
    whole, library = folder / "whole", folder / "killed"
    began = time.monotonic()
    index([str(folder / "volumes")], whole)
    longest = time.monotonic() - began
    wanted, chance = contents(whole), random.Random(3)  # noqa: S311 - the same moments every time
    faults = builds = killed = 0
    while killed < kills:
        running = subprocess.Popen([sys.executable, "-c", _INDEX, str(folder / "volumes"), str(library)])
        try:
            running.wait(chance.uniform(0.2, 0.6 + longest / 2))
        except subprocess.TimeoutExpired:
            running.kill()
            killed += 1
        running.wait()
        with Writer(library) as writer:
            if found := writer.faults():
                faults += 1
                print(found)
        if running.returncode == 0:  # it came to its end in spite of all: is it the same?
            builds += 1
            faults += contents(library) != wanted
            shutil.rmtree(library)
    index([str(folder / "volumes")], library)
    faults += contents(library) != wanted
    print(f"{kills} kills, {builds + 1} builds brought to their end in between, {faults} faults")


if __name__ == "__main__":
    main()
