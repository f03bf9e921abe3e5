"""The lines of a flattened document as drafts of its blocks: page breaks lifted out, markers still in the text."""

from __future__ import annotations

from collections.abc import Iterator

from tgreader.model.document import BlockKind
from tgreader.model.inline import PageBreak
from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple
from tgreader.readers.flattext.lines import Line, lines_of, spaced_plainly
from tgreader.readers.flattext.notelist import split_notes
from tgreader.readers.flattext.passage import Cuts, Passage
from tgreader.readers.flattext.wild import Wild, is_announcement, wild_lists, without_way_back

_PAGE = pattern(r"\[((?:Facsimile |Typeset )?)Page (\[?[\w.–-]{1,12}\]?)\]")
_HIDDEN = pattern(r"[\u00ad\u200b\u2060\ufeff]")  # soft hyphens, and spaces of no width
_FOLD = pattern(r" *(?:\r\n?|\n) *")
_LABEL = pattern(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxlc]{1,6}|[IVXLC]{1,6})[.)]{1,2}")
_BULLETS = ("• ", "- ")
_NUMBER = pattern(r"\[?(\d{1,4}[A-Za-z]?)\]?\.\s+(?=\S)|No\.\s(\d{1,4}[A-Za-z]?)(?:\.\s+(?=\S)|$)")
# What stands over the heading before 1955: a decimal file number, the name of a collection, `[Enclosure]`.
_FILED = pattern(
    r"[\w.]{3,}[\w. ()–-]*/[\dA-Z]"
    r"|[^.]{0,80}\b(?:[Ff]iles?|[Pp]apers|[Ll]ot|[Rr]ecords|[Cc]ollection|RG|SWNCC)\b"
    r"|\[[^\]]*\]$|(?:Enclosure|Annex|Attachment)(?: \w+)?$"
    r"|\d{3}[\w.]*(?: [A-Z][\w ]*)?$"
)
_TITLE_LINES = 3  # how far down the heading may stand
_LONGEST_HEADING = 2000
_LONGEST_UNNUMBERED = 400


class Draft(NamedTuple):
    """A block whose markers are still in its text."""

    kind: BlockKind
    passage: Passage
    pages: tuple[PageBreak, ...] = ()
    label: str | None = None
    depth: int = 0


class Layout(NamedTuple):
    """A whole document in drafts; the heading, where there is one, is the first of the body."""

    number: str | None
    body: tuple[Draft, ...]
    notes: tuple[tuple[Draft, ...], ...]


def lay_out(text: str) -> Layout:
    """Tell heading, paragraphs, items and notes of a flattened document apart."""
    text = spaced_plainly(text)
    listing = split_notes(text, lines_of(text))
    return _laid_out(text, listing.body, listing.notes)


def lay_out_wild(text: str) -> Iterator[tuple[Layout, Wild]]:
    """The same for each list of notes that there may be where `lay_out` finds none."""
    text = spaced_plainly(text)
    for wild in wild_lists(text, lines_of(text)):
        yield _laid_out(text, wild.body, wild.notes), wild


def _laid_out(text: str, body: list[Line], notes: list[list[Line]]) -> Layout:
    notes = [[bare for line in note if (bare := without_way_back(text, line))] for note in notes]
    while notes and len(body) > 1 and is_announcement(text, body[-1]):
        body = body[:-1]
    number, drafts = _headed(tuple(_drafts(text, body)))
    return Layout(number, drafts, tuple([tuple(_drafts(text, lines)) for lines in notes]))


def _drafts(text: str, lines: list[Line]) -> Iterator[Draft]:
    """One draft a line, except for lines that hold only a page break or only a label: those go to the next."""
    pages: tuple[PageBreak, ...] = ()
    label: Line | None = None
    last: Draft | None = None
    for line in lines:
        draft = _draft(text, line)
        if not draft.passage.text:
            pages += draft.pages
            continue
        if last is not None:
            yield last
            last = None
        if label is None and draft.label is None and _LABEL.fullmatch(draft.passage.text):
            label = line
            pages += draft.pages
            continue
        if label is not None and draft.label is None:
            draft = draft._replace(kind="item", label=text[label.start : label.end], depth=max(1, draft.depth))
        elif label is not None:
            yield _draft(text, label)
        label = None
        last = draft._replace(pages=pages + draft.pages)
        pages = ()
    if label is not None:
        last = _draft(text, label)
    if pages and last is None:
        last = _draft(text, lines[-1])
    if last is not None:
        end = len(last.passage.text)
        yield last._replace(pages=last.pages + tuple(page._replace(at=end) for page in pages))


def _draft(text: str, line: Line) -> Draft:
    start, end, indent = line
    kind: BlockKind = "paragraph"
    label, depth = None, max(0, indent // 2 - 1)
    if text.startswith(_BULLETS, start, end):
        kind, label, depth = "item", text[start], max(1, indent // 2)
        start += 2
        while text[start].isspace():
            start += 1
    passage = _unfolded(Passage(text[start:end], ((0, start),)))
    if "Page" not in passage.text:
        return Draft(kind, passage, (), label, depth)
    cuts, pages, gone = [], [], 0
    for found in _PAGE.finditer(passage.text):
        first, last = found.span()
        pages.append(PageBreak(first - gone, found[2], passage.range(first, last)))
        while last < len(passage.text) and passage.text[last] == " ":
            last += 1
        if last == len(passage.text):
            while first > 0 and passage.text[first - 1] == " ":
                first -= 1
            pages[-1] = pages[-1]._replace(at=first - gone)
        cuts.append((first, last))
        gone += last - first
    return Draft(kind, passage.without(cuts), tuple(pages), label, depth)


def _unfolded(passage: Passage) -> Passage:
    """The passage without what is not to be seen in it, and its lines in one."""
    text = passage.text
    if not text.isascii() and (cuts := [found.span() for found in _HIDDEN.finditer(text)]):
        passage = passage.without(cuts)
        text = passage.text
    if "\n" not in text and "\r" not in text:
        return passage
    breaks = [found.span() for found in _FOLD.finditer(text)]
    # A space takes the place of each first character; after a hyphen there is none.
    parts, cuts, done = [], [], 0
    for start, end in breaks:
        parts += [text[done:start], " " * (end - start)]
        cuts.append((start + (text[start - 1] != "-"), end))
        done = end
    return Passage("".join([*parts, text[done:]]), passage.origin).without(cuts)


def _headed(drafts: tuple[Draft, ...]) -> tuple[str | None, tuple[Draft, ...]]:
    """The document's number, and its blocks with the heading first.

    What stands over the heading (a file number, `[Enclosure]`) follows it, so that paragraph 0 is the heading.
    """
    number, at, cut = None, None, 0
    for index, draft in enumerate(drafts[:_TITLE_LINES]):
        found = _NUMBER.match(draft.passage.text)
        if (
            found
            and draft.kind == "paragraph"
            and len(draft.passage.text) <= _LONGEST_HEADING
            and (found[2] or index < 2)
        ):
            number, at, cut = found[1] or found[2], index, found.end()
            break
    else:
        at = _unnumbered(drafts)
    if at is None:
        return None, drafts
    above, heading, below = drafts[:at], drafts[at], drafts[at + 1 :]
    if number and cut == len(heading.passage.text) and below:  # the number is a line of its own
        heading, below = below[0]._replace(pages=heading.pages + below[0].pages), below[1:]
    elif cut:
        heading = _cut(heading, cut)
    above = tuple(draft._replace(kind="source") if _FILED.match(draft.passage.text) else draft for draft in above)
    return number, (heading._replace(kind="heading"), *above, *below)


def _unnumbered(drafts: tuple[Draft, ...]) -> int | None:
    """The index of a heading without a number: the first line that is not filing; None if that is too long for one."""
    for index, draft in enumerate(drafts[: _TITLE_LINES + 1]):
        text = draft.passage.text
        if draft.kind != "paragraph" or len(text) > _LONGEST_UNNUMBERED:
            return None
        if not _FILED.match(text):
            return index
    return None


def _cut(draft: Draft, length: int) -> Draft:
    """The draft less its first `length` code points."""
    gone = Cuts(((0, length),))
    pages = tuple(page._replace(at=gone.moved(page.at)) for page in draft.pages)
    return draft._replace(passage=draft.passage.without(gone.ranges), pages=pages)
