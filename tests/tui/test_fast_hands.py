"""Whoever types faster than the screen follows, or over a slow line, gets what the same keys typed slowly give."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from threading import Event

import pytest

from tests.conftest import SEEDS, OpenReader
from tests.tui.reader import Reader
from tests.tui.searches import screen_of
from tests.tui.volume import written
from tgreader.reading.searching.answers import Answer, Asked
from tgreader.reading.searching.searcher import Searcher

KEYS = (
    "j k space b l h enter tab f r right_square_bracket left_square_bracket ctrl+o g G d u t escape n N i p full_stop"
)
LINES = {"slash": ("the", "Kuz", "zzz"), "colon": ("d2", "p3", "n2", "¶2", "xyz"), "t slash": ("rep", "talk")}


def typed(random: Random) -> list[str]:
    """Keys as somebody might type them: moving about, and lines that are entered or left."""
    keys: list[str] = []
    for _ in range(random.randint(2, 4)):
        if random.random() < 0.4:
            sign = random.choice(list(LINES))
            keys += [*sign.split(), *random.choice(LINES[sign]), random.choice(("enter", "escape"))]
        else:
            keys += [random.choice(KEYS.split())] * random.randint(1, 4)
    return keys


def seen(opened: Reader) -> tuple[str, str | None, int, str]:
    """What the reader sees, and where the keys are."""
    return opened.shown, opened.focus, opened.desk.text.block, opened.said


@pytest.mark.parametrize("seed", range(4))
async def test_a_burst_does_what_the_same_keys_do_one_by_one(
    reader: OpenReader, tmp_path: Path, library: Path, seed: int
) -> None:
    random = Random(seed)  # noqa: S311 - no secret
    keys, size = typed(random), random.choice([(80, 24), (110, 36), (160, 50)])
    async with reader(written(tmp_path), size=size) as opened:
        for key in keys:
            await opened.press(key)
        slowly = seen(opened)
    (library / "work.sqlite3").unlink()  # else it would begin where this one ended
    async with reader(tmp_path / "volume.xml", size=size) as opened:
        await opened.burst(*keys)
        assert seen(opened) == slowly, keys


async def test_what_follows_a_line_is_for_the_text(reader: OpenReader, folder: Path) -> None:
    async with reader(folder) as opened:
        await opened.burst("escape", "colon", *"107", "enter", "j", "j")
        assert "› 107." in opened.place[0]
        assert opened.status.startswith("¶ 2 of")
        await opened.burst("slash", *"Kuznetsov", "enter", "n", "N", "n")
        assert opened.said.startswith("2 of")
        await opened.burst("slash", *"zzz", "escape", "g", "j")
        assert (opened.status[:3], opened.focus) == ("¶ 1", "text")
        await opened.burst("t", "slash", *"105", "enter", "j", "t", "slash", *"zzz", "escape", "escape", "j")
        assert "› 105." in opened.place[0]
        assert opened.status.startswith("¶ 2 of")


async def test_what_follows_a_document_chosen_quickly_is_for_it(reader: OpenReader, folder: Path) -> None:
    async with reader(folder) as opened:
        await opened.burst("escape", "o", *"107", "enter", "j", "j", "right_square_bracket")
        assert opened.app.screen is opened.desk
        assert "this is the last" in opened.said
        assert opened.status.startswith("¶ 2 of")


async def test_a_search_a_list_and_a_hit_in_one_burst(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS) as opened:
        await opened.burst("s", *"resume", "enter", "enter", "n", "j")
        assert opened.app.screen is opened.desk
        assert "41. Telegram" in opened.place[0], "the one document that has the word"
        assert (opened.desk.hits.words, opened.status[:3]) == ("resume", "¶ 3")
        await opened.burst("ctrl+o", "q", "g", "j")
        assert opened.app.screen is opened.desk
        assert "› 106." in opened.place[0], "from where the search was made"
        assert opened.status.startswith("¶ 1")


async def test_escape_waits_for_no_answer(reader: OpenReader, volumes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    may_answer, answers = Event(), Searcher.answers

    def slowly(searcher: Searcher, asked: Asked, start: int, given_up: Callable[[], bool]) -> Iterator[Answer]:
        may_answer.wait(60)
        return answers(searcher, asked, start, given_up)

    monkeypatch.setattr(Searcher, "answers", slowly)
    async with reader(SEEDS) as opened:
        for key in ("s", *"berlin", "enter", "j", "enter"):
            opened._send(key)
        await opened.until(lambda: opened.app._awaiting is not None)
        screen = screen_of(opened)
        assert (screen.focused, screen.hits.cursor, screen.count) == (screen.shown, 0, None), "the keys wait"
        opened._send("escape")
        await opened.until(lambda: opened.app.screen is opened.desk)
        may_answer.set()
        await opened.settle()
        assert opened.app.screen is opened.desk
        assert "106" in opened.place[0]


async def test_a_new_size_in_the_middle_loses_nothing(reader: OpenReader, folder: Path) -> None:
    async with reader(folder) as opened:
        await opened.press("escape")
        for key in (*"jj", "colon", *"¶5"):
            opened._send(key)
        await opened.pilot.resize_terminal(80, 24)
        for key in ("enter", "j"):
            opened._send(key)
        await opened.pilot.resize_terminal(120, 30)
        await opened.burst("j")
        assert opened.status.startswith("¶ 7 of")
