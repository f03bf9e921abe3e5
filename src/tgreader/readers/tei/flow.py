"""Where text goes while a document is read: frames of open block elements, and the block being written in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tgreader.model.document import BlockKind, Note
from tgreader.readers.tei.draft import Draft, SpanSort

if TYPE_CHECKING:
    from collections.abc import Callable

    from tgreader.model.address import Address

_KINDS: dict[str, Literal["source", "summary"]] = {"source": "source", "summary": "summary"}


class NoteDraft:
    """A note being written; its number is known when all are."""

    __slots__ = ("flow", "inner", "kind", "label", "number")

    def __init__(self, label: str, kind: str) -> None:
        self.label = label
        self.kind: Literal["footnote", "source", "summary"] = _KINDS.get(kind, "footnote")
        self.number = 0
        self.inner: list[NoteDraft] = []
        self.flow = Flow("paragraph", self)

    def note(self, link: Callable[[str], Address | None]) -> Note:
        """The note, when its document is whole. One that was printed without a marker has none."""
        blocks = tuple(draft.block(link) for draft in self.flow.drafts)
        self.flow.note = None  # or both would wait for somebody to look for garbage
        return Note(self.number, self.label or str(self.number), bool(self.label), blocks, self.kind)


class Frame:
    """An open block element.

    Attributes:
        kind: the kind of the blocks in it; None where it only holds other block elements.
        depth: their depth.
        lines: whether a line break in it ends the block.
        head: the kind of the block that a `head` in it makes.
        owner: of a list that is the first thing in an item, that item's frame.
        used: whether a block has begun in it.
    """

    __slots__ = ("depth", "head", "kind", "lines", "owner", "used")

    def __init__(
        self,
        kind: BlockKind | None,
        depth: int,
        *,
        lines: bool = False,
        head: BlockKind = "heading",
        owner: Frame | None = None,
    ) -> None:
        self.kind = kind
        self.depth = depth
        self.lines = lines
        self.head: BlockKind = head
        self.owner = owner
        self.used = False


class Span:
    """An open element of the line; `draft` is None until a block is open."""

    __slots__ = ("done", "draft", "sort", "start", "value")

    def __init__(self, sort: SpanSort, value: str, draft: Draft | None) -> None:
        self.sort: SpanSort = sort
        self.value = value
        self.draft = draft
        self.start = draft.length if draft else 0
        self.done = False


class Flow:
    """A run of blocks: the body's, or one note's."""

    __slots__ = ("after", "draft", "drafts", "frames", "label", "narrow", "note", "pages", "spans")

    def __init__(self, kind: BlockKind | None, note: NoteDraft | None) -> None:
        self.note = note
        self.drafts: list[Draft] = []
        self.draft: Draft | None = None
        self.frames = [Frame(kind, 0)]
        self.spans: list[Span] = []
        self.pages: list[str] = []
        """Pages that start with the block to come."""
        self.label: Draft | None = None
        """The printed number of the block to come."""
        self.narrow = 0
        """Open elements in which all is one line: headings, rows, labels."""
        self.after: list[Draft] = []
        """Blocks of lists and tables inside such a line, which stand after it."""

    def open(self) -> Draft:
        """The open block; a new one where none is."""
        return self._begin(self.frames[-1]) if self.draft is None else self.draft

    def _begin(self, frame: Frame) -> Draft:
        kind = frame.kind or "paragraph"
        if kind == "item" and frame.used:
            kind = "paragraph"
        frame.used = True
        label, self.label = self.label, None
        self.draft = draft = Draft(kind, frame.depth, label.text().strip() if label else None)
        self.drafts.append(draft)
        for page in self.pages:
            draft.page(page)
        self.pages.clear()
        for span in self.spans:
            if not span.done:
                span.draft, span.start = draft, 0
        return draft

    def close(self) -> None:
        """End the open block. What is marked in it goes on in the next: a style again, a link or name only once."""
        draft = self.draft
        if draft is None:
            return
        for span in self.spans:
            if span.draft is draft and draft.length > span.start:
                draft.span(span.start, span.sort, span.value)
                span.done = span.sort != "style"
            span.draft = None
        self.draft = None

    def push(self, frame: Frame) -> None:
        """Open a block element."""
        self.close()
        self.frames.append(frame)

    def pop(self) -> Frame:
        """End a block element."""
        self.close()
        return self.frames.pop()

    def own_first(self, frame: Frame | None) -> None:
        """An item without text of its own is still a block: a list has as many as were printed."""
        if frame is not None and frame.kind == "item" and not frame.used:
            self.close()
            self._begin(frame)
            self.close()

    def keep_label(self) -> None:
        """A printed number of which no block came is a line of its own."""
        if self.label is not None:
            self.drafts.append(self.label)
            self.label = None

    def page(self, label: str) -> None:
        """A printed page starts here: in the open block, or with the next."""
        if self.draft is not None:
            self.draft.page(label)
        else:
            self.pages.append(label)

    def settle(self) -> None:
        """End the flow: pages that start after its last block stand at that block's end."""
        self.close()
        self.keep_label()
        if self.drafts:
            for label in self.pages:
                self.drafts[-1].page(label)
            self.pages.clear()

    def anchor(self) -> Draft:
        """The block in which a marker at this place stands: between two, the one before."""
        top = self.frames[-1]
        if self.draft is None and self.drafts and (top.used or top.kind is None):
            return self.drafts[-1]
        return self.open()


class Reading:
    """One document, as far as it has been read.

    Attributes:
        body: the flow of the body.
        flow: the flow that text goes to: the body's, or that of the innermost open note.
        notes: in the order of the text, without those inside others.
        title: the block of the document's own heading, where it has one.
    """

    __slots__ = ("_outer", "body", "flow", "notes", "title")

    def __init__(self) -> None:
        self.flow = self.body = Flow(None, None)
        self.notes: list[NoteDraft] = []
        self.title: Draft | None = None
        self._outer: list[Flow] = []

    def enter(self, note: NoteDraft) -> None:
        """Begin a note; where it has a printed label, its marker stands here."""
        flow = self.flow
        (flow.note.inner if flow.note is not None else self.notes).append(note)
        if note.label:
            flow.anchor().mark(note.label, note)
        self._outer.append(flow)
        self.flow = note.flow

    def leave(self) -> None:
        """End a note."""
        note = self.flow
        note.settle()
        self.flow = self._outer.pop()
        self.flow.pages += note.pages

    def enter_apart(self) -> None:
        """Begin a list or table inside a line: its blocks will stand after that."""
        flow = self.flow
        self._outer.append(flow)
        self.flow = Flow(None, flow.note)
        self.flow.frames[0].depth = flow.frames[-1].depth

    def leave_apart(self) -> None:
        """End it."""
        apart = self.flow
        apart.settle()
        self.flow = self._outer.pop()
        self.flow.after += apart.drafts
        self.flow.pages += apart.pages

    def finished(self) -> list[Draft]:
        """The body's blocks when all is read: the heading first, with the pages that start before it."""
        self.body.settle()
        if self.body.pages:
            self.body.open()
        drafts, title = self.body.drafts, self.title
        if title is None or drafts[0] is title:
            return drafts
        title.take_first_pages(drafts[0])
        return [title, *(draft for draft in drafts if draft is not title)]
