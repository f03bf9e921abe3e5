"""What the catalogue lacks, from a volume's title page; volumes that it does not know at all."""

from __future__ import annotations

import pytest

from tests.tei.volumes import NAMES
from tgreader.citing.citation import cite
from tgreader.citing.imprint import publisher_named
from tgreader.errors import CatalogueError
from tgreader.model.address import parse_address
from tgreader.model.title_page import TitlePage
from tgreader.readers.base import Facts
from tgreader.readers.tei import READER
from tgreader.readers.tei.source import TeiSource

NEWER = TitlePage(
    "frus1989-92v31",
    "Foreign Relations of the United States, 1989–1992, Volume XXXI, START I, 1989–1991",
    ("James Graham Wilson",),
    ("Adam M. Howard",),
    "United States Government Publishing Office",
    "2023",
)
VOLUME = f"""<TEI {NAMES}><teiHeader><fileDesc><titleStmt>
  <title type="complete">Foreign Relations of the United States, 1977–1980,
     Volume XVIII, Middle East Region</title>
  <title type="volume">Middle East Region</title>
  <editor role="primary">Kelly M. <hi>McFarland</hi></editor><editor role="primary"/>
  <editor role="general">A. H.</editor>
 </titleStmt><publicationStmt><publisher>U.S. Government <lb/>Publishing Office</publisher>
  <date>printed 2015</date><idno type="frus">frus1977-80v18</idno></publicationStmt>
 <sourceDesc><p>Released <date>1999</date> by <publisher>Nobody</publisher></p></sourceDesc></fileDesc></teiHeader>
 <text><body><div type="document" n="1" xml:id="d1"><head>1. A Letter <title>Not this</title></head><p>Words.</p></div>
 </body></text></TEI>"""


def opened(text: str) -> TeiSource:
    return READER.open(text.encode(), "a.xml", Facts())


def test_the_header_of_a_volume_is_its_title_page() -> None:
    assert opened(VOLUME).title_page == TitlePage(
        "frus1977-80v18",
        "Foreign Relations of the United States, 1977–1980, Volume XVIII, Middle East Region",
        ("Kelly M. McFarland",),
        ("A. H.",),
        "U.S. Government Publishing Office",
        "2015",
    )


def test_a_volume_without_header_says_nothing() -> None:
    start, end = VOLUME.index("<teiHeader>"), VOLUME.index("</teiHeader>") + len("</teiHeader>")
    assert opened(VOLUME[:start] + VOLUME[end:]).title_page == TitlePage("a")


def test_the_catalogue_counts_where_it_knows() -> None:
    page = opened(VOLUME).title_page
    citation = cite(parse_address("frus1977-80v18/d1"), title_page=page)
    assert citation.text == (
        "Foreign Relations of the United States, 1977–1980, Volume XVIII, Middle East Region; Arabian Peninsula, "
        "ed. Kelly McFarland (Washington: Government Publishing Office, 2015), Document 1."
    )


def test_year_and_editors_are_the_title_pages_where_the_catalogue_has_none() -> None:
    page = TitlePage("frus1969-76v19p2", "Any title", ("David P. Nickles",), ("Adam M. Howard",), "", "2018")
    citation = cite(parse_address("frus1969-76v19p2/d1"), None, "chicago-note", title_page=page, url=False)
    assert citation.text == (
        "Foreign Relations of the United States, 1969–1976, ed. Adam M. Howard, vol. 19, pt. 2, Japan, 1969–1972, "
        "ed. David P. Nickles (Washington, DC: Government Printing Office, 2018), doc. 1."
    )
    assert citation.missing == ()


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            "office",
            (
                "Foreign Relations of the United States, 1989–1992, Volume XXXI, START I, 1989–1991, ed. James Graham "
                "Wilson (Washington: Government Publishing Office, 2023), Document 5."
            ),
        ),
        (
            "chicago-note",
            (
                "Foreign Relations of the United States, 1989–1992, ed. Adam M. Howard, vol. 31, START I, 1989–1991, "
                "ed. James Graham Wilson (Washington, DC: Government Publishing Office, 2023), doc. 5, "
                "https://history.state.gov/historicaldocuments/frus1989-92v31/d5."
            ),
        ),
        ("frus", "Foreign Relations, 1989–1992, vol. XXXI, Document 5"),
    ],
)
def test_a_volume_newer_than_the_catalogue_is_cited_by_its_title_page(style: str, expected: str) -> None:
    assert cite(parse_address("frus1989-92v31/d5"), None, style, title_page=NEWER).text == expected


def test_without_a_title_page_it_is_unknown() -> None:
    for page in (None, TitlePage("frus1989-92v31")):
        with pytest.raises(CatalogueError):
            cite(parse_address("frus1989-92v31/d5"), title_page=page)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("", "Government Printing Office"),
        ("United States Government Printing Office", "Government Printing Office"),
        ("U. S. GOVERNMENT PRINTING OFFICE", "Government Printing Office"),
        ("United States Government Publishing Office", "Government Publishing Office"),
        ("Office of the Historian", "Office of the Historian"),
    ],
)
def test_however_the_printing_office_is_spelt(words: str, name: str) -> None:
    assert publisher_named(words) == name
