"""Why a marker is in doubt, in words for the person who reads."""

from __future__ import annotations

from collections.abc import Sequence

from tgreader.readers.anchors.candidate import Candidate

SURE = 0.95  # from here on a marker is not in doubt
_WORDS = 24  # code points of the text that are quoted


def reason(candidate: Candidate, step: Sequence[str], rival: Candidate | None, other: int | None, listed: bool) -> str:
    """Why the marker is in doubt.

    Args:
        candidate: where it is taken to stand.
        step: the names of the features of the step that it makes in the run of numbers.
        rival: the place that is nearly as likely, if there is one.
        other: the note, by its place in the list from 0, that it is nearly as likely the marker of, if there is one.
        listed: whether there is a list of notes.
    """
    reasons = [_form(candidate)]
    if not listed:
        reasons.append("the list of notes is lost")
    if any(name.startswith(("a gap", "a long gap", "a note without")) for name in step):
        reasons.append("a number is missing before it")
    if any(name.endswith("again") for name in step):
        reasons.append(f"the number {candidate.label} occurs again")
    if rival is not None:
        reasons.append(f"it could also stand {_place(rival)}")
    if other is not None:
        reasons.append(f"it could call note {other + 1} of the list")
    return "; ".join(part for part in reasons if part) or "another reading is possible"


def _form(candidate: Candidate) -> str:
    label = candidate.label
    if candidate.form == "digit":
        return f"follows a digit: {candidate.whole} could be {candidate.kept} and {label}, or a number"
    if candidate.form == "stop":
        return f"follows a number: {candidate.kept}{candidate.near[-1:]}{label} could be one"
    if candidate.form == "spaced":
        return f"stands by itself: {label} could be a number of the text"
    if candidate.form == "round":
        return f"in round brackets: ({label}) could be the number of an item"
    if candidate.form == "symbol":
        return f"the sign {label} could belong to the text"
    return ""


def _place(candidate: Candidate) -> str:
    """Where a place is, by the last words before it."""
    before = (candidate.near + candidate.kept).rstrip()
    if not before:
        return "where a line begins"
    return f"after “{before}”" if len(before) <= _WORDS else f"after “…{before[-_WORDS:].partition(' ')[2]}”"
