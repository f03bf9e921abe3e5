"""What kind of document it is: headings of the series, and what must not be read out of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.citing.documents import telegram
from tgreader.citing.description import Description, describe
from tgreader.citing.kinds import small
from tgreader.citing.words import iso_days
from tgreader.model.address import Address
from tgreader.model.document import Block, Document


def of(heading: str, *words: str, **facts: str) -> Description:
    blocks = (Block("heading", heading), *(Block("paragraph", text) for text in words))
    return describe(Document(Address("frus1969-76v01", "d1"), "a.xml", "tei", heading, blocks, **facts))  # type: ignore[arg-type]


def test_the_seed() -> None:
    described = describe(telegram(Address(path="a.txt")))
    assert described == Description(
        kind="telegram", number="8334", sender="Embassy in the Soviet Union", recipient="the Department of State"
    )
    assert described.correspondents == "Embassy in the Soviet Union to the Department of State"
    assert described.form == "telegram 8334"


@pytest.mark.parametrize(
    ("heading", "kind", "sender", "recipient"),
    [
        ("Telegram 602 From the Embassy in Turkey to the Department of State", "telegram", "Embassy in Turkey",
         "the Department of State"),
        ("Circular Telegram From the Department of State to All Diplomatic Missions", "circular telegram",
         "Department of State", "All Diplomatic Missions"),
        ("Letter From the Ambassador to Poland (Cabot) to the Assistant Secretary of State (Bundy)", "letter",
         "Ambassador to Poland (Cabot)", "the Assistant Secretary of State (Bundy)"),
        ("Telegram From the Mission to the United Nations to the Department of State", "telegram",
         "Mission to the United Nations", "the Department of State"),
        ("Memorandum From the Special Assistant to the President (Bundy) to President Johnson", "memorandum",
         "Special Assistant to the President (Bundy)", "President Johnson"),
        ("Action Memorandum From Helmut Sonnenfeldt of the National Security Council Staff to Secretary Kissinger",
         "action memorandum", "Helmut Sonnenfeldt of the National Security Council Staff", "Secretary Kissinger"),
        ("Memorandum From James C. Thomson, Jr., of the National Security Council Staff to the President", "memorandum",
         "James C. Thomson, Jr., of the National Security Council Staff", "the President"),
        ("Memorandum by the Economic Adviser ( Coppock ) to the Acting Director ( Brown )", "memorandum",
         "Economic Adviser (Coppock)", "the Acting Director (Brown)"),
        ("The Ambassador in Burma (Sebald) to the Department of State", "", "Ambassador in Burma (Sebald)",
         "the Department of State"),
        ("Memorandum of Conversation, by the Under Secretary of State (Lovett)", "memorandum of conversation",
         "Under Secretary of State (Lovett)", ""),
        ("Report Prepared in the U.S. Information Agency", "report", "U.S. Information Agency", ""),
        ("Memorandum prepared for the Special Group", "memorandum for the Special Group", "", ""),
        ("Address by President Nixon", "address", "President Nixon", ""),
        ("Editorial Note", "editorial note", "", ""),
        ("Memorandum for the Record", "memorandum for the record", "", ""),
        ("National Security Decision Memorandum 55", "National Security Decision Memorandum", "", ""),
        ("Special National Intelligence Estimate", "Special National Intelligence Estimate", "", ""),
        ("Minutes of a National Security Council Meeting", "minutes of a National Security Council Meeting", "", ""),
        ("Report to the National Security Council by the Secretary of Defense (Forrestal)", "report",
         "Secretary of Defense (Forrestal)", "the National Security Council"),
        ("Telegram 3811 to the CIA from Agency personnel in Nicaragua", "telegram", "Agency personnel in Nicaragua",
         "the CIA"),
        ("Report by the National Security Council on the Position of the United States with Respect to Communism",
         "report", "National Security Council", ""),
        ("Report by the Operations Coordinating Board’s Special Working Group on Stalinism", "report",
         "Operations Coordinating Board’s Special Working Group on Stalinism", ""),
        ("Paper Approved by the Operations Coordinating Board", "paper approved by the Operations Coordinating Board",
         "", ""),
        ("Paper Sent to President Johnson", "paper", "", "President Johnson"),
        ("Draft instruction to USUN for consideration by the Executive Committee", "draft instruction", "",
         "USUN for consideration by the Executive Committee"),
        ("Extract From Bulletin No. 151", "extract from Bulletin No. 151", "", ""),
        ("Chronology of Bay of Pigs operation from January 1960 to April 19, 1961, dated April 23. Top Secret. 12 pp.",
         "chronology of Bay of Pigs operation from January 1960 to April 19, 1961", "", ""),
        ("Text of Statement To Be Made by Her Majesty’s Government on the Cyprus Question",
         "text of statement on the Cyprus Question", "Her Majesty’s Government", ""),
        ("Statement by the Under Secretary (Lovett) Before the Joint Congressional Committee on Atomic Energy",
         "statement before the Joint Congressional Committee on Atomic Energy", "Under Secretary (Lovett)", ""),
        ("Briefing Memorandum Prepared by the Bureau of European Affairs for Secretary of State Kissinger",
         "briefing memorandum for Secretary of State Kissinger", "Bureau of European Affairs", ""),
        ("Report Prepared in the Division of Research for Latin America", "report",
         "Division of Research for Latin America", ""),
        ("Memorandum [text not declassified] to the President’s Special Assistant (Gray)", "memorandum", "",
         "the President’s Special Assistant (Gray)"),
        ("Report on “Soviet Intentions” Prepared by the Joint Intelligence Committee", "report on “Soviet Intentions”",
         "Joint Intelligence Committee", ""),
        ("Operative Part of Special Protocol Modifying Article XIV, Effected by the Parties to the General Agreement",
         "", "", ""),
        ("Supplement 1 to Joint Evaluation prepared by the Guided Missile Committee", "", "", ""),
        ("Mr. Seward to Mr. Adams.", "", "Mr. Seward", "Mr. Adams"),
        ("Mr. Dallas to Mr. Black. [Extracts.]", "", "Mr. Dallas", "Mr. Black"),
        ("Mr. Hay to Messrs. Rockhill and Co.", "", "Mr. Hay", "Messrs. Rockhill and Co."),
        ("Special Report Prepared in the Central Intelligence Agency", "special report", "Central Intelligence Agency",
         ""),
        ("Essay by Henry A. Kissinger", "essay", "Henry A. Kissinger", ""),
        ("Interview With President Ford", "interview with President Ford", "", ""),
        ("The Joint Chiefs of Staff to the Commander in Chief, Far East (MacArthur)", "", "Joint Chiefs of Staff",
         "the Commander in Chief, Far East (MacArthur)"),
        ("The President’s Personal Representative (Harriman) to the President", "",
         "President’s Personal Representative (Harriman)", "the President"),
        ("Memorandum by the Secretary of State of a Conversation With the Japanese Ambassador (Nomura)",
         "memorandum of a conversation with the Japanese Ambassador (Nomura)", "Secretary of State", ""),
        ("Memorandum Regarding a Conversation Between the Secretary of State and the Japanese Ambassador",
         "memorandum regarding a conversation between the Secretary of State and the Japanese Ambassador", "", ""),
        ("A Report to the National Security Council by the Executive Secretary (Lay)", "report",
         "Executive Secretary (Lay)", "the National Security Council"),
        ("Extract From Official Report of the Chairman of the Delegation to the Secretary of State",
         "extract from Official Report of the Chairman of the Delegation to the Secretary of State", "", ""),
        ("Document Handed by the Secretary of State to the Japanese Ambassador (Nomura)", "document",
         "Secretary of State", "the Japanese Ambassador (Nomura)"),
        ("[Circular.]", "circular", "", ""),
        ("Mr. Adams to Mr. Seward.—(Extract.)", "", "Mr. Adams", "Mr. Seward"),
        ("War Department Press Release", "War Department Press Release", "", ""),
        ("Presidential Directive/NSC–18", "Presidential Directive/NSC–18", "", ""),
        ("National Security Decision Directive 75", "National Security Decision Directive", "", ""),
        ("Combined Chiefs of Staff Minutes", "Combined Chiefs of Staff Minutes", "", ""),
        ("NSC Executive Committee record of action, October 26. Planning for Cuba. Top Secret.",
         "NSC Executive Committee record of action", "", ""),
        ("Memorandum on the Substance of Discussion at a Department of State–Joint Chiefs of Staff Meeting",
         "memorandum on the substance of discussion at a Department of State–Joint Chiefs of Staff Meeting", "", ""),
        ("Plan of Action for Jamaica beginning June 1, 1963. Secret. 11 pp.",
         "plan of action for Jamaica beginning June 1, 1963", "", ""),
    ],
)  # fmt: skip
def test_headings(heading: str, kind: str, sender: str, recipient: str) -> None:
    described = of(heading)
    assert (described.kind, described.sender, described.recipient) == (kind, sender, recipient)


@pytest.mark.parametrize(
    ("heading", "words", "number"),
    [
        ("Telegram 602 From the Embassy in Turkey to the Department of State", "1. Text.", "602"),
        ("Telegram 828/Secto 574 From the Interests Section in Syria to the Department of State", "", "828/Secto 574"),
        ("Telegram From the Delegation to the Department of State", "Secto 20. (Telegram based on", "Secto 20"),
        ("Telegram From the Commander in Chief to the Chief of Naval Operations", "080332Z. Sent CNO.", "080332Z"),
        ("Telegram From Chairman Khrushchev to President Kennedy", "DEAR MR. PRESIDENT:", ""),
        ("Despatch From the Embassy in Greece to the Department of State", "No. 308", "308"),
        ("Airgram From the Embassy in Iran to the Department of State", "A–233", "A–233"),
        ("National Intelligence Estimate", "SNIE 65–2–59", "SNIE 65–2–59"),
        ("National Security Study Memorandum 39", "", "39"),
        ("Memorandum of Conversation", "8334. Not a number of its own.", ""),
        ("Telegram From the Embassy in Greece to the Department of State", "2902.1. According to the Bank", "2902"),
        ("Telegram From the Mission in Geneva to the Department of State", "9051.Dept pass London.", "9051"),
        (
            "Telegram From the Department of State to the Embassy in France",
            "96244/Todel 2840. 1. Dobrynin",
            "96244/Todel 2840",
        ),
        (
            "Telegram From the Commander in Chief (Decker) to the Department of Defense",
            "UK 977635CC. Joint message.",
            "UK 977635CC",
        ),
        ("The Minister in Burma (Key) to the Secretary of State", "No. 315", "315"),
        ("Memorandum for the Record", "No. 315", ""),
        ("Telegram Polto 577 from Paris, November 20. Report on Ball presentation.", "", "Polto 577"),
        ("National Security Council Report", "NSC 5702/2", "NSC 5702/2"),
        ("Intelligence Report Prepared by the Office of Intelligence Research", "No. 6839", "6839"),
        ("Research Memorandum From the Director of the Bureau (Hughes) to Secretary Rusk", "RNA–46", "RNA–46"),
        ("Intelligence Memorandum", "1. The situation has not changed.", ""),
    ],
)
def test_numbers_of_their_own(heading: str, words: str, number: str) -> None:
    assert of(heading, words).number == number


def test_the_number_of_a_paragraph_is_no_telegrams() -> None:
    heading = "Telegram From the Consulate at Nicosia to the Department of State"
    assert of(heading, "1. Archbishop desires agreement.", "2. He will wait.").number == ""
    assert (
        of(heading, "Informant mentioned my unnumbered telegram of November 26.", "1. Archbishop", "2. He").number == ""
    )
    assert of(heading, "Part 1. References: A. Joint State–Defense message.").number == ""
    assert of(heading, "2. Joint Embassy message.", "1. Yugoslavs have renewed talks.", "2. They").number == "2"
    assert of(heading, "45. 1. One statement by the Secretary", "2. Secretary said").number == "45"
    passing = "Please pass this to San Clemente for Secretary Rogers."
    assert of(heading, "secret   us urgent", passing, "146306. Subj: Démarche.").number == "146306"


def test_the_line_of_the_file_says_the_kind_in_text_without_markup() -> None:
    heading = "The Ambassador in Thailand (Stanton) to the Department of State"
    assert of(heading, "123 Stanton, Edwin F.: Telegram", "Confidential", "1537. I called.").form == "telegram 1537"
    assert of(heading, "He wrote what follows. It is long: Telegram and letter.").kind == ""


def test_a_serial_number_alone_is_said_as_one() -> None:
    despatch = of("The Minister in Burma (Key) to the Secretary of State", "No. 315")
    assert (despatch.correspondents, despatch.form) == ("Minister in Burma (Key) to the Secretary of State", "no. 315")


def test_a_title_between_commas_keeps_them_both() -> None:
    described = of(
        "Memorandum by Edmund A. Gullion, Special Assistant to the Under Secretary (Lovett), to the Secretary"
    )
    assert described.sender == "Edmund A. Gullion, Special Assistant to the Under Secretary (Lovett)"
    assert described.correspondents == f"{described.sender}, to the Secretary"


@pytest.mark.parametrize(
    ("heading", "dateline", "kind", "place", "date"),
    [
        (("Memorandum of a Conversation Between the Ambassador (Melas) and the Secretary for Near Eastern, South "
         "Asian, and African Affairs (Allen), Department of State, Washington, September 12, 1955"),
         "Washington, September 12, 1955",
         ("memorandum of a conversation between the Ambassador (Melas) and the Secretary for Near Eastern, South "
         "Asian, and African Affairs (Allen)"), "", "September 12, 1955"),
        ("Memorandum of a Conversation, Hotel Bristol, Paris, December 19, 1957", "Paris, December 19, 1957",
         "memorandum of a conversation", "", "December 19, 1957"),
        ("Memorandum of Conversation, Bucharest, November 3, 1974, 5:30-9:30 p.m.", "November 3, 1974, 5:30-9:30 p.m.",
         "memorandum of conversation", "Bucharest", "November 3, 1974"),
        ("Memorandum of Discussion at the 328th Meeting of the National Security Council, Washington June 26, 1957", "",
         "memorandum of discussion at the 328th Meeting of the National Security Council", "", "June 26, 1957"),
        (("Memorandum of Conversations Between the British Ambassador (Makins) and Secretary of State Dulles, Dulles‘ "
         "Residence, Washington, June 23 and 25, 1956"), "",
         "memorandum of conversations between the British Ambassador (Makins) and Secretary of State Dulles", "",
         "June 23 and 25, 1956"),
        ("Briefing paper for Secretary of State-designate Rusk, January 1961. Program to replace Government.", "",
         "briefing paper for Secretary of State-designate Rusk", "", "January 1961"),
        ("Memorandum for the record, November 13, prepared by Colonel Ewell, covering a paper", "",
         "memorandum for the record", "", ""),
        ("Proposed statement by President Kennedy on July 26, undated. U.S. policy.", "", "proposed statement", "", ""),
        ("Press Release Issued by the Department of State on December 5, 1941", "", "press release", "",
         "December 5, 1941"),
        ("Notes of a Meeting Held at the Place des Etats-Unis, Paris, on Friday, May 9, 1919, at 4 p.m.", "",
         "notes of a meeting held at the Place des Etats-Unis", "", "May 9, 1919"),
        ("Contact Report", "[place not declassified], January 29-30, 1954.", "contact report", "",
         "January 29–30, 1954"),
    ],
)  # fmt: skip
def test_what_headings_repeat(heading: str, dateline: str, kind: str, place: str, date: str) -> None:
    described = of(heading, dateline=dateline)
    assert (described.kind, described.place, described.date) == (kind, place, date)


def test_all_who_are_written_to_are_named() -> None:
    heading = (
        "Memorandum From the President’s Assistant (Scowcroft) to Secretary of State Kissinger, Secretary of Defense "
    )
    described = of(f"{heading}Rumsfeld, and the Director (Bush), Washington, January 21, 1976",
                   dateline="Washington, January 21, 1976.")  # fmt: skip
    assert described.recipient == "Secretary of State Kissinger, Secretary of Defense Rumsfeld, and the Director (Bush)"


def test_what_is_printed_counts_where_the_encoding_differs() -> None:
    assert of("Minutes", dateline="Washington, May 6, 1953", date="1954-05-06").date == "May 6, 1953"
    assert of("Minutes", dateline="San Clemente, September 04, 1969.", date="1969-09-04").date == "September 4, 1969"
    assert of("Minutes", dateline="December 31, 1970–January 2, 1971").date == "December 31, 1970–January 2, 1971"
    assert of("Minutes", dateline="May 1, 1970; May 2, 1970", date="1970-05-02").date == "May 2, 1970"


def test_what_is_printed_as_undated_has_no_day_from_the_encoding() -> None:
    assert of("Memorandum", dateline="[Washington, undated.]", date="1948-05-19").date == "undated"


def test_a_chapter_and_a_list_are_written_by_nobody_to_nobody() -> None:
    called = "United States interest in the meetings of the contracting parties to the General Agreement"
    chapter = Document(
        Address("frus1948v01p2", "comp4"), "a.xml", "tei", called, (Block("heading", called),), id="comp4"
    )
    assert describe(chapter) == Description(title=called)


def test_dates_and_places() -> None:
    assert of("Paper", date="1972-08-22").date == "August 22, 1972"
    assert of("Editorial Note", date="1972-08-22").date == ""
    assert of("Paper", date="1972-08").date == "August 1972"
    assert of("Paper", dateline="Washington, undated.", place="Washington").date == "undated"
    assert (
        of("Minutes", dateline="Camp David, March 30–April 2, 1970", date="1970-03-30").date == "March 30–April 2, 1970"
    )
    assert of("Telegram 447 to Quito, February 25, 1961. U.S. concerns").date == "February 25, 1961"
    assert of("Memorandum to McCone, September 7. Support for flights.").date == ""
    assert of("Contact Report", place="[place not declassified]").place == ""
    assert of("Memorandum", place="[Washington,]").place == "Washington"


def test_capitals() -> None:
    assert small("Memorandum of Telephone Conversation") == "memorandum of telephone conversation"
    assert small("Operations Coordinating Board Report") == "Operations Coordinating Board Report"


@given(st.text(max_size=200), st.text(max_size=100), st.text(max_size=60))
def test_any_heading_is_taken_and_nothing_is_invented(heading: str, words: str, dateline: str) -> None:
    described = of(heading, words, dateline=dateline)
    said = " ".join(heading.split()).replace("( ", "(").replace(" )", ")")
    for part in (described.sender, described.recipient, described.title):
        assert part in said
    assert described.number in f"{said} {words}"


@pytest.mark.parametrize(
    ("printed", "days"),
    [
        ("August 22, 1972", ("1972-08-22", "")),
        ("August 1972", ("1972-08", "")),
        ("1972", ("1972", "")),
        ("January 29–30, 1954", ("1954-01-29", "1954-01-30")),
        ("March 30–April 2, 1970", ("1970-03-30", "1970-04-02")),
        ("December 31, 1970–January 2, 1971", ("1970-12-31", "1971-01-02")),
        ("June 23 and 25, 1956", ("1956-06-23", "")),
        ("undated", ("", "")),
    ],
)
def test_a_printed_date_in_iso_form(printed: str, days: tuple[str, str]) -> None:
    assert iso_days(printed) == days
