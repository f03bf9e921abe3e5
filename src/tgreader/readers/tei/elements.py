"""What each TEI element does to the text that is being read.

A function begins an element and gives what ends it. Elements that are not listed are taken as part of the line, but for
those of other namespaces (image lists, players of films), which are no text, with all that is in them.
"""

from __future__ import annotations

import re
from typing import Final

from tgreader.model.document import BlockKind
from tgreader.model.patterns import pattern
from tgreader.readers.tei.flow import Frame, NoteDraft, Reading
from tgreader.readers.tei.markup import TEI, names
from tgreader.readers.tei.spans import (
    Attributes,
    Begin,
    End,
    gap,
    hi,
    line_break,
    name_of,
    page_break,
    printed,
    span,
)

LONGEST_LABEL = 12
"""Code points. A longer label of an item is a line of its own."""

MOST_COLUMNS = 40
"""Columns that a cell covers."""

_NUMBER = pattern(r"[1-9]\d{0,2}", re.ASCII)
_ALIGNED = ("center", "right", "flushleft")
_HANDS = {"ital": "italic", "bold": "strong", "strong": "strong", "smallcap": "smallcaps", "underline": "underline",
          "center": "center", "right": "right"}  # fmt: skip
"""What the way in which a paragraph is rendered says (`sectiontitleital`, `sourceheadcenterboldbig`)."""
_HEADS_OF_TABLES = {"label": "strong"}


# -- block elements: each ends the block before it


def _block(reading: Reading, kind: BlockKind | None, deeper: int = 0, *, lines: bool = False) -> End:
    flow = reading.flow
    if flow.narrow:
        return _part(reading)
    flow.push(Frame(kind, flow.frames[-1].depth + deeper, lines=lines))
    return _end_block


def _end_block(reading: Reading) -> None:
    reading.flow.pop()


def _part(reading: Reading) -> End:
    """A block element where all is one line: a space before and after it."""
    _end_part(reading)
    return _end_part


def _end_part(reading: Reading) -> None:
    if reading.flow.draft is not None:
        reading.flow.draft.space()


def _line(reading: Reading, kind: BlockKind) -> End:
    """A block element in which all is one line."""
    if reading.flow.narrow:
        return _part(reading)
    _block(reading, kind)
    reading.flow.narrow += 1
    return _end_line


def _end_line(reading: Reading) -> None:
    flow = reading.flow
    flow.narrow -= 1
    flow.pop()
    if flow.after:
        flow.drafts += flow.after
        flow.after = []


def _apart(reading: Reading, begin: Begin, attributes: Attributes) -> End:
    """A list or table inside a line."""
    _end_part(reading)
    reading.enter_apart()
    end = begin(reading, attributes)

    def leave(reading: Reading) -> None:
        if end is not None:
            end(reading)
        reading.leave_apart()

    return leave


def _paragraph(reading: Reading, attributes: Attributes) -> End:
    """In a quotation, an item, a note … a paragraph is of their kind."""
    flow = reading.flow
    if flow.narrow:
        return _part(reading)
    top = flow.frames[-1]
    if top.kind is None:
        top = Frame("paragraph", top.depth, lines=attributes.get("rend", "").startswith(_ALIGNED))
    flow.push(top)
    rend = attributes.get("rend")
    return printed(reading, " ".join(v for k, v in _HANDS.items() if k in rend), _end_block) if rend else _end_block


def _head(reading: Reading, _: Attributes) -> End:
    flow = reading.flow
    if flow.narrow:
        return _part(reading)
    top = flow.frames[-1]
    if top.owner is not None and not top.owner.used:  # the head of a list that is all of an item is the item's text
        flow.push(top.owner)
        flow.narrow += 1
        return _end_line
    end = _line(reading, top.head)
    is_title = flow is reading.body and len(flow.frames) == 3 and reading.title is None  # 3: base, root, head
    return _end_title if is_title else end


def _end_title(reading: Reading) -> None:
    reading.title = reading.flow.draft
    _end_line(reading)


def _list(reading: Reading, attributes: Attributes) -> End:
    flow = reading.flow
    if flow.narrow:
        return _apart(reading, _list, attributes)
    top = flow.frames[-1]
    owner = top if top.kind == "item" and not top.used else None
    flow.push(Frame(None, top.depth + 1, head="label", owner=owner))
    return _end_list


def _end_list(reading: Reading) -> None:
    reading.flow.pop()
    reading.flow.keep_label()


def _item(reading: Reading, attributes: Attributes) -> End:
    flow = reading.flow
    if flow.narrow:
        return _apart(reading, _item, attributes)
    flow.own_first(flow.frames[-1].owner)
    flow.push(Frame("item", flow.frames[-1].depth))
    return _end_item


def _end_item(reading: Reading) -> None:
    item = reading.flow.pop()
    reading.flow.own_first(item)


def _label(reading: Reading, _: Attributes) -> End:
    flow = reading.flow
    if flow.narrow:
        return _part(reading)
    flow.own_first(flow.frames[-1].owner)
    flow.close()
    flow.keep_label()
    flow.push(Frame("label", flow.frames[-1].depth))
    flow.narrow += 1
    return _end_label


def _end_label(reading: Reading) -> None:
    """A short one is the printed number of the item to come."""
    flow = reading.flow
    draft, followed = flow.draft, bool(flow.after)
    _end_line(reading)
    if draft is not None and not followed and draft.length <= LONGEST_LABEL and draft.bare:
        flow.drafts.pop()
        flow.label = draft if draft.length else None


def _table(reading: Reading, attributes: Attributes) -> End:
    flow = reading.flow
    if flow.narrow:
        return _apart(reading, _table, attributes)
    flow.own_first(flow.frames[-1])
    flow.push(Frame(None, flow.frames[-1].depth, head="label"))
    return _end_block


def _row(reading: Reading, attributes: Attributes) -> End:
    end = _line(reading, "row")
    reading.flow.open()
    return printed(reading, _HEADS_OF_TABLES.get(attributes.get("role", ""), ""), end)


def _cell(reading: Reading, attributes: Attributes) -> End:
    columns = attributes.get("cols", "")
    reading.flow.open().cell(min(int(columns), MOST_COLUMNS) if _NUMBER.fullmatch(columns) else 1)
    return printed(reading, _HEADS_OF_TABLES.get(attributes.get("role", ""), ""), _end_part)


def _figure(reading: Reading, _: Attributes) -> End:
    reading.flow.own_first(reading.flow.frames[-1])
    end = _line(reading, "figure")
    reading.flow.open()
    return end


def _quote(reading: Reading, attributes: Attributes) -> End | None:
    flow = reading.flow
    if flow.frames[-1].kind == "paragraph" and attributes.get("rend") != "blockquote":
        return None
    flow.own_first(flow.frames[-1])
    return _block(reading, "quote", 1)


def _note(reading: Reading, attributes: Attributes) -> End:
    kind = attributes.get("type", "")
    if attributes.get("rend") == "inline":
        return _block(reading, "source" if kind == "source" else "paragraph")
    note = NoteDraft(attributes.get("n", ""), kind)
    reading.enter(note)
    return Reading.leave


def _blocks_of(kind: BlockKind | None, deeper: int = 0, *, lines: bool = False) -> Begin:
    return lambda reading, _: _block(reading, kind, deeper, lines=lines)


def _styled(kind: str) -> Begin:
    return lambda reading, _: span(reading, "style", kind)


_TABLE: dict[str, Begin] = {
    "div front body back text group floatingText titlePage docTitle epigraph cit lg sp listBibl": _blocks_of(None),
    "titlePart": _blocks_of("heading", lines=True),
    "byline docImprint docAuthor address addrLine ab l speaker trailer": _blocks_of("paragraph", lines=True),
    "opener": _blocks_of("opener", lines=True),
    "closer": _blocks_of("closer", lines=True),
    "salute": _blocks_of("salute", lines=True),
    "signed": _blocks_of("signed", lines=True),
    "postscript": _blocks_of("postscript"),
    "dateline": lambda reading, _: _line(reading, "dateline"),
    "p": _paragraph,
    "head": _head,
    "list": _list,
    "item": _item,
    "label": _label,
    "table": _table,
    "row": _row,
    "cell": _cell,
    "figure": _figure,
    "quote": _quote,
    "note": _note,
    "hi": hi,
    "emph": _styled("italic"),
    "del": _styled("deleted"),
    "persName": lambda reading, attributes: name_of(reading, "person", attributes),
    "gloss term": lambda reading, attributes: name_of(reading, "term", attributes),
    "ref": lambda reading, attributes: span(reading, "link", attributes.get("target", "")),
    "placeName": lambda reading, _: span(reading, "place", ""),
    "lb": line_break,
    "pb": page_break,
    "gap": gap,
}
ELEMENTS: Final = {name: begin for several, begin in _TABLE.items() for name in names(several)} | {
    f"{namespace} attachment": _blocks_of(None, 1)
    for namespace in ("http://history.state.gov/ns/1.0", "http://history.state.gov/frus/ns/1.0", TEI.rstrip())
}
"""By the name the parser gives them."""

NO_TEXT: Final = names("graphic figDesc")
