from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.library.brute_force import Parsed, parsed, random_queries
from tests.library.volumes import LETTER, MEMORANDUM, MOSCOW, indexed, written
from tgreader.library.index.search import Search
from tgreader.library.query.language import parse_query
from tgreader.reading.shelf.shelf import Shelf

CORPUS = Path(os.environ.get("TGREADER_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))
ODD = """<head>4. Note on O’Neill’s Château-Thierry affair</head><p>L’Élysée—that is, the État-Major—said “no”:
    rock’n’roll in 1/2 of x²; Straße, Łódź, naïve co-operation, e-mail, A.B.C., 3.5%, don't, DON’T, re-re-reading.</p>
    <p>Ångström ﬁt Ǆ 一二 Москва ёлка İstanbul 12th C–130 under_score</p>"""


def disagreements(documents: list[Parsed], library: Path, count: int, seed: int) -> list[str]:
    """The queries whose hits are others than they should be."""
    search = Search(library)
    wrong = []
    for query, wanted in random_queries(documents, count, seed):
        found = {hit.address for hit in search.every(parse_query(query), "place")}
        assert search.count(parse_query(query)).documents == len(found)
        if found != wanted:
            wrong.append(f"{query}: too many {sorted(found - wanted)[:3]}, too few {sorted(wanted - found)[:3]}")
    search.close()
    return wrong


@pytest.mark.parametrize("seed", range(3))
def test_hits_are_those_of_a_reading_from_end_to_end(library: Path, tmp_path: Path, seed: int) -> None:
    volume = written(tmp_path / "volumes", documents=[MOSCOW, LETTER, MEMORANDUM, ODD])
    indexed(library, volume)
    documents = [parsed(document) for document in Shelf([str(volume)]).every_document()]
    assert disagreements(documents, library, 200, seed) == []


def test_hits_over_a_volume_of_the_series(library: Path) -> None:
    volume = CORPUS / "volumes" / "frus1917-72PubDip.xml"
    if not volume.exists():
        pytest.skip("the corpus is not here; TGREADER_CORPUS names its folder")
    indexed(library, volume)
    documents = [parsed(document) for document in Shelf([str(volume)]).every_document()]
    assert disagreements(documents, library, 66, 5) == []
