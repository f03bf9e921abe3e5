"""The file's own links: where it says itself what its words point to, it goes before the words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from tgreader.model.address import Address
from tgreader.model.document import Block
from tgreader.model.inline import Link, Reference
from tgreader.references.known import Known
from tgreader.references.placing import STATUS, refer
from tgreader.references.series import volume_title

PLACES = frozenset({"document", "footnote", "page", "volume", "attachment"})
"""The kinds of reference whose target a link can say."""


def linked(block: Block, references: Sequence[Reference], known: Known, own: str | None) -> list[Reference]:
    """The references of a block with the targets of its links.

    A reference whose words were read as the link means them, or more closely (a footnote of the linked document),
    stays; one that was read otherwise gives way to the link, which then says what the words name.

    Args:
        block: the block.
        references: what its words were read as, links apart.
        known: what is open.
        own: the id of the block's own volume.
    """
    links = [(link, link.target) for link in block.links if link.target is not None and link.start < link.end]
    if not links:
        return list(references)
    places = [one for one in references if one.kind in PLACES]
    denied = {id(one) for link, target in links for one in _denied(link, target, places)}
    kept = [one for one in places if id(one) not in denied]
    said = [
        _of_link(block, link, target, known, own, _denied(link, target, places))
        for link, target in links
        if not _read_so(link, target, kept)
    ]
    others = [one for one in references if one.kind not in PLACES]
    return sorted([*kept, *said, *others], key=lambda one: one.start)


def against_the_words(block: Block, references: Sequence[Reference]) -> Iterator[tuple[Link, Reference]]:
    """Each link of a block that denies what its words plainly say, with that reading of them.

    Args:
        block: the block.
        references: what its words were read as, links apart.
    """
    places = [one for one in references if one.kind in PLACES]
    for link in block.links:
        if link.target is not None and link.start < link.end:
            for one in _denied(link, link.target, places):
                if one.target is not None and not one.inferred:
                    yield link, one


def _over(link: Link, places: Sequence[Reference]) -> Sequence[Reference]:
    """The places, in order and apart from one another, that the words of a link were read as."""
    first = bisect_right(places, link.start, key=lambda one: one.end)
    return places[first : bisect_left(places, link.end, key=lambda one: one.start)]


def _read_so(link: Link, target: Address, places: Sequence[Reference]) -> bool:
    return any(_agrees(one.target, target) for one in _over(link, places))


def _denied(link: Link, target: Address, places: Sequence[Reference]) -> Sequence[Reference]:
    """The places that a link denies: all that its words were read as, where its target is none of theirs."""
    return () if _read_so(link, target, places) else _over(link, places)


def _agrees(target: Address | None, linked_to: Address) -> bool:
    """Whether a target is the link's, or a place inside it."""
    if target is None:
        return False
    if linked_to.note is None and linked_to.page is None and linked_to.paragraph is None:
        return target.whole == linked_to or (linked_to.document is None and target.volume == linked_to.volume)
    return target == linked_to


def _of_link(
    block: Block, link: Link, target: Address, known: Known, own: str | None, denied: Sequence[Reference]
) -> Reference:
    """The reference that a link makes; where it denies its words, it says so."""
    kind = "page" if target.page else "footnote" if target.note else "document" if target.document else "volume"
    volume = volume_title(target.volume or "")
    name = f"Document {target.document.removeprefix('d')}" if target.document else "" if target.page else volume
    name += f", footnote {target.note}" if target.note else f"p. {target.page}" if target.page else ""
    if target.volume != own and name != volume:
        name = f"{volume}, {name}"
    words = next((one.title for one in denied if one.target is not None and not one.inferred), "")
    why = f"the file links it so; its words name {words}" if words else None
    status = STATUS[known.standing(target)]
    return refer(block, link.start, link.end, kind, str(target), name, target=target, status=status, why=why)
