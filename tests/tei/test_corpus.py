"""Against whole volumes of the series, where they are at hand; `tests/benchmarks/tei_volumes.py` takes all of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from lxml import etree

from tgreader.readers.base import Facts
from tgreader.readers.tei import READER

from .truth import Truth, counts, off, parsed_pieces, sections, words

FOLDER = Path(os.environ.get("TGREADER_CORPUS", Path(__file__).parents[3] / "shared/corpus")) / "volumes"
VOLUMES = ["frus1917-72PubDip.xml", "frus1961-63v06.xml", "frus1969-76ve09p1.xml"]


@pytest.mark.parametrize("name", VOLUMES)
def test_volumes_of_the_series_are_read_whole(name: str) -> None:
    path = FOLDER / name
    if not path.exists():
        pytest.skip(f"{path} is not here: set TGREADER_CORPUS")
    data = path.read_bytes()
    source = READER.open(data, str(path), Facts())
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    seen = 0
    for element, document in sections(root, source):
        truth = Truth(element)
        assert counts(document) == truth.counts, str(document.address)
        for pieces, notes in ((truth.body, False), (truth.notes, True)):
            true = words(pieces, "letters")
            missed = off(true, words(parsed_pieces(document, notes=notes), "letters"))
            assert missed <= 0.005 * true.total(), str(document.address)
        if document.number:
            assert document.blocks[0].text == document.heading
        seen += 1
    assert seen == len(list(source.volume.entries())) - sum(
        e.sort in {"compilation", "chapter", "subchapter"} for e in source.volume.entries()
    )
