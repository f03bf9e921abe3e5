"""What a word is, to the index and to whoever marks its hits in a text: one rule.

A word is a run of letters and digits. Case does not count, nor do accents of Latin letters: `communique` is communiqué.
Everything else parts words, hyphens and apostrophes too, so that a word with one is its parts one after the other:
`Sino-Soviet` finds “Sino-Soviet” and “Sino Soviet”, `don't` finds “don’t”. A phrase stands within one paragraph.

Exact spelling is as it is printed: case, accents, hyphens and apostrophes count. Only what a keyboard lacks is let
pass: a straight apostrophe or quotation mark is a curly one too, and a hyphen is the hyphen that does not break.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_WORD = re.compile(r"[^\W_]+")
# No word goes on here. It stands behind the first letter, since patterns that start with a letter are found far sooner.
_BEGINS, _ENDS = r"(?<![^\W_][\s\S])", r"(?![^\W_])"
_AS_TYPED = {"'": "['’‘]", '"': '["“”„]', "-": "[-‐‑]"}
_ACCENTED = ((0xC0, 0x250), (0x1E00, 0x1F00))
"""Ranges of code points of Latin letters with accents."""
_PARTED = r"(?:[^\w\n]|_)+"
"""What stands between two words of a phrase: not the end of a paragraph."""


def words_of(text: str) -> list[str]:
    """The words of a text, in small letters without accents."""
    return [plain(word) for word in _WORD.findall(unicodedata.normalize("NFC", text))]


def plain(word: str) -> str:
    """A word in small letters without accents."""
    return "".join(map(_letter, word.lower()))


@lru_cache(maxsize=256)
def pattern(text: str, *, prefix: bool = False, exact: bool = False) -> re.Pattern[str]:
    """What finds a word, or words one after the other, in a text as it is printed.

    Args:
        text: the words as typed; at least one.
        prefix: whether the last word may go on.
        exact: whether the spelling counts.
    """
    text = unicodedata.normalize("NFC", text)
    if exact:
        first, *signs = [r"[^\S\n]+" if c == " " else _AS_TYPED.get(c, re.escape(c)) for c in " ".join(text.split())]
        begins = _BEGINS if _WORD.match(text.lstrip()) else ""
        ends = _ENDS if _WORD.fullmatch(text.rstrip()[-1:]) else ""
        return re.compile(first + begins + "".join(signs) + ("" if prefix else ends))
    (first, *letters), *others = [_any_case(word) for word in _WORD.findall(text)]
    words = ["".join((first, _BEGINS, *letters)), *("".join(word) for word in others)]
    return re.compile(_PARTED.join(words) + ("[^\\W_]*" if prefix else _ENDS))


def _any_case(word: str) -> list[str]:
    """A word's letters, each with its capital and its accented forms."""
    return [f"[{_forms().get(letter, '')}{re.escape(letter)}]" for letter in plain(word)]


@cache
def _forms() -> dict[str, str]:
    """For each letter without accent, its other forms."""
    forms: dict[str, list[str]] = {}
    for code in (*range(0x41, 0x5B), *(code for low, high in _ACCENTED for code in range(low, high))):
        for letter in (chr(code),):
            if letter.isalpha() and (base := plain(letter)) != letter and len(base) == 1:
                forms.setdefault(base, []).append(letter)
    return {base: "".join(letters) for base, letters in forms.items()}


@cache
def _letter(letter: str) -> str:
    if letter.isascii():
        return letter
    base = unicodedata.normalize("NFD", letter)
    return base[0] if base[0].isascii() and all(map(unicodedata.combining, base[1:])) else letter
