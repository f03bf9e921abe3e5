"""What the shell's verbs take to start and to do their work, against Python's own start.

    python tests/benchmarks/shell_verbs.py [ROUNDS]

All are run in turn, with compiled modules kept and a library in which nothing was ever kept; processor time, the least
of the rounds. To be run with the Python of an environment into which the package was installed, and not only linked.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

SEEDS = Path(__file__).parents[2] / "seeds"
PROGRAM = [sys.executable, "-m", "tgreader"]
FLOOR = "python -c pass"
COMMANDS = {
    FLOOR: [sys.executable, "-c", "pass"],
    "--version": [*PROGRAM, "--version"],
    "--help": [*PROGRAM, "--help"],
    "cite ADDRESS": [*PROGRAM, "cite", "frus1969-76v39/d106"],
    "cite ADDRESS --style chicago-note": [*PROGRAM, "cite", "frus1969-76v39/d106", "--style", "chicago-note"],
    "cite ADDRESS --style csl-json": [*PROGRAM, "cite", "frus1969-76v39/d106", "--style", "csl-json"],
    "find CITATION": [*PROGRAM, "find", "FRUS 69-76, 39, doc 106"],
    "cite seeds/": [*PROGRAM, "cite", str(SEEDS)],
    "parse seeds/": [*PROGRAM, "parse", str(SEEDS)],
}


def processor_seconds(command: list[str], library: str) -> float:
    """What one run of a command takes of a processor."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=True, env=environment | {"TGREADER_LIBRARY": library})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(rounds: int) -> None:
    """Print the table."""
    least = dict.fromkeys(COMMANDS, float("inf"))
    with tempfile.TemporaryDirectory() as library:
        for _ in range(rounds):
            for name, command in COMMANDS.items():
                least[name] = min(least[name], processor_seconds(command, library))
    for name, seconds in least.items():
        print(f"{name:<36} {seconds * 1000:6.1f} ms  {seconds / least[FLOOR]:.2f} ×")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
