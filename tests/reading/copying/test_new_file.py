"""What is exported goes to a new file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tgreader.errors import TgReaderError
from tgreader.reading.copying.new_file import new_file


def test_no_file_that_is_there_is_touched(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("mine")
    assert new_file(tmp_path, "a.csv", "é\r\n") == tmp_path / "a-2.csv"
    assert new_file(tmp_path, "a.csv", "x") == tmp_path / "a-3.csv"
    assert (tmp_path / "a.csv").read_text() == "mine"
    assert (tmp_path / "a-2.csv").read_bytes() == b"\xc3\xa9\r\n"


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(TgReaderError, match=r"gone.a\.csv: cannot be written .*; copy it instead"):
        new_file(tmp_path / "gone", "a.csv", "x")
