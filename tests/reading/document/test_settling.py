"""The places where a note's marker may stand, and putting it there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.documents import document, heading, note, paragraph
from tgreader.model.document import Block, Document
from tgreader.model.inline import NoteMark
from tgreader.reading.document.settling import doubtful, marker_places
from tgreader.reading.remembering.memory import remembering
from tgreader.reading.session import Session
from tgreader.reading.shelf.shelf import Shelf

TEXT = (
    "7. Telegram From the Embassy1\n\nIt can be done in 2 months, by August 2\n\nWe shall leave 2 of them there."
    "\n\n  1. Source: Files.\n  2. Document 5.\n"
)
"""Note 2 has its marker after `August`, or it is the day; two other numbers 2 stand in the text."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    return tmp_path / "a.txt"


def session_on(file: Path, library: Path) -> tuple[Session, Document]:
    memory = remembering(str(library))
    shelf = Shelf([str(file)], memory.corrections())
    list(shelf.open_all())
    session = Session(shelf, memory)
    return session, session.resume(shelf.places[0].entry.address).document


def anchor(document: Document, note: int) -> int | None:
    """Where the marker of a note starts in the file."""
    found = [mark.source for block in document.blocks for mark in block.marks if mark.note == note]
    return found[0][0] if found and found[0] else None


def test_every_place_where_the_label_stands_is_offered_and_last_that_it_is_lost(file: Path, library: Path) -> None:
    _, opened = session_on(file, library)
    places = marker_places(opened, opened.notes[1])
    assert [place.at for place in places] == [TEXT.index("2 months"), TEXT.index("2\n\nWe"), TEXT.index("2 of"), None]
    assert "in [2] months" in places[0].words
    assert places[2].words.startswith("We shall leave [2] of them")
    assert sum(place.now for place in places) == 1


@pytest.mark.parametrize("words", ["2 months", "2\n\nWe", "2 of"])
def test_a_marker_stands_where_it_was_put_and_the_text_is_without_it(file: Path, library: Path, words: str) -> None:
    session, opened = session_on(file, library)
    at = TEXT.index(words)
    arrival = session.settle(opened, 2, at)
    assert anchor(arrival.document, 2) == at
    text = "\n\n".join(block.text for block in arrival.document.blocks)
    assert text.count("2") == 2
    assert not [mark for _, mark in doubtful(arrival.document) if mark.note == 2]


def test_it_is_kept_for_the_same_words_wherever_they_lie(file: Path, library: Path, tmp_path: Path) -> None:
    session, opened = session_on(file, library)
    at = TEXT.index("2 of")
    session.settle(opened, 2, at)
    session.memory.close()
    copy = tmp_path / "elsewhere" / "b.txt"
    copy.parent.mkdir()
    copy.write_text(TEXT, "utf-8")
    assert anchor(session_on(copy, library)[1], 2) == at


def test_it_is_not_kept_for_other_words(file: Path, library: Path, tmp_path: Path) -> None:
    session, opened = session_on(file, library)
    before = anchor(opened, 2)
    session.settle(opened, 2, None)
    session.memory.close()
    other = tmp_path / "b.txt"
    other.write_text(TEXT.replace("leave", "leave"[::-1]), "utf-8")
    assert anchor(session_on(other, library)[1], 2) == before


def test_a_marker_that_is_said_to_be_lost_is_nowhere_and_its_note_stays(file: Path, library: Path) -> None:
    session, opened = session_on(file, library)
    settled = session.settle(opened, 2, None).document
    assert anchor(settled, 2) is None
    assert [(found.number, found.anchored) for found in settled.notes] == [(1, True), (2, False)]
    assert "August 2" in settled.blocks[1].text


def test_the_last_word_counts(file: Path, library: Path) -> None:
    session, opened = session_on(file, library)
    first = session.settle(opened, 2, None).document
    second = session.settle(first, 2, TEXT.index("2 months")).document
    assert anchor(second, 2) == TEXT.index("2 months")


def test_what_is_in_doubt_is_what_is_less_than_95_percent_sure() -> None:
    marks = tuple(
        NoteMark(at, str(number), number, None, confidence)
        for number, (at, confidence) in enumerate([(1, 0.9499), (2, 0.95), (3, 0.2)], 1)
    )
    shown = document(heading("H"), Block("paragraph", "abc", marks), notes=[note(1), note(2), note(3)])
    assert [(block, mark.label) for block, mark in doubtful(shown)] == [(1, "1"), (1, "3")]


def test_a_label_within_a_longer_number_is_no_place() -> None:
    shown = document(heading("H"), paragraph("In 12 of 25 cases 2."), notes=[note(2, anchored=False)])
    assert [place.at for place in marker_places(shown, shown.notes[0])] == [None]
