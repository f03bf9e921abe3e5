"""What volumes are called on the screen."""

from __future__ import annotations

import pytest

from tgreader.reading.document.titles import volume_title


@pytest.mark.parametrize(
    ("volume", "title"),
    [
        ("frus1969-76v39", "European Security, 1969–1976"),
        ("frus1969-76v31", "Foreign Economic Policy, 1973–1976"),
        ("frus1969-76ve09p1", "Documents on North Africa, 1973–1976"),
        ("frus2099v01", "frus2099v01"),
    ],
)
def test_a_title_has_years_once(volume: str, title: str) -> None:
    assert volume_title(volume) == title
