"""The marker model: small documents of each kind, and what holds of any document."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.test_flattext import markers, read
from tgreader.model.document import Document
from tgreader.readers.anchors.words import words

WORDS = sorted(words("department agreed with our view that further talks would serve both sides as kuznetsov said he"))


def flat(body: str, notes: int | list[str]) -> str:
    """A document of the seed's form: a heading, a body, a list of notes."""
    texts = notes if isinstance(notes, list) else ["Source: Files. Secret."] + ["Not printed."] * (notes - 1)
    return f"{body}\n" + "".join(f"  {number}. {text}\n" for number, text in enumerate(texts, 1))


def places(document: Document) -> list[str]:
    return [word + "^" + label for word, label, _ in markers(document)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("We met Gromyko in Moscow.2 He agreed.", "Moscow.^2"),
        ("There was no mention in the communiqué2 of talks.", "communiqué^2"),
        ("Ref: State 149897.2", "149897.^2"),
        ("He cited State 1117202 of May 3.", "1117202".removesuffix("2") + "^2"),
        ("The crew of Apollo 112 landed on time.", "11^2"),
        ("On June 92 he left for Paris.", "9^2"),
        ("It was signed in 19682 and published.", "1968^2"),
        ("It cost $1,2002 in all.", "$1,200^2"),
        ("He said: “We agree.”2 Then he left.", "agree.”^2"),
        ("The paper (not printed)2 was read.", "printed)^2"),
        ("The words [text not declassified]2 follow.", "declassified]^2"),
        ("He asked why?2 Nobody knew.", "why?^2"),
        ("Sincerely yours,\n\nDean Rusk 2", "Rusk^2"),
        ("After his visit [Page 57] 2 he went home.", "visit^2"),
    ],
)
def test_what_a_marker_may_follow(line: str, found: str) -> None:
    text = flat(f"7. Letter1\n\n{line}\n\nThe talks ended.", 2)
    assert places(read(text)) == ["Letter^1", found]


@pytest.mark.parametrize(
    "line",
    [
        "On May 2 there were 2 meetings, at 2:02 and 12:12.",
        "It rose 2.2 percent, to $2.2 million or 1,202 tons, in 1962.",
        "See Article 2, para 2, of NSC 162/2 and the U-2 file 611.41/5–252.",
        "The 2d Division and the 22nd Regiment moved on 2 June.",
    ],
)
def test_numbers_of_the_text_stay_in_it(line: str) -> None:
    text = flat(f"7. Letter1\n\n{line}\n\nThe talks ended well.2", 2)
    document = read(text)
    assert places(document) == ["Letter^1", "well.^2"]
    assert document.blocks[1].text == line


@pytest.mark.parametrize(
    "line",
    [
        "It needs a 2/3 majority of the members.",
        "On the 12th of the month he spoke.",
        "It is [2-1/2 lines not declassified] said.",
        "He asked for (1) ships; (2) grain.",
    ],
)
def test_a_lost_marker_is_not_looked_for_in_numbers_of_the_text(line: str) -> None:
    document = read(flat(f"7. Letter1\n\n{line}\n\nThe talks ended well.3 All left.", 3))
    assert places(document) == ["Letter^1", "well.^3"]
    assert document.notes[1].anchored is False


def test_a_heading_that_has_lost_its_marker_where_numbers_run_from_0() -> None:
    body = "7. Letter From Moscow\n\nI have your message.1 It is clear.\n\nWe agree with the Ambassador’s view.2 Yours."
    document = read(flat(body, 3))
    assert markers(document) == [("message.", "1", 2), ("view.", "2", 3)]
    assert (document.notes[0].anchored, document.notes[0].label) == (False, "0")


def test_a_telegrams_number_has_no_decimals() -> None:
    document = read("7. Telegram\n\n653. Your 828.1 The Department gives careful study to the question.")
    assert places(document) == ["828.^1"]


@pytest.mark.parametrize("shape", ["{}", " {}", "[{}]"])
@pytest.mark.parametrize("first", [0, 1])
def test_the_styles(shape: str, first: int) -> None:
    one, two, three, four = (shape.format(first + place) for place in range(4))
    body = (
        f"7. Telegram From the Embassy{one}\n\nReference Deptel 253{two} and 3 others.\n\n"
        f"He left on May 24.{three} We met 2 times in Moscow{four} and agreed."
    )
    document = read(flat(body, 4))
    assert [note for *_, note in markers(document)] == [1, 2, 3, 4]
    assert [word for word, *_ in markers(document)] == ["Embassy", "253", "24.", "Moscow"]
    assert document.blocks[2].text == "He left on May 24. We met 2 times in Moscow and agreed."


def test_the_note_decides_between_two_places() -> None:
    notes = ["Source: Files.", "Telegram 25 to Moscow reported the talks."]
    body = "7. Letter1\n\nHe referred to Deptel 252 and to Embtel 332 for the talks."
    assert places(read(flat(body, notes))) == ["Letter^1", "25^2"]
    notes[1] = "Embtel 33 reported that the Soviets agreed."
    assert places(read(flat(body, notes))) == ["Letter^1", "33^2"]


@pytest.mark.parametrize("shape", ["{}{} {}", "{} {} {}", "{}[{}][{}]"])
@pytest.mark.parametrize("end", ["Iran", "July 5, 1973.", "9:25 a.m.", "January 7, 1975, 1 p.m.", "Memorandum 340"])
def test_two_markers_in_a_row(end: str, shape: str) -> None:
    heading = shape.format(f"7. Memorandum of Conversation, {end}", 1, 2)
    document = read(flat(f"{heading}\n\nThe 3 men met in Room 1 on May 2.\n\nThey asked for:\n\n* 2 reports.", 2))
    assert document.heading == f"Memorandum of Conversation, {end}"
    assert [(label, note) for _, label, note in markers(document)] == [("1", 1), ("2", 2)]


def test_what_the_text_names_elsewhere_is_whole() -> None:
    line = "The crew of Apollo 112 met that of Apollo 11, and 3 of them flew a U2 home. The U2 is old."
    assert places(read(flat(f"7. Letter1\n\n{line}\n\nThe rest stayed.3", 3))) == ["Letter^1", "11^2", "stayed.^3"]


def test_a_number_of_a_series_is_no_marker() -> None:
    options = "\n\n".join(f"Option {number}\n\nThe talks should go on in Moscow." for number in (1, 2, 3))
    document = read(flat(f"7. Letter 1\n\n{options}\n\nHe met Kuznetsov. 2 Then he left Moscow. 3", 3))
    assert [word for word, *_ in markers(document)] == ["Letter", "Kuznetsov.", "Moscow."]


def test_a_list_within_a_sentence_has_no_markers() -> None:
    line = "He named: 1) the talks; 2) the treaty; 3) the summit. Kuznetsov 2 agreed at 3 p.m., or 3 to 4 hours later."
    document = read(flat(f"7. Letter 1\n\n{line}\n\nThey left Moscow. 3", 3))
    assert [word for word, *_ in markers(document)] == ["Letter", "Kuznetsov", "Moscow."]


def test_a_text_that_has_its_own_notes_keeps_their_signs() -> None:
    body = "7. Letter1\n\nThe list* of items was long.\n\n* It is not attached.\n\nKuznetsov2 agreed."
    document = read(flat(body, 2))
    assert places(document) == ["Letter^1", "Kuznetsov^2"]
    assert document.blocks[1].text == "The list* of items was long."


def test_signs_take_no_number() -> None:
    document = read(flat("7. Letter1\n\nThe list* of items.2 It was long.†", 4))
    assert places(document) == ["Letter^1", "list^*", "items.^2", "long.^†"]
    assert [note.label for note in document.notes] == ["1", "*", "2", "†"]


def test_a_number_may_come_twice() -> None:
    body = "7. Letter1\n\nFirst point.2 Second point.3 As above.3 Third point.4"
    assert places(read(flat(body, 5))) == ["Letter^1", "point.^2", "point.^3", "above.^3", "point.^4"]


def test_numbers_may_start_again() -> None:
    body = "7. Letter1\n\nA point.2 Another.3\n\n[Attachment]\n\nMemorandum1\n\nA remark.2"
    assert [label for _, label, _ in markers(read(flat(body, 5)))] == ["1", "2", "3", "1", "2"]


def test_numbers_may_start_again_at_0_and_0_may_come_twice() -> None:
    body = "7. Letter0\n\nA point.1 Another.2\n\n[Attachment]\n\nMemorandum0\n\nA remark.1"
    assert [label for _, label, _ in markers(read(flat(body, 5)))] == ["0", "1", "2", "0", "1"]
    body = "7. Letter From Kuznetsov0 0\n\nA point.1 Another point.2"
    assert [label for _, label, _ in markers(read(flat(body, 4)))] == ["0", "0", "1", "2"]


@pytest.mark.parametrize("lost", [2, 3, 4])
def test_a_note_that_lost_its_marker_takes_no_other_number(lost: int) -> None:
    shown = ["", *(str(number) if number != lost else "" for number in range(1, 6))]
    body = (
        f"7. Letter From Kuznetsov{shown[1]}\n\nWe agreed.{shown[2]} The Minister insisted{shown[3]} on a reply.\n\n"
        f"They left Moscow.{shown[4]} Nobody answered{shown[5]} them in the end."
    )
    document = read(flat(body, 5))
    assert [note for *_, note in markers(document)] == [number for number in range(1, 6) if number != lost]
    assert [note.number for note in document.notes if not note.anchored] == [lost]


def test_a_note_in_a_note() -> None:
    notes = ["Source: Files.", "A report* on the talks.", "The report is dated May 5."]
    document = read(flat("7. Letter1\n\nThe talks.2", notes))
    assert markers(document) == [("Letter", "1", 1), ("talks.", "2", 2), ("report", "*", 3)]
    assert document.notes[1].blocks[0].text == "A report on the talks."


def test_a_lost_list_leaves_its_markers() -> None:
    body = "7. Letter From Kuznetsov1\n\nWe met in Moscow.2 He said no.3 The communiqué4 was read.5 Then we left.6"
    document = read(body)
    assert [(label, note) for _, label, note in markers(document)] == [(str(n), None) for n in range(1, 7)]
    assert document.faults == ("the notes are missing from this copy: 6 markers in the text",)


@pytest.mark.parametrize(
    "body",
    [
        "108. Editorial Note\n\nOn February 29, 1972, at 1 p.m., 2 men met 3 others; see Document 4 and NSC 5.",
        "7. Letter\n\n1. First.\n\n2. Second.\n\n3. Third.",
        "7. Letter\n\nThe U2 and the MIG21, Article 1, Tab 2, para 3.",
        "210. Editorial Note\n\nHe said that the time had come “when we should take [a] fresh, overall look” at it.",
    ],
)
def test_where_there_are_no_notes_there_are_no_markers(body: str) -> None:
    document = read(body)
    assert markers(document) == []
    assert " ".join(block.text for block in document.blocks) == " ".join(body.partition(". ")[2].split("\n\n"))


def test_doubt_has_a_reason_and_a_rival() -> None:
    document = read(flat("7. Letter1\n\nHe cited Deptel 252 and Embtel 332 at length.", 2))
    mark = document.blocks[1].marks[0]
    assert mark.confidence < 0.95
    assert mark.rival is not None
    block, at = mark.rival
    assert document.blocks[block].text[:at].endswith(("Deptel 25", "Embtel 33"))
    assert mark.why is not None
    assert "could be" in mark.why
    plain = document.blocks[0].marks[0]
    assert (plain.why, plain.confidence > 0.95) == (None, True)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[list[str]], list[int], str]:
    """A document in a style: its text, its words a block, the block of each note's marker, the marker's shape."""
    shape = draw(st.sampled_from(["{}", " {}", "[{}]"]))
    sizes = draw(st.lists(st.integers(3, 12), min_size=2, max_size=6))
    rolls = st.lists(st.sampled_from(WORDS), min_size=20, max_size=20)
    blocks = [draw(rolls)[:size] for size in sizes]
    ends = sorted(draw(st.lists(st.integers(0, len(blocks) - 1), max_size=len(blocks), unique=True)))
    lines = []
    for index, line in enumerate(blocks):
        number = ends.index(index) + 1 if index in ends else None
        lines.append(" ".join(line) + "." + (shape.format(number) if number else ""))
    return flat("7. " + "\n\n".join(lines), len(ends)) if ends else "7. " + "\n\n".join(lines), blocks, ends, shape


@settings(max_examples=150, deadline=None)
@given(marked())
def test_every_word_note_and_marker_is_there_once(made: tuple[str, list[list[str]], list[int], str]) -> None:
    text, blocks, ends, _ = made
    document = read(text)
    assert [block.text for block in document.blocks] == [" ".join(line) + "." for line in blocks]
    assert [(index, mark.note) for index, block in enumerate(document.blocks) for mark in block.marks] == [
        (block, number) for number, block in enumerate(ends, 1)
    ]
    assert [note.text for note in document.notes] == (["Source: Files. Secret."] + ["Not printed."] * len(ends))[
        : len(ends)
    ]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.text("0123456789 .,;:()[]*abcA–\n$%", max_size=40), max_size=12),
    st.integers(0, 6),
    st.sampled_from(["  {}. note\n", "- {}note↩\n"]),
)
def test_random_digits_neither_crash_nor_are_lost(lines: list[str], notes: int, form: str) -> None:
    text = "7. Letter\n\n" + "\n".join(lines) + "\n" + "".join(form.format(number) for number in range(1, notes + 1))
    document = read(text)
    taken: set[int] = set()
    for _, block in document.every_block():
        ranges = [mark.source for mark in block.marks] + [page.source for page in block.pages]
        ranges += [block.source(at, at + 1) for at in range(len(block.text))]
        for where in ranges:
            assert where is not None
            assert taken.isdisjoint(range(*where))
            taken.update(range(*where))
    left = "".join(" " if at in taken else character for at, character in enumerate(text)).split()
    labels = [block.label for _, block in document.every_block() if block.label]
    numbers = [f"{number}." for number in range(1, notes + 1)] if form[0] == " " else ["-", "↩"] * notes
    assert sorted(left) == sorted(["7.", *labels, *numbers])
    linked = [mark.note for _, block in document.every_block() for mark in block.marks]
    assert len(linked) <= max(notes, len(set(linked))) or set(linked) == {None}
