"""Telegrams and what is sent with them: the telegram a `reftel` means, and the tabs and enclosures of a document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tgreader.model.document import Document
from tgreader.model.inline import Reference, Status
from tgreader.model.patterns import pattern
from tgreader.references.context import Context
from tgreader.references.filing import KINDS
from tgreader.references.forms import ENCLOSED
from tgreader.references.grammar import Pointer, words_in
from tgreader.references.placing import refer
from tgreader.references.printing import enclosure_unprinted, said_unprinted
from tgreader.references.telegrams import Telegram, TelegramWords

HEADING = "the heading"
_ONE_WHEREVER = KINDS | {"attachment"}
NAMED_AT_MOST = 26
"""Telegrams in a line of references: they are lettered."""

_ENCLOSURE = pattern(rf"\[? ?({ENCLOSED})\b")
_REFERENCE_LINE = pattern(r"\b(?:Ref(?:s|tels?|erences?)?|REFS?|REFTELS?|Re)\s?[:.]")
_INDICATED = pattern(r"\b[A-Z]{2,5}[ –-]\d{3,6}\b")


def telegram(now: Context, words: TelegramWords) -> None:
    """A telegram by number; it has no address of its own unless the words behind it give one."""
    own = not now.edited and not now.sent and words.start == 0 and now.text.startswith(".", words.end)
    if now.where == HEADING or (own and not now.home.says_sender(now.text)):  # it is the document itself
        return
    sent = words.telegram
    why = said_unprinted(now.text, words.start, words.end)
    status: Status = "unprinted" if why else "unknown"
    now.add(refer(now.block, words.start, words.end, sent.kind, sent.key, sent.title, status=status, why=why or None))
    if not words.copy:
        now.sent.append(sent)


def reftel(now: Context, words: Pointer) -> None:
    """`reftel`, `ref a`: a telegram named in the document's line of references, or the one named last in the body."""
    telegrams, where = _referred(now)
    letter = words.word[-1].casefold()
    if not words.word.casefold().startswith("reftel"):
        index = ord(letter) - ord("a")
        telegrams = telegrams[index : index + 1]
    if not telegrams and words.word.casefold().startswith("reference"):  # a report's, of any paper
        return
    key, title = f"telegram {words.word.casefold()}", words.word
    said: dict[str, Any] = {"why": "the document has no line of references"}
    if telegrams:
        names = list(dict.fromkeys(sent.title for sent in telegrams))
        said = {"inferred": True, "why": f"{where} names {', '.join(names)}"}
        if len(names) == 1:
            key, title = telegrams[0].key, telegrams[0].title
        else:
            said["status"] = "ambiguous"
    if why := said_unprinted(now.text, words.start, words.end):
        said |= {"status": "unprinted", "why": why}
    now.add(refer(now.block, words.start, words.end, "telegram", key, title, **said))


def _referred(now: Context) -> tuple[Sequence[Telegram], str]:
    """The telegrams in the document's line of references and where that stands; else the one named last before."""
    if now.line is None:
        now.line = _line(now)
    return now.line if now.line[0] else (now.sent[-1:], "the telegram named last before it")


def _line(now: Context) -> tuple[Sequence[Telegram], str]:
    """The line of references (`Ref: State 149897; Taipei 12`): the telegrams in it, and where it stands."""
    for index, block in enumerate(now.document.blocks):
        if line := _REFERENCE_LINE.search(block.text):
            sent = [words for words in words_in(block.text[line.end() :], now.home) if isinstance(words, TelegramWords)]
            telegrams = [words.telegram for words in sent if not words.copy]
            telegrams = telegrams or [Telegram("telegram", said) for said in _INDICATED.findall(block.text, line.end())]
            if telegrams:
                return telegrams[:NAMED_AT_MOST], f"the line “{line[0]}” in {place_name(now.document, index)}"
    return (), ""


def place_name(document: Document, index: int) -> str:
    """How a block of the body is called in a reason: `¶3`, `the heading`."""
    number = document.paragraph_number(index)
    return f"¶{number}" if number else HEADING


def enclosed(now: Context, words: Pointer) -> None:
    """`Tab A`, `Attachment 2`: a part of this document, where it is printed with it."""
    document = now.document
    said: dict[str, Any] = {}
    if now.enclosures is None:
        now.enclosures = _enclosures(document)
    printed = now.enclosures.get(words.word)
    heads = printed is not None and document.blocks[printed].text == now.text
    if heads and not now.edited:  # it stands above the enclosure itself
        return
    if printed is not None and not heads:
        said = {"target": document.address.at_paragraph(document.paragraph_number(printed)), "status": "resolved"}
    elif not (now.edited or words.word.startswith("Tab ")):  # `Annex A` of a treaty, in a telegram's text
        return
    elif why := enclosure_unprinted(now.text, words.start, words.end):
        said = {"status": "unprinted", "why": why}
    key = f"attachment {document.address} {words.word}"
    now.add(refer(now.block, words.start, words.end, "attachment", key, words.word, **said))


def _enclosures(document: Document) -> dict[str, int]:
    """The blocks that are headings of enclosures, the name of one and little more."""
    found: dict[str, int] = {}
    for index, block in enumerate(document.blocks):
        if len(block.text) < 80 and (head := _ENCLOSURE.match(block.text)):
            found.setdefault(head[1], index)
    return found


def together(references: Sequence[Sequence[Reference]]) -> tuple[tuple[Reference, ...], ...]:
    """Let all references to one telegram share its key, its fullest title and what is known of it.

    A telegram named in full in one place (`Telegram 1470 to Rangoon`) is meant by the same number without its post
    elsewhere in the document (`State 1470`, `telegram 1470`), where only one such telegram is named.
    """
    sent = [one for block in references for one in block if one.kind in _ONE_WHEREVER]
    if not sent:
        return tuple(tuple(block) for block in references)
    full = _fullest({one.key for one in sent})
    best: dict[str, Reference] = {}
    for one in sorted(sent, key=lambda one: (one.target is not None, one.status == "unprinted")):
        best[full[one.key]] = one
    titles: dict[str, str] = {}
    for one in sent:
        titles[full[one.key]] = max(titles.get(full[one.key], ""), one.title, key=_fullness)
    return tuple(
        tuple(
            _shared(one, full[one.key], best[full[one.key]], titles[full[one.key]])
            if one.kind in _ONE_WHEREVER
            else one
            for one in block
        )
        for block in references
    )


def _fullest(keys: set[str]) -> dict[str, str]:
    """For each key the one other that says more of the same number, where there is just one; else itself."""
    numbered: dict[tuple[str, str], list[str]] = {}
    for key in sorted(keys):
        kind, *_, number = key.partition(" to ")[0].split(" ")
        numbered.setdefault((kind, number), []).append(key)
    full = {}
    for (kind, number), same in numbered.items():
        for key in same[:NAMED_AT_MOST]:
            more = [o for o in same if o != key and (key == f"{kind} {number}" or o.startswith(f"{key} to "))]
            full[key] = more[0] if len(more) == 1 else key
    return {key: full.get(key, key) for key in keys}


def _fullness(title: str) -> tuple[bool, int]:
    return (" to " in title or " from " in title, len(title))


def _shared(one: Reference, key: str, best: Reference, title: str) -> Reference:
    """The reference with what another to the same telegram knows."""
    if one.status == "unknown" and best.status != "unknown":
        inferred = one.inferred or best.target is not None
        one = one._replace(status=best.status, target=best.target, inferred=inferred, why=one.why or best.why)
    return one if (one.key, one.title) == (key, title) else one._replace(key=key, title=title)
