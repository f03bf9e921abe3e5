"""What was cited is kept, once, until it is taken out."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from tests.library.files import library_of_version
from tgreader.library.work.work import CitedPlace, KeptPlace, Work

ONE = CitedPlace("frus1969-76v39/d106#p4", "325", "326", "/papers/a.txt")
OTHER = CitedPlace("frus1969-76v39/d98", "", "", "")


def test_it_survives_a_session(tmp_path: Path) -> None:
    work = Work(tmp_path)
    for cited in (ONE, OTHER, ONE, ONE._replace(page="326")):
        work.put_in_basket(cited)
    work.close()
    again = Work(tmp_path)
    assert set(again.basket()) == {ONE, OTHER, ONE._replace(page="326")}
    assert len(again.basket()) == 3
    again.take_from_basket(ONE)
    assert set(again.basket()) == {OTHER, ONE._replace(page="326")}
    again.close()


def test_the_file_is_the_one_it_was_cited_from_last(tmp_path: Path) -> None:
    work = Work(tmp_path)
    work.put_in_basket(ONE)
    work.put_in_basket(ONE._replace(file="/papers/b.txt"))
    assert [cited.file for cited in work.basket()] == ["/papers/b.txt"]
    work.close()


def test_looking_makes_no_file(tmp_path: Path) -> None:
    assert Work(tmp_path / "library").basket() == []
    assert not (tmp_path / "library").exists()


def test_a_library_from_before_there_was_a_basket_is_brought_up(tmp_path: Path) -> None:
    with closing(library_of_version(2, tmp_path)) as database:
        database.execute("INSERT INTO places VALUES ('d', '1', 'words', '2026-01-31')")
    again = Work(tmp_path)
    again.put_in_basket(ONE)
    assert again.basket() == [ONE]
    assert again.place("d") == KeptPlace("1", "words")
    again.close()
