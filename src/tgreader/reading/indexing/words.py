"""What is said of indexing while one reads."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tgreader.reading.shelf.files import STANDARD_INPUT
from tgreader.reading.shelf.shelf import Shelf

if TYPE_CHECKING:
    from tgreader.reading.indexing.building import Progress, Report

_PROBLEMS = 3


def indexable(shelf: Shelf) -> list[str]:
    """The files and folders that were given and that an index can be made of."""
    return [path for path in shelf.given if path != STANDARD_INPUT]


def folders(shelf: Shelf) -> list[str]:
    """The folders that were given."""
    return [os.path.abspath(path) for path in indexable(shelf) if os.path.isdir(path)]  # noqa: PTH100, PTH112 - any name


def progress_words(progress: Progress | None, bar: Callable[[float, int], str], keys: str) -> tuple[str, ...]:
    """How far indexing has come, from the fullest to the shortest words.

    Args:
        progress: how far; None where that is not known yet.
        bar: draws a share, 0 to 1, in so many cells.
        keys: the key that stops it.
    """
    if progress is None or not progress.of_files:
        return (f"Indexing: seeing what changed … · {keys} stops", "Indexing …")
    share = progress.size / progress.of_size if progress.of_size else progress.files / progress.of_files
    done = f"{progress.files:,} of {progress.of_files:,} files"
    rate = f"{progress.rate / 1e6:.1f} MB/s" if progress.rate else ""
    left = f"{_time(progress.left)} left" if progress.left is not None else ""
    forms = (
        (f"Indexing [{bar(share, 20)}] {share:.0%}", done, rate, left, f"{keys} stops"),
        (f"Indexing [{bar(share, 10)}] {share:.0%}", rate, left, f"{keys} stops"),
        (f"Indexing {share:.0%}", left, f"{keys} stops"),
        (f"Indexing {share:.0%}",),
        (f"{share:.0%}",),
    )
    return tuple(" · ".join(filter(None, form)) for form in forms)


def report_words(report: Report, keys: str) -> str:
    """What indexing did, with the first of the files that could not be read."""
    if not report.finished:
        said = f"indexing stopped: what is done is kept, {keys} goes on where it stopped"
    elif report.read or report.moved or report.gone:
        done = [f"{_files(report.read)} read"] if report.read else []
        done += [f"{_files(report.moved)} moved"] if report.moved else []
        done += [f"{_files(len(report.gone))} gone"] if report.gone else []
        said = f"indexed: {', '.join(done)}; s searches the library"
    else:
        said = f"nothing changed: {_files(report.unchanged)} in the index; s searches the library"
    more = len(report.problems) - _PROBLEMS
    lines = [said, *map(str, report.problems[:_PROBLEMS])]
    return "\n".join([*lines, f"and {more:,} more: tgreader index lists them"] if more > 0 else lines)


def offer_words(names: Sequence[str], keys: str) -> str:
    """The offer to index folders."""
    what = "this folder is" if len(names) == 1 else "these folders are"
    return f"{what} not indexed: {keys} indexes it while you read, so that s searches all of it"


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count:,} files"


def _time(seconds: float) -> str:
    """About how long: `12 s`, `3 min`."""
    return f"{seconds:.0f} s" if seconds < 100 else f"{seconds / 60:.0f} min"
