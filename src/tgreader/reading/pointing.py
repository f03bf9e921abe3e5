"""What a document points to, for the reference navigator: grouped, each thing once, with every place that names it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tgreader.model.document import Document
from tgreader.model.inline import Reference


class Mention(NamedTuple):
    """One place that names a thing: the block's number, the notes' after the body's, and the reference there."""

    block: int
    reference: Reference
    where: str


class Pointed(NamedTuple):
    """A thing the document points to, with all its mentions in the order of the text."""

    title: str
    mentions: tuple[Mention, ...]

    @property
    def where(self) -> str:
        """Where it is named, in words: `¶ 1, note 2`; a place with several mentions counts them."""
        counts: dict[str, int] = {}
        for mention in self.mentions:
            counts[mention.where] = counts.get(mention.where, 0) + 1
        return ", ".join(f"{where} ({count}×)" if count > 1 else where for where, count in counts.items())

    @property
    def best(self) -> Reference:
        """The mention that says most: one that is printed and has a target, rather than one inferred."""
        return min((m.reference for m in self.mentions), key=lambda r: (r.inferred, r.target is None))

    @property
    def inferred(self) -> bool:
        """Whether any mention was worked out rather than printed."""
        return any(mention.reference.inferred for mention in self.mentions)


class Group(NamedTuple):
    """Things of one kind."""

    title: str
    things: tuple[Pointed, ...]


def pointed_to(document: Document, references: Sequence[Sequence[Reference]]) -> tuple[Group, ...]:
    """Everything the references of a document name, in the groups and order of the navigator."""
    from tgreader.references.found import GROUPS  # its grammar takes a moment to import

    groups: dict[str, dict[str, list[Mention]]] = {title: {} for title in GROUPS.values()}
    for number, ((note, _), found) in enumerate(zip(document.every_block(), references, strict=True)):
        where = f"note {note.label}" if note else _paragraph(document, number)
        for reference in found:
            things = groups[GROUPS[reference.kind]]
            things.setdefault(reference.key or reference.text, []).append(Mention(number, reference, where))
    return tuple(
        Group(title.capitalize(), tuple(Pointed(_title(mentions), tuple(mentions)) for mentions in things.values()))
        for title, things in groups.items()
        if things
    )


def _title(mentions: list[Mention]) -> str:
    titles = [mention.reference.title for mention in mentions if mention.reference.title]
    return max(titles, key=len, default=mentions[0].reference.text)


def _paragraph(document: Document, number: int) -> str:
    paragraph = document.paragraph_number(number)
    return f"¶ {paragraph}" if paragraph else "heading"
