"""What a query should find, worked out without the index: by reading the parsed texts from end to end.

The rule is that of README's *Searching*, written a second time: a word is a run of letters and digits, neither case nor
accents of Latin letters count, soft hyphens are nothing and ligatures their letters, all else parts words, a phrase
stands in one paragraph; with `=` the text is compared as printed. Between words near each other the end of a paragraph
counts as a word.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from tgreader.model.document import Block, Document, Note

_QUOTES = str.maketrans("‘’“”„‑‐", '\'\'"""--')


ALL = ("heading", "body", "notes", "source")
"""The fields that have a document's own words."""


class Parsed(NamedTuple):
    """A document as the brute force reads it: the words of each block, and its printed text."""

    address: str
    date: str
    volume: str
    notes: int
    fields: tuple[str, ...]
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
        tuple(_field(document, note, block) for note, block in document.every_block()),
        tuple(tuple(words(text)) for text in texts),
        tuple(letters(text).translate(_QUOTES) for text in texts),
        frozenset(word for text in texts for word in words(text)),
    )


def _field(document: Document, note: Note | None, block: Block) -> str:
    if note is not None:
        return "source" if note.kind == "source" else "notes"
    return "heading" if document.has_heading and block is document.blocks[0] else "body"


def letters(text: str) -> str:
    """A text without soft hyphens, and with the letters that ligatures are."""
    return "".join(
        unicodedata.normalize("NFKC", sign).replace("\u017f", "s") if "LATIN SMALL LIGATURE" in _name(sign) else sign
        for sign in text
        if sign != "\u00ad"
    )


def _name(sign: str) -> str:
    # ĳ, œ and æ are letters, not what a typesetter makes of two.
    return unicodedata.name(sign, "") if "\ufb00" <= sign <= "\ufb06" else ""


def words(text: str) -> list[str]:
    """The words of a text, folded: letter by letter, by what Unicode says of each."""
    made, word = [], ""
    for sign in unicodedata.normalize("NFC", letters(text)):
        if unicodedata.category(sign)[0] in "LN":
            base = unicodedata.normalize("NFD", sign)[0]
            word += (base if base.isascii() else sign).lower()
        elif word:
            made.append(word)
            word = ""
    return [*made, word] if word else made


def has_phrase(document: Parsed, wanted: Sequence[str], *, prefix: bool = False, fields: Sequence[str] = ALL) -> bool:
    """Whether words stand one after the other in a text of these fields; with `prefix` the last may go on."""
    count = len(wanted)
    if not document.vocabulary.issuperset(wanted[:-1] if prefix else wanted):  # most documents are told by that
        return False
    return any(
        text[at : at + count] == tuple(wanted)
        if not prefix
        else text[at : at + count - 1] == tuple(wanted[:-1])
        and at + count <= len(text)
        and text[at + count - 1].startswith(wanted[-1])
        for field, text in zip(document.fields, document.words, strict=True)
        if field in fields
        for at in range(len(text) - count + 1)
    )


def are_near(document: Parsed, one: str, other: str, most: int) -> bool:
    """Whether two words stand in one field with at most so many others between them, in any order."""
    for field in ALL:
        texts = [text for of, text in zip(document.fields, document.words, strict=True) if of == field]
        joined = [word for text in texts for word in (*text, "")]
        first, second = ([at for at, word in enumerate(joined) if word == wanted] for wanted in (one, other))
        if any(abs(here - there) - 1 <= most for here in first for there in second):
            return True
    return False


def is_spelled(document: Parsed, text: str) -> bool:
    """Whether a text stands there as printed, and neither begins nor ends within a word."""
    part = letters(text).translate(_QUOTES)
    pattern = re.compile(rf"(?<![^\W_]){re.escape(part)}(?![^\W_])")
    return any(part in printed and pattern.search(printed) for printed in document.printed)


def random_queries(documents: Sequence[Parsed], count: int, seed: int) -> Iterable[tuple[str, set[str]]]:
    """Queries of every sort with the addresses that they should find."""
    chance = random.Random(seed)  # noqa: S311 - the same queries every time
    sorts = (
        _word, _odd_word, _phrase, _prefix, _spelled, _both, _either, _without, _dated, _in_volume, _noted, _in_field,
        _near,
    )  # fmt: skip
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


def _odd_word(chance: random.Random, documents: Sequence[Parsed]) -> tuple[str, Fits]:
    """One with something else than letters of a keyboard, if chance soon finds one; asked with or without accents."""
    word = _some(chance, documents)
    for _ in range(200):
        if not word.isascii():
            break
        word = _some(chance, documents)
    asked = word if chance.random() < 0.5 else " ".join(words(word))
    return f'"{asked}"', _Fits(asked)


def _in_field(chance: random.Random, documents: Sequence[Parsed]) -> tuple[str, Fits]:
    field = chance.choice((*ALL, "note"))
    word = _some(chance, documents)
    fields = ("notes", "source") if field in ("note", "notes") else (field,)
    return f'{field}:"{word}"', lambda document: has_phrase(document, words(word), fields=fields)


def _near(chance: random.Random, documents: Sequence[Parsed]) -> tuple[str, Fits]:
    while True:
        one, other = (chance.choice(words(_some(chance, documents))) for _ in range(2))
        if one != other:
            break
    most = chance.choice((0, 1, 3, 10, 40))
    query = f"NEAR({one} {other}, {most})" if chance.random() < 0.5 else f"{one} NEAR/{most} {other}"
    return query, lambda document: are_near(document, one, other, most)


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
