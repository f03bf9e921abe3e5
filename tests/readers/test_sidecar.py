"""`tgreader.toml` read without the parser of all TOML."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tgreader.readers import sidecar

PIECES = (
    '[documents."a.txt"]', '[documents."b.txt"]', '[documents."é ß"]', "[documents]", 'volume = "frus1969-76v39"',
    'volume = "x"', 'date = "1972-08-22"', "date = 1972-08-22", 'place = "Sana’a"', 'place = "a\\tb"', "place = 'a'",
    'plâce = "a"', '-_ = ""', "# words", "# \x00", "#", " ", "\t", '"a" = "b"', 'a.b = "c"', '"', "\ufeff", "\r",
    "\x7f",
)  # fmt: skip


@given(st.lists(st.sampled_from((*PIECES, "\n", "\n", "\n")), max_size=20).map("".join))
def test_what_is_read_plainly_is_what_the_parser_reads(text: str) -> None:
    said = sidecar._plainly(text)
    assert said is None or said["documents"] == tomllib.loads(text).get("documents", {})


@pytest.mark.parametrize("end", ["", "\n", "\n\n# the end\n"])
def test_files_as_the_readme_has_them_are_read_plainly(end: str) -> None:
    text = f'# words\n[documents."a.txt"]\nvolume = "frus1969-76v39"\ndate = "1972-08-22"\n\n[documents."b.txt"]{end}'
    assert sidecar._plainly(text) == {
        "documents": {"a.txt": {"volume": "frus1969-76v39", "date": "1972-08-22"}, "b.txt": {}}
    }
