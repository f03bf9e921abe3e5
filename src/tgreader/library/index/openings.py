"""Open quickly: a document by number, heading words, person, date or address, over the whole library.

Every word typed is the beginning of one, but for a number that another word follows: `brezh aug 1972`, `106 moscow`,
`frus1969-76v39/d106`. What fits an address or
a number exactly goes first, then what has all the words in its heading or number, then what has them anywhere. The
cost of a key does not grow with the library: what is found first is shown first, and no more is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tgreader.library.index.reader import IndexReader
from tgreader.library.query.compiling import quoted
from tgreader.library.query.words import words_of
from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple

_DATE = pattern(r"\d{4}-\d\d(-\d\d)?", re.ASCII)
_COLUMNS = "d.address, d.number, d.heading, d.date, d.volume, d.kind"


class Opening(NamedTuple):
    """A document that may be meant; what is not known is empty."""

    address: str
    number: str
    heading: str
    date: str
    volume: str
    kind: str


class Openings(IndexReader):
    """Finds documents to open; see `IndexReader` for what may be raised, and for `interrupt`."""

    def find(self, typed: str, most: int = 50) -> list[Opening]:
        """The documents that may be meant, likeliest first.

        Args:
            typed: what was typed so far; nothing finds nothing.
            most: how many at the most.
        """
        words = words_of(typed)
        if not words:
            return []
        found: dict[str, Opening] = {}
        prefixes = " AND ".join(_begins(words))
        whole = " AND ".join(quoted(word) for word in words)
        self._add(
            found,
            f"SELECT {_COLUMNS} FROM documents AS d WHERE d.address = ? LIMIT ?",
            typed.strip().encode("utf-8", "replace").decode(),
            most,
        )
        if _DATE.fullmatch(typed.strip()):
            dated = f"SELECT {_COLUMNS} FROM documents AS d WHERE d.date >= ?1 AND d.date < ?1 || '~' LIMIT ?2"
            self._add(found, dated, typed.strip(), most)
        if words[0].isdecimal():
            rest = " AND ".join(_begins(words[1:]))
            self._numbered(found, words[0], rest, most)
        for match in (f"{{heading number}} : ({whole})", f"{{heading number}} : ({prefixes})", prefixes):
            statement = (
                f"SELECT {_COLUMNS} FROM (SELECT rowid FROM quick WHERE quick MATCH ? LIMIT ?) AS q "
                "JOIN documents AS d ON d.id = q.rowid"
            )
            self._add(found, statement, match, most)
        return list(found.values())[:most]

    def _numbered(self, found: dict[str, Opening], number: str, rest: str, most: int) -> None:
        """Documents of that number, in which the other words are too."""
        if not rest:
            self._add(found, f"SELECT {_COLUMNS} FROM documents AS d WHERE d.number = ? LIMIT ?", number, most)
        else:
            statement = (
                f"SELECT {_COLUMNS} FROM (SELECT rowid FROM quick WHERE quick MATCH ?) AS q "
                "JOIN documents AS d ON d.id = q.rowid LIMIT ?"
            )
            self._add(found, statement, f"(number : {quoted(number)}) AND {rest}", most)

    def _add(self, found: dict[str, Opening], statement: str, value: str, most: int) -> None:
        if len(found) < most:
            for row in self.rows(statement, (value, most)):
                found.setdefault(row[0], Opening(*row))


def _begins(words: Sequence[str]) -> Iterator[str]:
    """What matches words that begin so; the 19 of `19 march 1972`, which is typed to its end, is no 1972."""
    for place, word in enumerate(words, 1):
        yield quoted(word) if word.isdecimal() and place < len(words) else f"{quoted(word)} *"
