"""The program, run apart as a shell runs it."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tgreader.cli.running import run

HOUSE = Path(__file__).parents[2]
SEED = HOUSE / "seeds" / "000_bdb90119f2881e15.txt"


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run ended: its exit status, standard output and standard error."""

    status: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        """Standard output as JSON Lines."""
        return [json.loads(line) for line in self.out.split("\n") if line]

    @property
    def errors(self) -> list[str]:
        """The lines of standard error, each of which must be a sentence of the program."""
        lines = self.err.split("\n")
        assert lines.pop() == ""
        assert all(line.startswith("tgreader") and "Traceback" not in line for line in lines), self.err
        return lines


def tgreader(
    *arguments: str | Path,
    given: bytes = b"",
    cwd: Path = HOUSE,
    limit: Callable[[], None] | None = None,
) -> Ran:
    """Run the program.

    Args:
        arguments: the words after its name.
        given: its standard input.
        cwd: the folder it runs in: paths in its output are as they were given.
        limit: called in the new process before the program starts; not on Windows.
    """
    ran = subprocess.run(
        [sys.executable, "-m", "tgreader", *map(str, arguments)],
        input=given,
        cwd=cwd,
        env={**os.environ, "PYTHONIOENCODING": ""},
        capture_output=True,
        check=False,
        preexec_fn=limit,
        timeout=300,
    )
    return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


def here(*arguments: str | Path) -> Ran:
    """Run the program in this process: for what does not depend on its being apart, many times sooner."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            status = run(list(map(str, arguments)))
        except SystemExit as end:
            status = int(end.code or 0)
    texts = []
    for stream in (out, err):
        stream.flush()
        stream.seek(0)
        texts.append(stream.read())
    return Ran(status, *texts)
