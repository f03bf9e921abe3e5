"""The series catalogue: shipped, complete, quick, and what the records say."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tgreader.citing import catalogue
from tgreader.citing.catalogue_build import read_folder, write_line
from tgreader.citing.complete_title import read_title
from tgreader.citing.title_as_cited import as_cited
from tgreader.citing.volume_number import VolumeNumber, arabic, in_chicago, read_number, shortened
from tgreader.errors import CatalogueError, UnreadableError

ROOT = Path(__file__).parents[2]
BIBLIOGRAPHY = Path(os.environ.get("TGREADER_CORPUS", ROOT / "../shared/corpus")) / "bibliography"


def test_the_seed_volume_is_as_its_record_has_it() -> None:
    facts = catalogue.volume("frus1969-76v39")
    assert facts.title == "Foreign Relations of the United States, 1969–1976, Volume XXXIX, European Security"
    assert (facts.series, facts.years) == ("Foreign Relations of the United States", "1969–1976")
    assert (facts.number, facts.name) == ("Volume XXXIX", "European Security")
    assert facts.editors == ("Douglas E. Selvage",)
    assert facts.general_editors == ("Edward C. Keefer",)
    assert (facts.published, facts.media, facts.status) == ("2008", "print", "published")
    assert facts.cited_by == "document"


def test_an_unknown_volume_is_one_line_that_says_what_to_do() -> None:
    with pytest.raises(CatalogueError) as caught:
        catalogue.volume("frus1999v99")
    assert "frus1999v99" in str(caught.value)
    assert "history.state.gov" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("identity", ["", "\n", "\t", "id", "frus", "frus1969-76v39\tx", "frus1969-76v3"])
def test_what_is_no_id_is_no_volume(identity: str) -> None:
    with pytest.raises(CatalogueError):
        catalogue.volume(identity)


@given(st.text())
def test_any_text_is_a_volume_or_a_catalogue_error(text: str) -> None:
    with contextlib.suppress(CatalogueError):
        assert catalogue.volume(text).id.lower() == text.strip().lower()


def test_the_case_of_an_id_does_not_matter() -> None:
    assert catalogue.volume("FRUS1952-54guat").id == "frus1952-54Guat"


@pytest.mark.parametrize("identity", catalogue.ids())
def test_every_volume_has_what_a_citation_needs(identity: str) -> None:
    facts = catalogue.volume(identity)
    assert facts.id == identity
    assert facts.title.startswith(facts.series)
    assert facts.number in facts.title
    assert facts.series
    assert facts.cited_by in {"page", "document"}
    assert facts.published.isdigit() == (facts.status == "published") or identity == "frus1977-80v18"
    assert all(name == name.strip() for name in (*facts.editors, *facts.general_editors))


@pytest.mark.parametrize(
    ("identity", "by"),
    [
        ("frus1861", "page"),
        ("frus1948v01p2", "page"),
        ("frus1952-54v12p2", "page"),
        ("frus1955-57v01", "document"),
        ("frus1955-57v03Supp", "document"),
        ("frus1952-54Guat", "document"),  # published in 2003 with printed document numbers
        ("frus1917-72PubDip", "document"),
        ("frus1969-76ve09p1", "document"),
    ],
)
def test_volumes_before_1955_are_cited_by_page_but_for_retrospective_ones(identity: str, by: str) -> None:
    assert catalogue.volume(identity).cited_by == by


PAPERS = "Papers Relating to the Foreign Relations of the United States"


@pytest.mark.parametrize(
    ("volume", "record", "printed"),
    [
        # The Office's own three examples of early volumes, but for the number in a set of the third.
        (
            "frus1918Russiav03",
            "Papers relating to the foreign relations of the United States, 1918. Russia: Volume III",
            f"{PAPERS}, 1918, Russia, Volume III",
        ),
        (
            "frus1893",
            (
                "The executive documents of the House of Representatives for the second session of the fifty-third "
                "Congress. 1893-'94: Vol. 1"
            ),
            f"{PAPERS}, 1893",
        ),
        (
            "frus1862",
            (
                "Message of the President of the United States to the Two Houses of Congress at the Commencement of "
                "the Third Session of the Thirty-seventh Congress: Volume I (1862)"
            ),
            (
                "Message of the President of the United States to the Two Houses of Congress at the Commencement of "
                "the Third Session of the Thirty-Seventh Congress, Volume I"
            ),
        ),
        (
            "frus1888p2",
            (
                "Index to the executive documents of the House of Representatives for the second session of the "
                "fiftieth Congress, 1888-'90: Vol. 1, Part 2"
            ),
            f"{PAPERS}, 1888, Part II",
        ),
        (
            "frus1873p1v2",
            f"{PAPERS}, Transmitted to Congress, with the Annual Message, December 1 1873: Part I Vol. II (1873)",
            f"{PAPERS}, Transmitted to Congress, With the Annual Message, December 1, 1873, Part I, Volume II",
        ),
        (
            "frus1906p1",
            (
                "Papers relating to the foreign relations of the United States with the annual message of the "
                "president transmitted to Congress December 3, 1906. (In two parts): Part I"
            ),
            f"{PAPERS}, With the Annual Message of the President Transmitted to Congress December 3, 1906, Part I",
        ),
        (
            "frus1870",
            f"{PAPERS} Transmitted to Congress with the Annual Message of the President, December 5, 1870",
            f"{PAPERS}, Transmitted to Congress with the Annual Message of the President, December 5, 1870",
        ),
        (
            "frus1914-20v01",
            (
                "Papers relating to the Foreign Relations of the United States. The Lansing papers, 1914–1920 (in two "
                "volumes): Volume I"
            ),
            f"{PAPERS}, The Lansing Papers, 1914–1920, Volume I",
        ),
        (
            "frus1902app1",
            'Foreign Relations of the United States, 1902. Claims for "C. H. White," and "Kate": Appendix I',
            "Foreign Relations of the United States, 1902, Claims for “C. H. White,” and “Kate,” Appendix I",
        ),
        (
            "frus1902app2",
            "Foreign Relations of the United States, 1902. A State vs. Mexico. In the matter of the Fund: Appendix II",
            "Foreign Relations of the United States, 1902, A State vs. Mexico, In the Matter of the Fund, Appendix II",
        ),
        (
            "frus1865p4",
            "Papers, Part IV, Appendix, On the evening of the 14th of April, 1865: Expressions of Sympathy",
            "Papers, Part IV, Appendix, On the Evening of the 14th of April, 1865: Expressions of Sympathy",
        ),
        (
            "frus1952-54v12p2",  # its TEI header
            "Foreign Relations of the United States, 1952–1954. East Asia (in two parts): Volume XII, Part 2",
            "Foreign Relations of the United States, 1952–1954, East Asia, Volume XII, Part 2",
        ),
        (
            "frus1969-76ve09p1",  # its TEI header
            "Foreign Relations of the United States, 1969-1976, Volume E-9, Part 1, Documents on Africa, 1973-1976",
            "Foreign Relations of the United States, 1969–1976, Volume E–9, Part 1, Documents on Africa, 1973–1976",
        ),
        (
            "frus1977-80v11",
            "Foreign Relations of the United States, 1977–1980, Volume XI, Iran, November 1979-January 1981",
            "Foreign Relations of the United States, 1977–1980, Volume XI, Iran, November 1979–January 1981",
        ),
        (
            "frus1961-63v13",
            "Foreign Relations of the United States, 1961–1963, Volume XIII: Western Europe and Canada",
            "Foreign Relations of the United States, 1961–1963, Volume XIII, Western Europe and Canada",
        ),
        (
            "frus1955-57v05",  # nothing to mend: colons, semicolons and hyphens of the title itself
            "Foreign Relations of the United States, 1955–1957, Near East: Jordan-Yemen; the Meetings, 1955, Volume V",
            "Foreign Relations of the United States, 1955–1957, Near East: Jordan-Yemen; the Meetings, 1955, Volume V",
        ),
    ],
)
def test_a_title_is_printed_as_the_office_prints_titles(volume: str, record: str, printed: str) -> None:
    assert as_cited(record, volume) == printed


@pytest.mark.parametrize("identity", catalogue.ids())
def test_a_title_that_is_as_cited_stays_so(identity: str) -> None:
    complete = catalogue.volume(identity).title
    assert as_cited(complete, identity) == complete
    assert not re.search(r"[.:,;]{2}|  |relating|\([Ii]n two|\bVol\.|\d-\d|,$", complete)


@pytest.mark.parametrize(
    ("complete", "parts"),
    [
        (f"{PAPERS}, 1918, Russia, Volume I", (PAPERS, "1918", "Volume I", "Russia")),
        (
            "Foreign Relations of the United States Diplomatic Papers, 1932, General, Volume I",
            ("Foreign Relations of the United States Diplomatic Papers", "1932", "Volume I", "General"),
        ),
        (
            "Foreign Relations of the United States, 1952–1954, The Near and Middle East, Volume IX, Part 1",
            ("Foreign Relations of the United States", "1952–1954", "Volume IX, Part 1", "The Near and Middle East"),
        ),
        (
            "Foreign Relations of the United States, 1961–1963, Volume XXIII, Southeast Asia",
            ("Foreign Relations of the United States", "1961–1963", "Volume XXIII", "Southeast Asia"),
        ),
        (
            f"{PAPERS}, With the Annual Message of the President Transmitted to Congress December 3, 1906, Part I",
            (
                f"{PAPERS}, With the Annual Message of the President Transmitted to Congress December 3, 1906",
                "",
                "Part I",
                "",
            ),
        ),
        (
            "Foreign Relations of the United States: Diplomatic Papers, The Conferences at Cairo and Tehran, 1943",
            (
                "Foreign Relations of the United States: Diplomatic Papers",
                "",
                "",
                "The Conferences at Cairo and Tehran, 1943",
            ),
        ),
    ],
)
def test_a_title_is_taken_apart(complete: str, parts: tuple[str, str, str, str]) -> None:
    assert tuple(read_title(complete)) == parts


@pytest.mark.parametrize(
    ("years", "number", "words", "found"),
    [
        ((1969, 1976), "Volume XXXIX", "", ("frus1969-76v39",)),
        ((1969, 1976), "vol. 19", "", ("frus1969-76v19p1", "frus1969-76v19p2")),
        ((1969, 1976), "vol. XIX, Part 2", "", ("frus1969-76v19p2",)),
        ((1969, 1976), "Volume E–5, Part 1", "", ("frus1969-76ve05p1",)),
        ((1961, 1963), "Volumes X/XI/XII, Microfiche Supplement", "", ("frus1961-63v10-12mSupp",)),
        ((1961, 1963), "volume x", "", ("frus1961-63v10",)),
        ((1943, 1943), "", "Cairo", ("frus1943CairoTehran",)),
        ((1918, 1918), "Volume I", "russia", ("frus1918Russiav01",)),
        ((1872, 1872), "Part II, Volume I", "", ("frus1872p2v1",)),
        ((1999, 1999), "Volume I", "", ()),
    ],
)
def test_a_volume_is_found_by_years_number_and_words(
    years: tuple[int, int], number: str, words: str, found: tuple[str, ...]
) -> None:
    assert catalogue.find(years, read_number(number), words) == found


@pytest.mark.parametrize(
    ("numeral", "figure"), [("XXXIX", "39"), ("xiv", "14"), ("IIII", "IIII"), ("7", "7"), ("", "")]
)
def test_numerals(numeral: str, figure: str) -> None:
    assert arabic(numeral) == figure


def test_numbers_are_written_as_each_style_wants_them() -> None:
    assert in_chicago("Volume XIX, Part 1") == "vol. 19, pt. 1"
    assert in_chicago("Part II, Volume III") == "pt. 2, vol. 3"
    assert in_chicago("Volumes X/XI/XII, Microfiche Supplement") == "vols. 10/11/12, Microfiche Supplement"
    assert in_chicago("Volume E–5, Part 1") == "vol. E–5, pt. 1"
    assert shortened("Volume XIX, Part 1") == "vol. XIX, Part 1"


@given(st.text())
def test_any_text_is_read_as_a_number_without_complaint(text: str) -> None:
    assert isinstance(read_number(text), VolumeNumber)


def test_the_catalogue_shipped_is_the_one_that_the_records_give() -> None:
    if not BIBLIOGRAPHY.is_dir():
        pytest.skip(f"no bibliographic records in {BIBLIOGRAPHY}: set TGREADER_CORPUS")
    lines = sorted(write_line(facts) for facts in read_folder(BIBLIOGRAPHY))
    assert lines == sorted(Path(catalogue.FILE).read_text(encoding="utf-8").splitlines()[1:])


def test_a_folder_without_records_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="holds no bibliographic record"):
        list(read_folder(tmp_path))


def test_citing_brings_in_no_parser_and_no_screen() -> None:
    program = (
        "import sys; from tgreader.model.address import parse_address as a; from tgreader.citing.citation import cite;"
        "cite(a('frus1969-76v39/d106'));"
        "sys.exit(' '.join({'lxml', 'textual', 'rich', 'json', 'asyncio', 'tgreader.readers', 'tgreader.library'}"
        " & set(sys.modules)) or 0)"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
