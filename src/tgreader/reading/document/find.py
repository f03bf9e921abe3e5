"""Finding words in a document: in the unwrapped text, so that no phrase is missed because it crosses a line end.

Case, accents and the printer's quotation marks, dashes and spaces do not count: `communique` finds communiqué, and
`"on or about"` finds “on or about”. Folding maps one code point to one, so that offsets stay those of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import islice
from types import MappingProxyType

from tgreader.model.document import Document
from tgreader.model.inline import Range
from tgreader.model.tuples import NamedTuple

MOST_HITS = 20_000
"""More hits than this are not listed; the count then says so."""

_SAME = {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'", "–": "-", "—": "-", "\u2011": "-"}


class _Folds(dict[int, str]):
    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = _SAME.get(character, character)
        if folded.isspace():
            folded = " "
        elif not folded.isascii():
            base = unicodedata.normalize("NFD", folded)
            folded = base[0] if all(map(unicodedata.combining, base[1:])) else folded
        lower = folded.lower()
        self[code] = folded = lower if len(lower) == 1 else folded
        return folded


_FOLDS = _Folds()


def folded(text: str) -> str:
    """Text as it is compared: as many code points as before."""
    return text.translate(_FOLDS)


class Hit(NamedTuple):
    """One place where the words stand.

    Attributes:
        block: the number of the block, the notes' blocks after the body's.
        start, end: the range of its text.
        home: the index of the block of the body beside which it is read.
        note: the number of the note it is in, or None.
    """

    block: int
    start: int
    end: int
    home: int
    note: int | None


class Hits(NamedTuple):
    """All places where the words stand, in reading order: a paragraph, then its notes.

    Attributes:
        words: what was looked for, as typed.
        found: the hits.
        complete: False where there are more than `MOST_HITS`.
    """

    words: str = ""
    found: tuple[Hit, ...] = ()
    complete: bool = True
    by_block: Mapping[int, Sequence[Range]] = MappingProxyType({})

    def nearest(self, home: int, offset: int = 0) -> int | None:
        """The index of the first hit at or after a place of the body, else the first; None where there is none."""
        if not self.found:
            return None
        for index, hit in enumerate(self.found):
            if (hit.home, hit.note is not None, hit.start) >= (home, False, offset):
                return index
        return 0


class Finder:
    """Finds words in one document; the folded text is kept from search to search."""

    def __init__(self, document: Document, homes: dict[int, int]) -> None:
        self._blocks: list[tuple[int, int, int | None, str]] = []
        self._document = document
        self._homes = homes

    def find(self, words: str) -> Hits:
        """Find words; white space in them stands for any white space.

        Args:
            words: as typed. Empty words are found nowhere.
        """
        wanted = folded(unicodedata.normalize("NFC", words)).split()
        if not wanted:
            return Hits(words)
        pattern = re.compile(" ++".join(map(re.escape, wanted)))
        found: list[Hit] = []
        for number, home, note, text in self._texts():
            places = islice(pattern.finditer(text), MOST_HITS + 1 - len(found))
            found += [Hit(number, *place.span(), home, note) for place in places]
        complete = len(found) <= MOST_HITS
        found = sorted(found[:MOST_HITS], key=lambda hit: (hit.home, hit.note is not None, hit.block, hit.start))
        by_block: dict[int, list[Range]] = {}
        for hit in found:
            by_block.setdefault(hit.block, []).append((hit.start, hit.end))
        return Hits(words, tuple(found), complete, by_block)

    def _texts(self) -> list[tuple[int, int, int | None, str]]:
        if not self._blocks:
            for number, (note, block) in enumerate(self._document.every_block()):
                home = number if note is None else self._homes.get(note.number, 0)
                self._blocks.append((number, home, note.number if note else None, folded(block.text)))
        return self._blocks
