"""What is said of indexing."""

from __future__ import annotations

from tgreader.errors import UnreadableError
from tgreader.reading.indexing.building import Progress, Report
from tgreader.reading.indexing.words import progress_words, report_words

HALF = Progress("b.xml", 3, 6, 10_000_000, 20_000_000, 900, 4.0)


def bar(share: float, width: int) -> str:
    return "#" * round(share * width)


def test_how_far_it_has_come_with_rate_and_time_left() -> None:
    fullest, *others = progress_words(HALF, bar, "I")
    assert fullest == "Indexing [##########] 50% · 3 of 6 files · 2.5 MB/s · 4 s left · I stops"
    assert [len(words) for words in others] == sorted((len(words) for words in others), reverse=True)
    assert others[-1] == "50%"


def test_nothing_is_made_up_before_it_is_known() -> None:
    assert progress_words(None, bar, "I")[0] == "Indexing: seeing what changed … · I stops"
    begun = progress_words(Progress(of_files=6, of_size=20), bar, "F8")[0]
    assert begun == "Indexing [] 0% · 0 of 6 files · F8 stops"


def test_hours_are_not_told_in_seconds() -> None:
    slow = Progress("b.xml", 1, 100, 10_000_000, 1_000_000_000, 9, 10.0)
    assert "16 min left" in progress_words(slow, bar, "I")[0]


def test_what_was_done() -> None:
    assert report_words(Report(read=1), "I") == "indexed: 1 file read; s searches the library"
    gone = Report(read=2, moved=3, gone=("a",))
    assert report_words(gone, "I") == "indexed: 2 files read, 3 files moved, 1 file gone; s searches the library"
    same = Report(unchanged=1_200)
    assert report_words(same, "I") == "nothing changed: 1,200 files in the index; s searches the library"
    stopped = Report(read=2, finished=False)
    assert report_words(stopped, "I") == "indexing stopped: what is done is kept, I goes on where it stopped"


def test_a_few_problems_are_said_and_the_others_counted() -> None:
    problems = tuple(UnreadableError("is broken", f"{name}.xml") for name in "abcde")
    lines = report_words(Report(read=9, problems=problems), "I").split("\n")
    assert lines[1:4] == ["a.xml: is broken", "b.xml: is broken", "c.xml: is broken"]
    assert lines[4] == "and 2 more: tgreader index lists them"
