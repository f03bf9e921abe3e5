from __future__ import annotations

import pytest

from tests.library.volumes import indexed, written
from tgreader.library.index.openings import Openings


@pytest.fixture(scope="module")
def openings(tmp_path_factory: pytest.TempPathFactory) -> Openings:
    folder = tmp_path_factory.mktemp("openings")
    written(folder / "volumes")
    written(folder / "volumes", "frus1952-54v05", ["<head>6. Letter on the year 106</head><p>Berlin.</p>"], first=6)
    indexed(folder / "library", folder / "volumes")
    return Openings(folder / "library")


@pytest.mark.parametrize(
    ("typed", "first", "count"),
    [
        ("106", "frus1969-76v39/d106", 2),  # the number itself before the one in a heading
        ("frus1969-76v39/d107", "frus1969-76v39/d107", 1),
        ("v39 d107", "frus1969-76v39/d107", 1),
        ("telegr embas", "frus1969-76v39/d106", 1),
        ("embassy telegram", "frus1969-76v39/d106", 1),
        ("107 nix", "frus1969-76v39/d107", 1),
        ("kuznetsov tele", "frus1969-76v39/d106", 1),
        ("1972-08-22", "frus1969-76v39/d106", 1),
        ("aug 22 1972", "frus1969-76v39/d106", 1),
        ("january 1973", "frus1969-76v39/d108", 1),
        ("LETTER", "frus1952-54v05/d6", 2),
        ("letter year", "frus1952-54v05/d6", 1),
    ],
)
def test_what_is_meant(openings: Openings, typed: str, first: str, count: int) -> None:
    found = openings.find(typed)
    assert found[0].address == first
    assert len(found) == count


@pytest.mark.parametrize("typed", ["", "   ", "—", '"', "xyzzy", "106 willy", "\ud800", "\x00", "willy\ud800"])
def test_what_is_nothing(openings: Openings, typed: str) -> None:
    assert openings.find(typed) == []


def test_no_more_than_are_asked_for(openings: Openings) -> None:
    assert len(openings.find("1", most=1)) == 1
