"""What kind of document it is: headings of the series, and what must not be read out of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.citing.documents import telegram
from tgreader.citing.description import Description, describe, small
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
        ("Memorandum prepared for the Special Group", "memorandum", "", "the Special Group"),
        ("Address by President Nixon", "address", "President Nixon", ""),
        ("Editorial Note", "editorial note", "", ""),
        ("Memorandum for the Record", "memorandum for the record", "", ""),
        ("National Security Decision Memorandum 55", "National Security Decision Memorandum", "", ""),
        ("Special National Intelligence Estimate", "Special National Intelligence Estimate", "", ""),
        ("Minutes of a National Security Council Meeting", "minutes of a National Security Council Meeting", "", ""),
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
    ],
)
def test_numbers_of_their_own(heading: str, words: str, number: str) -> None:
    assert of(heading, words).number == number


def test_dates_and_places() -> None:
    assert of("Editorial Note", date="1972-08-22").date == "August 22, 1972"
    assert of("Editorial Note", date="1972-08").date == "August 1972"
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
