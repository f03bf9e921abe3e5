from __future__ import annotations

import pytest

from tests.readers.samples import SITE
from tgreader.errors import RefusedError
from tgreader.model.address import Address
from tgreader.model.document import Document
from tgreader.readers.base import Facts
from tgreader.readers.flattext import READER, FlatSource, place_in_file


def read(text: str | bytes, facts: Facts | None = None) -> Document:
    source = open_text(text, facts)
    (entry,) = source.volume.entries()
    return source.document(entry.address)


def open_text(text: str | bytes, facts: Facts | None = None) -> FlatSource:
    return READER.open(text.encode() if isinstance(text, str) else text, "a.txt", facts or Facts())


def markers(document: Document) -> list[tuple[str, str, int | None]]:
    """The last word before each marker, its label, its note."""
    return [
        ((block.text[: mark.at].split() or [""])[-1], mark.label, mark.note)
        for _, block in document.every_block()
        for mark in block.marks
    ]


def test_a_page_of_the_site() -> None:
    document = read(SITE)
    assert (document.number, document.heading) == ("7", "Memorandum of Conversation")
    assert [(block.kind, block.label, block.text) for block in document.blocks] == [
        ("heading", None, "Memorandum of Conversation"),
        ("paragraph", None, "SUBJECT"),
        ("item", "•", "Cotton exports"),
        ("item", "•", "Other matters"),
        ("paragraph", None, "The Ambassador called on May 6. He left a note of 12 pages."),
        ("item", "1.", "The first point was agreed."),
        ("signed", None, "Dean"),
    ]
    assert markers(document) == [
        ("Conversation", "1", 1),
        ("exports", "2", 2),
        ("6.", "3", 3),
        ("agreed.", "4", 4),
        ("Dean", "5", 5),
    ]
    assert [(page.label, page.at) for page in document.pages()] == [
        ("12", 0),
        ("13", len("The Ambassador called on May 6. He left ")),
    ]
    assert document.page_at(0) == "12"
    assert document.notes[2].text == "The call is described in telegram 1140.\nIt was repeated to Paris."


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems(end: str) -> None:
    document = read(SITE.replace("\n", end))
    assert [block.text for block in document.blocks] == [block.text for block in read(SITE).blocks]
    mark = document.blocks[0].marks[0]
    assert mark.source is not None
    assert SITE.replace("\n", end)[slice(*mark.source)] == "1"


@pytest.mark.parametrize(
    ("top", "number", "heading"),
    [
        ("106. Telegram From Moscow", "106", "Telegram From Moscow"),
        ("999A. Editorial Note", "999A", "Editorial Note"),
        ("[106]. Telegram", "106", "Telegram"),
        ("690B.9321/9–2653: Telegram\n\nNo. 104\nThe Chargé to the Department", "104", "The Chargé to the Department"),
        ("No. 12\nEditorial Note", "12", "Editorial Note"),
        ("761.00/4–148\n\n[Extract]\n\nThe Ambassador to the Secretary", None, "The Ambassador to the Secretary"),
        ("Policy Planning Staff Files\n\nMemorandum by Mr. Butler", None, "Memorandum by Mr. Butler"),
        ("Editorial Note", None, "Editorial Note"),
        ("[Page XIII]\n\n5. Letter", "5", "Letter"),
        ("Washington, December 31, 1975.\n\n80. Memorandum", "80", "Memorandum"),
    ],
)
def test_headings(top: str, number: str | None, heading: str) -> None:
    document = read(f"{top}\n\nThe first paragraph is this one, and it says little.\n\nThe second.")
    assert (document.number, document.heading) == (number, heading)
    assert document.blocks[-1].text == "The second."


def test_what_stands_over_the_heading_follows_it() -> None:
    document = read("690B.9321/9–2653: Telegram\n\nNo. 104\nThe Chargé to the Department\n\nText of it.")
    assert [(block.kind, block.text) for block in document.blocks] == [
        ("heading", "The Chargé to the Department"),
        ("source", "690B.9321/9–2653: Telegram"),
        ("paragraph", "Text of it."),
    ]


def test_a_text_without_a_heading() -> None:
    document = read("word " * 200 + "\n\nand more")
    assert (document.heading, document.has_heading) == ("", False)
    assert len(document.blocks) == 2


def test_a_dateline_in_the_text() -> None:
    document = read("1. Telegram1\n\nMoscow, August 22, 1972, 1135Z.2\n\nText.\n  1. Source: A.\n  2. Received late.\n")
    assert (document.date, document.place) == ("1972-08-22", "Moscow")
    assert document.dateline == "Moscow, August 22, 1972, 1135Z."
    assert document.blocks[1].kind == "dateline"
    assert markers(document)[1] == ("1135Z.", "2", 2)


@pytest.mark.parametrize(
    ("page", "label"),
    [
        ("[Page 5]", "5"),
        ("[Page XIII]", "XIII"),
        ("[Page A1]", "A1"),
        ("[Page [II]]", "[II]"),
        ("[Facsimile Page 1]", "1"),
    ],
)
def test_page_breaks(page: str, label: str) -> None:
    text = f"1. Letter\n\nIt was {page} agreed.\n\n{page}\nMore {page}\n\n{page}\n"
    document = read(text)
    assert [block.text for block in document.blocks] == ["Letter", "It was agreed.", "More"]
    found = [(block.text, each.at, each.label) for block in document.blocks for each in block.pages]
    assert found == [("It was agreed.", 7, label), ("More", 0, label), ("More", 4, label), ("More", 4, label)]
    assert all(text[slice(*each.source)] == page for each in document.pages() if each.source)


def test_what_only_looks_like_a_page_break() -> None:
    document = read("1. Letter\n\nSee [Page number missing] and [page 5].")
    assert document.blocks[1].text == "See [Page number missing] and [page 5]."
    assert list(document.pages()) == []


def test_labels_on_lines_of_their_own() -> None:
    document = read("1. Letter\n\n1.\nFirst.\n(a)\n[Page 3]\nSecond.\n\nEnd.\n\nK.")
    assert [(block.label, block.text) for block in document.blocks] == [
        (None, "Letter"),
        ("1.", "First."),
        ("(a)", "Second."),
        (None, "End."),
        (None, "K."),
    ]
    assert document.blocks[2].pages[0].label == "3"


def test_notes_of_trafilatura() -> None:
    document = read("7. Letter1\nText.2\n- an item\n- Source: Files.\nMore of it.\n↩\n- See Document 3.↩")
    assert [note.text for note in document.notes] == ["Source: Files.\nMore of it.", "See Document 3."]
    assert [(block.kind, block.text) for block in document.blocks][2] == ("item", "an item")
    assert markers(document) == [("Letter", "1", 1), ("Text.", "2", 2)]


def test_a_note_may_begin_with_a_number_and_hold_a_list() -> None:
    document = read("7. Letter1\n\nText.2\n  1. 1. The first.\n    • an item\n    2. no note\n  2. 3 copies were made.")
    assert [note.text for note in document.notes] == ["1. The first.\nan item\n2. no note", "3 copies were made."]


def test_a_numbered_end_of_the_body_is_no_list_of_notes() -> None:
    document = read("7. Letter\n\nWe propose:\n\n1. This.\n\n2. That.")
    assert document.notes == ()
    assert len(document.blocks) == 4


def test_a_lost_note_is_said_to_be_lost() -> None:
    document = read("7. Letter1\n\nText.3\n  1. Source: Files.\n  2. On the dateline.\n  3. See Document 3.")
    assert [(note.label, note.anchored) for note in document.notes] == [("1", True), ("2", False), ("3", True)]
    assert document.faults == ("note 2 has no marker in this copy",)


def test_of_very_many_notes_without_markers_the_first_are_named_and_the_others_counted() -> None:
    notes = "\n".join(f"  {number}. Note." for number in range(1, 71))
    (fault,) = read(f"7. Heading\n\nWords without any.\n\n{notes}\n").faults
    assert fault.startswith("notes 1, 2, 3, ")
    assert fault.endswith(", 59, 60 and 10 others have no marker in this copy")


def test_a_lost_note_has_the_label_that_is_missing() -> None:
    document = read("7. Letter0\n\nText of May 19.3 More.4\n  1. Source: A.\n  2. B.\n  3. C.\n  4. D.\n  5. E.")
    assert [note.label for note in document.notes] == ["0", "1", "2", "3", "4"]
    assert [note.number for note in document.notes if not note.anchored] == [2, 3]


def test_notes_counted_from_nought() -> None:
    document = read("7. Letter0\n\nText of May 19.1 More,2 here.\n  1. Source: A.\n  2. B.\n  3. C.")
    assert markers(document) == [("Letter", "0", 1), ("19.", "1", 2), ("More,", "2", 3)]


def test_id_and_address() -> None:
    assert read("7. Letter", Facts("frus1969-76v39")).address == Address("frus1969-76v39", "d7")
    assert read("7. Letter", Facts("frus1969-76v39", "d7a")).id == "d7a"
    assert read("7. Letter").address == Address(path="a.txt")


def test_faults_are_kept() -> None:
    assert "1 byte is not valid UTF-8" in read(b"7. Letter\n\nA caf\xff in the town").faults[0]


@pytest.mark.parametrize("text", ["\0", "[bold]x[/bold]", "\x1b]0;title\x07", "\u202eabc\u202c", "\x00a\x00"])
def test_odd_characters_are_text(text: str) -> None:
    document = read(f"7. Letter\n\nIn the middle of this paragraph {text} stands as it is written.\n\nEnd.")
    assert text in document.blocks[1].text


def test_a_very_long_line() -> None:
    document = read("In 1972 there were 25 of them, or 3.5 percent. " * 200_000)
    assert len(document.blocks) == 1
    assert len(document.blocks[0].text) == 47 * 200_000 - 1


def test_a_very_long_number() -> None:
    assert read("1. Letter1\n\nPi is 3." + "14159265" * 200_000 + "\n  1. A note.").notes[0].anchored


def test_more_lines_than_any_document_has() -> None:
    with pytest.raises(RefusedError, match="too many"):
        open_text("a\n" * 500_000)


CORRECTED = (
    "7. Letter1\n\nApollo 112 flew. In all 22 flights.2\n\nEnd.\n  1. Source: A.\n  2. The flights are listed there."
)


def test_a_correction_moves_the_marker_and_gives_the_digits_back() -> None:
    source = open_text(CORRECTED)
    before = source.document(Address(path="a.txt"))
    assert markers(before) == [("Letter", "1", 1), ("flights.", "2", 2)]
    place = place_in_file(before, 1, len("Apollo 11"))
    assert CORRECTED[place] == "2"
    after = source.corrected({2: place}).document(Address(path="a.txt"))
    assert after.blocks[1].text == "Apollo 11 flew. In all 22 flights.2"
    assert markers(after) == [("Letter", "1", 1), ("11", "2", 2)]
    assert after.blocks[1].marks[0].source == (place, place + 1)
    assert source.document(Address(path="a.txt")) == before


def test_a_correction_may_say_that_there_is_no_marker() -> None:
    after = open_text(CORRECTED).corrected({2: None}).document(Address(path="a.txt"))
    assert markers(after) == [("Letter", "1", 1)]
    assert not after.notes[1].anchored
    assert after.blocks[1].text == "Apollo 112 flew. In all 22 flights.2"


def test_a_correction_may_set_a_marker_where_none_is_printed() -> None:
    source = open_text(CORRECTED)
    before = source.document(Address(path="a.txt"))
    after = source.corrected({2: place_in_file(before, 2, 3)}).document(Address(path="a.txt"))
    assert markers(after) == [("Letter", "1", 1), ("End", "2", 2)]
    assert after.blocks[2].text == "End."
    assert after.blocks[1].text == "Apollo 112 flew. In all 22 flights.2"


def test_a_correction_that_fits_nothing_changes_nothing_else() -> None:
    after = open_text(CORRECTED).corrected({9: 30, 2: 10**9}).document(Address(path="a.txt"))
    assert markers(after)[0] == ("Letter", "1", 1)


LISTED = "1. Not printed.\n2. See Document 5.\n3. Ante, p. 3.\nA further paragraph.\n"
LETTER = (
    "7. Letter{}\n\nHe said in Moscow{} that talks should go on.\n\n1. One point.\n\n2. A second point{} of his.\n\n"
)


def test_a_list_that_lost_its_indent_is_known_by_its_markers() -> None:
    document = read(LETTER.format(1, 2, 3) + LISTED)
    assert markers(document) == [("Letter", "1", 1), ("Moscow", "2", 2), ("point", "3", 3)]
    assert [block.text for block in document.blocks[2:]] == ["1. One point.", "2. A second point of his."]
    assert [note.text for note in document.notes] == [
        "Not printed.",
        "See Document 5.",
        "Ante, p. 3.\nA further paragraph.",
    ]
    assert document.faults == ()


@pytest.mark.parametrize("markers_there", [("", "", ""), (1, 2, "")])
def test_without_their_markers_numbered_lines_are_paragraphs(markers_there: tuple[object, ...]) -> None:
    document = read(LETTER.format(*markers_there) + LISTED)
    assert document.notes == ()
    assert [block.text for block in document.blocks[-2:]] == ["3. Ante, p. 3.", "A further paragraph."]
