"""Where the body of a flattened document ends and the list of its notes begins.

Two forms are known. What was taken from the site's pages ends in an indented ordered list, `  1. text`, whose numbers
are places in the list, not the printed numbers; further paragraphs of a note are indented deeper. What Trafilatura
made ends in lines `- text↩`, where the arrow, which closes a note, is the way back of the web page. For what other
people's copies have, see `wild.py`.
"""

from __future__ import annotations

from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple
from tgreader.readers.flattext.lines import Line

_NUMBERED = pattern(r"(\d{1,4})\.(?:\s+|$)")
_ARROW = "↩"
_LOOSE_SOURCE = pattern(r"1\. (?:\[)?Source:")


class Listing(NamedTuple):
    """The lines of a document: its body's, and for each note of its list the note's own."""

    body: list[Line]
    notes: list[list[Line]]


def split_notes(text: str, lines: list[Line]) -> Listing:
    """Tell the body from the list of notes.

    Args:
        text: the document.
        lines: its lines.
    """
    return _arrowed(text, lines) or _numbered(text, lines) or Listing(lines, [])


def _numbered(text: str, lines: list[Line]) -> Listing | None:
    """The list `  1. text`: indented, to the end of the file, its numbers rising by one."""
    first = _first_numbered(text, lines)
    if first is None:
        return None
    indent = lines[first].indent
    number = 1
    if first and lines[first - 1].indent == indent and text.startswith("0. ", lines[first - 1].start):
        first, number = first - 1, 0  # the printed numbers, where they run from 0
    notes: list[list[Line]] = []
    for line in lines[first:]:
        found = _NUMBERED.match(text, line.start, line.end) if line.indent == indent else None
        if found and int(found[1]) == number + len(notes):
            start = min(found.end(), line.end)
            notes.append([Line(start, line.end, 0)] if start < line.end else [])
        else:
            notes[-1].append(Line(line.start, line.end, max(0, line.indent - indent - 2)))
    return Listing(lines[:first], notes)


def _first_numbered(text: str, lines: list[Line]) -> int | None:
    """The line that starts the list: the last `1.` after which nothing stands further to the left."""
    margin = None
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        margin = line.indent if margin is None else min(margin, line.indent)
        if line.indent == margin and text.startswith("1.", line.start):
            if margin and _NUMBERED.match(text, line.start, line.end):
                return index
            if _LOOSE_SOURCE.match(text, line.start):
                return index
        if not margin and not _NUMBERED.match(text, line.start, line.end):
            return None
    return None


def _arrowed(text: str, lines: list[Line]) -> Listing | None:
    """The list `- text↩`: every note ends in an arrow, and the first begins at the dash before the first arrow."""
    if _ARROW not in text:
        return None
    closing = [index for index, line in enumerate(lines) if text.endswith(_ARROW, line.start, line.end)]
    if not closing or closing[-1] != len(lines) - 1:
        return None
    first = _first_arrowed(text, lines, closing[0])
    if _NUMBERED.match(text, lines[first].start, lines[first].end):
        return None  # a numbered list, as a browser copies it
    notes, start = [], first
    for last in closing:
        notes.append(
            [trimmed for line in lines[start : last + 1] if (trimmed := _bare(text, line, line is lines[start]))]
        )
        start = last + 1
    return Listing(lines[:first], notes)


def _first_arrowed(text: str, lines: list[Line], closing: int) -> int:
    """The line where the note that ends at line `closing` begins; its own lists have dashes too."""
    first = next((index for index in range(closing, -1, -1) if text.startswith("- ", lines[index].start)), closing)
    for index in range(first, max(-1, first - 50), -1):
        if text.startswith(("- Source:", "- [Source:"), lines[index].start):
            return index
    return first


def _bare(text: str, line: Line, opens: bool) -> Line | None:
    """A note's line without the dash that opens the note and the arrow that closes it."""
    start, end = line.start, line.end
    if opens and text.startswith("- ", start):
        start += 2
    if text.endswith(_ARROW, start, end):
        end -= 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Line(start, end, line.indent) if end > start else None
