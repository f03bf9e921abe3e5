from __future__ import annotations

import pytest

from tests.library.volumes import indexed, written
from tgreader.library.index.citations import Citations


@pytest.fixture(scope="module")
def citations(tmp_path_factory: pytest.TempPathFactory) -> Citations:
    folder = tmp_path_factory.mktemp("citations")
    written(folder / "volumes")
    other = """<head>1. Editorial Note</head><p>The talks are in <ref target="frus1969-76v39#d106">volume
        XXXIX, Document 106</ref>, and on <ref target="frus1969-76v39#pg_326">page 326</ref> of it.
        Nothing else is.</p>"""
    written(folder / "volumes", "frus1969-76v40", [other], first=1)
    indexed(folder / "library", folder / "volumes")
    return Citations(folder / "library")


def test_what_cites_a_document_from_any_volume_with_the_citing_sentence(citations: Citations) -> None:
    found = citations.of_place("frus1969-76v39/d106")
    assert [(one.place, one.target) for one in found] == [
        ("frus1969-76v39/d107#fn1", "frus1969-76v39/d106#fn2"),
        ("frus1969-76v40/d1#p1", "frus1969-76v39/d106"),
    ]
    assert found[0].sentence.text == "See footnote 2, Document 106."
    start, end = found[1].sentence.words[0]
    assert found[1].sentence.text[start:end] == "volume XXXIX, Document 106"
    assert found[1].sentence.text.startswith("The talks are in")


def test_what_cites_one_footnote(citations: Citations) -> None:
    (one,) = citations.of_place("frus1969-76v39/d106#fn2")
    assert (one.address, one.number, one.kind) == ("frus1969-76v39/d107", "107", "footnote")
    assert citations.of_place("frus1969-76v39/d106#fn1") == []


def test_what_cites_a_printed_page(citations: Citations) -> None:
    (one,) = citations.of_place("frus1969-76v39/pg_326")
    assert one.place == "frus1969-76v40/d1#p1"


def test_what_cites_a_telegram(citations: Citations) -> None:
    (telegram,) = citations.telegrams()
    said = telegram.said
    assert (said.number, said.sender, said.recipient, said.date) == ("149897", "State", "Moscow", "August 17")
    assert (said.place.partition(":")[0], said.said_in) == ("fn2", "note 2")
    assert said.file == "Library of Congress, Manuscript Division, Kissinger Papers, Box CL 214"  # its (Ibid.)
    (one,) = citations.of_key(telegram.key)
    assert one.place == "frus1969-76v39/d106#fn2"
    assert citations.at_references([telegram.reference]) == [one]
    assert list(citations.telegrams("frus1969-76v40")) == []


def test_which_document_a_telegram_is(citations: Citations) -> None:
    (one,) = citations.messages()
    assert (one.address, one.number) == ("frus1969-76v39/d106", "106")
    assert one.message == ("telegram", "8334", "Moscow", "", "1972-08-22")
    assert list(citations.messages("frus1969-76v40")) == []


def test_what_cites_an_archival_box(citations: Citations) -> None:
    (key,) = {one.key for one in citations.made_by("frus1969-76v39/d106") if one.kind == "source" and "214" in one.key}
    found = citations.of_key(key)
    assert {one.place for one in found} == {"frus1969-76v39/d106#fn1", "frus1969-76v39/d106#fn2"}  # the Ibid. too
    assert [one.inferred for one in found] == [False, True]


def test_what_is_indexed(citations: Citations) -> None:
    assert citations.is_indexed("frus1969-76v39/d106")
    assert citations.is_indexed("frus1969-76v39")
    assert not citations.is_indexed("frus1969-76v39/d1")
