"""Markers that other people's copies set off from the text: raised, or with brackets or a sign of their own.

A browser or a PDF gives `Moscow.⁵`, a wiki `Moscow.[note 5]`, Markdown `Moscow.[^5]`, plain text `Moscow.^5`. The
series prints none of these signs, so that they are markers wherever notes are listed. Round brackets are another
matter: `(5)` mostly enumerates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tgreader.model.patterns import pattern
from tgreader.readers.anchors.candidate import Candidate, Form, Stretch
from tgreader.readers.anchors.recurring import Recurring
from tgreader.readers.anchors.words import BEFORE

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
LOWERED = str.maketrans(RAISED, "0123456789")
_NEAR = 70  # how much of the text before a place is kept with it, in code points
_OF_A_WORD = pattern(r"([^\W\d_]+)[ \u00a0]?$")
_QUOTES = "“”‘’\"' "
_OPENS = pattern(rf"[\[<$^{{(⁽{RAISED}]")
_N = r"[0-9]{1,3}"
SET_OFF = pattern(
    rf"\[(?:\^|(?:foot)?note ?|fn\.? ?|n\.? ?)({_N})\]"
    rf"|<sup>\[?({_N})\]?</sup>|<({_N})>"
    rf"|\$\^(?:\{{({_N})\}}|({_N}))\$|\^(?:\[({_N})\]|\{{({_N})\}}|\(({_N})\)|({_N})\^?)"
    rf"|\{{({_N})\}}"
    rf"|⁽([{RAISED}]{{1,3}})⁾|\[([{RAISED}]{{1,3}})\]|([{RAISED}]{{1,3}})(?![{RAISED}])"
    rf"|\((?:\((?P<doubled>{_N})\)|(?P<round>{_N}))\)",
    re.IGNORECASE,
)
"""A number that is set off, whatever stands around it."""


def number_of(found: re.Match[str]) -> str:
    """The digits of a number that is set off."""
    return found[found.lastindex or 0].translate(LOWERED)


def set_off(stretch: Stretch, highest: int, known: Recurring) -> list[Candidate]:
    """Every number up to `highest` that is set off; `[5]` alone is found with the bare digits."""
    text, candidates, done = stretch.text, [], 0
    for sign in _OPENS.finditer(text):
        found = SET_OFF.match(text, sign.start()) if sign.start() >= done else None
        if not found or int(label := number_of(found)) > highest:
            continue
        start, done = found.span()
        before = text[max(0, start - _NEAR) : start]
        features: tuple[str, ...] = ("set off",) if before.strip() else ("set off", "in brackets where a line starts")
        is_round = bool(found["round"] or found["doubled"])
        if is_round:
            features = ("in round brackets", *_enumerates(before, text[done : done + 1]))
            features += ("round as in the heading",) * known.rounds
        form: Form = "round" if is_round else "bracket"
        candidates.append(Candidate(stretch.block, start, done, label, int(label), form, features, before))
    return candidates


def _enumerates(before: str, after: str) -> Iterator[str]:
    """What speaks for an item's number, `on (1) arms and (2) trade`, by what stands before and after it."""
    bare = before.rstrip()
    if not bare.strip(_QUOTES):
        yield "round starts a line"
    elif not after:
        yield "round ends a line"
    elif len(bare) < len(before):
        word = _OF_A_WORD.search(before)
        yield "round after a space"
        if bare[-1] in ",:;–—" or (word and word[1].lower() in BEFORE):
            yield "round enumerates"
    elif bare[-1].isdigit():
        yield "round after a digit"
