"""What kind of document it is, from whom to whom, when and where: read from heading, dateline and first words.

Headings of the series follow a few patterns: `Telegram From A to B`, `Memorandum of Conversation`, `Memorandum by A to
B`, before 1955 `The Ambassador in Burma (Sebald) to the Department of State`, and in microfiche supplements a summary
(`Telegram 430 from La Paz, February 9, 1961. Transmits …`). What none of them tells is left empty, never guessed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tgreader.citing.words import heading_of, long_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tgreader.model.document import Document

# Words in the names of kinds that are no proper names: citations print them in lower case.
_COMMON = frozenset(
    """action address aide-mémoire airgram announcement article backchannel background briefing cablegram circular
    communiqué conference contact conversation declaration despatch diary directive discussion dispatch draft editorial
    entry excerpt excerpts extract extracts handwritten information informal instruction intelligence joint letter
    letters list log meeting memoranda memorandum message minute minutes note notes oral outline paper personal points
    preliminary press proclamation record release remarks report research resolution speech statement study summary
    talking telegram telephone transcript transcripts""".split()  # noqa: SIM905 - words read better as a text
)
_LINKING = frozenset({"a", "among", "an", "at", "between", "for", "in", "of", "on", "the", "with"})
# After one of these, “to” belongs to a title (the Ambassador to Poland) and does not lead to the recipient.
_TITLES = frozenset(
    """Adviser Advisor Aide Ambassador Assistant Consultant Counselor Delegate Delegation Deputy Envoy Liaison Member
    Minister Mission Observer Representative""".split()  # noqa: SIM905 - as above
)
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_RANGE = rf"{_MONTH} \d{{1,2}}–(?:{_MONTH} )?\d{{1,2}}, \d{{4}}"
_DATE = rf"{_RANGE}|{_MONTH} \d{{1,2}}, \d{{4}}"
# A place and a date that a heading repeats from the dateline, or the summary that follows a heading on microfiche.
_REPEATED = re.compile(
    rf", (?:[^,]+, )*?(?P<date>{_DATE})(?!\w)|, (?:{_MONTH} \d{{1,2}}|undated)\. "
    r"|(?<=[a-z0-9)]{3})(?<!Messrs)(?<!Capt)\. (?=[A-Z])"
)
_PATTERN = re.compile(
    r"(?P<kind>[A-Z][\w–’'é-]*(?: (?!(?:from|form|by|to|prepared)\b)[\w–’'é-]+){0,9}?)"
    r"(?: (?P<number>(?:No\. )?[A-Z]{0,9}[–-]?\d[\w–/-]*(?: \d+)?))?,?"
    r" (?P<word>from|form|by|to|prepared (?:by|in|for)) (?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_FIRST_WORDS = {
    "telegram": re.compile(r"(?P<number>(?:[A-Z][A-Za-z]{0,9} )?\d[\d/–-]*Z?)(?:\. | \(| [A-Z]{2,} )"),
    "airgram": re.compile(r"(?:No\. )?(?P<number>(?:CA|A)[–-]\d+)\b"),
    "despatch": re.compile(r"No\. (?P<number>\d+)\b"),
    "dispatch": re.compile(r"No\. (?P<number>[\w–-]*\d)\b"),
    "Estimate": re.compile(r"(?:Secret )?(?P<number>S?NIE[ –-]?\d[\w–/.-]*\w)"),
}
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
    """

    kind: str = ""
    number: str = ""
    sender: str = ""
    recipient: str = ""
    title: str = ""
    place: str = ""
    date: str = ""

    @property
    def correspondents(self) -> str:
        """`Embassy in the Soviet Union to the Department of State`, or the sender alone, or ""."""
        return f"{self.sender} to {self.recipient}" if self.sender and self.recipient else self.sender

    @property
    def form(self) -> str:
        """`telegram 8334`."""
        return " ".join(part for part in (self.kind, self.number) if part)


def describe(document: Document) -> Description:
    """Describe a document from what it says itself."""
    heading = heading_of(document).replace("( ", "(").replace(" )", ")")
    repeated = _REPEATED.search(heading)
    described = _from_heading(heading[: repeated.start()] if repeated else heading)
    if described.sender and not described.kind:
        described = described._replace(kind=_kind_of_file_line(document))
    return described._replace(
        number=described.number or _number_in_first_words(described.kind, document),
        place=_place(document),
        date=_date(document) or ((repeated["date"] or "") if repeated else ""),
    )


def _from_heading(heading: str) -> Description:
    """Kind, number and correspondents, as far as the heading has one of the series' patterns."""
    found = _PATTERN.match(heading)
    if found and _is_kind(found["kind"]):
        kind, number = small(found["kind"]), (found["number"] or "").removeprefix("No. ")
        if found["word"].lower() in ("to", "prepared for"):
            return Description(kind, number, recipient=found["rest"])
        sender, recipient = _parted(found["rest"])
        return Description(kind, number, _without_article(sender), recipient)
    if not _is_kind(heading):
        sender, recipient = _parted(heading)
        if recipient:
            return Description(sender=_without_article(sender), recipient=recipient)
    numbered = re.fullmatch(r"(?P<kind>.+?) (?:No\. )?(?P<number>[A-Z]{0,9}[–-]?\d[\w–/-]*)", heading)
    kind, number = (numbered["kind"], numbered["number"]) if numbered else (heading, "")
    if _is_kind(kind):
        return Description(small(kind), number)
    return Description(title=heading)


def _is_kind(words: str) -> bool:
    """Whether words name a kind of document: one of the common words is their noun."""
    first = words.split(",")[0].lower().split()
    return any(word in _COMMON for word in first[:3]) or first[-1:] in (["estimate"], ["memorandum"], ["report"])


def small(kind: str) -> str:
    """A kind in small letters, up to its first proper name: `minutes of a National Security Council Meeting`."""
    words = kind.split()
    for index, word in enumerate(words):
        if word.lower() not in _COMMON and word.lower() not in _LINKING:
            break
        words[index] = word.lower()
    return " ".join(words)


def _parted(words: str) -> tuple[str, str]:
    """Sender and recipient around the “to” between them; no recipient where there is none."""
    for found in re.finditer(r" to (?=\S)", words):
        before = words[: found.start()].rpartition(" ")[2].strip("()[],")
        if before not in _TITLES:
            return words[: found.start()], words[found.end() :]
    return words, ""


def _without_article(name: str) -> str:
    article, _, rest = name.partition(" ")
    return rest if rest and article.lower() in ("the", "a", "an") else name


def _first_words(document: Document) -> Iterator[str]:
    """The beginnings of the blocks after the heading, numbers of lists put back."""
    for block in document.blocks[1 if document.has_heading else 0 :][:12]:
        yield f"{block.label or ''} {block.text[:80]}".strip()


def _number_in_first_words(kind: str, document: Document) -> str:
    wanted = next((pattern for word, pattern in _FIRST_WORDS.items() if word in kind), None)
    if wanted is None:
        return ""
    found = (wanted.match(words) for words in _first_words(document))
    return next((match["number"] for match in found if match), "")


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
    """As printed where it is a range of days; else the date that the reader of the format made out."""
    printed = document.dateline or ""
    days = re.search(_RANGE, printed)
    if days:
        return days[0]
    return long_date(document.date or "") or ("undated" if "undated" in printed.lower() else "")
