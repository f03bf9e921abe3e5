"""Every module says what it is for."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "tgreader"
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("module", MODULES)
def test_a_module_says_what_it_is_for(module: str) -> None:
    said = ast.get_docstring(ast.parse((PACKAGE / module).read_text("utf-8")))
    assert said
    assert said.split("\n\n")[0].endswith((".", ":", "…"))
