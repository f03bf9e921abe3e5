"""`tgreader index PATH…`: makes files searchable, and looks after the index."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tgreader.cli.output import DONE, PARTLY, USAGE, fail, print_lines, report
from tgreader.errors import TgReaderError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator
    from pathlib import Path

    from tgreader.reading.indexing.building import Progress, Report
    from tgreader.reading.indexing.care import Status

_BAR, _SHORTEST_BAR = 24, 4
_STOPPED = 130


def declare(parser: ArgumentParser) -> None:
    """Say which arguments it takes."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files and folders; none: those that were indexed before"
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--status", action="store_true", help="say what is indexed, and what has changed since")
    what.add_argument("--remove", action="store_true", help="forget files, folders or volumes; the files stay")
    what.add_argument("--verify", action="store_true", help="check the index, and that it is what the files hold")
    what.add_argument("--rebuild", action="store_true", help="throw the index away and read everything anew")
    parser.add_argument("--library", metavar="PATH", help="the folder where the index is kept")


def run(given: Namespace) -> int:
    """Do it; returns the exit status."""
    from tgreader.library.work.work import library_folder

    folder = library_folder(given.library)
    if given.status:
        return _status(folder)
    if given.verify:
        return _verify(folder)
    if given.remove:
        return _remove(folder, given.paths)
    return _index(folder, given.paths, rebuild=given.rebuild)


def _index(folder: Path, paths: list[str], *, rebuild: bool) -> int:
    from tgreader.reading.indexing.building import index

    stopping = _Stopping()
    bar = _Bar() if sys.stderr.isatty() else None
    with stopping:
        done = index(paths, folder, bar.show if bar else lambda _: None, stopping.asked, rebuild=rebuild)
    if bar:
        bar.clear()
    if not (paths or done.read or done.unchanged or done.gone or done.problems):
        return fail(TgReaderError("nothing was indexed before", "", "write tgreader index FOLDER"), USAGE)
    print_lines(_said(done))
    status = report(done.problems, done.read + done.unchanged + done.moved)
    if not done.finished:
        fail(TgReaderError("stopped; what is indexed is kept", "", "run it again to go on"), PARTLY)
        return _STOPPED
    return status


def _said(done: Report) -> str:
    parts = [
        f"{_number(done.documents, 'document')} of {_number(done.read, 'file')} indexed" if done.read else "",
        f"{_number(done.unchanged, 'file')} unchanged" if done.unchanged else "",
        f"{_number(done.moved, 'file')} moved" if done.moved else "",
        f"{_number(len(done.gone), 'file')} gone" if done.gone else "",
    ]
    return "; ".join(part for part in parts if part) or "nothing to do"


def _status(folder: Path) -> int:
    from tgreader.reading.indexing.care import status

    now = status(folder)
    for line in _lines(now):
        print_lines(line)
    return PARTLY if now.troubles else DONE


def _lines(now: Status) -> Iterator[str]:
    yield str(now.file)
    yield (
        f"{_number(now.documents, 'document')} in {_number(now.volumes, 'volume')}, {_number(now.files, 'file')}; "
        f"{_number(now.notes, 'note')}, {_number(now.references, 'reference')}"
    )
    yield f"{now.size / 2**20:.1f} MB for {now.text / 2**20:.1f} MB of text; last changed {now.changed_at} UTC"
    for path in now.roots:
        yield f"indexed: {path}"
    for path in now.changed:
        yield f"changed since: {path}"
    for path in now.gone:
        yield f"gone since: {path}"
    for trouble in now.troubles:
        yield f"not read: {trouble}"


def _verify(folder: Path) -> int:
    from tgreader.reading.indexing.care import verify

    problems = verify(folder)
    if not problems:
        print_lines("the index is whole, and as the files are")
    return report(problems, 1)


def _remove(folder: Path, wanted: list[str]) -> int:
    from tgreader.reading.indexing.care import remove

    if not wanted:
        return fail(TgReaderError("nothing to remove is named", "", "write tgreader index --remove FOLDER"), USAGE)
    removed, problems = remove(folder, wanted)
    print_lines(f"{_number(len(removed), 'file')} removed from the index; nothing on the disk was touched")
    return report(problems, len(removed))


def _number(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count:,} {what}s"


class _Bar:
    """One line on the terminal that says how far it is."""

    def show(self, now: Progress) -> None:
        """Draw it anew."""
        from shutil import get_terminal_size

        said = [
            f"{now.files:,} of {now.of_files:,} files",
            _number(now.documents, "document"),
            f"{now.rate / 2**20:.1f} MB/s" if now.rate else "",
            f"{_time(now.left)} left" if now.left is not None else "",
        ]
        words = " · ".join(one for one in said if one)
        room = get_terminal_size().columns - len("^C ")  # which the terminal may add
        bar = max(_SHORTEST_BAR, min(_BAR, room - len(words) - len("[] ")))
        full = round(bar * now.size / now.of_size) if now.of_size else bar
        line = f"[{'#' * full}{'.' * (bar - full)}] {words}"
        sys.stderr.write(f"\r{line[:room]}\x1b[K")
        sys.stderr.flush()

    def clear(self) -> None:
        """Leave the line to what is said next."""
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"


class _Stopping:
    """Ctrl+C asks to stop: what is being written is finished first. Use it as a context manager."""

    def __init__(self) -> None:
        self._asked = False

    def asked(self) -> bool:
        """Whether to stop."""
        return self._asked

    def __enter__(self) -> None:
        import signal

        self._before = signal.signal(signal.SIGINT, self._stop)

    def __exit__(self, *_: object) -> None:
        import signal

        signal.signal(signal.SIGINT, self._before)

    def _stop(self, *_: object) -> None:
        self._asked = True
