"""Who cites what, over all that is indexed: backlinks of a place or a thing, each with the citing sentence.

A place is cited by its address: a document (with its notes and paragraphs), one footnote, a printed page, a volume. A
thing without an address is cited by its key (`model.inline.Reference.key`): a telegram, an archival box, a book.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tgreader.library.index.excerpts import Excerpt, Spot, StoredLayout, Texts, page_of, place_of
from tgreader.library.index.reader import IndexReader
from tgreader.library.index.rows import Message, Telegraphed
from tgreader.library.index.sentences import sentence_with
from tgreader.model.tuples import NamedTuple

_REFERENCE = "r.part, r.start, r.end, r.kind, r.key, r.title, r.target, r.status, r.inferred, r.why"
_CITING = "d.address, d.number, d.heading, d.date, d.volume"
_OF = "r.base = ? AND r.base <> ''"
"""The second half is what the index of `base` leaves out: only told so, SQLite uses it."""
_TEXT = """CASE r.part WHEN 'notes' THEN t.notes WHEN 'source' THEN t.source WHEN 'body' THEN t.body
    ELSE coalesce(d.printed, d.heading) END"""
"""The one text in which the reference stands: the others need not be read."""


class CitedBy(NamedTuple):
    """One place that cites something.

    Attributes:
        address: of the citing document.
        place: of the paragraph or note that cites.
        number, heading, date, volume: of the citing document; "" where not known.
        page: the printed page of the place, or None.
        kind, key, title, target, status, inferred, why: as in `model.inline.Reference`; "" where there is none.
        sentence: the citing sentence; the reference itself is its one range of words.
        offset: where the reference begins in the text of that paragraph or note.
    """

    address: str
    place: str
    number: str
    heading: str
    date: str
    volume: str
    page: str | None
    kind: str
    key: str
    title: str
    target: str
    status: str
    inferred: bool
    why: str
    sentence: Excerpt
    offset: int


class TelegramCited(NamedTuple):
    """One place that names a telegram, airgram or despatch, and what it says of it.

    Attributes:
        address, document_number, heading, document_date: of the document that names it.
        kind, key: `telegram`, `telegram State 149897`.
        status, target, inferred, why: as in `model.inline.Reference`, as it was when the file was read; "" for none.
        said: the place, and what it says.
        reference: the reference's own number, for `at_references`.
    """

    address: str
    document_number: str
    heading: str
    document_date: str
    kind: str
    key: str
    status: str
    target: str
    inferred: bool
    why: str
    said: Telegraphed
    reference: int


class Printed(NamedTuple):
    """A document that is itself a telegram, airgram or despatch."""

    address: str
    number: str
    heading: str
    message: Message


class Citations(IndexReader):
    """Answers who cites what; see `IndexReader` for what may be raised, and for `interrupt`."""

    def of_place(self, address: str, most: int = 1000) -> list[CitedBy]:
        """What cites a place, in the order of the volumes.

        Args:
            address: of a document (its footnotes and paragraphs count as it), of a footnote (it alone), of a printed
                page of a volume, or of a volume (as a whole).
            most: how many at the most.
        """
        base, _, within = address.partition("#")
        test, values = (_OF, (base,)) if not within else (f"{_OF} AND r.target = ?", (base, address))
        return self._cited(test, values, most)

    def of_key(self, key: str, most: int = 1000) -> list[CitedBy]:
        """What cites a thing that has that key."""
        return self._cited("r.key = ? AND r.key <> ''", (key,), most)

    def keys(self) -> list[str]:
        """The keys of all that is cited and has no address: telegrams, papers, books."""
        return [row[0] for row in self.rows("SELECT DISTINCT key FROM refs WHERE key <> ''")]

    def places_of(self, address: str) -> tuple[set[str], set[str], int]:
        """What one may go to in a document: the labels of its notes, its printed pages, how many paragraphs it has."""
        rows = self.rows(
            "SELECT t.layout, t.body FROM texts AS t JOIN documents AS d ON d.id = t.id WHERE d.address = ?", (address,)
        )
        if not rows:
            return set(), set(), 0
        layout, body = StoredLayout(rows[0][0]), rows[0][1]
        pages = {label for _, label in layout.pages} | ({layout.page} if layout.page else set())
        return {label for _, label, _ in (*layout.notes, *layout.source)}, pages, body.count("\n") + bool(body)

    def made_by(self, address: str) -> list[CitedBy]:
        """What a document itself cites, in the order of its text."""
        return self._cited("r.document = (SELECT id FROM documents WHERE address = ?)", (address,), -1)

    def is_indexed(self, address: str) -> bool:
        """Whether a document, or a volume, is in the index."""
        return bool(
            self.rows(
                "SELECT 1 FROM documents WHERE address = ? UNION ALL SELECT 1 FROM documents WHERE volume = ? LIMIT 1",
                (address, address),
            )
        )

    def file_as_read(self, address: str) -> tuple[str, int, int, str]:
        """The file that a document was read from, as it was then: path, size, time, digest of its content.

        Returns:
            `("", 0, 0, "")` where the index has no such document.
        """
        rows = self.rows(
            "SELECT f.path, f.size, f.modified, f.content FROM files AS f JOIN documents AS d ON d.file = f.id "
            "WHERE d.address = ?",
            (address,),
        )
        return rows[0] if rows else ("", 0, 0, "")

    def volumes(self) -> list[str]:
        """The ids of the volumes in the index."""
        return [row[0] for row in self.rows("SELECT DISTINCT volume FROM documents WHERE volume <> ''")]

    def telegrams(self, volume: str = "") -> Iterator[TelegramCited]:
        """Every place that names a telegram or its like, in the order of the text.

        Args:
            volume: only places in this volume; "" for all.
        """
        for row in self.rows(
            f"SELECT d.address, d.number, d.heading, d.date, r.kind, r.key, r.status, r.target, r.inferred, r.why, "
            f"{', '.join(f'm.{name}' for name in Telegraphed._fields)}, r.id "
            "FROM telegrams AS m JOIN refs AS r ON r.id = m.ref JOIN documents AS d ON d.id = r.document "
            "WHERE ? IN ('', d.volume) ORDER BY m.ref",
            (volume,),
        ):
            yield TelegramCited._make((*row[:10], Telegraphed._make(row[10:-1]), row[-1]))

    def messages(self, volume: str = "") -> Iterator[Printed]:
        """Every document that is itself a telegram or its like; `volume` as for `telegrams`."""
        for row in self.rows(
            f"SELECT d.address, d.number, d.heading, {', '.join(f'm.{name}' for name in Message._fields)} "
            "FROM messages AS m JOIN documents AS d ON d.id = m.document WHERE ? IN ('', d.volume) ORDER BY d.id",
            (volume,),
        ):
            yield Printed._make((*row[:3], Message._make(row[3:])))

    def at_references(self, references: Sequence[int]) -> list[CitedBy]:
        """The places of some references, by `TelegramCited.reference`, in the same order."""
        found: list[CitedBy] = []
        for number in references:
            found += self._cited("r.id = ?", (number,), 1)
        return found

    def _cited(self, test: str, values: Sequence[object], most: int) -> list[CitedBy]:
        rows = self.rows(
            f"SELECT {_CITING}, {_REFERENCE}, t.layout, {_TEXT} "
            "FROM refs AS r JOIN documents AS d ON d.id = r.document "
            f"JOIN texts AS t ON t.id = r.document WHERE {test} ORDER BY r.id LIMIT ?",
            (*values, most),
        )
        return [_cited_by(row) for row in rows]


def _cited_by(row: tuple[Any, ...]) -> CitedBy:
    address, number, heading, date, volume = row[:5]
    part, start, end, kind, key, title, target, status, inferred, why = row[5:15]
    layout, text = row[15:]
    texts, spot = Texts(heading, "", "", "", StoredLayout(layout))._replace(**{part: text}), Spot(part, start, end)
    return CitedBy(
        address,
        place_of(address, texts, spot),
        number,
        heading,
        date,
        volume,
        page_of(texts.layout, spot),
        kind,
        key,
        title,
        target,
        status,
        bool(inferred),
        why,
        _sentence(texts, spot),
        _offset(texts, spot),
    )


def _offset(texts: Texts, spot: Spot) -> int:
    """Where in its paragraph a place is."""
    return spot.start - (texts.text(spot.part).rfind("\n", 0, spot.start) + 1)


def _sentence(texts: Texts, spot: Spot) -> Excerpt:
    sentence, words = sentence_with(texts.text(spot.part), spot.start, spot.end)
    return Excerpt(sentence, (words,))
