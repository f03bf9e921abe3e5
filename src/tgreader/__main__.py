"""The program's start: as little as possible is imported before it is known what is asked for."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run the program on `sys.argv`; returns its exit status."""
    # Nothing that importing makes is garbage: collecting while importing costs 12 ms of the start.
    gc.disable()
    from tgreader.cli.running import run

    status = run(sys.argv[1:])
    gc.freeze()  # nor is it worth collecting what the end of the program frees: a tenth of a shell's verb
    return status


if __name__ == "__main__":
    sys.exit(main())
