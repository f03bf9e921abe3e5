"""Finding: offsets stay those of the text, and no phrase is missed for its spaces, accents, quotes or dashes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.documents import document, heading, note, paragraph
from tgreader.model.document import Document
from tgreader.reading.document.find import MOST_HITS, Finder, Hits, folded
from tgreader.reading.document.open_document import OpenDocument


def find(made: Document, words: str) -> Hits:
    return OpenDocument(made).finder.find(words)


def found(text: str, words: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in find(document(paragraph(text)), words).found]


@given(st.text())
def test_folding_keeps_every_offset_and_folds_once(text: str) -> None:
    assert len(folded(text)) == len(text)
    assert folded(folded(text)) == folded(text)


@given(st.characters(), st.text(max_size=5))
def test_a_character_is_folded_alike_wherever_it_stands(character: str, before: str) -> None:
    assert folded(before + character) == folded(before) + folded(character)


@pytest.mark.parametrize(
    ("text", "words", "hits"),
    [
        ("There was no mention in communiqué that", "communique", ["communiqué"]),
        ("There was no mention in communique that", "communiqué", ["communique"]),
        ("There was no mention in communiqué that", "communique\u0301", ["communiqué"]),
        ("an example “on or about” November 22", '"on or about"', ["“on or about”"]),
        ("his government’s view", "GOVERNMENT'S VIEW", ["government’s view"]),
        ("the 1969–1976 period, 1969—1976", "1969-1976", ["1969–1976", "1969—1976"]),
        (
            "force\nreductions and force  \t reductions",
            "force reductions",
            ["force\nreductions", "force  \t reductions"],
        ),
        ("the\u00a0two\u2003questions", "two  questions", ["two\u2003questions"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("[bold]not markup[/bold]", "[bold]", ["[bold]"]),
        ("a.b a+b a*b (c", "a.b", ["a.b"]),
        ("a.b a+b (c \\d", "\\d", ["\\d"]),
        ("ΑΘΉΝΑ İstanbul", "αθηνα i", ["ΑΘΉΝΑ İ"]),
        ("가 각 간", "가", ["가"]),
    ],
)
def test_what_does_not_count_does_not_hide_a_phrase(text: str, words: str, hits: list[str]) -> None:
    assert found(text, words) == hits


@given(st.text(alphabet="aé “”-–\n\u0301가", max_size=40), st.data())
def test_every_piece_of_the_text_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    words = text[start:end]
    if not words.split() or words != words.strip() or "\u0301" in text:
        return
    spans = [(hit.start, hit.end) for hit in find(document(paragraph(text)), words).found]
    assert any(first <= start < last or start <= first < end for first, last in spans)
    assert all(folded(text[first:last]).split() == folded(words).split() for first, last in spans)


@pytest.mark.parametrize("words", ["", "   ", "\n"])
def test_no_words_are_found_nowhere(words: str) -> None:
    assert find(document(paragraph("a b")), words).found == ()


def test_hits_come_as_one_reads_a_paragraph_and_then_its_notes() -> None:
    made = document(
        heading("talks", 1),
        paragraph("talks and talks", 3, 2),
        paragraph("talks"),
        notes=[note(1, "talks"), note(2, "no"), note(3, "talks")],
    )
    hits = find(made, "Talks")
    assert [(hit.home, hit.note, hit.start) for hit in hits.found] == [
        (0, None, 0), (0, 1, 0), (1, None, 0), (1, None, 10), (1, 3, 0), (2, None, 0),
    ]  # fmt: skip
    assert hits.by_block == {0: [(0, 5)], 1: [(0, 5), (10, 15)], 2: [(0, 5)], 3: [(0, 5)], 5: [(0, 5)]}
    assert hits.complete


def test_the_nearest_hit_is_the_next_one_and_round_from_the_end() -> None:
    hits = find(document(paragraph("x a x"), paragraph("b", 1), paragraph("x"), notes=[note(1, "x")]), "x")
    assert [hits.nearest(*place) for place in ((0, 0), (0, 1), (1, 0), (2, 0), (2, 1))] == [0, 1, 2, 3, 0]
    assert Hits().nearest(0) is None


def test_a_note_whose_marker_is_lost_is_found_beside_a_paragraph() -> None:
    hits = find(document(heading("H"), paragraph("a", 1), notes=[note(1), note(2, "lost words")]), "lost")
    assert [(hit.home, hit.note) for hit in hits.found] == [(1, 2)]


def test_too_many_hits_are_cut_and_said_to_be() -> None:
    hits = find(document(paragraph("a" * (MOST_HITS + 50)), notes=[note(1, "aaa")]), "a")
    assert (len(hits.found), hits.complete) == (MOST_HITS, False)
    exactly = find(document(paragraph("a" * MOST_HITS)), "a")
    assert (len(exactly.found), exactly.complete) == (MOST_HITS, True)


def test_a_million_spaces_take_no_time_worth_a_count() -> None:
    assert find(document(paragraph(("a" + " " * 1_000) * 1_000)), "a b").found == ()


def test_a_finder_without_homes_puts_notes_at_the_beginning() -> None:
    made = document(paragraph("a"), notes=[note(1, "x")])
    assert [hit.home for hit in Finder(made, {}).find("x").found] == [0]
