"""What a citation costs: from the shell, against Python's own start; and within a program, each style.

    python tests/benchmarks/citing_speed.py [ROUNDS]

The shell's verbs and `python -c pass` are run in turn; processor time, the least of the rounds.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time

from tgreader.citing import catalogue
from tgreader.citing.citation import STYLES, cite
from tgreader.model.address import Address

PROGRAM = [sys.executable, "-m", "tgreader"]
FLOOR = "python -c pass"
COMMANDS = {
    FLOOR: [sys.executable, "-c", "pass"],
    "cite ADDRESS": [*PROGRAM, "cite", "frus1969-76v39/d106"],
    "cite ADDRESS --style chicago-note": [*PROGRAM, "cite", "frus1969-76v39/d106", "--style", "chicago-note"],
    "cite ADDRESS --style csl-json": [*PROGRAM, "cite", "frus1969-76v39/d106", "--style", "csl-json"],
    "find CITATION": [*PROGRAM, "find", "FRUS 69-76, 39, doc 106"],
}


def processor_seconds(command: list[str]) -> float:
    """What one run of a command takes of a processor."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(rounds: int) -> None:
    """Print both tables."""
    least = dict.fromkeys(COMMANDS, float("inf"))
    for _ in range(rounds):
        for name, command in COMMANDS.items():
            least[name] = min(least[name], processor_seconds(command))
    for name, seconds in least.items():
        print(f"{name:<36} {seconds * 1000:6.1f} ms  {seconds / least[FLOOR]:.2f} ×")
    addresses = [Address(identity, "d12") for identity in catalogue.ids()]
    for style in STYLES:
        cite(addresses[0], None, style)
        begun = time.perf_counter()
        for address in addresses:
            cite(address, None, style)
        print(f"{style:<36} {(time.perf_counter() - begun) / len(addresses) * 1000:6.3f} ms a citation")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
