"""Where in a document: pages, notes, attachments, numbered paragraphs."""

from __future__ import annotations

import pytest

from tgreader.citing.catalogue import volume
from tgreader.citing.citation import cite
from tgreader.citing.locator import Locator, locator_of
from tgreader.citing.quoting import place_of, select
from tgreader.model.address import Address
from tgreader.model.document import Block, Document, Note
from tgreader.model.inline import NoteMark, PageBreak

HERE = Address("frus1969-76v12", "d118")
BLOCKS = (
    Block("heading", "Memorandum", pages=(PageBreak(0, "357"),)),
    Block("paragraph", "1. The first."),
    Block("paragraph", "2. The second, noted.", marks=(NoteMark(13, "3", 1),), pages=(PageBreak(4, "358"),)),
    Block("paragraph", "The third.", label="3."),
    Block("paragraph", "In 1970. And so on."),
    Block("paragraph", "Attachment"),
    Block("paragraph", "The words of it.", pages=(PageBreak(0, "359"),)),
    Block("heading", "Tab A", depth=1),
    Block("paragraph", "1. Tabled.", depth=1, marks=(NoteMark(9, "1", 2),)),
    Block("heading", "Memorandum From A to B", depth=1),
    Block("paragraph", "More.", depth=1),
    Block("closer", "Signed by all."),
)
NOTES = (Note(1, "3", True, (Block("paragraph", "See."),)), Note(2, "1", True, (Block("paragraph", "Ibid."),)))


def document(*blocks: Block, here: Address = HERE) -> Document:
    return Document(here, "a.xml", "tei", "Memorandum", blocks or BLOCKS, NOTES, here.volume, here.document, "118")


@pytest.mark.parametrize(
    ("paragraph", "page", "attachment", "number"),
    [
        (0, "357", "", ""),
        (1, "357", "", "1"),
        (2, "357", "", "2"),
        (3, "358", "", "3"),
        (4, "358", "", ""),
        (5, "358", "Attachment", ""),
        (6, "359", "Attachment", ""),
        (7, "359", "Tab A", ""),
        (8, "359", "Tab A", ""),
        (10, "359", "Attachment", ""),
        (11, "359", "Attachment", ""),
    ],
)
def test_of_a_paragraph(paragraph: int, page: str, attachment: str, number: str) -> None:
    found = locator_of(HERE.at_paragraph(paragraph), document())
    assert found == Locator("118", page=page, attachment=attachment, paragraph=number)


def test_of_a_note_on_the_page_of_its_marker_and_in_its_attachment() -> None:
    assert locator_of(HERE.at_note("3"), document()) == Locator("118", page="358", note="3")
    assert locator_of(HERE.at_note("1"), document()) == Locator("118", page="359", note="1", attachment="Tab A")
    assert locator_of(HERE.at_note("9"), document()) == Locator("118", note="9")


def test_chicago_has_parts_of_a_volume_in_small_letters() -> None:
    preface = Address("frus1969-76v12", "preface")
    assert cite(preface, None, "chicago-note", url=False).text.endswith("2006), preface.")
    assert cite(preface, None, "office").text.endswith("2006), Preface.")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("[Enclosure]", "Enclosure"),
        ("[Inclosure 1 in No. 74.]", "Inclosure 1 in No. 74"),
        ("Subenclosure 2", "Subenclosure 2"),
        ("Annex No. 3", "Annex No. 3"),
        ("Tab A", "Tab A"),
        ("Appendix XII", "Appendix XII"),
        ("Attachments are not printed", ""),
        ("Tab A is about Berlin", ""),
        ("Table", ""),
    ],
)
def test_what_attachments_are_called(line: str, name: str) -> None:
    made = document(BLOCKS[0], Block("paragraph", line), Block("paragraph", "Words."))
    assert locator_of(HERE.at_paragraph(2), made).attachment == name


def test_the_points_of_a_list_are_no_paragraphs() -> None:
    items = (Block("item", "One.", label="1."), Block("item", "Two.", label="2."))
    assert locator_of(HERE.at_paragraph(2), document(BLOCKS[0], *items)).paragraph == ""


def test_a_number_that_leads_nowhere_is_no_paragraphs() -> None:
    assert (
        locator_of(HERE.at_paragraph(1), document(BLOCKS[0], Block("paragraph", "12. May was cold."))).paragraph == ""
    )


@pytest.mark.parametrize(
    ("style", "place"),
    [
        ("office", "Document 118, Tab A, p. 359, n. 1."),
        ("chicago-note", "doc. 118, tab A, p. 359n1."),
        ("mla", "document 118, tab A, p. 359, n. 1."),
        ("frus", "Document 118, Tab A, p. 359, n. 1"),
    ],
)
def test_in_the_words_of_a_style(style: str, place: str) -> None:
    assert cite(HERE.at_note("1"), document(), style, url=False).text.endswith(f", {place}")


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [
        ([(1, 3, 6)], Locator(page="357", last_page="357", paragraph="1")),
        ([(2, 0, 21)], Locator(page="357", last_page="358", paragraph="2")),
        ([(1, 0, 4), (3, 0, 3)], Locator(page="357", last_page="358")),
        ([(6, 0, 3)], Locator(page="359", last_page="359", attachment="Attachment")),
        ([(4, 0, 3), (6, 0, 3)], Locator(page="358", last_page="359")),
        ([(8, 3, 6)], Locator(page="359", last_page="359", attachment="Tab A")),
    ],
)
def test_of_a_selection(ranges: list[tuple[int, int, int]], expected: Locator) -> None:
    assert place_of(document(), ranges, select(document(), ranges)) == expected


def test_pages_that_begin_anew_or_are_roman_are_cited_as_printed() -> None:
    anew = Address("frus1969-76ve09p1", "d6")
    blocks = (Block("heading", "A", pages=(PageBreak(0, "1"),)), Block("paragraph", "B", pages=(PageBreak(0, "2"),)))
    assert cite(anew.at_paragraph(1), document(*blocks, here=anew), "frus").text.endswith("Document 118, p. 2")
    roman = Address("frus1948v01p2", "preface")
    blocks = (
        Block("heading", "Preface", pages=(PageBreak(0, "III"),)),
        Block("paragraph", "B", pages=(PageBreak(0, "IV"),)),
    )
    preface = document(*blocks, here=roman)._replace(number=None, heading="Preface")
    assert locator_of(roman, preface, volume("frus1948v01p2")).pages("chicago") == "III–IV"
