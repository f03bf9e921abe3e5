"""Where the body of a flattened document ends and the list of its notes begins.

Two forms are known. What was taken from the site's pages ends in an indented ordered list, `  1. text`, whose numbers
are places in the list, not the printed numbers; further paragraphs of a note are indented deeper. What Trafilatura
made ends in lines `- text↩`, where the arrow, which closes a note, is the way back of the web page. Where a list has
lost its indent, only the markers of the body can tell it from numbered paragraphs.
"""

from __future__ import annotations

from tgreader.patterns import pattern
from tgreader.tuples import NamedTuple

_LINE = pattern(r"[^\r\n]+")
_NUMBERED = pattern(r"(\d{1,4})\.(?: |$)")
_ARROW = "↩"
_LOOSE_SOURCE = pattern(r"1\. (?:\[)?Source:")


class Line(NamedTuple):
    """A line without the white space around it: text[start:end], and how far it was indented."""

    start: int
    end: int
    indent: int


class Listing(NamedTuple):
    """The lines of a document: its body's, and for each note of its list the note's own."""

    body: list[Line]
    notes: list[list[Line]]


def lines_of(text: str) -> list[Line]:
    """Every line of a text that is not blank; CR, LF and CR LF end lines, nothing else does."""
    lines = []
    for found in _LINE.finditer(text):
        line = found[0]
        bare = line.strip()
        if bare:
            indent = len(line) - len(line.lstrip())
            start = found.start() + indent
            lines.append(Line(start, start + len(bare), indent))
    return lines


def split_notes(text: str, lines: list[Line], loose: int = 0) -> Listing:
    """Tell the body from the list of notes.

    Args:
        text: the document.
        lines: its lines.
        loose: how many notes there are where their list may have lost its indent, as in what was pasted.
    """
    found = _arrowed(text, lines) or _numbered(text, lines) or (_loose(text, lines, loose) if loose else None)
    return found or Listing(lines, [])


def _numbered(text: str, lines: list[Line]) -> Listing | None:
    """The list `  1. text`: indented, to the end of the file, its numbers rising by one."""
    first = _first_numbered(text, lines)
    if first is None:
        return None
    indent = lines[first].indent
    notes: list[list[Line]] = []
    for line in lines[first:]:
        found = _NUMBERED.match(text, line.start, line.end) if line.indent == indent else None
        if found and int(found[1]) == len(notes) + 1:
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


def _loose(text: str, lines: list[Line], count: int) -> Listing | None:
    """The last lines where they are numbered from 1 and just so many; else they are paragraphs of the body."""
    opens = [index for index, line in enumerate(lines) if text.startswith("1. ", line.start, line.end)]
    if not opens:
        return None
    notes: list[list[Line]] = []
    for line in lines[opens[-1] :]:
        if text.startswith(f"{len(notes) + 1}. ", line.start, line.end):
            notes.append([Line(line.start + len(f"{len(notes) + 1}. "), line.end, 0)])
        else:
            notes[-1].append(line)
    return Listing(lines[: opens[-1]], notes) if len(notes) == count and opens[-1] else None


def _arrowed(text: str, lines: list[Line]) -> Listing | None:
    """The list `- text↩`: every note ends in an arrow, and the first begins at the dash before the first arrow."""
    if _ARROW not in text:
        return None
    closing = [index for index, line in enumerate(lines) if text.endswith(_ARROW, line.start, line.end)]
    if not closing or closing[-1] != len(lines) - 1:
        return None
    first = _first_arrowed(text, lines, closing[0])
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
