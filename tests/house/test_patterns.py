"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tgreader.model.patterns import pattern


def test_a_pattern_does_what_a_compiled_one_does() -> None:
    made, compiled = pattern(r"(\d)(x)?", re.IGNORECASE), re.compile(r"(\d)(x)?", re.IGNORECASE)
    for _ in range(2):
        assert made.sub("-", "a1X2") == compiled.sub("-", "a1X2") == "a--"
        assert made.findall("a1X2", 2) == [("2", "")]
        assert [found.span() for found in made.finditer("a1X2")] == [(1, 3), (3, 4)]
        assert made.subn("-", "a1X2") == compiled.subn("-", "a1X2") == ("a--", 2)
        assert (made.pattern, made.flags, made.groups) == (compiled.pattern, compiled.flags, 2)
    assert made.search("a1", 2) is None
    assert made.fullmatch("1x")


def test_a_pattern_is_compiled_at_its_first_use_alone() -> None:
    made = pattern("(")
    assert made.pattern == "("
    with pytest.raises(re.error):
        made.match("a")


def test_what_a_compiled_one_has_not_a_pattern_has_not_either() -> None:
    with pytest.raises(AttributeError):
        pattern("a").nothing_of_the_kind  # type: ignore[attr-defined]  # noqa: B018


def test_importing_the_grammar_compiles_nothing() -> None:
    program = """if True:
        import collections, dataclasses, functools, json, pathlib, re, sys, typing
        import re._compiler
        re._compiler.compile = lambda pattern, flags: sys.exit(f"compiled {pattern!r}")
        import tgreader.references.found, tgreader.readers.flattext.reader, tgreader.readers.anchors.solver
    """
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert ran.stderr == ""


def test_whatever_a_compiled_one_has_a_pattern_has() -> None:
    compiled = re.compile("a")
    wanted = [name for name in dir(compiled) if not name.startswith("_")]
    assert [name for name in wanted if not hasattr(pattern("a"), name)] == []
