"""The register of telegrams: shown, sorted, narrowed, gone to, exported."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.conftest import OpenReader
from tests.library.volumes import MOSCOW, indexed, written
from tests.reading.documents import document, heading, note, paragraph
from tests.tui.reader import Reader
from tgreader.reading.register.orders import ORDERS
from tgreader.tui.screens.register_dialog import RegisterDialog
from tgreader.tui.widgets.bars import Bar

ONE = document(
    heading("First"),
    paragraph("As instructed in Deptel 70.", 1),
    notes=[note(1, "Telegram 1534 from Warsaw, May 2. (Department of State, Central Files, POL 17)")],
)._replace(date="1966-05-20")
TWO = document(
    heading("Second"),
    paragraph("Text.", 1, 2),
    notes=[
        note(1, "Telegram 9 to Ankara, May 1, is not printed."),
        note(2, "Telegram 1534 from Warsaw is Document 3."),
    ],
    id="d2",
)._replace(date="1966-05-20")
THREE = document(heading("Third"), paragraph("Text."), id="d3")
OTHER = TWO._replace(
    address=TWO.address._replace(volume="frus1964-68v30"), volume="frus1964-68v30",
    notes=(note(1, "Telegram 333 from Bonn."), note(2, "=Telegram 5 to Bonn.")),
)  # fmt: skip


async def shown(opened: Reader) -> RegisterDialog:
    await opened.press("escape", "#")
    assert isinstance(opened.dialog, RegisterDialog)
    return opened.dialog


def numbers(opened: Reader) -> list[str]:
    return [row.split()[0] for row in opened.rows]


def title(opened: Reader) -> str:
    return " ".join(opened.dialog.query_one("#dialog-title", Bar).said)


async def test_every_telegram_of_the_volume_is_listed_with_its_fate(reader: OpenReader) -> None:
    async with reader(ONE, TWO, THREE, OTHER) as opened:
        await shown(opened)
        assert title(opened) == "Telegrams cited in this volume, by number 3"
        assert numbers(opened) == ["9", "70", "1534"]
        assert "Warsaw → May 2, [1966] is Document 3 · 2×" in " ".join(opened.shown.split())
        await opened.press("G")
        assert opened.words_of("#register-file") == "Department of State, Central Files, POL 17"
        assert opened.words_of("#register-places") == "named in 1, note 1; 2, note 2"


async def test_it_is_sorted_by_each_column_in_turn_and_stays_so(reader: OpenReader) -> None:
    async with reader(ONE, TWO, THREE) as opened:
        dialog = await shown(opened)
        for order in (*ORDERS[1:], ORDERS[0], ORDERS[1]):
            await opened.press("s")
            assert dialog.order == order
            if order == "date":
                assert numbers(opened) == ["9", "1534", "70"]
            elif order == "fate":
                assert numbers(opened) == ["1534", "9", "70"]
        await opened.press("escape", "#")
        assert title(opened).startswith("Telegrams cited in this volume, by from")


async def test_words_narrow_it_and_its_keys_are_letters_meanwhile(reader: OpenReader) -> None:
    async with reader(ONE, TWO, THREE) as opened:
        await shown(opened)
        await opened.press("slash")
        await opened.type("pol WARSAW")
        assert numbers(opened) == ["1534"]
        assert opened.words_of("#register-places").startswith("named in 1")
        await opened.press("enter", "escape")
        assert numbers(opened) == ["9", "70", "1534"]
        await opened.press("escape")
        assert opened.focus == "text"


async def test_enter_goes_to_the_place_that_names_it(reader: OpenReader) -> None:
    async with reader(ONE, TWO, THREE) as opened:
        await shown(opened)
        await opened.press("enter")
        desk = opened.desk
        assert desk.reading.document is TWO
        assert desk.notes.note is not None
        assert (desk.notes.note.note.label, opened.focus) == ("1", "text")
        await opened.press("ctrl+o")
        assert desk.reading.document is ONE


async def test_of_several_places_one_is_chosen_or_the_telegram_itself(reader: OpenReader) -> None:
    async with reader(ONE, TWO, THREE) as opened:
        await shown(opened)
        await opened.press("G", "enter")
        assert opened.rows == [
            "the telegram itself: Document 3",
            "Telegram 1534 from Warsaw, May 2. (Department of State, Central Files, POL 17)",
            "Telegram 1534 from Warsaw is Document 3.",
        ]
        await opened.press("enter")
        assert opened.desk.reading.document is THREE


async def test_all_that_is_open_or_the_volume(reader: OpenReader) -> None:
    async with reader(ONE, TWO, THREE, OTHER) as opened:
        await shown(opened)
        await opened.press("a")
        assert title(opened) == "Telegrams cited in what is open, by number 5"
        assert numbers(opened) == ["5", "9", "70", "333", "1534"]
        await opened.press("a")
        assert numbers(opened) == ["9", "70", "1534"]


async def test_the_library_is_listed_from_the_index_and_its_volumes_are_opened(
    reader: OpenReader, tmp_path: Path
) -> None:
    here = written(tmp_path / "here", "frus1969-76v39")
    written(tmp_path / "there", "frus1964-68v30", [MOSCOW.replace("Telegram 149897", "Telegram 333")], first=5)
    indexed(tmp_path / "library", tmp_path / "here", tmp_path / "there")
    async with reader(here) as opened:
        await shown(opened)
        assert (title(opened), numbers(opened)) == ("Telegrams cited in this volume, by number 1", ["149897"])
        await opened.press("a")
        assert numbers(opened) == ["149897"]
        await opened.press("a")
        assert title(opened) == "Telegrams cited in the library, by number 2"
        assert numbers(opened) == ["333", "149897"]
        await opened.press("enter")
        assert str(opened.desk.reading.document.address) == "frus1964-68v30/d5"
        await shown(opened)
        await opened.press("a")
        assert title(opened) == "Telegrams cited in this volume, by number 1"


async def test_what_is_shown_is_exported_as_a_table(
    reader: OpenReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    async with reader(ONE, TWO, THREE) as opened:
        await shown(opened)
        await opened.press("e")
        await opened.press("j", "enter")
        assert "telegrams.csv" in opened.said
        written = (tmp_path / "desk" / "telegrams.csv").read_bytes()
        assert written.startswith(b"\xef\xbb\xbfnumber,kind,from,to,date,")
        rows = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))
        assert [(row["number"], row["from"], row["to"], row["date"]) for row in rows] == [
            ("9", "Department of State", "Ankara", "May 1, [1966]"),
            ("70", "Department of State", "", ""),
            ("1534", "Warsaw", "", "May 2, [1966]"),
        ]
        await shown(opened)
        await opened.press("slash")
        await opened.type("ankara")
        await opened.press("enter")
        await opened.press("e")
        await opened.press("enter")
        (copied,) = opened.copied
        assert [row["number"] for row in csv.DictReader(io.StringIO(copied, newline=""))] == ["9"]


async def test_80_columns_are_enough_for_a_line_each(reader: OpenReader) -> None:
    notes = [note(1, "Telegram 114583 from Dar es Salaam, September 30.")]
    long = document(heading("H"), paragraph("As telegram 114583 from Dar es Salaam.", 1), notes=notes)
    async with reader(long._replace(date="1966-09-30"), size=(80, 24)) as opened:
        await shown(opened)
        x, y = opened.where("114583")
        assert opened.lines[y][x:].split("│")[0].split() == [
            "114583", "Dar", "es", "Salaam", "→", "Sep", "30,", "[1966]", "not", "found", "here", "·", "2×",
        ]  # fmt: skip


async def test_a_document_that_names_none_has_an_empty_register(reader: OpenReader) -> None:
    async with reader(THREE) as opened:
        await shown(opened)
        assert opened.rows == []
        await opened.press("e")
        assert "no telegram to export" in opened.said
