"""Where the words of a query stand in a document, and the sentence around them."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import islice

from tgreader.library.index.rows import PARTS, Part
from tgreader.library.index.sentences import sentence_with
from tgreader.library.query.compiling import words_wanted
from tgreader.library.query.tree import Query, Words
from tgreader.library.query.words import Plain, forms, pattern
from tgreader.model.inline import Range
from tgreader.model.tuples import NamedTuple

_LINE = "\n"
_BEST_FIRST: Sequence[Part] = ("body", "notes", "source", "heading")
_LINES_BEFORE, _MORE_THAN_A_DATELINE = 8, 60
_LOOKED_AT = 12
"""Places of each word in each column among which the best is chosen."""
_NEAR = 240
_SHORT = 4
"""Letters. Shorter words stand in too many others for each of these to be looked at."""
_LONGEST = 280
"""Code points of a sentence."""
_DECODER = json.JSONDecoder()

StoredNote = tuple[int, str, int | None]


class StoredLayout:
    """A `rows.Layout` as it comes back: plain lists. Most hits are in a body, and need no more of it than the pages.

    Args:
        text: the layout as it is stored.

    Attributes:
        page: the page on which the document begins, or None.
        pages: those that begin in its body.
    """

    def __init__(self, text: str) -> None:
        page, end = _DECODER.raw_decode(text, len("["))
        pages, self._end = _DECODER.raw_decode(text, end + len(", "))
        self.page: str | None = page
        self.pages: Sequence[tuple[int, str]] = pages
        self._text = text

    @cached_property
    def notes(self) -> Sequence[StoredNote]:
        """Where each note begins in the text of the notes."""
        return self._of_notes[0]

    @cached_property
    def source(self) -> Sequence[StoredNote]:
        """The same for the note on the document's own source."""
        return self._of_notes[1]

    @cached_property
    def _of_notes(self) -> tuple[Sequence[StoredNote], Sequence[StoredNote]]:
        notes, end = _DECODER.raw_decode(self._text, self._end + len(", "))
        source, _ = _DECODER.raw_decode(self._text, end + len(", "))
        return notes, source


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
    words: tuple[Range, ...] = ()


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
        self._wanted = list(map(_Wanted, words_wanted(query.tree)))

    def spots(self, texts: Texts) -> Iterator[Spot]:
        """Every place of every word, column by column in the order of the text."""
        for part in PARTS:
            for start, end in sorted(set(self._everywhere(texts.text(part), part))):
                yield Spot(part, start, end)

    def best(self, texts: Texts) -> Spot | None:
        """The place around which most of the words stand: of the body, else of the notes, else of the heading."""
        # Nearly every hit is written in one of a few ways, which are found ten times as fast as all that are possible.
        return self._best(texts, _Wanted.likely) or self._best(texts, _Wanted.places)

    def _best(self, texts: Texts, places: Callable[[_Wanted, str, int], Sequence[Range]]) -> Spot | None:
        if len(self._wanted) == 1:
            return self._first(texts, self._wanted[0], places)
        best: Spot | None = None
        most, count = 0, len(self._wanted)
        for part in _BEST_FIRST:
            text = texts.text(part)
            if not text:
                continue
            shown = [(number, one) for number, one in enumerate(self._wanted) if part in one.shown]
            ordered = sorted((*span, number) for number, one in shown for span in places(one, text, _LOOKED_AT))
            for index, (start, end, _) in enumerate(ordered):
                together = {number for at, _, number in ordered[index:] if at < start + _NEAR}
                if len(together) > most:
                    most, best = len(together), Spot(part, start, end)
            if most == count:
                break
        return best

    @staticmethod
    def _first(texts: Texts, one: _Wanted, places: Callable[[_Wanted, str, int], Sequence[Range]]) -> Spot | None:
        for part in _BEST_FIRST:
            if part in one.shown and (text := texts.text(part)) and (found := places(one, text, 1)):
                return Spot(part, *found[0])
        return None

    def ranges(self, text: str, part: Part) -> tuple[Range, ...]:
        """Where the words stand in a piece of a column's text; ranges that overlap become one."""
        found = self._everywhere(text, part)
        if len(found) < 2:
            return tuple(found)
        joined: list[Range] = []
        for start, end in sorted(found):
            if joined and start < joined[-1][1]:
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        return tuple(joined)

    def _everywhere(self, text: str, part: Part) -> list[Range]:
        return [span for one in self._wanted if part in one.shown for span in one.everywhere(text)]


class _Wanted:
    """A word, or words one after the other, as they are looked for in texts.

    Attributes:
        shown: the columns in which it is to be shown: names are shown wherever they stand.
    """

    def __init__(self, words: Words) -> None:
        self._pattern = pattern(words.text, prefix=words.prefix, exact=words.exact)
        self._forms = () if words.exact else forms(words.text)
        self._is_short = words.exact or len(self._forms[0]) < _SHORT
        self._exact = words.exact
        self.shown = frozenset(PARTS).intersection(words.columns) or frozenset(PARTS)

    def everywhere(self, text: str) -> list[Range]:
        """All its places."""
        if text.isascii():
            return [found.span() for found in self._pattern.finditer(text)]
        plain = Plain(text, accents=self._exact)
        return [plain.printed(*found.span()) for found in self._pattern.finditer(plain.text)]

    def places(self, text: str, most: int) -> Sequence[Range]:
        """Its first places."""
        return self.everywhere(text)[:most]

    def likely(self, text: str, most: int) -> Sequence[Range]:
        """Places where it is written as it mostly is: its first ones, or if one is enough any."""
        if self._is_short:
            return [found.span() for found in islice(self._pattern.finditer(text), most)]
        found: list[Range] = []
        for form in self._forms:
            at, count = text.find(form), 0
            while at >= 0 and count < most:
                if here := self._pattern.match(text, at):
                    if most == 1:
                        return [here.span()]
                    found.append(here.span())
                    count += 1
                at = text.find(form, at + 1)
        return sorted(found)[:most]


def excerpt(finder: Finder, texts: Texts, spot: Spot) -> Excerpt:
    """The sentence around a place, with all the words looked for in it."""
    said, _ = sentence_with(texts.text(spot.part), spot.start, spot.end, _LONGEST)
    return Excerpt(said, finder.ranges(said, spot.part))


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
