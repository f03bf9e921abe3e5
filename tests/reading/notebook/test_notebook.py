"""The notebook on documents: what is marked is found again, in a corrected copy and in another folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.documents import document, heading, note, paragraph
from tgreader.errors import LibraryError, TgReaderError
from tgreader.library.work.annotations import Annotation
from tgreader.model.document import Document
from tgreader.reading.notebook.anchoring import Passage
from tgreader.reading.notebook.notebook import Notebook, Spot, in_reading_order, tags_in, words_in
from tgreader.reading.remembering.memory import Memory, remembering
from tgreader.reading.session import Session
from tgreader.reading.shelf.shelf import Shelf

ONE = document(
    heading("Telegram From Moscow"),
    paragraph("I called on Kuznetsov on August 21.", pages=[(0, "325")]),
    paragraph("Although Kuznetsov promised to study the matter, he was negative.", 1, pages=[(40, "326")]),
    notes=[note(1, "See Document 105.")],
)
WORDS = Spot(ONE.address.at_paragraph(2, 9), "selection", Passage(2, 9, 2, 47))
PARAGRAPH = Spot(ONE.address.at_paragraph(1), "paragraph", Passage(1, 0, 1, 35))
NOTE = Spot(ONE.address.at_note("1"), "note", Passage(3, 0, 3, 17))
WHOLE = Spot(ONE.address, "document")


@pytest.fixture
def notebook(library: Path) -> Notebook:
    return Notebook(remembering(str(library)))


def written(notebook: Notebook, spot: Spot, words: str = "mine", on: Document = ONE) -> Annotation:
    return notebook.keep(notebook.new(on, spot, "annotation")._replace(words=words))


def test_they_stand_where_they_were_made_in_the_order_of_the_text(notebook: Notebook) -> None:
    for spot in (NOTE, WORDS, WHOLE, PARAGRAPH):
        written(notebook, spot)
    placed = notebook.on(ONE)
    assert [(one.annotation.scope, one.block, one.passage) for one in placed] == [
        ("document", 0, None),
        ("paragraph", 1, PARAGRAPH.passage),
        ("selection", 2, WORDS.passage),
        ("note", 3, NOTE.passage),
    ]
    assert not any(one.is_lost for one in placed)
    assert placed[2].annotation.exact == "Kuznetsov promised to study the matter"
    assert (placed[2].annotation.page, placed[2].annotation.last_page) == ("325", "326")
    assert placed[2].annotation.heading == "European Security, 1969–1976 › 1. Telegram From Moscow"
    assert notebook.on(ONE._replace(address=ONE.address._replace(document="d2"))) == ()


def test_in_a_corrected_volume_they_stand_where_their_words_are(notebook: Notebook) -> None:
    for spot in (WORDS, PARAGRAPH, NOTE, WHOLE):
        written(notebook, spot)
    corrected = document(
        heading("Telegram from Moscow"),
        paragraph("A paragraph that was missing."),
        paragraph("I called on Kuznetsov on August 21st."),
        paragraph("Although Kuznetsov promised to study the matter, he was negative."),
        notes=[note(1, "A new note."), note(2, "See Document 105.")],
    )
    assert [(one.annotation.scope, one.block, one.is_lost) for one in notebook.on(corrected)] == [
        ("document", 0, False),
        ("paragraph", 2, False),
        ("selection", 3, False),
        ("note", 5, False),
    ]


def test_another_document_with_the_same_heading_is_not_the_same_document(notebook: Notebook) -> None:
    first = "Telegram From the Embassy in the Soviet Union to the Department of State"
    old = document(
        heading(first), paragraph("I called on Kuznetsov on August 21 and made a presentation on parallelism.")
    )
    written(notebook, Spot(old.address, "document"), on=old)
    new = document(
        heading(first), paragraph("Ambassador Dobrynin came in at noon to say that the Conference must wait.")
    )
    longer = document(heading("Telegram From Moscow"), paragraph("Summary of what follows."), *old.blocks[1:])
    assert [one.is_lost for one in notebook.on(old)] == [False]
    assert [one.is_lost for one in notebook.on(new)] == [True]
    assert [one.is_lost for one in notebook.on(longer)] == [False]


def test_what_is_not_there_any_more_is_kept_at_the_document_and_back_when_its_words_are(notebook: Notebook) -> None:
    for spot in (WORDS, WHOLE):
        written(notebook, spot)
    other = document(heading("Quite another thing"), paragraph("Nothing of it is left here."))
    assert [(one.annotation.scope, one.block, one.passage, one.is_lost) for one in notebook.on(other)] == [
        ("selection", 0, None, True),
        ("document", 0, None, True),
    ]
    assert len(notebook.on(document())) == 2
    assert [one.is_lost for one in notebook.on(ONE)] == [False, False]


def test_a_moved_folder_takes_them_along(notebook: Notebook, tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a.txt").write_text("Heading\n\nOne.\n\nTwo words here.\n", "utf-8")

    def opened(path: Path) -> Document:
        shelf = Shelf([str(path)])
        shelf.open_file(0)
        return shelf.document(shelf.places[0].entry.address)

    loose = opened(tmp_path / "old" / "a.txt")
    kept = written(notebook, Spot(loose.address.at_paragraph(2), "paragraph", Passage(2, 0, 2, 15)), on=loose)
    assert kept.address == f"{tmp_path / 'old' / 'a.txt'}#p2"
    (tmp_path / "old").rename(tmp_path / "new")
    (moved,) = notebook.on(opened(tmp_path / "new" / "a.txt"))
    assert moved.block == 2
    assert moved.annotation.address == f"{tmp_path / 'new' / 'a.txt'}#p2"
    assert [one.address for one in notebook.all()] == [moved.annotation.address]
    (tmp_path / "new" / "a.txt").write_text("Heading\n\nNew.\n\nOne.\n\nTwo words here.\n", "utf-8")
    assert [one.block for one in notebook.on(opened(tmp_path / "new" / "a.txt"))] == [3]
    (tmp_path / "b.txt").write_text("Another\n\nText.\n", "utf-8")
    assert notebook.on(opened(tmp_path / "b.txt")) == ()


def test_another_reader_s_are_seen(notebook: Notebook, library: Path) -> None:
    written(notebook, PARAGRAPH)
    assert len(notebook.on(ONE)) == 1
    assert not notebook.was_changed()
    other = Notebook(remembering(str(library)))
    written(other, WORDS, "theirs")
    assert notebook.was_changed()
    assert not notebook.was_changed()
    assert [one.annotation.words for one in notebook.on(ONE)] == ["mine", "theirs"]


def test_a_draft_of_a_program_that_ended_is_found_and_one_of_a_running_program_is_not(
    notebook: Notebook, library: Path
) -> None:
    program = (
        "import sys; from tests.reading.notebook.test_notebook import *\n"
        "notebook = Notebook(remembering(sys.argv[1]))\n"
        "notebook.keep_draft(notebook.new(ONE, PARAGRAPH, 'annotation')._replace(words='half a sent'))\n"
        "print('kept', flush=True); sys.stdin.read()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(library)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=Path(__file__).parents[3],
        env=os.environ | {"PYTHONPATH": "."},
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        assert process.stdout.readline().strip() == b"kept"
        if sys.platform != "win32":
            assert notebook.drafts() == []
    finally:
        process.kill()
        process.communicate()
    assert [draft.annotation.words for draft in notebook.drafts()] == ["half a sent"]


def test_without_a_library_nothing_is_kept_and_that_is_said() -> None:
    notebook = Notebook(Memory(None))
    with pytest.raises(LibraryError, match="nothing is kept"):
        written(notebook, PARAGRAPH)
    assert notebook.on(ONE) == ()
    assert notebook.all() == []
    assert notebook.drafts() == []
    assert not notebook.was_changed()


def test_what_cannot_be_kept_is_said_each_time(notebook: Notebook, library: Path) -> None:
    library.write_text("in the way")
    for _ in range(2):
        with pytest.raises(LibraryError, match="cannot be written"):
            written(notebook, PARAGRAPH)


@pytest.mark.parametrize(
    ("typed", "tags"),
    [("mbfr csce", "mbfr csce"), ("#mbfr, #csce;mbfr", "mbfr csce"), (" ", ""), ("a\tb\nc", "a b c"), ("été", "été")],
)
def test_tags_are_words_each_once(typed: str, tags: str) -> None:
    assert tags_in(typed) == tags


@given(st.text())
def test_words_hold_no_control_character_and_stay_as_they_are(typed: str) -> None:
    words = words_in(typed)
    assert words_in(words) == words
    assert all(character in "\n\t" or not 0 <= ord(character) < 32 for character in words)
    assert "\x1b" not in words
    assert "\x9b" not in words
    words.encode()


def test_reading_order_is_that_of_volumes_documents_and_paragraphs() -> None:
    places = ["frus1969-76v39/d10", "frus1969-76v39/d2#p10", "frus1969-76v39/d2#p9", "frus1969-76v4/d300"]
    kept = [Annotation(str(n), "mark", place, *[""] * 13) for n, place in enumerate(places)]  # type: ignore[arg-type]
    assert [one.address for one in sorted(kept, key=in_reading_order)] == [places[n] for n in (3, 2, 1, 0)]


def test_a_session_goes_to_a_place_whose_file_is_not_open(tmp_path: Path, library: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"Heading {name}\n\nOne.\n\nTwo.\n", "utf-8")
    made = Session(Shelf([str(tmp_path / "b.txt")]), remembering(str(library)))
    made.shelf.open_file(0)
    made.begin()
    place = made.as_open(f"{tmp_path / 'a.txt'}#p2")
    made.shelf.take(made.file_to_open(place, str(tmp_path / "a.txt")))
    arrival = made.go(place)
    assert (arrival.document.heading, arrival.block) == ("Heading a", 2)
    assert made.file_to_open(place, str(tmp_path / "a.txt")) == ""
    gone = made.as_open(f"{tmp_path / 'c.txt'}#p2")
    with pytest.raises(TgReaderError, match=r"c\.txt"):
        made.shelf.take(made.file_to_open(gone, str(tmp_path / "c.txt")))
    made.memory.close()
