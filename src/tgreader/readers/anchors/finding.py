"""Finding candidates: every digit, and every sign, that could be a footnote's marker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import merge

from tgreader.model.patterns import pattern
from tgreader.readers.anchors.candidate import SYMBOL, UNPRINTED, Candidate, Stretch
from tgreader.readers.anchors.recurring import DIGITS, Recurring
from tgreader.readers.anchors.scene import NEAR, Scene
from tgreader.readers.anchors.set_off import SET_OFF, number_of, set_off

_SYMBOLS = pattern(r"[*†‡§║¶#]{1,4}(?![\w*†‡§║¶#])|(?<=[.,;:)\]”])[a-z](?=\s|$)")
_SIGN = pattern(r"[*†‡§║¶#]{1,4}")
_BRACKETED = pattern(r"\[([*†‡§║¶#]{1,4}|[a-z])\](?!\w)")
_BRACKETED_NUMBER = pattern(r"\[[0-9]{1,4}\]")
_SPACED_NUMBER = pattern(r"[ \u00a0][0-9]{1,3}(?!\w)")


def find_candidates(stretches: Sequence[Stretch], highest: int, known: Recurring) -> Iterator[Candidate]:
    """Every candidate with a label up to `highest`, and every symbol, in the order of the stretches.

    What is seen of each is in its features; what each feature is worth, in `weights.py`.

    Args:
        stretches: the text.
        highest: the highest number that a marker can have.
        known: the numbers of the document.
    """
    for stretch in stretches:
        apart = set_off(stretch, highest, known)
        taken = {at for one in apart if one.form == "bracket" for at in range(one.start, one.end)}
        for candidate in merge(
            apart,
            _numbers(stretch, highest, known),
            _symbols(stretch, known),
            _bracketed_symbols(stretch),
            key=_start,
        ):
            if taken and candidate.start in taken and candidate.form != "bracket":
                continue
            if stretch.note is None:
                yield candidate
            else:
                features = (*candidate.features, "in a note")
                yield candidate._replace(features=features, earliest=stretch.note + 1)


def set_candidate(stretch: Stretch, at: int) -> Candidate:
    """The marker that a reader says stands at an offset: what is printed there, or nothing."""
    text = stretch.text
    if _SPACED_NUMBER.match(text, at):
        at += 1
    for sort in (SET_OFF, _BRACKETED, _BRACKETED_NUMBER, DIGITS, _SIGN):
        if found := sort.match(text, at):
            label = number_of(found) if sort is SET_OFF else found[0].strip("[]")
            number = int(label) if label.isdigit() and len(label) <= 4 else SYMBOL
            return Candidate(stretch.block, at, found.end(), label, number, "fused", (), text[max(0, at - NEAR) : at])
    return Candidate(stretch.block, at, at, "", UNPRINTED, "fused", (), text[max(0, at - NEAR) : at])


def _start(candidate: Candidate) -> int:
    return candidate.start


def _numbers(stretch: Stretch, highest: int, known: Recurring) -> Iterator[Candidate]:
    """Each run of digits: all of it, and what is left of it when its first digits belong to the text."""
    text = stretch.text
    longest = len(str(highest))
    for run in DIGITS.finditer(text):
        start, end = run.span()
        labels = [
            (size, number)
            for size in range(min(longest, end - start), 0, -1)
            if (number := int(text[end - size : end])) <= highest and (size == 1 or text[end - size] != "0")
        ]
        if labels:
            scene = Scene(stretch, start, end)
            for size, number in labels:
                yield scene.candidate(size, number, known)


def _symbols(stretch: Stretch, known: Recurring) -> Iterator[Candidate]:
    text = stretch.text
    for found in _SYMBOLS.finditer(text):
        start, end = found.span()
        if text[max(0, start - 1) : start] == "[" and text[end : end + 1] == "]":
            continue
        scene = Scene(stretch, start, end)
        left = "after a space" if scene.spaced else "after " + scene.left
        features = ["symbol", f"symbol {left}", f"symbol before {scene.right}"]
        if not text[:start].strip():
            features.append("symbol starts a line")
        elif known.explained(found[0]):
            features.append("symbol starts a line elsewhere")
        if found[0].isalpha():
            features.append("symbol is a letter")
        if found[0][0] == "#":
            features.append("symbol is #")
        yield Candidate(stretch.block, start, end, found[0], SYMBOL, "symbol", tuple(features), scene.before)


def _bracketed_symbols(stretch: Stretch) -> Iterator[Candidate]:
    for found in _BRACKETED.finditer(stretch.text):
        yield Candidate(stretch.block, *found.span(), found[1], SYMBOL, "bracket", ("symbol in brackets",), "")
