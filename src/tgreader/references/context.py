"""Context: what was said before the words that are being read, in the block, in the sentence and in the document."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Literal

from tgreader.model.document import Block, Document
from tgreader.model.inline import Reference
from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple
from tgreader.references.grammar import Words, words_in
from tgreader.references.known import Known, KnownHere
from tgreader.references.placing import Holder, Place, placed
from tgreader.references.series import SeriesVolume
from tgreader.references.sources import ArchivalSource
from tgreader.references.telegrams import Telegram, home_of

Sort = Literal["archival source", "publication", "volume", "document"]

_JOINED = pattern(
    r"(?:,? ?ff\.?| passim)?,? ?(?:(?:[Ss]ections?|[Cc]hapters?) [^.;()\d]{2,100},”? ?)?"
    r"(?:and |or )?(?:at |as |the )?[(\[]? ?"
)
_SENTENCE_END = pattern(r"(?<!\b[Vv]ol)(?<!\bvols)(?<!\bpt)(?<!\bNo)[.;] +[A-Z]|\n")
_OF_THE_BOOK = pattern(  # each word can be read in one way only, or many of them could be in millions
    r"(?:,? (?:\([^()]{2,80}\)|[A-Z][\w’]*+(?: (?![Vv]ols?\. ?\w|[Ss]eries \w)[\w’]++)*+|[Vv]ols?\. ?\w{1,6}"
    r"|[Ss]eries \w+)){0,6},? "
)


class Cited(NamedTuple):
    """A citation, as an Ibid. may repeat it.

    Attributes:
        sort: what it is.
        where: the block it stands in, in words (`note 1`).
        reference: the reference that was made of it.
        holder: of a volume or document: the volume.
        source: of an archival source: the source.
        earlier: whether it stands in an earlier document.
    """

    sort: Sort
    where: str
    reference: Reference
    holder: Holder | None = None
    source: ArchivalSource | None = None
    earlier: bool = False


class Past(NamedTuple):
    """What a document leaves to an Ibid. at the beginning of the next; the attributes are those of `Context`."""

    kept: Cited | None = None
    source: Cited | None = None
    printed: Cited | None = None
    series: SeriesVolume | None = None


class Run(NamedTuple):
    """A volume just named, whose places may follow.

    Attributes:
        holder: the volume.
        start: where the words that name it begin, or None once a place in it has taken them into its own.
        end: where the words end.
        why: where it was named in an earlier document, where that was.
    """

    holder: Holder
    start: int | None
    end: int
    why: str = ""


class Context:
    """One document being read, block after block, and the references found in the block at hand.

    Attributes:
        document, known, home: as given; `home` is between whom the document passed.
        own: the document's own volume.
        last: the last citation of any sort.
        kept: the last that an Ibid. in brackets can mean: a document of this volume is only pointed to.
        source: the last archival source.
        printed: the last volume or other book.
        series: the last volume of the series that was named.
        place: the document cited last, as its volume and id.
        block, text, where: the block at hand.
        edited: whether the block is the editors' own: a note, or an editorial note.
        run: the volume named just before.
        book_end: where the last citation of another book in this block ends.
        listed: the volume of which a list of its papers, with their pages, follows, and where the list begins.
        found: the references so far.
        sent: the telegrams named so far in the document.
        line: those of the document's line of references, and where it stands; None until it is asked for.
        enclosures: the block with which each enclosure begins; None until it is asked for.
    """

    def __init__(self, document: Document, known: Known, past: Callable[[], Past] = Past) -> None:
        self.document = document
        self._past: Callable[[], Past] | None = past
        self.known = KnownHere(document, known)
        self.home = home_of(document)
        self.own = Holder((document.volume,) if document.volume else (), "the volume of this document", own=True)
        self.last: Cited | None = None
        self.kept: Cited | None = None
        self.source: Cited | None = None
        self.printed: Cited | None = None
        self.series: SeriesVolume | None = None
        self.place: tuple[Holder, str] | None = None
        self.sent: list[Telegram] = []
        self.line: tuple[Sequence[Telegram], str] | None = None
        self.enclosures: dict[str, int] | None = None
        self.enter(Block("paragraph", ""), "")

    def enter(self, block: Block, where: str, edited: bool = True) -> None:
        """Begin a block; `edited` says whether its words are the editors' own."""
        self.block = block
        self.text = text = block.text
        self.edited = edited
        self.where = where
        self._words: list[Words] = []
        self._more_words = words_in(text, self.home)
        self._sentence_ends: list[tuple[int, int]] | None = None
        self.run: Run | None = None
        self.book_end = 0
        self.listed: tuple[Holder, int] | None = None
        self.found: list[Reference] = []

    def recall(self) -> None:
        """Before an Ibid. where this document cites nothing yet: what the document before it cites last is meant.

        The file's number above an old document is no citation that a page of `ibid., p. 12` could be of.
        """
        past, self._past = self._past, None
        if past and not (self.kept or self.source or self.printed):
            self.kept, self.source, self.printed, self.series = past()
        elif past and self.kept and not self.printed and not self.kept.where.startswith("note "):
            self.printed = past().printed

    @property
    def left(self) -> Past:
        """What this document leaves to the next."""
        return Past(self._as_left(self.kept), self._as_left(self.source), self._as_left(self.printed), self.series)

    def _as_left(self, cited: Cited | None) -> Cited | None:
        """A citation with the number of this document in its place, unless it stands in an earlier one."""
        if cited is None or cited.earlier:
            return cited
        number = (self.document.id or "").removeprefix("d")
        place = f"Document {number}" if number.isdecimal() else "the section before"
        return cited._replace(where=f"{cited.where} of {place}", earlier=True)

    def words(self, at: int) -> Words | None:
        """Of the words of the block that may point elsewhere, those at index `at`; None behind the last.

        The block is read as far as that: what is not asked for costs nothing.
        """
        while at >= len(self._words):
            more = next(self._more_words, None)
            if more is None:
                return None
            self._words.append(more)
        return self._words[at]

    def next(self, at: int, glue: re.Pattern[str] = _JOINED) -> Words | None:
        """The words after those at index `at`, where nothing but that glue is between them."""
        after = self.words(at + 1)
        return after if after and glue.fullmatch(self.text, self._words[at].end, after.start) else None

    def held(self, words: Words) -> tuple[Holder, int] | None:
        """The volume named just before the words, and where its own words begin."""
        run = self.run
        if run and run.end <= words.start and _JOINED.fullmatch(self.text, run.end, words.start):
            return run.holder, words.start if run.start is None else run.start
        return None

    def listing(self, at: int) -> Holder | None:
        """The volume in whose list a place stands: `the following in Foreign Relations, 1947, vol. i: …, p. 777`."""
        if self.listed and not self._sentence_ends_between(self.listed[1], at):
            return self.listed[0]
        return None

    def _sentence_ends_between(self, start: int, end: int) -> bool:
        """Whether a sentence of the block ends between two places: all ends are found at once, as many may ask."""
        if self._sentence_ends is None:
            self._sentence_ends = [found.span() for found in _SENTENCE_END.finditer(self.text)]
        after = bisect_left(self._sentence_ends, (start, start))
        return after < len(self._sentence_ends) and self._sentence_ends[after][1] <= end

    def book_in_sentence(self, at: int) -> bool:
        """Whether another book is cited in the sentence that has come to `at`."""
        return bool(self.book_end) and not self._sentence_ends_between(self.book_end, at)

    def in_the_book(self, words: Words) -> bool:
        """Whether words say a place in the other book that is cited before them: its volume, a document of it."""
        return self.book_in_sentence(words.start) and bool(
            _OF_THE_BOOK.fullmatch(self.text, self.book_end, words.start)
        )

    def add(self, reference: Reference) -> Reference:
        """Keep a reference of the block at hand."""
        self.found.append(reference)
        return reference

    def add_place(self, holder: Holder, place: Place, start: int, end: int, why: str = "") -> Reference:
        """Keep the reference to a place of the series that text[start:end] makes, and remember it for an Ibid."""
        if self.run and self.run.holder is holder:
            why = why or self.run.why
        reference = self.add(placed(self.known, holder, place, self.block, start, end, why))
        self.cite(Cited("volume" if place.kind == "volume" else "document", self.where, reference, holder))
        return reference

    def cite(self, cited: Cited) -> None:
        """Remember a citation."""
        self.last = cited
        if cited.holder is None or not cited.holder.own:
            self.kept = cited
        if cited.sort == "archival source":
            self.source = cited
        elif self.kept is cited:
            self.printed = cited
