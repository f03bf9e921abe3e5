"""Words taken out of a document, with the citation they need.

The text of a block is clean: its markers and page breaks are marks beside it, so that they are never among the words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tgreader.model.tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tgreader.citing.citation import Citation
    from tgreader.citing.locator import Locator
    from tgreader.model.document import Document

ELLIPSIS = "…"
_MARKUP = "\\`*_[]<>#$~^"
"""What Markdown, or a common extension of it (mathematics between dollars, strokes, superscripts), reads as its own."""
_INNER = str.maketrans({"“": "‘", "”": "’", '"': "'"})


class Quoted(NamedTuple):
    """The words of a selection.

    Attributes:
        paragraphs: one for each paragraph, in order; an ellipsis stands where the selection skips.
        first_page, last_page: the printed pages that it begins and ends on, "" where they are not known.
    """

    paragraphs: tuple[str, ...]
    first_page: str = ""
    last_page: str = ""


def select(document: Document, ranges: Iterable[tuple[int, int, int]]) -> Quoted:
    """The words of a selection in a document's body.

    Args:
        document: the document.
        ranges: (block, start, end) in order, each a half-open range of code points in the block's text.

    Where a range does not go on where the one before it stopped, words were skipped: there stands an ellipsis, on the
    paragraph that goes on after the gap. White space at the ends is no part of the words.
    """
    paragraphs: list[str] = []
    pages: list[str] = []
    last: tuple[int, int] | None = None
    for block, start, end in ranges:
        text = document.blocks[block].text
        words = text[start:end].strip()
        if not words:
            continue
        start += len(text[start:end]) - len(text[start:end].lstrip())
        skipped = last is not None and _words_between(document, last, (block, start))
        if last is not None and last[0] == block:
            paragraphs[-1] += f" {ELLIPSIS} {words}" if skipped else text[last[1] : start] + words
        else:
            paragraphs.append(f"{ELLIPSIS} {words}" if skipped else words)
        last = (block, start + len(words))
        pages += [document.page_at(block, start) or "", document.page_at(block, last[1] - 1) or ""]
    return Quoted(tuple(paragraphs), pages[0] if pages else "", pages[-1] if pages else "")


def place_of(document: Document, ranges: Sequence[tuple[int, int, int]], quoted: Quoted) -> Locator:
    """Where the words of a selection stand: pages, attachment, and of one paragraph alone its printed number.

    Args:
        document: the document.
        ranges: as for `select`; not empty.
        quoted: what `select` made of them.
    """
    from tgreader.citing.locator import within_document

    first, last = ranges[0][0], ranges[-1][0]
    within = within_document(document, first, numbered=first == last)
    if first != last and within_document(document, last, numbered=False) != within:
        within = within._replace(attachment="")
    return within._replace(page=quoted.first_page, last_page=quoted.last_page)


def _words_between(document: Document, last: tuple[int, int], following: tuple[int, int]) -> bool:
    """Whether anything but white space stands between two places of the body."""
    texts = [document.blocks[index].text for index in range(last[0], following[0] + 1)]
    texts[-1] = texts[-1][: following[1]]
    texts[0] = texts[0][last[1] :]
    return any(text.strip() for text in texts)


def quotation(quoted: Quoted | str, citation: Citation) -> str:
    """The words in quotation marks, and the citation after them: plain text.

    Quotation marks within become single ones. Each paragraph of several opens with a mark, the last alone closes (CMOS
    13.32).
    """
    paragraphs = [paragraph.translate(_INNER) for paragraph in _paragraphs(quoted)]
    return "\n\n".join(f"“{paragraph}" for paragraph in paragraphs) + f"”\n\n{citation.text}"


def markdown_quotation(quoted: Quoted | str, citation: Citation, label: str = "1") -> str:
    """The words as a block quotation in Markdown, with the citation as its footnote."""
    lines = [_literal(paragraph) for paragraph in _paragraphs(quoted)]
    return "\n>\n".join(f"> {line}" for line in lines) + f"[^{label}]\n\n[^{label}]: {citation.markdown}"


def _paragraphs(quoted: Quoted | str) -> tuple[str, ...]:
    if isinstance(quoted, Quoted):
        return quoted.paragraphs
    parts = (" ".join(part.split()) for part in quoted.split("\n"))
    return tuple(part for part in parts if part)


def _literal(text: str) -> str:
    """Text that Markdown shows as it is: what it would read as markup is escaped, at a line's start too."""
    escaped = "".join("\\" + character if character in _MARKUP else character for character in text)
    number, stop, rest = escaped.partition(".")
    if stop and number.isdecimal():
        return f"{number}\\.{rest}"
    return "\\" + escaped if escaped[:1] in ("-", "+", "=", "~", "|") else escaped
