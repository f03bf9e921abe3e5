"""The reference navigator's entries: each thing once, with every place that names it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.reading.documents import document, heading, note, paragraph
from tgreader.model.address import Address
from tgreader.model.inline import Reference, Status
from tgreader.reading.pointing.explaining import explained
from tgreader.reading.pointing.navigator import Group, pointed_to
from tgreader.reading.remembering.memory import Memory
from tgreader.reading.session import Session
from tgreader.reading.shelf.shelf import Shelf

SEED = next((Path(__file__).parents[3] / "seeds").glob("*.txt"))


def opened(*paths: str) -> Session:
    shelf = Shelf(paths)
    list(shelf.open_all())
    assert shelf.problems == []
    return Session(shelf, Memory(None))


def pointing(session: Session) -> tuple[Group, ...]:
    made = session.shelf.document(session.shelf.places[0].entry.address)
    return pointed_to(made, session.references(made))


@pytest.fixture(scope="module")
def seed() -> dict[str, Group]:
    return {group.title: group for group in pointing(opened(str(SEED.parent)))}


def test_the_seed_points_to_documents_a_telegram_and_a_box(seed: dict[str, Group]) -> None:
    assert [(title, len(group.things)) for title, group in seed.items()] == [
        ("Documents", 4), ("Telegrams", 1), ("Sources", 1),
    ]  # fmt: skip


def test_documents_95_and_96_are_two(seed: dict[str, Group]) -> None:
    assert [(thing.title, thing.where, str(thing.best.target)) for thing in seed["Documents"].things] == [
        ("Document 105", "note 3", "frus1969-76v39/d105"),
        ("Document 98", "note 4", "frus1969-76v39/d98"),
        ("Document 95", "note 5", "frus1969-76v39/d95"),
        ("Document 96", "note 5", "frus1969-76v39/d96"),
    ]


def test_the_telegram_is_one_thing_under_its_three_names(seed: dict[str, Group]) -> None:
    (telegram,) = seed["Telegrams"].things
    assert telegram.title == "149897 to Moscow"
    assert telegram.where == "¶ 1, ¶ 3, note 2"
    assert [(mention.reference.text, mention.reference.inferred) for mention in telegram.mentions] == [
        ("State 149897", False), ("reftel", True), ("Telegram 149897 to Moscow", False),
    ]  # fmt: skip
    assert telegram.inferred
    assert not telegram.best.inferred


def test_the_box_is_one_thing_and_ibid_is_inferred(seed: dict[str, Group]) -> None:
    (box,) = seed["Sources"].things
    assert (box.title, box.where) == ("Kissinger Papers, Box CL 214", "note 1, note 2 (inferred)")
    assert [(mention.reference.text[:18], mention.reference.inferred) for mention in box.mentions] == [
        ("Library of Congres", False), ("Ibid.", True),
    ]  # fmt: skip


def test_what_is_not_open_is_said_plainly(seed: dict[str, Group]) -> None:
    words = explained(seed["Documents"].things[0].best)
    assert words.startswith("frus1969-76v39/d105 is not among the documents opened")


def test_an_open_document_is_resolved_and_can_be_gone_to(tmp_path: Path) -> None:
    shutil.copytree(SEED.parent, tmp_path / "seeds")
    other = SEED.read_text(encoding="utf-8").replace("106. Telegram", "105. Telegram", 1)
    (tmp_path / "seeds" / "b.txt").write_text(other, encoding="utf-8")
    with (tmp_path / "seeds" / "tgreader.toml").open("a") as settings:
        settings.write('\n[documents."b.txt"]\nvolume = "frus1969-76v39"\n')
    session = opened(str(tmp_path / "seeds"))
    best = pointing(session)[0].things[0].best
    assert (str(best.target), best.status) == ("frus1969-76v39/d105", "resolved")
    assert best.target is not None
    assert session.go(best.target).document.number == "105"


def test_things_without_a_key_are_told_apart_by_their_words_and_counted() -> None:
    made = document(heading("H"), paragraph("p. 1, p. 2, p. 1"), notes=[note(1, "p. 1", label="*")])
    one, two, again = (Reference(at, at + 4, "page", text) for at, text in ((0, "p. 1"), (6, "p. 2"), (12, "p. 1")))
    (pages,) = pointed_to(made, ((), (one, two, again), (Reference(0, 4, "page", "p. 1"),)))
    assert [(thing.title, thing.where) for thing in pages.things] == [("p. 1", "¶ 1 (2×), note *"), ("p. 2", "¶ 1")]


def test_a_thing_is_called_by_its_fullest_name_and_known_by_its_surest_mention() -> None:
    made = document(heading("Telegram 5"), paragraph("Moscow 5"))
    printed = Reference(0, 8, "telegram", "Moscow 5", Address("frus1969-76v39", "d1"), key="t5", title="5 from Moscow")
    inferred = Reference(0, 10, "telegram", "Telegram 5", inferred=True, key="t5", title="5")
    (telegrams,) = pointed_to(made, ((inferred,), (printed,)))
    (thing,) = telegrams.things
    assert (thing.title, thing.where, thing.best) == ("5 from Moscow", "heading, ¶ 1", printed)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("absent", "frus1969-76v01/d3 is not among the documents opened (as said)"),
        ("unprinted", "3 to Moscow: not printed in the documents opened (as said)"),
        ("ambiguous", "3 to Moscow may be frus1969-76v01/d4 or frus1969-76v01/d5 (as said)"),
        ("resolved", "frus1969-76v01/d3 is open here (as said)"),
        ("unknown", "3 to Moscow: where this is cannot be known from what is open (as said)"),
    ],
)
def test_what_is_known_of_a_reference_is_one_sentence(status: Status, words: str) -> None:
    places = tuple(Address("frus1969-76v01", f"d{number}") for number in (3, 4, 5))
    made = Reference(
        0, 4, "telegram", "it", places[0], status, why="as said", title="3 to Moscow", candidates=places[1:]
    )
    assert explained(made) == words
