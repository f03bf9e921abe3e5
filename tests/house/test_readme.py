"""The two commands that the README promises to a newcomer."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
TEST = (
    "python3 -m venv .venv && .venv/bin/pip install --quiet -c requirements.lock -e '.[dev]' "
    "&& .venv/bin/python -m pytest"
)


@pytest.fixture
def lines() -> list[str]:
    return (HOUSE / "README.md").read_text("utf-8").splitlines()


def test_one_command_installs_and_runs_the_tests(lines: list[str]) -> None:
    assert lines.count(TEST) == 1


def test_one_command_installs_and_opens_the_seed(lines: list[str]) -> None:
    opens = [line for line in lines if line.startswith("python3 -m venv .venv && ") and line.endswith("seeds/")]
    assert len(opens) == 1
    assert "-c requirements.lock" in opens[0]
    assert opens[0].endswith(".venv/bin/tgreader seeds/")


def test_top_level_holds_nothing_unexpected() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=HOUSE, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is no git work tree: an unpacked archive has no list of its files")
    top = {line.split("/")[0] for line in listed.stdout.splitlines()}
    visible = {name for name in top if not name.startswith(".")}
    assert visible == {
        "CHANGELOG.md", "README.md", "pyproject.toml", "requirements.lock", "seeds", "src", "tests",
    }  # fmt: skip
