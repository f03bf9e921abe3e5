"""Places in the series: documents, footnotes and pages, and the words that say whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from tgreader.model.address import Address
from tgreader.model.patterns import pattern
from tgreader.references.context import Context, Run
from tgreader.references.grammar import Ibid, Places, Pointer
from tgreader.references.numbers import Number
from tgreader.references.placing import Holder, document_place, note_place, page_place, refer
from tgreader.references.publications import TITLES, book_before
from tgreader.references.volume_ids import cited_by_page, is_annual, numbered_through
from tgreader.references.volumes import part_behind, printed_volumes, that_volume_behind, volume_behind, volume_of

_OF = pattern(r"(?:,? paragraph \d{1,2})?(?:,? (?:to|of|in|at|on)|,|)\s?(?:the )?\(?")
_THERETO = pattern(r",? (?:and (?:its )?)?\(?")
_IN_A_BOOK = pattern(rf",? (?:in|of) (?:the )?(?:{TITLES})")
_ELSEWHERE = pattern(r" (?:in|to|of|on) (?!this|the present|page|p\.)")
_BRACKET = pattern(r" \(")
_BEFORE_OWN_PAGE = pattern(
    r"(?:[\w.”\")],|,[”\"]|^|[(;]"
    r"|\b(?:[Ss]ee(?: also)?|[Pp]rinted|(?:[Pp]rinted|[Nn]otes?(?: \d{1,3})?|paragraph) on)) ?$"
)
_FOOTNOTE = pattern(r"[Ff]ootnote \d")
_SEE = pattern(r"\b[Ss]ee $")
_PAGE_ALONE = pattern(r", (\d{2,4})(?=[.;)])")  # `See footnote 1, 662.`
_LISTED = pattern(r"[;,] (?:and )?")
_BEHIND_A_BOOK = pattern(
    r"(?:\([^()]{2,90}\d{4}\)|\bCong\.|\b[Ss]ess(?:ion|\.)|Publication (?:No\. )?\d{2,5}"
    r"|\bvols?\. \d+(?: \((?:\d{4}|pt\. \d)\))?"
    r"|Series|Stat\.|(?<!the )Report|Hearings?|Records?|Foreign Relations|\b(?:Supp|Suppl)\."
    r"|\b(?:Repts?|Docs?)\. (?:No\. )?\d+|\bpts?\. \d+),? ?(?:and )?$"
)
_BOOK_BEHIND = pattern(r"\), (?:Department of State|UN|U\.N\.) [A-Z]")
_SEE_OR_NOTE = pattern(r"\b[Ss]ee(?: also)? $|[Ff]ootnotes? \d{1,2}, $")


def _spans(numbers: Sequence[Number], start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Each number with its range: the first takes the words before the list, the last those behind it."""
    for index, number in enumerate(numbers):
        first = start if index == 0 else number.start
        yield number.label, first, end if index == len(numbers) - 1 else number.end


def documents(now: Context, words: Places, at: int) -> int:
    """`Documents 95 and 96`, `Document 380 in Foreign Relations, …`, `Document 47 and footnote 6 thereto`.

    Like all readers of words, it gives the number of words it has read.
    """
    if now.in_the_book(words) or _IN_A_BOOK.match(now.text, words.end):
        return 1
    held = now.held(words)
    if not held and (printed := printed_volumes(now, words.start)):
        held = printed, words.start
    unnumbered = (words.short or is_annual(now.document.volume)) and not numbered_through(now.document.volume)
    if not held and unnumbered and not volume_behind(now, at):
        return 1
    holder, start = held or (now.own, words.start)
    end, used, why = words.end, 1, ""
    if not held and (volume := volume_behind(now, at)):
        holder, end, used = volume_of(now, volume), volume.end, 2
    elif not held and (other := part_behind(now, at)):
        holder, end, used = other.holder, other.end, 2
    elif not held and (that := that_volume_behind(now, words)):
        holder, end, why = that
    note = now.next(at, _THERETO)
    if isinstance(note, Places) and note.kind == "footnote" and _belongs(now, note, at + 1):
        _documents_with_note(now, words, note, holder, start)
        return 2
    for label, first, last in _spans(words.numbers, start, end):
        _document(now, holder, label, first, last, why)
    now.run = Run(holder, None, end)
    return used


def _document(now: Context, holder: Holder, label: str, start: int, end: int, why: str = "") -> None:
    row = numbered_through(now.document.volume) if holder.own else ()
    if row and now.known.standing(Address(now.document.volume, f"d{label}")) != "here":
        holder = Holder(row, "the volumes on the conference")
    now.add_place(holder, document_place(label), start, end, why)
    now.place = holder, f"d{label}"


def _belongs(now: Context, note: Places, at: int) -> bool:
    """Whether a footnote named after a document is that document's: `thereto`, or nothing that says otherwise."""
    if note.relation:
        return note.relation in {"thereto", "thereon"}
    after = now.next(at, _OF)
    return "and" not in now.text[note.start - 5 : note.start] and not isinstance(after, Places)


def _documents_with_note(now: Context, words: Places, note: Places, holder: Holder, start: int) -> None:
    """`Document 47 and footnote 6 thereto`: the last document and the first footnote make one reference."""
    *others, last = words.numbers
    for label, first, end in _spans(others, start, others[-1].end if others else start):
        _document(now, holder, label, first, end)
    now.place = holder, f"d{last.label}"
    _notes(now, note, now.place, last.start if others else start, note.end)


def _notes(now: Context, words: Places, place: tuple[Holder, str], start: int, end: int, why: str = "") -> None:
    """The footnotes of a document, which is given as its volume and id."""
    holder, document = place
    for label, first, last in _spans(words.numbers, start, end):
        now.add_place(holder, note_place(document, label), first, last, why)
    now.run = Run(holder, None, end)


def footnotes(now: Context, words: Places, at: int) -> int:
    """`footnote 3, Document 95`, `footnote 2 above`, `footnote 4, supra`, `footnote 7, p. 677`, `footnote 5`."""
    if words.short and not (
        now.edited and (now.held(words) or _SEE.search(now.text, max(0, words.start - 6), words.start))
    ):
        return 1  # `vol. 43, p. 459, n. 2` is another book's
    after = now.next(at, _OF)
    on_page = isinstance(after, Places) and after.kind == "page"
    held = now.held(words) or (_listed_with_the_last(now, words) if on_page else None)
    holder, start = held or (now.own, words.start)
    if isinstance(after, Places) and after.kind == "page" and words.relation in {"", "thereto", "thereon"}:
        now.run = Run(holder, start, after.start)
        return 1 + pages(now, after, at + 1)
    if words.relation:
        _related_notes(now, words)
    elif isinstance(after, Places) and after.kind == "document":
        return _notes_of_documents(now, words, after, at + 1, held)
    elif isinstance(after, Ibid) and now.place:
        _notes(now, words, now.place, words.start, after.end)
        return 2
    elif held and now.place and (not holder.own or (now.run and now.run.why)):
        _notes(now, words, now.place, start, words.end)
    else:
        _notes_alone(now, words)
    return 1


def _notes_of_documents(
    now: Context, words: Places, documents: Places, at: int, held: tuple[Holder, int] | None
) -> int:
    """`footnote 3, Document 95`, whose volume or part may stand behind it."""
    holder, start = held or (now.own, words.start)
    alone = not held and len(documents.numbers) == 1
    if volume := volume_behind(now, at) if alone else None:
        _notes_of(now, words, documents._replace(end=volume.end), volume_of(now, volume), start)
        return 3
    if other := part_behind(now, at) if alone else None:
        _notes_of(now, words, documents._replace(end=other.end), other.holder, start)
        return 3
    _notes_of(now, words, documents, holder, start)
    return 2


def _notes_alone(now: Context, words: Places) -> None:
    """`footnote 5`, with nothing beside it that says whose."""
    if cited_by_page(now.document.volume) and (page := _PAGE_ALONE.match(now.text, words.end)):
        now.add_place(now.own, page_place(page[1]), words.start, page.end())
    elif _ELSEWHERE.match(now.text, words.end):
        text, why = now.text[words.start : words.end], "the document that has it is named in words alone"
        now.add(refer(now.block, words.start, words.end, "footnote", text.casefold(), text, why=why))
    else:
        _own_notes(now, words)


def _listed_with_the_last(now: Context, words: Places) -> tuple[Holder, int] | None:
    """Of `ibid., footnote 6, p. 365; footnote 7, p. 385` the second: its volume is that of the first."""
    run, last = now.run, now.found[-1] if now.found else None
    listed = run and last and last.kind == "page" and _FOOTNOTE.search(last.text)
    if run and listed and _LISTED.fullmatch(now.text, run.end, words.start):
        return run.holder, words.start
    return None


def _related_notes(now: Context, words: Places) -> None:
    """`footnote 2 above`, `footnote 4, supra`, `footnote 6 thereto`."""
    if words.relation in {"above", "below"}:
        _notes_on_the_page(now, words)
    elif words.relation in {"thereto", "thereon"}:
        if now.place:
            _notes(now, words, now.place, words.start, words.end)
    elif beside := _beside(now, words.relation):
        _notes(now, words, (now.own, beside[0]), words.start, words.end, beside[1])


def _notes_on_the_page(now: Context, words: Places) -> None:
    """`footnote 2 above`: of this document; or, where it has no such note, of the one printed beside it."""
    beside = _beside(now, "supra" if words.relation == "above" else "infra")
    if beside and words.numbers and now.document.volume:
        label, document = words.numbers[0].label, beside[0]
        here = now.known.standing(now.document.address.at_note(label))
        there = now.known.standing(Address(now.document.volume, document, note=label))
        if here == "missing" and there == "here":
            why = f"this document has no footnote {label}; Document {document[1:]}, {words.relation} it, has one"
            _notes(now, words, (now.own, document), words.start, words.end, why)
            return
    _own_notes(now, words)


def _notes_of(now: Context, words: Places, document: Places, holder: Holder, start: int) -> None:
    """`footnote 3, Document 95`; a footnote without a number leaves the document."""
    first, *rest = document.numbers
    if words.numbers:
        _notes(now, words, (holder, f"d{first.label}"), start, first.end if rest else document.end)
    else:
        _document(now, holder, first.label, start, first.end if rest else document.end)
    for number in rest:
        _document(now, holder, number.label, number.start, number.end)
    now.place = holder, f"d{document.numbers[-1].label}"
    now.run = Run(holder, None, document.end)


def _own_notes(now: Context, words: Places) -> None:
    """Footnotes of the document itself, which may be of no known volume."""
    if now.document.volume and now.document.id:
        _notes(now, words, (now.own, now.document.id), words.start, words.end)
        return
    for label, first, last in _spans(words.numbers, words.start, words.end):
        target = now.document.address.at_note(label)
        here = any(note.label == label for note in now.document.notes)
        status: Literal["resolved", "unknown"] = "resolved" if here else "unknown"
        why = None if here else f"this document has no footnote {label}"
        title = f"footnote {label}"
        now.add(refer(now.block, first, last, "footnote", str(target), title, target, status, why=why))


def neighbour(now: Context, words: Pointer, at: int) -> int:
    """`Supra.`, `infra, footnote 3`: the document printed before or after this one, or a note of it."""
    beside = _beside(now, words.word)
    if not beside or not now.edited:
        return 1
    note = now.next(at, _THERETO)
    if isinstance(note, Places) and note.kind == "footnote" and note.numbers and not note.relation:
        _notes(now, note, (now.own, beside[0]), words.start, note.end, beside[1])
        return 2
    _document(now, now.own, beside[0][1:], words.start, words.end, beside[1])
    return 1


def _beside(now: Context, word: str) -> tuple[str, str] | None:
    """The id of the document before or after this one, and the reason; None where this one's number is not plain."""
    found = re.fullmatch(r"d(\d{1,6})", now.document.id or "")
    if not found:
        return None
    step, side = (-1, "before") if word.casefold() == "supra" else (1, "after")
    if int(found[1]) + step < 1:
        return None
    return f"d{int(found[1]) + step}", f"{word.casefold()} is the document printed {side} this one"


def pages(now: Context, words: Places, at: int) -> int:
    """Pages of a volume just named, or of this volume; those of other books are left to `citations`.

    `vol. IV, pp. 1056–1057 (Document 13)` says one place twice, and is the reference to the document.
    """
    if words.relation:
        holder, start = now.own, words.start
    elif held := now.held(words):
        holder, start = held
    elif listing := now.listing(words.start):
        holder, start = listing, words.start
    elif _own_page(now, words):
        holder, start = now.own, words.start
    else:
        return 0
    end, used = words.end, 1
    if isinstance(now.next(at, _BRACKET), Places):
        now.run = Run(holder, start, end)
        return 1
    note = now.next(at, _THERETO)
    if isinstance(note, Places) and note.kind == "footnote" and _belongs(now, note, at + 1) and len(words.numbers) == 1:
        end, used = note.end, 2
    for label, first, last in _spans(words.numbers, start, end):
        now.add_place(holder, page_place(label), first, last)
    now.run = Run(holder, None, end)
    return used


def _own_page(now: Context, words: Places) -> bool:
    """Whether pages that are not said to be another book's are this volume's."""
    if now.text.startswith(" of this volume", words.end):
        return True
    if not now.edited or now.text.startswith(" of ", words.end) or now.book_in_sentence(words.start):
        return False
    if book_before(now.text, words.start, words.end):
        return False
    before = now.text[max(0, words.start - 100) : words.start]
    if _BEHIND_A_BOOK.search(before) or (before.endswith("(") and _BOOK_BEHIND.match(now.text, words.end)):
        return False
    return bool((_BEFORE_OWN_PAGE if cited_by_page(now.document.volume) else _SEE_OR_NOTE).search(before))
