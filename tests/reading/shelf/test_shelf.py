"""Files put on the shelf while one reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import SEEDS
from tgreader.errors import AddressError, UnreadableError
from tgreader.model.address import parse_address
from tgreader.reading.shelf.shelf import Shelf


@pytest.fixture
def shelf(folder: Path) -> Shelf:
    """Document 105 is open, the other two files of its folder are not on the shelf."""
    opened = Shelf([str(folder / "105.txt")])
    opened.open_file(0)
    return opened


def test_a_further_file_is_opened_with_what_its_folder_says_of_it(shelf: Shelf, folder: Path) -> None:
    number = shelf.take(str(folder / "107.txt"))
    assert [str(place.entry.address) for place in shelf.places] == ["frus1969-76v39/d105", "frus1969-76v39/d107"]
    assert shelf.places[1].file == number
    assert shelf.document(parse_address("frus1969-76v39/d107#p2")).number == "107"


def test_a_file_that_lies_there_already_is_not_opened_twice(
    shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    assert shelf.take("papers/./105.txt") == 0
    assert (len(shelf.files), len(shelf.places), shelf.problems) == (1, 1, [])


def test_a_file_that_waits_to_be_opened_is_opened_now(folder: Path) -> None:
    shelf = Shelf([str(folder)])
    last = len(shelf.files) - 1
    assert shelf.take(shelf.files[last].path) == last
    assert [place.file for place in shelf.places] == [last]
    assert list(shelf.open_all())[-1] == last + 1
    assert len(shelf.places) == 3


def test_a_file_that_cannot_be_read_is_said_and_may_be_read_later(shelf: Shelf, tmp_path: Path) -> None:
    later = tmp_path / "later.txt"
    for _ in range(2):
        with pytest.raises(UnreadableError, match=r"later\.txt"):
            shelf.take(str(later))
    assert (len(shelf.places), shelf.problems) == (1, [])
    later.write_bytes(next(SEEDS.glob("*.txt")).read_bytes())
    assert shelf.places[-1].file != shelf.take(str(later))
    assert shelf.places[-1].entry.address.path == str(later)


def test_a_file_that_has_become_another_document_meanwhile_is_said(tmp_path: Path) -> None:
    """More files than are kept: the first is read anew, and is not what was listed."""
    for number in range(1, 9):
        (tmp_path / f"{number}.txt").write_text(f"{number}. Heading\n\nWords of {number}.\n", "utf-8")
    (tmp_path / "tgreader.toml").write_text(
        "".join(f'[documents."{number}.txt"]\nvolume = "frus1969-76v39"\n' for number in range(1, 9)), "utf-8"
    )
    opened = Shelf([str(tmp_path)])
    list(opened.open_all())
    (tmp_path / "1.txt").write_text("400. Another heading\n\nOther words.\n", "utf-8")
    (tmp_path / "2.txt").write_text("2. Heading\n\nWords of 2, corrected.\n", "utf-8")
    with pytest.raises(AddressError, match=r"frus1969-76v39/d1: .* it holds frus1969-76v39/d400"):
        opened.document(parse_address("frus1969-76v39/d1"))
    assert opened.document(parse_address("frus1969-76v39/d2")).blocks[1].text == "Words of 2, corrected."
    assert opened.document(parse_address("frus1969-76v39/d8")).blocks[1].text == "Words of 8."
