"""A citation typed or pasted after `:`."""

from __future__ import annotations

import pytest

from tests.reading.documents import VOLUME, document, heading, note, paragraph, session
from tgreader.citing.citation import STYLES, cite
from tgreader.errors import AddressError
from tgreader.model.address import parse_address
from tgreader.reading.destination import destinations
from tgreader.reading.session import Session


@pytest.fixture
def reading() -> Session:
    return session(
        document(heading("First"), paragraph("one", 1, pages=[(0, "325")]), notes=[note(1)], id="d106"),
        document(heading("Second"), paragraph("two", pages=[(0, "327")]), id="d107"),
        document(heading("Early"), paragraph("three", pages=[(0, "3")]), id="d2", volume="frus1950v02"),
    )


@pytest.mark.parametrize("style", STYLES)
def test_our_own_citation_in_any_style_leads_to_its_document(reading: Session, style: str) -> None:
    (found,) = destinations(reading, cite(parse_address(f"{VOLUME}/d107"), None, style).text)
    assert str(found.address) == f"{VOLUME}/d107"


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("FRUS 69-76, 39, doc 106", f"{VOLUME}/d106"),
        ("see FRUS, 1969–1976, vol. XXXIX, Document 106, footnote 1.", f"{VOLUME}/d106#fn1"),
        ("FRUS, 1950, vol. II, p. 3", "frus1950v02/d2#pg_3"),
        (f"https://history.state.gov/historicaldocuments/{VOLUME}/d107", f"{VOLUME}/d107"),
    ],
)
def test_as_people_write_it(reading: Session, typed: str, place: str) -> None:
    (found,) = destinations(reading, typed)
    assert str(found.address) == place
    reading.go(found.address)


@pytest.mark.parametrize("typed", ["FRUS 64-68, 14, doc 5", "frus1964-68v14/d5"])
def test_where_its_volume_is_not_open_the_place_is_the_one_to_go_to(reading: Session, typed: str) -> None:
    (found,) = destinations(reading, typed)
    assert str(found.address) == "frus1964-68v14/d5"
    with pytest.raises(AddressError, match="is not among the documents opened"):
        reading.go(found.address)


def test_what_is_ambiguous_is_a_list_in_words(reading: Session) -> None:
    found = {str(one.address): one.words for one in destinations(reading, "FRUS 1950, p. 3")}
    assert len(found) > 3
    assert found["frus1950v02/pg_3"].endswith("p. 3")
    assert "1950" in found["frus1950v02/pg_3"]
    assert len(set(found.values())) == len(found)


def test_a_volume_that_there_is_not(reading: Session) -> None:
    with pytest.raises(AddressError, match="names no volume"):
        destinations(reading, "FRUS 1950, vol. 99, p. 3")
