"""What a word is, to the index and to whoever marks its hits in a text: one rule.

A word is a run of letters and digits. Case does not count, nor do accents of Latin letters: `communique` is communiqué.
Everything else parts words, hyphens and apostrophes too, so that a word with one is its parts one after the other:
`Sino-Soviet` finds “Sino-Soviet” and “Sino Soviet”, `don't` finds “don’t”. A phrase stands within one paragraph. What
only a typesetter put there does not count: a soft hyphen within a word is nothing, a ligature (`ﬁ`) is its letters.

Exact spelling is as it is printed: case, accents, hyphens and apostrophes count. Only what a keyboard lacks is let
pass: a straight apostrophe or quotation mark is a curly one too, and a hyphen is the hyphen that does not break.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from tgreader.model.patterns import pattern as compiled_later

TYPESET = {"\u00ad": "", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
"""What a typesetter puts into words, and what it stands for."""

_TYPESET = str.maketrans(TYPESET)
_WORD = re.compile(r"[^\W_]+")
# No word goes on here. It stands behind the first letter, since patterns that start with a letter are found far sooner.
_BEGINS, _ENDS = r"(?<![^\W_][\s\S])", r"(?![^\W_])"
_AS_TYPED = {"'": "['’‘]", '"': '["“”„]', "-": "[-‐‑]"}
_COMBINING = (0x300, 0x370)
_ACCENTS = compiled_later("[\u00c0-\u024f\u1e00-\u1eff]")
"""Latin letters with accents."""
_LONGER_OR_SHORTER = compiled_later(f"[{''.join(TYPESET)}\u0300-\u036f]")
_OTHERWISE = compiled_later(f"[{''.join(TYPESET)}\u0300-\u036f\u00c0-\u024f\u1e00-\u1eff]")
"""What is looked for as something else than it is printed."""
_PARTED = r"(?:[^\w\n]|_)+"
"""What stands between two words of a phrase: not the end of a paragraph."""


def words_of(text: str) -> list[str]:
    """The words of a text, in small letters without accents."""
    return [plain(word) for word in _WORD.findall(unicodedata.normalize("NFC", as_letters(text)))]


def plain(word: str) -> str:
    """A word in small letters without accents."""
    return "".join(map(_letter, word.lower()))


def as_letters(text: str) -> str:
    """A text without what only a typesetter put into its words."""
    return text if text.isascii() else text.translate(_TYPESET)


class Plain:
    """A text as words are looked for in it: without accents and without what a typesetter put into words.

    Args:
        text: as it is printed.
        accents: whether accents are kept.

    Attributes:
        text: what to look in; capitals are capitals still.
    """

    def __init__(self, text: str, *, accents: bool = False) -> None:
        self.text = text
        self._origins: Sequence[int] | None = None
        if text.isascii() or not _OTHERWISE.search(text):  # mostly it is quotation marks and dashes that are not ASCII
            return
        if _LONGER_OR_SHORTER.search(text):
            pieces = list(map(_without_typesetting if accents else _without_accent, text))
            self._origins = [at for at, piece in enumerate(pieces) for _ in piece] + [len(text)]
            self.text = "".join(pieces)
        elif not accents:
            self.text = _ACCENTS.sub(_unaccented, text)

    def printed(self, start: int, end: int) -> tuple[int, int]:
        """The range of the printed text that a range of this one stands for, both in code points."""
        if self._origins is None:
            return start, end
        last = self._origins[end - 1] + 1 if end > start else 0
        return self._origins[start], max(last, self._origins[end])  # an accent that stands apart belongs to its letter


@lru_cache(maxsize=256)
def pattern(text: str, *, prefix: bool = False, exact: bool = False) -> re.Pattern[str]:
    """What finds a word, or words one after the other, in a `Plain` text.

    Args:
        text: the words as typed; at least one.
        prefix: whether the last word may go on.
        exact: whether the spelling counts; the text is then one with its accents.
    """
    text = unicodedata.normalize("NFC", as_letters(text))
    if exact:
        first, *signs = [r"[^\S\n]+" if c == " " else _AS_TYPED.get(c, re.escape(c)) for c in " ".join(text.split())]
        begins = _BEGINS if _WORD.match(text.lstrip()) else ""
        ends = _ENDS if _WORD.fullmatch(text.rstrip()[-1:]) else ""
        return re.compile(first + begins + "".join(signs) + ("" if prefix else ends))
    first, *others = [re.escape(plain(word)) for word in _WORD.findall(text)]
    begin = f"[{first[0]}{first[0].upper()}]" if len(first[0].upper()) == 1 else f"(?i:{first[0]})"
    words = _PARTED.join([f"(?i:{first[1:]})" if first[1:] else "", *(f"(?i:{word})" for word in others)])
    return re.compile(begin + _BEGINS + words + ("[^\\W_]*" if prefix else _ENDS))


@lru_cache(maxsize=256)
def forms(text: str) -> tuple[str, ...]:
    """How the first of some words is written most often: as typed, in small letters, with a capital, in capitals."""
    word = _WORD.findall(unicodedata.normalize("NFC", as_letters(text)))[0]
    written = (word, *(form for one in (word.lower(), plain(word)) for form in (one, one.capitalize(), one.upper())))
    return tuple(dict.fromkeys(written))


def _unaccented(found: re.Match[str]) -> str:
    return _letter(found[0])


def _without_typesetting(letter: str) -> str:
    return TYPESET.get(letter, letter)


def _without_accent(letter: str) -> str:
    if _COMBINING[0] <= ord(letter) < _COMBINING[1]:
        return ""
    return TYPESET.get(letter) or ("" if letter in TYPESET else _letter(letter))


@cache
def _letter(letter: str) -> str:
    if letter.isascii():
        return letter
    base = unicodedata.normalize("NFD", letter)
    return base[0] if base[0].isascii() and all(map(unicodedata.combining, base[1:])) else letter
