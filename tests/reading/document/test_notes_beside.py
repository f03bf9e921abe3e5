"""Every note is beside some paragraph, whatever became of its marker."""

from __future__ import annotations

from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from tests.reading.documents import document, heading, note, paragraph
from tgreader.model.document import Block, Document, Note
from tgreader.model.inline import NoteMark
from tgreader.reading.document.notes_beside import notes_beside


def numbers(made: Document) -> list[list[int]]:
    return [[one.number for one in notes] for notes in notes_beside(made)]


def test_notes_stand_beside_the_paragraph_of_their_marker_in_the_order_of_the_markers() -> None:
    made = document(heading("H", 1), paragraph("abc", 3, 2), paragraph("def"), notes=[note(n) for n in (1, 2, 3)])
    assert numbers(made) == [[1], [3, 2], []]


def test_a_note_whose_marker_is_lost_stands_after_the_one_listed_before_it() -> None:
    made = document(heading("H", 1), paragraph("abc", 2, 4), notes=[note(n) for n in (1, 2, 3, 4, 5)])
    assert numbers(made) == [[1], [2, 3, 4, 5]]


def test_lost_notes_before_all_others_stand_beside_the_first_block() -> None:
    made = document(heading("H"), paragraph("abc", 3), notes=[note(n) for n in (1, 2, 3)])
    assert numbers(made) == [[1, 2], [3]]


def test_with_every_marker_lost_all_notes_are_beside_the_first_block() -> None:
    assert numbers(document(heading("H"), paragraph("abc"), notes=[note(1), note(2)])) == [[1, 2], []]


def test_a_repeated_marker_shows_its_note_again_elsewhere_and_once_here() -> None:
    made = document(paragraph("abc", 1, 1), paragraph("def", 1), notes=[note(1)])
    assert numbers(made) == [[1], [1]]


def test_a_note_in_a_note_follows_it() -> None:
    made = document(paragraph("abc", 1, 3), notes=[note(1, "See this.", 2), note(2), note(3)])
    assert numbers(made) == [[1, 2, 3]]


def test_notes_that_call_each_other_end() -> None:
    assert numbers(document(paragraph("abc", 1), notes=[note(1, "ab", 2), note(2, "ab", 1)])) == [[1, 2]]


def test_a_marker_without_its_note_shows_nothing() -> None:
    assert numbers(document(paragraph("abc", None, 7), notes=[note(1)])) == [[1]]


def test_without_blocks_or_notes_there_is_nothing() -> None:
    assert notes_beside(document(notes=[note(1)])) == ()
    assert numbers(document(paragraph("abc"))) == [[]]


CALLS = st.lists(st.lists(st.one_of(st.none(), st.integers(1, 12)), max_size=5), min_size=1, max_size=6)


@given(CALLS, st.lists(st.lists(st.integers(1, 12), max_size=2), max_size=10))
def test_each_note_is_beside_some_block_and_none_twice_beside_one(
    calls: list[list[int | None]], inner: list[list[int]]
) -> None:
    made = document(
        *(paragraph("abcdef", *called) for called in calls),
        notes=[note(number, "abcdef", *called) for number, called in enumerate(inner, 1)],
    )
    beside = numbers(made)
    assert {number for shown in beside for number in shown} == set(range(1, len(inner) + 1))
    assert all(len(shown) == len(set(shown)) for shown in beside)
    for called, shown in zip(calls, beside, strict=True):
        wanted = [number for number in dict.fromkeys(called) if number and number <= len(inner)]
        assert set(wanted) <= set(shown)


def test_ten_thousand_lost_notes_are_placed_at_once() -> None:
    notes = [Note(number, str(number), False, ()) for number in range(1, 20_001)]
    marked = Block("paragraph", "x", tuple(NoteMark(1, str(n), n) for n in range(2, 20_001, 2)))
    started = process_time()
    (shown,) = notes_beside(document(marked, notes=notes))
    assert process_time() - started < 2  # it takes 0.05 s; inserting one by one took a hundred times as long
    assert [one.number for one in shown] == list(range(1, 20_001))
