"""The basket, as it is listed and exported."""

from __future__ import annotations

from tgreader.library.work.work import CitedPlace
from tgreader.reading.copying.basket import entries
from tgreader.reading.settings import Settings
from tgreader.reading.shelf.shelf import Shelf


def test_it_is_sorted_by_numbers_as_numbers_and_has_each_citation_once() -> None:
    cited = (
        ("frus1969-76v09/d3", ""),
        ("frus1969-76v05/d12", ""),
        ("frus1969-76v05/d2", "12"),
        ("frus1969-76v39/d1", ""),
        ("frus1969-76v05/d2", ""),
        ("frus1969-76v05/d2", "9"),
        ("frus1969-76v05/d12", ""),
    )
    places = [CitedPlace(address, page, "", "") for address, page in cited]
    found = entries(Shelf([]), places, "frus", Settings())
    assert [entry.citation.text.removeprefix("Foreign Relations, 1969–1976, ") for entry in found] == [
        "vol. V, Document 2",
        "vol. V, Document 2, p. 9",
        "vol. V, Document 2, p. 12",
        "vol. V, Document 12",
        "vol. IX, Document 3",
        "vol. XXXIX, Document 1",
    ]
    assert [len(entry.places) for entry in found] == [1, 1, 1, 2, 1, 1]
