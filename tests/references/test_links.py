"""Where the file itself says what its words point to, it goes before the words."""

from __future__ import annotations

from tgreader.model.address import parse_address
from tgreader.model.document import Block, Document
from tgreader.model.inline import Link, Reference
from tgreader.references import references_in

from .stand_ins import Shelf, targets


def linked(text: str, *links: tuple[str, str | None]) -> list[Reference]:
    """The references of a paragraph in which each of the words is a link to its address."""
    made = []
    for words, target in links:
        start = text.index(words)
        made.append(Link(start, start + len(words), parse_address(target) if target else None, f"#{target}"))
    block = Block("paragraph", text, links=tuple(made))
    address = parse_address("frus1969-76v39/d106")
    document = Document(
        address, "v39.xml", "tei", "Editorial Note", (block,), volume=address.volume, id=address.document
    )
    return list(references_in(document, Shelf())[0])


def test_a_link_decides_what_the_words_leave_open() -> None:
    text = "See Foreign Relations, 1952–1954, vol. II, p. 847."
    found = linked(text, ("Foreign Relations, 1952–1954, vol. II, p. 847", "frus1952-54v02p2/pg_847"))
    assert targets(found) == [(text[4:-1], "frus1952-54v02p2/pg_847")]


def test_a_link_goes_before_words_that_were_read_otherwise() -> None:
    assert targets(linked("See Document 4.", ("Document 4", "frus1969-76v39/d5"))) == [
        ("Document 4", "frus1969-76v39/d5")
    ]


def test_words_that_say_more_than_the_link_stay() -> None:
    text = "See Document 47 and footnote 6 thereto."
    found = linked(text, ("Document 47", "frus1969-76v39/d47"), ("footnote 6", "frus1969-76v39/d47#fn6"))
    assert targets(found) == [("Document 47 and footnote 6 thereto", "frus1969-76v39/d47#fn6")]


def test_a_link_where_no_words_were_read_is_a_reference() -> None:
    (one,) = linked("As he had said before.", ("said before", "frus1969-76v39/d3#fn2"))
    assert (one.kind, one.title, one.status) == ("footnote", "Document 3, footnote 2", "absent")


def test_a_broken_link_leaves_the_words() -> None:
    assert targets(linked("See Document 4.", ("Document 4", None))) == [("Document 4", "frus1969-76v39/d4")]


def test_sources_and_telegrams_beside_a_link_stay() -> None:
    found = linked("In telegram 616 to Taipei, Document 39, he agreed.", ("Document 39", "frus1969-76v39/d39"))
    assert [one.kind for one in found] == ["telegram", "document"]


def test_two_links_in_words_read_as_one_place_are_both_kept() -> None:
    """The encoders link `footnote 2 thereto` to this document's own note: their links stand, each for itself."""
    text = "See Document 46 and footnote 2 thereto."
    found = linked(text, ("Document 46", "frus1969-76v39/d46"), ("footnote 2", "frus1969-76v39/d106#fn2"))
    assert targets(found) == [("Document 46", "frus1969-76v39/d46"), ("footnote 2", "frus1969-76v39/d106#fn2")]


def test_a_link_that_denies_its_words_says_what_they_name() -> None:
    (one,) = linked("See vol. V, Document 4.", ("Document 4", "frus1969-76v39/d4"))
    assert (str(one.target), one.title) == ("frus1969-76v39/d4", "Document 4")
    assert one.why == "the file links it so; its words name 1969–1976, vol. V, Document 4"


def test_a_link_to_another_volume_is_named_with_it() -> None:
    found = linked("As he said, and wrote.", ("said", "frus1964-68v14/d3"), ("wrote", "frus1952-54v02p1/pg_847"))
    assert [one.title for one in found] == ["1964–1968, vol. XIV, Document 3", "1952–1954, vol. II, Part 1, p. 847"]
