"""When a telegram was sent, from what is printed and who cites it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tgreader.reading.pointing.sent_on import Sent, apart, date_at, in_words, may_be_one, sent_on


@pytest.mark.parametrize(
    ("printed", "near", "sent"),
    [
        ("August 17, 1972", "1980-01-01", Sent("1972-08-17", False, "August 17, 1972")),
        ("August 17", "1972-08-22", Sent("1972-08-17", True, "August 17, [1972]")),
        ("Aug. 17", "1972-08-22", Sent("1972-08-17", True, "Aug. 17, [1972]")),
        ("December 30", "1973-01-04", Sent("1972-12-30", True, "December 30, [1972]")),
        ("January 3", "1972-12-30", Sent("1973-01-03", True, "January 3, [1973]")),
        ("August 17", "", Sent("", False, "August 17")),
        ("August 17", "1972", Sent("1972-08-17", True, "August 17, [1972]")),
        ("February 29", "1973-03-01", Sent("1972-02-29", True, "February 29, [1972]")),
        ("February 30", "1973-03-01", Sent("", False, "February 30")),
        ("", "1973-03-01", Sent("", False, "")),
    ],
)
def test_a_year_that_is_not_printed_is_the_nearest(printed: str, near: str, sent: Sent) -> None:
    assert sent_on(printed, near) == sent


def test_dates_of_one_telegram_may_differ_by_the_clock() -> None:
    assert may_be_one("1972-08-17", "1972-08-18")
    assert not may_be_one("1972-08-17", "1971-08-17")
    assert may_be_one("", "1972-08-17")
    assert apart("1972-08-17", "1973-08-17") == 365


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        ("Telegram 14, August 17, 1972; not found", "Telegram 14, August 17, 1972", "August 17, 1972"),
        ("Telegram 149897 of August 17, to Moscow", "Telegram 149897", "August 17"),
        ("telegram 12 from Moscow, dated May 3", "telegram 12 from Moscow", "May 3"),
        ("telegram 12 from Moscow; see May 3", "telegram 12 from Moscow", ""),
    ],
)  # fmt: skip
def test_the_date_of_a_reference_is_in_it_or_behind_it(text: str, words: str, date: str) -> None:
    start = text.index(words)
    assert date_at(text, start, start + len(words)) == date


def test_a_known_date_in_words() -> None:
    assert in_words("1972-08-17") == Sent("1972-08-17", False, "August 17, 1972")


@given(st.text(max_size=30), st.text(st.sampled_from("0123456789-"), max_size=30))
def test_whatever_is_printed_it_is_read_or_left(printed: str, near: str) -> None:
    sent = sent_on(printed, near)
    assert sent.words.startswith(printed)
    assert apart(sent.iso, near) >= 0
