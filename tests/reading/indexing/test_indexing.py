from __future__ import annotations

import os
import shutil
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.library.volumes import LETTER, MOSCOW, indexed, numbers, written
from tgreader.errors import LibraryError
from tgreader.library.index.rows import FileRow
from tgreader.library.index.writing import Writer
from tgreader.library.work.work import Work
from tgreader.reading.indexing.building import Progress, index
from tgreader.reading.indexing.worker import read_batch

SEEDS = Path(__file__).parents[3] / "seeds"


def test_any_mix_of_formats_below_a_folder(library: Path, tmp_path: Path) -> None:
    written(tmp_path / "papers" / "volumes" / "deep")
    shutil.copytree(SEEDS, tmp_path / "papers" / "loose")
    # the seed is the volume's own Document 106: it is in the index once
    report = indexed(library, tmp_path / "papers")
    assert (report.read, report.documents, len(report.problems)) == (2, 4, 1)
    assert numbers(library, "heading:telegram") == {"106"}


def test_what_did_not_change_is_not_read_again(library: Path, tmp_path: Path) -> None:
    volume = written(tmp_path / "volumes")
    assert indexed(library, tmp_path / "volumes").read == 1
    assert indexed(library, tmp_path / "volumes")[:2] == (0, 1)
    os.utime(volume, (1, 1))  # another time, the same content
    assert indexed(library, tmp_path / "volumes")[:2] == (0, 1)
    volume.write_text(volume.read_text("utf-8").replace("Berlin", "Vienna"), "utf-8")
    assert indexed(library, tmp_path / "volumes")[:2] == (1, 0)
    assert numbers(library, "berlin") == set()
    assert numbers(library, "vienna") == {"106", "108"}


def test_what_the_folder_says_of_a_file_is_read_again_too(library: Path, tmp_path: Path) -> None:
    shutil.copytree(SEEDS, tmp_path / "loose")
    indexed(library, tmp_path / "loose")
    facts = tmp_path / "loose" / "tgreader.toml"
    facts.write_text(facts.read_text("utf-8").replace("v39", "v40"), "utf-8")
    assert indexed(library, tmp_path / "loose").read == 1
    assert numbers(library, "volume:frus1969-76v40") == {"106"}
    assert numbers(library, "volume:frus1969-76v39") == set()


def test_files_that_are_gone_are_taken_out(library: Path, tmp_path: Path) -> None:
    volume = written(tmp_path / "volumes")
    written(tmp_path / "volumes", "frus1969-76v40", [LETTER], first=1)
    indexed(library, tmp_path / "volumes")
    volume.unlink()
    report = indexed(library, tmp_path / "volumes")
    assert report.gone == (str(volume),)
    assert numbers(library, "brandt") == {"1"}


def test_what_lies_elsewhere_is_not_taken_for_gone(library: Path, tmp_path: Path) -> None:
    indexed(library, written(tmp_path / "one"))
    report = indexed(library, written(tmp_path / "two", "frus1969-76v40", [LETTER], first=1))
    assert report.gone == ()
    assert numbers(library, "detente") == {"1", "106", "107"}


def test_a_moved_folder_is_not_read_again(library: Path, tmp_path: Path) -> None:
    written(tmp_path / "old" / "volumes")
    indexed(library, tmp_path / "old")
    (tmp_path / "old").rename(tmp_path / "new")
    report = indexed(library, tmp_path / "old", tmp_path / "new")
    assert (report.read, report.moved, report.gone) == (0, 1, ())
    assert numbers(library, "berlin") == {"106", "108"}


def test_a_moved_folder_is_known_again_wherever_it_is_given(library: Path, tmp_path: Path) -> None:
    written(tmp_path / "old")
    indexed(library, tmp_path / "old")
    (tmp_path / "old").rename(tmp_path / "new")
    report = indexed(library, tmp_path / "new")
    assert (report.read, report.moved, report.problems) == (0, 1, ())
    assert numbers(library, "berlin") == {"106", "108"}


def test_a_folder_that_is_away_keeps_its_place(library: Path, tmp_path: Path) -> None:
    written(tmp_path / "stick" / "volumes")
    indexed(library, tmp_path / "stick" / "volumes")
    (tmp_path / "stick").rename(tmp_path / "drawer")
    report = indexed(library)
    (problem,) = report.problems
    assert str(problem) == (
        f"{tmp_path / 'stick' / 'volumes'}: is not there; 1 file of it stays in the index; "
        "tgreader index --remove forgets them"
    )
    assert (report.gone, numbers(library, "berlin")) == ((), {"106", "108"})
    (tmp_path / "drawer").rename(tmp_path / "stick")
    assert indexed(library) == (0, 1, 0, (), 0, (), True)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names there are text")
def test_a_name_that_is_no_text_is_reported_and_stops_nothing(library: Path, tmp_path: Path) -> None:
    written(tmp_path / "volumes")
    Path(os.fsdecode(os.fsencode(tmp_path / "volumes") + b"/\xff.txt")).write_text("1. A Letter\n", "utf-8")
    report = indexed(library, tmp_path / "volumes")
    assert [problem.what for problem in report.problems] == ["its name is no text, so it is not indexed"]
    assert numbers(library, "berlin") == {"106", "108"}


def test_one_broken_file_is_reported_and_stops_nothing(library: Path, tmp_path: Path) -> None:
    written(tmp_path / "volumes")
    broken = tmp_path / "volumes" / "broken.xml"
    broken.write_text("<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><p>", "utf-8")
    report = indexed(library, tmp_path / "volumes")
    (problem,) = report.problems
    assert str(problem).startswith(f"{broken}: ")
    assert "\n" not in str(problem)
    assert report.finished
    assert numbers(library, "berlin") == {"106", "108"}
    assert indexed(library, tmp_path / "volumes").read == 0  # it is as broken as before: nothing to read
    broken.unlink()
    written(tmp_path / "volumes", "broken", [LETTER], first=1)
    assert indexed(library, tmp_path / "volumes").read == 1


def test_a_document_that_two_files_have_is_the_first_ones_until_that_is_gone(library: Path, tmp_path: Path) -> None:
    first = written(tmp_path / "a")
    second = written(tmp_path / "b", documents=[MOSCOW.replace("Berlin", "Vienna")])
    report = indexed(library, first, second)
    (problem,) = report.problems
    assert str(problem).startswith(f"{second}: ")
    assert numbers(library, "vienna") == set()
    first.unlink()
    indexed(library, first, second)
    assert numbers(library, "vienna") == {"106"}


def test_progress_goes_from_nothing_to_all(library: Path, tmp_path: Path) -> None:
    for number in range(3):
        written(tmp_path / "volumes", f"frus1969-76v{number}", [LETTER * (number + 1)], first=1)
    told: list[Progress] = []
    index([str(tmp_path / "volumes")], library, told.append)
    assert told[0][:3] == ("", 0, 3)
    assert (told[-1].files, told[-1].size) == (3, told[-1].of_size)
    assert [one.files for one in told] == sorted(one.files for one in told)
    assert told[-1].left == 0


def test_cancelled_keeps_what_is_done_and_goes_on_later(library: Path, tmp_path: Path) -> None:
    for number in range(70):  # more than are written together
        written(tmp_path / "volumes", f"frus1969-76v{number}", [LETTER], first=1)
    done: list[int] = []
    report = index(
        [str(tmp_path / "volumes")], library, lambda now: done.append(now.files), lambda: bool(done and done[-1])
    )
    assert not report.finished
    assert 0 < report.read < 70
    again = indexed(library, tmp_path / "volumes")
    assert again.finished
    assert again.read + report.read == 70


def test_only_one_writes_at_a_time(library: Path, tmp_path: Path) -> None:
    volume = written(tmp_path / "volumes")
    with Writer(library), pytest.raises(LibraryError, match="another tgreader is indexing"):
        indexed(library, volume)
    assert indexed(library, volume).read == 1


def test_what_was_given_before_is_brought_up_to_date_without_being_named(library: Path, tmp_path: Path) -> None:
    indexed(library, written(tmp_path / "volumes").parent)
    written(tmp_path / "volumes", "frus1969-76v40", [LETTER], first=1)
    assert indexed(library).read == 1


def test_rebuilding_reads_everything_anew(library: Path, tmp_path: Path) -> None:
    indexed(library, written(tmp_path / "volumes").parent)
    report = index([], library, rebuild=True)
    assert (report.read, report.documents) == (1, 4)
    assert numbers(library, "berlin") == {"106", "108"}


def test_a_marker_that_was_put_right_is_so_in_the_index(library: Path, tmp_path: Path) -> None:
    loose = tmp_path / "loose"
    loose.mkdir()
    text = "7. Letter1\n\nHe cited Embtel 332 at length.\n\n  1. Source: Files.\n  2. Not printed.\n"
    (loose / "letter.txt").write_text(text, "utf-8")
    (loose / "other.txt").write_text(text.replace("7. Letter", "8. Note"), "utf-8")
    indexed(library, loose)
    assert (numbers(library, "33"), numbers(library, "332")) == ({"7", "8"}, set())
    work = Work(library)
    work.keep_correction(sha256(text.encode()).hexdigest(), 2, None)
    work.close()
    assert indexed(library, loose)[:2] == (1, 1)
    assert (numbers(library, "33"), numbers(library, "332")) == ({"8"}, {"7"})
    assert indexed(library, loose)[:2] == (0, 2)
    assert index([str(loose)], library, rebuild=True).read == 2
    assert (numbers(library, "33"), numbers(library, "332")) == ({"8"}, {"7"})


def test_a_folder_is_the_same_by_whichever_way_it_is_reached(library: Path, tmp_path: Path) -> None:
    written(tmp_path / "volumes")
    (tmp_path / "elsewhere").mkdir()
    indexed(library, tmp_path / "volumes")
    assert indexed(library, tmp_path / "elsewhere" / ".." / "volumes") == (0, 1, 0, (), 0, (), True)
    (tmp_path / "link").symlink_to(tmp_path / "volumes", target_is_directory=True)
    assert indexed(library, tmp_path / "link") == (0, 1, 0, (), 0, (), True)
    os.link(tmp_path / "volumes" / "frus1969-76v39.xml", tmp_path / "volumes" / "again.xml")
    assert indexed(library, tmp_path / "volumes") == (0, 2, 0, (), 0, (), True)
    (tmp_path / "volumes" / "loop").symlink_to(tmp_path / "volumes", target_is_directory=True)
    assert indexed(library, tmp_path / "volumes") == (0, 2, 0, (), 0, (), True)


def test_what_takes_a_files_place_with_its_size_and_time_is_read(library: Path, tmp_path: Path) -> None:
    volume = written(tmp_path / "volumes")
    indexed(library, volume)
    before = volume.stat()
    other = tmp_path / "other.xml"
    other.write_text(volume.read_text("utf-8").replace("Berlin", "Vienna"), "utf-8")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(volume)
    assert (volume.stat().st_size, volume.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert indexed(library, volume).read == 1
    assert numbers(library, "vienna") == {"106", "108"}


def test_a_folder_that_is_renamed_while_it_is_indexed_is_found_again(library: Path, tmp_path: Path) -> None:
    for number in range(70):  # more than are written together
        written(tmp_path / "old", f"frus1969-76v{number}", [LETTER], first=1)

    def renamed(now: Progress) -> None:
        if now.files and (tmp_path / "old").exists():
            (tmp_path / "old").rename(tmp_path / "new")

    report = index([str(tmp_path / "old")], library, renamed)
    assert report.finished
    lost = len(report.problems)
    assert 0 < lost < 70
    report = indexed(library, tmp_path / "new")
    assert (report.read, report.moved, report.problems) == (lost, 70 - lost, ())
    report = indexed(library)  # both were given: of the old there is nothing left
    assert (report.unchanged, len(report.gone), report.problems[1:]) == (70, lost, ())
    assert indexed(library) == (0, 70, 0, (), 0, (), True)


def test_a_file_that_points_to_more_than_is_looked_at_is_indexed_and_that_is_reported(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tgreader.references.found.LOOKED_AT", 1)
    written(tmp_path / "volumes", "much", ["See Document 5 and Document 7 of Berlin."], first=106)
    file = next((tmp_path / "volumes").iterdir())
    (read,) = read_batch([FileRow(str(file), file.stat().st_size, 0, 0, "", "")])
    assert "it has 1 words and links that may point elsewhere; any after them are not looked at" in read.file.trouble
    assert "106" in {one.number for one in read.documents}
