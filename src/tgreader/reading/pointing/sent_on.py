"""When a telegram was sent: notes print the day, and mostly leave the year to be understood."""

from __future__ import annotations

import re
from datetime import date

from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple
from tgreader.references.months import MONTH_BEGINS, MONTHS

_PRINTED = pattern(rf"\b({MONTH_BEGINS})[a-z]*\.? (\d{{1,2}})(?:, (\d{{4}}))?", re.ASCII)
_BEHIND = pattern(rf",? (?:of |dated )?({_PRINTED.pattern})", re.ASCII)
_APART = 5
"""Days. Clocks and calendars differ around the world, and one telegram is dated by when it was sent or came."""


class Sent(NamedTuple):
    """A telegram's date.

    Attributes:
        iso: `1972-08-17`, or "" where the words are no date.
        inferred: whether the year was not printed: it is the one nearest to the document that cites it.
        words: as an editor prints it: `August 17, [1972]`, a supplied year in brackets.
    """

    iso: str = ""
    inferred: bool = False
    words: str = ""


def date_at(text: str, start: int, end: int) -> str:
    """The date that is printed in the words text[start:end], or directly behind them; or ""."""
    if found := _PRINTED.search(text, start, end):
        return found[0]
    behind = _BEHIND.match(text, end)
    return behind[1] if behind else ""


def sent_on(printed: str, near: str) -> Sent:
    """Read a printed date.

    Args:
        printed: `August 17`, `Aug. 17, 1972`, or "".
        near: the ISO date of the document that cites it, or "": without it, a date without a year has no ISO form.
    """
    found = _PRINTED.fullmatch(printed.strip())
    if not found:
        return Sent(words=printed)
    month, day = MONTHS.index(found[1]) + 1, int(found[2])
    if found[3]:
        made = _made(int(found[3]), month, day)
        return Sent(made.isoformat() if made else "", False, printed)
    about = _day(near)
    if about is None:
        return Sent(words=printed)
    likely = (about.year,) if near.isdecimal() else (about.year - 1, about.year, about.year + 1)
    years = [made for year in likely if (made := _made(year, month, day))]
    nearest = min(years, key=lambda made: abs((made - about).days), default=None)
    return Sent(nearest.isoformat(), True, f"{printed}, [{nearest.year}]") if nearest else Sent(words=printed)


def in_words(iso: str) -> Sent:
    """A date that is known as ISO, as an editor prints it."""
    from tgreader.citing.words import long_date

    return Sent(iso, False, long_date(iso))


def may_be_one(first: str, second: str) -> bool:
    """Whether two ISO dates may be of one telegram; a date that is not known may be any."""
    one, other = _day(first), _day(second)
    return one is None or other is None or abs((one - other).days) <= _APART


def apart(first: str, second: str) -> int:
    """The days between two ISO dates; 0 where one is not known."""
    one, other = _day(first), _day(second)
    return abs((one - other).days) if one and other else 0


def _day(iso: str) -> date | None:
    """The day of an ISO date; of a month or a year, its first."""
    parts = [int(part) for part in iso.split("-") if part.isdecimal()] if iso else []
    return _made(*[*parts, 1, 1][:3]) if parts else None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None
