"""The register of telegrams: what several places say of each is put together, and nothing is given that is in doubt."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.documents import VOLUME, HandMadeShelf, document, heading, note, paragraph
from tgreader.model.document import Block, Document
from tgreader.reading.pointing.referring import Referring
from tgreader.reading.register.gathering import Telegrams
from tgreader.reading.register.orders import ORDERS
from tgreader.reading.register.telegrams import HEADER, Entry, in_order, line

FILES = "Department of State, Central Files"


def citing(*notes: str, id: str = "d5", date: str = "1966-05-20", body: str = "Text.") -> Document:  # noqa: A002
    made = [note(number, text) for number, text in enumerate(notes, 1)]
    calls = [one.number for one in made]
    return document(heading("Memorandum"), paragraph(body, *calls), notes=made, id=id)._replace(date=date)


def registered(*documents: Document) -> list[Entry]:
    shelf = HandMadeShelf(*documents)
    gathered = Telegrams(shelf, Referring(shelf))
    assert [done for done, _ in gathered.read()] == list(range(1, len(documents) + 1))
    assert list(gathered.read()) == []
    return in_order(gathered.entries(), "number")


def told(entries: Sequence[Entry]) -> list[tuple[str, str, str, str, str]]:
    return [(one.number, one.sender, one.recipient, one.sent.words, one.file) for one in entries]


def test_what_several_places_say_is_one_telegram() -> None:
    entries = registered(
        citing(f"Telegram 1534 from Warsaw, May 2. ({FILES}, POL 17)", body="See Warsaw 1534, and again Warsaw 1534."),
        citing("As telegram 1534 from Warsaw said.", id="d6"),
    )
    assert told(entries) == [("1534", "Warsaw", "", "May 2, [1966]", f"{FILES}, POL 17")]
    (one,) = entries
    assert [str(place.address.whole) for place in one.citings] == [f"{VOLUME}/d5"] * 3 + [f"{VOLUME}/d6"]
    assert (one.sent.iso, one.fate) == ("1966-05-02", "not printed")
    assert str(one.file_given_in) == f"{VOLUME}/d5#fn1"


def test_zeros_before_a_number_make_no_other_telegram() -> None:
    (one,) = registered(
        citing("Telegram 020685 to Moscow, May 2.", "Telegram 20685 to Moscow.", body="See State 020685.")
    )
    assert (one.number, one.sender, one.recipient, len(one.citings)) == ("020685", "Department of State", "Moscow", 3)


def test_a_number_of_another_day_is_another_telegram() -> None:
    entries = registered(
        citing("Telegram 12 from Bonn, May 2."), citing("Telegram 12 from Bonn, January 9.", id="d6", date="1968-01-12")
    )
    assert [one.sent.iso for one in entries] == ["1966-05-02", "1968-01-09"]


def test_a_number_and_its_day_suffice_where_one_place_names_the_post() -> None:
    entries = registered(citing("Telegram 12 from Bonn, May 2.", "Telegram 12, May 2, was late. Telegram 13, May 3."))
    assert [(one.number, one.sender, len(one.citings)) for one in entries] == [("12", "Bonn", 2), ("13", "", 1)]


def test_a_telegram_that_is_a_document_here_is_said_to_be_printed() -> None:
    printed = document(
        heading("Telegram From the Embassy in Poland to the Department of State"),
        Block("dateline", "Warsaw, May 2, 1966."),
        paragraph("1534. Text."),
        id="d7",
    )._replace(date="1966-05-02")
    (one,) = registered(citing("As telegram 1534 from Warsaw said."), printed)
    assert (str(one.printed), one.fate) == (f"{VOLUME}/d7", "printed as Document 7")
    assert (one.sent.iso, one.sent.words, one.sent.inferred) == ("1966-05-02", "May 2, 1966", False)
    assert "Document 7 (frus1969-76v39/d7)" in one.row


@pytest.mark.parametrize(
    ("words", "files"),
    [
        (f"Telegram 12 from Bonn, May 2, reported this. ({FILES}, POL 1)", ["POL 1"]),
        (f"Telegram 12 from Bonn, May 2; {FILES}, POL 1.", ["POL 1"]),
        (f"Telegrams 12 and 13 from Bonn, May 2. ({FILES}, POL 1)", ["POL 1", "POL 1"]),
        (f"Telegram 12 from Bonn said so. Telegram 13 from Bonn denied it. (Both {FILES}, POL 1)", ["POL 1", "POL 1"]),
        (
            f"In telegram 12 from Bonn, he said that he did as telegram 13 to Bonn asked. ({FILES}, POL 1)",
            ["POL 1", ""],
        ),
        (f"Telegram 12 from Bonn was sent. In a memorandum of May 3, Rusk agreed. ({FILES}, POL 1)", [""]),
        (f"Telegram 12 from Bonn. ({FILES}, POL 1) Telegram 13 from Bonn. (Ibid., POL 2)", ["POL 1", "POL 2"]),
        ("Telegram 12 from Bonn is not printed.", [""]),
    ],
)
def test_a_file_is_given_only_where_a_reader_would_give_it(words: str, files: list[str]) -> None:
    entries = registered(citing(words))
    assert [one.file.removeprefix(f"{FILES}, ") for one in entries] == files


def test_an_ibid_is_given_in_full() -> None:
    source = f"Source: {FILES}, POL CHICOM-US. Secret."
    entries = registered(
        citing(source, "Telegram 12 from Bonn, May 2. (Ibid.)", "Telegram 13 from Bonn. (Ibid., POL 7 GER)")
    )
    assert [one.file for one in entries] == [f"{FILES}, POL CHICOM-US", f"{FILES}, POL 7 GER"]


def test_it_is_sorted_by_any_column_with_what_is_not_known_last() -> None:
    entries = registered(
        citing("Telegram 100 from Bonn, May 2. Telegram 9 to Ankara, May 1. Airgram A–30, May 1. Telegram 9 to Ankara.")
    )
    numbers = {order: [one.number for one in in_order(reversed(entries), order)] for order in ORDERS}
    assert numbers["number"] == ["9", "A-30", "100"]
    assert numbers["from"][-1] == "A-30"
    assert numbers["to"][0] == "9"
    assert numbers["date"][-1] == "100"
    assert numbers["cited"][0] == "9"


def test_a_row_has_what_the_header_says() -> None:
    (one,) = registered(citing(f"Telegram 9 to Ankara, May 1; {FILES}, POL 1."))
    row = dict(zip(HEADER, one.row, strict=True))
    assert row == {
        "number": "9", "kind": "telegram", "from": "Department of State", "to": "Ankara", "date": "May 1, [1966]",
        "printed_as": "not printed", "archival_file": f"{FILES}, POL 1", "file_given_in": f"{VOLUME}/d5#fn1",
        "cited_in": f"{VOLUME}/d5#fn1", "times_cited": 1,
    }  # fmt: skip
    assert line(one).startswith("telegram 9 · from Department of State to Ankara · May 1, [1966] · not printed · ")
    assert line(one).endswith(f"{FILES}, POL 1 · cited once")
    assert one.record(one.citings)["date"] == "1966-05-01"
    assert one.record(one.citings)["year_inferred"] is True


def test_only_a_volume_is_read_where_only_that_is_wanted() -> None:
    other = citing("Telegram 8 from Bonn.", id="d1")
    elsewhere = other._replace(address=other.address._replace(volume="frus1964-68v30"), volume="frus1964-68v30")
    shelf = HandMadeShelf(citing("Telegram 9 from Bonn."), elsewhere)
    gathered = Telegrams(shelf, Referring(shelf))
    assert list(gathered.read("frus1964-68v30")) == [(1, 1)]
    assert [one.number for one in gathered.entries("frus1964-68v30")] == ["8"]
    assert list(gathered.read()) == [(1, 1)]
    assert [one.number for one in gathered.entries()] == ["9", "8"]


@settings(deadline=None, max_examples=12)
@given(
    st.sampled_from([" ", ",", ", ", ".", ". ", "; ", " .;", "(", ")", "()", "”", "9", "and ", "\n", "(Ibid.) "]),
    st.sampled_from(["", "memorandum ", f"({FILES}, POL 1)", "Telegram 13 from Bonn"]),
)
def test_no_run_of_signs_takes_long(sign: str, behind: str) -> None:
    """A pattern that backtracks would not come to an end here."""
    entries = registered(
        citing(f"Telegram 12 from Bonn{sign * 2_000}{behind}. Telegram 14 from Bonn. ({FILES}, POL 2)")
    )
    assert {one.number: one.file for one in entries}["14"] == f"{FILES}, POL 2"
    assert "12" in {one.number for one in entries} or sign == "9"
