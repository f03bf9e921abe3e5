"""Where an address leads, the way back and forward, and what is told where there is no way."""

from __future__ import annotations

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.documents import VOLUME, HandMadeShelf, document, heading, note, paragraph, session
from tgreader.errors import AddressError, UnreadableError
from tgreader.model.address import Address, parse_address
from tgreader.reading.document.arrival import locate
from tgreader.reading.session import Session

ONE = document(
    heading("First", 1),
    paragraph("alpha beta", 2, pages=[(0, "11"), (6, "12")]),
    paragraph("gamma", pages=[(2, "XIII")]),
    notes=[note(1), note(2), note(3, label="*", anchored=False)],
    page_before="10",
)
TWO = document(heading("Second"), paragraph("delta"), paragraph("epsilon"), id="d2")
THREE = document(heading("Third"), paragraph("zeta", pages=[(0, "15")]), id="d3", page_before="14")


def at(place: str) -> Address:
    return parse_address(f"{VOLUME}/{place}")


@pytest.mark.parametrize(
    ("place", "block", "offset", "noted"),
    [
        ("d1", 0, None, None),
        ("d1#p0", 0, None, None),
        ("d1#p2", 2, None, None),
        ("d1#p1:6", 1, 6, None),
        ("d1#fn1", 0, 5, 1),
        ("d1#fn2", 1, 1, 2),
        ("d1#fn*", 1, None, 3),  # its marker is lost: beside the paragraph of the note before it
        ("d1#pg_12", 1, 6, None),
        ("d1#pg_xiii", 2, 2, None),
        ("d1#pg_10", 0, None, None),
    ],
)
def test_an_address_leads_to_a_place(place: str, block: int, offset: int | None, noted: int | None) -> None:
    arrival = locate(ONE, at(place))
    assert (arrival.block, arrival.offset, arrival.note, arrival.resumed) == (block, offset, noted, False)


@pytest.mark.parametrize(
    ("place", "words"),
    [("d1#p3", "has 2 paragraphs"), ("d1#fn9", "has no note 9"), ("d1#pg_13", "has no printed page 13")],
)
def test_a_place_that_is_not_there_is_named_in_the_answer(place: str, words: str) -> None:
    with pytest.raises(AddressError, match=f"{VOLUME}/d1: {words}"):
        locate(ONE, at(place))


def test_a_document_without_blocks_is_arrived_at() -> None:
    assert locate(document(), at("d1")).block == 0


def test_a_page_before_the_heading_is_found_in_a_loose_file() -> None:
    loose = document(paragraph("text", pages=[(0, "7")]), id=None)
    assert locate(loose, Address(path="a.txt", page="7")).block == 0


def test_back_and_forward_retrace_every_step() -> None:
    reading = session(ONE, TWO, THREE)
    for place in ("d1#p2", "d2", "d3#p1"):
        reading.go(at(place))
    assert reading.trail == (3, 0)
    assert [str(reading.back() and reading.place) for _ in range(3)] == [
        f"{VOLUME}/{place}" for place in ("d2", "d1#p2", "d1")
    ]
    assert reading.back() is None
    assert [str(reading.forward() and reading.place) for _ in range(3)] == [
        f"{VOLUME}/{place}" for place in ("d1#p2", "d2", "d3#p1")
    ]
    assert reading.forward() is None


def test_back_leads_to_where_the_reader_had_moved() -> None:
    reading = session(ONE, TWO)
    reading.stay(at("d1#p2"))
    reading.go(at("d2"))
    arrival = reading.back()
    assert arrival is not None
    assert (arrival.document.id, arrival.block) == ("d1", 2)


def test_another_way_from_there_forgets_the_old_one() -> None:
    reading = session(ONE, TWO, THREE)
    reading.go(at("d2"))
    reading.back()
    reading.go(at("d3"))
    assert reading.forward() is None
    assert reading.trail == (1, 0)


def test_a_step_that_fails_changes_nothing() -> None:
    reading = session(ONE)
    with pytest.raises(AddressError, match=f"{VOLUME}/d105: is not among the documents opened"):
        reading.go(at("d105"))
    assert (str(reading.place), reading.trail) == (f"{VOLUME}/d1", (0, 0))


def test_a_document_that_is_gone_does_not_bar_the_way_back() -> None:
    reading = session(ONE, TWO, THREE)
    reading.go(at("d2"))
    reading.go(at("d3"))
    cast("HandMadeShelf", reading.shelf).gone.add(at("d2"))
    with pytest.raises(UnreadableError):
        reading.back()
    arrival = reading.back()
    assert arrival is not None
    assert arrival.document.id == "d1"


@given(st.lists(st.sampled_from(["go d1", "go d2", "go d3", "back", "forward"]), max_size=40))
def test_the_way_is_that_of_any_browser(steps: list[str]) -> None:
    reading = session(ONE, TWO, THREE)
    trail, here = [at("d1")], 0
    for step in steps:
        if step == "back":
            here = max(0, here - 1)
            reading.back()
        elif step == "forward":
            here = min(len(trail) - 1, here + 1)
            reading.forward()
        else:
            if at(step[3:]) != trail[here]:  # where one is already, one does not come from
                trail, here = [*trail[: here + 1], at(step[3:])], here + 1
            reading.go(at(step[3:]))
        assert reading.place == trail[here]
        assert reading.trail == (here, len(trail) - 1 - here)


def test_a_long_way_is_kept_within_bounds() -> None:
    reading = session(ONE, TWO)
    for _ in range(1_000):
        reading.go(at("d2"))
        reading.go(at("d1"))
    assert 1_000 <= reading.trail[0] <= 1_001


def test_neighbours_end_at_the_ends_of_the_shelf() -> None:
    reading = session(ONE, TWO)
    assert reading.neighbour(1) == at("d2")
    assert reading.neighbour(-1) is None
    reading.go(at("d2#p1"))
    assert reading.neighbour(-1) == at("d1")
    assert reading.neighbour(1) is None


def test_a_volume_begins_with_its_first_document_that_is_open() -> None:
    reading = session(ONE, TWO)
    reading.go(Address(VOLUME))
    assert reading.place == at("d1")


def test_a_page_of_a_volume_is_found_in_the_document_that_has_it() -> None:
    reading = session(ONE, TWO, THREE)
    arrival = reading.go(at("pg_15"))
    assert (arrival.document.id, arrival.block, str(reading.place)) == ("d3", 1, f"{VOLUME}/d3#pg_15")
    assert reading.go(at("pg_14")).document.id == "d3"


@pytest.mark.parametrize("place", [f"{VOLUME}/pg_999", "frus1969-76v01", "frus1969-76v01/pg_12"])
def test_a_volume_or_page_that_is_not_open_is_said(place: str) -> None:
    with pytest.raises(AddressError, match=place.partition("/")[0]):
        session(ONE).go(parse_address(place))


def test_resuming_a_document_never_read_begins_it() -> None:
    reading: Session = session(ONE, TWO)
    arrival = reading.resume(at("d2"))
    assert (arrival.block, arrival.resumed, reading.trail) == (0, False, (1, 0))
