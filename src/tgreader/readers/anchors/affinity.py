"""Affinity: whether a note speaks of what stands before a place.

The note to `State 149897.2` begins `Telegram 149897 to Moscow`; the note to `communiqué4` says `communiqué`.
"""

from __future__ import annotations

from collections.abc import Sequence

from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple
from tgreader.readers.anchors.candidate import SYMBOL, Candidate, Stretch
from tgreader.readers.anchors.words import words

_WORD = pattern(r"[^\W_]+")
_ORIGINAL = pattern(r"\[[^\]]{0,60}\b(?:source text|original)\b")  # `[Footnote in the source text.]`
_LAST_WORD = pattern(r"([^\W\d_]{3,})[^\w\s]{0,3}\s?$")
_COMMON = words(
    """department state secretary president government united states embassy telegram document which their would there
    other these those about should could where after before washington printed source memorandum conversation"""
)
_UNDER_HEADING = 4  # blocks, with the heading: the dateline, and what stands over the text, are among them
_LOOKED_AT = 1500  # code points of a note; the rest of a long one is about other things


class _Near(NamedTuple):
    """The telling words before a place, and the word right before it, "" where there is none."""

    telling: frozenset[str]
    last: str


class NoteWords:
    """What the listed notes say, and which of them is the source note.

    Args:
        notes: the paragraphs of each note.
    """

    def __init__(self, notes: Sequence[Sequence[Stretch]]) -> None:
        self.count = len(notes)
        texts = ["\n".join([stretch.text for stretch in note]) for note in notes]
        self._originals = [_ORIGINAL.search(text) is not None for text in texts]
        self._texts = [text[:_LOOKED_AT] for text in texts]
        self._words: dict[int, frozenset[str]] = {}
        self._near: dict[tuple[int, int], _Near] = {}

    def features(self, candidate: Candidate, note: int) -> tuple[str, ...]:
        """What speaks for or against the note at `note`, from 0, having its marker at a candidate."""
        if note >= self.count:
            return ()
        features = [self._place_in_list(candidate, note)]
        if candidate.number == SYMBOL or self._originals[note]:
            sort = "sign" if candidate.number == SYMBOL else "number"
            features.append(f"a {sort} for a note of {'the original' if self._originals[note] else 'the editors'}")
        said = self._words.get(note)
        if said is None:
            said = self._words[note] = _telling(self._texts[note])
        if candidate.kept:
            size = "short " if len(candidate.kept) < 3 else ""
            if candidate.kept in said:
                features.append(f"the note names the {size}number")
            if candidate.whole != candidate.kept and candidate.whole in said:
                features.append("the note names the whole number")
        key = (candidate.block, candidate.start)
        near = self._near.get(key)
        if near is None:
            near = self._near[key] = _near(candidate)
        if near.last in said:
            features.append(f"the note says the {candidate.form} word")
        shared = len(near.telling & said)
        if shared:
            features.append(f"{candidate.form} shares {'a word' if shared == 1 else 'words'} with the note")
        return tuple(features)

    def _place_in_list(self, candidate: Candidate, note: int) -> str:
        source = note == 0 and self._texts[note].startswith(("Source:", "[Source:"))
        where = "at the heading's end" if candidate.at_heading_end else "elsewhere"
        if source and where == "elsewhere" and candidate.at_line_end and candidate.block < _UNDER_HEADING:
            where = "under the heading"
        return f"{'source' if source else 'first' if note == 0 else 'further'} note {where}"


def _near(candidate: Candidate) -> _Near:
    last = None if candidate.form == "digit" else _LAST_WORD.search(candidate.near)
    return _Near(_telling(candidate.near), last[1].lower() if last else "")


def _telling(text: str) -> frozenset[str]:
    """The words of a text that tell what it is about: numbers, names and long words."""
    return frozenset(
        word.lower()
        for word in _WORD.findall(text)
        if (len(word) > 5 or (word[0].isupper() and len(word) > 2) or word.isdigit()) and word.lower() not in _COMMON
    )
