"""What a source note says behind its citation: secrecy and haste, who drafted, cleared and approved, who got copies.

`Secret; Priority; Exdis. Drafted by Popple, cleared by Bacon and Tyler, and approved by Don T. Christensen of S/S.
Repeated to Paris and Tokyo.` The sentences are few and alike from 1952 on; until then secrecy and haste stand in lines
of their own before the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple

CLASSES = (
    "Top Secret", "Secret", "Confidential", "Limited Official Use", "Official Use Only", "Unclassified",
    "Administratively Confidential", "Restricted", "No classification marking", "No classification", "Personal",
    "Plain",
)  # fmt: skip
"""Marks of secrecy, as notes print them."""

PRECEDENCES = (
    "Niact Immediate", "Operational Immediate", "Niact Priority", "Immediate Action", "Immediate", "Niact", "Flash",
    "Priority", "Emergency", "Routine", "US Urgent", "Urgent",
)  # fmt: skip
"""Marks of haste: in which order a telegraph office sent."""

_MARK_AT_MOST = 48
_CLASS = pattern(rf"(?:{'|'.join(CLASSES)})(?![\w’])", re.IGNORECASE)
_HASTE = pattern(rf"(?:{'|'.join(PRECEDENCES)})(?!\w)", re.IGNORECASE)
_SENTENCE_END = pattern(r"\.[”\"]?(?=\s|$)|(?<=[a-z]{3})\.(?=[A-Z][a-z])|\n")
_SHORT = pattern(
    r"(?:^|[\s.(/])(?:[A-Z]|Jr|Sr|Mr|Mrs|Dr|Gen|Maj|Lt|Col|Capt|Adm|Brig|Amb|Gov|Sen|St|U\.S|No|Nos|Jan|Feb|Mar|Apr|Aug"
    r"|Sept?|Oct|Nov|Dec|p|pp|vol|pt|a\.m|p\.m|Dept|Govt)$"
)
_BEGINS = pattern(
    r"(?:Drafted|Cleared|Approved|Prepared|Written|Initialed|Draft(?:ed)? text|Text (?:drafted|cleared))\b"
)
_WORK = pattern(
    r"(?P<first>[Dd]rafted|[Pp]repared|[Ww]ritten|[Cc]leared|[Aa]pproved|[Cc]oncurred in)"
    r"(?:,? (?:and|in) (?P<second>drafted|cleared|approved|initialed|signed|substance|draft))?"
    r"(?P<dated> (?:on|in) [A-Z]\w+ \d{1,2}(?:, \d{4})?| in (?:draft|substance)| \([^()]{0,40}\))* "
    r"(?:by|in|with|for) (?=\S)"
)
_BETWEEN = pattern(
    r"(?:[,;] and|[,;]| and)\s*(?:was\s+)?$|,? and (?:signed|released|initialed|revised|attached|sent) .*$"
)
_DAY = pattern(r",? on [A-Z][a-z]+ \d{1,2}(?:, \d{4})?\b.*$|,? [A-Z][a-z]{2,8} \d{1,2}(?:, \d{4})?$")
_COPIED = pattern(
    r"(?:^Sent|\b[Rr]epeated|\b[Pp]assed|\b[Aa]lso (?:sent|repeated|passed)|\b[Ss]ent also|\b[Ss]ent for information)"
    r"(?: (?:for information|for action|information|info|immediate|priority|\w+))? to (?=\S)"
)
_SENDS = pattern(r"(?:Repeated|Also|Passed|Sent|Transmitted|Relayed|Drafted|Pouched)\b")
_LIST = pattern(r",? and |[,;] ")
_ARTICLE = pattern(r"^the (?!Hague)")


class Marks(NamedTuple):
    """Secrecy, haste and the other marks of one paper; what is not said is empty."""

    classification: str = ""
    precedence: str = ""
    handling: str = ""


class Drafting(NamedTuple):
    """Who drafted, cleared and approved a paper, as names or offices in the note's words."""

    drafted_by: str = ""
    cleared_by: str = ""
    approved_by: str = ""


def marks_in(sentence: str) -> Marks:
    """The marks in the sentence behind a citation, or in a line of them: `Top Secret/Sensitive; Roger Channel`."""
    pieces = [piece.strip(" .") for piece in re.split(r"[;/\u2003\n]|\. | {2,}", sentence) if piece.strip(" .")]
    classification = precedence = ""
    others: list[str] = []
    for piece in pieces:
        if not classification and (found := _CLASS.match(_plain(piece))):
            classification = _as_listed(found[0], CLASSES)
            others += _left(_plain(piece)[found.end() :])
        elif not precedence and (found := _HASTE.fullmatch(piece)):
            precedence = _as_listed(found[0], PRECEDENCES)
        elif len(piece) <= _MARK_AT_MOST:
            others.append(piece.capitalize() if piece.islower() else piece)
    if not classification and not precedence:
        return Marks()
    return Marks(classification, precedence, "; ".join(others))


def _plain(piece: str) -> str:
    """`Personal and Confidential` is confidential, and personal besides."""
    return piece.removeprefix("Personal and ")


def _left(rest: str) -> list[str]:
    """What stands with a mark of secrecy in one piece; a sentence that begins there without a stop is none."""
    rest = rest.strip(" -–—,")
    return [rest] if rest and not re.match(r"Drafted|Repeated|Sent|Approved|Cleared|The |A |An |No |In ", rest) else []


def _as_listed(words: str, listed: tuple[str, ...]) -> str:
    return next(mark for mark in listed if mark.casefold() == words.casefold())


def drafting_in(text: str) -> Drafting:
    """Who drafted, cleared and approved, from the sentences that begin with one of these words."""
    found = {"drafted": "", "cleared": "", "approved": ""}
    for sentence in sentences(text):
        if _BEGINS.match(sentence):
            for work, who in _shares(sentence):
                found[work] = found[work] or who
    return Drafting(found["drafted"], found["cleared"], found["approved"])


def _shares(sentence: str) -> Iterator[tuple[str, str]]:
    """Each work with who did it; `Drafted and approved by Glenn` names him twice."""
    works = list(_WORK.finditer(sentence))
    ends = [*(work.start() for work in works[1:]), len(sentence)]
    for work, end in zip(works, ends, strict=False):
        who = _BETWEEN.sub("", sentence[work.end() : end])
        who = _DAY.sub("", who.strip(" .,;")).strip(" .,;")
        for word in (work["first"], work["second"]):
            if name := _WORKS.get((word or "").lower()[:7]):
                yield name, who


_WORKS = {
    "drafted": "drafted",
    "prepare": "drafted",
    "written": "drafted",
    "cleared": "cleared",
    "concurr": "cleared",
    "approve": "approved",
}


def copies_in(text: str) -> tuple[str, ...]:
    """To which posts and commands a message was repeated, passed or also sent, in the order of the words."""
    names: dict[str, None] = {}
    for sentence in filter(_SENDS.match, sentences(text)):
        for found in _COPIED.finditer(sentence):
            rest = re.sub(r",? and$", "", _COPIED.split(sentence[found.end() :], maxsplit=1)[0].rstrip(" ,;"))
            rest = re.split(r" (?:as telegram|on [A-Z]\w+ \d|in telegram|for information|with |by telegram)", rest)[0]
            for name in _LIST.split(rest.strip(" .;,")):
                if name[:1].isupper() or name.startswith("the "):
                    names.setdefault(_ARTICLE.sub("", name.strip()))
    return tuple(names)


def sentences(text: str) -> Iterator[str]:
    """The sentences of a note, initials and short forms not taken for their ends."""
    start = 0
    for stop in _SENTENCE_END.finditer(text):
        if stop[0] != "\n" and _SHORT.search(text, max(0, stop.start() - 8), stop.start()):
            continue
        if sentence := text[start : stop.end()].strip():
            yield sentence
        start = stop.end()
    if rest := text[start:].strip():
        yield rest
