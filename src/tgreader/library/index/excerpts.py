"""Where the words of a query stand in a document, and the sentence around them."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from tgreader.library.index.rows import PARTS, Part
from tgreader.library.query.compiling import words_wanted
from tgreader.library.query.tree import Query
from tgreader.library.query.words import pattern

_LINE = "\n"
_LINES_BEFORE, _MORE_THAN_A_DATELINE = 8, 60
_LOOKED_AT = 12
"""Places of each word in each column among which the best is chosen."""
_NEAR = 240
_BEFORE = 110
_LONGEST = 280
_SENTENCE_BEGINS = re.compile(r"(?<=[.?!;”])\s+(?=[“\[(]?[A-Z0-9])")
_SENTENCE_ENDS = re.compile(r"[.?!][”)\]]*(?=\s+[“\[(]?[A-Z0-9]|$)")


StoredNote = tuple[int, str, int | None]


class StoredLayout(NamedTuple):
    """A `rows.Layout` as it comes back: plain lists, of which most hits need one entry."""

    page: str | None
    pages: Sequence[tuple[int, str]]
    notes: Sequence[StoredNote]
    source: Sequence[StoredNote]


def layout_of(text: str) -> StoredLayout:
    """A layout as it is stored."""
    return StoredLayout(*json.loads(text))


class Texts(NamedTuple):
    """A document's texts, by the names of their columns, and what stands where in them."""

    heading: str
    body: str
    notes: str
    source: str
    layout: StoredLayout

    def text(self, part: Part) -> str:
        """The text of a column."""
        text: str = getattr(self, part)
        return text


class Excerpt(NamedTuple):
    """A piece of a text.

    Attributes:
        text: one line, `…` at an end that is no sentence's.
        words: the ranges in it that were looked for.
    """

    text: str
    words: tuple[tuple[int, int], ...] = ()


class Spot(NamedTuple):
    """A range of a document's text.

    Attributes:
        part: the column.
        start, end: in code points of that column's text.
    """

    part: Part
    start: int
    end: int


class Finder:
    """Finds the words of a query in texts."""

    def __init__(self, query: Query) -> None:
        wanted = list(words_wanted(query.tree))
        self._patterns = [
            (pattern(words.text, prefix=words.prefix, exact=words.exact), frozenset(words.columns)) for words in wanted
        ]

    def spots(self, texts: Texts, most: int | None = None) -> Iterator[Spot]:
        """Every place of every word, column by column in the order of the text; `most` of each word in each column."""
        for part in ("heading", "body", "notes", "source"):
            text = texts.text(part)
            found = [
                match.span()
                for pattern, columns in self._patterns
                if self._is_shown(part, columns)
                for match in islice(pattern.finditer(text), most)
            ]
            for start, end in sorted(set(found)):
                yield Spot(part, start, end)

    def best(self, texts: Texts) -> Spot | None:
        """The place around which most of the words stand: of the body, else of the notes, else of the heading."""
        best: Spot | None = None
        most = 0
        most_looked_at = _LOOKED_AT if len(self._patterns) > 1 else 1
        for part in ("body", "notes", "source", "heading"):
            text = texts.text(part)
            found = sorted(
                (*match.span(), number)
                for number, (pattern, columns) in enumerate(self._patterns)
                if self._is_shown(part, columns)
                for match in islice(pattern.finditer(text), most_looked_at)
            )
            for index, (start, end, _) in enumerate(found):
                together = {number for at, _, number in found[index:] if at < start + _NEAR}
                if len(together) > most:
                    most, best = len(together), Spot(part, start, end)
            if most == len(self._patterns):
                break
        return best

    def ranges(self, text: str, part: Part) -> tuple[tuple[int, int], ...]:
        """Where the words stand in a piece of a column's text; ranges that overlap become one."""
        found = sorted(
            match.span()
            for pattern, columns in self._patterns
            if self._is_shown(part, columns)
            for match in pattern.finditer(text)
        )
        joined: list[tuple[int, int]] = []
        for start, end in found:
            if joined and start < joined[-1][1]:
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        return tuple(joined)

    @staticmethod
    def _is_shown(part: Part, columns: frozenset[str]) -> bool:
        """Whether a word looked for in those columns is shown in this one: names are shown wherever they stand."""
        return part in columns or not columns.intersection(PARTS)


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The range of the sentence around text[start:end], within its line, cut at words where it is very long."""
    line = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    begins = [line, *(found.end() for found in _SENTENCE_BEGINS.finditer(text, max(line, start - 2 * _LONGEST), start))]
    first = begins[-1]
    if start - first > _BEFORE:
        first = text.find(" ", start - _BEFORE, start) + 1 or start
    found = _SENTENCE_ENDS.search(text, end, line_end)
    last = found.end() if found else line_end
    if last - first > _LONGEST:
        space = text.rfind(" ", max(end, first + 1), first + _LONGEST)
        last = space if space > 0 else max(end, first + _LONGEST)
    return first, last


def excerpt(finder: Finder, texts: Texts, spot: Spot) -> Excerpt:
    """The sentence around a place, with all the words looked for in it."""
    text = texts.text(spot.part)
    first, last = sentence(text, spot.start, spot.end)
    cut = text[first:last]
    before = "…" if first and text[first - 1] != "\n" and not _SENTENCE_BEGINS.match(text, first - 1) else ""
    after = "" if last == len(text) or text[last] == "\n" or cut[-1:] in ".?!”)]" else " …"
    shift = len(before)
    words = tuple((start + shift, end + shift) for start, end in finder.ranges(cut, spot.part))
    return Excerpt(before + cut + after, words)


def beginning(texts: Texts) -> Spot:
    """Where a document without the words looked for begins: its first paragraph that is more than a dateline."""
    at = 0
    for line in texts.body.split(_LINE, _LINES_BEFORE)[:_LINES_BEFORE]:
        if len(line) >= _MORE_THAN_A_DATELINE:
            return Spot("body", at, at)
        at += len(line) + 1
    return Spot("body", 0, 0)


def place_of(address: str, texts: Texts, spot: Spot) -> str:
    """The address of a place: a paragraph, or a note; as `model.address.Address` is written."""
    text = texts.text(spot.part)
    if spot.part == "heading":
        return address
    if spot.part == "body":
        return f"{address}#p{text.count(_LINE, 0, spot.start) + 1}"
    note = note_at(texts.layout, spot)
    if note is None:
        return address
    paragraph = text.count(_LINE, note[0], spot.start) + 1
    return f"{address}#fn{note[1]}" + (f"p{paragraph}" if paragraph > 1 else "")


def note_at(layout: StoredLayout, spot: Spot) -> StoredNote | None:
    """The note that a place of the columns `notes` or `source` is in."""
    notes = layout.source if spot.part == "source" else layout.notes
    index = bisect_right(notes, spot.start, key=lambda note: note[0]) - 1
    return notes[index] if index >= 0 else None


def page_of(layout: StoredLayout, spot: Spot) -> str | None:
    """The printed page on which a place is; a note is on the page of its marker."""
    at: int | None = spot.start
    if spot.part == "heading":
        at = 0
    elif spot.part != "body":
        note = note_at(layout, spot)
        at = note[2] if note else None
    if at is None:
        return None
    index = bisect_right(layout.pages, at, key=lambda page: page[0]) - 1
    return layout.pages[index][1] if index >= 0 else layout.page
