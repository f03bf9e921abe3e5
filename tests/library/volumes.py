"""Small volumes on the disk, and libraries of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tests.tei import volumes
from tgreader.library.index.search import Hit, Search
from tgreader.library.query.language import parse_query
from tgreader.reading.indexing.building import Report, index

MOSCOW = """<head>106. Telegram From the Embassy in the Soviet Union to the Department of State
    <note n="1" type="source">Source: Library of Congress, Manuscript Division, Kissinger Papers, Box CL 214.
    Confidential; Immediate.</note></head>
    <opener><dateline><placeName>Moscow</placeName>, <date when="1972-08-22">August 22, 1972</date>.</dateline></opener>
    <pb n="325"/><p>8334. Subj: Approach on <persName corresp="#p_KVV_1">Kuznetsov</persName>’s parallelism.</p>
    <p>The Sino-Soviet communiqué was read. He didn’t answer.<note n="2">See <ref target="#d107">Document 107</ref>.
    Telegram 149897 to Moscow, August 17. (Ibid.)</note></p>
    <p>Détente went on; <pb n="326"/>the talks on Berlin and on its access roads did not.</p>"""
LETTER = """<head>107. Letter From President Nixon to Chancellor Brandt</head>
    <opener><dateline>Washington, undated.</dateline></opener>
    <p>Dear Willy: the DETENTE of which we spoke is a Detente in name.<note n="1">See <ref target="#d106fn2">footnote
    2, Document 106</ref>.</note></p>"""
MEMORANDUM = """<head>108. Memorandum of Conversation</head>
    <opener><dateline>Bonn, <date when="1973-01">January 1973</date>.</dateline></opener>
    <p>Brandt said that Berlin had no better access than before.</p>"""
PERSONS = """<div type="section" xml:id="persons"><head>Persons</head><list>
    <item><persName xml:id="p_KVV_1">Kuznetsov, Vasily V.</persName>, Deputy Minister</item></list></div>"""


def written(
    folder: Path,
    name: str = "frus1969-76v39",
    documents: Iterable[str] = (MOSCOW, LETTER, MEMORANDUM),
    first: int = 106,
) -> Path:
    """A volume's file in a folder: its documents in a compilation, numbered from `first`."""
    made = "".join(
        f'<div type="document" n="{number}" xml:id="d{number}">{inner}</div>'
        for number, inner in enumerate(documents, first)
    )
    body = f'<div type="compilation" xml:id="comp1"><head>European Security</head>{made}</div>'
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.xml"
    file.write_text(volumes.text(body, front=PERSONS, idno=name), encoding="utf-8")
    return file


def indexed(library: Path, *paths: Path) -> Report:
    """Bring a library up to date."""
    return index([str(path) for path in paths], library)


def found(library: Path, query: str, **how: object) -> list[Hit]:
    """The hits of a query."""
    search = Search(library)
    try:
        hits = search.hits(parse_query(query), **how)  # type: ignore[arg-type]
        assert search.count(parse_query(query)).documents >= len(hits)
        return hits
    finally:
        search.close()


def numbers(library: Path, query: str) -> set[str]:
    """The numbers of the documents that a query finds."""
    return {hit.number or hit.address for hit in found(library, query)}
