"""Documents that point to more than any of the series does: what is looked at ends, and that is said."""

from __future__ import annotations

import pytest

from tests.references.stand_ins import Shelf, document, found
from tgreader.model.address import Address
from tgreader.model.document import Block
from tgreader.model.inline import Link
from tgreader.references.found import LOOKED_AT

OWN = Address("frus1969-76v39", "d106")


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> int:
    """A limit that one can count to."""
    monkeypatch.setattr("tgreader.references.found.LOOKED_AT", 4)
    return 4


def documents(first: int, last: int) -> str:
    return "See " + "; ".join(f"Document {number}" for number in range(first, last + 1)) + "."


def test_the_limit_is_far_from_what_the_series_has() -> None:
    assert LOOKED_AT >= 3 * 5_100  # the index of frus1958-60v10p2, the most of the volumes at hand


def test_what_is_within_the_limit_is_found_and_nothing_is_said(few: int) -> None:
    shelf = Shelf()
    refs = found(document(documents(1, few - 1)), shelf)
    assert [one.text for one in refs["note 1"]] == ["Document 1", "Document 2", "Document 3"]
    assert shelf.cut == []


def test_in_one_paragraph_the_first_are_found_and_that_it_is_so_is_told(few: int) -> None:
    shelf = Shelf()
    refs = found(document(documents(1, 9)), shelf)
    assert [one.text for one in refs["note 1"]] == [f"Document {number}" for number in range(1, few + 1)]
    assert shelf.cut == [OWN]


def test_all_paragraphs_together_have_one_limit(few: int) -> None:
    shelf = Shelf()
    refs = found(document(documents(1, 3), documents(4, 6), documents(7, 9)), shelf)
    texts = [[one.text for one in refs[f"note {note}"]] for note in (1, 2, 3)]
    assert texts == [["Document 1", "Document 2", "Document 3"], ["Document 4"], []]
    assert shelf.cut == [OWN]


def test_links_count_as_words_do(few: int) -> None:
    shelf = Shelf()
    text = "a b c d e f"
    links = tuple(Link(at, at + 1, Address("frus1969-76v39", f"d{at + 1}"), f"#d{at + 1}") for at in range(0, 11, 2))
    made = document()._replace(blocks=(Block("heading", "H"), Block("paragraph", text, links=links)))
    refs = found(made, shelf)["¶1"]
    assert [str(one.target) for one in refs] == [f"frus1969-76v39/d{number}" for number in (1, 3, 5, 7)]
    assert shelf.cut == [OWN]


def test_a_books_pages_end_with_its_sentence_in_each_of_many() -> None:
    one = "Kissinger, White House Years, p. 12. See p. 5. "
    refs = found(document(one * 3))["note 1"]
    assert [(ref.kind, ref.text) for ref in refs] == [
        ("publication", "Kissinger, White House Years, p. 12"),
        ("page", "p. 5"),
    ] * 3
