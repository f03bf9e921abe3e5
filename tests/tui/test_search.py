"""Searching the library: what is typed, what is found, when it is from and where, opening it and coming back."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from tests.conftest import SEEDS, OpenReader
from tests.tui.reader import Reader
from tests.tui.searches import answered, press, screen_of, searched, write
from tgreader.library.query.language import parse_query
from tgreader.reading.searching.answers import Asked
from tgreader.reading.searching.searcher import Searcher
from tgreader.tui.screens import search as search_screen
from tgreader.tui.screens.search import SearchScreen
from tgreader.tui.widgets.row_list import ListRow


def titles(opened: Reader) -> list[str]:
    return [hit.title.partition(".")[0] for hit in screen_of(opened).hits.hits]


def said(opened: Reader) -> str:
    """The line under the query."""
    return " ".join(opened.lines[2].split())


async def test_hits_come_while_a_query_is_typed_all_of_which_goes_to_its_line(
    reader: OpenReader, volumes: Path
) -> None:
    async with reader(SEEDS) as opened:
        await searched(opened, "berlin")
        assert " ".join(opened.lines[0].split()) == "Search the library 10 documents and sections in 3 files"
        assert opened.lines[1].strip() == "berlin"
        assert said(opened) == "5 documents by rank"
        assert sorted(titles(opened)) == ["106", "108", "40", "41", "42"]
        assert "He would resume the talks on Berlin at once." in opened.shown
        await write(opened, " korea")
        assert said(opened) == "no documents: fewer words, OR, or an end left open (commun*) would find more"
        await press(opened, "ctrl+u")
        await write(opened, "korea")
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
        await write(opened, '"')
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
        await press(opened, *"jj")
        screen = await searched(opened, "(talks OR nothing) volume:frus1969-76v40")
        await press(opened, "down", "r")
        assert titles(opened) == ["40", "41", "42"]
        await press(opened, "j", "enter")
        assert str(opened.desk.session.place) == "frus1969-76v40/d41#p2"
        assert opened.desk.reading.document.path == str(volumes / "frus1969-76v40.xml")
        assert "1 of 2" in opened.said
        here = opened.desk.hits.found[opened.desk.hit or 0]
        assert opened.desk.reading.blocks[here.block].text[here.start : here.end] == "talks"
        await press(opened, "n")
        assert (opened.said, str(opened.desk.session.place)) == ("2 of 2", "frus1969-76v40/d41#p3")
        await press(opened, "ctrl+o")
        assert screen_of(opened) is screen
        assert (screen.query_line.value, screen.hits.cursor, screen.focused) == (screen.asked.words, 1, screen.hits)
        assert titles(opened) == ["40", "41", "42"]
        await press(opened, "q")
        assert opened.desk.reading.document.path.endswith(".txt")
        assert opened.desk.text.block == 2  # where the reader was before
        await press(opened, "s")
        assert (screen_of(opened).hits.cursor, titles(opened)) == (1, ["40", "41", "42"])


async def test_words_in_a_note_are_opened_in_the_panel(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS) as opened:
        await searched(opened, "ibid number:106")
        assert "note 2" in opened.shown
        await press(opened, "enter", "enter")
        assert opened.desk.notes.note is not None
        assert opened.desk.notes.note.note.label == "2"


async def test_by_date_and_by_rank(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS) as opened:
        await searched(opened, "berlin")
        await press(opened, "down", "r")
        assert (titles(opened), said(opened)) == (["40", "41", "42", "106", "108"], "5 documents by date")
        await press(opened, "r")
        assert said(opened) == "5 documents by rank"


async def test_what_is_too_much_to_be_ranked_is_not_called_ranked(
    reader: OpenReader, volumes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tgreader.library.index.matches._TOO_MANY_TO_RANK", 4)
    async with reader(SEEDS) as opened:
        await searched(opened, "berl*")
        assert said(opened) == "5 documents too many to rank · headings first"


async def test_documents_without_a_date_are_counted_where_dates_are_asked_for(
    reader: OpenReader, volumes: Path
) -> None:
    async with reader(SEEDS) as opened:
        await searched(opened, "detente date:1972")
        assert titles(opened) == ["106"]
        assert said(opened).startswith("1 document · 1 without a date left out")
        await write(opened, " with:undated")
        assert sorted(titles(opened)) == ["106", "107"]


async def test_the_cursor_on_the_timeline_leaves_the_other_months_out(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS) as opened:
        screen = await searched(opened, "berlin")
        periods = screen.timeline.timeline.periods
        assert [(p.first, p.documents) for p in periods if p.documents] == [
            ("1971-03", 2), ("1971-09", 1), ("1972-08", 1), ("1973-01", 1),
        ]  # fmt: skip
        await press(opened, "tab", "tab")
        assert screen.focused is screen.timeline
        await press(opened, "l")
        assert (sorted(titles(opened)), said(opened)) == (["40", "41"], "2 of 5 documents by rank")
        assert "March 1971: 2" in opened.shown
        await press(opened, "right")
        assert (titles(opened), "September 1971: 1" in opened.shown) == (["42"], True)
        assert [volume.documents for volume in screen.volumes.volumes] == [1, 1]  # all, and the one with that telegram
        await press(opened, "h", "h")
        assert (len(titles(opened)), said(opened)) == (5, "5 documents by rank")
        await press(opened, "l", "enter")
        assert screen.query_line.value == "berlin date:1971-03"


async def test_the_cursor_on_a_volume_leaves_the_others_out(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS) as opened:
        screen = await searched(opened, "berlin")
        assert [(v.id, v.documents) for v in screen.volumes.volumes] == [
            (None, 5), ("frus1969-76v40", 3), ("frus1969-76v39", 2),
        ]  # fmt: skip
        await press(opened, "shift+tab") if screen.focused is not screen.query_line else await press(opened, "down")
        await press(opened, "tab", "tab", "j")
        assert screen.focused is screen.volumes
        assert (sorted(titles(opened)), said(opened)) == (["40", "41", "42"], "3 of 5 documents by rank")
        await press(opened, "j")
        assert sorted(titles(opened)) == ["106", "108"]
        assert sum(p.documents for p in screen.timeline.timeline.periods) == 2
        await press(opened, "x")
        assert (len(titles(opened)), said(opened)) == (5, "5 documents by rank")


async def test_the_mouse_picks_a_month_and_opens_a_hit(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS) as opened:
        screen = await searched(opened, "berlin")
        last = (
            screen.timeline.content_region.x + 7 + screen.timeline._cells * (len(screen.timeline.timeline.periods) - 1)
        )
        await opened.pilot.click(offset=(last, screen.timeline.region.y + 1))
        await answered(opened)
        assert titles(opened) == ["108"]
        await opened.pilot.click(offset=opened.where("108. Memorandum"), times=2)
        await answered(opened)
        assert opened.desk.reading.document.number == "108"


async def test_the_words_stand_in_one_column_and_are_sorted_by_what_is_beside_them(
    reader: OpenReader, volumes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reader(SEEDS) as opened:
        screen = await searched(opened, "talks volume:frus1969-76v40")
        await press(opened, "down", "c")
        rows = [line for line in opened.lines if " the talks on " in line]
        assert len({line.index("talks") for line in rows}) == 1
        assert len(rows) == 3

        def lines(part: str) -> list[str]:
            return [getattr(line, part).strip() for line in screen.concordance.lines]

        await press(opened, "r")
        assert lines("right") == ["on Berlin after the signature.", "on Berlin at once.", "on Berlin in the spring."]
        assert "in context, by what follows" in said(opened)
        monkeypatch.setattr(search_screen, "IN_CONTEXT", 2)  # of more documents the first are shown, and that is said
        screen.say_count_again()
        await opened.settle()
        assert "the first 2 in context, by what follows" in said(opened)
        await press(opened, "r")
        assert lines("left") == ["They broke off the", "Nobody regretted the", "He would resume the"]
        await press(opened, "j", "enter")
        assert str(opened.desk.session.place) == "frus1969-76v40/d42#p2"
        await press(opened, "ctrl+o")
        assert screen_of(opened).focused is screen.concordance
        await press(opened, "c")
        assert (screen.focused, len(titles(opened))) == (screen.hits, 3)


async def test_filters_are_chosen_from_what_there_is_and_written_into_the_query(
    reader: OpenReader, volumes: Path
) -> None:
    async with reader(SEEDS) as opened:
        screen = await searched(opened, "berlin")
        await press(opened, "down", "f")
        assert opened.rows[:2] == ["Dates", "Volume"]
        await press(opened, *"jjjj", "enter")
        assert opened.rows[0] == "any"
        assert set(opened.rows[1:]) == {"telegram", "memorandum of conversation"}
        await write(opened, "memo")
        await press(opened, "enter")
        assert screen.query_line.value == 'berlin kind:"memorandum of conversation"'
        assert titles(opened) == ["108"]
        await press(opened, "f", "j", "j", "j", "j", "x")
        await press(opened, "escape")
        assert (screen.query_line.value, len(titles(opened))) == ("berlin", 5)


async def test_dates_are_typed_as_people_write_them(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS) as opened:
        screen = await searched(opened, "berlin")
        await press(opened, "down", "f", "enter")
        assert opened.rows[:3] == ["any", "1971", "1971-03 (March 1971)"]
        await write(opened, "sep 1971 to 1972")
        assert opened.rows == ["1971-09..1972"]
        await press(opened, "enter")
        assert screen.query_line.value == "berlin date:1971-09..1972"
        assert sorted(titles(opened)) == ["106", "42"]


async def test_past_searches_are_listed_with_their_counts_and_asked_again(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS) as opened:
        screen = await searched(opened, "berlin")
        await press(opened, "enter", "slash", "ctrl+u")
        await write(opened, "zanzibar")
        await press(opened, "enter", "slash", "ctrl+u")
        rows = list(screen.past.rows)
        searched_before = rows[: rows.index(ListRow("What may be asked", group=True))]
        assert [row.title for row in searched_before] == ["Asked before", "zanzibar", "berlin"]
        assert [row.aside.partition(" ·")[0] for row in searched_before[1:]] == ["no document", "5 documents"]
        await press(opened, "down", "j", "enter")
        assert (screen.query_line.value, len(titles(opened))) == ("berlin", 5)
        await press(opened, "down", "L")
        assert opened.rows == ["berlin", "zanzibar", "berlin"]


async def test_what_may_be_asked_is_shown_while_nothing_is_and_each_example_is_a_query(
    reader: OpenReader, volumes: Path
) -> None:
    async with reader(SEEDS) as opened:
        screen = await searched(opened, "berlin")
        await press(opened, "ctrl+u")
        examples = [str(row.key) for row in screen.past.rows if not row.group]
        assert "detent*" in examples
        for example in examples:
            parse_query(example)
        await press(opened, "down", "j", "enter")
        assert screen.query_line.value == examples[1]


async def test_x_takes_out_of_the_query_what_enter_on_a_volume_wrote_into_it(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS) as opened:
        screen = await searched(opened, "berlin")
        screen.set_focus(screen.volumes)
        await press(opened, "j", "enter")
        assert screen.query_line.value.startswith("berlin volume:")
        await press(opened, "x")
        assert (screen.query_line.value, said(opened)) == ("berlin", "5 documents by rank")


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
        await press(opened, "s")
        for key in "talk":
            opened._send(key)
        while not begun.is_set():
            await opened.pilot._wait_for_screen()
        opened._send("s")
        while screen_of(opened).query_line.value != "talks":
            await opened.pilot._wait_for_screen()
        await answered(opened)
        assert asked[-1] == "talks"
        assert sorted(titles(opened)) == ["106", "40", "41", "42"]


async def test_without_an_index_it_is_said_how_one_is_made_and_a_key_makes_it(
    reader: OpenReader,
    made_once: Path,
) -> None:
    async with reader(made_once) as opened:
        await press(opened, "escape")
        await press(opened, "s")
        assert "nothing is indexed yet; I indexes what is open here" in said(opened)
        assert "tgreader index FOLDER" in opened.shown
        await press(opened, "I")
        assert "indexed: 3 files read; s searches the library" in opened.shown
        assert screen_of(opened).focused is screen_of(opened).query_line
        await write(opened, "korea")
        assert titles(opened) == ["6"]


async def test_a_damaged_index_is_said_with_what_to_do_and_one_reads_on(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS) as opened:
        folder = opened.desk.session.memory.folder
        assert folder is not None
        (folder / "index.sqlite3").write_bytes(b"no index at all, and longer than the header of one is" * 40)
        await press(opened, "s")
        assert "the index is damaged" in said(opened)
        assert "--rebuild" in opened.shown
        await press(opened, "q", "o")
        await opened.type("106")
        assert opened.rows[0].startswith("106. Telegram")
        assert "the index is damaged" in opened.shown
        await opened.press("enter")
        assert opened.desk.reading.document.number == "106"


async def test_what_is_said_stands_until_the_next_key(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS) as opened:
        await press(opened, "s", "down", "L")
        assert "nothing was searched for yet" in opened.shown
        await press(opened, "slash")
        assert "nothing was searched for yet" not in opened.shown


async def test_the_palette_offers_what_is_done_here(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS) as opened:
        await searched(opened, "berlin")
        await press(opened, "down", "ctrl+p")
        await write(opened, "order: by")
        await press(opened, "enter")
        assert said(opened) == "5 documents by date"


async def test_leaving_by_every_way(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS) as opened:
        for keys in (("escape",), ("s", "ctrl+o"), ("s", "down", "q"), ("backspace",), ("s", "down", "escape")):
            await press(opened, "s", *keys)
            assert opened.app.screen is opened.desk, keys
        assert opened.focus == "text"


@pytest.mark.parametrize("size", [(20, 5), (40, 10), (80, 24), (160, 50)])
async def test_every_key_on_every_size(reader: OpenReader, volumes: Path, size: tuple[int, int]) -> None:
    async with reader(SEEDS, size=size) as opened:
        await opened.burst("s", *"berlin")
        await press(opened, "down", *"jkGgbrcrjcl", "space", "pageup")
        if size[1] > 10:
            await press(opened, "tab", *"lljhG", "tab", *"jjk", "space", "pageup", "shift+tab", "shift+tab")
        await press(opened, "x", "question_mark", "escape", "L", "escape", "f", "escape", "slash", "escape")
        assert isinstance(opened.app.screen, SearchScreen)
        assert len(screen_of(opened).hits.hits) == 5


async def test_what_the_new_size_has_no_room_for_gives_the_keys_to_the_list(reader: OpenReader, volumes: Path) -> None:
    async with reader(SEEDS) as opened:
        screen = await searched(opened, "berlin")
        await press(opened, "enter", "tab")
        assert screen.timeline.has_focus
        await opened.resize(80, 12)
        assert screen.hits.has_focus
        await press(opened, "j")
        assert screen.hits.cursor == 1


async def test_where_nothing_is_indexed_the_first_key_is_a_command(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.burst("s", "j", "slash", "x")
        screen = screen_of(opened)
        assert (screen.query_line.value, screen.past.has_focus) == ("", True)
        assert said(opened).startswith("nothing is indexed yet; I indexes what is open here")


@pytest.mark.parametrize(
    ("tabs", "what"),
    [(0, "Enter opens"), (1, "h l period · space b year · Enter asks"), (2, "j k volume · Enter asks")],
)
async def test_the_foot_says_what_keys_do_in_the_pane_that_has_them(
    reader: OpenReader, volumes: Path, tabs: int, what: str
) -> None:
    async with reader(SEEDS, size=(130, 36)) as opened:
        await searched(opened, "berlin")
        await press(opened, "enter", *["tab"] * tabs)
        assert opened.lines[-1].strip().startswith(what)
