"""The running page, the count of notes, stops, and where markers are: as the screen says it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.reading.documents import document, heading, note, paragraph
from tgreader.model.document import Block
from tgreader.model.inline import NoteMark, Reference
from tgreader.reading.document.open_document import OpenDocument
from tgreader.reading.document.stops import Stop, stops

READING = OpenDocument(
    document(
        heading("H", 1),
        paragraph("abcdef", 2, pages=[(0, "325")]),
        paragraph("ghijkl", 3, 4, pages=[(3, "326")]),
        paragraph("mnopqr"),
        notes=[note(1), note(2, "See.", 5), note(3), note(4), note(5)],
    )
)


def test_the_running_page_is_always_said() -> None:
    assert [READING.page_words(block) for block in range(4)] == ["before p. 325", "p. 325", "pp. 325–326", "p. 326"]


def test_at_a_marker_the_page_is_that_of_its_place() -> None:
    assert READING.page_words(2, 1) == "p. 325"
    assert READING.page_words(2, 4) == "p. 326"


def test_a_document_that_begins_on_a_known_page_says_so() -> None:
    assert OpenDocument(document(heading("H"), page_before="12")).page_words(0) == "p. 12"


def test_a_page_that_starts_in_the_first_block_is_run_on_to() -> None:
    assert OpenDocument(document(paragraph("abc", pages=[(1, "7")]))).page_words(0) == "to p. 7"


def test_without_pages_that_is_said() -> None:
    assert OpenDocument(document(heading("H"))).page_words(0) == "no page numbers"
    assert OpenDocument(document()).page_words(0) == "no page numbers"


BLOCKS = st.lists(st.lists(st.integers(0, 6), max_size=3).map(sorted), min_size=1, max_size=6)


@given(BLOCKS, st.one_of(st.none(), st.just("9")), st.integers(0, 7))
def test_the_running_page_is_the_document_s_own(breaks: list[list[int]], before: str | None, offset: int) -> None:
    labels = iter(range(10, 99))
    made = document(
        *(paragraph("abcdef", pages=[(at, str(next(labels))) for at in places]) for places in breaks),
        page_before=before,
    )
    reading = OpenDocument(made)
    for block in range(len(breaks)):
        assert reading.page_at(block, offset) == made.page_at(block, offset)


def test_which_notes_are_here_is_counted() -> None:
    assert [READING.count_of_notes(block, None) for block in range(4)] == [
        "note 1 of 5", "notes 2–5 of 5", "notes 3–4 of 5", "5 notes",
    ]  # fmt: skip
    assert READING.count_of_notes(2, Stop(2, 2, NoteMark(2, "4", 4))) == "note 4 of 5"
    assert OpenDocument(document(heading("H"))).count_of_notes(0, None) == "no notes"
    assert OpenDocument(document(heading("H"), paragraph("x", 1), notes=[note(1)])).count_of_notes(0, None) == "1 note"


def test_every_note_knows_its_blocks_and_every_block_its_note() -> None:
    for one in READING.document.notes:
        block = READING.first_block(one)
        assert READING.blocks[block] is one.blocks[0]
        assert READING.note_of(block) is one
    assert READING.note_of(3) is None
    assert [(shown.note.number, shown.first_block) for shown in READING.notes_at(2)] == [(3, 6), (4, 7)]
    assert READING.notes_at(99) == ()


def test_a_note_is_led_back_to_its_marker_in_the_text_or_in_a_note() -> None:
    marker = READING.marker(4)
    assert marker is not None
    assert (marker[0], marker[1].start) == (2, 2)
    inner = READING.marker(5)
    assert inner is not None
    assert READING.note_of(inner[0]) is READING.document.notes[1]
    assert (READING.home(5), READING.home(99)) == (1, 0)


def test_a_lost_marker_leads_nowhere() -> None:
    assert OpenDocument(document(heading("H"), notes=[note(1)])).marker(1) is None


def test_the_address_of_the_heading_is_that_of_the_document() -> None:
    assert [str(READING.address(block)) for block in (0, 2)] == ["frus1969-76v39/d1", "frus1969-76v39/d1#p2"]


def test_stops_come_in_the_order_of_the_text_a_marker_before_a_reference() -> None:
    marks = (NoteMark(3, "1", 1), NoteMark(9, "2", 2))
    references = (Reference(3, 6, "page", "p. 1"), Reference(0, 2, "page", "p. 2"))
    found = stops(Block("paragraph", "x" * 9, marks), references)
    assert [(stop.start, stop.end) for stop in found] == [(0, 2), (3, 3), (3, 6), (9, 9)]


def test_a_document_without_text_has_no_stops() -> None:
    assert OpenDocument(document()).stops(0) == ()


def test_references_are_stops_only_when_they_have_been_found() -> None:
    reading = OpenDocument(document(paragraph("see p. 1", 1), notes=[note(1)]))
    assert [stop.start for stop in reading.stops(0)] == [1]
    reading.references = ((Reference(4, 8, "page", "p. 1"),), ())
    assert [stop.start for stop in reading.stops(0)] == [1, 4]
    assert reading.stops(1) == ()
