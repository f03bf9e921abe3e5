"""The sentence in which a reference stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tgreader.library.index.sentences import quoted, sentence_around


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("One. See *Document 5*. Three.", "See Document 5."),
        ("*Document 5* is first. Two.", "Document 5 is first."),
        ("One. The last, *Document 5*", "The last, Document 5"),
        ("Mr. Rusk met Gen. Taylor; see *vol. XX, Document 5*. Then he left.",
         "Mr. Rusk met Gen. Taylor; see vol. XX, Document 5."),
        ("He left on Aug. 5 with W. Averell Harriman (see *p. 7*). He came back.",
         "He left on Aug. 5 with W. Averell Harriman (see p. 7)."),
        ("It said: “No.” *Telegram 5* agreed. Done.", "Telegram 5 agreed."),
        ("It was sent. (*Ibid.*, Box 5) Another.", "It was sent. (Ibid., Box 5)"),
        ("So it was. It was sent. (*Ibid.*)", "It was sent. (Ibid.)"),
        ("Not printed.\nSee *Document 5*.\nEnd.", "See Document 5."),
        ("In the U.S. Senate, *Document 5* was read. Next.", "In the U.S. Senate, Document 5 was read."),
    ],
)  # fmt: skip
def test_a_sentence_ends_where_a_reader_ends_it(text: str, sentence: str) -> None:
    before, words, after = text.split("*")
    assert quoted(before + words + after, len(before), len(before + words)) == sentence


def test_a_long_sentence_is_cut_around_the_words() -> None:
    text = "word " * 300 + "Document 5 " + "more " * 300
    start = text.index("Document 5")
    said = quoted(text, start, start + 10, 100)
    assert said.startswith("… word word")
    assert said.endswith("more more …")
    assert "Document 5" in said
    assert len(said) <= 104


def test_nothing_is_left_out_where_nothing_is_missing() -> None:
    text = "First. " + "word " * 20 + "Document 5."
    start = text.index("Document 5")
    assert "…" not in quoted(text, start, start + 10, 200)


TEXTS = st.text(st.sampled_from("ab .?!\n“”(A1V"), max_size=400)


@given(TEXTS, st.data())
def test_the_words_stay_whole_in_any_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = sentence_around(text, start, end)
    assert first <= start
    assert last >= len(text[:end].rstrip())
    assert " ".join(text[start:end].split()) in quoted(text, start, end, 40)


def test_a_very_long_block_costs_no_more_than_its_neighbourhood() -> None:
    text = "no stop here " * 100_000 + "Document 5." + " no stop here" * 100_000
    start = text.index("Document 5")
    assert len(quoted(text, start, start + 10)) < 330
