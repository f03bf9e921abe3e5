"""Documents as they might have been: what the series has seldom, made of what it has often.

Notes without a marker, repeated and missing numbers, symbols, lists that are lost, numbers that start again: of each
the corpus holds a few dozen, too few to learn from and to measure by. Here they are made of ordinary documents, with
their truth.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from typing import Any

Truth = dict[str, Any]
Flat = tuple[str, Truth]
Labels = dict[int, str | None]
"""For notes by their index: the label to print instead; None takes the marker away."""
_SUMMARIES = (
    "Summary: The Embassy reported on the talks and asked for instructions.",
    "Summary: Kissinger sent the President a paper on the issues to be discussed.",
    "Summary: The study discussed policy towards the region and named three options.",
)
_OF_THE_ORIGINAL = " [Footnote in the source text.]"


def variants(documents: Sequence[Flat], every: int = 1, seed: int = 0) -> Iterator[tuple[str, Flat]]:
    """One variant, of a kind chosen by lot, of every Nth document that can be varied; with the name of its kind."""
    lots = random.Random(seed)  # noqa: S311 - which variant
    for number in range(0, len(documents), every):
        kind = lots.choice(list(KINDS))
        if made := variant(kind, documents, number, lots):
            yield kind, made


def variant(kind: str, documents: Sequence[Flat], number: int, lots: random.Random) -> Flat | None:
    """A variant of a kind of one of the documents; None where it cannot be varied so."""
    text, truth = documents[number]
    if not _is_plain(truth):
        return None
    if kind == "numbers start again":
        return _joined(documents[number], documents[(7 * number + 3) % len(documents)])
    if kind == "two markers in the heading":
        return _two_in_heading(text, truth, lots)
    if kind == "the list is lost":
        lost = deepcopy(truth)
        for note in lost["notes"]:
            note["text"] = None
        return text[: truth["body_end"]].rstrip(), lost
    labels = KINDS[kind](_numbers(truth), lots)
    return _relabelled(text, truth, labels) if labels else None


def _marker_is_lost(numbers: list[int], lots: random.Random) -> Labels:
    return {lots.randrange(len(numbers)): None} if len(numbers) > 1 else {}


def _number_is_repeated(numbers: list[int], lots: random.Random) -> Labels:
    if len(numbers) < 2:
        return {}
    return {place: str(numbers[place] - 1) for place in range(lots.randrange(1, len(numbers)), len(numbers))}


def _number_is_missing(numbers: list[int], lots: random.Random) -> Labels:
    if len(numbers) < 3:
        return {}
    return {place: str(numbers[place] + 1) for place in range(lots.randrange(1, len(numbers)), len(numbers))}


def _starts_late(numbers: list[int], lots: random.Random) -> Labels:
    later = lots.choice((1, 1, 1, 2, 5))
    return {place: str(number + later) for place, number in enumerate(numbers)}


def _starts_elsewhere(numbers: list[int], lots: random.Random) -> Labels:
    """From 0 instead of 1, or from 1 instead of 0."""
    del lots
    step = 1 if numbers[0] == 0 else -1
    return {place: str(number + step) for place, number in enumerate(numbers)}


def _all_are_symbols(numbers: list[int], lots: random.Random) -> Labels:
    signs = lots.choice((("*", "†", "‡", "§"), ("*", "**", "***", "****"), ("*",) * len(numbers)))
    return dict(enumerate(signs[: len(numbers)])) if len(numbers) <= len(signs) else {}


def _one_is_a_symbol(numbers: list[int], lots: random.Random) -> Labels:
    if len(numbers) < 2:
        return {}
    place = lots.randrange(1, len(numbers))
    labels: Labels = {later: str(numbers[later] - 1) for later in range(place + 1, len(numbers))}
    labels[place] = "*"
    return labels


def _not_by_labels(numbers: list[int], lots: random.Random) -> Labels:
    raise NotImplementedError


KINDS: dict[str, Callable[[list[int], random.Random], Labels]] = {
    "a marker is lost": _marker_is_lost,
    "a number is repeated": _number_is_repeated,
    "a number is missing": _number_is_missing,
    "numbers start late": _starts_late,
    "numbers start elsewhere": _starts_elsewhere,
    "all are symbols": _all_are_symbols,
    "one is a symbol": _one_is_a_symbol,
    "numbers start again": _not_by_labels,
    "two markers in the heading": _not_by_labels,
    "the list is lost": _not_by_labels,
}


def _is_plain(truth: Truth) -> bool:
    """Whether every note is listed and has its marker in the body, numbered without a gap."""
    notes = truth["notes"]
    marked = bool(notes) and all(
        note["marker"] and note["text"] and note["n"].isdigit() and note["marker"][0] < truth["body_end"]
        for note in notes
    )
    return marked and _numbers(truth) == list(range(int(notes[0]["n"]), int(notes[0]["n"]) + len(notes)))


def _numbers(truth: Truth) -> list[int]:
    return [int(note["n"]) for note in truth["notes"]]


def _edited(text: str, truth: Truth, edits: Sequence[tuple[int, int, str]]) -> Flat:
    """The text with some ranges replaced, and the truth with its offsets moved."""
    edits = sorted(edits)
    parts, done = [], 0
    for start, end, new in edits:
        parts += [text[done:start], new]
        done = end

    def moved(place: int) -> int:
        return place + sum(len(new) - (end - start) for start, end, new in edits if end <= place and start < place)

    edited = deepcopy(truth)
    for note in edited["notes"]:
        if note["marker"]:
            note["marker"][0] = moved(note["marker"][0])
        if note["text"]:
            note["text"] = [moved(place) for place in note["text"]]
    edited["body_end"] = moved(truth["body_end"])
    for page in edited["pages"]:
        page["start"] = moved(page["start"])
    return "".join([*parts, text[done:]]), edited


def _relabelled(text: str, truth: Truth, labels: Labels) -> Flat:
    """The document with other labels; what stands around a label (`[1]`) stays."""
    edits = []
    for place, label in labels.items():
        start, size = truth["notes"][place]["marker"]
        printed = text[start : start + size]
        edits.append((start, start + size, printed.replace(truth["notes"][place]["n"], label) if label else ""))
    text, truth = _edited(text, truth, edits)
    for (place, label), (_, _, printed) in zip(labels.items(), edits, strict=True):
        note = truth["notes"][place]
        note["n"], note["marker"] = label, [note["marker"][0], len(printed)] if label else None
    signed = [place for place, label in labels.items() if label and not label.isdigit() and place % 4]
    ends = [truth["notes"][place]["text"][1] for place in signed]
    text, truth = _edited(text, truth, [(end, end, _OF_THE_ORIGINAL) for end in ends])
    for place in signed:
        truth["notes"][place]["text"][1] += len(_OF_THE_ORIGINAL)
    return text, truth


def _two_in_heading(text: str, truth: Truth, lots: random.Random) -> Flat | None:
    """`Iran1` as `Iran1 2`, with a summary as the second note: as volumes that were only printed on the web have it."""
    first = truth["notes"][0]["marker"]
    end = sum(first)
    if truth["notes"][0]["n"] != "1" or text[end : end + 1] != "\n" or "\n  1. " not in text[truth["body_end"] - 1 :]:
        return None
    later: Labels = {}
    for place, number in enumerate(_numbers(truth)[1:], 1):
        later[place] = str(number + 1)
    text, truth = _relabelled(text, truth, later)
    second = text[slice(*_range(first))].replace("1", "2")
    edits = [(end, end, f" {second.strip()}")]
    for place, note in enumerate(truth["notes"]):
        start = note["text"][0]
        if place:
            edits.append((text.rfind("\n", 0, start) + 1, start, f"  {place + 2}. "))
    listed = truth["notes"][0]["text"][1]
    edits.append((listed, listed, f"\n  2. {lots.choice(_SUMMARIES)}"))
    text, truth = _edited(text, truth, edits)
    for note in truth["notes"][1:]:
        note["list_no"] += 1
    at = end + len(f" {second.strip()}") - len(second.strip())
    note = {**truth["notes"][0], "n": "2", "list_no": 2, "marker": [at, len(second.strip())]}
    truth["notes"].insert(1, note)
    return text, truth


def _joined(one: Flat, other: Flat) -> Flat | None:
    """A document with another as its attachment, whose numbers start again; one list for both."""
    (text, truth), (text_after, after) = one, other
    if not _is_plain(after) or truth["notes"][0]["n"] != after["notes"][0]["n"]:
        return None
    notes = [
        flat[slice(*note["text"])] for flat, which in ((text, truth), (text_after, after)) for note in which["notes"]
    ]
    if any("\n" in note for note in notes):
        return None
    body = text[: truth["body_end"]].rstrip() + "\n\n"
    joined = deepcopy(truth)
    for note in deepcopy(after["notes"]):
        note["marker"][0] += len(body)
        joined["notes"].append(note)
    body += text_after[: after["body_end"]].rstrip() + "\n"
    joined["body_end"], joined["pages"] = len(body), []
    for number, (note, words) in enumerate(zip(joined["notes"], notes, strict=True), 1):
        body += f"\n  {number}. {words}"
        note["list_no"], note["text"] = number, [len(body) - len(words), len(body)]
    return body, joined


def _range(marker: list[int]) -> tuple[int, int]:
    return marker[0], marker[0] + marker[1]
