"""What verbs say: results on standard output, errors on standard error, and the exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from time import monotonic

from tgreader.errors import TgReaderError, UnreadableError
from tgreader.reading.document.visible import visible

DONE, PARTLY, USAGE, UNREADABLE = 0, 1, 2, 3

_TELL_EVERY = 0.2
"""Seconds."""


def print_lines(text: str) -> None:
    """Print text, with every hidden character but the line ends written out."""
    sys.stdout.write("\n".join(visible(line) for line in text.split("\n")) + "\n")


def print_json(record: Mapping[str, object]) -> None:
    """Print a record as one line of JSON, with every hidden character as JSON writes it."""
    import json

    print_json_line(json.dumps(record, ensure_ascii=False))


def print_json_line(line: str) -> None:
    """Print a line of JSON, with every hidden character as JSON writes it."""
    from json.encoder import encode_basestring_ascii as escaped

    sys.stdout.write(visible(line, lambda character: escaped(character)[1:-1]) + "\n")


def fail(error: TgReaderError, status: int) -> int:
    """Say what is wrong; returns the status."""
    print(f"tgreader: {visible(str(error))}", file=sys.stderr)  # noqa: T201 - errors go to standard error
    return status


def report(problems: Sequence[TgReaderError], done: int) -> int:
    """Say what could not be done; the status says whether anything could.

    Args:
        problems: what could not be done.
        done: how many things were.
    """
    for problem in problems:
        fail(problem, PARTLY)
    if problems:
        return PARTLY if done or not all(isinstance(problem, UnreadableError) for problem in problems) else UNREADABLE
    return DONE


def standard_input() -> str:
    """All of it; bytes that are no UTF-8 are replaced."""
    return sys.stdin.buffer.read().decode("utf-8-sig", "replace")


def or_standard_input(given: Sequence[str]) -> Iterator[str]:
    """What was given; for `-`, the lines of standard input that are not empty."""
    for word in given:
        if word != "-":
            yield word
            continue
        for line in standard_input().splitlines():
            if line.strip():
                yield line.strip()


class Counter:
    """Says on a terminal's standard error how far a reading is, now and then; nothing where it is no terminal."""

    def __init__(self) -> None:
        self._said_at = 0.0

    def show(self, done: int, total: int) -> None:
        """Say how many documents of how many were read."""
        if sys.stderr.isatty() and (done == total or monotonic() - self._said_at > _TELL_EVERY):
            self._said_at = monotonic()
            end = "\r\x1b[K" if done == total else ""
            sys.stderr.write(f"\r{done:,} of {total:,} documents read (Ctrl+C stops){end}")
            sys.stderr.flush()


def drop_output() -> None:
    """Write no more: what is left in the buffer would fail again at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def speak_utf8() -> None:
    """Output is UTF-8 everywhere; a lone surrogate in a file's name becomes a JSON escape rather than an error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
