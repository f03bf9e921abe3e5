"""The Office of the Historian's forms, to the character."""

from __future__ import annotations

import pytest

from tests.citing.documents import telegram
from tgreader.citing.citation import Citation, cite
from tgreader.citing.locator import Locator, shortened_page
from tgreader.errors import CatalogueError, SettingsError
from tgreader.model.address import Address, parse_address

SEED = (
    "Foreign Relations of the United States, 1969–1976, Volume XXXIX, European Security, ed. Douglas E. Selvage "
    "(Washington: Government Printing Office, 2008), Document 106"
)
GENERAL = (
    "Foreign Relations of the United States, 1952–1954, General: Economic and Political Matters, Volume I, Part 1, "
    "eds. David M. Baehler, Herbert A. Fine, Ralph R. Goodwin, N. Stephen Kane, Ronald D. Landa, Lisle A. Rose, "
    "William F. Sanford, Jr., and Ilana M. Stern (Washington: Government Printing Office, 1983)"
)


def cited(address: str, style: str = "office", **more: object) -> str:
    return cite(parse_address(address), None, style, **more).text  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("frus1969-76v39/d106", SEED + "."),
        ("frus1969-76v39/d106#fn3", SEED + ", n. 3."),
        ("frus1969-76v39/d106#pg_325", SEED + ", p. 325."),
        (
            "frus1969-76v19p1/d75",
            (
                "Foreign Relations of the United States, 1969–1976, Volume XIX, Part 1, Korea, 1969–1972, eds. "
                "Daniel J. Lawler and Erin R. Mahan (Washington: Government Printing Office, 2010), Document 75."
            ),
        ),
        ("frus1952-54v01p1/pg_798", GENERAL + ", 798."),
        (
            "frus1958-60v05/d3",
            (
                "Foreign Relations of the United States, 1958–1960, American Republics, Volume V "
                "(Washington: Government Printing Office, 1991), Document 3."
            ),
        ),
        (
            "frus1877app/pg_12",
            (
                "Papers Relating to the Foreign Relations of the United States, Transmitted to Congress, With the "
                "Annual Message of the President, December 3, 1877, Appendix (Washington: Government Printing Office, "
                "1877), 12."
            ),
        ),
        ("frus1969-76v39/preface", SEED.replace("Document 106", "Preface.")),
        ("frus1969-76v39/titlepage", SEED.replace("Document 106", "Title Page.")),
        ("frus1969-76v39", SEED.replace(", Document 106", ".")),
        ("frus1969-76v39/pg_XIII", SEED.replace("Document 106", "p. XIII.")),
    ],
)
def test_the_recommended_citation(address: str, expected: str) -> None:
    assert cited(address) == expected


def test_only_the_series_is_in_italics() -> None:
    citation = cite(parse_address("frus1969-76v39/d106"))
    assert [citation.text[start:end] for start, end in citation.italics] == ["Foreign Relations of the United States"]
    assert citation.markdown.startswith("*Foreign Relations of the United States*, 1969–1976")
    assert citation.missing == ()


def test_markdown_escapes_what_it_would_read() -> None:
    assert Citation("a *b* [c] d", ((6, 9),)).markdown == r"a \*b\* *\[c\]* d"


def test_the_web_address_is_appended_after_the_stop() -> None:
    address = "https://history.state.gov/historicaldocuments/frus1969-76v19p1/d75"
    text = cited("frus1969-76v19p1/d75", url=True, accessed="2011-10-27")
    assert text.endswith(f"2010), Document 75. {address} [accessed 27 Oct 2011]")
    assert cited("frus1969-76v19p1/d75", url=True).endswith(f"Document 75. {address}")


@pytest.mark.parametrize(
    ("locator", "ending"),
    [
        (Locator(page="325"), "Document 106, p. 325."),
        (Locator(page="325", last_page="326"), "Document 106, pp. 325–326."),
        (Locator(page="325", last_page="325"), "Document 106, p. 325."),
        (Locator(note="4"), "Document 106, n. 4."),
        (Locator(page="325", note="4"), "Document 106, p. 325, n. 4."),
        (Locator(attachment="Tab A", page="7"), "Document 106, Tab A, p. 7."),
        (Locator(paragraph="3"), "Document 106, paragraph 3."),
        (Locator(), "Document 106."),
    ],
)
def test_locators_follow_the_document(locator: Locator, ending: str) -> None:
    assert cited("frus1969-76v39/d106", locator=locator).endswith(ending)


def test_before_1955_the_pages_are_the_locator() -> None:
    assert cited("frus1952-54v01p1", locator=Locator(page="798", last_page="800")) == GENERAL + ", 798–800."
    document = telegram(Address("frus1952-54v01p1", "d75"), "75")
    assert cite(document.address, document).text == GENERAL + ", 325–326."
    assert cite(document.address.at_paragraph(1), document).text == GENERAL + ", 325."
    assert cite(document.address.at_note("2"), document).text == GENERAL + ", 326, n. 2."


def test_before_1955_a_document_without_its_page_is_named_and_the_page_reported_missing() -> None:
    citation = cite(parse_address("frus1952-54v01p1/d75"))
    assert citation.text == GENERAL + ", Document 75."
    assert len(citation.missing) == 1
    assert "cited by page" in citation.missing[0]


def test_since_1955_the_page_is_given_only_for_a_place_in_the_document() -> None:
    document = telegram(Address("frus1969-76v39", "d106"))
    assert cite(document.address, document).text == SEED + "."
    assert cite(document.address.at_paragraph(2, 6), document).text == SEED + ", p. 326."


def test_a_loose_file_of_unknown_volume_is_cited_with_what_is_known() -> None:
    document = telegram(Address(path="notes/a.txt"))
    citation = cite(document.address, document)
    assert citation.text == (
        "Telegram From the Embassy in the Soviet Union to the Department of State, Document 106 (a.txt)."
    )
    assert len(citation.missing) == 1
    assert '[documents."a.txt"]' in citation.missing[0]
    dated = document._replace(date="1972-08-22")
    assert "Department of State, August 22, 1972, Document 106" in cite(dated.address, dated).text


def test_a_year_that_the_catalogue_lacks_is_left_out_and_said() -> None:
    citation = cite(parse_address("frus1981-88v03/d1"))
    assert "(Washington: Government Printing Office), Document 1." in citation.text
    assert "in production" in citation.missing[0]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("frus1969-76v39/d106", "Foreign Relations, 1969–1976, vol. XXXIX, Document 106"),
        ("frus1952-54v01p1/pg_798", "Foreign Relations, 1952–1954, vol. I, Part 1, p. 798"),
        ("frus1918Russiav01/pg_5", "Foreign Relations, 1918, Russia, vol. I, p. 5"),
        (
            "frus1945Berlinv01/pg_3",
            "Foreign Relations, The Conference of Berlin (The Potsdam Conference), 1945, vol. I, p. 3",
        ),
        ("frus1952-54Guat/d3", "Foreign Relations, 1952–1954, Guatemala, Document 3"),
        ("frus1861/pg_3", "Foreign Relations, 1861, p. 3"),
        (
            "frus1961-63v10-12mSupp/d4",
            "Foreign Relations, 1961–1963, vols. X/XI/XII, Microfiche Supplement, Document 4",
        ),
    ],
)
def test_as_the_footnotes_of_the_series_cite(address: str, expected: str) -> None:
    assert cited(address, "frus") == expected


def test_a_page_that_may_stand_in_several_documents_is_reported() -> None:
    assert "anew" in cite(parse_address("frus1969-76ve05p1/pg_3")).missing[0]
    assert cite(parse_address("frus1969-76ve05p1/d9#pg_3")).missing == ()


def test_the_web_address_alone() -> None:
    site = "https://history.state.gov/historicaldocuments"
    assert cited("frus1969-76v39/d106", "url") == f"{site}/frus1969-76v39/d106"
    assert cited("frus1969-76v39/d106#fn3", "url") == f"{site}/frus1969-76v39/d106#d106fn3"
    assert cited("frus1952-54v01p1/pg_798", "url") == f"{site}/frus1952-54v01p1/pg_798"
    assert cite(Address(path="a.txt"), None, "url").missing


def test_an_unknown_style_and_an_unknown_volume_are_errors() -> None:
    with pytest.raises(SettingsError, match="harvard"):
        cited("frus1969-76v39/d106", "harvard")
    with pytest.raises(CatalogueError, match="frus1999v01"):
        cited("frus1999v01/d1")


@pytest.mark.parametrize(
    ("first", "last", "chicago", "mla"),
    [
        ("3", "10", "10", "10"),
        ("71", "72", "72", "72"),
        ("96", "117", "117", "117"),
        ("100", "104", "104", "04"),
        ("101", "108", "8", "08"),
        ("321", "328", "28", "28"),
        ("325", "326", "26", "26"),
        ("498", "532", "532", "532"),
        ("798", "800", "800", "800"),
        ("1087", "1089", "89", "89"),
        ("1496", "1500", "500", "500"),
        ("1100", "1113", "1113", "13"),
        ("XIII", "XIV", "XIV", "XIV"),
    ],
)
def test_inclusive_pages(first: str, last: str, chicago: str, mla: str) -> None:
    assert shortened_page(first, last, "full") == last
    assert shortened_page(first, last, "chicago") == chicago
    assert shortened_page(first, last, "mla") == mla
