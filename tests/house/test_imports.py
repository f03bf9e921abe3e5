"""What is imported when: the rooms in their order, and nothing of the screen for what needs no screen."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
# Runs the program as its entry point does, then says on standard error which packages it brought in.
_RUN = """
import sys
from tgreader.__main__ import main
sys.argv = ["tgreader", *sys.argv[1:]]
try:
    main()
finally:
    sys.stderr.write(" ".join(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def packages(*arguments: str) -> set[str]:
    """The top-level packages that a run of the program imported."""
    ran = subprocess.run(
        [sys.executable, "-c", _RUN, *arguments], cwd=HOUSE, capture_output=True, encoding="utf-8", check=True
    )
    assert ran.stdout
    return set(ran.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("--version",),
        ("parse", "--help"),
        ("parse", "seeds/"),
        ("cite", "seeds/"),
        ("cite", "frus1969-76v39/d106"),
    ],
    ids=" ".join,
)
def test_what_needs_no_screen_imports_none_of_it(arguments: tuple[str, ...]) -> None:
    imported = packages(*arguments)
    assert "tgreader" in imported
    assert not imported & {"textual", "rich", "pygments", "markdown_it"}


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("cite", "frus1969-76v39/d106")], ids=" ".join)
def test_what_reads_no_file_imports_no_parser(arguments: tuple[str, ...]) -> None:
    assert not packages(*arguments) & {"lxml", "sqlite3", "asyncio", "pyexpat", "tomllib"}


def test_the_reader_imports_no_tls_and_leaves_it_to_whom_it_serves() -> None:
    code = "import sys; from tgreader.cli.read import _screen; _screen(); print('ssl' in sys.modules); import ssl"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False"]


def test_the_version_alone_is_all_that_the_package_imports() -> None:
    code = "import sys; before = set(sys.modules); import tgreader; print(*sorted(set(sys.modules) - before))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["tgreader"]


def test_the_rooms_keep_their_order() -> None:
    program = Path(sysconfig.get_path("scripts")) / "lint-imports"
    ran = subprocess.run(
        [program, "--no-cache"], cwd=HOUSE, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    assert ran.returncode == 0, ran.stdout
    assert "0 broken" in ran.stdout
