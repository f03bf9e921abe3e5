"""The lock file pins whatever an installation for development brings, on every platform."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCK = Path(__file__).parents[2] / "requirements.lock"
SYSTEMS = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "macos": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
    "windows": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
}


@pytest.fixture(scope="module")
def pins() -> dict[str, Requirement]:
    lines = LOCK.read_text("utf-8").splitlines()
    found = [Requirement(line) for line in lines if line and not line.startswith("#")]
    assert len({pin.name for pin in found}) == len(found)
    return {pin.name: pin for pin in found}


def brought(environment: dict[str, str]) -> Iterator[str]:
    """The names of what `tgreader[dev]` needs there, as far down as the packages installed here say."""
    todo, seen = [("tgreader", "dev"), ("tgreader", "")], set[tuple[str, str]]()
    while todo:
        here = todo.pop()
        if here in seen:
            continue
        seen.add(here)
        if here[0] != "tgreader":
            yield here[0]
        try:
            needs = [Requirement(need) for need in requires(here[0]) or ()]
        except PackageNotFoundError:  # it belongs to another platform
            continue
        for need in needs:
            if need.marker is None or need.marker.evaluate({**environment, "extra": here[1]}):
                todo += [(canonicalize_name(need.name), extra) for extra in ("", *need.extras)]


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13", "3.14"])
@pytest.mark.parametrize("system", SYSTEMS)
def test_everything_brought_is_pinned(pins: dict[str, Requirement], system: str, version: str) -> None:
    environment = {**SYSTEMS[system], "python_version": version, "python_full_version": f"{version}.0"}
    needed = set(brought(environment))
    assert {"textual", "lxml", "pytest", "ruff"} <= needed
    pinned = {name for name, pin in pins.items() if pin.marker is None or pin.marker.evaluate(dict(environment))}
    assert needed == pinned


def test_a_pin_is_exact_and_names_no_host(pins: dict[str, Requirement]) -> None:
    for pin in pins.values():
        assert re.fullmatch(r"==[0-9][0-9a-z.]*", str(pin.specifier)), pin
        assert pin.url is None
    assert "://" not in LOCK.read_text("utf-8")


def test_names_are_sorted_and_canonical(pins: dict[str, Requirement]) -> None:
    assert list(pins) == sorted(canonicalize_name(name) for name in pins)
