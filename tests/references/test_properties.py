"""What must hold for any text, however it is made."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tgreader.references import GROUPS, references_in
from tgreader.references.first_look import CANDIDATE
from tgreader.references.grammar import _START

from .stand_ins import Shelf, document

PIECES = (
    "Document ", "Documents ", "footnote ", "footnotes ", "p. ", "pp. ", "page ", "Foreign Relations, ",
    "1969–1976, ", "vol. XIII, ", "volume E–7, ", "volumes VII and VIII", "Part 1, ", "Ibid.", "ibid., ", "Supra",
    "infra", "thereto", "above", "Telegram ", "telegrams ", "to Moscow", "from The Hague, ", "State 149897",
    "Moscow 5110", "Deptel ", "Secto 25", "A–942 ", "reftel", "Ref: ", "ref A", "Tab A", "Source: ",
    "Department of State, ", "Central Files, ", "611.41/3–2259", "Library of Congress, ", "Kissinger Papers, ",
    "Box 12, ", "Folder 3", "lot 63 D 351", "Public Papers: Nixon, ", "Department of State Bulletin, ",
    "Kissinger, White House Years, ", "2 UST 1619", "Not printed.", " (", ")", ", ", ". ", " and ", "–", "; ", "1",
    "12", "134136", "1972", "“", "”", "\n", " ", "é", "’s", "\u202e", "\x00", "[",
)  # fmt: skip

texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.text(max_size=200))


@given(texts, texts, texts)
@settings(max_examples=400, deadline=None)
def test_references_are_ordered_apart_and_true_to_the_text(body: str, first: str, second: str) -> None:
    made = document(first, second, body=(body,), heading="Editorial Note")
    found = references_in(made, Shelf({"frus1969-76v39": {"d12": ("1",)}}))
    blocks = [block for _, block in made.every_block()]
    assert len(found) == len(blocks)
    for block, references in zip(blocks, found, strict=True):
        end = 0
        for one in references:
            assert end <= one.start < one.end <= len(block.text)
            end = one.end
            assert one.text == block.text[one.start : one.end]
            assert one.source == block.source(one.start, one.end)
            assert one.kind in GROUPS
            assert one.key
            assert one.title
            assert not one.inferred or one.why
            assert one.status not in {"resolved", "absent"} or one.target is not None
            assert one.status != "ambiguous" or one.why


@given(texts)
@settings(max_examples=400, deadline=None)
def test_the_first_look_stops_wherever_the_grammar_reads(text: str) -> None:
    stops = {found.start() for found in CANDIDATE.finditer(text)}
    at = 0
    while found := _START.search(text, at):
        first = found.start()
        assert first in stops or any(
            stop < first < look.end() for look in CANDIDATE.finditer(text) for stop in [look.start()]
        )
        at = found.end()


RUNS = (
    "1", "1,", "1.", ". ", ", ", "1, ", "12–", "Document ", "Documents 1, ", "Document 1 and ", "Documents 1",
    "footnote 1, ", "p. 1, ", "pp. A–1, ", "Foreign Relations, A, ", "vols. I, ", "ibid., ", "Source: ",
    "Department of State, Central Files, ", "A ", "A, ", "telegrams 1 and ", "Moscow 12 ", "reftel ", "Tab A ",
    "Public Papers: A, 1, ", "(", "(A 1951), p. 1", "l1",
)  # fmt: skip


@pytest.mark.parametrize("run", RUNS)
def test_long_runs_take_time_in_proportion_to_their_length(run: str) -> None:
    """A search that backtracks takes minutes for these; four times the length may take little more than four times."""

    def seconds(size: int) -> float:
        made = document(run * (size // len(run)), heading="Editorial Note")
        started = time.process_time()
        references_in(made, Shelf())
        return time.process_time() - started

    assert seconds(40_000) < max(12 * seconds(10_000), 2.0)
