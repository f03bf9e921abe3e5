"""What is kept between sessions survives; what cannot be kept is said in one line."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from platformdirs import user_data_path

from tgreader.errors import LibraryError
from tgreader.library.work.work import FILE, KeptPlace, Work, library_folder

PLACE = KeptPlace("4", "Although Kuznetsov promised")


def test_places_and_settings_survive_a_session(tmp_path: Path) -> None:
    work = Work(tmp_path / "new" / "library")
    work.keep_place("frus1969-76v39/d106", PLACE)
    work.keep_setting("theme", "reading-light")
    work.close()
    again = Work(tmp_path / "new" / "library")
    assert again.place("frus1969-76v39/d106") == PLACE
    assert again.place("frus1969-76v39/d105") is None
    assert (again.setting("theme"), again.setting("measure")) == ("reading-light", None)
    again.close()


def test_the_last_of_what_was_kept_counts(tmp_path: Path) -> None:
    work = Work(tmp_path)
    for place in "1", "2", "3":
        work.keep_place("d", KeptPlace(place, "words"))
    assert work.place("d") == KeptPlace("3", "words")
    work.close()


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Work]:
    work = Work(tmp_path_factory.mktemp("used"))
    yield work
    work.close()


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"])))
def test_any_words_come_back_as_they_were(used: Work, name: str, value: str) -> None:
    used.keep_setting(name, value)
    assert used.setting(name) == value


def test_looking_makes_no_file(tmp_path: Path) -> None:
    assert Work(tmp_path / "library").place("d") is None
    assert Work(tmp_path / "library").setting("theme") is None
    assert list(tmp_path.iterdir()) == []


def test_two_sessions_use_one_library(tmp_path: Path) -> None:
    one, other = Work(tmp_path), Work(tmp_path)
    one.keep_place("a", KeptPlace("1", "one"))
    other.keep_place("b", KeptPlace("2", "other"))
    one.keep_place("b", KeptPlace("3", "one"))
    assert other.place("a") == KeptPlace("1", "one")
    assert other.place("b") == KeptPlace("3", "one")
    one.close()
    other.close()
    again = Work(tmp_path)
    assert again.place("b") == KeptPlace("3", "one")
    again.close()


def test_what_is_killed_in_the_middle_of_a_change_changes_nothing(tmp_path: Path) -> None:
    work = Work(tmp_path)
    work.keep_place("d", PLACE)

    def killed() -> None:
        with work._file.changing() as database:
            database.execute("DELETE FROM places")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        killed()
    assert work.place("d") == PLACE
    work.close()


def corrupted(folder: Path) -> None:
    (folder / FILE).write_bytes(b"this is no database" * 100)


def cut_short(folder: Path) -> None:
    work = Work(folder)
    work.keep_place("d", PLACE)
    work.close()
    (folder / FILE).write_bytes((folder / FILE).read_bytes()[:5_000])


def newer(folder: Path) -> None:
    database = sqlite3.connect(folder / FILE)
    database.execute("PRAGMA user_version = 999")
    database.close()


def without_its_tables(folder: Path) -> None:
    database = sqlite3.connect(folder / FILE)
    database.execute("PRAGMA user_version = 1")
    database.close()


def a_folder(folder: Path) -> None:
    (folder / FILE).mkdir()


@pytest.mark.parametrize("breaking", [corrupted, cut_short, newer, without_its_tables, a_folder])
def test_a_file_that_cannot_be_used_is_named_with_what_to_do(tmp_path: Path, breaking: Callable[[Path], None]) -> None:
    breaking(tmp_path)
    work = Work(tmp_path)
    with pytest.raises(LibraryError, match=r"cannot be read .*reading goes on; --library") as reading:
        work.place("d")
    assert reading.value.where == str(tmp_path / FILE)
    with pytest.raises(LibraryError, match="cannot be written"):
        work.keep_place("d", PLACE)
    work.close()


def test_a_newer_schema_is_left_alone_and_said(tmp_path: Path) -> None:
    newer(tmp_path)
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(LibraryError, match="newer tgreader"):
        Work(tmp_path).keep_place("d", PLACE)
    assert (tmp_path / FILE).read_bytes() == before


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LibraryError, match="cannot be written"):
        Work(tmp_path / "file" / "library").keep_place("d", PLACE)


def test_a_name_too_long_for_a_folder_is_said() -> None:
    with pytest.raises(LibraryError, match="cannot be read"):
        Work(Path("x" * 5_000)).place("d")


def test_a_library_locked_by_another_program_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tgreader.library.work.work.HASTY", 0.01)
    work = Work(tmp_path)
    work.keep_place("d", PLACE)
    other = sqlite3.connect(tmp_path / FILE)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LibraryError, match="locked"):
        work.keep_place("d", KeptPlace("5", "words"))
    other.close()
    work.keep_place("d", KeptPlace("6", "words"))
    assert work.place("d") == KeptPlace("6", "words")
    work.close()


def test_the_folder_is_the_one_given_or_named_or_the_platform_s(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TGREADER_LIBRARY", "named")
    assert library_folder("given") == Path("given")
    assert library_folder() == Path("named")
    monkeypatch.delenv("TGREADER_LIBRARY")
    assert library_folder().name == "tgreader"


@pytest.mark.parametrize("data", ["", "/srv/data", None])
def test_the_data_folder_is_the_one_that_the_platform_has(monkeypatch: pytest.MonkeyPatch, data: str | None) -> None:
    monkeypatch.delenv("TGREADER_LIBRARY", raising=False)
    if data is None:
        monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    else:
        monkeypatch.setenv("XDG_DATA_HOME", data)
    assert library_folder() == user_data_path("tgreader", appauthor=False)
