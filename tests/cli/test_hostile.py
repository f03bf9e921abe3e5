"""Files that are broken, or made to break a program."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.program import tgreader

MEGABYTE = 2**20


def limits(seconds: int, megabytes: int) -> Callable[[], None]:
    """What a run may use: the kernel ends it where it wants more."""

    def limit() -> None:
        import resource  # absent on Windows

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * MEGABYTE, megabytes * MEGABYTE))

    return limit


def test_invalid_utf_8_is_replaced_and_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"7. Heading\n\nA caf\xe9 in \xff\xfeMoscow.1\n  1. A note.\n")
    ran = tgreader("parse", tmp_path)
    (record,) = ran.records
    assert ran.status == 0
    assert record["blocks"][1]["text"] == "A caf\ufffd in \ufffd\ufffdMoscow."
    assert record["faults"] == ["3 bytes are not valid UTF-8 and are shown as \ufffd"]
    assert [mark["note"] for mark in record["blocks"][1]["marks"]] == [1]


def test_nuls_are_kept_as_text(tmp_path: Path) -> None:
    words = "Words\0 with\0 NULs in them, and enough other words to be a text."
    (tmp_path / "a.txt").write_text(f"7. Heading\n\n{words}\n", "utf-8")
    ran = tgreader("parse", tmp_path)
    assert ran.status == 0
    assert ran.records[0]["blocks"][1]["text"] == words
    assert "\0" not in ran.out


def test_escapes_and_markup_stay_text(tmp_path: Path) -> None:
    words = "[bold]bold[/bold] [red] \x1b[31mred\x1b[0m \x1b]52;c;aGk=\x07 [link=file:///]x[/link] [Paged] {x} %s"
    (tmp_path / "a.txt").write_text(f"7. Heading\n\n{words}\n", "utf-8")
    ran = tgreader("parse", tmp_path)
    assert ran.records[0]["blocks"][1]["text"] == words
    assert "\x1b" not in ran.out


def test_line_ends_of_every_kind(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"7. Heading1\r\n\r\nWords\rmore words.2\r\n  1. One.\r\n  2. Two.\r\n")
    (record,) = tgreader("parse", tmp_path).records
    assert record["heading"] == "Heading"
    assert len(record["notes"]) == 2
    assert not any("\r" in block["text"] for block in record["blocks"])


@pytest.mark.skipif(sys.platform != "linux", reason="limits of resources are kept by Linux")
@pytest.mark.parametrize(
    "line",
    [
        pytest.param(b"x" * (50 * MEGABYTE), id="one word"),
        pytest.param(b"words and more " * (50 * MEGABYTE // 15), id="many words"),
        pytest.param(b"5" * (50 * MEGABYTE), id="one number"),
        pytest.param(b"[" * (50 * MEGABYTE), id="brackets"),
    ],
)
def test_a_line_of_50_mb(tmp_path: Path, line: bytes) -> None:
    """In a minute and a gigabyte, or refused with a reason: never killed for wanting more."""
    (tmp_path / "a.txt").write_bytes(b"7. Heading1\n\n" + line + b"\n  1. A note.\n")
    ran = tgreader("parse", tmp_path / "a.txt", limit=limits(60, 1024))
    assert ran.status in (0, 3)
    if ran.status == 0:
        (record,) = ran.records
        assert record["number"] == "7"
        assert len(ran.out) > 50 * MEGABYTE
    else:
        assert len(ran.errors) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="limits of resources are kept by Linux")
def test_a_file_without_an_end_is_refused() -> None:
    ran = tgreader("parse", "/dev/zero", limit=limits(30, 2048))
    assert (ran.status, ran.out) == (3, "")
    (error,) = ran.errors
    assert "too large" in error


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_pipe_in_a_folder_is_left_out(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "waits.txt")
    (tmp_path / "a.txt").write_text("7. Heading\n\nWords.\n", "utf-8")
    ran = tgreader("parse", tmp_path)
    assert (ran.status, ran.err) == (0, "")
    assert len(ran.records) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs a right on Windows")
def test_links_in_a_circle_end_and_broken_ones_are_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("7. Heading\n\nWords.\n", "utf-8")
    (tmp_path / "round").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    ran = tgreader("parse", tmp_path)
    assert ran.status == 1
    assert len(ran.records) == 1
    (error,) = ran.errors
    assert "gone.txt: no such file" in error


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root and Windows may read any file")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("7. Heading\n\nWords.\n", "utf-8")
    (tmp_path / "a.txt").chmod(0)
    ran = tgreader("parse", tmp_path)
    assert ran.status == 3
    (error,) = ran.errors
    assert "permission denied" in error


@pytest.mark.parametrize("verb", [("cite",), ("find",)])
@pytest.mark.parametrize(
    "given",
    [b"word 12 " * 100_000, b"\xff\xfe\x80" * 100_000, b"\x1b]52;c;QUFB\x07" * 10_000],
    ids=["long", "bytes", "osc"],
)
def test_what_is_no_place_is_said_again_in_brief(verb: tuple[str, ...], given: bytes) -> None:
    ran = tgreader(*verb, "-", given=given)
    assert ran.status in (1, 3)
    assert ran.out == ""
    (line,) = ran.errors
    assert len(line) < 6_000, "a hidden character may take six, and a long entry is cut"
    assert line.isprintable()


@pytest.mark.parametrize("verb", ["cite", "find"])
def test_nothing_on_standard_input_is_said(verb: str) -> None:
    ran = tgreader(verb, "-", given=b" \n\n")
    assert (ran.status, ran.out) == (1, "")
    (line,) = ran.errors
    assert "was given; write" in line


def test_a_number_too_long_for_a_notebook_is_said_in_the_readers_words(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("9" * 10_000)
    ran = tgreader("notebook", "--library", tmp_path / "library", "--import", tmp_path / "a.json")
    (line,) = ran.errors
    assert "a number in it has too many digits; read what" in line
