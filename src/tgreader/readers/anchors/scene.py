"""Scene: what stands around a run of digits or a sign, as names of features."""

from __future__ import annotations

import re
from bisect import bisect_left

from tgreader.model.patterns import pattern
from tgreader.readers.anchors.candidate import Candidate, Form, Stretch
from tgreader.readers.anchors.recurring import DIGITS, Recurring
from tgreader.readers.anchors.words import ABBREVIATIONS, BEFORE, CUES, MONTHS, UNITS

NEAR = 70  # how much of the text before a place is looked at, in code points
_LAST_WORD = pattern(r"([^\W\d_]+)(?:[.’']s?)?[ \u00a0]?$")
_FIRST_WORD = pattern(r"[ \u00a0]?([^\W\d_]+)")
_ORDINAL = pattern(r"(?:st|nd|rd|th|d)\b")
_DAY_BEFORE = pattern(r"[0-9]Z? ?[^\W\d_]+\.? ?$")
# What a telegram's number follows: `Deptel 777`, `telegrams 70 and 66`, `your 828`, `London’s 1166`.
_TELEGRAM = pattern(
    r"(?:\b(?:[A-Za-z]*(?:[Tt]el|TEL)s?|[Tt]elegrams?|[Cc]irculars?|[Yy]our|[Mm]y|[Oo]ur|[Uu]r|[Cc]ables?)|[’']s) "
    r"(?:No\. ?|[\w–-]{1,6}(?:,| and| &)? )?$"
)
_DECIMAL = pattern(r"(?<![0-9])[0-9]*\.[0-9]+(?![.0-9])")
_CLOCK = pattern(r"[ \u00a0]?(?:[ap]\.? ?m\b|o[’']clock|noon\b|midnight\b|hours\b)")
_RANGE = pattern(r"[ \u00a0](?:to|and|or) (?:[0-9]|an? half)")
_LABELS = pattern(r"(?:[ \u00a0]?[0-9]{1,2}){0,2}$")
_LONGEST_NUMBER = 16  # of a longer run of digits the last are enough
_SHORT_LINE = 50
_LAST_DAY = 31
_SHORT_YEAR = 2
_TABLE = 3  # so many decimals nearby are a table's
# Marks that join digits to one number, and how many digits such a number has after them.
_JOINTS = {",": ("thousands", 3), ":": ("clock", 2), "-": ("range", 2), "–": ("range", 2), ".": ("decimal", 0)}
_STOPS = frozenset((".", ",", ":", ";"))
_LEFT = {
    **dict.fromkeys(":;", ":"),
    **dict.fromkeys("?!…", "?"),
    **dict.fromkeys("”’\"'“‘»", "quote"),
    **dict.fromkeys(")]}>", "bracket"),
    **dict.fromkeys("([{<", "open"),
    **dict.fromkeys("-–‑", "hyphen"),
    "—": "dash",
    **dict.fromkeys("/\\_", "slash"),
    **dict.fromkeys("$£€#§№", "money"),
}


class Scene:
    """What stands around text[start:end], a run of digits or a symbol."""

    __slots__ = ("before", "end", "left", "next", "previous", "right", "spaced", "start", "stretch")

    def __init__(self, stretch: Stretch, start: int, end: int) -> None:
        text = stretch.text
        self.stretch, self.start, self.end = stretch, start, end
        self.before = text[max(0, start - NEAR) : start]
        self.spaced = start == 0 or text[start - 1].isspace()
        self.left = _left(self.before)
        self.right = _right(stretch, end)
        self.previous = _word(_LAST_WORD.search(self.before))
        self.next = _word(_FIRST_WORD.match(text, end))

    def candidate(self, size: int, number: int, known: Recurring) -> Candidate:
        """The last `size` digits of the run as a marker."""
        text, start, end = self.stretch.text, self.end - size, self.end
        whole = text[max(self.start, end - _LONGEST_NUMBER) : end]
        kept, label = whole[:-size], whole[-size:]
        form: Form = "fused"
        if kept:
            form, features = "digit", self._after_digits(kept, whole, known)
        elif self.before.endswith("[") and text.startswith("]", end):
            seen = ("in brackets",) if len(self.before) > 1 else ("in brackets", "in brackets where a line starts")
            return Candidate(self.stretch.block, start - 1, end + 1, label, number, "bracket", seen, self.before)
        elif self.spaced:
            form, features = "spaced", self._after_space(number)
        elif self.left in _STOPS and self.before[-2:-1].isdigit():
            form, kept = "stop", _digits_before(self.before[:-1])
            features = self._after_stop(kept, known)
        else:
            features = [f"fused after {self.left}", f"fused before {self.right}", f"fused {self.left} {self.right}"]
        if not kept:
            features += known.alone(form, self.before, number)
        features += [form, *self._around(form, number)]
        at_heading_end = self._at_heading_end()
        return Candidate(
            self.stretch.block,
            start,
            end,
            label,
            number,
            form,
            tuple(features),
            self.before,
            kept,
            whole,
            at_heading_end,
            self._at_line_end(),
        )

    def _around(self, form: Form, number: int) -> list[str]:
        """What speaks for or against any number here."""
        features = []
        if self.right == "number" and _digits_after(self.stretch.text, self.end + 1) == str(number + 1):
            features.append("beside the next label")
            features += ["beside the next label at the heading's end"] * self._at_heading_end()
        if self.next in UNITS and (self.right in ("lower", "letter") or self._in_capitals()):
            features.append(f"{form} before a unit")
        if self.next in MONTHS and self.right == "Upper":
            features.append(f"{form} before a month")
        if _CLOCK.match(self.stretch.text, self.end):
            features.append(f"{form} before the clock")
        elif _RANGE.match(self.stretch.text, self.end):
            features.append(f"{form} before a range")
        elif self.stretch.text.startswith(")", self.end) and self.before.rfind("(") <= self.before.rfind(")"):
            features.append(f"{form} enumerates")
        near = self.before[-30:] + self.stretch.text[self.end : self.end + 30]
        others = len(DIGITS.findall(near))
        if others >= 3:
            features.append(f"{form} amid numbers")
        if self.stretch.kind == "source":
            features.append("at a file number's end" if self.right == "end" else "in a file number")
        return features

    def _after_digits(self, kept: str, whole: str, known: Recurring) -> list[str]:
        """A marker that directly follows digits of the text: could all of the digits be one number?"""
        kind = self._kind(kept, whole)
        if kind == "decimal no" and self._decimals(len(kept)) >= _TABLE:
            kind = "decimal as those nearby"
        features = [f"digit {kind}", f"digit {self.right}", *known.split(self.before, kept, whole)]
        if not self.before:
            features.append("digit starts a line")  # the number of a telegram or a paragraph: `8334. Subj:`
        return features

    def _decimals(self, places: int | None = None) -> int:
        """How many decimals stand nearby; only those of so many places, if that is given."""
        found = _DECIMAL.findall(self.before) + _DECIMAL.findall(self.stretch.text, self.end, self.end + NEAR)
        return sum(places in (None, len(one.partition(".")[2])) for one in found)

    def _kind(self, kept: str, whole: str) -> str:
        """What the run of digits looks like, all of it or all but the marker."""
        last = self.before[-1:]
        if self.before[-2:-1].isdigit() and last in _JOINTS:
            name, length = _JOINTS[last]
            return name if len(whole) == length else name + "+" if len(kept) == length else f"{name} no"
        if last in "$£€" and last:
            return "money"
        size = min(len(whole), 8)
        if last.isalpha() or (last in "/-–" and last):
            return f"code {size}"
        if self.previous in MONTHS and _DAY_BEFORE.search(self.before):  # `15 Aug 68`
            return "short year" if len(whole) == _SHORT_YEAR else "short year+" if len(kept) == _SHORT_YEAR else "day"
        if self.previous in MONTHS and len(kept) < 3 and int(kept) <= _LAST_DAY:
            return "day" if int(whole) <= _LAST_DAY else "day+"
        if _is_year(whole) or _is_year(kept):
            return "year" if _is_year(whole) else "year+"
        if self.previous in CUES:
            return f"cue {size}"
        return f"{'Name' if self._named() else 'plain'} {size}"

    def _named(self) -> bool:
        """Whether the word before starts with a capital."""
        found = _LAST_WORD.search(self.before)
        return found is not None and found[1][0].isupper()

    def _after_stop(self, kept: str, known: Recurring) -> list[str]:
        """A marker after a stop that follows digits: could they be one number, such as `3.5`?"""
        head = self.before[: -len(kept) - 1]
        size = min(len(kept), 5)
        features = [
            f"stop {self.left}",
            f"stop {self.right}",
            f"stop {self.left} {self.right}",
            f"stop {self.left} after {size}",
        ]
        if head and head[-1] in "$£€.,:":
            features.append(f"stop {self.left} after {'money' if head[-1] in '$£€' else 'a stop'}")
        if _is_year(kept):
            features.append(f"stop {self.left} after a year")
        if len(kept) > 1 and _TELEGRAM.search(head):  # such a number has no decimals
            features.append("stop after a telegram's number")
        if self.left == "." and self._decimals() >= _TABLE:
            features.append("stop amid decimals")
        return features

    def _after_space(self, number: int) -> list[str]:
        """A number by itself: a marker, or just a number?"""
        bare = self.before.rstrip()
        left = _left(bare)
        features = [f"spaced after {left}", f"spaced before {self.right}", f"spaced {left} {self.right}"]
        if bare and (bare[-1].isalpha() or bare[-1] in ".’'"):
            word = self.previous
            if word in MONTHS:
                features.append("spaced after a month")
            elif word in CUES:
                features.append("spaced after a cue")
            elif word in BEFORE:
                features.append("spaced after a small word")
        if number > 0 and bare.endswith(str(number - 1)):
            features.append("spaced beside the last label")
            features += ["beside the last label at the heading's end"] * self._at_heading_end()
        if self.next in UNITS:
            features.append("spaced before a counted thing")
        features += self._beside_break()
        if self.right == "end" and len(self.stretch.text) < _SHORT_LINE:
            features.append("spaced after a short line")
        if self._at_heading_end():
            features.append("spaced at the heading's end")
        return features

    def _in_capitals(self) -> bool:
        """Whether all of the next word is in capitals, as in a telegram."""
        word = self.stretch.text[self.end : self.end + len(self.next) + 1]
        return len(self.next) > 1 and word.isupper()

    def _at_heading_end(self) -> bool:
        """Whether the heading ends here, but for further markers."""
        return self.stretch.kind == "heading" and self._at_line_end()

    def _at_line_end(self) -> bool:
        return _LABELS.match(self.stretch.text, self.end) is not None

    def _beside_break(self) -> list[str]:
        """Whether a page break stands right before or right after."""
        breaks = self.stretch.breaks
        index = bisect_left(breaks, self.start)
        if self.start and index < len(breaks):
            if breaks[index] == self.start:
                return ["spaced after a page break"]
            if breaks[index] <= self.end + 1:
                return ["spaced before a page break"]
        return []


def _left(before: str) -> str:
    """The class of what stands right before a place."""
    last = before[-1:]
    if not last:
        return "start"
    if last.isalpha():
        found = _LAST_WORD.search(before)
        word = found[1] if found else last
        if word.islower():
            return "word"
        if len(word) == 1:
            return "Letter"
        return "ACRONYM" if word.isupper() else "Name"
    if last == ".":
        return "abbreviation" if _word(_LAST_WORD.search(before)) in ABBREVIATIONS else "."
    if last.isdigit():
        return "digit"
    return _LEFT.get(last) or (last if last == "," else "other")


def _right(stretch: Stretch, end: int) -> str:
    """The class of what stands right after a place."""
    text = stretch.text
    first, second = text[end : end + 1], text[end + 1 : end + 2]
    if not first:
        return "end"
    if first.isspace():
        if not second:
            return "end"
        if second.isalpha():
            return "lower" if second.islower() else "Upper"
        if second.isdigit():
            return "number"
        return "opening" if second in "([“‘\"'—–…$" else "sign"
    if first.isalpha():
        return "ordinal" if _ORDINAL.match(text, end) else "letter"
    if first in ".,:;?!":
        return "numeric" if second.isdigit() else "stop"
    if first in ")]}”’\"'":
        return "closing"
    return "dash" if first in "-–—‑" else "%" if first in "%°½¼¾'′″/" else "glued"


def _digits_before(text: str) -> str:
    """The digits that a text ends in."""
    return text[len(text.rstrip("0123456789")) :]


def _digits_after(text: str, at: int) -> str:
    found = DIGITS.match(text, at)
    return found[0] if found else ""


def _word(found: re.Match[str] | None) -> str:
    return found[1].lower() if found else ""


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits[:2] in ("17", "18", "19", "20")
