"""What the first words of a document say that its heading does not: its own number, and what kind it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tgreader.model.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tgreader.model.document import Document

# A telegram's own number opens its first words: `8334. Subj:`, `Secto 20. (Telegram …`, `96244/Todel 2840. 1. …`.
_NUMBER = r"(?:(?!Part|Section|Ref|Re|Para|No)[A-Z][A-Za-z]{0,9} )?\d[\d–-]*(?:[A-Z]{1,3}\b|/(?:[A-Z][a-z]+ )?\d+)*"
_FIRST_WORDS = {
    "telegram": pattern(rf"(?P<number>{_NUMBER})(?:\.(?: |$|(?=[A-Z]|1\. ))| \(| [A-Z]{{2,}} |, (?=\d{{6}}Z))"),
    "airgram": pattern(r"(?:No\. )?(?P<number>(?:CA|A)[–-]\d+)\b"),
    "despatch": pattern(r"No\. (?P<number>\d+)\b"),
    "dispatch": pattern(r"No\. (?P<number>[\w–-]*\d)\b"),
    "Estimate": pattern(r"(?:Secret )?(?P<number>S?NIE[ –-]?\d[\w–/.-]*\w)"),
}
# A report's own, on a line of its own: `NSC 5514`, `No. 6001`, `RNA–38`, `NIO 0001–76`.
_OF_REPORTS = pattern(r"Intelligence|National Security Council Report|Research|Special", re.IGNORECASE)
_LONE_NUMBER = pattern(r"(?:No\. )?(?P<number>(?:[A-Z]{2,5}[ –-]?(?:No\. )?)?\d[\d/–-]*(?:[A-Z]|\.\d)?)\.?")
_SERIAL = pattern(r"\[?No\. (?P<number>\d+½?)\.?\]?")
# Before 1955, between dateline and text: `secret   us urgent`, `Top Secret`, `[Extract]`.
_CLASSIFIED = pattern(
    r"\W*(?:(?:top|secret|confidential|restricted|unclassified|us|urgent|priority|niact|extract)\W*)+"
)
_LIST_NUMBER = pattern(r"\(?(\d{1,2})[.)] ")
# In text without markup: no sentence, and nothing behind the kind.
_FILE_LINE_ALONE = pattern(r"[^.:]{3,40}(?:\.[^.:]{0,20})?: (?:Circular )?(?:Telegram|Airgram)\W?", re.IGNORECASE)
_FILE_LINE = pattern(r": (?P<kind>(?:Circular )?(?:Telegram|Airgram)|Despatch|Instruction)\b", re.IGNORECASE)


def own_number(kind: str, document: Document, *, sent: bool) -> str:
    """The kind's own number; of what was sent and has no kind, its serial number."""
    wanted = next((begins for word, begins in _FIRST_WORDS.items() if word in kind), None)
    words = list(_first_words(document))
    if wanted is None and kind and _OF_REPORTS.search(kind):
        alone = (_LONE_NUMBER.fullmatch(text) for text in words[:2])
        return next((match["number"] for match in alone if match), "")
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


def kind_of_file_line(document: Document) -> str:
    """The kind that the line of the file's number names (`793.00/1–1052: Telegram`), before 1955."""
    lines = [block.text for block in document.blocks if block.kind == "source"]
    lines += [block.text for block in document.blocks[:4] if _FILE_LINE_ALONE.fullmatch(block.text)]
    lines += [note.text for note in document.notes if note.kind == "source"][:1]
    found = (_FILE_LINE.search(line[:200]) for line in lines)
    return next((match["kind"].lower() for match in found if match), "")
