"""Setting a block of text to a measure: where its lines break, and where each code point is drawn.

A block is drawn with its markers raised and its page breaks marked, so that what is drawn (glyphs) has other offsets
than the text. `Setting` knows both. Widths are in screen cells.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from rich.cells import cell_len, get_character_cell_size

from tgreader.model.document import Block
from tgreader.model.tuples import NamedTuple
from tgreader.reading.document.settling import DOUBTFUL_BELOW
from tgreader.tui.glyphs import drawable, in_hand, is_narrow, superscript

PAGE_BREAK = "|"
DOUBT = "?"
GAP = "[gap]"
STRUCK = "⟦⟧"
"""Drawn around words that are struck out, as editors of texts print them: not every terminal can strike."""

_BREAK_AFTER = "-–—/"
Run = tuple[int, int]


class Part(NamedTuple):
    """What stands on one line in one column: the cell at which it starts, and its run of glyphs."""

    x: int
    first: int
    last: int


class Insertion(NamedTuple):
    """Glyphs that are not in the text: a raised marker (`mark` its index in the block), a page break, a gap."""

    at: int
    glyphs: str
    mark: int | None


class Setting:
    """A block, or a piece of a very long one, set to a measure.

    Args:
        block: what is set.
        width: cells of a line.
        piece: the range of the block's text to set; all of it by default.
    """

    __slots__ = ("_added", "_at", "_start", "glyphs", "insertions", "lines")

    def __init__(self, block: Block, width: int, piece: Run | None = None) -> None:
        start, end = piece or (0, len(block.text))
        self._start = start
        self.insertions = _insertions(block, start, end)
        self._at = [insertion.at for insertion in self.insertions]
        self._added = list(accumulate((len(i.glyphs) for i in self.insertions), initial=0))
        text = drawable(block.text[start:end])
        for style in block.styles:
            text = in_hand(text, style.kind, style.start - start, style.end - start)
        self.glyphs = _with_insertions(text, start, self.insertions)
        self.lines: list[Run] = self._break(width)

    def _break(self, width: int) -> list[Run]:
        return broken(self.glyphs, width)

    def parts(self, line: int) -> Sequence[Part]:
        """What stands on a line, from left to right."""
        return (Part(0, *self.lines[line]),)

    def drawn(self, start: int, end: int) -> Run:
        """The glyphs of text[start:end], without markers at its edges."""
        first = start - self._start + self._added[bisect_right(self._at, start)]
        last = end - self._start + self._added[bisect_left(self._at, end)]
        return first, max(first, last)

    def inserted(self, number: int) -> Run:
        """The glyphs of one insertion."""
        first = self._at[number] - self._start + self._added[number]
        return first, first + len(self.insertions[number].glyphs)

    def offset(self, glyph: int) -> int:
        """The offset in the block's text of what is drawn there; in a marker, where the marker stands."""
        number = self._insertion_before(glyph)
        if number < 0:
            return self._start + glyph
        return self._at[number] + max(0, glyph - self.inserted(number)[1])

    def mark_at(self, glyph: int) -> int | None:
        """The index, in the block, of the mark whose marker is drawn there, or None."""
        number = self._insertion_before(glyph)
        return self.insertions[number].mark if number >= 0 and glyph < self.inserted(number)[1] else None

    def _insertion_before(self, glyph: int) -> int:
        return bisect_right(range(len(self._at)), glyph, key=lambda number: self.inserted(number)[0]) - 1

    def line_of(self, offset: int) -> int:
        """The line on which an offset of the block's text is drawn."""
        glyph = self.drawn(offset, offset)[0]
        return max(0, bisect_right(self.lines, glyph, key=lambda line: line[0]) - 1)


def estimated_lines(length: int, width: int) -> int:
    """About how many lines that many code points take: a line ends about four cells before the measure."""
    return max(1, -(-length // max(1, width - 4)))


def _insertions(block: Block, start: int, end: int) -> list[Insertion]:
    found = [
        Insertion(mark.at, superscript(mark.label) + DOUBT * (mark.confidence < DOUBTFUL_BELOW), number)
        for number, mark in enumerate(block.marks)
        if start <= mark.at < end or mark.at == end == len(block.text)
    ]
    found += [Insertion(page.at, PAGE_BREAK, None) for page in block.pages if max(start, 1) <= page.at < end]
    for style in block.styles:
        if style.kind == "gap" and (start <= style.start < end or style.start == end == len(block.text)):
            found.append(Insertion(style.start, _gap(block.text, style.start), None))
        elif style.kind == "deleted":
            found += [
                Insertion(at, bracket, None)
                for at, bracket in zip((style.start, style.end), STRUCK, strict=True)
                if start <= at < end or at == end == len(block.text)
            ]
    return sorted(found, key=_order) if len(found) > 1 else found


def _gap(text: str, at: int) -> str:
    """A gap, apart from the words beside it."""
    before, after = text[max(0, at - 1) : at], text[at : at + 1]
    return " " * (before not in {"", " "}) + GAP + " " * after.isalnum()


def _order(insertion: Insertion) -> tuple[int, int]:
    """At one place: what ends there, markers, what begins there."""
    rank = 0 if insertion.glyphs == STRUCK[1] else 1 if insertion.mark is not None else 2 + (insertion.glyphs in STRUCK)
    return insertion.at, rank


def _with_insertions(text: str, start: int, insertions: Sequence[Insertion]) -> str:
    if not insertions:
        return text
    parts, done = [], 0
    for insertion in insertions:
        at = insertion.at - start
        parts += [text[done:at], insertion.glyphs]
        done = at
    return "".join([*parts, text[done:]])


def broken(glyphs: str, width: int) -> list[Run]:
    """Break glyphs into lines of at most `width` cells.

    Lines break at spaces and after dashes, and inside a word only where it is longer than a line. The space at which a
    line breaks belongs to no line.
    """
    width = max(1, width)
    narrow, lines, start = is_narrow(glyphs), [], 0
    end_of_all = len(glyphs.rstrip(" "))
    while start < end_of_all:
        fits = min(start + width, end_of_all) if narrow else _fitting(glyphs, start, end_of_all, width)
        end = fits if fits >= end_of_all else _break_before(glyphs, start, fits)
        lines.append((start, end))
        start = end
        while start < end_of_all and glyphs[start] == " ":
            start += 1
    return lines or [(0, 0)]


def _break_before(glyphs: str, start: int, fits: int) -> int:
    """Where the line from `start` breaks when only glyphs up to `fits` have room."""
    space = glyphs.rfind(" ", start + 1, fits + 1)
    dash = max(glyphs.rfind(dash, start + 1, fits) for dash in _BREAK_AFTER) + 1
    best = max(space, dash if dash > start + 1 else -1)
    return best if best > start else fits


def _fitting(glyphs: str, start: int, end: int, room: int) -> int:
    """How far glyphs from `start` fit into `room` cells, at least one glyph, for text with wide characters."""
    at = start
    while at < end:
        room -= get_character_cell_size(glyphs[at])
        if room < 0:
            break
        at += 1
    return max(at, start + 1)


def cells(glyphs: str) -> int:
    """The width of glyphs, in cells."""
    return len(glyphs) if is_narrow(glyphs) else cell_len(glyphs)


def shortened(text: str, width: int) -> str:
    """Text cut to so many cells, with `…` at its end where something is missing."""
    if cells(text) <= width:
        return text
    return f"{_cut(text, width - 1).rstrip()}…" if width > 0 else ""


def shortened_within(text: str, width: int) -> str:
    """The same, but with the last word whole: titles of volumes differ by the years at their end."""
    head, _, last = text.rpartition(" ")
    room = width - cells(last) - 2
    if cells(text) <= width or room < cells(last):
        return shortened(text, width)
    return f"{_cut(head, room).rstrip(' ,;')}… {last}"


def _cut(text: str, width: int) -> str:
    """As much of a text as has room in so many cells."""
    kept = text[: max(0, width)]
    while kept and cells(kept) > width:
        kept = kept[:-1]
    return kept
