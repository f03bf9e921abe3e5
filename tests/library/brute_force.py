"""What a query should find, worked out without the index: by reading the parsed texts from end to end.

The rule is that of README's *Searching*, written a second time: a word is a run of letters and digits, neither case nor
accents of Latin letters count, all else parts words, a phrase stands in one paragraph; with `=` the text is compared
as printed.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from tgreader.model.document import Document

_QUOTES = str.maketrans("‘’“”„‑‐", '\'\'"""--')


class Parsed(NamedTuple):
    """A document as the brute force reads it: the words of each block, and its printed text."""

    address: str
    date: str
    volume: str
    notes: int
    words: tuple[tuple[str, ...], ...]
    printed: tuple[str, ...]
    vocabulary: frozenset[str]


def parsed(document: Document) -> Parsed:
    """A document to be read again and again."""
    texts = tuple(block.text for _, block in document.every_block())
    return Parsed(
        str(document.address),
        document.date or "",
        document.volume or "",
        len(document.notes),
        tuple(tuple(words(text)) for text in texts),
        tuple(text.translate(_QUOTES) for text in texts),
        frozenset(word for text in texts for word in words(text)),
    )


def words(text: str) -> list[str]:
    """The words of a text, folded: letter by letter, by what Unicode says of each."""
    made, word = [], ""
    for sign in unicodedata.normalize("NFC", text):
        if unicodedata.category(sign)[0] in "LN":
            base = unicodedata.normalize("NFD", sign)[0]
            word += (base if base.isascii() else sign).lower()
        elif word:
            made.append(word)
            word = ""
    return [*made, word] if word else made


def has_phrase(document: Parsed, wanted: Sequence[str], *, prefix: bool = False) -> bool:
    """Whether words stand one after the other in a text; with `prefix` the last may go on."""
    count = len(wanted)
    if not document.vocabulary.issuperset(wanted[:-1] if prefix else wanted):  # most documents are told by that
        return False
    return any(
        text[at : at + count] == tuple(wanted)
        if not prefix
        else text[at : at + count - 1] == tuple(wanted[:-1])
        and at + count <= len(text)
        and text[at + count - 1].startswith(wanted[-1])
        for text in document.words
        for at in range(len(text) - count + 1)
    )


def is_spelled(document: Parsed, text: str) -> bool:
    """Whether a text stands there as printed, and neither begins nor ends within a word."""
    pattern = re.compile(rf"(?<![^\W_]){re.escape(text.translate(_QUOTES))}(?![^\W_])")
    part = text.translate(_QUOTES)
    return any(part in printed and pattern.search(printed) for printed in document.printed)


def random_queries(documents: Sequence[Parsed], count: int, seed: int) -> Iterable[tuple[str, set[str]]]:
    """Queries of every sort with the addresses that they should find."""
    chance = random.Random(seed)  # noqa: S311 - the same queries every time
    sorts = (_word, _word, _phrase, _prefix, _spelled, _both, _either, _without, _dated, _in_volume, _noted)
    for number in range(count):
        sort = sorts[number % len(sorts)]
        query, fits = sort(chance, documents)
        yield query, {document.address for document in documents if fits(document)}


Fits = Callable[[Parsed], bool]


class _Fits:
    """A test of documents, as the sorts of queries below put them together."""

    def __init__(self, *wanted: str, prefix: bool = False) -> None:
        self.wanted = [words(one) for one in wanted]
        self.prefix = prefix

    def __call__(self, document: Parsed) -> bool:
        return all(has_phrase(document, one, prefix=self.prefix) for one in self.wanted)


def _some(chance: random.Random, documents: Sequence[Parsed], length: int = 1) -> str:
    """Words that stand together somewhere, as they are printed there: with hyphens, apostrophes, accents."""
    while True:
        printed = chance.choice(chance.choice(documents).printed).split()
        if len(printed) >= length:
            at = chance.randrange(len(printed) - length + 1)
            text = " ".join(printed[at : at + length]).strip("*=-:()[]\"',.;/&")
            if len(words(text)) >= length and not re.search(r'["*]', text):
                return text


def _word(chance: random.Random, documents: Sequence[Parsed]) -> tuple[str, Fits]:
    word = _some(chance, documents)
    return f'"{word}"', _Fits(word)


def _phrase(chance: random.Random, documents: Sequence[Parsed]) -> tuple[str, Fits]:
    phrase = _some(chance, documents, chance.randint(2, 4))
    return f'"{phrase}"', _Fits(phrase)


def _prefix(chance: random.Random, documents: Sequence[Parsed]) -> tuple[str, Fits]:
    word = chance.choice(words(_some(chance, documents)))[: chance.randint(2, 6)]
    return f"{word}*", _Fits(word, prefix=True)


def _spelled(chance: random.Random, documents: Sequence[Parsed]) -> tuple[str, Fits]:
    text = _some(chance, documents, chance.randint(1, 2))
    if chance.random() < 0.3:
        text = text.swapcase()
    return f'="{text}"', lambda document: is_spelled(document, text)


def _both(chance: random.Random, documents: Sequence[Parsed]) -> tuple[str, Fits]:
    one, other = _some(chance, documents), _some(chance, documents)
    return f'"{one}" AND "{other}"', _Fits(one, other)


def _either(chance: random.Random, documents: Sequence[Parsed]) -> tuple[str, Fits]:
    one, other = _Fits(first := _some(chance, documents)), _Fits(second := _some(chance, documents, 2))
    return f'"{first}" OR "{second}"', lambda document: one(document) or other(document)


def _without(chance: random.Random, documents: Sequence[Parsed]) -> tuple[str, Fits]:
    one, other = _Fits(first := _some(chance, documents)), _Fits(second := _some(chance, documents))
    return f'"{first}" NOT "{second}"', lambda document: one(document) and not other(document)


def _dated(chance: random.Random, documents: Sequence[Parsed]) -> tuple[str, Fits]:
    one = _Fits(first := _some(chance, documents))
    dates = sorted(document.date for document in chance.choices([d for d in documents if len(d.date) == 10], k=2))
    low, high = dates
    return (
        f'"{first}" date:{low}..{high}',
        lambda document: (
            one(document)
            and bool(document.date)
            and document.date[: len(high)] <= high[: len(document.date)]
            and document.date >= low[: len(document.date)]
        ),
    )


def _in_volume(chance: random.Random, documents: Sequence[Parsed]) -> tuple[str, Fits]:
    one, volume = _Fits(first := _some(chance, documents)), chance.choice(documents).volume
    return f'"{first}" volume:{volume}', lambda document: one(document) and document.volume == volume


def _noted(chance: random.Random, documents: Sequence[Parsed]) -> tuple[str, Fits]:
    one = _Fits(first := _some(chance, documents))
    return f'"{first}" without:notes', lambda document: one(document) and not document.notes
