"""What was painted is kept: it must go when what it was painted with does."""

from __future__ import annotations

import pytest
from rich.style import Style
from textual.color import Color

from tests.conftest import OpenReader
from tests.reading.documents import document, heading, paragraph
from tgreader.model.inline import Style as Printed

LONG = [paragraph(f"Paragraph {number}. " + "Words of it. " * 20) for number in range(60)]


def grounds(styles: list[Style | None]) -> set[Color]:
    return {Color.from_rich_color(style.bgcolor) for style in styles if style and style.bgcolor}


async def test_another_theme_paints_text_margins_and_ground_anew(reader: OpenReader) -> None:
    async with reader(document(heading("H"), *LONG[:2])) as opened:
        await opened.press("j", "T")
        background = Color.parse(opened.app.theme_variables["background"])
        whole = opened.desk._compositor.render_strips()
        assert grounds([segment.style for strip in whole for segment in strip]) == {background}


async def test_what_is_kept_is_without_colour_where_none_is_wanted(
    reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reader(document(heading("H"), *LONG)) as opened:
        await opened.press("j", "k", "j")
        segments = [segment for strip in opened.desk._compositor.render_strips() for segment in strip]
        assert any("▌" in segment.text for segment in segments)
        for colour in grounds([segment.style for segment in segments]):
            assert colour.r == colour.g == colour.b


async def test_the_scroll_bar_shows_where_in_the_text_one_is(reader: OpenReader) -> None:
    async with reader(document(heading("H"), *LONG), size=(80, 24)) as opened:
        text = opened.desk.text
        bar = text.vertical_scrollbar

        def thumb() -> list[int]:
            worn = [next(iter(strip)).style for strip in bar.render_lines(bar.size.region)]
            return [row for row, style in enumerate(worn) if style and style.meta.get("@mouse.down") == "grab"]

        assert thumb()[0] == 0
        await opened.press("G")
        assert thumb()[-1] == bar.size.height - 1
        assert thumb()[0] > 0
        await opened.press("g")
        assert thumb()[0] == 0


async def test_the_cursor_s_bar_leaves_the_paragraph_it_stood_on(reader: OpenReader) -> None:
    async with reader(document(heading("H"), *LONG[:3])) as opened:
        for key, number in (("j", 0), ("j", 1), ("k", 0), ("j", 1), ("j", 2)):
            await opened.press(key)
            barred = [line for line in opened.lines_of("#text") if "▌" in line]
            assert f"Paragraph {number}." in barred[0]
            assert sum("Paragraph" in line for line in barred) == 1


async def test_words_printed_otherwise_are_so_on_every_line_and_no_others(reader: OpenReader) -> None:
    words = [f"w{number}" for number in range(400)]
    text = " ".join(words)
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word) + 1)
    several = (Printed(starts[n], starts[n + (30 if n == 70 else 1)] - 1) for n in range(0, 390, 10))
    block = paragraph(text)._replace(styles=tuple(several))
    wanted = {word for number, word in enumerate(words) if (number % 10 == 0 and number < 390) or 70 <= number < 100}
    async with reader(document(heading("H"), block), size=(80, 50)) as opened:
        painted = [segment for strip in opened.desk._compositor.render_strips() for segment in strip]
        italic = {word for one in painted if one.style and one.style.italic for word in one.text.split()}
        plain = {word for one in painted if one.style and not one.style.italic for word in one.text.split()}
    shown = {word for word in words if word in italic | plain}
    assert len(shown) > 300
    assert italic & shown == wanted & shown
    assert not plain & wanted
