"""Archival sources and other books, and the Ibid. that repeats the one or the other.

An Ibid. takes the citation nearest before it. It does not cross from an archive's file to a book by itself: what is
said behind it (`Ibid., Box 495`, `ibid., p. 7`) decides which of the two is meant.
"""

from __future__ import annotations

import re

from tgreader.model.patterns import pattern
from tgreader.references.context import Cited, Context, Run
from tgreader.references.grammar import Ibid, Places, SourceWords
from tgreader.references.placing import refer, volume_place
from tgreader.references.publications import PublicationWords, book_before
from tgreader.references.series import SeriesVolume
from tgreader.references.sources import ArchivalSource, archival_source, is_file, repeated_source

_AT = pattern(r",? ?(?:at )?")
_DAY = pattern(r"[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}")
_DAY_OF_KEY = pattern(_DAY.pattern, re.IGNORECASE)
_ALONE = pattern(r"\W*(?:For text, )?(?:[Ss]ee )?")


def source(now: Context, words: SourceWords) -> None:
    """An archival citation, or an Ibid. with what is kept elsewhere in the same archive."""
    if not words.repeats:
        if found := archival_source(words.words):
            _source(now, words.start, words.end, found)
        return
    now.recall()
    kept = now.kept
    if kept and kept.sort == "publication" and not is_file(words.words) and not _is_far(kept, words.words):
        _again(now, words.start, words.end, _of_another_day(kept, words.words), kept.reference.title)
    elif now.source and now.source.source:
        last = now.source
        found = repeated_source(now.source.source, words.words)
        why = f"{last.where} cites {last.reference.title}; Ibid. repeats what stands before it there"
        _source(now, words.start, words.end, found, why)
    else:
        _unknown(now, words.start, words.end)


def _source(now: Context, start: int, end: int, found: ArchivalSource, why: str = "") -> None:
    reference = now.add(
        refer(now.block, start, end, "source", found.key, found.title, inferred=bool(why), why=why or None)
    )
    now.cite(Cited("archival source", now.where, reference, source=found))


def book(now: Context, words: PublicationWords) -> None:
    """Another book, with its volume and pages."""
    reference = refer(now.block, words.start, words.end, "publication", words.key, words.title)
    now.cite(Cited("publication", now.where, now.add(reference)))
    now.book_end = words.end


def pages_of_a_book(now: Context, words: Places) -> None:
    """Pages that are neither this volume's nor those of one just named: of the book named before them, if one is."""
    found = book_before(now.text, words.start, words.end)
    if found and (not now.found or now.found[-1].end <= found.start):
        book(now, found)


def ibid(now: Context, words: Ibid, at: int) -> int:
    """An Ibid. that says no more, or that pages, documents or footnotes follow."""
    now.recall()
    after = now.next(at, _AT)
    if isinstance(after, Places):
        return _ibid_with_places(now, words, after)
    alone = _ALONE.fullmatch(now.text, 0, words.start)
    cited = now.last if alone and now.last and now.last.sort == "document" else now.kept
    if cited and cited.sort == "document" and cited.holder and not alone:
        why = f"{cited.where} cites {cited.reference.title}; Ibid. repeats its volume"
        now.add_place(cited.holder, volume_place(), words.start, words.end, why)
    elif cited:
        _again(now, words.start, words.end, cited)
    else:
        _unknown(now, words.start, words.end)
    return 1


def _ibid_with_places(now: Context, words: Ibid, places: Places) -> int:
    """`ibid., Document 184` keeps the volume, `ibid., p. 7` that or the book, `ibid., footnote 3` the document."""
    last = now.last
    if places.kind == "footnote" and now.place and last and last.reference.kind in {"document", "footnote"}:
        why = f"{last.where} cites {last.reference.title}; Ibid. repeats its document"
        now.run = Run(now.place[0], words.start, words.end, why)
        return 1
    cited = now.printed
    if cited and cited.sort == "publication" and places.kind == "page":
        _again(now, words.start, places.end, cited)
        return 2
    if cited and cited.holder:
        why = f"{cited.where} cites {cited.reference.title}; Ibid. repeats its volume" if cited.earlier else ""
        now.run = Run(cited.holder, words.start, words.end, why)
        return 1
    if places.kind == "page":
        _unknown(now, words.start, places.end)
        return 2
    now.run = Run(now.own, words.start, words.end)
    return 1


def ibid_volume(now: Context, words: SeriesVolume) -> bool:
    """Whether `ibid., Vol. II` is not of this series but of the archive's file, or of the other book, cited last."""
    if words.head == "ibid":
        now.recall()
    kept = now.kept
    if words.head != "ibid" or words.subseries or not kept:
        return False
    said = now.text[words.start : words.end].partition(", ")[2]
    if kept.sort == "publication":
        _again(now, words.start, words.end, kept)
    elif kept.sort == "archival source" and said.startswith("Vol. "):
        source(now, SourceWords(words.start, words.end, said, repeats=True))
    else:
        return False
    return True


def _again(now: Context, start: int, end: int, cited: Cited, named: str = "") -> None:
    """The reference of an Ibid.: what was cited, `named` as it was there, with the reason why it is meant."""
    last = cited.reference
    why = f"{cited.where} cites {named or last.title}; Ibid. repeats the last {cited.sort}"
    source = now.block.source(start, end)
    again = last._replace(start=start, end=end, text=now.text[start:end], inferred=True, why=why, source=source)
    now.cite(cited._replace(where=now.where, reference=now.add(again), earlier=False))
    if cited.sort == "publication":
        now.book_end = end


def _of_another_day(cited: Cited, words: str) -> Cited:
    """`Ibid., June 7, 1976, p. 5`: the same journal, of the day that is given."""
    last, day = cited.reference, _DAY.match(words)
    if not day:
        return cited
    journal = _DAY.sub("", last.title).rstrip(", ")
    key = f"{_DAY_OF_KEY.sub('', last.key).rstrip(', ')}, {day[0].casefold()}"
    return cited._replace(reference=last._replace(title=f"{journal}, {day[0]}", key=key))


def _is_far(cited: Cited, words: str) -> bool:
    """Whether a book was cited in an earlier document and the words behind the Ibid. give no day of a journal."""
    return cited.earlier and not _DAY.match(words)


def _unknown(now: Context, start: int, end: int) -> None:
    why = "nothing that it could repeat is cited before it in this document"
    now.add(refer(now.block, start, end, "source", "source ibid.", "Ibid.", why=why))
