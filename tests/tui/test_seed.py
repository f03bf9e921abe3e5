"""The main job, on the seed: read, the notes follow, references are followed, one key cites."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import SEEDS, OpenReader
from tgreader.reading.copying.clipboard import Outcome

VOLUME = "European Security, 1969–1976"
CITED = (
    "Foreign Relations of the United States, 1969–1976, Volume XXXIX, European Security, ed. Douglas E. Selvage "
    "(Washington: Government Printing Office, 2008), Document 106"
)


async def test_it_opens_on_the_telegram_with_its_source_note_beside_the_heading(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        assert opened.place[0].startswith(f"{VOLUME} › ")
        assert "106" in opened.place[0]
        assert opened.place[1] == "before p. 325"
        assert opened.status == "heading · note 1 of 6"
        assert opened.notes == ["1"]
        assert "1 Source: Library of Congress, Manuscript Division, Kissinger Papers" in opened.words_of("#notes")
        assert "106. Telegram From the Embassy in the Soviet Union to the Department of State¹" in opened.words_of(
            "#text"
        )
        for debris in ("State1", "[Page", "149897.2"):
            assert debris not in opened.shown


async def test_this_note_is_beside_this_paragraph(reader: OpenReader) -> None:
    beside = []
    async with reader(SEEDS) as opened:
        for _ in range(10):
            beside.append((opened.status, opened.notes))
            await opened.press("j")
    assert beside == [
        ("heading · note 1 of 6", ["1"]),
        ("¶ 1 of 9 · note 2 of 6", ["2"]),
        ("¶ 2 of 9 · 6 notes", []),
        ("¶ 3 of 9 · 6 notes", []),
        ("¶ 4 of 9 · note 3 of 6", ["3"]),
        ("¶ 5 of 9 · note 4 of 6", ["4"]),
        ("¶ 6 of 9 · notes 5–6 of 6", ["5", "6"]),
        ("¶ 7 of 9 · 6 notes", []),
        ("¶ 8 of 9 · 6 notes", []),
        ("¶ 9 of 9 · 6 notes", []),
    ]


async def test_the_printed_page_runs_with_the_reader(reader: OpenReader) -> None:
    pages = []
    async with reader(SEEDS) as opened:
        for _ in range(8):
            pages.append(opened.place[1])
            await opened.press("j")
        assert pages == ["before p. 325", "before p. 325", *["p. 325"] * 4, "pp. 325–326", "p. 326"]
        await opened.press(*"gjj")
        (margin,) = [line for line in opened.lines_of("#text") if line.lstrip().startswith("325")]
        assert "Summary. Preliminary Soviet reaction" in margin
        await opened.press(*"jjjj")
        (margin,) = [line for line in opened.lines_of("#text") if line.lstrip().startswith("326")]
        assert "two |matters should" in margin


async def test_markers_and_references_are_stepped_through_round_and_round(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.press(*"jjjjjj")
        active = []
        for key in "lllhh":
            await opened.press(key)
            assert opened.desk.active is not None
            active.append((opened.desk.active[1].start, opened.status))
        text = opened.desk.reading.blocks[6].text
        five, six = text.index(" Kuznetsov responded"), text.index(" we are against making")
        assert active == [
            (five, "¶ 6 of 9 · note 5 of 6"),
            (six, "¶ 6 of 9 · note 6 of 6"),
            (five, "¶ 6 of 9 · note 5 of 6"),
            (six, "¶ 6 of 9 · note 6 of 6"),
            (five, "¶ 6 of 9 · note 5 of 6"),
        ]
        await opened.press("l")
        assert opened.place[1] == "p. 326"  # the place of the marker, not of the paragraph


async def test_enter_leads_from_the_marker_to_its_note_and_back(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.press(*"jjjjjj", "l", "l")
        await opened.press("enter")
        assert (opened.focus, opened.desk.notes.note and opened.desk.notes.note.note.label) == ("notes", "6")
        await opened.press("k")
        assert opened.desk.notes.note is not None
        assert opened.desk.notes.note.note.label == "5"
        await opened.press("enter")
        assert opened.focus == "text"
        assert opened.desk.active is not None
        assert opened.desk.active[0] == 6
        assert opened.desk.active[1].start == opened.desk.reading.blocks[6].text.index(" Kuznetsov responded")


async def test_enter_in_a_paragraph_takes_its_first_stop(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.press("enter", "enter")
        assert (opened.focus, opened.notes) == ("notes", ["1"])


async def test_the_navigator_lists_what_the_seed_points_to(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        assert opened.references == [
            "Documents", "· Document 105", "· Document 98", "· Document 95", "· Document 96",
            "Telegrams", "· 149897 to Moscow", "Sources", "Kissinger Papers, Box CL 214",
        ]  # fmt: skip
        shown = opened.words_of("#references")
        assert "149897 to Moscow ¶ 1, ¶ 3, note 2" in shown


async def test_enter_in_the_navigator_goes_there_and_again_says_what_is_known(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.press("r", "enter")
        assert (opened.focus, opened.desk.text.block, opened.notes) == ("references", 4, ["3"])
        await opened.press("enter")
        assert opened.said.startswith("frus1969-76v39/d105 is not among the documents opened")
        await opened.press("j", "j", "j", "j", "enter")
        assert (opened.desk.text.block, opened.focus) == (1, "references")
        await opened.press("l")
        assert opened.desk.text.block == 3  # reftel


async def test_ibid_is_said_to_be_inferred(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.press("r", "G", "enter", "l")
        assert (opened.desk.text.block, opened.notes) == (1, ["2"])
        await opened.press("enter")
        assert "note 1 cites Kissinger Papers, Box CL 214" in opened.said


async def test_c_copies_the_citation_and_says_so(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.press("c")
        assert opened.copied == [f"{CITED}."]
        assert opened.said.split("\n")[:2] == ["Copied:", f"{CITED}."]
        await opened.press("j", "j", "c")
        assert opened.copied[1:] == [f"{CITED}, p. 325."]
        await opened.press("G", "c")
        assert opened.copied[2:] == [f"{CITED}, p. 326."]


async def test_c_at_a_page_that_one_went_to_cites_that_page(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        for typed, page in (("p326", "p. 326"), ("#p6", "p. 325")):
            await opened.press("colon")
            await opened.type(typed)
            await opened.press("enter", "c")
            assert f"{page}." in opened.copied[-1]
        await opened.press("colon")
        await opened.type("p326")
        await opened.press("enter", "k", "j", "c")  # whoever has moved is at the paragraph
        assert opened.copied[-1] == opened.copied[1]


async def test_c_on_a_note_cites_the_note(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.press("j", "f", "c")
        (text,) = opened.copied
        assert text.startswith(CITED)
        assert "2" in text.removeprefix(CITED)
        assert "n" in text.removeprefix(CITED)


async def test_y_copies_the_paragraph_with_its_citation(reader: OpenReader) -> None:
    async with reader(SEEDS) as opened:
        await opened.press("j", "j", "y")
        (text,) = opened.copied
        words, citation = text.split("\n\n")
        assert words.startswith("“Summary. Preliminary Soviet reaction")
        assert words.endswith("End summary.”")
        assert citation == f"{CITED}, p. 325."
        await opened.press("j", "y")
        assert "‘force reductions in Europe’ rather than MBFR.”\n\n" in opened.copied[1]
        await opened.press("j", "j", "j", "y")
        assert opened.copied[2].endswith(f"{CITED}, pp. 325–326.")


async def test_the_clipboard_s_own_sentence_is_what_is_said(
    reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reader(SEEDS) as opened:
        sent = Outcome("sent", "terminal", "Sent to the terminal (not confirmed)")
        monkeypatch.setattr("tgreader.reading.copying.clipboard.copy", lambda *_: sent)
        await opened.press("c")
        assert opened.said.startswith("Sent to the terminal (not confirmed):\n")


async def test_without_a_known_volume_the_citation_says_what_is_missing(reader: OpenReader, tmp_path: Path) -> None:
    shutil.copy(next(SEEDS.glob("*.txt")), tmp_path / "a.txt")
    async with reader(tmp_path / "a.txt") as opened:
        assert "volume not known" in opened.place[0]
        await opened.press("c")
        assert "tgreader.toml" in opened.said
        assert "Document 106" in opened.copied[0] or "106" in opened.copied[0]
