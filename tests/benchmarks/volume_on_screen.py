"""A volume in a pseudo-terminal: how long until its document 1 is there, what a key costs, how much memory it takes.

    python tests/benchmarks/volume_on_screen.py [RUNS]

The reader and a Textual program that does nothing but scroll are run in turn, as in `start_and_keys.py`; medians are
printed, and their ratio or difference. First the largest volume of the corpus is opened, and its last document gone to;
then volumes made for this, whose first documents are longer and longer, and which hold more and more documents: the
growth of what a key, and a change of the terminal's width, costs. Some of each are done first and not counted. Install
the package (not `-e`), as `start_and_keys.py` says.
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
from statistics import median, quantiles
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
KEYS = {"j": 20, "<pgdn>": 12}
"""Keys, and how often each is pressed from the beginning: so often the shortest document goes on."""
RESIZES = 40
WARMING = 3
"""Keys, and changes of the width, that are not counted."""


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


def resized(*command: str) -> tuple[float, float]:
    """The 95th percentile, in ms, from a change of the terminal's width to the last byte that follows it.

    Returns:
        Of the clock, and of processor time, which other work on the machine changes less (0 where it is not told).
    """
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
        taken, spent = [], []
        for turn in range(WARMING + RESIZES):
            termios.tcsetwinsize(terminal, (40, 100 + 10 * (turn % 2)))
            began, before = time.perf_counter(), _processor_time(process.pid)
            os.kill(process.pid, signal.SIGWINCH)
            taken.append(1e3 * (_quiet(terminal, 0.3) - began))
            spent.append(1e3 * (_processor_time(process.pid) - before))
        process.kill()
        process.wait()
        os.close(terminal)
        os.close(inside)
    worst, most = (quantiles(found[WARMING:], n=20)[-1] for found in (taken, spent))
    return worst, most


def _processor_time(process: int) -> float:
    """The seconds that a process and its threads have had of the processor; 0 where the system does not tell."""
    told = Path(f"/proc/{process}/task").glob("*/schedstat")
    return sum(int(one.read_text().split()[0]) for one in told) / 1e9


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
    """What keys and changes of the width cost as the document and the volume grow."""
    keys = [
        action
        for key, times in KEYS.items()
        for action in ("press:g*1", f"press:{key}*{WARMING}", f"press:{key}*{times}")
    ]
    with tempfile.TemporaryDirectory() as folder:
        made_volumes = [made(Path(folder), *size) for size in SIZES]
        programs = [("blank app", BLANK), *((FIRST, [READER, str(one)]) for one in made_volumes)]
        rounds = []
        for _ in range(runs):
            probes = [probed(first, keys, *command) for first, command in programs]
            costs = [[action["last_ms"]["p95"] for action in one["actions"][2::3]] for one in probes]
            rounds.append([[*cost, *resized(*command)] for cost, (_, command) in zip(costs, programs, strict=True)])
        names = ["blank", *(f"{length:,} code points, {count} documents" for length, count in SIZES)]
        print("95th percentiles, and what they are over the blank app's")
        for place, name in enumerate(names):
            said = []
            for number, what in enumerate((*KEYS, "resize", "its processor time")):
                cost, floor = (median(one[at][number] for one in rounds) for at in (place, 0))
                said.append(f"{what} {cost:5.1f} ms ({cost - floor:+.1f})")
            print(f"{name:36} {', '.join(said)}")


def main() -> None:
    """Print the figures."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    opening(runs)
    growing(runs)


if __name__ == "__main__":
    main()
