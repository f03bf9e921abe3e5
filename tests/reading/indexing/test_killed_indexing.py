"""Indexing that is killed, and processes that die over a file."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.library.volumes import LETTER, MEMORANDUM, MOSCOW, indexed, numbers, written
from tgreader.library.index.rows import FileRow
from tgreader.library.index.writing import Writer
from tgreader.reading.indexing.workers import Workers

# Indexes file by file and says each time that one is written.
_INDEX = """
import sys
from pathlib import Path
from tgreader.reading.indexing import building
building._BATCH_FILES = 1
building.index([sys.argv[1]], Path(sys.argv[2]), lambda now: print(now.files, flush=True))
"""
VOLUMES = 12


@pytest.fixture
def volumes(tmp_path: Path) -> Path:
    for number in range(VOLUMES):
        written(tmp_path / "volumes", f"frus1969-76v{number}", [MOSCOW, LETTER, MEMORANDUM] * 5, first=1)
    return tmp_path / "volumes"


def test_killed_at_any_moment_it_is_whole_and_goes_on(volumes: Path, library: Path) -> None:
    chance = random.Random(11)  # noqa: S311 - the same moments every time, as far as a machine has them
    for kill in range(3):
        running = subprocess.Popen(
            [sys.executable, "-c", _INDEX, str(volumes), str(library)], stdout=subprocess.PIPE, text=True
        )
        assert running.stdout is not None
        for _ in range(2 + kill):
            running.stdout.readline()
        for _ in range(chance.randrange(200_000)):  # somewhere in the midst of the next
            pass
        running.kill()
        running.communicate()
        with Writer(library) as writer:
            assert writer.faults() == []
            assert len(writer.known()) >= 1
    report = indexed(library, volumes)
    assert report.read + report.unchanged == VOLUMES
    assert report.unchanged >= 1
    whole = library.parent / "whole"
    indexed(whole, volumes)
    for query in ("berlin", "detente kind:letter", "vasily"):
        assert numbers(library, query) == numbers(whole, query)


def test_a_file_that_ends_its_process_is_left_out_alone(
    volumes: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    deadly = tmp_path / "deadly.py"
    # In place of the process that reads: one that dies when it is given the file with a 7.
    deadly.write_text(
        "import os, pickle, sys\n"
        "from tgreader.reading.indexing.worker import read_batch\n"
        "while True:\n"
        "    try:\n"
        "        batch = pickle.load(sys.stdin.buffer)\n"
        "    except EOFError:\n"
        "        break\n"
        "    if any(file.path.endswith('v7.xml') for file in batch):\n"
        "        os.abort()\n"
        "    pickle.dump(read_batch(batch), sys.stdout.buffer)\n"
        "    sys.stdout.buffer.flush()\n"
    )
    monkeypatch.setattr("tgreader.reading.indexing.workers._PROGRAM", [sys.executable, str(deadly)])
    rows = [FileRow(str(file), file.stat().st_size, 0, 0, "", "") for file in sorted(volumes.iterdir())]
    with Workers([tuple(rows[:6]), tuple(rows[6:])]) as workers:
        read = [one for batch in workers.results(lambda: False) for one in batch]
    assert [one.file.path for one in read] == [row.path for row in rows]
    (dead,) = [one for one in read if one.file.trouble]
    assert dead.file.path.endswith("v7.xml")
    assert dead.file.trouble == "reading it ends the program that reads it: it was left out"
    assert all(one.documents for one in read if one is not dead)


def test_stopped_processes_are_gone(volumes: Path) -> None:
    rows = [FileRow(str(file), file.stat().st_size, 0, 0, "", "") for file in sorted(volumes.iterdir())]
    with Workers([(row,) for row in rows]) as workers:
        next(workers.results(lambda: False))
        processes = [process._running for process in workers._processes]
    assert all(process is None or process.poll() is not None for process in processes)
    assert not any(thread.is_alive() for thread in workers._threads)
