"""A volume in a pseudo-terminal: how long until its document 1 is there, what a key costs, how much memory it takes.

    python tests/benchmarks/volume_on_screen.py [RUNS]

The reader and a Textual program that does nothing but scroll are run in turn, as in `start_and_keys.py`; medians are
printed, and their ratio or difference. First the largest volume of the corpus is opened, and its last document gone to;
then volumes made for this, whose first documents are longer and longer, and which hold more and more documents: the
growth of what a key costs. Install the package (not `-e`), as `start_and_keys.py` says.
"""

from __future__ import annotations

import json
import os
import pty
import select
import signal
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.corpus import TOOLS, volumes
from tests.tei.volumes import text

SENTENCE = (
    "The Ambassador called on the Minister on May 6, and spoke of the ships that were to come before the winter. "
)
FIRST = "Opening words of it"
BLANK = [sys.executable, str(TOOLS / "blank_app.py")]
READER = str(Path(sys.executable).with_name("tgreader"))
SIZES = ((20_000, 10), (60_000, 100), (200_000, 700))
"""Code points of the first document, and the number of documents."""


def made(folder: Path, length: int, count: int) -> Path:
    """A volume whose first document is so long, and which has so many."""
    paragraph = f"<p>{SENTENCE * 5}<note n='1'>{SENTENCE}</note></p>"
    long = f"<p>{FIRST}.</p>" + paragraph * (length // len(SENTENCE) // 6)
    bodies = [long] + [paragraph * 4] * (count - 1)
    body = "".join(
        f'<div type="document" n="{n}" xml:id="d{n}"><head>{n}. Memorandum</head>{inner}</div>'
        for n, inner in enumerate(bodies, 1)
    )
    path = folder / f"frus1969-76v{length // 1000}.xml"
    path.write_text(text(body, idno=path.stem), encoding="utf-8")
    return path


def probed(first: str, actions: list[str], *command: str) -> dict[str, Any]:
    """One run of a program, in a library of its own."""
    probe = [sys.executable, str(TOOLS / "ttyprobe.py"), "--json", "--first", first]
    for action in actions:
        probe += ["--do", action]
    with tempfile.TemporaryDirectory() as library:
        environment = os.environ | {"TGREADER_LIBRARY": library}
        done = subprocess.run([*probe, "--", *command], capture_output=True, text=True, check=True, env=environment)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def resized(first: str, times: int, *command: str) -> float:
    """The median time, in ms, from a change of the terminal's width to the last byte that follows it."""
    with tempfile.TemporaryDirectory() as library:
        terminal, inside = pty.openpty()
        termios.tcsetwinsize(terminal, (40, 120))
        environment = os.environ | {
            "TGREADER_LIBRARY": library,
            "TERM": "xterm-256color",
            "TGREADER_CONFIG": os.devnull,
        }
        process = subprocess.Popen(
            command, stdin=inside, stdout=inside, stderr=inside, env=environment, start_new_session=True
        )
        _quiet(terminal, 1.5)
        taken = []
        for turn in range(times):
            termios.tcsetwinsize(terminal, (40, 100 + 10 * (turn % 2)))
            began = time.perf_counter()
            os.kill(process.pid, signal.SIGWINCH)
            taken.append(1e3 * (_quiet(terminal, 0.3) - began))
        process.kill()
        process.wait()
    return median(taken)


def _quiet(terminal: int, seconds: float) -> float:
    """Read until nothing has come for so long; gives when the last came."""
    last = time.perf_counter()
    while select.select([terminal], [], [], seconds)[0]:
        os.read(terminal, 1 << 16)
        last = time.perf_counter()
    return last


def opening(runs: int) -> None:
    """The largest volume: its first text, the memory, the jump to its last document."""
    volume = max(volumes(), key=lambda path: path.stat().st_size)
    last = volume.read_text(encoding="utf-8").count('type="document"')
    blank, ours = [], []
    for _ in range(runs):
        blank.append(probed("blank app", [], *BLANK))
        ours.append(probed("1.", [f"until::{last}<enter>=> {last}. "], READER, str(volume)))
    first, floor = (median(one["first_ms"] for one in many) for many in (ours, blank))
    print(f"{volume.name}, {last} documents")
    print(f"first text of document 1   {first:6.0f} ms, blank {floor:6.0f} ms: {first / floor:.2f} ×")
    peak, floor = (median(one["peak_rss_mib"] for one in many) for many in (ours, blank))
    print(f"peak memory                {peak:6.1f} MB, blank {floor:6.1f} MB: {peak - floor:+.1f} MB")
    print(f"to the last document       {median(one['actions'][0]['ms'] for one in ours):6.0f} ms")


def growing(runs: int) -> None:
    """What keys cost as the document and the volume grow."""
    keys = ["press:j*8", "press:<pgdn>*6"]
    with tempfile.TemporaryDirectory() as folder:
        made_volumes = [made(Path(folder), *size) for size in SIZES]
        programs = [("blank app", BLANK), *((FIRST, [READER, str(one)]) for one in made_volumes)]
        rounds = [[probed(first, keys, *command) for first, command in programs] for _ in range(runs)]
        names = ["blank", *(f"{length:,} code points, {count} documents" for length, count in SIZES)]
        for place, name in enumerate(names):
            costs = []
            for action in range(len(keys)):
                p95 = median(one[place]["actions"][action]["last_ms"]["p95"] for one in rounds)
                floor = median(one[0]["actions"][action]["last_ms"]["p95"] for one in rounds)
                costs.append(f"{p95:5.1f} ms ({p95 - floor:+.1f})")
            print(f"{name:36} j {costs[0]}, page down {costs[1]}")
        floor = resized("blank app", 9, *BLANK)
        wide = resized(FIRST, 9, READER, str(made_volumes[-1]))
        print(f"resize, {SIZES[-1][0]:,} code points: {wide:.0f} ms, blank {floor:.0f} ms: {wide - floor:+.0f} ms")


def main() -> None:
    """Print the figures."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    opening(runs)
    growing(runs)


if __name__ == "__main__":
    main()
