"""The record of `tgreader parse`: the contract that other programs rely on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.documents import document, heading, paragraph
from tgreader.model.address import Address
from tgreader.model.document import Block, Note
from tgreader.model.inline import Link, Name, NoteMark, PageBreak, Reference, Style
from tgreader.reading.document.record import json_line
from tgreader.reading.remembering.memory import Memory
from tgreader.reading.session import Session
from tgreader.reading.shelf.shelf import Shelf

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.fixture(scope="module")
def seed() -> dict[str, Any]:
    shelf = Shelf([str(SEEDS)])
    list(shelf.open_all())
    (place,) = shelf.places
    made = shelf.document(place.entry.address)
    read: dict[str, Any] = json.loads(json_line(made, Session(shelf, Memory(None)).references(made)))
    return read


def test_the_seed_has_the_keys_of_the_contract(seed: dict[str, Any]) -> None:
    assert {key: seed[key] for key in ("address", "format", "volume", "id", "number", "heading")} == {
        "address": "frus1969-76v39/d106",
        "format": "flattext",
        "volume": "frus1969-76v39",
        "id": "d106",
        "number": "106",
        "heading": "Telegram From the Embassy in the Soviet Union to the Department of State",
    }
    assert {"path", "date", "dateline", "place", "faults", "blocks", "notes"} <= seed.keys()
    for block in [*seed["blocks"], *(block for note in seed["notes"] for block in note["blocks"])]:
        assert {"kind", "text", "marks", "pages", "references"} <= block.keys()
        for mark in block["marks"]:
            assert {"at", "label", "note", "source"} <= mark.keys()
        for page in block["pages"]:
            assert {"at", "label", "source"} <= page.keys()
        for one in block["references"]:
            assert {
                "start", "end", "source", "kind", "text", "target", "status", "inferred", "why",
            } <= one.keys()  # fmt: skip
            assert block["text"][one["start"] : one["end"]] == one["text"]
    for one in seed["notes"]:
        assert {"number", "label", "anchored", "blocks"} <= one.keys()


def test_the_seed_s_marks_pages_and_references_lie_where_the_file_has_them(seed: dict[str, Any]) -> None:
    file = (SEEDS / Path(seed["path"]).name).read_bytes().decode()
    blocks = [*seed["blocks"], *(block for note in seed["notes"] for block in note["blocks"])]
    marks = [mark for block in blocks for mark in block["marks"]]
    assert [mark["source"] for mark in marks] == [[at, at + 1] for at in (77, 156, 918, 1673, 2107, 2808)]
    assert [page["source"] for block in blocks for page in block["pages"]] == [[159, 169], [2699, 2709]]
    for one in (one for block in blocks for one in block["references"]):
        start, end = one["source"]
        assert file[start:end] == one["text"]
    assert {one["status"] for block in blocks for one in block["references"]} <= {
        "resolved", "absent", "unprinted", "ambiguous", "unknown",
    }  # fmt: skip


def test_everything_the_model_knows_is_in_it() -> None:
    block = Block(
        "row", "abc def",
        (NoteMark(3, "1", None, (9, 10), 0.123456, (2, 5), "a year"),), (PageBreak(0, "XIII", (0, 8)),),
        names=(Name(0, 3, "person", "p_KHA_1"),), styles=(Style(4, 7),), label="(a)", depth=2, cells=(0, 4),
    )  # fmt: skip
    inner = Reference(
        0, 3, "document", "abc", Address("frus1969-76v39", "d5"), "ambiguous", True, "because", "d5", "Document 5",
        (Address("frus1969-76v39", "d6"),), (20, 23),
    )  # fmt: skip
    made = document(heading("H"), block, notes=[Note(1, "*", False, (paragraph("abc"),), "source")])._replace(
        date="1972-08-22", dateline="Moscow, undated", place="Moscow", faults=("2 notes are lost",),
    )  # fmt: skip
    read = json.loads(json_line(made, ((), (), (inner,))))
    assert (read["date"], read["dateline"], read["place"]) == ("1972-08-22", "Moscow, undated", "Moscow")
    assert read["faults"] == ["2 notes are lost"]
    row = read["blocks"][1]
    assert row["marks"] == [
        {
            "at": 3, "label": "1", "note": None, "source": [9, 10], "confidence": 0.1235, "rival": [2, 5],
            "why": "a year",
        }
    ]  # fmt: skip
    assert row["pages"] == [{"at": 0, "label": "XIII", "source": [0, 8]}]
    assert (row["label"], row["depth"], row["cells"]) == ("(a)", 2, [0, 4])
    assert row["names"] == [{"start": 0, "end": 3, "kind": "person", "key": "p_KHA_1"}]
    assert row["styles"] == [{"start": 4, "end": 7, "kind": "italic"}]
    (noted,) = read["notes"]
    assert {key: noted[key] for key in ("number", "label", "kind", "anchored")} == {
        "number": 1, "label": "*", "kind": "source", "anchored": False,
    }  # fmt: skip
    assert noted["blocks"][0]["references"] == [
        {
            "start": 0, "end": 3, "source": [20, 23], "kind": "document", "text": "abc",
            "target": "frus1969-76v39/d5", "status": "ambiguous", "inferred": True, "why": "because",
            "candidates": ["frus1969-76v39/d6"],
        }
    ]  # fmt: skip


def test_a_loose_file_is_addressed_by_its_path_as_given() -> None:
    read = json.loads(json_line(document(heading("H"), id=None, path="papers/a.txt"), ((),)))
    assert (read["address"], read["volume"], read["id"]) == ("papers/a.txt", None, None)


@given(st.text(), st.text(), st.one_of(st.none(), st.text()))
def test_any_text_comes_out_as_it_went_in(words: str, key: str, label: str | None) -> None:
    block = Block(
        "item", words, pages=(PageBreak(0, key),), links=(Link(0, 0, None, key),), names=(Name(0, 0, "term", key),),
        styles=(Style(0, 0, key),), label=label,
    )  # fmt: skip
    line = json_line(document(heading(words), block, path=key)._replace(dateline=label, faults=(key,)), ((), ()))
    assert "\n" not in line
    read = json.loads(line)
    assert (read["heading"], read["path"], read["dateline"], read["faults"]) == (words, key, label, [key])
    made = read["blocks"][1]
    assert (made["text"], made["label"], made["pages"][0]["label"]) == (words, label, key)
    assert (made["links"][0]["written"], made["names"][0]["key"], made["styles"][0]["kind"]) == (key, key, key)
