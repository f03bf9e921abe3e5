"""A few whole screens, looked at once and kept: `pytest --snapshot-update` takes them anew after a wanted change."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from textual.pilot import Pilot

from tests.conftest import SEEDS
from tests.tui.reader import Reader, reader_app
from tests.tui.searches import press, searched
from tests.tui.volume import written

Compare = Callable[..., bool]


def pressing(*keys: str, typed: str = "", then: Sequence[str] = ()) -> Callable[[Pilot[None]], Awaitable[None]]:
    """What is done before the screen is looked at, once all of it is there."""

    async def press(pilot: Pilot[None]) -> None:
        reader = Reader(pilot, ())
        await reader.ready()
        await reader.press(*keys)
        await reader.type(typed)
        await reader.press(*then)

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


def test_the_contents_of_a_volume(snap_compare: Compare, library: Path, tmp_path: Path) -> None:
    unfolding = pressing("t")
    assert snap_compare(reader_app(library, written(tmp_path)), terminal_size=(150, 30), run_before=unfolding)


def test_a_table(snap_compare: Compare, library: Path, tmp_path: Path) -> None:
    going = pressing("escape", "colon", typed="2", then=("enter", *"jjj"))
    assert snap_compare(reader_app(library, written(tmp_path)), terminal_size=(110, 36), run_before=going)


def test_persons_and_terms_and_how_words_are_printed(snap_compare: Compare, library: Path, tmp_path: Path) -> None:
    going = pressing("escape", "colon", typed="1", then=("enter", *"jjjjjjjj"))
    assert snap_compare(reader_app(library, written(tmp_path)), terminal_size=(110, 44), run_before=going)


def searching(words: str, *then: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """A search, and keys after it, each of which is answered before the next."""

    async def search(pilot: Pilot[None]) -> None:
        reader = Reader(pilot, ())
        await reader.ready()
        await searched(reader, words)
        for key in then:
            await press(reader, key)

    return search


def test_a_search(snap_compare: Compare, library: Path, volumes: Path) -> None:
    made = searching("berlin OR detente", "enter", "j")
    assert snap_compare(reader_app(library, SEEDS), terminal_size=(110, 36), run_before=made)


def test_a_month_of_the_timeline_at_80_by_24(snap_compare: Compare, library: Path, volumes: Path) -> None:
    made = searching("berlin", "enter", "tab", "l")
    assert snap_compare(reader_app(library, SEEDS), terminal_size=(80, 24), run_before=made)


def test_volumes_at_80_by_24(snap_compare: Compare, library: Path, volumes: Path) -> None:
    made = searching("berlin", "enter", "tab", "tab", "j")
    assert snap_compare(reader_app(library, SEEDS), terminal_size=(80, 24), run_before=made)


def test_words_in_context(snap_compare: Compare, library: Path, volumes: Path) -> None:
    made = searching("berlin", "enter", "c", "r")
    assert snap_compare(reader_app(library, SEEDS), terminal_size=(160, 50), run_before=made)


def test_opening_quickly(snap_compare: Compare, library: Path, volumes: Path) -> None:
    opening = pressing("o", typed="tele 1971")
    assert snap_compare(reader_app(library, SEEDS), terminal_size=(110, 36), run_before=opening)


def test_peeking_at_a_document(snap_compare: Compare, library: Path, folder: Path) -> None:
    peeking = pressing("t", *"jjjjflp")
    app = reader_app(library, folder / "107.txt", folder / "105.txt")
    assert snap_compare(app, terminal_size=(110, 36), run_before=peeking)


def test_peeking_at_what_is_not_open_at_80_by_24(snap_compare: Compare, library: Path) -> None:
    assert snap_compare(reader_app(library, SEEDS), terminal_size=(80, 24), run_before=pressing(*"jjjjflp"))


def test_what_cites_the_box_of_an_entry(snap_compare: Compare, library: Path) -> None:
    assert snap_compare(reader_app(library, SEEDS), terminal_size=(110, 36), run_before=pressing("r", "G", "R"))


def test_the_register_of_telegrams(snap_compare: Compare, library: Path) -> None:
    assert snap_compare(reader_app(library, SEEDS), terminal_size=(100, 24), run_before=pressing("#"))
