"""What was searched for is kept, with what was found: nothing, too."""

from __future__ import annotations

from pathlib import Path

from tgreader.library.work.search_log import LoggedSearch
from tgreader.library.work.work import Work
from tgreader.reading.remembering.memory import remembering


def test_searches_come_back_newest_first_with_their_counts(tmp_path: Path) -> None:
    memory = remembering(str(tmp_path))
    memory.log_search("communiqué", 12)
    memory.log_search('"on or about"', 0)
    memory.close()
    again = remembering(str(tmp_path))
    assert [(one.query, one.hits) for one in again.searches()] == [('"on or about"', 0), ("communiqué", 12)]
    assert [one.query for one in again.searches(1)] == ['"on or about"']
    assert all(one.at.endswith("Z") for one in again.searches())
    again.close()


def test_the_same_search_is_logged_each_time(tmp_path: Path) -> None:
    work = Work(tmp_path)
    for at in ("2026-01-31T09:30:00.000Z", "2026-01-31T09:31:00.000Z"):
        work.searches.add(LoggedSearch("mbfr", 3, at))
    assert len(work.searches.latest(10)) == 2
    work.close()


def test_what_is_brought_in_twice_is_there_once(tmp_path: Path) -> None:
    work = Work(tmp_path)
    both = [LoggedSearch("mbfr", 3, "2026-01-31T09:30:00.000Z"), LoggedSearch("csce", 0, "2026-01-30T09:30:00.000Z")]
    assert work.searches.add(*both) == 2
    assert work.searches.add(*both) == 0
    assert work.searches.latest(10) == both
    work.close()


def test_a_search_that_could_not_be_logged_is_logged_with_the_next(tmp_path: Path) -> None:
    memory = remembering(str(tmp_path))
    memory.log_search("first", 1)
    other = Work(tmp_path)
    with other._file.changing():
        memory.log_search("second", 2)
        assert "locked" in str(memory.trouble)
    memory.log_search("third", 0)
    assert [one.query for one in memory.searches()] == ["third", "second", "first"]
    other.close()
    memory.close()


def test_hostile_words_are_kept_as_words(tmp_path: Path) -> None:
    memory = remembering(str(tmp_path))
    memory.log_search("'; DROP TABLE searches; -- \udce9\0", 0)
    assert [one.query for one in memory.searches()] == ["'; DROP TABLE searches; -- \\udce9\0"]
    memory.close()
