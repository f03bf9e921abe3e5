"""A few whole screens, looked at once and kept: `pytest --snapshot-update` takes them anew after a wanted change."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot

from tests.conftest import SEEDS
from tests.tui.reader import Reader, reader_app

Compare = Callable[..., bool]


def pressing(*keys: str, typed: str = "") -> Callable[[Pilot[None]], Awaitable[None]]:
    """What is done before the screen is looked at, once all of it is there."""

    async def press(pilot: Pilot[None]) -> None:
        reader = Reader(pilot, ())
        await reader.ready()
        await reader.press(*keys)
        await reader.type(typed)

    return press


def test_the_third_paragraph_at_110_by_36(snap_compare: Compare, library: Path) -> None:
    assert snap_compare(reader_app(library, SEEDS), terminal_size=(110, 36), run_before=pressing(*"jjj"))


def test_a_marker_at_80_by_24(snap_compare: Compare, library: Path) -> None:
    assert snap_compare(reader_app(library, SEEDS), terminal_size=(80, 24), run_before=pressing(*"jjjjjjl"))


def test_finding(snap_compare: Compare, library: Path) -> None:
    finding = pressing("slash", typed="communique")
    assert snap_compare(reader_app(library, SEEDS), terminal_size=(110, 36), run_before=finding)


def test_the_contents_of_a_folder(snap_compare: Compare, library: Path, folder: Path) -> None:
    assert snap_compare(reader_app(library, folder), terminal_size=(110, 36), run_before=pressing())


def test_the_light_theme(snap_compare: Compare, library: Path) -> None:
    assert snap_compare(reader_app(library, SEEDS), terminal_size=(110, 36), run_before=pressing("T", *"jjjj"))
