"""The seed is the document as it was found, byte for byte."""

from __future__ import annotations

import tomllib
from hashlib import sha256
from pathlib import Path

SEEDS = Path(__file__).parents[2] / "seeds"
NAME = "000_bdb90119f2881e15.txt"


def test_the_seed_document_is_as_it_was_found() -> None:
    data = (SEEDS / NAME).read_bytes()
    assert sha256(data).hexdigest() == "6d77035b0e821df6fd8d25517fe497a2f6c0e882da0d5389ab53f690a5bf966d"


def test_nothing_else_lies_there() -> None:
    assert sorted(path.name for path in SEEDS.iterdir()) == [NAME, "tgreader.toml"]


def test_the_settings_say_the_volume_alone() -> None:
    assert tomllib.loads((SEEDS / "tgreader.toml").read_text("utf-8")) == {
        "documents": {NAME: {"volume": "frus1969-76v39"}}
    }
