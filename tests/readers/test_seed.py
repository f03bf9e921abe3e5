"""The contract for the seed document, offset by offset."""

from __future__ import annotations

from pathlib import Path

import pytest

from tgreader.model.address import Address
from tgreader.model.document import Document
from tgreader.readers.base import Facts
from tgreader.readers.flattext import READER

SEED = Path(__file__).parents[2] / "seeds" / "000_bdb90119f2881e15.txt"
FACTS = Facts(volume="frus1969-76v39")


@pytest.fixture(scope="module")
def text() -> str:
    return SEED.read_bytes().decode()


@pytest.fixture(scope="module")
def document() -> Document:
    source = READER.open(SEED.read_bytes(), "seeds/a.txt", FACTS)
    return source.document(Address("frus1969-76v39", "d106"))


def test_the_six_markers_stand_where_the_file_has_them(document: Document) -> None:
    marks = [mark for block in document.blocks for mark in block.marks]
    assert [mark.source for mark in marks] == [(o, o + 1) for o in (77, 156, 918, 1673, 2107, 2808)]
    assert [mark.note for mark in marks] == [1, 2, 3, 4, 5, 6]
    assert [mark.label for mark in marks] == ["1", "2", "3", "4", "5", "6"]
    assert marks[0].at == 72


def test_the_pages_stand_where_the_file_has_them(document: Document) -> None:
    pages = [(block, page) for block in document.blocks for page in block.pages]
    assert [(page.label, page.source) for _, page in pages] == [("325", (159, 169)), ("326", (2699, 2709))]
    assert pages[0][1].at == 0
    assert pages[0][0].text.startswith("Summary. Preliminary")
    first, second = pages[1][0].text[: pages[1][1].at], pages[1][0].text[pages[1][1].at :]
    assert first.endswith("have opinion that two ")
    assert second.startswith("matters should be")


def test_the_text_is_clean(document: Document) -> None:
    words = "\n".join(block.text for _, block in document.every_block())
    for debris in ("[Page", "State1", "149897.2", "substance.3", "communiqué4", "Moscow.5", "countries,6"):
        assert debris not in words


def test_nothing_else_is_lost(document: Document, text: str) -> None:
    taken: set[int] = set()
    for _, block in document.every_block():
        for mark in block.marks:
            assert mark.source is not None
            taken.update(range(*mark.source))
        for page in block.pages:
            assert page.source is not None
            taken.update(range(*page.source))
        for offset in range(len(block.text)):
            where = block.source(offset, offset + 1)
            assert where is not None
            assert text[slice(*where)] == block.text[offset]
            assert where[0] not in taken
            taken.add(where[0])
    left = "".join(" " if offset in taken else character for offset, character in enumerate(text))
    assert left.split() == ["106.", "1.", "2.", "3.", "4.", "5.", "6."]


def test_what_the_document_is(document: Document) -> None:
    assert document.number == "106"
    assert document.id == "d106"
    assert document.heading == "Telegram From the Embassy in the Soviet Union to the Department of State"
    assert document.blocks[0].kind == "heading"
    assert [note.kind for note in document.notes] == ["source"] + ["footnote"] * 5
    assert all(note.anchored for note in document.notes)
    assert document.notes[3].text == "See Document 98."
    assert document.faults == ()


def test_a_volume_of_one_entry() -> None:
    volume = READER.open(SEED.read_bytes(), "seeds/a.txt", FACTS).volume
    (entry,) = volume.entries()
    assert str(entry.address) == "frus1969-76v39/d106"
    assert (entry.first_page, entry.last_page, entry.number) == ("325", "326", "106")


def test_without_a_known_volume_the_path_is_the_address() -> None:
    source = READER.open(SEED.read_bytes(), "seeds/a.txt", Facts())
    (entry,) = source.volume.entries()
    assert entry.address == Address(path="seeds/a.txt")
    assert source.document(entry.address).number == "106"


def test_what_the_settings_say_is_kept() -> None:
    facts = Facts("frus1969-76v39", "d106", "1972-08-22", "Moscow")
    document = READER.open(SEED.read_bytes(), "a.txt", facts).document(Address("frus1969-76v39", "d106"))
    assert (document.date, document.place) == ("1972-08-22", "Moscow")
