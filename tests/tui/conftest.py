"""A library to search, made once and copied for each test that wants it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.tui.library import made


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The volumes, indexed once."""
    return made(tmp_path_factory.mktemp("searching"))


@pytest.fixture
def volumes(made_once: Path, library: Path) -> Path:
    """The volumes' folder; the test's own library is a copy of the one in which they are indexed."""
    shutil.copytree(made_once.parent / "library", library)
    return made_once
