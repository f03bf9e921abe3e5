"""The processes that read files for the index: one a core, each spoken to by a thread of its own."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from threading import Condition, Thread
from typing import TYPE_CHECKING

from tgreader.library.index.rows import ReadFile

if TYPE_CHECKING:
    from tgreader.reading.indexing.worker import Batch

_MOST = 8
"""Processes. One writer keeps no more busy, and each takes some 40 MB."""
_ASKED_EVERY = 0.1
"""Seconds between two looks whether to stop."""
_PROGRAM = [sys.executable, "-m", "tgreader.reading.indexing.worker"]
_DEADLY = "reading it ends the program that reads it: it was left out"


class Workers:
    """Reads batches of files in processes of their own. Use it as a context manager.

    Args:
        batches: what to read, in order.
    """

    def __init__(self, batches: Sequence[Batch]) -> None:
        self._batches = batches
        count = min(os.cpu_count() or 1, _MOST, len(batches))
        self._ahead = 2 * count
        """How many batches may be taken and not yet asked for: what is read waits in memory."""
        self._changed = Condition()
        self._read: dict[int, list[ReadFile]] = {}
        self._taken = self._given = 0
        self._stopped = False
        self._processes = [_Process() for _ in range(count)]
        self._threads = [
            Thread(target=self._run, args=(process,), name=f"index-{number}", daemon=True)
            for number, process in enumerate(self._processes)
        ]

    def __enter__(self) -> Workers:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        while any(thread.is_alive() for thread in self._threads):
            for process in self._processes:  # again: one may just have been starting
                process.kill()
            for thread in self._threads:
                thread.join(_ASKED_EVERY)

    def results(self, cancelled: Callable[[], bool]) -> Iterator[list[ReadFile]]:
        """What each batch holds, in order, until all are read or `cancelled()` is true."""
        while self._given < len(self._batches) and not cancelled():
            with self._changed:
                self._changed.wait_for(lambda: self._given in self._read, _ASKED_EVERY)
                read = self._read.pop(self._given, None)
                if read is None:
                    continue
                self._given += 1
                self._changed.notify_all()
            yield read

    def _run(self, process: _Process) -> None:
        try:
            while (number := self._take()) is not None:
                read = self._batch(process, self._batches[number])
                with self._changed:
                    self._read[number] = read
                    self._changed.notify_all()
        finally:
            process.kill()

    def _take(self) -> int | None:
        """The number of the next batch to read, when it may be; None where there is none."""
        with self._changed:
            self._changed.wait_for(lambda: self._stopped or self._taken < self._given + self._ahead)
            if self._stopped or self._taken == len(self._batches):
                return None
            self._taken += 1
            return self._taken - 1

    def _batch(self, process: _Process, batch: Batch) -> list[ReadFile]:
        """Read a batch; if that ends the process, each of its files by itself, to learn which did."""
        read = process.read(batch)
        if read is None and len(batch) > 1:
            return [one for file in batch if not self._stopped for one in self._batch(process, (file,))]
        return [ReadFile(batch[0]._replace(trouble=_DEADLY))] if read is None else read


class _Process:
    """One process; started when it is first wanted, and again after it ended."""

    def __init__(self) -> None:
        self._running: subprocess.Popen[bytes] | None = None

    def read(self, batch: Batch) -> list[ReadFile] | None:
        """What a batch holds, or None where the process ended over it."""
        running = self._running or self._start()
        try:
            pickle.dump(batch, running.stdin)  # type: ignore[arg-type]  # it has both, being started with both
            running.stdin.flush()  # type: ignore[union-attr]
            read: list[ReadFile] = pickle.load(running.stdout)  # type: ignore[arg-type]  # noqa: S301 - from our own
        except (EOFError, OSError, ValueError, pickle.UnpicklingError):
            self.kill()
            return None
        return read

    def kill(self) -> None:
        """End it, whatever it is doing; it holds nothing that is not asked for again."""
        running, self._running = self._running, None
        if running is not None:
            running.kill()
            running.communicate()

    def _start(self) -> subprocess.Popen[bytes]:
        """Start it apart from the terminal: Ctrl+C there is for the program that started it."""
        self._running = subprocess.Popen(  # noqa: S603 - nothing of it is given
            _PROGRAM,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        return self._running
