"""Searching the library: what is typed, what is found, when it is from and where, opening it and coming back."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from tests.conftest import SEEDS, OpenReader
from tests.tui.reader import Reader
from tgreader.reading.searching import Asked, Searcher
from tgreader.tui.screens.search import SearchScreen


def screen_of(opened: Reader) -> SearchScreen:
    assert isinstance(opened.app.screen, SearchScreen)
    return opened.app.screen


def titles(opened: Reader) -> list[str]:
    return [hit.title.partition(".")[0] for hit in screen_of(opened).hits.hits]


def said(opened: Reader) -> str:
    """The line under the query."""
    return " ".join(opened.lines[2].split())


async def searched(opened: Reader, words: str) -> SearchScreen:
    """Type a query, as fast as one can; returns when the timeline has the width of its pane."""
    await opened.burst("s", *words)
    screen = screen_of(opened)
    for _ in range(400):
        if not screen.spread or (screen.timeline.room > 1 and screen.timeline.timeline.size == "month"):
            return screen
        await opened.settle()
    raise AssertionError(f"the timeline does not come to rest:\n{opened.shown}")


async def test_hits_come_while_a_query_is_typed_all_of_which_goes_to_its_line(
    reader: OpenReader, volumes: Path
) -> None:
    async with reader(SEEDS) as opened:
        await searched(opened, "berlin")
        assert opened.lines[0].split() == ["Search", "the", "library", "7", "documents", "in", "3", "files"]
        assert opened.lines[1].strip() == "berlin"
        assert said(opened) == "5 documents by rank"
        assert sorted(titles(opened)) == ["106", "108", "40", "41", "42"]
        assert "He would resume the talks on Berlin at once." in opened.shown
        await opened.type(" korea")
        assert said(opened) == "no documents by rank"
        await opened.press("ctrl+u")
        await opened.type("korea")
        assert titles(opened) == ["6"]


async def test_the_words_are_marked_by_more_than_colour(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS) as opened:
        screen = await searched(opened, "signature")
        row = next(y for y, line in enumerate(opened.lines) if "after the signature" in line)
        strip = screen._compositor.render_strips()[row]
        (marked,) = [segment for segment in strip if segment.text == "signature"]
        assert marked.style is not None
        assert (marked.style.bold, marked.style.underline) == (True, True)


async def test_a_wrong_query_is_explained_at_the_place_where_it_is_wrong(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS) as opened:
        await searched(opened, 'talks AND "berlin')
        line, under = opened.lines[1], opened.lines[2]
        assert under[line.index('"')] == "▲"
        assert "quotation mark is not closed" in under
        await opened.type('"')
        assert "▲" not in opened.lines[2]
        assert said(opened).startswith("4 documents")


async def test_a_wrong_query_says_so_at_its_far_end_too(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS, size=(80, 24)) as opened:
        await searched(opened, "talks " * 11 + "(")
        line, under = opened.lines[1].rstrip(), opened.lines[2]
        assert under.rstrip().endswith("▲")
        assert under.index("▲") <= line.index("(") + 1


async def test_a_hit_is_opened_at_its_words_and_the_search_is_come_back_to(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS) as opened:
        await opened.press(*"jj")
        screen = await searched(opened, "(talks OR nothing) volume:frus1969-76v40")
        await opened.press("down", "r")
        assert titles(opened) == ["40", "41", "42"]
        await opened.press("j", "enter")
        assert str(opened.desk.session.place) == "frus1969-76v40/d41#p2"
        assert opened.desk.reading.document.path == str(volumes / "frus1969-76v40.xml")
        assert "1 of 2" in opened.said
        here = opened.desk.hits.found[opened.desk.hit or 0]
        assert opened.desk.reading.blocks[here.block].text[here.start : here.end] == "talks"
        await opened.press("n")
        assert (opened.said, str(opened.desk.session.place)) == ("2 of 2", "frus1969-76v40/d41#p3")
        await opened.press("ctrl+o")
        assert screen_of(opened) is screen
        assert (screen.query_line.value, screen.hits.cursor, screen.focused) == (screen.asked.words, 1, screen.hits)
        assert titles(opened) == ["40", "41", "42"]
        await opened.press("q")
        assert opened.desk.reading.document.path.endswith(".txt")
        assert opened.desk.text.block == 2  # where the reader was before
        await opened.press("s")
        assert (screen_of(opened).hits.cursor, titles(opened)) == (1, ["40", "41", "42"])


async def test_words_in_a_note_are_opened_in_the_panel(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS) as opened:
        await searched(opened, "ibid number:106")
        assert "note 2" in opened.shown
        await opened.press("enter", "enter")
        assert opened.desk.notes.note is not None
        assert opened.desk.notes.note.note.label == "2"


async def test_by_date_and_by_rank(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS) as opened:
        await searched(opened, "berlin")
        await opened.press("down", "r")
        assert (titles(opened), said(opened)) == (["40", "41", "42", "106", "108"], "5 documents by date")
        await opened.press("r")
        assert said(opened) == "5 documents by rank"


async def test_documents_without_a_date_are_counted_where_dates_are_asked_for(
    reader: OpenReader, volumes: Path
) -> None:
    async with reader(SEEDS) as opened:
        await searched(opened, "detente date:1972")
        assert titles(opened) == ["106"]
        assert said(opened).startswith("1 document · 1 without a date left out")
        await opened.type(" with:undated")
        assert sorted(titles(opened)) == ["106", "107"]


async def test_the_cursor_on_the_timeline_leaves_the_other_months_out(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS) as opened:
        screen = await searched(opened, "berlin")
        periods = screen.timeline.timeline.periods
        assert [(p.first, p.documents) for p in periods if p.documents] == [
            ("1971-03", 2), ("1971-09", 1), ("1972-08", 1), ("1973-01", 1),
        ]  # fmt: skip
        await opened.press("tab", "tab")
        assert screen.focused is screen.timeline
        await opened.press("l")
        assert (sorted(titles(opened)), said(opened)) == (["40", "41"], "2 of 5 documents by rank")
        assert "March 1971: 2" in opened.shown
        await opened.press("right")
        assert (titles(opened), "September 1971: 1" in opened.shown) == (["42"], True)
        assert [volume.documents for volume in screen.volumes.volumes] == [1, 1]  # all, and the one with that telegram
        await opened.press("h", "h")
        assert (len(titles(opened)), said(opened)) == (5, "5 documents by rank")
        await opened.press("l", "enter")
        assert screen.query_line.value == "berlin date:1971-03"


async def test_the_cursor_on_a_volume_leaves_the_others_out(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS) as opened:
        screen = await searched(opened, "berlin")
        assert [(v.id, v.documents) for v in screen.volumes.volumes] == [
            (None, 5), ("frus1969-76v40", 3), ("frus1969-76v39", 2),
        ]  # fmt: skip
        await opened.press("shift+tab") if screen.focused is not screen.query_line else await opened.press("down")
        await opened.press("tab", "tab", "j")
        assert screen.focused is screen.volumes
        assert (sorted(titles(opened)), said(opened)) == (["40", "41", "42"], "3 of 5 documents by rank")
        await opened.press("j")
        assert sorted(titles(opened)) == ["106", "108"]
        assert sum(p.documents for p in screen.timeline.timeline.periods) == 2
        await opened.press("x")
        assert (len(titles(opened)), said(opened)) == (5, "5 documents by rank")


async def test_the_mouse_picks_a_month_and_opens_a_hit(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS) as opened:
        screen = await searched(opened, "berlin")
        last = (
            screen.timeline.content_region.x + 7 + screen.timeline._cells * (len(screen.timeline.timeline.periods) - 1)
        )
        await opened.pilot.click(offset=(last, screen.timeline.region.y + 1))
        await opened.settle()
        assert titles(opened) == ["108"]
        await opened.pilot.click(offset=opened.where("108. Memorandum"), times=2)
        await opened.settle()
        assert opened.desk.reading.document.number == "108"


async def test_the_words_stand_in_one_column_and_are_sorted_by_what_is_beside_them(
    reader: OpenReader, volumes: Path
) -> None:
    async with reader(SEEDS) as opened:
        screen = await searched(opened, "talks volume:frus1969-76v40")
        await opened.press("down", "c")
        rows = [line for line in opened.lines if " the talks on " in line]
        assert len({line.index("talks") for line in rows}) == 1
        assert len(rows) == 3

        def lines(part: str) -> list[str]:
            return [getattr(line, part).strip() for line in screen.concordance.lines]

        await opened.press("r")
        assert lines("right") == ["on Berlin after the signature.", "on Berlin at once.", "on Berlin in the spring."]
        assert "in context, by what follows" in said(opened)
        await opened.press("r")
        assert lines("left") == ["They broke off the", "Nobody regretted the", "He would resume the"]
        await opened.press("j", "enter")
        assert str(opened.desk.session.place) == "frus1969-76v40/d42#p2"
        await opened.press("ctrl+o")
        assert screen_of(opened).focused is screen.concordance
        await opened.press("c")
        assert (screen.focused, len(titles(opened))) == (screen.hits, 3)


async def test_filters_are_chosen_from_what_there_is_and_written_into_the_query(
    reader: OpenReader, volumes: Path
) -> None:
    async with reader(SEEDS) as opened:
        screen = await searched(opened, "berlin")
        await opened.press("down", "f")
        assert opened.rows[:2] == ["Dates", "Volume"]
        await opened.press(*"jjjj", "enter")
        assert opened.rows[0] == "any"
        assert set(opened.rows[1:]) == {"telegram", "memorandum of conversation"}
        await opened.type("memo")
        await opened.press("enter")
        assert screen.query_line.value == 'berlin kind:"memorandum of conversation"'
        assert titles(opened) == ["108"]
        await opened.press("f", "j", "j", "j", "j", "x")
        await opened.press("escape")
        assert (screen.query_line.value, len(titles(opened))) == ("berlin", 5)


async def test_dates_are_typed_as_people_write_them(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS) as opened:
        screen = await searched(opened, "berlin")
        await opened.press("down", "f", "enter")
        assert opened.rows[:3] == ["any", "1971", "1971-03 (March 1971)"]
        await opened.type("sep 1971 to 1972")
        assert opened.rows == ["1971-09..1972"]
        await opened.press("enter")
        assert screen.query_line.value == "berlin date:1971-09..1972"
        assert sorted(titles(opened)) == ["106", "42"]


async def test_past_searches_are_listed_with_their_counts_and_asked_again(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS) as opened:
        screen = await searched(opened, "berlin")
        await opened.press("enter", "slash", "ctrl+u")
        await opened.type("zanzibar")
        await opened.press("enter", "slash", "ctrl+u")
        assert [row.title for row in screen.past.rows] == ["zanzibar", "berlin"]
        assert [row.aside.partition(" ·")[0] for row in screen.past.rows] == ["no document", "5 documents"]
        await opened.press("down", "j", "enter")
        assert (screen.query_line.value, len(titles(opened))) == ("berlin", 5)
        await opened.press("down", "L")
        assert opened.rows == ["berlin", "zanzibar", "berlin"]


async def test_keys_are_answered_while_a_slow_query_runs_and_the_next_one_stops_it(
    reader: OpenReader, volumes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped, begun = Event(), Event()
    asked: list[str] = []
    answers = Searcher._answers

    def slow(self: Searcher, wanted: Asked, start: int):  # type: ignore[no-untyped-def]  # noqa: ANN202
        asked.append(wanted.words)
        if wanted.words == "talk":
            begun.set()
            assert stopped.wait(20), "nothing stopped it"
        yield from answers(self, wanted, start)

    monkeypatch.setattr(Searcher, "_answers", slow)
    monkeypatch.setattr(Searcher, "interrupt", lambda _: stopped.set() if begun.is_set() else None)
    async with reader(SEEDS) as opened:
        await opened.press("s")
        for key in "talk":
            opened._send(key)
        while not begun.is_set():
            await opened.pilot._wait_for_screen()
        opened._send("s")
        while screen_of(opened).query_line.value != "talks":
            await opened.pilot._wait_for_screen()
        await opened.settle()
        assert asked[-1] == "talks"
        assert sorted(titles(opened)) == ["106", "40", "41", "42"]


async def test_without_an_index_it_is_said_how_one_is_made_and_a_key_makes_it(
    reader: OpenReader,
    made_once: Path,
) -> None:
    async with reader(made_once) as opened:
        await opened.press("escape")
        await opened.press("s")
        assert "nothing is indexed yet: I indexes what is open here" in said(opened)
        assert "tgreader index FOLDER" in opened.shown
        await opened.press("I")
        assert "indexed: 3 files read; s searches the library" in opened.shown
        assert screen_of(opened).focused is screen_of(opened).query_line
        await opened.type("korea")
        assert titles(opened) == ["6"]


async def test_what_is_said_stands_until_the_next_key(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS) as opened:
        await opened.press("s", "down", "L")
        assert "nothing was searched for yet" in opened.shown
        await opened.press("slash")
        assert "nothing was searched for yet" not in opened.shown


async def test_the_palette_offers_what_is_done_here(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS) as opened:
        await searched(opened, "berlin")
        await opened.press("down", "ctrl+p")
        await opened.type("order: by")
        await opened.press("enter", "enter")
        assert said(opened) == "5 documents by date"


async def test_leaving_by_every_way(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS) as opened:
        for keys in (("escape",), ("s", "ctrl+o"), ("s", "down", "q"), ("backspace",), ("s", "down", "escape")):
            await opened.press("s", *keys)
            assert opened.app.screen is opened.desk, keys
        assert opened.focus == "text"


@pytest.mark.parametrize("size", [(20, 5), (40, 10), (80, 24), (160, 50)])
async def test_every_key_on_every_size(reader: OpenReader, volumes: Path, size: tuple[int, int]) -> None:
    async with reader(SEEDS, size=size) as opened:
        await opened.burst("s", *"berlin")
        await opened.press("down", *"jkGgbrcrjcl", "space", "pageup")
        if size[1] > 10:
            await opened.press("tab", *"lljhG", "tab", *"jjk", "space", "pageup", "shift+tab", "shift+tab")
        await opened.press("x", "question_mark", "escape", "L", "escape", "f", "escape", "slash", "escape")
        assert isinstance(opened.app.screen, SearchScreen)
        assert len(screen_of(opened).hits.hits) == 5
