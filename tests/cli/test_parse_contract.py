"""`tgreader parse seeds/`, written out by hand from the document as it lies there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.cli.program import SEED, tgreader

Shape = type | None | tuple["Shape", ...] | list["Shape"] | dict[str, "Shape"]
"""What a JSON value may be: a type, None, one of several, a list of such, an object with at least these keys."""

RANGE: Shape = (None, [int])
BLOCK: Shape = {
    "kind": str,
    "text": str,
    "marks": [{"at": int, "label": str, "note": (int, None), "source": RANGE}],
    "pages": [{"at": int, "label": str, "source": RANGE}],
    "references": [
        {
            "start": int,
            "end": int,
            "source": RANGE,
            "kind": str,
            "text": str,
            "target": (str, None),
            "status": str,
            "inferred": bool,
            "why": (str, None),
        }
    ],
}
DOCUMENT: Shape = {
    "address": str,
    "path": str,
    "format": str,
    "volume": (str, None),
    "id": (str, None),
    "number": (str, None),
    "heading": str,
    "date": (str, None),
    "dateline": (str, None),
    "place": (str, None),
    "blocks": [BLOCK],
    "notes": [{"number": int, "label": str, "anchored": bool, "blocks": [BLOCK]}],
}


def fits(value: object, shape: Shape) -> bool:
    """Whether a value has a shape; further keys may be there."""
    if isinstance(shape, tuple):
        return any(fits(value, one) for one in shape)
    if isinstance(shape, list):
        return isinstance(value, list) and all(fits(item, shape[0]) for item in value)
    if isinstance(shape, dict):
        return isinstance(value, Mapping) and all(key in value and fits(value[key], shape[key]) for key in shape)
    return value is None if shape is None else type(value) is shape


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    ran = tgreader("parse", "seeds/")
    assert ran.status == 0
    assert ran.err == ""
    assert ran.out.endswith("\n")
    (record,) = ran.records
    return record


@pytest.fixture(scope="module")
def text() -> str:
    return SEED.read_bytes().decode()


def test_every_key_has_its_type(document: dict[str, Any]) -> None:
    assert fits(document, DOCUMENT)
    for key in DOCUMENT if isinstance(DOCUMENT, dict) else ():
        assert not fits({other: value for other, value in document.items() if other != key}, DOCUMENT)


def test_what_the_document_is(document: dict[str, Any]) -> None:
    known = {
        "address": "frus1969-76v39/d106",
        "path": "seeds/000_bdb90119f2881e15.txt",
        "format": "flattext",
        "volume": "frus1969-76v39",
        "id": "d106",
        "number": "106",
        "heading": "Telegram From the Embassy in the Soviet Union to the Department of State",
        "date": None,
        "dateline": None,
        "place": None,
    }
    assert {key: document[key] for key in known} == known
    assert [block["kind"] for block in document["blocks"]] == ["heading"] + ["paragraph"] * 9


def test_the_six_marks_and_their_notes(document: dict[str, Any]) -> None:
    marks = [(number, mark) for number, block in enumerate(document["blocks"]) for mark in block["marks"]]
    assert [(number, m["label"], m["note"], m["source"]) for number, m in marks] == [
        (0, "1", 1, [77, 78]),
        (1, "2", 2, [156, 157]),
        (4, "3", 3, [918, 919]),
        (5, "4", 4, [1673, 1674]),
        (6, "5", 5, [2107, 2108]),
        (6, "6", 6, [2808, 2809]),
    ]
    before = [document["blocks"][number]["text"][: mark["at"]].split()[-1] for number, mark in marks]
    assert before == ["State", "149897.", "substance.", "communiqué", "Moscow.", "countries,"]
    assert marks[0][1]["at"] == 72


def test_the_six_notes(document: dict[str, Any]) -> None:
    notes = document["notes"]
    assert [note["number"] for note in notes] == [1, 2, 3, 4, 5, 6]
    assert [note["label"] for note in notes] == ["1", "2", "3", "4", "5", "6"]
    assert all(note["anchored"] is True for note in notes)
    said = [" ".join(block["text"] for block in note["blocks"]) for note in notes]
    assert said[0].startswith("Source: Library of Congress, Manuscript Division, Kissinger Papers, Box CL 214, ")
    assert said[0].endswith(" USNMR SHAPE, and USCINCEUR.")
    assert said[1].startswith("Telegram 149897 to Moscow, August 17, instructed Beam")
    assert said[1].endswith("[on force reductions] on or about November 22 at a site to be agreed.” (Ibid.)")
    assert said[2:] == [
        "See Document 105.",
        "See Document 98.",
        "See Documents 95 and 96.",
        "Gromyko visited Belgium, the Netherlands, and Luxembourg from July 5 to 8.",
    ]


def test_the_two_pages(document: dict[str, Any]) -> None:
    pages = [(number, page) for number, block in enumerate(document["blocks"]) for page in block["pages"]]
    assert [(number, page["label"], page["source"]) for number, page in pages] == [
        (2, "325", [159, 169]),
        (6, "326", [2699, 2709]),
    ]
    assert pages[0][1]["at"] == 0
    words = document["blocks"][6]["text"]
    at = pages[1][1]["at"]
    assert words[at - 17 : at + 20] == "opinion that two matters should be di"


def test_blocks_and_notes_hold_every_word_of_the_file(document: dict[str, Any], text: str) -> None:
    """Word by word, in order: all but the number, the markers, the page breaks and the numbers of the list."""
    for printed, word in (
        ("106. Telegram From", "Telegram From"),
        ("Department of State1", "Department of State"),
        ("State 149897.2", "State 149897."),
        ("negotiation of substance.3", "negotiation of substance."),
        ("communiqué4", "communiqué"),
        ("subject in Moscow.5", "subject in Moscow."),
        ("Benelux countries,6", "Benelux countries,"),
        ("[Page 325]\n", ""),
        ("two [Page 326] matters", "two matters"),
        ("\n  1. Source:", "\nSource:"),
        ("\n  2. Telegram", "\nTelegram"),
        ("\n  3. See", "\nSee"),
        ("\n  4. See", "\nSee"),
        ("\n  5. See", "\nSee"),
        ("\n  6. Gromyko", "\nGromyko"),
    ):
        assert text.count(printed) == 1
        text = text.replace(printed, word)
    blocks = document["blocks"] + [block for note in document["notes"] for block in note["blocks"]]
    assert [word for block in blocks for word in block["text"].split()] == text.split()


def references(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Every reference, each with the text of its block."""
    blocks = document["blocks"] + [block for note in document["notes"] for block in note["blocks"]]
    return [{**reference, "in": block["text"]} for block in blocks for reference in block["references"]]


def test_what_the_document_points_to(document: dict[str, Any]) -> None:
    found = references(document)
    documents = [(r["target"], r["status"], r["inferred"]) for r in found if r["kind"] == "document"]
    assert documents == [(f"frus1969-76v39/d{number}", "absent", False) for number in (105, 98, 95, 96)]
    telegrams = [r["text"] for r in found if r["kind"] == "telegram"]
    assert telegrams == ["State 149897", "reftel", "Telegram 149897 to Moscow"]
    ibid = next(r for r in found if r["text"].startswith("Ibid"))
    assert ibid["inferred"] is True
    assert "note 1" in ibid["why"]


def test_offsets_of_references_say_the_same_in_block_and_file(document: dict[str, Any], text: str) -> None:
    found = references(document)
    assert found
    for reference in found:
        assert reference["in"][reference["start"] : reference["end"]] == reference["text"]
        assert " ".join(text[slice(*reference["source"])].split()) == " ".join(reference["text"].split())
