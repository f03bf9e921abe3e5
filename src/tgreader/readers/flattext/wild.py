"""Lists of notes as other people's copies have them: `[5] text`, `⁵ text`, `5 text`, under `Footnotes` or a rule.

Unlike the extractor's list, such a list can be mistaken for numbered paragraphs at the end of a document. What speaks
for it is a line that announces it, a source note at its head, a form of number that paragraphs do not have, and most of
all markers in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple
from tgreader.readers.anchors.set_off import LOWERED, RAISED
from tgreader.readers.flattext.lines import Line

_NUMBER = pattern(
    r"(?P<sure>\[(?:\^|n\. ?|fn\.? ?|(?:[Ff]oot)?[Nn]ote ?)?(?P<a>\d{1,3})\][.:]?\s*"
    r"|\^(?P<b>\d{1,3})\^?[.:]?\s*"
    rf"|(?P<c>[{RAISED}]{{1,3}})[.:]?\s*"
    r"|(?:[Ff]oot[Nn]ote|[Nn]ote|fn\.?|n\.) ?(?P<d>\d{1,3})(?:[.:]\s*|\s+|$))"
    r"|(?P<e>\d{1,3})\.(?:\s+|$)"
    r"|\(?(?P<f>\d{1,3})\)[.:]?(?:\s+|$)"
    r"|(?P<g>\d{1,3}):?(?:\s+|$|(?=[A-Z“\"‘\[(]))"
)
ANNOUNCED = pattern(r"\W{0,4}(?:(?:foot|end)?notes|(?:foot|end)?notes to .{1,60})\W{0,4}|[-_–—*=·•~ ]{3,}", 2)
_BULLET = pattern(r"(?:[•·–—-]|[*†‡§║¶#]{1,4})\s*(?=\S)")
_LONGEST_WAY_BACK = 12
_WAY_BACK = pattern(r"\s*(?:↩|↑|⏎)[\ufe0e\ufe0f]?$")
_SOURCE = pattern(r"\[?Source:")


class Wild(NamedTuple):
    """A list that there may be.

    Attributes:
        body: the lines before it.
        notes: for each note its own lines.
        sure: whether nothing else than a list of notes looks like it.
        marked: whether its numbers have a form that paragraphs do not have.
    """

    body: list[Line]
    notes: list[list[Line]]
    sure: bool
    marked: bool


def wild_lists(text: str, lines: Sequence[Line]) -> Iterator[Wild]:
    """Every list of notes that there may be at the end of a document, what is announced first.

    Args:
        text: the document.
        lines: its lines.
    """
    numbers = [_number(text, line) for line in lines]
    tried: set[int] = set()
    after = next((index + 1 for index in range(len(lines) - 2, 0, -1) if is_announcement(text, lines[index])), None)
    if after is not None and numbers[after]:
        tried.add(after)
        yield _listed(text, lines, numbers, after, announced=True)
    elif after is not None and _BULLET.match(text, lines[after].start):
        yield _bulleted(text, lines, after)
    seen: set[str] = set()
    for index in range(len(lines) - 1, 0, -1):
        number = numbers[index]
        if number and number.value <= 1 and number.form not in seen:
            if number.value and _from_zero(numbers[:index], number.form):
                continue
            seen.add(number.form)
            first = _first_marked(numbers, index) if number.marked else index
            if first not in tried:
                yield _listed(text, lines, numbers, first, announced=False)


def is_announcement(text: str, line: Line) -> bool:
    """Whether a line says that notes follow: `Footnotes`, or a rule."""
    return ANNOUNCED.fullmatch(text, line.start, line.end) is not None


def _from_zero(numbers: Sequence[_Number | None], form: str) -> bool:
    """Whether the last number of a form is 0: then a 1 after it does not begin the list."""
    last = next((number for number in reversed(numbers) if number and number.form == form), None)
    return last is not None and last.value == 0


def _first_marked(numbers: Sequence[_Number | None], first: int) -> int:
    """The first of the lines up to one that have numbers of its form, one after the other: they may start again."""
    while (number := numbers[first]) and (before := numbers[first - 1]) and before.form == number.form and first > 1:
        first -= 1
    return first


def without_way_back(text: str, line: Line) -> Line | None:
    """A note's line without the sign that leads back to its marker on a web page; None if it holds nothing else."""
    start, end = line.start, line.end
    if text[start] in "^↑" and text[start + 1 : start + 2] == " ":
        start += 2
    if found := _WAY_BACK.search(text, max(start, end - _LONGEST_WAY_BACK), end):
        end = found.start()
    return line._replace(start=start, end=end) if start < end else None


class _Number(NamedTuple):
    """A note's number at the beginning of a line: how it is written, what it is, where the note's words begin."""

    form: str
    value: int
    end: int
    marked: bool


def _number(text: str, line: Line) -> _Number | None:
    found = _NUMBER.match(text, line.start, line.end)
    if not found:
        return None
    form = next(name for name in "abcdefg" if found[name])
    return _Number(form, int(found[form].translate(LOWERED)), min(found.end(), line.end), bool(found["sure"]))


def _listed(text: str, lines: Sequence[Line], numbers: Sequence[_Number | None], first: int, announced: bool) -> Wild:
    opens = numbers[first]
    assert opens is not None  # noqa: S101 - the caller has looked
    notes: list[list[Line]] = []
    for line, number in zip(lines[first:], numbers[first:], strict=True):
        if number and number.form == opens.form and (number.marked or number.value == opens.value + len(notes)):
            notes.append([Line(number.end, line.end, 0)] if number.end < line.end else [])
        else:
            notes[-1].append(line._replace(indent=0))
    source = bool(notes[0]) and _SOURCE.match(text, notes[0][0].start) is not None
    return Wild(list(lines[:first]), notes, announced or source, opens.marked)


def _bulleted(text: str, lines: Sequence[Line], first: int) -> Wild:
    """The announced notes that have a bullet or a sign each, and no number."""
    notes: list[list[Line]] = []
    for line in lines[first:]:
        if found := _BULLET.match(text, line.start, line.end):
            notes.append([Line(found.end(), line.end, 0)])
        else:
            notes[-1].append(line._replace(indent=0))
    return Wild(list(lines[:first]), notes, sure=True, marked=False)
