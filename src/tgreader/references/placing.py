"""From a volume and a place in it to a reference: its target, how it stands, and why."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tgreader.model.address import Address
from tgreader.model.document import Block
from tgreader.model.inline import Reference, Status
from tgreader.model.tuples import NamedTuple
from tgreader.references.known import Known
from tgreader.references.volume_ids import volume_title

CANDIDATES_AT_MOST = 9
"""Words that fit more volumes than that name none."""

STATUS: dict[str, Status] = {"here": "resolved", "closed": "absent", "missing": "unknown"}
"""How a reference stands, from how its target does."""


class Holder(NamedTuple):
    """The volume that holds what is named: one id, several where the words leave a choice, or none.

    Attributes:
        volumes: the ids.
        named: the words for it where there is no id.
        own: whether it is the volume in which the words stand.
    """

    volumes: tuple[str, ...]
    named: str
    own: bool = False

    @property
    def title(self) -> str:
        """What a list of references puts before a place in it: nothing for the reader's own volume."""
        return "" if self.own else f"{volume_title(self.volumes[0]) if len(self.volumes) == 1 else self.named}, "


class Place(NamedTuple):
    """A place in a volume that is yet to be found: its kind, its name, and how its address is made."""

    kind: str
    name: str
    within: Callable[[str], Address]


def document_place(label: str) -> Place:
    """`Document 105`."""
    return Place("document", f"Document {label}", lambda volume: Address(volume, f"d{label}"))


def note_place(document: str, note: str) -> Place:
    """`Document 95, footnote 3`; `document` is an id (`d95`)."""
    name = f"Document {document.removeprefix('d')}, footnote {note}"
    return Place("footnote", name, lambda volume: Address(volume, document, note=note))


def page_place(label: str) -> Place:
    """`p. 325`."""
    return Place("page", f"p. {label}", lambda volume: Address(volume, page=label))


def volume_place() -> Place:
    """The volume itself."""
    return Place("volume", "", Address)


def refer(
    block: Block,
    start: int,
    end: int,
    kind: str,
    key: str,
    title: str,
    target: Address | None = None,
    status: Status = "unknown",
    inferred: bool = False,
    why: str | None = None,
    candidates: tuple[Address, ...] = (),
) -> Reference:
    """The reference that block.text[start:end] makes, with its range in the file."""
    words, source = block.text[start:end], block.source(start, end)
    return Reference(start, end, kind, words, target, status, inferred, why, key, title, candidates, source)


def placed(known: Known, holder: Holder, place: Place, block: Block, start: int, end: int, why: str = "") -> Reference:
    """The reference to a place.

    Args:
        known: what is open and what the catalogue lists.
        holder: the volume, as far as it is known.
        place: the place in it.
        block: where the words stand.
        start: where they begin.
        end: where they end.
        why: where the target is inferred, the reason.
    """
    targets = [place.within(volume) for volume in holder.volumes[: CANDIDATES_AT_MOST + 1]]
    standings = {target: known.standing(target) for target in targets}
    candidates = targets if len(targets) == 1 else [target for target in targets if standings[target] != "missing"]
    if len(candidates) == 1 < len(targets):
        why = why or f"of {len(targets)} volumes that the words fit, {volume_title(candidates[0].volume or '')} has it"
    title = (holder.title + place.name).rstrip(", ")
    if len(candidates) == 1:
        target = candidates[0]
        status = STATUS[standings[target]]
        reason = why or (_lacking(target, place) if status == "unknown" else "")
        said: dict[str, Any] = {"target": target, "status": status, "inferred": bool(why), "why": reason or None}
        return refer(block, start, end, place.kind, str(target), title, **said)
    key = title.casefold()
    if 0 < len(candidates) <= CANDIDATES_AT_MOST:
        reason = f"the words fit {len(candidates)} volumes"
        said = {"status": "ambiguous", "why": reason, "candidates": tuple(candidates)}
        return refer(block, start, end, place.kind, key, title, **said)
    reason = f"{holder.named} is not known" if holder.own else f"the catalogue of the series has no {holder.named}"
    reason = f"many volumes fit {holder.named}" if candidates else reason
    return refer(block, start, end, place.kind, key, title, why=reason)


def _lacking(target: Address, place: Place) -> str:
    """Why a place in what is open is nowhere."""
    document, _, note = place.name.partition(", ")
    if note:
        return f"{document} is open and has no {note}"
    return f"{volume_title(target.volume or '')} is open and has no {place.name}"
