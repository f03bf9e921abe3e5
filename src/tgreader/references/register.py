"""For a register of telegrams: what a document says of those it cites, and which telegram it is itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tgreader.model.document import Block, Document, Note
from tgreader.references.grammar import words_in
from tgreader.references.telegrams import Telegram, TelegramWords, home_of

_OWN_NUMBER = re.compile(r"(?:Telegram )?(?:No\. )?((?:Secto|Tosec|Polto|Topol|Dulte|Tedul|Cahto|Tocah) )?(\d{1,7})\. ")
_IN_HEADING = re.compile(r"\b(?:Telegram|Airgram) ((?:[A-Z]+[–-])?\d{1,7}) From\b")


def telegrams_cited(document: Document) -> Iterator[tuple[Note | None, Block, TelegramWords]]:
    """Every telegram, airgram and despatch that a document names, with its note, its block and the words' range.

    The words of a reference of one of these kinds start where they do in `references_in`.
    """
    home = home_of(document)
    for note, block in document.every_block():
        if block.kind != "heading":
            for words in words_in(block.text, home):
                if isinstance(words, TelegramWords):
                    yield note, block, words


def own_telegram(document: Document) -> Telegram | None:
    """The telegram that a document is, where its heading and its first words say so; its key is what others cite.

    `Telegram From the Embassy in the Soviet Union to the Department of State`, `8334. Subj: …` is `8334 from Moscow`.
    """
    home = home_of(document)
    numbered = _IN_HEADING.search(document.heading)
    if not numbered and "elegram" not in document.heading.partition(" From ")[0]:
        return None
    number = numbered[1].replace("–", "-") if numbered else _number_of(document)
    if not number:
        return None
    kind = "airgram" if "irgram" in document.heading else "telegram"
    if home.outgoing:
        return Telegram(kind, number, "State", home.post, document.date or "")
    return Telegram(kind, number, home.post, "", document.date or "") if home.post else None


def _number_of(document: Document) -> str:
    """The number before the first words of the body."""
    for block in document.blocks:
        if block.kind == "paragraph":
            found = _OWN_NUMBER.match(f"{block.label or ''} {block.text}".lstrip())
            return f"{found[1] or ''}{found[2]}" if found else ""
    return ""
