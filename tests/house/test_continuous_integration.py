"""`.ci/run` runs the README's command and every check, and stops at the first failure."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
TEST = "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/python -m pytest"
# Plays every program: notes that it was run, and fails if it is the one that shall.
STAND_IN = """#!/bin/sh
ran="$(basename "$0")${1:+ $*}"
echo "$ran" >> ran
case "$ran" in
  "python3 -m venv .venv") mkdir -p .venv/bin && for name in pip python ruff mypy lint-imports; do
    cp "$0" .venv/bin/$name; done ;;
  "python -m pytest") echo "== 3 passed in 1s ==" ;;
esac
test "$ran" != "$FAILS"
"""

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason=".ci/run is a bash script; Windows has its own step in ci.yml"
)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A folder with the script, a README, and stand-ins for all programs."""
    (tmp_path / ".ci").mkdir()
    (tmp_path / ".ci" / "run").write_bytes((HOUSE / ".ci" / "run").read_bytes())
    (tmp_path / "README.md").write_text(f"# tgreader\n\n```sh\n{TEST}\n```\n", "utf-8")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python3").write_text(STAND_IN, "utf-8")
    (tmp_path / "bin" / "python3").chmod(0o755)
    return tmp_path


def run(house: Path, fails: str = "") -> tuple[int, str, list[str]]:
    """The status, the output, and the command lines run."""
    environment = {**os.environ, "PATH": f"{house / 'bin'}:{os.environ['PATH']}", "FAILS": fails}
    ran = subprocess.run(
        ["bash", ".ci/run"],
        cwd=house,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    noted = house / "ran"
    return ran.returncode, ran.stdout, noted.read_text().splitlines() if noted.exists() else []


ALL = [
    "python3 -m venv .venv",
    "pip install .",
    "python -m pytest",
    "ruff check",
    "ruff format --check",
    "mypy",
    "lint-imports",
]


def test_everything_is_run_in_order_and_the_tests_summary_stands_last(house: Path) -> None:
    status, said, ran = run(house)
    assert ran == ALL
    assert status == 0
    assert said.splitlines()[-1] == "== 3 passed in 1s =="


@pytest.mark.parametrize("fails", ALL)
def test_it_stops_at_whatever_fails_first(house: Path, fails: str) -> None:
    status, _, ran = run(house, fails)
    assert status != 0
    assert ran == ALL[: ALL.index(fails) + 1]


def test_it_stops_where_the_readme_lacks_the_command(house: Path) -> None:
    (house / "README.md").write_text("# tgreader\n", "utf-8")
    status, said, ran = run(house)
    assert status == 1
    assert "README.md lacks the line" in said
    assert not ran


def test_the_environment_is_a_fresh_one(house: Path) -> None:
    (house / ".venv").mkdir()
    (house / ".venv" / "left-over").touch()
    run(house)
    assert not (house / ".venv" / "left-over").exists()
