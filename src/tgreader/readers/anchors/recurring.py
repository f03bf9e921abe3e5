"""Recurring: which numbers a document says more than once, and beside which words.

In `Apollo 116` the marker is 6 where `Apollo 11` stands elsewhere too; `Option 6` has none where `Option 5` does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tgreader.model.patterns import pattern
from tgreader.readers.anchors.candidate import Stretch

DIGITS = pattern(r"[0-9]+")
_NAMED = pattern(r"\b([^\W\d_]++)[ \u00a0-]?+([0-9]++)")
_NAME = pattern(r"([^\W\d_]+)[ \u00a0-]?$")
_SIGN = pattern(r"[*†‡§║¶#]{1,4}")
_ROUND = pattern(r"\([0-9]{1,3}\)$")
_LONGEST_ROUND = 5
_LONG = 3  # from so many digits on a number is told by itself


class Recurring:
    """The numbers of a document.

    Args:
        stretches: all of its text, notes too.
    """

    def __init__(self, stretches: Iterable[Stretch]) -> None:
        self._numbers: Counter[str] = Counter()
        self._named: Counter[tuple[str, str]] = Counter()
        self._signs: set[str] = set()
        self.rounds = False
        """Whether the heading ends in a number in round brackets, as nothing but a marker does."""
        for stretch in stretches:
            self._numbers.update(DIGITS.findall(stretch.text))
            self._named.update(_NAMED.findall(stretch.text))
            if stretch.kind == "heading" and _ROUND.search(stretch.text[-_LONGEST_ROUND:]):
                self.rounds = True
            if stretch.note is None and (sign := _SIGN.match(stretch.text)):
                self._signs.add(sign[0])

    def explained(self, sign: str) -> bool:
        """Whether a line of the body starts with a sign: then the text has its notes in itself."""
        return sign in self._signs

    def split(self, before: str, kept: str, whole: str) -> list[str]:
        """Whether the digits without the marker, or all of them, come again.

        Args:
            before: the text up to the digits.
            kept: the digits that would stay in the text.
            whole: those with the marker's.
        """
        features = []
        if len(kept) >= _LONG:
            features += ["digits kept recur"] * (self._numbers[kept] > 0)
            features += ["digits whole recur"] * (self._numbers[whole] > 1)
        elif found := _NAME.search(before):
            features += ["name and digits kept recur"] * (self._named[found[1], kept] > 0)
            features += ["name and digits whole recur"] * (self._named[found[1], whole] > 1)
        return features

    def alone(self, form: str, before: str, number: int) -> list[str]:
        """Whether the word before a number has it elsewhere too, or has the number before or after it."""
        found = _NAME.search(before)
        if not found:
            return []
        word, features = found[1], []
        size = "Name" if word[0].isupper() else "word"
        if self._named[word, str(number)] > 1:
            features.append(f"{form} {size} recurs")
        if self._named[word, str(number - 1)] or self._named[word, str(number + 1)]:
            features.append(f"{form} {size} in a series")
        return features
