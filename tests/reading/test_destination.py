"""What is typed after `:`."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.documents import VOLUME, document, heading, note, paragraph, session
from tests.tei.volumes import text
from tgreader.errors import AddressError
from tgreader.model.address import parse_address
from tgreader.reading.destination import destinations
from tgreader.reading.remembering.memory import Memory
from tgreader.reading.session import Session
from tgreader.reading.shelf.shelf import Shelf

OTHER = "frus1969-76v01"


@pytest.fixture
def reading() -> Session:
    return session(
        document(
            heading("First"), paragraph("one", 1, pages=[(0, "325"), (1, "326")]), paragraph("two"),
            notes=[note(1), note(2, label="*"), note(3, label="2a")], id="d106",
        ),
        document(heading("Second"), paragraph("three", pages=[(0, "327")]), id="d107", page_before="326"),
        document(paragraph("four", pages=[(0, "xiii"), (1, "xiv")]), id="preface"),
        document(heading("Elsewhere"), paragraph("five", pages=[(0, "325"), (1, "900")]), id="d106", volume=OTHER),
        document(heading("Loose"), paragraph("six", pages=[(0, "A1")]), id=None, path="papers/a.txt"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("106", f"{VOLUME}/d106"),
        ("d107", f"{VOLUME}/d107"),
        (" D107 ", f"{VOLUME}/d107"),
        ("327", f"{VOLUME}/d107#pg_327"),  # there is no such document: the page
        ("900", f"{OTHER}/d106#pg_900"),
        ("p325", f"{VOLUME}/d106#pg_325"),
        ("p. 325", f"{VOLUME}/d106#pg_325"),
        ("page 327", f"{VOLUME}/d107#pg_327"),
        ("p326", f"{VOLUME}/d106#pg_326"),  # it starts here; d107 only begins on it
        ("pXIII", f"{VOLUME}/preface#pg_XIII"),
        ("pg_xiv", f"{VOLUME}/preface#pg_xiv"),
        ("pA1", "papers/a.txt#pg_A1"),
        ("¶2", f"{VOLUME}/d106#p2"),
        ("#p2", f"{VOLUME}/d106#p2"),
        ("par 1", f"{VOLUME}/d106#p1"),
        ("paragraph 0", f"{VOLUME}/d106#p0"),
        ("n1", f"{VOLUME}/d106#fn1"),
        ("note 1", f"{VOLUME}/d106#fn1"),
        ("fn*", f"{VOLUME}/d106#fn*"),
        ("n2a", f"{VOLUME}/d106#fn2a"),
        (f"{OTHER}/d106#p1", f"{OTHER}/d106#p1"),
        (f"{OTHER}/pg_900", f"{OTHER}/d106#pg_900"),
        (OTHER, f"{OTHER}/d106"),
        (f"{VOLUME}/preface", f"{VOLUME}/preface"),
        ("papers/a.txt#p1", "papers/a.txt#p1"),
    ],
)
def test_it_leads_to_the_nearest_place_of_that_name(reading: Session, typed: str, place: str) -> None:
    (found,) = destinations(reading, typed)
    assert str(found.address) == place
    reading.go(found.address)


def test_from_another_volume_the_same_words_mean_that_one(reading: Session) -> None:
    reading.go(parse_address(f"{OTHER}/d106"))
    assert [str(found.address) for found in destinations(reading, "106")] == [f"{OTHER}/d106"]
    assert [str(found.address) for found in destinations(reading, "p325")] == [f"{OTHER}/d106#pg_325"]


def test_from_outside_both_every_candidate_is_offered_in_words(reading: Session) -> None:
    reading.go(parse_address("papers/a.txt"))
    assert [found.words for found in destinations(reading, "106")] == ["106. First", "106. Elsewhere"]
    assert [found.words for found in destinations(reading, "p325")] == ["p. 325: 106. First", "p. 325: 106. Elsewhere"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("105", "no document and no page 105"),
        ("p999", "no printed page 999"),
        ("pMM", "no printed page MM"),
        ("¶9", "has 2 paragraphs"),
        ("n9", "has no note 9"),
        ("rubbish", "“rubbish”: names no place here"),
        ("", "empty"),
        ("9" * 5_000, "names no place"),
        ("p" + "9" * 5_000, "names no place"),
        ("¶" + "9" * 5_000, "names no place"),
    ],
)
def test_what_leads_nowhere_says_what_was_looked_for(reading: Session, typed: str, words: str) -> None:
    with pytest.raises(AddressError, match=words):
        destinations(reading, typed)


@pytest.mark.parametrize(
    ("typed", "sections"),
    [
        ("preface", ["preface"]),
        ("index", ["index"]),
        ("abbrev", ["terms"]),
        ("list of", ["terms", "persons"]),
        ("Title", ["titlepage"]),
        ("title page", ["titlepage"]),
    ],
)
def test_a_section_is_known_by_its_name_or_how_a_word_of_it_begins(
    tmp_path: Path, typed: str, sections: list[str]
) -> None:
    front = "<titlePage><titlePart>A Volume</titlePart></titlePage>" + "".join(
        f'<div xml:id="{name}"><head>{heading}</head><p>x</p></div>'
        for name, heading in (
            ("preface", "Preface"), ("terms", "List of Abbreviations and Symbols"), ("persons", "List of Persons"),
        )
    )  # fmt: skip
    body = '<div type="document" xml:id="d1" n="1"><head>1. Preface to a List of Abbreviations</head><p>x</p></div>'
    path = tmp_path / "a.xml"
    path.write_text(text(body, front, '<div xml:id="index"><head>Index</head><p>x</p></div>', VOLUME), "utf-8")
    shelf = Shelf([str(path)])
    list(shelf.open_all())
    found = destinations(Session(shelf, Memory(None)), typed)
    assert [one.address.document for one in found] == sections


@given(st.text(max_size=30))
def test_nothing_typed_does_worse_than_lead_nowhere(typed: str) -> None:
    made = session(document(heading("First"), paragraph("one", 1, pages=[(0, "9" * 12)]), notes=[note(1)]))
    try:
        found = destinations(made, typed)
    except AddressError:
        return
    assert found


def test_before_anything_is_open_a_paragraph_means_nothing(reading: Session) -> None:
    reading.place = None
    with pytest.raises(AddressError):
        destinations(reading, "¶1")
    assert len(destinations(reading, "106")) == 2
