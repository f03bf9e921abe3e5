"""Which telegram a document is itself, and which of those cited it may be."""

from __future__ import annotations

import pytest

from tgreader.model.document import Block, Document
from tgreader.references.parties import parties_of
from tgreader.references.register import own_telegram, same_telegram
from tgreader.references.telegrams import Telegram

from .stand_ins import document

TO_STATE = "Telegram From the Embassy in Iran to the Department of State"


def made(heading: str, *texts: str, above: str = "", place: str = "", date: str = "1953-04-28") -> Document:
    """A document with that heading, a line above it, a place and date, and those paragraphs."""
    plain = document(body=texts, heading=heading)
    blocks = plain.blocks if not above else (plain.blocks[0], Block("source", above), *plain.blocks[1:])
    return plain._replace(blocks=blocks, place=place or None, date=date)


@pytest.mark.parametrize(
    ("heading", "parties"),
    [
        ("Telegram From the Embassy in the Soviet Union to the Department of State", ("Moscow", "State")),
        ("Telegram 187972 From the Department of State to the Embassy in Libya", ("State", "Tripoli")),
        ("The Ambassador in Burma (Sebald) to the Department of State", ("Rangoon", "State")),
        ("The Acting Secretary of State to the Legation at Saigon", ("State", "Saigon")),
        ("The Consul General at Hong Kong (McConaughy) to the Secretary of State", ("Hong Kong", "State")),
        (
            "The United States Representative at the United Nations (Austin) to the Secretary of State",
            ("USUN", "State"),
        ),
        ("Letter From the Ambassador to Poland (Gronouski) to Secretary of State Rusk", ("Warsaw", "State")),
        ("Memorandum From the Under Secretary of State for Political Affairs (McGhee) to the President", ("", "")),
        ("The Secretary of State to the Secretary of Defense (Foster)", ("State", "")),
        ("Memorandum of Conversation", ("", "")),
    ],
)
def test_between_whom_a_message_passed(heading: str, parties: tuple[str, str]) -> None:
    assert parties_of(made(heading))[:2] == parties


def test_the_dateline_knows_where_an_embassy_sat() -> None:
    heading = "The Ambassador in Brazil (Johnson) to the Secretary of State"
    assert parties_of(made(heading, place="Rio de Janeiro")).sender == "Rio de Janeiro"
    assert parties_of(made("Telegram From Secretary of State Rusk to the Department of State", place="Paris")) == (
        "Paris",
        "State",
        "Secretary of State Rusk",
    )


@pytest.mark.parametrize(
    ("one", "key"),
    [
        (made(TO_STATE, "3626. Eyes Only for Under Secretary Rostow."), "telegram Tehran 3626"),
        (
            made("Telegram From the Department of State to the Embassy in Iran", "124. Subject"),
            "telegram State 124 to Tehran",
        ),
        (
            made("Telegram From the Embassy in France to the Department of State", "Secto 14. Secretary met"),
            "telegram Secto 14",
        ),
        (
            made("Telegram 3286 From the Embassy in Algeria to the Department of State", "Algiers, 2035Z."),
            "telegram Algiers 3286",
        ),
        (made("Airgram From the Embassy in Iran to the Department of State", "A–60", "SUBJECT"), "airgram Tehran A-60"),
        (
            made("Circular Airgram From the Department of State to Certain Missions", "CA–3790. Subject: x"),
            "airgram CA-3790",
        ),
        (made("Circular Telegram From the Department of State to Certain Missions", "845. Tokyo also"), "circular 845"),
        (made("Despatch From the Embassy in Finland to the Department of State", "No. 576"), "despatch Helsinki 576"),
        (
            made(
                "The Ambassador in Burma (Sebald) to the Department of State",
                "Secret",
                "Priority",
                "835. Deptels 755.",
                above="690B.9321/3–154: Telegram",
                place="Rangoon",
            ),
            "telegram Rangoon 835",
        ),
        (
            made("Telegram From the CIA Station in Guatemala to Headquarters", "992. Re: GUAT 990."),
            "telegram CIA Station in Guatemala 992",
        ),
        (
            made("Telegram 746 from Santiago, March 8, 1962. Text of agreement. Secret. 2 pp. DOS."),
            "telegram Santiago 746",
        ),
    ],
)
def test_which_telegram_a_document_is(one: Document, key: str) -> None:
    own = own_telegram(one)
    assert own is not None
    assert (own.key, own.date) == (key, "1953-04-28")


@pytest.mark.parametrize(
    "one",
    [
        made(TO_STATE, "1. The first item.", "2. The second."),
        made(TO_STATE, "Informant told me that he had seen 40 men."),
        made(TO_STATE, "150212Z. Exclusive for Wheeler."),
        made("Memorandum of Conversation", "3626. A number."),
        made(
            "The Acting Secretary of State to the Secretary of Defense (Foster)",
            "My Dear Mr. Secretary:",
            above="796.5/2–1552",
        ),
    ],
)
def test_what_is_no_numbered_message(one: Document) -> None:
    assert own_telegram(one) is None


PRINTED = Telegram("telegram", "1470", "State", "Rangoon", "1953-03-18")


@pytest.mark.parametrize(
    ("cited", "year", "same"),
    [
        (Telegram("telegram", "1470", "State", "Rangoon"), "1953-03-21", True),
        (Telegram("telegram", "1470", "State", "Rangoon", "March 18"), "1953-03-21", True),
        (Telegram("telegram", "1470", "State", "Rangoon", "Mar. 18, 1953"), "", True),
        (Telegram("telegram", "1470", "State"), "1953-03-21", True),
        (Telegram("telegram", "1470", "", "", "March 18"), "1953-03-21", True),
        (Telegram("telegram", "1470", "", ""), "1953-03-21", False),
        (Telegram("telegram", "1470", "State", "Rangoon", "March 19"), "1953-03-21", False),
        (Telegram("telegram", "1470", "State", "Rangoon", "March 18, 1954"), "", False),
        (Telegram("telegram", "1470", "State", "Bangkok", "March 18"), "1953-03-21", False),
        (Telegram("telegram", "1470", "Rangoon"), "1953-03-21", False),
        (Telegram("telegram", "1470", "State", "Rangoon"), "1961-03-21", False),
    ],
)
def test_a_number_alone_does_not_make_two_telegrams_one(cited: Telegram, year: str, same: bool) -> None:
    assert same_telegram(cited, PRINTED, year) is same


@pytest.mark.parametrize(("one", "other"), [("Djakarta", "Jakarta"), ("Habana", "Havana"), ("Belgrade", "Beograd")])
def test_two_spellings_of_a_post_are_one(one: str, other: str) -> None:
    assert Telegram("telegram", "12", one).key == Telegram("telegram", "12", other).key
