"""A passage is found again where a person would find it, or it is said not to be there: never anywhere else."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.reading.documents import document, heading, note, paragraph
from tgreader.model.document import Document
from tgreader.reading.notebook.anchoring import AROUND, Passage, WholeText

TEXT = (
    "I called on Acting FonMin Kuznetsov on August 21 and made presentation on MBFR/CSCE parallelism.",
    "Although Kuznetsov promised to study it, his preliminary comments were entirely negative. He saw no link.",
    "Yes.",
    "Kuznetsov responded that the matter would be studied in Moscow and that a reply would be given.",
    "Yes.",
)


def made(*texts: str) -> Document:
    return document(heading("Telegram From Moscow"), *map(paragraph, texts), notes=[note(1, "See Document 105.")])


def passage_of(one: Document, words: str, block: int) -> Passage:
    start = one.blocks[block].text.index(words)
    return Passage(block, start, block, start + len(words))


def sought(before: Document, passage: Passage, after: Document) -> str | None:
    """The words at the place where the passage is found, or None."""
    found = WholeText(after).find(WholeText(before).quote(passage), passage)
    if found is None:
        return None
    texts = [block.text for _, block in after.every_block()]
    if found.first == found.last:
        return texts[found.first][found.start : found.end]
    between = texts[found.first + 1 : found.last]
    return "\n".join([texts[found.first][found.start :], *between, texts[found.last][: found.end]])


@pytest.mark.parametrize(
    ("words", "after", "found"),
    [
        ("preliminary comments", TEXT, "preliminary comments"),
        ("preliminary comments", ("A paragraph that is new.", *TEXT), "preliminary comments"),
        ("preliminary comments", (TEXT[0] + " " + TEXT[1], *TEXT[2:]), "preliminary comments"),
        ("preliminary comments", (TEXT[0], TEXT[1].replace("preliminary", "prelimnary")), "prelimnary comments"),
        ("preliminary comments", (TEXT[0], TEXT[1].replace("Although Kuznetsov", "While K.")), "preliminary comments"),
        ("preliminary comments", (TEXT[0], TEXT[1].upper()), "PRELIMINARY COMMENTS"),
        ("preliminary comments", (TEXT[0], TEXT[1].replace("his preliminary comments were", "all was")), None),
        ("preliminary comments", (TEXT[0], *TEXT[2:]), None),
        ("preliminary comments", ("Other preliminary comments of quite another kind were made in Bonn.",), None),
        (TEXT[1], ("New.", TEXT[0], *TEXT[2:], TEXT[1]), TEXT[1]),
        (TEXT[1], (TEXT[0], *TEXT[2:]), None),
    ],
)
def test_words_are_found_where_a_person_would_find_them(words: str, after: tuple[str, ...], found: str | None) -> None:
    before = made(*TEXT)
    assert sought(before, passage_of(before, words, 2), made(*after)) == found


def test_of_places_that_are_alike_the_words_around_decide() -> None:
    before, after = made(*TEXT), made("New.", *TEXT)
    quote = WholeText(before).quote(Passage(3, 0, 3, 4))
    assert WholeText(after).find(quote, Passage(3, 0, 3, 0)) == Passage(4, 0, 4, 4)
    last = WholeText(before).quote(Passage(5, 0, 5, 4))
    assert WholeText(after).find(last, Passage(5, 0, 5, 0)) == Passage(6, 0, 6, 4)


def test_a_short_word_that_was_taken_out_is_not_found_in_another_place() -> None:
    before = made(*TEXT)
    quote = WholeText(before).quote(Passage(3, 0, 3, 4))
    assert WholeText(made(*TEXT[:2], *TEXT[3:])).find(quote, Passage(3, 0, 3, 0)) is None


def test_of_places_that_are_alike_in_all_the_nearest_is_taken() -> None:
    before = made(*["Nothing more was said about it by either side."] * 9)
    quote = WholeText(before).quote(Passage(5, 0, 5, 20))
    assert WholeText(made(*["Nothing more was said about it by either side."] * 12)).find(
        quote, Passage(5, 0, 5, 0)
    ) == Passage(5, 0, 5, 20)


def test_a_passage_over_several_paragraphs_and_a_note() -> None:
    before = made(*TEXT)
    quote = WholeText(before).quote(Passage(1, 90, 2, 20))
    assert quote.exact == "elism.\nAlthough Kuznetsov p"
    assert WholeText(made("New.", *TEXT)).find(quote, None) == Passage(2, 90, 3, 20)
    of_note = WholeText(before).quote(Passage(6, 0, 6, 17))
    assert of_note.exact == "See Document 105."
    assert WholeText(made(*TEXT, "One more.")).find(of_note, Passage(6, 0, 6, 0)) == Passage(7, 0, 7, 17)


def test_a_long_passage_is_known_by_its_ends() -> None:
    words = [f"word{number} of {number * 7 % 101}" for number in range(200)]
    before = made(TEXT[0], " ".join(words), TEXT[3])
    whole = Passage(2, 0, 2, len(before.blocks[2].text))
    rewritten = [*words[:60], *(f"else{number}" for number in range(80)), *words[140:]]
    assert sought(before, whole, made(TEXT[0], " ".join(rewritten), TEXT[3])) == " ".join(rewritten)
    head = sought(before, whole, made(TEXT[0], " ".join(words[:40]) + " and no more", TEXT[3]))
    assert head is not None
    assert " ".join(words).startswith(head)
    assert sought(before, whole, made(TEXT[0], TEXT[3])) is None


def test_a_paragraph_without_words_is_known_by_those_around_it() -> None:
    before = made(TEXT[0], "", TEXT[1])
    quote = WholeText(before).quote(Passage(2, 0, 2, 0))
    assert WholeText(before).find(quote, Passage(2, 0, 2, 0)) == Passage(2, 0, 2, 0)
    assert WholeText(made(*TEXT)).find(quote, Passage(2, 0, 2, 0)) is None
    assert WholeText(document()).find(quote, Passage(2, 0, 2, 0)) is None


def test_it_takes_no_long_time_in_a_long_document() -> None:
    """No property of speed: that hostile repetition neither hangs nor is taken for something else."""
    before = made("a" * 300, "b" * 300)
    assert sought(before, Passage(1, 0, 1, 300), made("b" * 50_000)) is None
    assert sought(before, Passage(1, 10, 1, 14), made("c " * 25_000)) is None


END = 128
"""Code points of each end by which a long passage is known."""


# What happens to each letter of a text is known, because each carries where it is from.

Letter = tuple[str, int]
SYLLABLES = ["ba", "ke", "lo", "mi", "nu", "ra", "se", "ti", "vo", "zu", "pra", "gle", "sko", "tri"]


def words_made(random: Random, number: int) -> str:
    return " ".join("".join(random.choices(SYLLABLES, k=random.randint(1, 4))) for _ in range(number))


def edited(letters: list[Letter], random: Random, edits: int) -> list[Letter]:
    """Letters with some taken out, put in or changed at random, and whole runs of words too."""
    for _ in range(edits):
        at = random.randrange(len(letters) + 1)
        kind = random.choice(["letter", "letter", "out", "in", "words in", "words out", "merge", "split"])
        if kind == "letter" and at < len(letters):
            letters[at] = (random.choice("xyqw"), -1)
        elif kind == "out":
            del letters[at : at + 1]
        elif kind == "in":
            letters[at:at] = [(random.choice("xyqw"), -1)]
        elif kind == "words in":
            letters[at:at] = [(letter, -1) for letter in words_made(random, random.randint(1, 12))]
        elif kind == "words out":
            del letters[at : at + random.randint(5, 80)]
        elif kind == "merge" and (ends := [n for n, (letter, _) in enumerate(letters) if letter == "\n"]):
            letters[random.choice(ends)] = (" ", -1)
        elif kind == "split" and (spaces := [n for n, (letter, _) in enumerate(letters) if letter == " "]):
            letters[random.choice(spaces)] = ("\n", -1)
    return letters


@example(49, 25)
@example(8291, 10)
@example(10277, 25)
@settings(max_examples=300)
@given(st.integers(0, 10**9), st.integers(0, 30))
def test_a_passage_is_found_where_its_letters_are_or_not_at_all(seed: int, edits: int) -> None:
    random = Random(seed)  # noqa: S311 - no secret
    text = "\n".join(words_made(random, random.randint(1, 40)) for _ in range(random.randint(1, 8)))
    start = random.randrange(len(text))
    end = min(len(text), start + random.choice([1, 6, 20, 60, 150, 400]))
    before = document(*map(paragraph, text.split("\n")))
    whole = WholeText(before)
    passage = whole._passage(start, end)
    quote = whole.quote(passage)
    assert quote.exact == text[start:end]
    letters = edited([(letter, at) for at, letter in enumerate(text)], random, edits)
    after_text = "".join(letter for letter, _ in letters)
    after = document(*map(paragraph, after_text.split("\n")))
    found = WholeText(after).find(quote, passage)

    around = range(max(0, start - AROUND), min(len(text), end + AROUND))
    touched = [n for n, (_, at) in enumerate(letters) if at in around]
    kept = touched and "".join(letter for letter, _ in letters[touched[0] : touched[-1] + 1])
    is_untouched = kept == text[around.start : around.stop]
    if found is None:
        assert not is_untouched or len(kept) < 20, "what was not touched is found"
        return
    starts = WholeText(after)._starts
    first, last = starts[found.first] + found.start, starts[found.last] + found.end
    if end - start >= 20:
        own = [n for n in range(first, last) if start <= letters[n][1] < end]
        assert len(own) >= min(end - start, 2 * END) / 4, "what is found is the passage, or one of its ends"
        beyond = max(own[0] - first, last - 1 - own[-1])
        assert beyond <= max(3, (end - start) / 3), "its edges are where the passage's are, not in other words"
    if is_untouched:
        assert after_text[first:last] == text[start:end]


@given(st.integers(0, 10**9))
def test_one_letter_changed_anywhere_loses_nothing(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - no secret
    text = words_made(random, 60)
    start = random.randrange(len(text) - 10)
    end = min(len(text), start + random.randint(8, 200))
    at = random.randrange(len(text))
    after = text[:at] + random.choice("xyqw") + text[at + 1 :]
    before = document(paragraph(text))
    found = WholeText(document(paragraph(after))).find(
        WholeText(before).quote(Passage(0, start, 0, end)), Passage(0, start, 0, end)
    )
    assert found is not None
    assert (found.start, found.end) == (start, end)
