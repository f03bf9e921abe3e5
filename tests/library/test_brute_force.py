from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.library.brute_force import Parsed, parsed, random_queries
from tests.library.volumes import LETTER, MEMORANDUM, MOSCOW, found, indexed, written
from tgreader.library.index.search import Search
from tgreader.library.query.language import parse_query
from tgreader.reading.shelf.shelf import Shelf

CORPUS = Path(os.environ.get("TGREADER_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))
ODD = """<head>4. Note on O’Neill’s Château-Thierry affair</head><p>L’Élysée—that is, the État-Major—said “no”:
    rock’n’roll in 1/2 of x²; Straße, Łódź, naïve co-operation, e-mail, A.B.C., 3.5%, don't, DON’T, re-re-reading.</p>
    <p>Ångström ﬁt Ǆ 一二 Москва ёлка İstanbul 12th C–130 under_score</p>
    <p>The of\u00adfi\u00adce was ef\ufb01cient; a\ufb04uence, co\u00adöp\u00ade\u00adra\u00adtion,
    caf\u0065\u0301 and cafés.</p>"""
SET = """<head>5. Despatch<note n="1" type="source">Source: Department of State, O\u2019Neill Files. Secret.</note> on
    tin<note n="2">So headed; <hi rend="italic">tin</hi>ned too.</note></head>
    <opener><dateline>La Paz, <date when="1952-05">May 1952</date>.</dateline></opener>
    <p>The exam<pb n="12"/>ination of tin<note n="3">Not printed.</note>, half<note n="4">In part.</note>finished, went
    on over the <pb n="13"/>page.</p>
    <list><head>Tin</head><item>first, ore</item><item>second: <list><item>smelting</item></list></item></list>
    <table><row><cell>Ore</cell><cell>1,200 tons</cell></row><row><cell>Metal</cell><cell>½ of it</cell></row></table>
    <frus:attachment xmlns:frus="http://history.state.gov/frus/ns/1.0"><head>Attachment: Tin Table</head>
    <p>The attachment’s tin—and its <hi>smelt</hi>ing.<note n="1">Of the attachment.</note></p></frus:attachment>
    <closer><signed>Spar<hi rend="smallcaps">ks</hi></signed></closer>"""


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
    volume = written(tmp_path / "volumes", documents=[MOSCOW, LETTER, MEMORANDUM, ODD, SET])
    indexed(library, volume)
    documents = [parsed(document) for document in Shelf([str(volume)]).every_document()]
    assert disagreements(documents, library, 200, seed) == []


def test_hits_over_a_volume_of_the_series(library: Path) -> None:
    volume = CORPUS / "volumes" / "frus1917-72PubDip.xml"
    if not volume.exists():
        pytest.skip("the corpus is not here; TGREADER_CORPUS names its folder")
    indexed(library, volume)
    documents = [parsed(document) for document in Shelf([str(volume)]).every_document()]
    assert disagreements(documents, library, 78, 5) == []


def test_words_are_marked_as_they_are_printed(library: Path, tmp_path: Path) -> None:
    indexed(library, written(tmp_path / "volumes", documents=[ODD, SET]))
    for query, printed in (
        ("office", "of\u00adfi\u00adce"),
        ("=office", "of\u00adfi\u00adce"),
        ("efficient", "ef\ufb01cient"),
        ("affluence", "a\ufb04uence"),
        ("cooperation", "co\u00adöp\u00ade\u00adra\u00adtion"),
        ("cafe", "caf\u0065\u0301"),
        ("of\u00adfice", "of\u00adfi\u00adce"),
        ("elysee", "Élysée"),
        ("МОСКВА", "Москва"),
    ):
        (hit,) = found(library, query)
        assert [hit.excerpt.text[start:end] for start, end in hit.excerpt.words] == [printed], query
