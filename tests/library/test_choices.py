"""What may be filtered by, with counts."""

from __future__ import annotations

import pytest

from tests.library.volumes import MEMORANDUM, indexed, written
from tgreader.library.index.choices import choices
from tgreader.library.index.search import Search
from tgreader.library.query.language import parse_query


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Search:
    folder = tmp_path_factory.mktemp("choices")
    written(folder / "volumes")
    written(
        folder / "volumes", "frus1952-54v05p1", [MEMORANDUM.replace("1973-01", "1953").replace("108.", "6.")], first=6
    )
    indexed(folder / "library", folder / "volumes")
    return Search(folder / "library")


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("volume", {"frus1969-76v39": 4, "frus1952-54v05p1": 2}),  # each with its list of persons
        ("subseries", {"1969-76": 4, "1952-54": 2}),
        ("compilation", {"European Security": 4}),
        ("kind", {"telegram": 1, "letter": 1, "memorandum of conversation": 2, "persons": 2}),
        ("class", {"Confidential": 1}),
        ("date", {"1953": 1, "1972": 1, "1972-08": 1, "1973": 1, "1973-01": 1}),
    ],
)
def test_every_value_there_is(search: Search, name: str, found: dict[str, int]) -> None:
    assert dict(choices(search, name)) == found


def test_among_the_hits_alone_the_most_frequent_first(search: Search) -> None:
    assert choices(search, "volume", parse_query("berlin")) == [("frus1969-76v39", 2), ("frus1952-54v05p1", 1)]
    assert choices(search, "class", parse_query("brandt")) == []


def test_dates_are_in_their_order(search: Search) -> None:
    dates = [choice.value for choice in choices(search, "date")]
    assert dates == sorted(dates)
