"""The web address of a place: always shown, opened where a browser is, copied when it is asked for again."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.conftest import SEEDS, OpenReader
from tests.reading.documents import document, heading, paragraph

SITE = "https://history.state.gov/historicaldocuments"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a browser was asked to show."""
    addresses: list[str] = []

    def show(address: str, environ: Mapping[str, str]) -> str:
        del environ
        addresses.append(address)
        return "the browser was asked to show it"

    monkeypatch.setattr("tgreader.reading.copying.browser.show", show)
    return addresses


async def test_the_place_is_shown_opened_and_then_copied(reader: OpenReader, asked: list[str]) -> None:
    async with reader(SEEDS) as opened:
        await opened.press("w")
        assert asked == [f"{SITE}/frus1969-76v39/d106"]
        assert asked[0] in opened.said.replace("\n", "")
        assert "the browser was asked to show it · w again copies it" in opened.said
        assert opened.copied == []
        await opened.press("w")
        assert opened.copied == asked
        await opened.press("j", "w")
        assert (len(asked), len(opened.copied)) == (2, 1)


async def test_at_a_reference_it_is_that_of_its_target(reader: OpenReader, asked: list[str]) -> None:
    async with reader(SEEDS) as opened:
        await opened.press("j", "j", "j", "j", "f", "w", "l", "w")
        assert asked == [f"{SITE}/frus1969-76v39/d106#d106fn3", f"{SITE}/frus1969-76v39/d105"]


async def test_a_loose_file_has_none(reader: OpenReader, asked: list[str]) -> None:
    async with reader(document(heading("H"), paragraph("x"), id=None)) as opened:
        await opened.press("w")
        assert "no known volume" in opened.said
        assert asked == []
