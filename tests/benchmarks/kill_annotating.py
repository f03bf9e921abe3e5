"""`kill -9` at random moments of annotating: what was told as kept is kept, to the letter.

    python -m tests.benchmarks.kill_annotating [TIMES]

Each time a program annotates as fast as it can, in the same library as the ones killed before it, and tells after each
letter and each annotation that it was kept. It is killed at a random moment of that. Then the file must be whole, every
annotation told must be there with its words, and the draft must have at least all letters told.
"""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from time import sleep

from tests.reading.documents import document, heading, paragraph
from tgreader.library.work.work import FILE, Work
from tgreader.reading.notebook.anchoring import Passage
from tgreader.reading.notebook.notebook import Notebook, Spot
from tgreader.reading.remembering.memory import remembering

ONE = document(heading("Telegram"), paragraph("Although Kuznetsov promised to study the matter, he was negative."))
SPOT = Spot(ONE.address.at_paragraph(1), "paragraph", Passage(1, 0, 1, 65))
WORDS = "Garthoff, p. 12"
_LONGEST = 0.25
"""Seconds after its first letter until the program is killed, at most."""


def annotate(library: str, number: str) -> None:
    """Annotate without end; each line printed says what has been kept."""
    memory = remembering(library)
    notebook = Notebook(memory)
    count = 0
    while True:
        count += 1
        one = notebook.new(ONE, SPOT, "annotation")
        words = f"{number}.{count} {WORDS}"
        for length in range(1, len(words) + 1):
            notebook.keep_draft(one._replace(words=words[:length]))
            print(f"typed {one.id} {words[:length]}", flush=True)
        notebook.keep(one._replace(words=words))
        print(f"kept {one.id} {words}", flush=True)


def killed(library: Path, number: int, seconds: float) -> list[str]:
    """What a program told before it was killed, so many seconds after its first letter."""
    command = [sys.executable, "-m", "tests.benchmarks.kill_annotating", "annotate", str(library), str(number)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = [process.stdout.readline()]
        sleep(seconds)
        process.send_signal(signal.SIGKILL)
        told += process.stdout.readlines()
    return [line.rstrip("\n") for line in told if line.endswith("\n")]


def check(library: Path, told: list[str], kept: dict[str, str]) -> None:
    """Compare what is there with all that was told."""
    with closing(sqlite3.connect(library / FILE)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    work = Work(library)
    drafts = {draft.annotation.id: draft.annotation.words for draft in work.annotations.drafts()}
    there = {one.id: one.words for one in work.annotations.all()}
    work.close()
    kept |= {line.split(" ", 2)[1]: line.split(" ", 2)[2] for line in told if line.startswith("kept")}
    assert kept.items() <= there.items(), "an annotation is lost"
    typed = {line.split(" ", 2)[1]: line.split(" ", 2)[2] for line in told if line.startswith("typed")}
    for one, words in typed.items():
        assert (drafts.get(one) or there.get(one, "")).startswith(words), "letters are lost"


def main(times: int) -> None:
    """Kill the program so many times, and say what was found."""
    drawn = random.Random(1)  # noqa: S311 - no secret
    letters, kept = 0, dict[str, str]()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(times):
            told = killed(Path(folder), number, drawn.uniform(0, _LONGEST))
            letters += sum(line.startswith("typed") for line in told)
            check(Path(folder), told, kept)
    print(f"{times} kills: {letters:,} letters and {len(kept):,} annotations were told as kept, and none is lost")


if __name__ == "__main__":
    if sys.argv[1:2] == ["annotate"]:
        annotate(*sys.argv[2:4])
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
