"""What documents point to, for the reference navigator: grouped, each thing once, with every place that names it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from tgreader.model.address import Address
from tgreader.model.document import Document
from tgreader.model.inline import Reference
from tgreader.model.tuples import NamedTuple
from tgreader.reading.document.titles import SHORT, first_words
from tgreader.reading.pointing.citing_places import SENT, where_in

_PLACES_SHOWN = 4


class Mention(NamedTuple):
    """One place that names a thing.

    Attributes:
        document: the address of the document it is in.
        block: the block's number, the notes' after the body's.
        reference: the reference there.
        where: the place in words (`¶ 1`, `note 2`; among several documents `106 note 2`).
    """

    document: Address
    block: int
    reference: Reference
    where: str


class Pointed(NamedTuple):
    """A thing that is pointed to, with all its mentions in the order of the text."""

    title: str
    mentions: tuple[Mention, ...]

    @property
    def where(self) -> str:
        """Where it is named, in words: `¶ 1, note 2`; a place with several mentions counts them.

        Where it is printed in some and worked out in others, as by an Ibid., the others say so; of a telegram, whose
        number is printed and whose post and day are what is worked out, they do not.
        """
        worked_out = [mention.reference.inferred for mention in self.mentions if mention.reference.kind not in SENT]
        is_mixed = any(worked_out) and not all(worked_out)
        counts: dict[str, int] = {}
        for mention in self.mentions:
            where = f"{mention.where} (inferred)" if is_mixed and mention.reference.inferred else mention.where
            counts[where] = counts.get(where, 0) + 1
        words = [f"{where} ({count}×)" if count > 1 else where for where, count in counts.items()]
        more = len(words) - _PLACES_SHOWN
        return ", ".join(words) if more < 2 else f"{', '.join(words[:_PLACES_SHOWN])} and {more} more"

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


def pointed_to(
    document: Document, references: Sequence[Sequence[Reference]], blocks: Collection[int] | None = None
) -> tuple[Group, ...]:
    """Everything the references of a document name, in the groups and order of the navigator.

    Args:
        document: the document.
        references: of each block, in the order of `Document.every_block`.
        blocks: the numbers of the only blocks to look at; None for all.
    """
    return grouped(mentions(document, references, blocks))


def mentions(
    document: Document,
    references: Sequence[Sequence[Reference]],
    blocks: Collection[int] | None = None,
    *,
    among_others: bool = False,
) -> Iterable[Mention]:
    """The places of a document that name something, in order; `among_others` says which document they are in."""
    called = document.number or first_words(document.heading, SHORT) or document.id or ""
    before = f"{called} " if among_others else ""
    for number, ((note, _), found) in enumerate(zip(document.every_block(), references, strict=True)):
        if blocks is None or number in blocks:
            where = before + where_in(document, number, note)
            for reference in found:
                yield Mention(document.address, number, reference, where)


def grouped(found: Iterable[Mention]) -> tuple[Group, ...]:
    """Things named, each with its mentions, in the groups of the navigator."""
    from tgreader.references.found import GROUPS  # its grammar takes a moment to import

    groups: dict[str, dict[str, list[Mention]]] = {title: {} for title in GROUPS.values()}
    for mention in found:
        things = groups[GROUPS[mention.reference.kind]]
        things.setdefault(mention.reference.key or mention.reference.text, []).append(mention)
    return tuple(
        Group(title.capitalize(), tuple(Pointed(_title(named), tuple(named)) for named in things.values()))
        for title, things in groups.items()
        if things
    )


def _title(named: list[Mention]) -> str:
    titles = [mention.reference.title for mention in named if mention.reference.title]
    return max(titles, key=len, default=named[0].reference.text)
