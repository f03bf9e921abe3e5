from __future__ import annotations

import pytest

from tgreader.readers.flattext.dateline import Dateline, read_dateline


@pytest.mark.parametrize(
    ("line", "place", "date"),
    [
        ("Moscow, August 22, 1972, 1135Z.", "Moscow", "1972-08-22"),
        ("Moscow, May 10, 1949—7 p. m.", "Moscow", "1949-05-10"),
        ("Washington, undated.", "Washington", None),
        ("[ Washington ,] July 9, 1948.", "Washington", "1948-07-09"),
        ("Rangoon, 15th March 1954.", "Rangoon", "1954-03-15"),
        ("Washington, May 6–8, 1953.", "Washington", "1953-05-06"),
        ("New York, November 30, 1954—7 p.m.", "New York", "1954-11-30"),
        ("Washington, October 11, 1976, 10:08–10:35 a.m.", "Washington", "1976-10-11"),
        ("Washington, June 1977", "Washington", "1977-06"),
        ("June 5, 1952", None, "1952-06-05"),
        ("Rangoon, January 10, 1952—noon.", "Rangoon", "1952-01-10"),
    ],
)
def test_datelines(line: str, place: str | None, date: str | None) -> None:
    assert read_dateline(line) == Dateline(place, date)


@pytest.mark.parametrize(
    "line",
    [
        "SUBJECT",
        "Washington",
        "Your telegram of August 22, 1972, asks for our views.",
        "The Ambassador called on May 6, 1953, and left a note.",
        "Moscow, August 22",
        "",
        "A" * 5000 + ", May 6, 1953",
    ],
)
def test_what_is_no_dateline(line: str) -> None:
    assert read_dateline(line) is None
