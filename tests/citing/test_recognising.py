"""From citations back to addresses: as styles write them, as people type them, and whole bibliographies."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.citing.documents import telegram
from tgreader.citing import catalogue
from tgreader.citing.citation import STYLES, cite, many
from tgreader.citing.entries import entries
from tgreader.citing.locator import Locator
from tgreader.citing.recognising import find
from tgreader.model.address import Address, parse_address

EXPORTS = {"bibtex", "biblatex", "ris", "csl-json", "url"}
FORMS = [(style, url) for style in STYLES for url in (None, False) if url is None or style != "url"]


def meant(text: str) -> list[str]:
    return [f"{found.address} {found.sure}" for found in find(text)]


@pytest.mark.parametrize(("style", "url"), FORMS)
def test_every_volume_comes_back_from_every_style(style: str, url: bool | None) -> None:
    wrong = []
    for identity in catalogue.ids():
        volume = Address(identity)
        for address in (volume, volume.at_page("123"), Address(identity, "d12").at_note("3")):
            text = cite(address, None, style, url=url).text
            if [found.address for found in find(text)] != [address]:
                wrong.append((str(address), text))
    assert wrong == []


@pytest.mark.parametrize(("style", "url"), FORMS)
def test_a_document_with_its_correspondents_comes_back(style: str, url: bool | None) -> None:
    document = telegram(Address("frus1969-76v39", "d106"), date="1972-08-22", place="Moscow")
    assert [found.address for found in find(cite(document.address, document, style, url=url).text)] == [
        document.address
    ]


@pytest.mark.parametrize("style", [style for style in STYLES if style not in EXPORTS])
def test_the_page_comes_back_with_the_document(style: str) -> None:
    text = cite(parse_address("frus1969-76v39/d106"), None, style, locator=Locator(page="325", last_page="326")).text
    assert [str(found.address) for found in find(text)] == ["frus1969-76v39/d106#pg_325"]


@pytest.mark.parametrize(
    ("typed", "address", "sure"),
    [
        ("FRUS 69-76, 39, doc 106", "frus1969-76v39/d106", "likely"),
        ("FRUS 1969-76 XXXIX 106", "frus1969-76v39/d106", "likely"),
        ("frus 1969-1976, vol 39, document 106", "frus1969-76v39/d106", "certain"),
        ("F.R.U.S., 1969–76, vol. E-5, pt. 1, doc. 3", "frus1969-76ve05p1/d3", "certain"),
        ("frus1969-76v39/d106#p4", "frus1969-76v39/d106#p4", "certain"),
        ("see FRUS1969-76V39/d106.", "frus1969-76v39/d106", "certain"),
        ("http://history.state.gov/historicaldocuments/frus1969-76v19p1/d75 [accessed 27 Oct 2011]",
         "frus1969-76v19p1/d75", "certain"),
        ("https://history.state.gov/historicaldocuments/frus1969-76v39/d106#d106fn3", "frus1969-76v39/d106#fn3",
         "certain"),
        ("FRUS 1952-54, I, pt 1, p. 798", "frus1952-54v01p1/pg_798", "likely"),
        ("FRUS, 1952-54, I/1, 798-800", "frus1952-54v01p1/pg_798", "likely"),
        ("FRUS, 1951, vol. VII, pt. 2, 1234–35", "frus1951v07p2/pg_1234", "certain"),
        ("Foreign Relations, 1943, China, p. 3", "frus1943China/pg_3", "certain"),
        ("FRUS, 1945, vol. I, 5", "frus1945v01/pg_5", "certain"),
        ("FRUS 1919, Paris Peace Conference, vol. III, 12", "frus1919Parisv03/pg_12", "certain"),
        ("See FRUS, 1964–1968, vol. XXX, Document 12, footnote 4", "frus1964-68v30/d12#fn4", "certain"),
        ("FRUS, 1955-1957, v. 23, part 2, #4", "frus1955-57v23p2/d4", "certain"),
        ("FRUS 1961-63 vols 10/11/12 microfiche supplement doc 4", "frus1961-63v10-12mSupp/d4", "certain"),
        ("U.S. State Department, Foreign Relations of the United States, 1955–57, XIX (Washington: GPO, 1990), 125.",
         "frus1955-57v19/pg_125", "likely"),
        ("FRUS, 1894, Appendix II: Affairs in Hawaii, p. 7", "frus1894app2/pg_7", "certain"),
        ("FRUS 1861, p. 3", "frus1861/pg_3", "certain"),
    ],
)  # fmt: skip
def test_as_people_type_it(typed: str, address: str, sure: str) -> None:
    assert meant(typed) == [f"{address} {sure}"]


def typed_forms() -> list[tuple[str, str]]:
    lines = Path(__file__).with_name("typed.txt").read_text(encoding="utf-8").splitlines()
    forms = [line.rpartition(" => ") for line in lines if line and not line.startswith("#")]
    return [(typed, meaning) for typed, _, meaning in forms]


@pytest.mark.parametrize(("typed", "meaning"), typed_forms())
def test_as_notes_and_bibliographies_have_it(typed: str, meaning: str) -> None:
    found = find(typed)
    if meaning.startswith("? "):
        assert [one.sure for one in found] == ["ambiguous"]
        assert [str(place) for place in found[0].candidates] == meaning.split()[1:]
    else:
        assert [str(one.address) for one in found] == meaning.split()


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        ("FRUS 1952-54, I/1, 798-800", "800"),
        ("FRUS 1950, 1:237–92", "292"),
        ("FRUS, 1951, vol. VII, pt. 2, 1234–35", "1235"),
        ("FRUS, 1969–1976, vol. XXXIX, doc. 106 (pp. 325–26)", "326"),
        ("FRUS, 1964–1968, Vol. II, Vietnam, 1965 (Washington, 1996), pp. 95–97 (Doc. 42)", "97"),
        ("FRUS, 1952–1954, vol. I, part 1, pp. xiv–xvi", "xvi"),
        ("FRUS 1947, V, pp. 32, 45–47", ""),
        ("FRUS 1947, V, p. 32", ""),
        ("FRUS, 1964–1968, vol. XXX, docs. 12–14", ""),
        ("FRUS, 1950, vol. 1, p. 237-2", ""),
    ],
)
def test_the_end_of_a_range_of_pages_is_kept(typed: str, last: str) -> None:
    assert {found.last_page for found in find(typed)} == {last}


def test_ibid_repeats_the_note_before_and_never_reaches_past_another_work() -> None:
    notes = """FRUS, 1964–1968, II, 95–97.
Ibid., 99.
Ibid.
Logevall, Choosing War, 3.
Ibid., 5.
FRUS 1946, VI, 696; Kennan, Memoirs, 2.
Ibid., 7.
FRUS 1946, VI, 696.
Ibid., 700–701.
Ibid., VII, 5.
FRUS, 1961–1963, XI, doc. 34.
Ibid., doc. 36, n. 2.
ibid., 40
Ibid., vol. XII, doc. 4."""
    assert [(str(found.address), found.sure) for found in find(notes)] == [
        ("frus1964-68v02/pg_95", "likely"),
        ("frus1964-68v02/pg_99", "likely"),
        ("frus1964-68v02/pg_99", "likely"),
        ("frus1946v06/pg_696", "likely"),
        ("frus1946v06/pg_696", "likely"),
        ("frus1946v06/pg_700", "likely"),
        ("frus1961-63v11/d34", "likely"),
        ("frus1961-63v11/d36#fn2", "likely"),
        ("frus1961-63v11/d40", "likely"),
    ]
    assert find("Ibid., 44") == []


def test_notes_pasted_with_their_raised_numbers_are_entries() -> None:
    notes = (
        "¹ Bundy to Johnson, 27 January 1965, in FRUS 1964–1968, vol. II, Vietnam, January–June 1965, doc. 42.\n"
        "² Ibid., doc. 43.\n³ FRUS, 1964–1968, II, 95–97.\n"
        "⁴ Taylor to Rusk, 6 Jan. 1965, FRUS 64–68, 2:12–19; Bundy to Johnson, 7 Feb. 1965, ibid., 174–85.\n"
    )
    assert [str(found.address) for found in find(notes)] == [
        "frus1964-68v02/d42",
        "frus1964-68v02/d43",
        "frus1964-68v02/pg_95",
        "frus1964-68v02/pg_12",
    ]


def test_a_run_of_volumes_may_be_each_of_them() -> None:
    (found,) = find("Foreign Relations of the United States, 1961–1963. Vols. I–III, Vietnam. Washington, 1988–91.")
    assert found.sure == "ambiguous"
    assert [str(place) for place in found.candidates] == ["frus1961-63v01", "frus1961-63v02", "frus1961-63v03"]


def test_the_list_of_typed_forms_is_long() -> None:
    assert len(typed_forms()) >= 150


def test_chicagos_own_published_answer() -> None:
    text = (
        "Henry Kissinger to Richard Nixon, memorandum, Washington, December 18, 1970, in Foreign Relations of the "
        "United States, 1969–1976, ed. Adam Howard, vol. 21, Chile, 1969–1973, ed. James McElveen and James Siekmeier "
        "(Washington, DC: Government Printing Office, 2014), doc. 190"
    )
    assert meant(text) == ["frus1969-76v21/d190 certain"]
    assert meant(text + ", https://history.state.gov/historicaldocuments/frus1969-76v21/d190.") == [
        "frus1969-76v21/d190 certain"
    ]


def test_what_several_volumes_fit_is_not_decided() -> None:
    (found,) = find("FRUS, 1969–1976, vol. XIX, doc. 4")
    assert (found.sure, found.address) == ("ambiguous", None)
    assert [str(address) for address in found.candidates] == ["frus1969-76v19p1/d4", "frus1969-76v19p2/d4"]


@pytest.mark.parametrize(
    "text", ["FRUS, 1999–2000, vol. IV, doc. 5", "frus2050v01/d3", "Foreign Relations of Mars, vol. 3"]
)
def test_what_no_volume_fits_is_listed_as_unknown(text: str) -> None:
    assert [(found.sure, found.address) for found in find(text)] == [("unknown", None)]


@pytest.mark.parametrize("text", ["", "   \n", "Smith, A Book (1999), 12.", "vol. 39, doc. 106"])
def test_what_does_not_name_the_series_is_no_citation(text: str) -> None:
    assert find(text) == []


def test_several_documents_and_volumes_in_one_note() -> None:
    text = "FRUS 1969–1976, vol. XIV, docs. 10, 12–13; vol. XV, doc. 4; and FRUS 1977-80, vol. VI, doc. 1"
    assert [str(found.address) for found in find(text)] == [
        "frus1969-76v14/d10",
        "frus1969-76v14/d12",
        "frus1969-76v14/d13",
        "frus1969-76v15/d4",
        "frus1977-80v06/d1",
    ]


def test_a_bibliography_in_lines_that_are_broken() -> None:
    text = (
        "Foreign Relations of the United States, 1969–1976, Volume XXXIX, European Security, ed. Douglas E. Selvage\n"
        "    (Washington: Government Printing Office, 2008), Document 106.\n"
        "Gaddis, John Lewis. Strategies of Containment. New York: Oxford University Press, 1982.\n"
        "FRUS, 1952-54, vol. I, pt. 1, p. 798\n"
        "FRUS, 1969–1976, vol. XIX, doc. 4\n"
    )
    assert meant(text) == [
        "frus1969-76v39/d106 certain",
        "frus1952-54v01p1/pg_798 certain",
        "None ambiguous",
    ]


def test_words_parted_at_the_end_of_a_line_are_whole_again() -> None:
    text = "Foreign Rela-\n  tions of the United States, 1969–1976, vol. XXXIX, Euro-\n  pean Security, doc. 106"
    assert meant(text) == ["frus1969-76v39/d106 certain"]


@pytest.mark.parametrize("dash", "-‐‑‒–—―−")
@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_whatever_the_dash_and_the_space(dash: str, space: str) -> None:
    text = "FRUS, 1969–1976, vol. E–5, pt. 2, docs. 3–4".replace("–", dash).replace(" ", space)
    assert meant(text) == ["frus1969-76ve05p2/d3 certain", "frus1969-76ve05p2/d4 certain"]


def test_a_numbered_list_has_an_entry_a_number() -> None:
    text = (
        "Primary sources\n\n"
        "8. Foreign Relations of the United States, 1964–1968, vol. XXX,\n   China. Washington, DC: GPO, 1998.\n"
        "9. ———. Foreign Relations of the United States, 1969–1976. Vol. XVII, China.\n"
        "10. Gaddis, John Lewis. Strategies of Containment. New York: Oxford University Press,\n1982.\n"
        "11. FRUS, 1961–63, 22:12–14; 1964–68, 30:22.\n"
        "12. FRUS, 1952–1954, vol. XIV, China and Japan, parts 1 and 2 (Washington, DC: GPO, 1985).\n"
        "13. Ibid.\n"
    )
    assert entries(text)[1:4] == [
        "Foreign Relations of the United States, 1964–1968, vol. XXX, China. Washington, DC: GPO, 1998.",
        "———. Foreign Relations of the United States, 1969–1976. Vol. XVII, China.",
        "Gaddis, John Lewis. Strategies of Containment. New York: Oxford University Press, 1982.",
    ]
    found = find(text)
    assert [str(one.address) for one in found if one.address] == [
        "frus1964-68v30", "frus1969-76v17", "frus1961-63v22/pg_12", "frus1964-68v30/pg_22",
    ]  # fmt: skip
    (parts,) = (one for one in found if not one.address)
    assert [str(place) for place in parts.candidates] == ["frus1952-54v14p1", "frus1952-54v14p2"]


@pytest.mark.parametrize(
    "text",
    [
        """@string{gpo = "Government Printing Office"}
        @book{china, editor = {Schwar, Harriet Dashiell}, year = 1998,
          title = "Foreign Relations of the United States, 1964--1968, Volume XXX, {China}"}
        @book{gaddis, title={Strategies of Containment}, year={1982}}
        @incollection{t, title={Letter {\\&} Memorandum, 1948}, booktitle={European Security}, note={Document 106},
          series={Foreign Relations of the United States, 1969--1976}, volume={39}}""",
        (
            "TY  - BOOK\nTI  - Foreign Relations of the United States, 1964-1968, Volume XXX, China\nER  - \n"
            "TY  - BOOK\nTI  - Strategies of Containment\nER  - \n"
            "TY  - CHAP\nTI  - Letter\nT2  - European Security\nVL  - 39\nN1  - Document 106\n"
            "T3  - Foreign Relations of the United States, 1969–1976\nER  - \n"
        ),
        (
            '[{"type": "book", "title": "Foreign Relations of the United States, 1964–1968, Volume XXX, China"},'
            ' {"type": "book", "title": "Strategies of Containment"},'
            ' {"type": "chapter", "title": "Letter", "container-title": "European Security", "volume": "39",'
            '  "number": "106", "collection-title": "Foreign Relations of the United States, 1969–1976"}]'
        ),
    ],
    ids=["bibtex", "ris", "csl-json"],
)
def test_exports_of_others_have_no_web_address_and_are_understood(text: str) -> None:
    assert [str(found.address) for found in find(text)] == ["frus1964-68v30", "frus1969-76v39/d106"]
    assert entries(text)[1] == "Strategies of Containment"


@pytest.mark.parametrize(
    "text", ["@book{" * 3000, '{"type": "book", ' * 3000, "[" * 100_000 + '"type": "x"', "TY  - \n" * 3000]
)
def test_a_broken_export_is_read_as_far_as_it_goes(text: str) -> None:
    assert [found.address for found in find(f"{text}\n")] == []


def test_a_bibliography_with_blank_lines_between_its_entries() -> None:
    text = "FRUS, 1969–1976,\nvol. XXXIX,\ndoc. 106\n\nA book\n\nFRUS, 1969–1976,\nvol. XL, doc. 3"
    assert meant(text) == ["frus1969-76v39/d106 certain", "frus1969-76v40/d3 certain"]
    assert entries(text)[0] == "FRUS, 1969–1976, vol. XXXIX, doc. 106"


@pytest.mark.parametrize("style", sorted(EXPORTS - {"url"}))
def test_an_export_of_many_comes_back_whole(style: str) -> None:
    addresses = [Address(identity, "d1") for identity in catalogue.ids()]
    text = many((cite(address, None, style) for address in addresses), style)
    assert [found.address for found in find(text)] == addresses


@given(st.text(max_size=300))
def test_any_text_is_taken(text: str) -> None:
    for found in find(f"FRUS, 1969–1976, {text}"):
        assert (found.address is None) == (found.sure in {"ambiguous", "unknown"})


@given(st.sampled_from(catalogue.ids()), st.integers(1, 999), st.sampled_from(sorted(STYLES)))
def test_case_and_dashes_do_not_matter(identity: str, number: int, style: str) -> None:
    address = Address(identity, f"d{number}")
    text = cite(address, None, style).text.replace("–", "-")
    assert [found.address for found in find(text)] == [address]
    if style not in EXPORTS:
        assert [found.address for found in find(text.upper())] == [address]


@pytest.mark.parametrize(
    "text", ["FRUS " * 20_000, "FRUS, 1969–1976, " + "vol. X" * 50_000, "(" * 200_000, "FRUS " + "1" * 200_000]
)
def test_a_large_text_takes_no_time(text: str) -> None:
    begun = time.process_time()
    find(text)
    assert time.process_time() - begun < 20
