"""The file itself: older and newer ones, disks that cannot be written, several programs at once."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.library.files import library_of_version
from tgreader.errors import LibraryBusyError, LibraryError
from tgreader.library.work.schema import MIGRATIONS
from tgreader.library.work.work import FILE, CitedPlace, KeptPlace, Work
from tgreader.reading.remembering.memory import remembering

PLACE = KeptPlace("4", "words")


def version_of(file: Path) -> int:
    with closing(sqlite3.connect(file)) as database:
        return int(database.execute("PRAGMA user_version").fetchone()[0])


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_an_older_file_is_brought_up_and_a_copy_of_it_kept(tmp_path: Path, version: int) -> None:
    with closing(library_of_version(version, tmp_path)) as database:
        database.execute("INSERT INTO places VALUES ('d', '4', 'words', '2026-01-31')")
        database.execute("INSERT INTO settings VALUES ('theme', 'reading-light')")
    work = Work(tmp_path)
    assert work.place("d") == PLACE
    assert work.setting("theme") == "reading-light"
    work.put_in_basket(CitedPlace("frus1969-76v39/d1", "", "", ""))
    work.close()
    copy = tmp_path / f"work.schema-{version}.sqlite3"
    assert sorted(path.name for path in tmp_path.iterdir()) == [copy.name, FILE]
    assert version_of(copy) == version
    with closing(sqlite3.connect(copy)) as database:
        assert database.execute("SELECT document, place FROM places").fetchall() == [("d", "4")]


def test_a_new_file_has_no_copy(tmp_path: Path) -> None:
    work = Work(tmp_path)
    work.keep_place("d", PLACE)
    work.close()
    assert [path.name for path in tmp_path.iterdir()] == [FILE]
    assert version_of(tmp_path / FILE) == len(MIGRATIONS)


def test_once_a_day_there_is_a_copy_that_takes_the_place_of_a_damaged_file(tmp_path: Path) -> None:
    copy = tmp_path / "work.copy.sqlite3"

    def keep(place: str) -> None:
        work = Work(tmp_path)
        work.keep_place("d", KeptPlace(place, "words"))
        work.close()

    def copied() -> str:
        with closing(sqlite3.connect(copy)) as database:
            return str(database.execute("SELECT place FROM places").fetchone()[0])

    keep("1")
    assert not copy.exists()  # before there was a file, there was nothing to copy
    keep("2")
    assert copied() == "1"
    keep("3")
    assert copied() == "1"
    os.utime(copy, (0, 0))
    keep("4")
    assert copied() == "3"
    whole = (tmp_path / FILE).read_bytes()
    (tmp_path / FILE).write_bytes(whole[:5_000])
    os.utime(copy, (0, 0))
    with pytest.raises(LibraryError, match=r"it is damaged\); .*put its copy work\.copy\.sqlite3 in its place$"):
        keep("5")
    assert copied() == "3"
    copy.replace(tmp_path / FILE)
    work = Work(tmp_path)
    assert work.place("d") == KeptPlace("3", "words")
    work.close()


def test_a_copy_that_cannot_be_made_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "work.copy.sqlite3").mkdir()
    os.utime(tmp_path / "work.copy.sqlite3", (0, 0))
    for place in ("1", "2"):
        work = Work(tmp_path)
        work.keep_place("d", KeptPlace(place, "words"))
        work.close()
    assert Work(tmp_path).place("d") == KeptPlace("2", "words")


def test_a_migration_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(library_of_version(2, tmp_path)) as database:
        database.execute("INSERT INTO places VALUES ('d', '4', 'words', '2026-01-31')")
        before = database.execute("SELECT sql FROM sqlite_schema").fetchall()
    broken = (*MIGRATIONS[:-1], (*MIGRATIONS[-1], "CREATE TABLE places (again TEXT)"))
    monkeypatch.setattr("tgreader.library.work.file.MIGRATIONS", broken)
    with pytest.raises(LibraryError, match="already exists"):
        Work(tmp_path).place("d")
    assert version_of(tmp_path / FILE) == 2
    with closing(sqlite3.connect(tmp_path / FILE)) as database:
        assert database.execute("SELECT sql FROM sqlite_schema").fetchall() == before
    monkeypatch.undo()
    work = Work(tmp_path)
    assert work.place("d") == PLACE
    work.close()


def test_programs_that_start_at_once_bring_it_up_once(tmp_path: Path) -> None:
    library_of_version(1, tmp_path).close()
    program = (
        "import sys; from pathlib import Path; from tgreader.library.work.work import KeptPlace, Work\n"
        "work = Work(Path(sys.argv[1])); sys.stdin.read()\n"
        "for n in range(20): work.keep_place(f'{sys.argv[2]} {n}', KeptPlace('1', 'words'))\n"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", program, str(tmp_path), str(n)], stdin=subprocess.PIPE)
        for n in range(3)
    ]
    for process in started:
        assert process.stdin is not None
        process.stdin.close()
    assert [process.wait(60) for process in started] == [0, 0, 0]
    with closing(sqlite3.connect(tmp_path / FILE)) as database:
        assert database.execute("SELECT count(*) FROM places").fetchone() == (60,)
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.fixture
def unwritable() -> Iterator[Path]:
    """A library on a disk that cannot be written: `lock_up` makes it one, not even for the administrator."""
    folder = Path(tempfile.mkdtemp())
    yield folder
    if os.geteuid() != os.getuid():
        os.seteuid(os.getuid())
    folder.chmod(0o755)
    shutil.rmtree(folder)


def lock_up(folder: Path) -> None:
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555)
    if os.geteuid() == 0:  # who may write everything is nobody for a while
        os.seteuid(65534)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no folders that cannot be written in this way")
@pytest.mark.parametrize("version", [3, len(MIGRATIONS)])
def test_on_a_disk_that_cannot_be_written_it_is_read(unwritable: Path, version: int) -> None:
    with closing(library_of_version(version, unwritable)) as database:
        database.execute("INSERT INTO places (document, place, words, at) VALUES ('d', '4', 'words', '')")
        database.execute("INSERT INTO settings VALUES ('theme', 'reading-light')")
    before = (unwritable / FILE).read_bytes()
    lock_up(unwritable)
    work = Work(unwritable)
    assert work.place("d") == PLACE
    assert work.setting("theme") == "reading-light"
    with pytest.raises(LibraryError) as refused:
        work.keep_place("d", KeptPlace("9", "words"))
    assert str(refused.value).startswith(f"{unwritable / FILE}: cannot be written (")
    assert "\n" not in str(refused.value)
    assert work.place("d") == PLACE
    work.close()
    assert (unwritable / FILE).read_bytes() == before
    assert [path.name for path in unwritable.iterdir()] == [FILE]


@pytest.mark.skipif(sys.platform == "win32", reason="as above")
def test_what_cannot_be_kept_is_said_once_and_what_can_be_read_is_read(unwritable: Path) -> None:
    memory = remembering(str(unwritable))
    memory.keep_setting("theme", "reading-light")
    memory.log_search("mbfr", 3)
    memory.close()
    lock_up(unwritable)
    again = remembering(str(unwritable))
    assert again.setting("theme") == "reading-light"
    again.keep_setting("theme", "reading-dark")
    assert "cannot be written" in str(again.trouble)
    again.trouble = None  # the reader was told
    again.log_search("csce", 1)
    again.keep_setting("measure", "60")
    assert again.trouble is None
    assert [one.query for one in again.searches()] == ["mbfr"]
    assert again.setting("theme") == "reading-light"
    again.close()


def test_what_is_locked_now_can_be_kept_later(tmp_path: Path) -> None:
    work = Work(tmp_path)
    work.keep_place("d", PLACE)
    with closing(sqlite3.connect(tmp_path / FILE)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryBusyError, match="locked"):
            work.keep_place("d", KeptPlace("5", "words"))
        assert work.place("d") == PLACE
    work.keep_place("d", KeptPlace("5", "words"))
    assert work.place("d") == KeptPlace("5", "words")
    work.close()


def test_a_full_disk_is_said_and_what_was_kept_stays(tmp_path: Path) -> None:
    work = Work(tmp_path)
    work.keep_place("d", PLACE)
    with work._file.changing() as database:
        pages = database.execute("PRAGMA page_count").fetchone()[0]
    assert work._file._open is not None
    work._file._open.execute(f"PRAGMA max_page_count = {pages}")  # SQLite then says that the disk is full
    with pytest.raises(LibraryBusyError, match=r"cannot be written .*full"):
        work.keep_place("e", KeptPlace("1", "words " * 10_000))
    assert work.place("d") == PLACE
    work._file._open.execute("PRAGMA max_page_count = 4294967294")
    work.keep_place("d", KeptPlace("6", "words"))
    assert work.place("d") == KeptPlace("6", "words")
    work.close()


def test_another_reader_s_changes_are_noticed_and_one_s_own_are_not(tmp_path: Path) -> None:
    one, other = Work(tmp_path), Work(tmp_path)
    one.keep_place("d", PLACE)
    before = one.changed_by_others()
    one.keep_place("e", PLACE)
    assert one.changed_by_others() == before
    other.keep_place("f", PLACE)
    assert one.changed_by_others() != before
    one.close()
    other.close()
