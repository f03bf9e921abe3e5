"""The lines of a flattened document: a paragraph each, also where the file breaks them after so many columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple

_LINE = pattern(r"[^\r\n]+")
_OTHER = pattern(r"[\t\v\f\x85\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_BREAKS = pattern(r"[\v\x85\u2028\u2029]")
_SPACES = pattern(r"[\t\f\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_QUOTED = pattern(r"(?m)^(?:> ?)+")
_UNQUOTED = pattern(r"(?m)^(?!>)[^\r\n]*\S")
_LINE_END = pattern(r"\r\n?|\n")
_NARROWEST, _WIDEST = 40, 130  # columns; of wrapped text the longest line is between them
_LEAST_FULL = 4  # lines that are as full as they can be, in a text that is wrapped
_FULL = 0.6  # of the lines that another follows, so many are full
_RUNS_ON = 0.25  # and of those, so many end within a sentence
_EXACT = 0.95  # of the lines that end within a sentence, so many have no room for a word: else it is ragged
_RAGGED = 0.8  # of the width: a line as long is full in text that was set in proportional type
_PAGE_ALONE = pattern(r"\[(?:Facsimile |Typeset )?Page[ \u00a0][^\]]{1,12}\]{1,2}")
# What begins a paragraph though the line before is full: a bullet, a note's or an item's number before a capital.
_OPENS = pattern(
    r"[•*–—-]\s|\W{0,2}(?:\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|[a-zA-Z])(?:[.)\]:]{1,2}\s*|\s+|(?<=[⁰¹²³⁴⁵⁶⁷⁸⁹]))[“\"‘(\[]?[A-Z\d]"
)
_ENDED = ".?!:;)]”\"’'"


class Line(NamedTuple):
    """A line without the white space around it: text[start:end], and how far it was indented.

    Where the text is wrapped it is a whole paragraph, with the ends of its lines in it.
    """

    start: int
    end: int
    indent: int


Fullness = Callable[[Line, Line], bool]


def spaced_plainly(text: str) -> str:
    """The text with every sort of space as a space, and of line end as a line end, code point for code point.

    Where all of it is quoted, as in an e-mail (`> text`), the signs of that are spaces too.
    """
    if _OTHER.search(text):
        text = _BREAKS.sub("\n", _SPACES.sub(" ", text))
    if text.startswith(">") and not _UNQUOTED.search(text):
        text = _QUOTED.sub(lambda found: " " * len(found[0]), text)
    return text


def lines_of(text: str) -> list[Line]:
    """Every line of a text that is not blank; CR, LF and CR LF end lines, nothing else does.

    Where the text was wrapped after so many columns, as e-mail is, its paragraphs instead.
    """
    lines, longest = [], 0
    for found in _LINE.finditer(text):
        line = found[0]
        bare = line.strip()
        if bare:
            indent = len(line) - len(line.lstrip())
            start = found.start() + indent
            lines.append(Line(start, start + len(bare), indent))
            longest = max(longest, indent + len(bare))
    if not _NARROWEST <= longest <= _WIDEST:
        return lines
    full = _fullness(text, lines, longest)
    return list(_paragraphs(text, lines, full)) if full else lines


def _fullness(text: str, lines: Sequence[Line], width: int) -> Fullness | None:
    """When a line of a wrapped text is full, its first word being that of the next: None where a text is not wrapped.

    It is, where most lines that another follows are as full as they can be, and end within a sentence.
    """
    pairs = [(one, other) for one, other in pairwise(lines) if _adjoin(text, one, other)]
    on = [pair for pair in pairs if _runs_on(text, *pair)]

    def exactly(one: Line, other: Line) -> bool:
        word = text[other.start : min(other.end, other.start + _WIDEST)].partition(" ")[0]
        return one.indent + one.end - one.start + 1 + len(word) > width

    def about(one: Line, other: Line) -> bool:
        return one.indent + one.end - one.start >= _RAGGED * width or exactly(one, other)

    full = exactly if sum(exactly(*pair) for pair in on) >= _EXACT * len(on) else about
    count = sum(full(*pair) for pair in pairs)
    running = sum(full(*pair) for pair in on)
    return full if count >= max(_LEAST_FULL, _FULL * len(pairs)) and running >= _RUNS_ON * count else None


def _paragraphs(text: str, lines: Sequence[Line], full: Fullness) -> Iterator[Line]:
    """The lines, those of a paragraph as one."""
    whole = lines[0]
    for index, (last, line) in enumerate(pairwise(lines), 2):
        after = lines[index] if index < len(lines) and _adjoin(text, line, lines[index]) else None
        if _adjoin(text, last, line) and not _begins(text, last, line, after) and full(last, line):
            whole = Line(whole.start, line.end, whole.indent)
        else:
            yield whole
            whole = line
    yield whole


def _begins(text: str, last: Line, line: Line, after: Line | None) -> bool:
    """Whether a line begins a paragraph, however full the line before it; `after`: the line that adjoins it."""
    if text.startswith("• ", line.start) or any(_PAGE_ALONE.fullmatch(text, *each[:2]) for each in (last, line)):
        return True
    if line.indent > last.indent and after is not None and after.indent != line.indent:
        return after.indent < line.indent  # the first line of a paragraph alone is indented
    if text[last.end - 1] not in _ENDED:
        return False
    hangs = after is not None and after.indent == line.indent
    return _OPENS.match(text, line.start, line.end) is not None or (line.indent > last.indent and not hangs)


def _adjoin(text: str, one: Line, other: Line) -> bool:
    """Whether no blank line stands between two lines."""
    return len(_LINE_END.findall(text, one.end, other.start)) == 1


def _runs_on(text: str, one: Line, other: Line) -> bool:
    """Whether a line ends within a sentence, by the letters on both sides."""
    before = text[one.end - 1]
    return (before.isalpha() or before in ",-") and text[other.start].islower()
