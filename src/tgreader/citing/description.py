"""What kind of document it is, from whom to whom, when and where: read from heading, dateline and first words.

What none of them tells is left empty, never guessed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tgreader.citing.headings import DATE, RANGE, read_heading
from tgreader.citing.words import heading_of, long_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tgreader.model.document import Document

# A telegram's own number opens its first words: `8334. Subj:`, `Secto 20. (Telegram …`, `96244/Todel 2840. 1. …`.
_NUMBER = r"(?:(?!Part|Section|Ref|Re|Para|No)[A-Z][A-Za-z]{0,9} )?\d[\d–-]*(?:[A-Z]{1,3}\b|/(?:[A-Z][a-z]+ )?\d+)*"
_FIRST_WORDS = {
    "telegram": re.compile(rf"(?P<number>{_NUMBER})(?:\.(?: |$|(?=[A-Z]|1\. ))| \(| [A-Z]{{2,}} |, (?=\d{{6}}Z))"),
    "airgram": re.compile(r"(?:No\. )?(?P<number>(?:CA|A)[–-]\d+)\b"),
    "despatch": re.compile(r"No\. (?P<number>\d+)\b"),
    "dispatch": re.compile(r"No\. (?P<number>[\w–-]*\d)\b"),
    "Estimate": re.compile(r"(?:Secret )?(?P<number>S?NIE[ –-]?\d[\w–/.-]*\w)"),
}
_SERIAL = re.compile(r"\[?No\. (?P<number>\d+½?)\.?\]?")
# Before 1955, between dateline and text: `secret   us urgent`, `Top Secret`, `[Extract]`.
_CLASSIFIED = re.compile(
    r"\W*(?:(?:top|secret|confidential|restricted|unclassified|us|urgent|priority|niact|extract)\W*)+"
)
_LIST_NUMBER = re.compile(r"\(?(\d{1,2})[.)] ")
_FILE_LINE = re.compile(r": (?P<kind>(?:Circular )?(?:Telegram|Airgram)|Despatch|Instruction)\b", re.IGNORECASE)


class Description(NamedTuple):
    """What a citation says of a document before it says where it is printed; what is not known is empty.

    Attributes:
        kind: `telegram`, `memorandum of conversation`, `National Intelligence Estimate` …; small letters but for names.
        number: the kind's own (`8334`), not the document's number in the volume.
        sender: who wrote it, without a leading article.
        recipient: to whom, as printed.
        title: the heading, where it names neither a kind nor correspondents.
        place: where it was written.
        date: as citations print it (`August 22, 1972`, `March 3–5, 1970`), or `undated` where that is printed.
        apposed: whether the sender's title stands between commas, so that one stands before “to”.
    """

    kind: str = ""
    number: str = ""
    sender: str = ""
    recipient: str = ""
    title: str = ""
    place: str = ""
    date: str = ""
    apposed: bool = False

    @property
    def correspondents(self) -> str:
        """`Embassy in the Soviet Union to the Department of State`, or the sender alone, or ""."""
        joint = ", to " if self.apposed else " to "
        return f"{self.sender}{joint}{self.recipient}" if self.sender and self.recipient else self.sender

    @property
    def form(self) -> str:
        """`telegram 8334`; `National Intelligence Estimate 65–2–59`; of a letter that has a serial, `no. 74`."""
        if self.number and not self.kind:
            return f"no. {self.number}"
        number = self.number.removeprefix("".join(word[0] for word in self.kind.split())).lstrip(" –-")
        return " ".join(part for part in (self.kind, number) if part)


def describe(document: Document) -> Description:
    """Describe a document from what it says itself."""
    heading = read_heading(heading_of(document), document.dateline or "")
    kind = heading.kind or (_kind_of_file_line(document) if heading.sender else "")
    return Description(
        kind,
        heading.number or _number_in_first_words(kind, document, sent=bool(heading.recipient)),
        heading.sender,
        heading.recipient,
        heading.title,
        _place(document) or heading.place,
        heading.date if re.fullmatch(RANGE, heading.date) else _date(document) or heading.date,
        heading.apposed,
    )


def _number_in_first_words(kind: str, document: Document, *, sent: bool) -> str:
    """The kind's own number; of what was sent and has no kind, its serial number."""
    wanted = next((pattern for word, pattern in _FIRST_WORDS.items() if word in kind), None)
    words = list(_first_words(document))
    if wanted is None:
        serial = (_SERIAL.fullmatch(text) for text in words[:4])
        return next((match["number"] for match in serial if match), "") if sent and not kind else ""
    begun = len(words)
    for index, text in enumerate(words[:12]):
        found = wanted.match(text)
        if found and not _is_listed(words, index) and (index <= begun or re.search(r"\d{3}|[A-Z]", found["number"])):
            return found["number"]
        if "telegram" in kind and len(text) > 40:  # the text has begun: a small number further on is a paragraph's
            begun = min(begun, index)
            if index > begun:
                break
    return ""


def _first_words(document: Document) -> Iterator[str]:
    """The beginnings of the blocks after the heading, numbers of lists put back."""
    for block in document.blocks[1 if document.has_heading else 0 :][:12]:
        if block.kind not in ("dateline", "source") and not _CLASSIFIED.fullmatch(block.text.lower()):
            yield f"{block.label or ''} {block.text[:80]}".strip()


def _is_listed(words: list[str], index: int) -> bool:
    """Whether a number is that of a paragraph: the next one goes on from it, or the one before leads to it."""
    numbers = [int(found[1]) if (found := _LIST_NUMBER.match(text)) else 0 for text in words]
    here = numbers[index]
    before, after = numbers[:index], numbers[index + 1 :]
    return here > 0 and (here - 1 in before or (here + 1 in after and 1 not in after))


def _kind_of_file_line(document: Document) -> str:
    """The kind that the line of the file's number names (`793.00/1–1052: Telegram`), before 1955."""
    lines = [block.text for block in document.blocks if block.kind == "source"]
    lines += [note.text for note in document.notes if note.kind == "source"][:1]
    found = (_FILE_LINE.search(line[:200]) for line in lines)
    return next((match["kind"].lower() for match in found if match), "")


def _place(document: Document) -> str:
    place = (document.place or "").strip(" []().,")
    return "" if "not declassified" in place else place


def _date(document: Document) -> str:
    """As printed, where a day or a range of days is; else the date that the reader of the format made out.

    Encodings disagree with the printed dateline now and then, and then what is printed counts.
    """
    printed = document.dateline or ""
    if days := re.search(RANGE, printed):
        return days[0]
    dates = {day[0] for day in re.finditer(DATE, printed)}
    if len(dates) == 1:
        return dates.pop().replace(" 0", " ")
    return long_date(document.date or "") or ("undated" if "undated" in printed.lower() else "")
