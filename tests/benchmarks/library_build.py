"""What building an index costs, against `tgreader parse` of the same files on the same cores.

    python tests/benchmarks/library_build.py FOLDER [MEGABYTES]

Makes FOLDER/volumes of so many megabytes (325 by default, the size of 100 volumes) by copying the corpus under other
ids, and FOLDER/library of them; prints times as ratios, the index's size against its text, and peak memory.
"""

from __future__ import annotations

import itertools
import os
import re
import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread
from time import monotonic

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.benchmarks.corpus import volumes

PROGRAM = [sys.executable, "-m", "tgreader"]


def copies(folder: Path, megabytes: int) -> list[Path]:
    """Volumes of so many megabytes: the corpus, again and again under other ids."""
    folder.mkdir(parents=True, exist_ok=True)
    made, size = [], 0
    for round_number in itertools.count():
        for volume in volumes():
            name = volume.stem if not round_number else f"{volume.stem}c{round_number}"
            file = folder / f"{name}.xml"
            if not file.exists():
                text = volume.read_text(encoding="utf-8-sig")
                file.write_text(re.sub(rf"\b{re.escape(volume.stem)}\b", name, text), encoding="utf-8")
            made.append(file)
            size += file.stat().st_size
            if size >= megabytes * 10**6:
                return made
    raise AssertionError


def memory_of_tree(process: int) -> int:
    """Bytes of memory that a process and those it started hold now: each page once, shared ones in shares."""
    total = 0
    for child in (process, *_children(process)):
        try:
            said = Path(f"/proc/{child}/smaps_rollup").read_text()
        except OSError:
            continue
        found = re.search(r"^Pss:\s+(\d+)", said, re.MULTILINE)
        total += int(found[1]) * 1024 if found else 0
    return total


def _children(process: int) -> list[int]:
    try:
        threads = Path(f"/proc/{process}/task").iterdir()
        listed = [child for thread in threads for child in (thread / "children").read_text().split()]
    except OSError:
        return []
    return [number for child in listed for number in (int(child), *_children(int(child)))]


def timed(*arguments: str | Path) -> tuple[float, int]:
    """Seconds that a run of the program takes, and the most memory that it and its processes held together."""
    began = monotonic()
    running = subprocess.Popen([*PROGRAM, *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most, done = 0, Event()

    def watch() -> None:
        nonlocal most
        while not done.wait(0.1):
            most = max(most, memory_of_tree(running.pid))

    watcher = Thread(target=watch)
    watcher.start()
    running.wait()
    seconds = monotonic() - began
    done.set()
    watcher.join()
    return seconds, most


def build(folder: Path, megabytes: int, rounds: int) -> None:
    """Parse and index in turn; print the ratio of each round."""
    files, library = copies(folder / "volumes", megabytes), folder / "library"
    print(f"{len(files)} volumes, {sum(file.stat().st_size for file in files) / 1e6:.0f} MB, {os.cpu_count()} cores")
    ratios = []
    for _ in range(rounds):
        shutil.rmtree(library, ignore_errors=True)
        parsing, _memory = timed("parse", folder / "volumes")
        indexing, most = timed("index", folder / "volumes", "--library", library)
        ratios.append(indexing / parsing)
        print(f"parse {parsing:.1f} s, index {indexing:.1f} s: {ratios[-1]:.2f} ×; peak memory {most / 2**20:.0f} MB")
    print(f"median {statistics.median(ratios):.2f} ×")
    print(subprocess.run([*PROGRAM, "index", "--status", "--library", library], capture_output=True, text=True).stdout)


def again(folder: Path, rounds: int = 5) -> None:
    """One changed volume, and nothing changed."""
    library, (changed, *_) = folder / "library", sorted((folder / "volumes").iterdir())
    nothing, one = [], []
    for number in range(rounds):
        nothing.append(timed("index", folder / "volumes", "--library", library)[0])
        with changed.open("a", encoding="utf-8") as file:
            file.write(f"<!-- {number} -->\n")
        one.append(timed("index", folder / "volumes", "--library", library)[0])
    print(f"nothing changed {statistics.median(nothing):.2f} s, one changed volume {statistics.median(one):.2f} s")


if __name__ == "__main__":
    where, size = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 325
    build(where, size, rounds=int(os.environ.get("ROUNDS", "1")))
    again(where)
