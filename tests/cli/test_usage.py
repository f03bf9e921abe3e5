"""Exit statuses, and errors of one line on standard error."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import HOUSE, tgreader
from tgreader import __version__


def test_the_version() -> None:
    ran = tgreader("--version")
    assert (ran.status, ran.out, ran.err) == (0, f"tgreader {__version__}\n", "")


@pytest.mark.parametrize("arguments", [("--help",), ("-h",)])
def test_help_names_every_verb(arguments: tuple[str, ...]) -> None:
    ran = tgreader(*arguments)
    assert (ran.status, ran.err) == (0, "")
    assert all(verb in ran.out for verb in ("read", "parse", "cite"))


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("parse",),
        ("cite",),
        ("read",),
        ("--unknown",),
        ("parse", "seeds/", "--unknown"),
        ("cite", "seeds/", "--style"),
        ("parse", "seeds/", "--\x1b[31m"),
    ],
)
def test_wrong_usage_is_status_2_and_one_line_that_says_where_to_look(arguments: tuple[str, ...]) -> None:
    ran = tgreader(*arguments)
    assert (ran.status, ran.out) == (2, "")
    (error,) = ran.errors
    assert error.endswith("--help")
    assert "\x1b" not in error


@pytest.mark.parametrize("verb", [("parse",), ("cite",), ("read",), ()])
def test_a_missing_path_is_status_3(verb: tuple[str, ...]) -> None:
    ran = tgreader(*verb, "nowhere/at-all.txt")
    assert (ran.status, ran.out) == (3, "")
    assert ran.errors == ["tgreader: nowhere/at-all.txt: there is no such file or folder; check the path"]


@pytest.mark.parametrize("verb", ["parse", "read"])
def test_several_missing_paths_are_all_said(verb: str) -> None:
    ran = tgreader(verb, "a.txt", "b.txt", "c.txt", cwd=HOUSE / "seeds")
    assert ran.status == 3
    assert [error.split(": ")[1] for error in ran.errors] == ["a.txt", "b.txt", "c.txt"]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "there is no text in this file"),
        ("blank.txt", b"\xef\xbb\xbf \n\t\r\n ", "there is no text in this file"),
        ("binary.txt", bytes(range(256)) * 16, "this is not a text file"),
        ("nuls.txt", b"\0" * 5000, "this is not a text file"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(1000), "this is no text that tgreader reads"),
        ("page.txt", b"<html><body><p>Words</p></body></html>", "this is no text that tgreader reads"),
        ("entities.xml", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><TEI>&b;</TEI>', "entities.xml"),
    ],
)
@pytest.mark.parametrize("verb", ["parse", "cite", "read"])
def test_what_cannot_be_read_is_status_3(tmp_path: Path, verb: str, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    ran = tgreader(verb, tmp_path / name)
    assert (ran.status, ran.out) == (3, "")
    (error,) = ran.errors
    assert str(tmp_path / name) in error
    assert said in error


@pytest.mark.parametrize("verb", ["parse", "cite", "read"])
def test_a_folder_with_nothing_readable(tmp_path: Path, verb: str) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(1000))
    ran = tgreader(verb, tmp_path)
    assert (ran.status, ran.out) == (3, "")
    (error,) = ran.errors
    assert "nothing in this folder can be read" in error


def test_reading_needs_a_terminal() -> None:
    ran = tgreader("seeds/")
    assert (ran.status, ran.out) == (1, "")
    (error,) = ran.errors
    assert "needs a terminal" in error


def test_a_name_longer_than_any_file_can_have() -> None:
    ran = tgreader("parse", "a" * 5000)
    assert ran.status == 3
    assert len(ran.errors) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows allows no control characters in names of files")
def test_a_file_name_never_speaks_to_the_terminal(tmp_path: Path) -> None:
    name = "a\x1b]0;title\x07\x1b[31m\u202e.txt"
    for verb in ("parse", "cite", "read"):
        (error,) = tgreader(verb, tmp_path / name).errors
        assert r"a\x1b]0;title\x07\x1b[31m\x202e.txt" in error
        assert not set(error) & set("\x1b\x07\u202e")
    (tmp_path / name).write_text("7. Heading\n\nWords.\n", "utf-8")
    for verb in ("parse", "cite"):
        ran = tgreader(verb, tmp_path)
        assert ran.status == 0
        assert not set(ran.out + ran.err) & set("\x1b\x07\u202e")
    assert Path(tgreader("parse", tmp_path).records[0]["path"]).name == name


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has file names that are no text")
def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    name = tmp_path / "caf\udce9.txt"
    name.write_text("7. Heading\n\nWords.\n", "utf-8")
    ran = tgreader("parse", tmp_path)
    assert ran.status == 0
    assert Path(ran.records[0]["path"]) == name


@pytest.mark.skipif(sys.platform == "win32", reason="Windows closes pipes in its own way")
@pytest.mark.parametrize("arguments", [("parse", "seeds/"), ("cite", "seeds/"), ("--version",), ("--help",)])
def test_a_broken_pipe_is_no_error(arguments: tuple[str, ...]) -> None:
    with subprocess.Popen(["true"], stdin=subprocess.PIPE) as gone:
        gone.wait()
        ran = subprocess.run(
            [sys.executable, "-m", "tgreader", *arguments],
            cwd=HOUSE,
            stdout=gone.stdin,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
@pytest.mark.parametrize("arguments", [("parse", "seeds/"), ("cite", "seeds/")])
def test_a_full_disk_is_one_line(arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "tgreader", *arguments],
            cwd=HOUSE,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            text=True,
        )
    assert ran.returncode == 1
    assert ran.stderr == "tgreader: output: no space left on device\n"
