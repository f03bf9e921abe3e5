"""What is in a document, or asked for, cannot break a citation or a terminal."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.citing.documents import telegram
from tgreader.citing.citation import STYLES, cite
from tgreader.citing.locator import Locator
from tgreader.model.address import Address
from tgreader.model.document import Block, Document

CONTROL = "\x1b\x07\x9b\u202e\u2066\x00\r\x7f\udc80"


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("volume", ["frus1969-76v39", "frus1952-54v01p1", None])
def test_control_characters_are_not_passed_on(style: str, volume: str | None) -> None:
    address = Address(volume, "d1") if volume else Address(path=f"{CONTROL}a.txt")
    document = telegram(address, "1" + CONTROL, heading=f"Letter {CONTROL}From A to B", place=f"Rome{CONTROL}")
    text = cite(address, document, style, locator=Locator(page=f"3{CONTROL}", note=f"4{CONTROL}")).text
    assert not set(text) & set(CONTROL)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "heading", ["Telegram From A" + ", b" * 100_000, "x" * 1_000_000, "A to " * 100_000, ", March 3" * 50_000]
)
def test_a_heading_without_end_is_cut_and_takes_no_time(style: str, heading: str) -> None:
    address = Address("frus1969-76v39", "d1")
    document = Document(address, "a", "flattext", heading, (Block("heading", heading), Block("paragraph", heading)))
    begun = time.process_time()
    assert len(cite(address, document, style).text) < 5_000
    assert time.process_time() - begun < 20  # it takes a fraction of a second; by the square it would take hours


@settings(max_examples=30)
@given(
    st.sampled_from(sorted(STYLES)),
    st.text(max_size=60),
    st.text(max_size=20),
    st.one_of(st.none(), st.text(max_size=12)),
    st.builds(Locator, *[st.text(max_size=6)] * 7),
)
def test_any_document_is_cited(style: str, heading: str, number: str, date: str | None, locator: Locator) -> None:
    for address in (Address("frus1969-76v39", "d1"), Address("frus1861", "d1"), Address(path="a")):
        document = telegram(address, number, heading=heading, date=date, place=heading)
        citation = cite(address, document, style, locator=locator)
        assert citation.text
        assert all(0 <= start < end <= len(citation.text) for start, end in citation.italics)
        assert citation.markdown
