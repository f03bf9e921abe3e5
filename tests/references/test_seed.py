"""The seed telegram: every reference that a reader sees in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tgreader.model.document import Document
from tgreader.model.inline import Reference
from tgreader.readers.base import Facts
from tgreader.readers.registry import open_file
from tgreader.references import GROUPS, references_in
from tgreader.references.register import own_telegram, telegrams_cited

from .stand_ins import Shelf, targets

SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))
BOX = "Kissinger Papers, Box CL 214"


def read(volume: str | None) -> Document:
    source = open_file(str(SEED), facts=Facts(volume=volume, document="d106" if volume else None))
    return source.document(next(source.volume.entries()).address)


def by_note(document: Document, shelf: Shelf | None = None) -> dict[int | None, list[Reference]]:
    found: dict[int | None, list[Reference]] = {}
    for (note, _), references in zip(document.every_block(), references_in(document, shelf or Shelf()), strict=True):
        found.setdefault(note.number if note else None, []).extend(references)
    return found


@pytest.fixture(scope="module")
def seed() -> dict[int | None, list[Reference]]:
    return by_note(read("frus1969-76v39"))


def test_notes_point_to_documents_of_the_volume_that_are_not_open(seed: dict[int | None, list[Reference]]) -> None:
    assert targets(seed[3]) == [("Document 105", "frus1969-76v39/d105")]
    assert targets(seed[4]) == [("Document 98", "frus1969-76v39/d98")]
    assert targets(seed[5]) == [("Documents 95", "frus1969-76v39/d95"), ("96", "frus1969-76v39/d96")]
    assert {one.status for number in (3, 4, 5) for one in seed[number]} == {"absent"}


def test_each_of_two_documents_has_its_own_range_in_the_file(seed: dict[int | None, list[Reference]]) -> None:
    file = SEED.read_text(encoding="utf-8")
    ranges = [one.source for one in seed[5]]
    assert [file[start:end] for start, end in ranges if start] == ["Documents 95", "96"]  # type: ignore[misc]


def test_the_telegram_of_the_body_and_of_note_2_is_one(seed: dict[int | None, list[Reference]]) -> None:
    body, reftel = seed[None]
    (noted, _) = seed[2]
    assert (body.text, noted.text) == ("State 149897", "Telegram 149897 to Moscow")
    assert body.key == noted.key == reftel.key
    assert body.title == "149897 to Moscow"
    assert GROUPS[body.kind] == GROUPS[noted.kind] == "telegrams"


def test_reftel_is_inferred_from_the_line_of_references(seed: dict[int | None, list[Reference]]) -> None:
    reftel = seed[None][1]
    assert (reftel.text, reftel.inferred) == ("reftel", True)
    assert reftel.why == "the line “Ref:” in ¶1 names State 149897"


def test_ibid_repeats_the_archival_source_of_note_1(seed: dict[int | None, list[Reference]]) -> None:
    (source,) = seed[1]
    ibid = seed[2][-1]
    assert source.text.startswith(
        "Library of Congress, Manuscript Division, Kissinger Papers, Box CL 214, Geopolitical"
    )
    assert source.text.endswith("Jan. 1972 –Feb. 1973")
    assert (source.kind, source.title, source.inferred) == ("source", BOX, False)
    assert (ibid.kind, ibid.text, ibid.key, ibid.inferred) == ("source", "Ibid.", source.key, True)
    assert ibid.why == f"note 1 cites {BOX}; Ibid. repeats the last archival source"


def test_the_seed_is_itself_a_telegram() -> None:
    own = own_telegram(read("frus1969-76v39"))
    assert own is not None
    assert (own.key, own.title) == ("telegram Moscow 8334", "8334 from Moscow")


def test_the_register_has_number_parties_and_date_of_what_is_cited() -> None:
    cited = [words.telegram for _, _, words in telegrams_cited(read("frus1969-76v39"))]
    assert [(one.number, one.sender, one.recipient, one.date) for one in cited] == [
        ("149897", "State", "", ""),
        ("149897", "State", "Moscow", "August 17"),
    ]


def test_without_a_volume_a_document_has_no_address() -> None:
    (reference,) = by_note(read(None))[3]
    assert (reference.target, reference.status) == (None, "unknown")
    assert reference.why == "the volume of this document is not known"


def test_an_open_document_is_resolved() -> None:
    shelf = Shelf({"frus1969-76v39": {"d105": (), "d106": ("1",)}})
    found = by_note(read("frus1969-76v39"), shelf)
    assert [one.status for one in found[3] + found[4]] == ["resolved", "unknown"]
    assert found[4][0].why == "1969–1976, vol. XXXIX is open and has no Document 98"
