"""From outside, in a pseudo-terminal: how long until there is text, what a key costs, how much memory it takes.

    python tests/benchmarks/start_and_keys.py [RUNS]

The reader on `seeds/` and a Textual program that does nothing but scroll are run in turn, so that a busy machine is as
busy for both; medians are printed, and their ratio or difference. The two are found through TGREADER_TOOLS. Install the
package (not `-e`): an interpreter that is told to write no bytecode compiles an editable package at every start.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.corpus import TOOLS

HOUSE = Path(__file__).parents[2]
KEYS = "press:j*9"


def run(first: str, *command: str) -> dict[str, Any]:
    """One run of a program: its first text, nine keys down, up and down again."""
    probe = [sys.executable, str(TOOLS / "ttyprobe.py"), "--json", "--first", first]
    for keys in (KEYS, KEYS.replace("j", "k"), KEYS):
        probe += ["--do", keys]
    with tempfile.TemporaryDirectory() as library:
        done = subprocess.run(
            [*probe, "--", "env", f"TGREADER_LIBRARY={library}", *command],
            capture_output=True, text=True, check=True, cwd=HOUSE,
        )  # fmt: skip
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main() -> None:
    """Print the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    reader, blank = [], []
    for _ in range(runs):
        blank.append(run("blank app", sys.executable, str(TOOLS / "blank_app.py")))
        reader.append(run("Telegram From the Embassy", str(Path(sys.executable).with_name("tgreader")), "seeds/"))
    ours, floor = (median(one["first_ms"] for one in many) for many in (reader, blank))
    print(f"first text   {ours:6.0f} ms, blank {floor:6.0f} ms: {ours / floor:.2f} ×")
    ours, floor = (median(one["peak_rss_mib"] for one in many) for many in (reader, blank))
    print(f"peak memory  {ours:6.1f} MB, blank {floor:6.1f} MB: {ours - floor:+.1f} MB")
    for part in ("p50", "p95"):
        # The blank program has nothing above its first line: only its keys down change anything.
        ours = median(action["last_ms"][part] for one in reader for action in one["actions"][1:])
        floor = median(one["actions"][2]["last_ms"][part] for one in blank)
        print(f"a key, {part}   {ours:6.1f} ms, blank {floor:6.1f} ms: {ours - floor:+.1f} ms")


if __name__ == "__main__":
    main()
