"""In a volume of the series: references taken at random lead where they say, and back to where one was."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest

from tests.conftest import OpenReader
from tests.tui.reader import Reader
from tgreader.model.address import Address
from tgreader.model.inline import Reference
from tgreader.reading.pointing.citing_places import place_of

FOLDER = Path(os.environ.get("TGREADER_CORPUS", Path(__file__).parents[3] / "shared/corpus")) / "volumes"
FILE = FOLDER / "frus1961-63v06.xml"
OF_EACH_KIND = 3

pytestmark = pytest.mark.skipif(not FILE.exists(), reason=f"{FILE} is not here: set TGREADER_CORPUS")


def sample(opened: Reader) -> list[tuple[Address, Reference]]:
    """Places of references that are open here, a few of each kind."""
    session = opened.desk.session
    addresses = [place.entry.address for place in session.shelf.places if place.entry.sort == "document"]
    by_kind: dict[str, list[tuple[Address, Reference]]] = {}
    for address in Random(1963).sample(addresses, len(addresses)):  # noqa: S311 - a sample, no secret
        document = session.shelf.document(address)
        references = session.references(document)
        for number, ((note, _), found) in enumerate(zip(document.every_block(), references, strict=True)):
            for one in found:
                kept = by_kind.setdefault(one.kind, [])
                if one.status == "resolved" and one.target and len(kept) < OF_EACH_KIND:
                    kept.append((place_of(document, number, note, one.start), one))
    return [one for kept in by_kind.values() for one in kept]


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_each_leads_to_its_place_and_back(reader: OpenReader, size: tuple[int, int]) -> None:
    async with reader(FILE, size=size) as opened:
        desk = opened.desk
        chosen = sample(opened)
        assert {"document", "footnote"} <= {one.kind for _, one in chosen}
        for origin, one in chosen:
            desk.go(origin)
            desk.activate_at(origin)
            await opened.settle()
            await opened.press("enter")
            target, here = one.target, desk.reading.document
            assert target is not None
            assert target.document in (None, here.id), (origin, one)
            if target.note is not None:
                assert desk.notes.note is not None
                assert desk.notes.note.note.label == target.note, (origin, one)
            if target.page is not None:
                assert opened.place[1] == f"p. {target.page}", (origin, one)
            await opened.press("ctrl+o")
            assert desk.session.place == origin
            assert desk.active is not None
            assert desk.active[1].what == one
