"""Whether a telegram or an enclosure is printed, and which file holds it: what the words around it say."""

from __future__ import annotations

import pytest

from tgreader.references.filing import files_given

from .stand_ins import document, found, in_note

FILES = "Department of State, Central Files"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Telegram 12 from Bonn, May 2. (FILES, POL 1)", {"12": "POL 1"}),
        ("(Telegram 12 from Bonn, May 2; FILES, POL 1)", {"12": "POL 1"}),
        ("He agreed. (Telegram 12 from Bonn, May 2, 5 p. m.; FILES, POL 1)", {"12": "POL 1"}),
        ("(Telegram 12; 690B.9321/9–3053)", {"12": "690B.9321/9–3053"}),
        ("Telegram 12 from Bonn, May 2, is in FILES, POL 1.", {"12": "POL 1"}),
        ("A copy of telegram 12 from Bonn is in the FILES, POL 1.", {"12": "POL 1"}),
        ("The memorandum sent in telegram 12 from Bonn is in FILES, POL 1.", {}),
        ("Telegram 12 from Bonn told of 32 aircraft (at a price), and more. (FILES, POL 1)", {"12": "POL 1"}),
        ("Telegram 12 from Bonn told of the plan (see Document 3) and more. (FILES, POL 1)", {"12": "POL 1"}),
        ("Messages went in telegram 12 and, to Paris, in telegram 13. (Both FILES, POL 1)",
         {"12": "POL 1", "13": "POL 1"}),
        ("Telegram 12 told him; telegram 13 told her. Copies of both telegrams are in FILES, POL 1.",
         {"12": "POL 1", "13": "POL 1"}),
        ("He said so in telegram 12 and in airgram A–13, both dated May 2. (FILES, POL 1)",
         {"12": "POL 1", "A-13": "POL 1"}),
        ("In telegram 12, he reported. Telegram 13 asked why. (FILES, POL 1)", {"13": "POL 1"}),
        ("Telegram 12, May 2, agreed; telegram 13, May 3, did not. (FILES, POL 1)", {"12": "POL 1", "13": "POL 1"}),
        ("Telegram 12 was an addendum to telegram 13. (FILES, POL 1)", {"12": "POL 1"}),
        ("The Embassy replied to telegram 12 in telegram 13. (FILES, POL 1)", {"13": "POL 1"}),
        ("Telegram 12, May 2, did as telegram 13, May 3, asked. (FILES, 782.00/5–355)", {"13": "782.00/5–355"}),
        ("Telegram 12 asked what telegram 13, May 3 (FILES, POL 1), had meant.", {"13": "POL 1"}),
        ("Telegram 12 was sent. In a memorandum of May 3, Rusk agreed. (FILES, POL 1)", {}),
        ("Telegram 12 was sent. (Memorandum of conversation, May 3; FILES, POL 1)", {}),
        ("Telegram 12, May 2, and telegram 13, May 3. (FILES, 1.00/5–255 and 2.00/5–355, respectively)",
         {"12": "Central", "13": "Central"}),
    ],
)  # fmt: skip
def test_the_file_behind_brackets_or_words_is_the_telegrams_that_it_holds(text: str, kept: dict[str, str]) -> None:
    text = text.replace("FILES", FILES)
    references = in_note(text)
    given = {references[at].title.split(" ")[0]: file.title for at, file in files_given(text, references)}
    assert given.keys() == kept.keys()
    assert all(kept[number] in given[number] for number in kept)
    for one in references:
        if one.kind in {"telegram", "airgram"}:
            held = one.title.split(" ")[0] in kept
            assert one.status == ("unprinted" if held else "unknown")
            assert not held or (one.why or "").startswith("only its file is given: ")


@pytest.mark.parametrize(
    "text",
    [
        "Telegram 12 from Bonn, May 2 (not printed), said so.",
        "Telegram 12, February 1, 5 p. m., from Bonn, not printed, said so.",
        "Telegram 12 from Bonn, May 2; attached but not printed.",
        "Annex F (not reproduced here) told of it.",
        "Tab A, a paper of the U.S. Mission, is attached but not printed.",
        "Attached but not published are Tab A, a paper, Tab B, another, and Tab C.",
        "Tab B, not found, was sent later.",
    ],
)
def test_what_is_said_not_to_be_printed_is_not(text: str) -> None:
    references = in_note(text)
    assert references
    assert {one.status for one in references} == {"unprinted"}
    assert all("not " in (one.why or "") for one in references)


def test_each_telegram_of_a_list_has_its_own_document() -> None:
    text = "Reference should be to telegrams 471 and 472, Documents 220 and 221."
    assert [(one.text, str(one.target)) for one in in_note(text)] == [
        ("telegrams 471", "frus1969-76v39/d220"),
        ("472", "frus1969-76v39/d221"),
        ("Documents 220", "frus1969-76v39/d220"),
        ("221", "frus1969-76v39/d221"),
    ]


def test_a_list_of_another_length_says_nothing_of_the_telegrams() -> None:
    telegrams = [
        one for one in in_note("See telegrams 471 and 472, Documents 220, 221, and 225.") if one.kind == "telegram"
    ]
    assert [(one.target, one.status) for one in telegrams] == [(None, "unknown")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Telegram 12 of May 2 (Document 7)",
        "telegram 12 to all European posts, February 1, see Document 7",
        "telegram 12 from Bonn, May 2; see Document 7",
        "Embtel 12 [Document 7]",
        "Telegram 12 is published as Document 7",
    ],
)
def test_a_telegram_is_printed_where_the_words_behind_it_say(text: str) -> None:
    telegram = in_note(text)[0]
    assert (str(telegram.target), telegram.inferred) == ("frus1969-76v39/d7", True)


def test_a_tab_behind_a_document_is_that_documents() -> None:
    (_, tab) = in_note("See Document 199, Tab B.")
    assert (str(tab.target), tab.why) == ("frus1969-76v39/d199", "the words before it name Document 199")


def test_a_tab_that_has_its_own_document_is_not_that_of_the_one_before() -> None:
    tabs = [
        one
        for one in in_note("Tab A is printed as Document 29, Tab D is printed as Document 24.")
        if one.kind == "attachment"
    ]
    assert [str(one.target) for one in tabs] == ["frus1969-76v39/d29", "frus1969-76v39/d24"]


def test_a_tab_in_the_body_is_what_a_note_says_of_it() -> None:
    made = document(
        "Tab A is printed as Document 12.", "Tab B is not printed.", body=("The letter (Tab A) and more (Tab B).",)
    )
    tab_a, tab_b = found(made)["¶1"]
    assert (str(tab_a.target), tab_a.inferred) == ("frus1969-76v39/d12", True)
    assert (tab_b.status, tab_b.why) == ("unprinted", "“not printed”")


def test_the_number_at_a_documents_beginning_is_its_own() -> None:
    heading = "Telegram From the Secretary of State to the Department of State"
    made = document(heading=heading, body=("Secto 25. Re Deptel 12. As told in Secto 24.",))
    assert [one.text for one in found(made)["¶1"]] == ["Deptel 12", "Secto 24"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Embtels 4230, 4235, 4254.", ["4230 from Athens", "4235 from Athens", "4254 from Athens"]),
        ("telegram 45, May 5, 1956, from Paris", ["45 from Paris"]),
        ("Depto 345, January 5", ["Depto 345"]),
        ("Tosec 45/234567, June 5.", ["Tosec 45"]),
        ("backchannel message WH31234 to Bonn", ["WH 31234 to Bonn"]),
        ("dispatch HGG-A-1375 from the Chief of Station in Guatemala", ["HGG-A-1375 from Guatemala City"]),
        ("Telegram No. 12, January 5, 4 p. m., from the Ambassador in Japan; not printed.", ["12 from Tokyo"]),
        ("despatch No. 45, May 3, 1914, from the Consul at Veracruz", ["45 from Veracruz"]),
        ("telegram 45 from the Consul", ["45"]),
        ("Your No. 343 of May 4, 6 p.m.", ["343 to Athens"]),
    ],
)
def test_telegrams_as_the_series_prints_them(text: str, expected: list[str]) -> None:
    heading = "Telegram From the Embassy in Greece to the Department of State"
    assert [one.title for one in in_note(text, heading=heading, volume="frus1955-57v24")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(File No. 812.00/12345)", "source | Central Files, 812.00/12345"),
        ("(PPS files, lot 64D563)", "source | PPS files, lot 64D563"),
        ("(SANACC Files)", "source | SANACC Files"),
        ("4 pp. WNRC, RG 330, OASD/ISA Files: FRC 65 A 3501, Cuba.", "source | OASD/ISA Files: FRC 65 A 3501, Cuba"),
        ("1 p. CIA Files: Job 80–B01285A, Box 3, Mongoose.", "source | Job 80–B01285A, Box 3"),
        (
            "House Doc. No. 1, 59th Cong., 1st sess., p. 12.",
            "publication | House Doc. No. 1, 59th Cong., 1st sess., p. 12",
        ),
        ("46 Federal Register 59941", "publication | 46 Federal Register 59941"),
        ("See Appendix A.", "attachment | Appendix A"),
    ],
)
def test_other_houses_and_papers(text: str, expected: str) -> None:
    (one,) = in_note(text)
    assert f"{one.kind} | {one.title}" == expected


def test_that_volume_is_the_one_named_last() -> None:
    *_, one = in_note(
        "See Foreign Relations, 1977–1980, vol. VI, Soviet Union, Document 3. See also Document 12 in that volume."
    )
    assert (str(one.target), one.inferred) == ("frus1977-80v06/d12", True)
    assert one.why == "note 1 cites 1977–1980, vol. VI, Document 3; that volume is meant"


def test_one_bracket_may_hold_papers_of_two_houses() -> None:
    text = (
        "(Department of State, Central Files, 248.1141/11–1759 and Washington National Records Center, B Files: FRC 65)"
    )
    assert [one.title for one in in_note(text)] == ["Central Files, 248.1141/11–1759", "B Files: FRC 65"]


def test_a_reference_by_letter_is_a_telegram_of_the_documents_line_of_references() -> None:
    made = document(
        "Reference A is not printed; reference B is printed as Document 8.", body=("Ref: A. State 1111; B. Bonn 2222.",)
    )
    first, second, _ = found(made)["note 1"]
    assert (first.title, first.status) == ("State 1111", "unprinted")
    assert (second.title, str(second.target)) == ("2222 from Bonn", "frus1969-76v39/d8")


def test_a_reference_by_letter_without_such_a_line_is_none() -> None:
    assert not in_note("This is pursuant to reference C, on a program.")
