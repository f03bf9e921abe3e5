"""The sentence in which something stands, to be shown apart from its text."""

from __future__ import annotations

import re

from tgreader.model.inline import Range
from tgreader.model.patterns import pattern

LONGEST = 320
"""Code points of a sentence that are shown."""

_END = pattern(r"[.?!\n](?:(?<=\n)\n*|(?<!\n)[”’\"')\]]*(?:\s+\([^()]{1,300}\)\.?)?\s+(?=[“‘\"'\[]?[A-Z0-9]))")
"""What stands in brackets behind a sentence, as the source of what it says does, belongs to it."""
_ABBREVIATED = pattern(
    r"(?:^|[\s(“‘\[—–-])(?:[A-Z]|(?:[A-Z]\.)+[A-Z]|Mrs?|Dr|Gen|Col|Lt|Amb|Adm|Capt|Sgt|Sen|Rep|St|Mt|Ft|[Nn]os?|[Pp]p?"
    r"|[Vv]ols?|[Pp]ts?|[Dd]ocs?|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|[Cc]f|eds?|Jr|Sr|vs|approx|ca|Cong|Sess|Stat"
    r"|Corr|con[’']t)$"
)
_LONGEST_ABBREVIATION = 12
_BEYOND = 40
"""Code points beyond what can be shown at the most: enough to tell whether a sentence ends there."""


def sentence_around(text: str, start: int, end: int) -> Range:
    """The range of the sentence, or sentences, that text[start:end] stands in.

    A stop after an abbreviation, an initial or `p.` ends no sentence.

    Args:
        text: a block's text.
        start: where the words begin, in code points.
        end: where they end.
    """
    last = len(text)
    before: list[re.Match[str]] = []
    for found in _END.finditer(text):
        if found.end() <= start:
            before.append(found)
        elif found.end() >= end and not _is_abbreviation(text, found):
            last = found.start() + len(found[0].rstrip())
            break
    first = next((found.end() for found in reversed(before) if not _is_abbreviation(text, found)), 0)
    return first, last


def _is_abbreviation(text: str, found: re.Match[str]) -> bool:
    """Whether what looks like a sentence's end only ends an abbreviation: none does before a quotation mark."""
    if not found[0].startswith(". "):
        return False
    start = found.start()
    return _ABBREVIATED.search(text, max(0, start - _LONGEST_ABBREVIATION), start) is not None


def sentence_with(text: str, start: int, end: int, longest: int = LONGEST) -> tuple[str, Range]:
    """The sentence that text[start:end] stands in; a longer one cut at spaces, with `…` for what is left out.

    Args:
        text: a block's text, or several, a line each; only what is near the words is looked at.
        start: where the words begin, in code points.
        end: where they end.
        longest: code points that are wanted at the most; the words themselves are given whole.

    Returns:
        The sentence, and where in it the words are.
    """
    near = max(0, start - longest - _BEYOND)
    piece = text[near : end + longest + _BEYOND]
    first, last = sentence_around(piece, start - near, end - near)
    first, last = first + near, last + near
    begin, stop = _cut(text, first, last, (start, end), longest)
    before = "… " if begin > first or first == near > 0 else ""
    after = " …" if stop < last or last == near + len(piece) < len(text) else ""
    shift = len(before) - begin
    return f"{before}{text[begin:stop]}{after}", (start + shift, end + shift)


def quoted(text: str, start: int, end: int, longest: int = LONGEST) -> str:
    """The same on one line, without the place of the words."""
    return " ".join(sentence_with(text, start, end, longest)[0].split())


def _cut(text: str, first: int, last: int, words: Range, longest: int) -> Range:
    """A sentence, or of a long one the part around the words."""
    start, end = words
    if last - first <= longest:
        return first, last
    room = max(0, longest - (end - start))
    after = min(last - end, room - min(start - first, room // 2))
    before = min(start - first, room - after)
    begin, stop = start - before, end + after
    if begin > first:
        begin = text.find(" ", begin, start) + 1 or start
    if stop < last:
        stop = max(end, text.rfind(" ", end, stop))
    return begin, stop
