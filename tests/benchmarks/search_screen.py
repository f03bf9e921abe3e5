"""Searching in the reader: the first search after a cold start, keys while a slow search runs, opening quickly.

    python tests/benchmarks/search_screen.py LIBRARY [RUNS]

LIBRARY is a library's folder with an index. The reader and a Textual program that does nothing but scroll are started
in turn; medians are printed, and the blank program's beside them tells how busy the machine was. The first search has
come when the best hit's own sentence is on the screen. Install the package (not `-e`), as `start_and_keys.py` says.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from statistics import median, quantiles
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.corpus import TOOLS
from tgreader.library.index.search import Search
from tgreader.library.query.language import parse_query
from tgreader.reading.searching.quickly import Quickly
from tgreader.reading.shelf.shelf import Shelf

HOUSE = Path(__file__).parents[2]
SLOW = "=The =Of =To =In"
"""Each spelling is looked at in every document: some seconds in a hundred volumes."""
FIRST, SEEN = "moscow", 40
"""What is searched first, and how many code points of its best hit's sentence stand in one row for certain."""
TYPED = ("nixon 1972", "telegram embassy aug", "106", "memorandum nixon kissinger", "1961-10-2", "frus1964-68v22/d10")


def probe(first: str, actions: list[str], *command: str) -> dict[str, Any]:
    """One run of a program."""
    asked = [sys.executable, str(TOOLS / "ttyprobe.py"), "--json", "--quiet", "0.05", "--first", first]
    for action in actions:
        asked += ["--do", action]
    done = subprocess.run([*asked, "--", *command], capture_output=True, text=True, check=True, cwd=HOUSE)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def in_the_terminal(library: str, runs: int) -> None:
    """From the start of the program to the first hits; a key's answer while nothing and while a slow search runs."""
    blank, ours, idle, busy = [], [], [], []
    reader = ["env", f"TGREADER_LIBRARY={library}", str(Path(sys.executable).with_name("tgreader")), "seeds/"]
    text = "Telegram From the Embassy"
    best = Search(Path(library)).hits(parse_query(FIRST), limit=1)[0].excerpt.text[:SEEN]
    for _ in range(runs):
        blank.append(probe("blank app", [], sys.executable, str(TOOLS / "blank_app.py"))["first_ms"])
        run = probe(text, [f"until:s{FIRST}=>{best}"], *reader)
        ours.append(run["first_ms"] + run["actions"][0]["ms"])
        run = probe(
            text,
            ["until:s=>sections in", "press:(*5", "press:<c-u>*1", f"until:{SLOW}=>searching", "press:s*5"],
            *reader,
        )
        idle.append(run["actions"][1]["first_ms"]["p50"])
        busy.append(run["actions"][4]["first_ms"]["p50"])
    allowed = 1.3 * median(blank) + 100
    print(f"first search    {median(ours):6.0f} ms, blank program {median(blank):6.0f} ms, aimed at {allowed:6.0f} ms")
    print(f"key in the query {median(idle):5.1f} ms, while a slow search runs {median(busy):5.1f} ms")


def quickly(library: str) -> None:
    """Each key of what is typed, as one types it."""
    finds = Quickly(Shelf([]), Path(library))
    finds.find("a")
    taken: list[float] = []
    for words in TYPED * 5:
        for end in range(1, len(words) + 1):
            began = time.perf_counter()
            found = finds.find(words[:end])
            taken.append((time.perf_counter() - began) * 1000)
        assert found, words
    last = quantiles(taken, n=20)[-1]
    print(f"open quickly, a key: p50 {median(taken):.1f} ms, p95 {last:.1f} ms, most {max(taken):.1f} ms")


def main() -> None:
    """Print the figures."""
    quickly(sys.argv[1])
    in_the_terminal(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5)


if __name__ == "__main__":
    main()
