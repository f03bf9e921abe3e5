"""The library, asked by several threads of which one breaks the others off."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.volumes import indexed, written
from tgreader.library.index.reader import InterruptedSearch
from tgreader.library.index.search import Search
from tgreader.reading.searching.answers import Asked, Counted, Listed, Spread
from tgreader.reading.searching.searcher import Searcher


@pytest.fixture
def searcher(library: Path, tmp_path: Path) -> Searcher:
    indexed(library, written(tmp_path / "volumes"))
    return Searcher(library)


def test_the_count_comes_before_the_list_and_the_list_before_the_spread(searcher: Searcher) -> None:
    answers = list(searcher.answers(Asked("berlin"), 0, lambda: False))
    assert [type(answer) for answer in answers] == [Counted, Listed, Spread]
    assert answers[0] == Counted(2)


def test_what_nobody_waits_for_is_not_looked_for(searcher: Searcher) -> None:
    waited = iter([False, True])
    assert list(searcher.answers(Asked("berlin"), 0, lambda: next(waited))) == [Counted(2)]


def test_a_search_that_is_broken_off_says_nothing(searcher: Searcher, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken_off(*_: object) -> None:
        raise InterruptedSearch("the search was stopped")

    monkeypatch.setattr(Search, "count", broken_off)
    assert list(searcher.answers(Asked("berlin"), 0, lambda: False)) == []


def test_what_is_no_search_is_answered_though_a_search_is_broken_off(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = iter(range(9))
    rows = Search.rows

    def interrupted(self: Search, *asked: object) -> object:
        if next(times) < 2:
            raise InterruptedSearch("the search was stopped")
        return rows(self, *asked)  # type: ignore[arg-type]

    monkeypatch.setattr(Search, "rows", interrupted)
    assert searcher.extent() == (4, 1)  # three documents and a preface
