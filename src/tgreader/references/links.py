"""The file's own links: where it says itself what its words point to, it goes before the words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from tgreader.model.address import Address
from tgreader.model.document import Block
from tgreader.model.inline import Link, Reference
from tgreader.references.known import Known
from tgreader.references.placing import STATUS, refer
from tgreader.references.volume_ids import volume_title

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
    if not block.links:
        return list(references)
    places = [one for one in references if one.kind in PLACES]
    links = list(_over_each(block, places))
    if not places:  # an index, a list of volumes: nothing was read that a link could deny
        said = [_of_link(block, link, target, known, own, ()) for link, target, _ in links]
        return sorted([*said, *references], key=lambda one: one.start) if references else said
    denying = [() if _read_so(target, over) else over for _, target, over in links]
    denied = {id(one) for those in denying for one in those}
    kept = [one for one in places if id(one) not in denied]
    said = [
        _of_link(block, link, target, known, own, instead)
        for (link, target, over), instead in zip(links, denying, strict=True)
        if not _read_so(target, [one for one in over if id(one) not in denied])
    ]
    others = [one for one in references if one.kind not in PLACES]
    return sorted([*kept, *said, *others], key=lambda one: one.start)


def against_the_words(block: Block, references: Sequence[Reference]) -> Iterator[tuple[Link, Reference]]:
    """Each link of a block that denies what its words plainly say, with that reading of them.

    Args:
        block: the block.
        references: what its words were read as, links apart.
    """
    for link, target, over in _over_each(block, [one for one in references if one.kind in PLACES]):
        if not _read_so(target, over):
            for one in over:
                if one.target is not None and not one.inferred:
                    yield link, one


def _over_each(block: Block, places: Sequence[Reference]) -> Iterator[tuple[Link, Address, Sequence[Reference]]]:
    """Each link of a block that leads somewhere, its target, and the places that its words were read as.

    Args:
        block: the block.
        places: in order and apart from one another.
    """
    for link in block.links:
        if link.target is not None and link.start < link.end:
            first = bisect_right(places, link.start, key=lambda one: one.end)
            over = places[first : bisect_left(places, link.end, key=lambda one: one.start)] if places else ()
            yield link, link.target, over


def _read_so(target: Address, places: Sequence[Reference]) -> bool:
    """Whether one of the places that a link's words were read as is where it leads; else it denies them all."""
    return any(_agrees(one.target, target) for one in places)


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
    name = f"Document {target.document.removeprefix('d')}" if target.document else ""
    name += f", footnote {target.note}" if target.note else f"p. {target.page}" if target.page else ""
    if not name:
        name = volume_title(target.volume or "")
    elif target.volume != own:
        name = f"{volume_title(target.volume or '')}, {name}"
    named = [one.title for one in denied if one.target is not None and not one.inferred] if denied else ()
    why = f"the file links it so; its words name {named[0]}" if named else None
    status = STATUS[known.standing(target)]
    return refer(block, link.start, link.end, kind, str(target), name, target=target, status=status, why=why)
