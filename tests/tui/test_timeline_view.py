"""Bars over time, as they are drawn."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Offset

from tgreader.reading.searching.timeline import Period, timeline
from tgreader.tui.widgets.timeline_view import TimelineView


class Shown(App[None]):
    """A timeline and nothing else.

    Attributes:
        picked: the periods that were picked, in order.
    """

    CSS = "TimelineView { height: 4; } TimelineView > .timeline--cursor { text-style: reverse; }"

    def __init__(self, counts: Mapping[str, int], room: int) -> None:
        super().__init__()
        self.counts, self.room = counts, room
        self.picked: list[str | None] = []

    def compose(self) -> ComposeResult:
        yield TimelineView()

    def on_mount(self) -> None:
        self.view.show(timeline(self.counts, self.room))

    def on_timeline_view_picked(self, event: TimelineView.Picked) -> None:
        self.picked.append(event.period.first if event.period else None)

    @property
    def view(self) -> TimelineView:
        return self.query_one(TimelineView)

    @property
    def rows(self) -> list[str]:
        return [self.view.render_line(y).text.rstrip() for y in range(4)]


async def drawn(counts: Mapping[str, int], width: int) -> list[str]:
    app = Shown(counts, width - 7)
    async with app.run_test(size=(width, 10)) as pilot:
        await pilot.pause()
        return app.rows


async def test_the_highest_bar_fills_the_height_and_one_document_is_seen() -> None:
    rows = await drawn({"1971-12": 1, "1972-01": 1_200, "1972-03": 600}, 31)
    assert [row[7:] for row in rows] == [
        "      █████",
        "      █████       ▄▄▄▄▄",
        "▁▁▁▁▁ █████       █████",
        "1971  1972",
    ]
    assert rows[0].startswith("1,200 ")


@pytest.mark.parametrize(
    ("counts", "years"),
    [
        ({"1971-09": 1}, "1971"),
        ({"1971-11": 1, "1972-02": 1}, "1971        1972"),
        ({"1861-04": 1, "1980-12": 1}, "1860 1870 1880 1890 1900 1910 1920 1930 1940 1950 1960 1970"),
    ],
)
async def test_years_stand_under_the_periods_that_begin_them(counts: Mapping[str, int], years: str) -> None:
    assert " ".join((await drawn(counts, 80))[3].split()) == " ".join(years.split())


async def test_keys_go_from_bar_to_bar_and_before_the_first_to_all() -> None:
    app = Shown({"1971-12": 1, "1972-03": 6, "1973-01": 2}, 60)
    async with app.run_test(size=(80, 10)) as pilot:
        await pilot.pause()
        for step in (1, 1, 1, 1, -1, -1, -1, -1):
            app.view.action_next(step)
        await pilot.pause()
        assert app.picked == ["1971-12", "1972-03", "1973-01", "1972-03", "1971-12", None, "1973-01"]
        assert app.view.period == Period("1973-01", "1973-01", 2)


async def test_the_cursor_covers_no_digit_of_a_year() -> None:
    app = Shown({"1861-04": 1, "1971-12": 1, "1980-12": 1}, 60)
    async with app.run_test(size=(80, 10)) as pilot:
        await pilot.pause()
        years = app.rows[3]
        for _ in range(3):
            app.view.action_next(1)
            row = app.rows[3]
            assert row.replace("▲", " ").split() == years.split()
            pointed = [s.text for s in app.view.render_line(3) if s.style and s.style.reverse]
            assert len("".join(pointed)) == app.view._cells


async def test_a_click_picks_a_bar_and_a_second_one_none() -> None:
    app = Shown({"1971-12": 1, "1972-03": 6}, 60)
    async with app.run_test(size=(80, 10)) as pilot:
        await pilot.pause()
        for _ in range(2):
            await pilot.click(TimelineView, offset=Offset(7 + 3 * 6 + 2, 1))
        await pilot.click(TimelineView, offset=Offset(3, 1))
        await pilot.pause()
        assert app.picked == ["1972-03", None]


async def test_nothing_to_draw_is_blank_and_answers_keys_with_nothing() -> None:
    app = Shown({}, 60)
    async with app.run_test(size=(80, 10)) as pilot:
        await pilot.pause()
        app.view.action_next(1)
        app.view.action_end(True)
        app.view.action_page(1)
        await pilot.pause()
        assert (app.rows, app.picked) == ([""] * 4, [])
