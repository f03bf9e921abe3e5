"""Sources, books, telegrams and enclosures."""

from __future__ import annotations

import pytest

from tgreader.model.address import Address
from tgreader.model.document import Block, Document
from tgreader.model.inline import Reference
from tgreader.references import references_in
from tgreader.references.source_notes import source_of
from tgreader.references.sources import ArchivalSource, archival_source, citation_end, repeated_source

from .stand_ins import Shelf, document, found, in_note

SEED_NOTE = (
    "Source: Library of Congress, Manuscript Division, Kissinger Papers, Box CL 214, Geopolitical Files, Soviet Union,"
    " Jan. 1972 –Feb. 1973. Confidential; Immediate. Repeated to Belgrade, the Hague, and USCINCEUR."
)


def test_a_source_note_is_taken_apart() -> None:
    source = source_of(document(SEED_NOTE))
    assert source == ArchivalSource(
        repository="Library of Congress, Manuscript Division",
        collection="Kissinger Papers",
        box="Box CL 214",
        folder="Geopolitical Files, Soviet Union, Jan. 1972 –Feb. 1973",
        classification="Confidential",
        precedence="Immediate",
        repeated_to=("Belgrade", "the Hague", "USCINCEUR"),
    )
    assert source.title == "Kissinger Papers, Box CL 214"


def test_drafting_and_clearance() -> None:
    source = source_of(
        document(
            "Source: National Archives, RG 59, Central Files 1970–73, DEF 12–5 S AFR. Secret; Priority; Exdis; Nodis."
            " Drafted by Barr on May 3, cleared in AF/S and L, and approved by Newsom. Repeated to Pretoria."
        )
    )
    assert source is not None
    assert (source.repository, source.record_group) == ("National Archives", "RG 59")
    assert (source.collection, source.folder) == ("Central Files 1970–73", "DEF 12–5 S AFR")
    assert (source.classification, source.precedence, source.handling) == ("Secret", "Priority", "Exdis; Nodis")
    assert (source.drafted_by, source.cleared_by, source.approved_by) == ("Barr", "AF/S and L", "Newsom")


def test_a_document_without_a_source_note_has_no_source() -> None:
    assert source_of(document("See Document 3.")) is None


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("National Archives, RG 59, Visit, Aug. 22–24, 1967. Secret.", "1967"),
        ("National Archives, Box 3, Vol. V. Secret.", "Vol. V"),
        ("National Archives, Box 3 (Talkers)) and more", "(Talkers)"),
        ("Department of State, Central Files, POL 7; ibid., POL 8", "POL 7"),
        ("Department of State, Central Files, POL 7 and ibid., POL 8", "POL 7"),
    ],
)
def test_where_a_citation_ends(text: str, end: str) -> None:
    assert text[: citation_end(text, 0)].endswith(end)


@pytest.mark.parametrize("words", ["Department of State, Washington", "National Security Council, August 3 meeting"])
def test_an_office_is_no_source(words: str) -> None:
    assert archival_source(words) is None


NIXON = ArchivalSource("National Archives", "", "Nixon Presidential Materials", "NSC Files", "Box 341", "Subject Files")
LOT = ArchivalSource("Department of State", "", "S/S–NSC Files: Lot 63 D 351", "", "", "NSC 5718 Series")


@pytest.mark.parametrize(
    ("last", "words", "title"),
    [
        (NIXON, "Box 495", "NSC Files, Box 495"),
        (NIXON, "RG 59, Central Files 1967–69, POL 1 USSR", "Central Files 1967–69, POL 1 USSR"),
        (NIXON, "White House Central Files, Box 2", "White House Central Files, Box 2"),
        (LOT, "611.56/9–2959", "Central Files, 611.56/9–2959"),
        (LOT, "NSC 5720", "S/S–NSC Files: Lot 63 D 351, NSC 5720"),
        (LOT, "Lot 66 D 95", "S/S–NSC Files: Lot 66 D 95"),
        (LOT, "OCB Files: Lot 62 D 430, Finland", "OCB Files: Lot 62 D 430, Finland"),
    ],
)
def test_what_an_ibid_keeps_of_the_last_source(last: ArchivalSource, words: str, title: str) -> None:
    assert repeated_source(last, words).title == title


def test_ibid_does_not_cross_from_a_file_to_a_book_by_itself() -> None:
    refs = found(
        document(
            "Source: National Archives, RG 59, Central Files 1967–69, POL 7 IRAN.",
            "For text, see Public Papers: Nixon, 1970, pp. 5–9.",
            "Reported in telegram 12 from Tehran. (Ibid., POL 15–1 IRAN)",
            "The speech is ibid., p. 12.",
        )
    )
    assert refs["note 3"][-1].title == "Central Files 1967–69, POL 15–1 IRAN"
    assert refs["note 4"][0].title == "Public Papers: Nixon, 1970"
    assert refs["note 4"][0].why == "note 2 cites Public Papers: Nixon, 1970; Ibid. repeats the last publication"


def test_ibid_with_nothing_before_it_says_so() -> None:
    (ibid,) = in_note("Not printed. (Ibid.)")
    assert (ibid.status, ibid.inferred) == ("unknown", False)
    assert ibid.why == "nothing that it could repeat is cited before it in this document"


@pytest.mark.parametrize(
    ("text", "key", "title"),
    [
        ("Telegram 149897 to Moscow, August 17", "telegram State 149897", "149897 to Moscow"),
        ("telegram 1470 to Rangoon", "telegram State 1470 to Rangoon", "1470 to Rangoon"),
        ("Telegram 8334 from Moscow", "telegram Moscow 8334", "8334 from Moscow"),
        ("The Hague’s telegram 1315", "telegram The Hague 1315", "1315 from The Hague"),
        ("State 149897", "telegram State 149897", "State 149897"),
        ("Deptel 2742", "telegram State 2742 to Tehran", "2742 to Tehran"),
        ("Embtel 123", "telegram Tehran 123", "123 from Tehran"),
        ("your telegram 55", "telegram State 55 to Tehran", "55 to Tehran"),
        ("airgram A–942 from Taipei", "airgram Taipei A-942", "A-942 from Taipei"),
        ("CA–1093", "airgram CA-1093", "CA-1093"),
        ("despatch No. 786 from Sofia", "despatch Sofia 786", "786 from Sofia"),
        ("Secto 25 from Paris", "telegram Secto 25", "Secto 25 from Paris"),
        ("telegram 7, May 3, from the Embassy in Greece", "telegram Athens 7", "7 from Athens"),
    ],
)
def test_telegrams(text: str, key: str, title: str) -> None:
    made = document(f"Reported in {text}.", heading="Telegram From the Embassy in Iran to the Department of State")
    (one,) = found(made)["note 1"]
    assert (one.key, one.title) == (key, title)


TO_IRAN = "Telegram From the Department of State to the Embassy in Iran"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("telegrams 526, 537, and 574, respectively, to Moscow", ["526 to Moscow", "537 to Moscow", "574 to Moscow"]),
        ("Telegram 1728, April 18, the Department replied:", ["1728 to Tehran"]),
        ("telegram 1776, October 1, the Embassy at London reported", ["1776 from London"]),
        ("telegram 1776, October 1, the Embassy was told", ["1776"]),
        ("Deptel 488, repeated Tokyo 1529, Bern 1927.", ["488 to Tehran", "1529 to Tokyo", "1927 to Bern"]),
        ("Deptels Bern 259 Stockholm 133 Paris 508.", ["259 to Bern", "133 to Stockholm", "508 to Paris"]),
        ("Deptel 6190 London, 1459 Rangoon, and", ["6190 to London", "1459 to Rangoon"]),
        ("Ankara’s 494 rptd info The Hague 37.", ["494 from Ankara", "37 from Ankara to The Hague"]),
        ("Rio de Janeiro 786, reported", ["786 from Rio de Janeiro"]),
        ("Your 1524. Highway discussed", ["1524 from Tehran"]),
        ("as the Embassy’s 473 and my 1117 say; our 1962 and 1964 agreements", ["473 from Tehran"]),
        ("your 24 hours, my 15 May letter, our 1962 and 1964 agreements", []),
    ],
)
def test_telegrams_that_are_named_briefly(text: str, titles: list[str]) -> None:
    made = document(body=(f"871. Re {text}",), heading=TO_IRAN)
    assert [one.title for one in found(made)["¶1"] if one.kind == "telegram"] == titles


def test_a_number_got_by_repeating_is_not_the_telegram_referred_to() -> None:
    made = document(body=("12. Re Ankara’s 494 rptd info Paris 37. As reftel says, he agreed.",), heading=TO_IRAN)
    assert found(made)["¶1"][-1].title == "494 from Ankara"


def test_a_telegram_whose_page_is_given_is_printed_there() -> None:
    (telegram, page) = in_note("See telegram 249, February 27, 2 p. m., from Habana, p. 875.", volume="frus1948v01p2")
    assert str(telegram.target) == str(page.target) == "frus1948v01p2/pg_875"


@pytest.mark.parametrize("text", ["Paris 1919", "Moscow, May 5", "p. A–7", "Box 711", "National Security Council 12"])
def test_what_is_no_telegram(text: str) -> None:
    assert [one.kind for one in in_note(f"He spoke of {text} again.") if one.kind in {"telegram", "airgram"}] == []


def test_a_number_without_its_post_is_the_one_that_is_named_in_full() -> None:
    refs = found(document("Telegram 1470 to Rangoon, May 3, not printed.", "See telegram 1470, above."))
    assert refs["note 2"][0].key == refs["note 1"][0].key == "telegram State 1470 to Rangoon"
    assert [refs[name][0].status for name in ("note 1", "note 2")] == ["unprinted", "unprinted"]


def test_a_telegram_that_is_printed_has_the_document_named_behind_it() -> None:
    telegram, named = in_note("In telegram 616 to Taipei (Document 39) he agreed.")
    assert str(telegram.target) == str(named.target) == "frus1969-76v39/d39"
    assert telegram.why == "the words behind it name Document 39"


def test_reftels_by_letter_and_by_context() -> None:
    body = ("5110. Ref: A. State 123456; B. Moscow 5001. Discussed ref B.", "As ref A says, reftel is clear.")
    refs = found(
        document(body=body, heading="Telegram From the Embassy in the Soviet Union to the Department of State")
    )
    assert refs["¶1"][-1].key == "telegram Moscow 5001"
    letter, plain = refs["¶2"]
    assert letter.key == "telegram State 123456"
    assert (plain.status, plain.why) == ("ambiguous", "the line “Ref:” in ¶1 names State 123456, 5001 from Moscow")
    (alone,) = found(document(body=("Embtel 12 reported it.", "See reftel.")))["¶2"]
    assert alone.why == "the telegram named last before it names 12"


def test_tabs_are_found_where_they_are_printed() -> None:
    made = document("Tab B is not printed.", body=("I attach the letter at Tab A.", "Tab A", "Dear Mr. President"))
    refs = found(made)
    assert str(refs["¶1"][0].target) == "frus1969-76v39/d106#p2"
    assert refs["note 1"][0].status == "unprinted"


@pytest.mark.parametrize("text", ["See Tab A, Document 98.", "Tab A as signed is Document 98.", "Tab A (Document 98)"])
def test_an_enclosure_that_is_printed_as_a_document(text: str) -> None:
    enclosure, named = in_note(text)
    assert (enclosure.kind, str(enclosure.target), enclosure.inferred) == ("attachment", "frus1969-76v39/d98", True)
    assert enclosure.why == "the words behind it name Document 98"
    assert str(named.target) == "frus1969-76v39/d98"


def test_an_article_before_a_newspaper_makes_no_other_newspaper() -> None:
    one, other = in_note("See The New York Times, May 10, 1980, p. 1. See also New York Times, May 10, 1980, p. 11.")
    assert one.key == other.key == "publication new york times, may 10, 1980"


def _after(before: Document, *notes: str) -> list[Reference]:
    """The references of the first note of document 106, which stands after another."""
    made = document(*notes, volume=before.volume)
    return found(made, Shelf(printed_before={made.address: before}))["note 1"]


def test_an_ibid_that_opens_a_document_reaches_back_into_the_one_before() -> None:
    before = document("See Foreign Relations, 1947, vol. i, p. 1050.", volume="frus1948v01p2", identity="d105")
    first, last = _after(before, "For text, see ibid., pp. 1055–1056.")
    assert [str(first.target), str(last.target)] == ["frus1947v01/pg_1055", "frus1947v01/pg_1056"]
    assert first.inferred
    assert first.why == "note 1 of Document 105 cites 1947, vol. I, p. 1050; Ibid. repeats its volume"


def test_it_repeats_a_source_as_well_and_says_where_that_stands() -> None:
    before = document("Department of State, Central Files, 795.00/1–255.", identity="d105")
    (one,) = _after(before, "Not printed. (Ibid.)")
    assert (one.kind, one.inferred) == ("source", True)
    assert one.why is not None
    assert "note 1 of Document 105" in one.why


def test_it_does_not_reach_back_where_the_document_itself_cites_something() -> None:
    before = document("See Foreign Relations, 1947, vol. i, p. 1050.", volume="frus1948v01p2", identity="d105")
    (*_, one) = _after(before, "Department of State, Central Files, 795.00/1–255. See ibid., p. 12.")
    assert one.target is None


def test_documents_that_cite_nothing_are_passed_over_on_the_way_back_but_not_for_ever() -> None:
    shelf = Shelf(printed_before=(chain := dict[Address, Document]()))
    volume = "frus1948v01p2"
    chain[Address(volume, "d101")] = document("Foreign Relations, 1947, vol. i, p. 5.", volume=volume, identity="d100")
    for number in range(101, 106):
        chain[Address(volume, f"d{number + 1}")] = document("Not printed.", volume=volume, identity=f"d{number}")
    reached = document("Ibid., p. 7.", volume=volume, identity="d103")
    assert [str(one.target) for one in found(reached, shelf)["note 1"]] == ["frus1947v01/pg_7"]
    too_far = document("Ibid., p. 7.", volume=volume, identity="d106")
    assert [one.target for one in found(too_far, shelf)["note 1"]] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "See telegrams 1234 from New Delhi, May 3, and 345 from Karachi, May 4.",
            ["1234 from New Delhi", "345 from Karachi"],
        ),
        ("Telegrams 1234 to Moscow, May 3; and 23 to Bonn.", ["1234 to Moscow", "23 to Bonn"]),
        ("See tel. no. 123.", ["123"]),
        ("See telegram number 123 from Bonn.", ["123 from Bonn"]),
        ("Memorandum No. 149 from the Consulate General in Calcutta, May 3.", ["149 from Calcutta"]),
        ("See memoranda Nos. 12 and 13.", ["12", "13"]),
        ("Telegram 1234 from Moscow and 3 others.", ["1234 from Moscow"]),
    ],
)
def test_messages_by_number_and_post(text: str, expected: list[str]) -> None:
    assert [one.title for one in in_note(text)] == expected


def test_the_file_behind_a_list_of_telegrams_is_that_of_each() -> None:
    text = "Instructions are in telegrams 3950 to London and 115 to Nicosia, January 18. "
    *both, _ = in_note(f"{text}(Department of State, Central Files, 747C.00/1–956)")
    assert [(one.title, one.status) for one in both] == [
        ("3950 to London", "unprinted"),
        ("115 to Nicosia", "unprinted"),
    ]


def test_a_numbered_paper_of_the_security_council_is_no_message() -> None:
    assert in_note("See National Security Action Memorandum No. 303, June 2, 1964.") == []


def test_ibid_with_a_footnote_keeps_the_document_cited_last() -> None:
    (one,) = found(document("See Document 5.", "Ibid., footnote 3."))["note 2"]
    assert (str(one.target), one.inferred) == ("frus1969-76v39/d5#fn3", True)
    assert one.why == "note 1 cites Document 5; Ibid. repeats its document"
    (other,) = found(document("Foreign Relations, 1964–1968, vol. XIV, Document 5.", "Ibid., footnote 3."))["note 2"]
    assert str(other.target) == "frus1964-68v14/d5#fn3"


def test_the_reason_names_the_journal_as_it_was_cited_and_the_reference_the_day_that_is_given() -> None:
    notes = ("Department of State Bulletin, June 7, 1971, p. 741.", "See ibid., June 14, 1971, p. 760.")
    (one,) = found(document(*notes))["note 2"]
    assert one.title == "Department of State Bulletin, June 14, 1971"
    assert one.why == "note 1 cites Department of State Bulletin, June 7, 1971; Ibid. repeats the last publication"


def test_a_file_number_above_a_document_is_no_book_that_an_ibid_could_repeat() -> None:
    before = document("See Foreign Relations, 1947, vol. i, pp. 1043 ff.", volume="frus1948v01p2", identity="comp7")
    made = document("For text, see ibid., p. 1055.", volume="frus1948v01p2")
    made = made._replace(blocks=(Block("source", "800.014 Antarctic/1–848"), *made.blocks))
    (one,) = references_in(made, Shelf(printed_before={made.address: before}))[-1]
    assert str(one.target) == "frus1947v01/pg_1055"
    assert one.why == "note 1 of the section before cites 1947, vol. I, p. 1043; Ibid. repeats its volume"
