"""Marks and annotations as they are kept: nothing is lost, whoever else writes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tgreader.library.work.annotations import Annotation, Draft
from tgreader.library.work.work import FILE, Work

EARLY, LATE, LATER = (f"2026-01-31T09:3{minute}:00.000Z" for minute in range(3))
ONE = Annotation(
    id="one",
    kind="annotation",
    address="frus1969-76v39/d106#p4",
    scope="paragraph",
    prefix="before ",
    exact="Although Kuznetsov promised",
    suffix=" after",
    words="Compare\nGarthoff",
    tags="mbfr csce",
    heading="European Security › 106. Telegram",
    page="325",
    last_page="",
    content="",
    file="/papers/a.txt",
    made=EARLY,
    changed=EARLY,
)
LOOSE = ONE._replace(id="loose", address="/papers/b.txt#p2", content="digest", file="/papers/b.txt")


@pytest.fixture
def work(tmp_path: Path) -> Work:
    return Work(tmp_path)


def keep(work: Work, *annotations: Annotation) -> None:
    for one in annotations:
        work.annotations.keep(one, one.changed, "other")


def test_they_come_back_as_they_were(work: Work) -> None:
    keep(work, ONE, LOOSE)
    work.close()
    assert work.annotations.on("frus1969-76v39/d106") == [ONE]
    assert work.annotations.on("frus1969-76v39/d10") == []
    assert work.annotations.all() == [LOOSE, ONE]
    work.close()


def test_a_loose_file_is_known_by_its_content_too(work: Work) -> None:
    keep(work, LOOSE, ONE)
    assert work.annotations.on("/papers/b.txt") == [LOOSE]
    assert work.annotations.on("/elsewhere/b.txt", "digest") == [LOOSE]
    assert work.annotations.on("/elsewhere/b.txt", "") == []
    work.annotations.move([LOOSE._replace(address="/elsewhere/b.txt#p2", words="not these")])
    assert work.annotations.on("/elsewhere/b.txt") == [LOOSE._replace(address="/elsewhere/b.txt#p2")]
    work.close()


def test_what_is_deleted_can_be_had_back(work: Work) -> None:
    keep(work, ONE, LOOSE)
    work.annotations.delete(["one"], LATE)
    assert work.annotations.all() == [LOOSE]
    assert work.annotations.all(deleted=True) == [ONE]
    assert work.annotations.on("frus1969-76v39/d106") == []
    work.annotations.restore(["one"])
    assert work.annotations.on("frus1969-76v39/d106") == [ONE]
    work.close()


def test_of_two_who_change_one_neither_loses_it(work: Work, tmp_path: Path) -> None:
    keep(work, ONE)
    other = Work(tmp_path)
    theirs = ONE._replace(words="theirs", changed=LATE)
    assert other.annotations.keep(theirs, EARLY, "x") == theirs
    ours = work.annotations.keep(ONE._replace(words="ours", changed=LATER), EARLY, "y")
    assert (ours.id, ours.words) == ("y", "ours")
    assert {one.words for one in other.annotations.all()} == {"theirs", "ours"}
    work.close()
    other.close()


def test_one_that_another_deleted_meanwhile_is_kept_all_the_same(work: Work) -> None:
    keep(work, ONE)
    work.annotations.delete(["one"], LATE)
    kept = work.annotations.keep(ONE._replace(words="new", changed=LATER), EARLY, "y")
    assert work.annotations.all() == [kept]
    work.close()


def test_a_draft_is_there_until_it_is_kept(work: Work) -> None:
    for typed in ("C", "Co", "Com"):
        work.annotations.keep_draft(Draft(ONE._replace(words=typed), "host:1"))
    work.close()
    assert work.annotations.drafts() == [Draft(ONE._replace(words="Com"), "host:1")]
    assert work.annotations.all() == []
    keep(work, ONE)
    assert work.annotations.drafts() == []
    work.annotations.keep_draft(Draft(ONE, "host:1"))
    work.annotations.drop_draft("one")
    assert work.annotations.drafts() == []
    assert work.annotations.all() == [ONE]
    work.close()


def test_bringing_in_merges_without_repetition(work: Work) -> None:
    keep(work, ONE)
    same_words = ONE._replace(id="copy")
    newer = ONE._replace(words="newer", changed=LATE)
    assert work.annotations.merge([ONE, same_words], LATER, "old") == (0, 0)
    assert work.annotations.merge([LOOSE, newer], LATER, "old") == (1, 1)
    assert work.annotations.merge([LOOSE, newer, ONE], LATER, "old") == (0, 0)
    assert work.annotations.all() == [LOOSE, newer]
    assert [one.words for one in work.annotations.all(deleted=True)] == [ONE.words]
    work.close()


def test_what_was_edited_by_hand_counts_and_what_was_deleted_here_is_back(work: Work) -> None:
    keep(work, ONE, LOOSE)
    work.annotations.delete(["loose"], LATE)
    assert work.annotations.merge([ONE._replace(words="by hand"), LOOSE], LATER, "old") == (1, 1)
    assert {one.words for one in work.annotations.all()} == {"by hand", LOOSE.words}
    work.close()


def test_what_is_brought_in_is_brought_in_whole_or_not_at_all(work: Work) -> None:
    keep(work, ONE)

    def broken() -> list[Annotation]:
        return [LOOSE, ONE._replace(id="x", words=None)]  # type: ignore[arg-type]

    with pytest.raises(Exception, match="cannot be written"):
        work.annotations.merge(broken(), LATER, "old")
    assert work.annotations.all() == [ONE]
    work.close()


Change = tuple[int, str, str]


@given(
    st.lists(st.tuples(st.integers(0, 1), st.sampled_from(["keep", "delete", "restore"]), st.text("ab", max_size=2)))
)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_two_readers_do_no_words_are_lost(
    tmp_path_factory: pytest.TempPathFactory, changes: list[Change]
) -> None:
    folder = tmp_path_factory.mktemp("library")
    readers = [Work(folder), Work(folder)]
    known: list[Annotation] = [ONE, ONE]
    said = set[str]()
    for number, (who, what, words) in enumerate(changes):
        reader = readers[who].annotations
        if what == "keep":
            wanted = known[who]._replace(words=words, changed=f"{number:04}")
            known[who] = reader.keep(wanted, known[who].changed, f"other {number}")
            said.add(words)
        elif what == "delete":
            reader.delete([known[who].id], f"{number:04}")
        else:
            reader.restore([known[who].id])
        present = {one.words for one in [*reader.all(), *reader.all(deleted=True)]}
        assert {one.words for one in known if one is not ONE} <= present
    for work in readers:
        work.close()
    if said:
        with closing(sqlite3.connect(folder / FILE)) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
