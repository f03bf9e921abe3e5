"""The sequence model: every way to give the notes their markers, in order, and how likely each way is.

A state says how many notes of the list have been passed and which number was printed last. A candidate that is taken
as a marker leads from one state to another; what is not taken leaves the text as it is. The score of a way is the sum
of the weights of its features, and its chance is exp(score) over the sum of all. Forward and backward sums give the
chance of each marker; the best way is the answer.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from tgreader.model.tuples import NamedTuple
from tgreader.readers.anchors.affinity import NoteWords
from tgreader.readers.anchors.candidate import UNPRINTED, Candidate

State = tuple[int, int]  # notes of the list that are passed, highest number printed so far
Step = tuple[State, tuple[str, ...]]  # the state that it leads to, and the names of its features
BEAM = 15.0  # a state that is less likely than the best by more than this, as a logarithm, is given up
WIDTH = 48  # and so is what is not among so many of the likeliest
MANY = 1_000  # candidates; no document of the corpus has half of it. Beyond that, ways are given up sooner
NARROW_BEAM, NARROW_WIDTH = 10.0, 16
MOST_AFFINITY = 5.0  # more than what a note can say for a place
LONGEST_GAP = 3
MOST_LOST = 12  # from here on one more note without a marker costs nothing: a part of the text is missing
ENDLESS = 10**9
OPENINGS: dict[State, tuple[str, ...]] = {(0, 0): ("numbers from 1",), (0, -1): ("numbers from 0",)}


class Arc(NamedTuple):
    """One candidate taken as the marker of one note.

    Attributes:
        candidate: its index.
        note: the note's index in the list.
        before, after: states.
        weight: what taking it adds to the score.
        reached: the logarithm of the summed chances of all ways to `before`.
        features: the names of the step's features, without the candidate's own.
    """

    candidate: int
    note: int
    before: State
    after: State
    weight: float
    reached: float
    features: tuple[str, ...]


class Way(NamedTuple):
    """The best way to a state: its score, its last arc, and the way before that."""

    score: float
    arc: Arc | None
    rest: Way | None


class Lattice:
    """All ways through the candidates of one document under one style.

    Args:
        candidates: in order of place.
        notes: the listed notes.
        weights: what each feature is worth.
        listed: how many notes the list has, or ENDLESS where the list is lost.
        fixed: candidates that must be taken, each with its note's index.
        barred: notes that have no marker.
    """

    def __init__(
        self,
        candidates: Sequence[Candidate],
        notes: NoteWords,
        weights: Mapping[str, float],
        listed: int,
        fixed: Mapping[int, int] = MappingProxyType({}),
        barred: frozenset[int] = frozenset(),
    ) -> None:
        self.candidates, self.weights, self.listed = candidates, weights, listed
        self._notes, self._fixed = notes, fixed
        self._beam, self._width = (BEAM, WIDTH) if len(candidates) <= MANY else (NARROW_BEAM, NARROW_WIDTH)
        self._settled = barred.union(fixed.values())
        self._worths: dict[tuple[str, ...], float] = {}
        self.arcs: list[Arc] = []
        self._ways: dict[State, Way] = {state: Way(0.0, None, None) for state in OPENINGS}
        self._reached: dict[State, float] = dict.fromkeys(OPENINGS, 0.0)
        for index in range(len(candidates)):
            self._take(index)
        self.closing = {state: ending(listed - state[0]) for state in self._reached} if listed < ENDLESS else {}
        finals = [self._reached[s] + self._worth(self.closing.get(s, ())) for s in self._reached]
        self.total = _log_sum(finals)

    def best(self) -> list[Arc]:
        """The arcs of the best way, in order."""
        ways = self._ways
        state = max(ways, key=lambda s: ways[s].score + self._worth(self.closing.get(s, ())))
        way: Way | None = ways[state]
        arcs: list[Arc] = []
        while way is not None and way.arc is not None:
            arcs.append(way.arc)
            way = way.rest
        arcs.reverse()
        return arcs

    def chances(self) -> Iterator[tuple[Arc, float]]:
        """Every arc, last to first, with the chance that it is on the true way."""
        ahead = {state: self._worth(self.closing.get(state, ())) for state in self._reached}
        at = len(self.arcs)
        while at:
            candidate, first = self.arcs[at - 1].candidate, at
            while first and self.arcs[first - 1].candidate == candidate:
                first -= 1
            gained: dict[State, float] = {}
            for arc in self.arcs[first:at]:
                onward = ahead.get(arc.after)
                if onward is None:
                    continue
                yield arc, math.exp(min(0.0, arc.reached + arc.weight + onward - self.total))
                gain = arc.weight + onward
                gained[arc.before] = _log_add(gained[arc.before], gain) if arc.before in gained else gain
            if candidate in self._fixed:
                ahead = gained
            else:
                for state, gain in gained.items():
                    ahead[state] = _log_add(ahead[state], gain) if state in ahead else gain
            at = first

    def end_chances(self) -> Iterator[tuple[State, float]]:
        """Every final state with its chance."""
        for state, score in self._reached.items():
            yield state, math.exp(score + self._worth(self.closing.get(state, ())) - self.total)

    def _take(self, index: int) -> None:
        """Add every arc that takes a candidate."""
        must = self._fixed.get(index)
        arcs = list(self._arcs(index, must, forced=False))
        if must is not None:
            arcs = arcs or list(self._arcs(index, must, forced=True))
        if not arcs:
            return
        ways = {arc.before: self._ways[arc.before] for arc in arcs}
        if must is not None:
            self._ways, self._reached = {}, {}
        self._extend(arcs, ways)

    def _arcs(self, index: int, must: int | None, forced: bool) -> Iterator[Arc]:
        """The arcs that take a candidate, but those that leave the way too far behind the best."""
        candidate = self.candidates[index]
        own = self._worth(candidate.features)
        least = -math.inf if must is not None else max(self._reached.values()) - self._beam - own - MOST_AFFINITY
        spoken: dict[int, tuple[str, ...]] = {}  # by a note, what it says for the place
        for state, reached in self._reached.items():
            if reached < least:
                continue
            steps = _forced(state, candidate, must) if forced else _steps(state, candidate.number, self.listed)
            for after, step in steps:
                note, worth = after[0] - 1, self._worth(step)
                shut = note < candidate.earliest or note in self._settled if must is None else note != must
                if shut or reached + worth < least:
                    continue
                features = spoken.get(note)
                if features is None:
                    features = spoken[note] = self._notes.features(candidate, note)
                worth += own + self._worth(features)
                yield Arc(index, note, state, after, worth, reached, step + features)

    def _extend(self, arcs: list[Arc], ways: Mapping[State, Way]) -> None:
        reached = self._reached
        for arc in arcs:
            score = arc.reached + arc.weight
            reached[arc.after] = _log_add(reached[arc.after], score) if arc.after in reached else score
            way = Way(ways[arc.before].score + arc.weight, arc, ways[arc.before])
            if arc.after not in self._ways or self._ways[arc.after].score < way.score:
                self._ways[arc.after] = way
        self.arcs.extend(arcs)
        floor = max(reached.values()) - self._beam
        if len(reached) > self._width:
            floor = max(floor, sorted(reached.values())[-self._width])
        for state in [state for state, score in reached.items() if score < floor]:
            del reached[state], self._ways[state]

    def _worth(self, features: tuple[str, ...]) -> float:
        worth = self._worths.get(features)
        if worth is None:
            weights = self.weights
            worth = self._worths[features] = sum([weights.get(name, 0.0) for name in features])
        return worth


def _steps(state: State, number: int, listed: int) -> Iterator[Step]:
    """The states that a marker with that number (-1: a symbol) can lead to, and the features of the step."""
    passed, highest = state
    if passed >= listed or number == UNPRINTED:
        return
    opening = OPENINGS[state] if passed == 0 else ()
    if number < 0:
        yield (passed + 1, highest), (*opening, "a symbol")
    elif listed == ENDLESS:
        if number == highest + 1:
            yield (passed + 1, number), (*opening, "the list is lost") if passed == 0 else ()
    elif number > highest:
        yield from _onward(state, number, listed, opening)
    elif passed > 0:
        if number == highest:
            yield (passed + 1, highest), ("the last number again",)
        elif number:  # a 0 again would be the last digit of half the numbers in the text
            yield (passed + 1, highest), ("an earlier number again",)
        if number <= 1 < highest:
            yield (passed + 1, number), ("numbers start again",)


def _onward(state: State, number: int, listed: int, opening: tuple[str, ...]) -> Iterator[Step]:
    """The steps to a higher number: the next one, or past notes without a marker, or past numbers without a note."""
    passed, highest = state
    skipped = number - highest - 1
    if not skipped:
        yield (passed + 1, number), opening
        if passed + 1 < listed:
            yield (passed + 2, number), (*opening, "an unnumbered note without marker")
        return
    if passed + skipped < listed:
        yield (passed + 1 + skipped, number), opening + ending(skipped)
    if passed == 0:
        yield (1, number), (*opening, "a gap at the start" if skipped <= LONGEST_GAP else "a long gap at the start")
    elif skipped <= LONGEST_GAP:
        yield (passed + 1, number), ("a gap",)


def _forced(state: State, candidate: Candidate, note: int | None) -> Iterator[Step]:
    """The step to a marker that a reader has set, whatever its number."""
    passed, highest = state
    lost = -1 if note is None else note - passed
    if lost >= 0:
        number = highest + lost + 1 if candidate.number == UNPRINTED else candidate.number
        yield (passed + lost + 1, max(highest, number)), ending(lost)


def ending(lost: int) -> tuple[str, ...]:
    """The features of notes in a row that have no marker."""
    more = min(lost - 1, MOST_LOST)
    return ("a note without marker",) + ("another note without marker",) * more if lost > 0 else ()


def _log_add(one: float, other: float) -> float:
    high, low = (one, other) if one > other else (other, one)
    return high + math.log1p(math.exp(low - high))


def _log_sum(values: Sequence[float]) -> float:
    high = max(values)
    return high + math.log(sum([math.exp(value - high) for value in values]))
