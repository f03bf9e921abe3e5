"""What a key costs in processor time, against a Textual program that does nothing but scroll.

    python tests/benchmarks/key_cost.py [RUNS]

Unlike the time until the screen has changed, which `start_and_keys.py` takes, this hardly depends on what else the
machine has to do. `j` and `k` go down the seed document and up again; the other program is found through
TGREADER_TOOLS. Linux only: the processor time is read from `/proc`.
"""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import tempfile
import termios
import threading
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.corpus import TOOLS

HOUSE = Path(__file__).parents[2]
TURNS = 10
PAUSE = 0.06  # seconds between keys, as when one is held down


def cost(keys: str, *command: str) -> tuple[float, float]:
    """Milliseconds of processor time and bytes written, a key."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (40, 120))
    with tempfile.TemporaryDirectory() as library:
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "TGREADER_LIBRARY": library}
        program = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, cwd=HOUSE, start_new_session=True
        )
        os.close(theirs)
        written: list[int] = []
        threading.Thread(target=_read, args=(ours, written), daemon=True).start()
        time.sleep(5)  # until it has started and everything is imported
        _press(ours, keys)
        before, sent = _processor_time(program.pid), sum(written)
        for _ in range(TURNS):
            _press(ours, keys)
        time.sleep(1)
        spent, sent = _processor_time(program.pid) - before, sum(written) - sent
        program.kill()
        program.wait()
    return 1000 * spent / (TURNS * len(keys)), sent / (TURNS * len(keys))


def _press(terminal: int, keys: str) -> None:
    for key in keys:
        os.write(terminal, key.encode())
        time.sleep(PAUSE)


def _read(terminal: int, written: list[int]) -> None:
    try:
        while data := os.read(terminal, 65536):
            written.append(len(data))
    except OSError:  # the program has ended
        return


def _processor_time(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Print the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    programs = {
        "reader": ("j" * 9 + "k" * 9, str(Path(sys.executable).with_name("tgreader")), "seeds/"),
        "blank": ("j" * 18, sys.executable, str(TOOLS / "blank_app.py")),
    }
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in programs}
    for _ in range(runs):
        for name, (keys, *command) in programs.items():
            found[name].append(cost(keys, *command))
    for name, costs in found.items():
        print(f"{name:8} {median(spent for spent, _ in costs):6.2f} ms {median(sent for _, sent in costs):8.0f} bytes")
    print(f"ratio {median(ours / theirs for (ours, _), (theirs, _) in zip(*found.values(), strict=True)):.2f}")


if __name__ == "__main__":
    main()
