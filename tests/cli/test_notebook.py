"""`tgreader notebook`: lists, exports, imports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.program import tgreader
from tests.library.test_annotations import ONE
from tgreader.library.work.work import Work
from tgreader.reading.remembering.memory import remembering


@pytest.fixture
def library(tmp_path: Path) -> Path:
    work = Work(tmp_path / "library")
    work.annotations.merge(
        [ONE, ONE._replace(id="m", kind="mark", words="", tags="", address=ONE.address[:-3])], "t", "x"
    )
    work.close()
    memory = remembering(str(tmp_path / "library"))
    memory.log_search("communiqué", 0)
    memory.close()
    return tmp_path / "library"


def test_it_lists(library: Path) -> None:
    ran = tgreader("notebook", "--library", library)
    assert ran.status == 0
    assert ran.out.splitlines() == [
        "frus1969-76v39/d106  “Although Kuznetsov promised”",
        "frus1969-76v39/d106#p4  Compare Garthoff  #mbfr #csce",
    ]
    assert tgreader("notebook", "--tag", "csce", "--library", library).out.count("\n") == 1
    assert tgreader("notebook", "--tag", "no", "--library", library).status == 1
    (line,) = tgreader("notebook", "searches", "--library", library).out.splitlines()
    assert line.endswith("  0  communiqué")


@pytest.mark.parametrize("name", ["a.json", "a.csv", "a.md"])
def test_out_and_in_again_with_citations(library: Path, tmp_path: Path, name: str) -> None:
    file, other = tmp_path / name, tmp_path / "other"
    assert tgreader("notebook", "--export", file, "--library", library).status == 0
    assert "European Security" in file.read_text("utf-8")
    ran = tgreader("notebook", "--import", file, "--library", other)
    assert (ran.status, ran.errors) == (0, [])
    assert ran.out.startswith("2 marks and annotations added")
    again = tgreader("notebook", "--import", file, "--library", other)
    assert again.out == "everything in it was here already\n"
    both = [tgreader("notebook", "--export", "-", "annotations", "--library", one).out for one in (library, other)]
    assert both[0] == both[1]


def test_through_pipes(library: Path, tmp_path: Path) -> None:
    out = tgreader("notebook", "--export", "-", "--library", library)
    assert [one["query"] for one in json.loads(out.out)["searches"]] == ["communiqué"]
    ran = tgreader("notebook", "--import", "-", "--library", tmp_path / "new", given=out.out.encode())
    assert ran.out == "2 marks and annotations added, 1 search added\n"
    table = tgreader("notebook", "searches", "--export", "-", "--format", "csv", "--library", library)
    assert table.out.splitlines()[0] == "query,hits,at"


def test_a_file_that_is_there_is_left_alone(library: Path, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("mine")
    ran = tgreader("notebook", "--export", tmp_path / "a.json", "--library", library)
    assert ran.status == 1
    assert ran.errors == [
        f"tgreader: {tmp_path / 'a.json'}: is there already; name a new file, or - for standard output"
    ]
    assert (tmp_path / "a.json").read_text() == "mine"


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["--export", "a.txt"], 2, "says no format"),
        (["--export", "a.json", "--style", "else"], 2, "is no citation style"),
        (["--export", "a.json", "--import", "b.json"], 2, "not allowed"),
        (["everything"], 2, "invalid choice"),
        (["--import", "missing.json"], 3, "no such file"),
        (["--import", "-"], 1, "is no notebook"),
        (["--import", "-", "--format", "csv"], 1, "is no notebook"),
    ],
)
def test_what_cannot_be_done_is_one_line(tmp_path: Path, arguments: list[str], status: int, said: str) -> None:
    ran = tgreader("notebook", *arguments, "--library", tmp_path / "new", cwd=tmp_path)
    assert ran.status == status
    assert len(ran.errors) == 1
    assert said in ran.err


def test_an_empty_library_is_left_unmade(tmp_path: Path) -> None:
    ran = tgreader("notebook", "--library", tmp_path / "new")
    assert (ran.status, ran.out, ran.errors) == (1, "", [])
    assert not (tmp_path / "new").exists()


def test_what_cannot_be_used_is_said_and_the_rest_is_taken(library: Path, tmp_path: Path) -> None:
    whole = json.loads(tgreader("notebook", "--export", "-", "--library", library).out)
    whole["annotations"][0]["address"] = ""
    ran = tgreader("notebook", "--import", "-", "--library", tmp_path / "new", given=json.dumps(whole).encode())
    assert ran.status == 1
    assert ran.out.startswith("1 mark or annotation added")
    assert len(ran.errors) == 1
    assert "annotation 1 cannot be used" in ran.err
