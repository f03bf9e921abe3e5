"""The markers of a document: candidates, the sequence model under each style, and how sure the answer is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from tgreader.model.inline import Range
from tgreader.model.tuples import NamedTuple
from tgreader.readers.anchors.affinity import NoteWords
from tgreader.readers.anchors.candidate import Candidate, Form, Stretch
from tgreader.readers.anchors.doubt import SURE, reason
from tgreader.readers.anchors.finding import find_candidates, set_candidate
from tgreader.readers.anchors.lattice import ENDLESS, Arc, Lattice
from tgreader.readers.anchors.recurring import Recurring
from tgreader.readers.anchors.weights import weights_of

# How markers are attached, by the style of the whole document; the surest sign of a style first.
FORMS: dict[str, frozenset[Form]] = {
    "bracket": frozenset(("bracket",)),
    "fused": frozenset(("fused", "digit", "stop", "spaced", "symbol")),
    "space": frozenset(("spaced", "symbol")),
    "round": frozenset(("round", "symbol")),
}
TABLES = {"round": "bracket"}  # the weights of a style that has none of its own
_NEED_A_LIST = frozenset(("round",))  # without one, such numbers enumerate
_SLACK = 12  # by how much the printed numbers may outrun the list
_HIGHEST_UNLISTED = 99
_SEARCHED = 2_000_000  # code points of a text; the longest document of the series has 200,000
_CONSIDERED = 20_000  # candidates of a text
_PLAIN = 4.0  # a marker that is worth more than this is past doubt
_LEAST_UNLISTED = 2 / 3  # without a list, a marker must be twice as likely as not: most such texts have none
_RIVAL = 0.001  # a place less likely than this is no rival


class Anchor(NamedTuple):
    """A marker.

    Attributes:
        block: the index of its block, the body's and then the notes' counted.
        start, end: text[start:end] of the block; empty where a reader set a marker that is not printed.
        label: as printed.
        note: its note's place in the list, from 0; None where the list is lost.
        confidence: the estimated chance that it is the marker of that note.
        rival: the next most likely place of that note's marker, as (block, offset), if there is one.
        why: what makes it doubtful, or None.
    """

    block: int
    start: int
    end: int
    label: str
    note: int | None
    confidence: float = 1.0
    rival: Range | None = None
    why: str | None = None


def highest_label(listed: int) -> int:
    """The highest number that a marker can have, given the length of the list."""
    return listed + _SLACK if listed else _HIGHEST_UNLISTED


def solve(
    body: Sequence[Stretch],
    notes: Sequence[Sequence[Stretch]],
    settled: Mapping[int, Range | None],
) -> list[Anchor]:
    """The most likely marker of each note, in order of place.

    Only the first two million code points are searched, and the first 20,000 candidates weighed.

    Args:
        body: the body's blocks, in the order of the file.
        notes: the paragraphs of each listed note.
        settled: what a reader has said: a note's index and the (block, offset) of its marker, None if it has none.
    """
    words = NoteWords(notes)
    everywhere = list(_searched([*body, *(stretch for note in notes for stretch in note)]))
    known = Recurring(everywhere)
    lattice = _likeliest(everywhere[: len(body)], words, known, settled)
    if lattice is not None and notes and len(lattice.best()) < len(notes):
        # Notes that the body leaves without a marker may have it in another note.
        lattice = _likeliest(everywhere, words, known, settled)
    return _anchors(lattice, bool(notes)) if lattice is not None else []


def _likeliest(
    stretches: Sequence[Stretch], words: NoteWords, known: Recurring, settled: Mapping[int, Range | None]
) -> Lattice | None:
    """The lattice of the style under which the text is likeliest; None where no style has a candidate."""
    listed = words.count
    found = find_candidates(stretches, highest_label(listed), known)
    candidates = list(islice(found, _CONSIDERED))
    candidates, fixed = _settle(stretches, candidates, settled)
    barred = frozenset(note for note, place in settled.items() if place is None)
    best: Lattice | None = None
    for style, forms in FORMS.items():
        if style in _NEED_A_LIST and not listed:
            continue
        chosen = [candidate for candidate in candidates if candidate.form in forms or id(candidate) in fixed]
        if not chosen:
            continue
        must = {index: fixed[id(candidate)] for index, candidate in enumerate(chosen) if id(candidate) in fixed}
        lattice = Lattice(chosen, words, weights_of(TABLES.get(style, style)), listed or ENDLESS, must, barred)
        if best is None or lattice.total > best.total:
            best = lattice
        if _plain(lattice, listed):
            break
    return best


def _searched(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """The text as far as it is searched."""
    left = _SEARCHED
    for stretch in stretches:
        if left <= 0:
            return
        yield stretch if len(stretch.text) <= left else stretch._replace(text=stretch.text[:left])
        left -= len(stretch.text)


def _settle(
    stretches: Sequence[Stretch], candidates: list[Candidate], settled: Mapping[int, Range | None]
) -> tuple[list[Candidate], dict[int, int]]:
    """The candidates with those that a reader has set, in order, and the note of each of these by its identity."""
    places = {place: note for note, place in settled.items() if place is not None}
    if not places:
        return candidates, {}
    order = {stretch.block: index for index, stretch in enumerate(stretches)}
    given = {(block, at): set_candidate(stretches[order[block]], at) for block, at in places if block in order}
    free = [candidate for candidate in candidates if not any(_overlap(candidate, other) for other in given.values())]
    every = sorted([*free, *given.values()], key=lambda candidate: (order[candidate.block], candidate.start))
    return every, {id(candidate): places[place] for place, candidate in given.items()}


def _overlap(one: Candidate, other: Candidate) -> bool:
    return one.block == other.block and one.start < max(other.end, other.start + 1) and other.start < one.end


def _plain(lattice: Lattice, listed: int) -> bool:
    """Whether every note has a marker, most of them past doubt and joined to a word: then no other style is tried."""
    best = lattice.best()
    joined = sum(arc.weight > _PLAIN and lattice.candidates[arc.candidate].form != "spaced" for arc in best)
    return 0 < listed == len(best) and 2 * joined > listed


def _anchors(lattice: Lattice, listed: bool) -> list[Anchor]:
    chances: dict[int, dict[int, float]] = {}  # of each note, the chance of each candidate
    for arc, chance in lattice.chances():
        places = chances.setdefault(arc.note, {})
        places[arc.candidate] = places.get(arc.candidate, 0.0) + chance
    calls: dict[int, dict[int, float]] = {}  # of each candidate, the chance that it is each note's
    for note, places in chances.items():
        for candidate, chance in places.items():
            calls.setdefault(candidate, {})[note] = chance
    anchors = []
    for arc in lattice.best():
        anchor = _anchor(lattice, arc, chances[arc.note], calls[arc.candidate], listed)
        if not listed and anchor.confidence < _LEAST_UNLISTED:
            break
        anchors.append(anchor)
    return anchors


def _anchor(
    lattice: Lattice, arc: Arc, places: Mapping[int, float], calls: Mapping[int, float], listed: bool
) -> Anchor:
    """The marker that an arc makes, given the chances of its note's places and of the notes that its place may be."""
    candidate = lattice.candidates[arc.candidate]
    confidence = min(1.0, places[arc.candidate])
    others = [(chance, index) for index, chance in places.items() if index != arc.candidate and chance >= _RIVAL]
    chance, index = max(others, default=(0.0, -1))
    rival = lattice.candidates[index] if others else None
    why = None
    if confidence < SURE:
        other = max((note for note in calls if note != arc.note), key=lambda note: calls[note], default=None)
        if other is not None and calls[other] < 1 - SURE:
            other = None
        why = reason(candidate, arc.features, rival if chance >= 1 - SURE else None, other, listed)
    return Anchor(
        candidate.block,
        candidate.start,
        candidate.end,
        candidate.label or str(arc.after[1]),
        arc.note if listed else None,
        confidence,
        (rival.block, rival.start) if rival else None,
        why,
    )
