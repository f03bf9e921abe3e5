"""What there is to look at in a document."""

from __future__ import annotations

from tests.reading.documents import document, heading, note, paragraph
from tgreader.model.document import Block
from tgreader.model.inline import NoteMark, PageBreak
from tgreader.reading.checking.documents import findings


def marked(*labels: str, confidence: float = 1.0, note: int | None = 1, why: str | None = None) -> Block:
    marks = tuple(NoteMark(at, label, note, None, confidence, None, why) for at, label in enumerate(labels, 1))
    return Block("paragraph", "x" * (len(labels) + 1), marks)


def paged(*labels: str) -> Block:
    return Block("paragraph", "x" * len(labels), (), tuple(PageBreak(at, label) for at, label in enumerate(labels)))


def kinds(*blocks: Block) -> list[tuple[str, str]]:
    return [(one.kind, one.words) for one in findings(document(heading("H"), *blocks, notes=[note(1)]))]


def test_a_sound_document_has_nothing_to_look_at() -> None:
    assert kinds(marked("1", "2", "3"), paged("10", "11")) == []


def test_a_doubtful_marker_says_how_sure_it_is_and_why() -> None:
    (found,) = findings(document(heading("H"), marked("1", confidence=0.7251, why="follows a digit"), notes=[note(1)]))
    assert (found.kind, found.confidence) == ("doubtful marker", 0.7251)
    assert found.words == "marker 1 is 73% sure: follows a digit"
    assert str(found.address).endswith("#p1:1")


def test_a_marker_without_its_note_and_a_note_without_its_marker() -> None:
    notes = [note(1, "A long note about nothing.", anchored=False)]
    found = list(findings(document(heading("H"), marked("1", note=None), notes=notes)))
    assert [(one.kind, str(one.address).partition("#")[2]) for one in found] == [
        ("marker without note", "p1:1"),
        ("note without marker", "fn1"),
    ]
    assert "A long note about nothing" in found[1].words


def test_numbers_that_do_not_run_on() -> None:
    assert kinds(marked("1", "2", "4")) == [("broken sequence", "marker 4 follows marker 2")]
    assert kinds(marked("1", "2", "2")) == [("broken sequence", "marker 2 follows marker 2")]


def test_numbers_may_start_at_0_and_start_again_in_an_attachment_and_signs_are_no_numbers() -> None:
    assert kinds(marked("0", "1", "*", "2", "0", "1")) == []
    assert kinds(marked("1", "2", "1", "2")) == []


def test_pages_that_do_not_run_on() -> None:
    assert kinds(paged("10", "11"), paged("13")) == [("page out of order", "page 13 follows page 11")]
    assert kinds(paged("10", "9")) == [("page out of order", "page 9 follows page 10")]
    assert kinds(paged("XII", "1")) == []


def test_between_the_pages_of_a_chapter_lie_those_of_its_documents() -> None:
    chapter = document(heading("H"), paged("4", "9", "21"), paged("20"))._replace(id="ch1")
    assert [one.words for one in findings(chapter)] == ["page 20 follows page 21"]
    assert len(list(findings(chapter._replace(id="d12")))) == 3


def test_what_the_reader_of_the_file_says_is_passed_on() -> None:
    faulty = document(heading("H"), paragraph("Words."))._replace(faults=("3 bytes are not valid UTF-8",))
    assert [(one.kind, one.words) for one in findings(faulty)] == [("fault", "3 bytes are not valid UTF-8")]


def test_a_date_that_is_not_the_datelines() -> None:
    made = document(heading("H"), paragraph("Words."))
    dated = made._replace(dateline="Geneva, December 8, 1976, 1925Z.", date="1976-11-18")
    words = "the dateline says 1976-12-08, and the date given beside it is 1976-11-18"
    assert [(one.kind, one.words) for one in findings(dated)] == [("date against dateline", words)]
    for date in ("1976-12-08", "1976-12", "1976", None):
        assert list(findings(dated._replace(date=date))) == []
    assert list(findings(made._replace(dateline="Geneva, undated.", date="1976-12-08"))) == []
