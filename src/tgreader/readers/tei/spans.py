"""Elements of the line: what is printed otherwise, persons, terms, links, line and page breaks, gaps.

A function begins an element and gives what ends it, as in `elements.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from tgreader.model.patterns import pattern
from tgreader.readers.tei.draft import SpanSort
from tgreader.readers.tei.flow import Reading, Span
from tgreader.readers.tei.markup import ID

Attributes = dict[str, str]
End = Callable[[Reading], None]
Begin = Callable[[Reading, Attributes], "End | None"]

MOST_SPANS = 24
"""Elements of the line, one in another, that are marked. The volumes of the series have 5."""

MOST_STYLES = 4
"""Styles that one element names."""

_KEYS_KEPT = 1_024
"""Pointers, as the file has them: a volume names the same few hundred persons all over."""

_KEY = pattern(r"[A-Za-z][\w.-]*\Z")
_STYLES = {
    "bold": "strong", "sup": "superscript", "sub": "subscript", "smallcap": "smallcaps", "strikethrough": "deleted",
}  # fmt: skip


def page_label(attributes: Attributes) -> str:
    """The label of the printed page that a `pb` starts: "" where none is printed."""
    return attributes.get("n", "")


def span(reading: Reading, sort: SpanSort, value: str) -> End | None:
    """An element whose words are marked."""
    flow = reading.flow
    if len(flow.spans) >= MOST_SPANS:
        return None
    flow.spans.append(Span(sort, value, flow.draft))
    return end_span


def end_span(reading: Reading) -> None:
    """The innermost such element ends. One without words is marked where the text has come to."""
    flow = reading.flow
    ended = flow.spans.pop()
    if ended.draft is not None:
        ended.draft.span(ended.start, ended.sort, ended.value)
    elif not ended.done and ended.sort != "style":
        last = flow.drafts[-1] if flow.drafts else flow.open()
        last.span(last.length, ended.sort, ended.value)


def printed(reading: Reading, kinds: str, end: End) -> End:
    """An element that is more than printed otherwise."""
    if not kinds or span(reading, "style", kinds) is None:
        return end

    def end_both(reading: Reading) -> None:
        end_span(reading)
        end(reading)

    return end_both


def hi(reading: Reading, attributes: Attributes) -> End | None:
    """Words printed otherwise."""
    kinds = attributes.get("rend", "").split(maxsplit=MOST_STYLES)[:MOST_STYLES]
    return span(reading, "style", " ".join(_STYLES.get(kind, kind) for kind in kinds))


def name_of(reading: Reading, sort: SpanSort, attributes: Attributes) -> End | None:
    """A person or term, by its key in the volume's list."""
    return span(reading, sort, _key(attributes.get("corresp") or attributes.get("target") or attributes.get(ID, "")))


@lru_cache(_KEYS_KEPT)
def _key(written: str) -> str:
    """The key at the end of a pointer into the volume's lists; "" where there is none."""
    found = _KEY.search(written)
    return found[0] if found else ""


def line_break(reading: Reading, _: Attributes) -> None:
    """A line ends: in openers, signatures and the like the block does, elsewhere it is a space."""
    flow = reading.flow
    if flow.frames[-1].lines and not flow.narrow:
        flow.close()
    elif flow.draft is not None:
        flow.draft.space()


def page_break(reading: Reading, attributes: Attributes) -> None:
    """A printed page starts."""
    reading.flow.page(page_label(attributes))


def gap(reading: Reading, _: Attributes) -> None:
    """Words are left out here."""
    draft = reading.flow.open()
    draft.span(draft.length, "style", "gap")
