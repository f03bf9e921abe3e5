"""What every reader promises, whatever its format: run over every sample of `samples.py`."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.readers.samples import SAMPLES, Sample
from tgreader.errors import AddressError, UnreadableError
from tgreader.model.address import Address, parse_address
from tgreader.model.document import Block, Document, Note
from tgreader.readers.base import Source


@pytest.fixture(params=SAMPLES, ids=str)
def sample(request: pytest.FixtureRequest) -> Sample:
    assert isinstance(request.param, Sample)
    return request.param


@pytest.fixture
def source(sample: Sample) -> Source:
    return sample.open()


@pytest.fixture
def documents(source: Source) -> list[Document]:
    return [source.document(entry.address) for entry in source.volume.entries()]


def blocks_of(documents: list[Document]) -> list[Block]:
    return [block for document in documents for _, block in document.every_block()]


def test_it_recognises_its_own(sample: Sample) -> None:
    assert sample.reader.recognises(sample.name, sample.data[:4096])


def test_contents_agree_with_the_documents(sample: Sample, source: Source) -> None:
    entries = list(source.volume.entries())
    assert entries
    assert len({entry.address for entry in entries}) == len(entries)
    assert (source.volume.path, source.volume.format) == (sample.name, sample.reader.name)
    for entry in entries:
        document = source.document(entry.address)
        assert document.address == entry.address == entry.address.whole
        assert (document.path, document.format) == (sample.name, sample.reader.name)
        assert document.number == entry.number
        assert document.heading in ("", entry.heading)
        pages = [page.label for page in document.pages()]
        assert not pages or entry.last_page == pages[-1]


def test_addresses_are_of_the_volume_or_the_file(sample: Sample, documents: list[Document]) -> None:
    for document in documents:
        if document.volume:
            assert document.address == Address(document.volume, document.id)
            assert parse_address(str(document.address)) == document.address
        else:
            assert document.address == Address(path=sample.name)


def test_any_place_in_a_document_finds_it(source: Source, documents: list[Document]) -> None:
    for document in documents:
        assert source.document(document.address.at_paragraph(1)) == document


def test_reading_twice_reads_the_same(sample: Sample, documents: list[Document]) -> None:
    again = sample.open()
    assert [again.document(entry.address) for entry in again.volume.entries()] == documents


def test_an_address_of_another_file_is_refused(source: Source) -> None:
    for other in (Address("frus1861", "d99999"), Address(path="another file.txt")):
        with pytest.raises(AddressError):
            source.document(other)


def test_what_is_known_from_elsewhere_is_kept(sample: Sample, documents: list[Document]) -> None:
    for name in ("volume", "date", "place"):
        if known := getattr(sample.facts, name):
            assert {getattr(document, name) for document in documents} == {known}


def test_the_heading_comes_first_and_once(source: Source, documents: list[Document]) -> None:
    sorts = [entry.sort for entry in source.volume.entries()]
    for document in (one for one, sort in zip(documents, sorts, strict=True) if sort == "document"):
        assert document.has_heading == bool(document.heading)
        kinds = [block.kind for block in document.blocks if not block.depth]  # an attachment has its own
        assert kinds.count("heading") == int(document.has_heading)
        if document.has_heading:
            assert document.heading == " ".join(document.blocks[0].text.split())


def test_texts_are_clean(documents: list[Document]) -> None:
    for block in blocks_of(documents):
        assert block.text == block.text.strip(" \t\r\n") or block.cells  # a cell may be empty
        assert "[Page " not in block.text


def test_marks_lie_in_their_block_in_order(documents: list[Document]) -> None:
    for block in blocks_of(documents):
        for marks in (block.marks, block.pages):
            places = [mark.at for mark in marks]
            assert places == sorted(places)
            assert all(0 <= at <= len(block.text) for at in places)
            assert all(mark.label and not mark.label.isspace() for mark in marks)
        spans = [(span.start, span.end) for spans in (block.links, block.names, block.styles) for span in spans]
        gaps = [(style.start, style.end) for style in block.styles if style.kind == "gap"]
        assert all(0 <= start < end <= len(block.text) for start, end in spans if (start, end) not in gaps)


def test_notes_and_marks_agree(documents: list[Document]) -> None:
    for document in documents:
        assert [note.number for note in document.notes] == list(range(1, len(document.notes) + 1))
        marks = [mark for _, block in document.every_block() for mark in block.marks]
        linked = [mark.note for mark in marks if mark.note is not None]
        assert len(set(linked)) == len(linked)
        assert {note.number for note in document.notes if note.anchored} == set(linked)
        labels = {mark.note: mark.label for mark in marks}
        assert all(note.label == labels[note.number] for note in document.notes if note.anchored)


def test_doubt_is_said(documents: list[Document]) -> None:
    for document in documents:
        blocks = [block for _, block in document.every_block()]
        for mark in (mark for block in blocks for mark in block.marks):
            assert 0 < mark.confidence <= 1
            assert mark.confidence >= 0.95 or mark.why
            if mark.rival is not None:
                assert 0 <= mark.rival[1] <= len(blocks[mark.rival[0]].text)


def test_offsets_into_the_file_fall_on_the_words(sample: Sample, documents: list[Document]) -> None:
    text = sample.data.decode("utf-8-sig")
    for block in blocks_of(documents):
        assert all(one < other for one, other in pairwise(block.origin))
        for offset in range(len(block.text)) if block.origin else ():
            assert (where := block.source(offset, offset + 1)) is not None
            assert text[slice(*where)] == block.text[offset]
        for mark in block.marks:
            if mark.source is not None:
                assert text[slice(*mark.source)].strip("[]") in ("", mark.label)
        for page in block.pages:
            if page.source is not None:
                assert page.label in text[slice(*page.source)]


def test_nothing_of_it_can_be_changed(documents: list[Document]) -> None:
    for document in documents:
        parts: tuple[Document | Block | Note, ...] = (document, *document.blocks, *document.notes)
        for part in parts:
            with pytest.raises(AttributeError):
                setattr(part, part._fields[0], None)


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, b"\0" * 4096])
def test_what_is_no_text_is_refused_in_one_line(sample: Sample, data: bytes) -> None:
    with pytest.raises(UnreadableError) as caught:
        sample.reader.open(data, "folder/file", sample.facts)
    assert "\n" not in str(caught.value)
    assert "folder/file" in str(caught.value)
