"""What happens to the index: other schemas, damage, locks, a full disk, a disk that cannot be written, a move."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.library.volumes import LETTER, found, indexed, numbers, written
from tgreader.errors import LibraryError
from tgreader.library.index import rows as schema_rows
from tgreader.library.index import schema
from tgreader.library.index.schema import FILE
from tgreader.library.index.search import Search
from tgreader.library.index.writing import Writer
from tgreader.library.query.language import parse_query
from tgreader.reading.indexing.building import index
from tgreader.reading.indexing.care import status, verify
from tgreader.reading.indexing.worker import read_batch

NOBODY = 65534


@pytest.fixture
def volume(tmp_path: Path) -> Path:
    return written(tmp_path / "volumes")


def test_readers_read_on_while_it_is_written(library: Path, volume: Path) -> None:
    indexed(library, volume)
    first, second = Search(library), Search(library)
    other = written(volume.parent, "frus1969-76v40", [LETTER], first=1)
    assert first.count(parse_query("brandt")).documents == 2
    indexed(library, other)
    for search in (first, second):
        assert search.count(parse_query("brandt")).documents == 3
        search.close()


@pytest.mark.parametrize(("version", "said"), [(99, "a newer tgreader"), (1, "an older tgreader")])
def test_another_schema_is_refused_with_one_line_and_rebuilt_when_asked(
    library: Path, volume: Path, version: int, said: str
) -> None:
    indexed(library, volume)
    with sqlite3.connect(library / FILE) as database:
        database.execute(f"PRAGMA user_version = {version}")
    database.close()
    with pytest.raises(LibraryError, match=rf"made by {said} \(schema {version}\)"):
        Search(library)
    with pytest.raises(LibraryError, match=f"made by {said}"):
        indexed(library, volume)
    assert index([], library, rebuild=True).read == 1
    assert numbers(library, "berlin") == {"106", "108"}


def test_an_empty_file_is_no_index_yet(library: Path, volume: Path) -> None:
    library.mkdir()
    (library / FILE).touch()
    with pytest.raises(LibraryError, match="nothing is indexed yet"):
        Search(library)
    assert indexed(library, volume).read == 1


@pytest.mark.parametrize("damage", ["no database", "torn in the middle", "cut off"])
def test_damage_is_one_line_and_rebuilding_mends_it(library: Path, volume: Path, damage: str) -> None:
    indexed(library, volume)
    work = library / "work.sqlite3"
    work.write_bytes(b"somebody's own work")
    file = library / FILE
    data = bytearray(file.read_bytes())
    if damage == "no database":
        data[:] = b"this is a letter to my aunt " * 400
    elif damage == "torn in the middle":
        data[4096:] = os.urandom(len(data) - 4096)
    else:
        del data[len(data) // 3 :]
    file.write_bytes(data)
    with pytest.raises(LibraryError) as said:
        found(library, "berlin")
    assert "\n" not in str(said.value)
    assert "--rebuild makes it anew" in str(said.value)
    with pytest.raises(LibraryError):
        numbers(library, "berlin")
    assert index([str(volume)], library, rebuild=True).read == 1
    assert numbers(library, "berlin") == {"106", "108"}
    assert work.read_bytes() == b"somebody's own work"


def test_a_locked_index_is_one_line_and_searching_goes_on(
    library: Path, volume: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "_WAIT_SECONDS", 0)
    indexed(library, volume)
    volume.write_text(volume.read_text("utf-8").replace("Berlin", "Vienna"), "utf-8")
    other = sqlite3.connect(library / FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LibraryError, match="another program is writing it; try again"):
        indexed(library, volume)
    assert numbers(library, "berlin") == {"106", "108"}
    other.execute("ROLLBACK")
    other.close()
    indexed(library, volume)
    assert numbers(library, "vienna") == {"106", "108"}


def test_a_full_disk_is_one_line_and_what_was_written_is_kept(library: Path, volume: Path) -> None:
    indexed(library, volume)
    big = written(volume.parent, "frus1969-76v40", [f"<head>1. Note</head><p>{'Berlin and words. ' * 40_000}</p>"], 1)
    with Writer(library) as writer:
        writer._database.execute("PRAGMA max_page_count = 100")  # the disk has no more room than this
        file = index_row(big)
        with pytest.raises(LibraryError, match="the disk is full; make room and run tgreader index again"):
            writer.put(read_batch([file]))
        assert writer.faults() == []
    assert numbers(library, "berlin") == {"106", "108"}
    assert indexed(library, volume.parent).read == 1
    assert len(numbers(library, "berlin")) == 3


def index_row(path: Path) -> schema_rows.FileRow:
    """A file as indexing finds it."""
    state = path.stat()
    return schema_rows.FileRow(str(path), state.st_size, state.st_mtime_ns, state.st_ctime_ns, "another", "")


def test_a_library_that_is_moved_with_its_files_finds_them(tmp_path: Path) -> None:
    indexed(tmp_path / "stick" / "library", written(tmp_path / "stick" / "volumes"))
    (tmp_path / "stick").rename(tmp_path / "drive")
    now = status(tmp_path / "drive" / "library")
    assert (now.gone, now.changed, verify(tmp_path / "drive" / "library")) == ((), (), [])
    search = Search(tmp_path / "drive" / "library")
    assert search.file_of("frus1969-76v39/d106") == tmp_path / "drive" / "volumes" / "frus1969-76v39.xml"
    search.close()


@pytest.fixture
def unwritable(volume: Path) -> Iterator[Path]:
    """A library in which whoever is not its owner can write nothing."""
    folder = Path(tempfile.mkdtemp())
    indexed(folder / "library", volume)
    for path in (folder, folder / "library"):
        path.chmod(0o555)
    yield folder / "library"
    for path in (folder, folder / "library"):
        path.chmod(stat.S_IRWXU)
    shutil.rmtree(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="folders there have no such modes")
def test_a_library_on_a_disk_that_cannot_be_written_is_searched(unwritable: Path, library: Path, volume: Path) -> None:
    indexed(library, volume)
    numbers(library, "berlin")  # what is imported on the way is imported now
    with as_nobody():
        with pytest.raises(PermissionError):
            (unwritable / "new").touch()
        assert numbers(unwritable, "berlin") == {"106", "108"}
        with pytest.raises(LibraryError, match="cannot be used"):
            indexed(unwritable, volume)
        # The index is whole; who may not look into the folder of the volume cannot compare it.
        assert [problem.where for problem in verify(unwritable)] == [str(volume)]
    assert sorted(path.name for path in unwritable.iterdir()) == ["index.lock", FILE]


@pytest.mark.skipif(sys.platform == "win32", reason="as above")
def test_what_was_broken_off_is_not_read_where_it_cannot_be_mended(unwritable: Path) -> None:
    (unwritable / f"{FILE}-wal").write_bytes(b"what was not yet in the file itself")
    with as_nobody(), pytest.raises(LibraryError, match="indexing was broken off"):
        Search(unwritable)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Root may write anything: for a while be nobody."""
    me = os.geteuid()
    if me == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if me == 0:
            os.seteuid(me)
