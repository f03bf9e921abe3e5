"""Copies that other people made: raised markers, lists of every form, wrapped lines, characters that are not seen."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readers.test_anchors import WORDS
from tests.readers.test_flattext import markers, read
from tgreader.model.document import Document

BODY = (
    "7. Telegram From the Embassy{one}\n\nReference Deptel 253{two} and 3 others.\n\n"
    "[Page 12]\nHe left on May 24.{three} We met 2 times in Moscow{four} and agreed on (1) arms and (2) trade."
)
NOTES = ("Source: Files. Secret.", "Not printed.", "In 1972.", "See Document 3.")
WHERE = ["Embassy", "253", "24.", "Moscow"]
TEXTS = [
    "Telegram From the Embassy",
    "Reference Deptel 253 and 3 others.",
    "He left on May 24. We met 2 times in Moscow and agreed on (1) arms and (2) trade.",
]
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def body(shape: str = "{}", raised: bool = False) -> str:
    labels = [shape.format(label.translate(RAISED) if raised else label) for label in "1234"]
    return BODY.format(**dict(zip(("one", "two", "three", "four"), labels, strict=True)))


def listed(shape: str, raised: bool = False, between: str = "\n", first: int = 1) -> str:
    numbers = [str(number).translate(RAISED) if raised else str(number) for number in range(first, first + 4)]
    return between.join(shape.format(number, text) for number, text in zip(numbers, NOTES, strict=True))


def assert_recovered(document: Document) -> None:
    assert [word for word, *_ in markers(document)] == WHERE
    assert [(label, note) for _, label, note in markers(document)] == [("1", 1), ("2", 2), ("3", 3), ("4", 4)]
    assert [block.text for block in document.blocks] == TEXTS
    assert [note.text for note in document.notes] == list(NOTES)
    assert [page.label for page in document.pages()] == ["12"]


@pytest.mark.parametrize(
    ("shape", "raised"),
    [
        ("{}", True),
        (" {}", True),
        ("⁽{}⁾", True),
        ("[{}]", True),
        ("[{}]", False),
        (" [{}]", False),
        ("[^{}]", False),
        ("[note {}]", False),
        (" [Footnote {}]", False),
        ("[fn. {}]", False),
        ("[n. {}]", False),
        ("^{}", False),
        ("^[{}]", False),
        ("^{}^", False),
        ("$^{{{}}}$", False),
        ("<sup>{}</sup>", False),
        ("<{}>", False),
        ("{{{}}}", False),
        ("({})", False),
        ("(({}))", False),
        ("\u200b{}", False),
        ("\u00a0{}", False),
    ],
)
def test_markers_that_are_set_off(shape: str, raised: bool) -> None:
    document = read(body(shape, raised) + "\n" + listed("  {}. {}"))
    assert_recovered(document)
    assert all(mark.confidence > 0.5 for block in document.blocks for mark in block.marks)


def test_the_source_of_a_raised_marker_is_all_of_its_sign() -> None:
    text = body("[note {}]") + "\n" + listed("  {}. {}")
    marks = [mark for block in read(text).blocks for mark in block.marks]
    assert [text[slice(*mark.source)] for mark in marks if mark.source] == [f"[note {n}]" for n in (1, 2, 3, 4)]


@pytest.mark.parametrize("raised", [False, True])
@pytest.mark.parametrize("top", ["", "Notes\n\n", "FOOTNOTES:\n", "----\n", "Endnotes\n------\n"])
@pytest.mark.parametrize(
    ("shape", "numbers_raised"),
    [
        ("{}. {}", False),
        ("{}.\t{}", False),
        ("{}.\n{}", False),
        ("{} {}", False),
        ("{}{}", False),
        ("{}) {}", False),
        ("({}) {}", False),
        ("[{}] {}", False),
        ("[^{}]: {}", False),
        ("^{} {}", False),
        ("Footnote {}: {}", False),
        ("{}. {} ↩", False),
        ("{}. ^ {}", False),
        ("{} {}", True),
        ("{}{}", True),
    ],
)
def test_lists_of_notes(shape: str, numbers_raised: bool, top: str, raised: bool) -> None:
    text = body(raised=raised) + "\n\n" + top + listed(shape, numbers_raised)
    assert_recovered(read(text))


@pytest.mark.parametrize("top", ["", "Notes\n"])
@pytest.mark.parametrize("shape", ["{}. {}", "  {}. {}", "[{}] {}"])
def test_a_list_that_runs_from_0(shape: str, top: str) -> None:
    text = BODY.format(one="0", two="1", three="2", four="3") + "\n" + top + listed(shape, first=0)
    document = read(text)
    assert markers(document) == [("Embassy", "0", 1), ("253", "1", 2), ("24.", "2", 3), ("Moscow", "3", 4)]
    assert [note.text for note in document.notes] == list(NOTES)


@pytest.mark.parametrize("sign", ["- ", "* ", "•\u00a0"])
def test_a_list_without_numbers_that_is_announced(sign: str) -> None:
    assert_recovered(read(body() + "\n\nNotes\n" + "\n".join(sign + text for text in NOTES)))


def test_a_list_whose_raised_numbers_start_again() -> None:
    text = "7. Letter¹\n\nHe agreed.² Attached.\n\nMinutes\n\nThey met.¹\n\n¹ Not printed.\n² At 5.\n¹ In Bonn."
    document = read(text)
    assert markers(document) == [("Letter", "1", 1), ("agreed.", "2", 2), ("met.", "1", 3)]


@pytest.mark.parametrize("shape", ["{}. {}", "{}) {}", "({}) {}", "{} {}", "[{}] {}"])
@pytest.mark.parametrize("top", ["", "We propose the following."])
def test_numbered_paragraphs_are_no_notes(shape: str, top: str) -> None:
    items = ("Send the troops home.", "Open the talks in May.", "Ask for 3 ships, and not more.")
    text = "7. Editorial Note\n\nThe Council met on May 6 with 12 members.\n\n" + top + "\n"
    document = read(text + "\n".join(shape.format(number, item) for number, item in enumerate(items, 1)))
    assert document.notes == ()
    assert markers(document) == []


def test_enumerations_are_no_markers() -> None:
    line = "They asked for (1) troops, (2) ships and (3) grain; (4) is open."
    document = read(f"7. Letter\n\n{line}\n\n“(1) The first.\n\n“(2) The second.")
    assert markers(document) == []
    document = read(f"7. Letter1\n\n{line}\n\nThey agreed.2\n  1. Source: Files.\n  2. Not printed.")
    assert [word for word, *_ in markers(document)] == ["Letter", "agreed."]
    assert document.blocks[1].text == line


LONG = (
    "7. Telegram From the Embassy in the Soviet Union to the Department of State{one}\n\n"
    "Reference Deptel 253{two} and 3 others, which the Embassy has read with the greatest interest and on which it "
    "has the following comments to make in the light of what was said to us here.\n\n"
    "He left on May 24.{three} We met 2 times in Moscow{four} and agreed that nothing should be said of the matter in "
    "public before the Sino-Soviet talks, of which we know little, have come to an end in the autumn of the year.\n\n"
)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("width", [60, 72, 100])
@pytest.mark.parametrize("form", [("  {}. {}", False), ("[{}] {}", False), ("{} {}", True)])
def test_wrapped_lines_are_paragraphs_again(form: tuple[str, bool], width: int, end: str) -> None:
    one, two, three, four = [label.translate(RAISED) if form[1] else label for label in "1234"]
    paragraphs = LONG.format(one=one, two=two, three=three, four=four).split("\n\n")
    notes = [note + " It was sent to all posts that are concerned with the matter, and read there." for note in NOTES]
    numbers = [label.translate(RAISED) if form[1] else label for label in "1234"]
    items = [form[0].format(number, note) for number, note in zip(numbers, notes, strict=True)]
    wrapped = [textwrap.fill(paragraph, width) for paragraph in [*paragraphs, *items] if paragraph]
    text = "\n\n".join(wrapped).replace("\n", end)
    document = read(text)
    plain = LONG.format(one="", two="", three="", four="").removeprefix("7. ").split("\n\n")
    assert [block.text for block in document.blocks] == [paragraph for paragraph in plain if paragraph]
    assert [note.text for note in document.notes] == notes
    assert [(word, note) for word, _, note in markers(document)] == list(
        zip(["State", "253", "24.", "Moscow"], (1, 2, 3, 4), strict=True)
    )
    for block in document.blocks:  # what is pointed at is what stands in the file, but for the ends of lines
        found = block.source(0, len(block.text))
        assert found is not None
        assert text[slice(*found)].split()[0] == block.text.split()[0]
        assert text[slice(*found)].split()[-1].startswith(block.text.split()[-1])


def test_wrapped_lines_that_are_quoted() -> None:
    text = "\n\n".join(textwrap.fill(each, 70) for each in LONG.format(one=1, two=2, three=3, four=4).split("\n\n"))
    quoted = "\n".join(f"> {line}".rstrip() for line in (text + "\n\n" + listed("{}. {}")).splitlines())
    document = read(quoted)
    assert [note.text for note in document.notes] == list(NOTES)
    assert [note for *_, note in markers(document)] == [1, 2, 3, 4]
    assert document.heading == "Telegram From the Embassy in the Soviet Union to the Department of State"
    assert not any(">" in block.text for block in document.blocks)


def test_short_lines_are_not_run_together() -> None:
    lines = ["The President", "Secretary Rusk", "Mr. Bundy", "the Ambassador", "General Taylor", "two interpreters"]
    document = read("7. Memorandum of Conversation\n\nPARTICIPANTS\n" + "\n".join(lines) + "\n\nThey met at noon.")
    assert [block.text for block in document.blocks[2:-1]] == lines


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=30, max_size=60), min_size=3, max_size=5), st.data())
def test_however_wide_a_text_is_wrapped_its_words_are_there_once(
    paragraphs: list[list[str]], data: st.DataObject
) -> None:
    width = data.draw(st.integers(min_value=45, max_value=120))
    plain = ["7. Letter", *[" ".join(["It", *words]) + "." for words in paragraphs]]
    document = read("\n\n".join(textwrap.fill(each, width) for each in plain))
    assert [block.text for block in document.blocks] == ["Letter", *plain[1:]]


def test_what_is_not_to_be_seen_is_not_in_the_words() -> None:
    text = "7.\u00a0Tele\u00adgram1\n\nThe com\u200bmuniqué\u2060.2\ufeff Then\u00a0he\tleft.\n\n\f[Page\u00a05]\nEnd."
    document = read(text + "\n\t1.\tSource: Files.\n\t2.\tNot printed.")
    assert [block.text for block in document.blocks] == ["Telegram", "The communiqué. Then he left.", "End."]
    assert [(label, note) for _, label, note in markers(document)] == [("1", 1), ("2", 2)]
    assert [page.label for page in document.pages()] == ["5"]
    mark = document.blocks[1].marks[0]
    assert mark.source is not None
    assert text[slice(*mark.source)] == "2"


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x85", "\v"])
def test_line_ends_of_word_processors(end: str) -> None:
    assert_recovered(read((body() + "\n" + listed("{}. {}")).replace("\n", end)))
