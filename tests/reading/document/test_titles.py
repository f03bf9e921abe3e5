"""What volumes are called on the screen."""

from __future__ import annotations

import pytest

from tgreader.model.address import parse_address
from tgreader.reading.document.titles import place_words, volume_title


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


@pytest.mark.parametrize(
    ("place", "heading", "words"),
    [
        ("frus1969-76v28/d1#p4", "", "¶ 4"),
        ("frus1969-76v28/d105#fn3", "", "105 note 3"),
        ("frus1969-76v28/actionsstatement#fn2", "Note on U.S. Covert Actions", "Note on U.S. Covert… note 2"),
        ("frus1969-76v28/actionsstatement#fn2", "", "actionsstatement note 2"),
        ("frus1964-68v30/d37", "", "frus1964-68v30/d37"),
    ],
)
def test_a_place_is_named_in_the_words_that_tell_it_from_here(place: str, heading: str, words: str) -> None:
    assert place_words(parse_address(place), parse_address("frus1969-76v28/d1"), heading) == words
