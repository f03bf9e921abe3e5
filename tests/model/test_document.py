"""Documents: numbers of paragraphs, running pages, where text was read from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tgreader.model.address import Address
from tgreader.model.document import Block, Division, Document, Entry, Note, Volume
from tgreader.model.inline import PageBreak

HEADING = Block("heading", "Telegram")
FIRST = Block("paragraph", "one two", pages=(PageBreak(4, "326"),))
SECOND = Block("paragraph", "three", pages=(PageBreak(0, "327"), PageBreak(2, "328")))


def document(*blocks: Block, page_before: str | None = None, notes: tuple[Note, ...] = ()) -> Document:
    return Document(
        Address("frus1969-76v39", "d1"), "a", "flattext", "Telegram", blocks, notes, page_before=page_before
    )


def test_paragraphs_are_counted_from_1_and_the_heading_is_0() -> None:
    with_heading, without = document(HEADING, FIRST, SECOND), document(FIRST, SECOND)
    assert [with_heading.paragraph_number(index) for index in range(3)] == [0, 1, 2]
    assert [without.paragraph_number(index) for index in range(2)] == [1, 2]
    assert [with_heading.block_index(number) for number in (0, 1, 2, 99)] == [0, 1, 2, 2]
    assert [without.block_index(number) for number in (0, 1, 2, 99)] == [0, 0, 1, 1]


def test_a_document_without_blocks_has_an_index_to_begin_with() -> None:
    assert document().block_index(5) == 0
    assert document().page_at(0) is None


@pytest.mark.parametrize(
    ("block", "offset", "page"),
    [
        (0, 0, None),
        (1, 0, None),
        (1, 3, None),
        (1, 4, "326"),
        (1, 6, "326"),
        (2, 0, "327"),
        (2, 2, "328"),
        (9, 0, "328"),
    ],
)
def test_the_running_page_changes_where_a_page_starts(block: int, offset: int, page: str | None) -> None:
    assert document(HEADING, FIRST, SECOND).page_at(block, offset) == page
    assert document(HEADING, FIRST, SECOND, page_before="325").page_at(block, offset) == (page or "325")


def test_every_block_comes_once_the_notes_after_the_body() -> None:
    note = Note(1, "1", True, (Block("paragraph", "a"), Block("paragraph", "b")))
    assert note.text == "a\nb"
    found = [
        (owner.number if owner else None, block.text) for owner, block in document(FIRST, notes=(note,)).every_block()
    ]
    assert found == [(None, "one two"), (1, "a"), (1, "b")]


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(1, 5)), min_size=1, max_size=8), st.data())
def test_a_range_of_text_knows_where_in_the_file_it_was(runs: list[tuple[int, int]], data: st.DataObject) -> None:
    places: list[int] = []  # by brute force: the file's offset of every code point of the text
    origin, file = [], 0
    for length, gap in runs:
        file += gap
        origin.append((len(places), file))
        places += range(file, file + length)
        file += length
    block = Block("paragraph", "x" * len(places), origin=tuple(origin))
    start = data.draw(st.integers(0, len(places) - 1))
    end = data.draw(st.integers(start + 1, len(places)))
    assert block.source(start, end) == (places[start], places[end - 1] + 1)
    assert block.source(start, start) is None
    assert Block("paragraph", "x").source(0, 1) is None


def test_a_volume_lists_its_entries_in_reading_order_however_deep() -> None:
    entries = [Entry(Address("frus1969-76v39", f"d{number}"), "") for number in range(5)]
    deep: Division | Entry = entries[2]
    for level in range(5_000):
        deep = Division(f"ch{level}", "chapter", "", (deep,))
    parts = (entries[0], Division("comp1", "compilation", "", (entries[1], deep, entries[3])), entries[4])
    assert list(Volume("a", "tei", parts).entries()) == entries
