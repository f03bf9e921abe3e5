"""The file's own links: where it says itself what its words point to, it goes before the words."""

from __future__ import annotations

from collections.abc import Sequence

from tgreader.model.address import Address
from tgreader.model.document import Block
from tgreader.model.inline import Link, Reference
from tgreader.references.known import Known
from tgreader.references.placing import STATUS, refer
from tgreader.references.series import volume_title

PLACES = frozenset({"document", "footnote", "page", "volume", "attachment"})
"""The kinds of reference whose target a link can say."""


def linked(block: Block, references: Sequence[Reference], known: Known) -> list[Reference]:
    """The references of a block with the targets of its links.

    A reference whose words were read as the link means them, or more closely (a footnote of the linked document),
    stays; one that was read otherwise gives way to the link.
    """
    found = list(references)
    for link in block.links:
        if link.target is None or link.start >= link.end:
            continue
        over = [one for one in found if one.start < link.end and link.start < one.end and one.kind in PLACES]
        if any(_agrees(one.target, link.target) for one in over):
            continue
        found = [one for one in found if one not in over]
        found.append(_of_link(block, link, link.target, known))
    return sorted(found, key=lambda one: one.start)


def _agrees(target: Address | None, linked_to: Address) -> bool:
    """Whether a target is the link's, or a place inside it."""
    if target is None:
        return False
    if linked_to.note is None and linked_to.page is None and linked_to.paragraph is None:
        return target.whole == linked_to or (linked_to.document is None and target.volume == linked_to.volume)
    return target == linked_to


def _of_link(block: Block, link: Link, target: Address, known: Known) -> Reference:
    kind = "page" if target.page else "footnote" if target.note else "document" if target.document else "volume"
    name = f"Document {target.document.removeprefix('d')}" if target.document else volume_title(target.volume or "")
    if target.note:
        name += f", footnote {target.note}"
    elif target.page:
        name = f"p. {target.page}"
    status = STATUS[known.standing(target)]
    return refer(block, link.start, link.end, kind, str(target), name, target=target, status=status)
