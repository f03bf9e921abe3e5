"""Copies beside their volume: recognised by their words, told what they have lost, and never taken for another."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import SEEDS
from tests.tei.volumes import text
from tgreader.model.document import Block, Document
from tgreader.reading.pointing.referring import Referring
from tgreader.reading.shelf.same_words import everywhere, recognised
from tgreader.reading.shelf.shelf import Shelf
from tgreader.reading.shelf.word_by_word import beside, words_of

VOLUME = "frus1969-76v39"
(SEED,) = SEEDS.glob("*.txt")
WORDS = (
    "The Ambassador called on the Minister to speak of the grain that had been promised in the spring and of the ships "
    "that were to bring it before the winter."
)


def tei_of_the_seed() -> str:
    """The seed's document as its volume may have it: with a dateline that calls the second note."""
    shelf = Shelf([str(SEED)])
    shelf.open_file(0)
    seed = shelf.document(shelf.places[0].entry.address)
    notes = {note.number: f'<note n="{note.label}">{_escaped(note.text)}</note>' for note in seed.notes}
    parts = []
    for block in seed.blocks:
        inner, done = "", 0
        for mark in block.marks:
            inner += _escaped(block.text[done : mark.at]) + notes.get(mark.note or 0, "")
            done = mark.at
        inner += _escaped(block.text[done:])
        parts.append(f"<head>106. {inner}</head>" if block.kind == "heading" else f"<p>{inner}</p>")
    parts.insert(
        1,
        '<dateline><placeName>Moscow</placeName>, <date when="1972-08-22">August 22, 1972, 1135Z</date>.<note n="7">A '
        "note that the copy has lost.</note></dateline>",
    )
    return "".join(parts)


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


def written(folder: Path, inner: str, volume: str = VOLUME, number: int = 106) -> None:
    """A volume of one document."""
    body = f'<pb n="324"/><div type="document" n="{number}" xml:id="d{number}">{inner}</div>'
    (folder / f"{volume}.xml").write_text(text(body, idno=volume), encoding="utf-8")


def copies(shelf: Shelf) -> list[Document]:
    """The documents that are no TEI, as everywhere has them, every file opened."""
    return [one for one in everywhere(shelf, shelf.every_document()) if one.format != "tei"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The seed beside its volume."""
    (tmp_path / SEED.name).write_bytes(SEED.read_bytes())
    written(tmp_path, tei_of_the_seed())
    return tmp_path


def test_the_seed_beside_its_volume_gains_its_date(folder: Path) -> None:
    (told,) = copies(Shelf([str(folder)]))
    assert (told.date, told.dateline, told.place) == ("1972-08-22", "Moscow, August 22, 1972, 1135Z.", "Moscow")
    assert (told.volume, told.id, told.number, told.page_before) == (VOLUME, "d106", "106", "324")
    assert told.path.endswith(SEED.name)
    assert told.faults[0].startswith(f"these are the words of {VOLUME}/d106, which is open")
    assert [note.label for note in told.notes] == ["1", "7", "2", "3", "4", "5", "6"]
    assert told.notes[1].text == "A note that the copy has lost."


def test_its_own_words_stay_and_its_markers_where_they_are_in_the_file(folder: Path) -> None:
    own = Shelf([str(folder / SEED.name)])
    own.open_file(0)
    before = own.document(own.places[0].entry.address)
    (told,) = copies(Shelf([str(folder)]))
    assert [b.text for b in told.blocks if b.kind != "dateline"] == [b.text for b in before.blocks]
    marks = [mark for block in told.blocks if block.kind != "dateline" for mark in block.marks]
    assert [mark.source for mark in marks] == [mark.source for block in before.blocks for mark in block.marks]
    assert all(told.notes[mark.note - 1].label == mark.label for mark in marks if mark.note)


@pytest.mark.parametrize("first", ["0.txt", "z.txt"])
def test_a_copy_that_is_named_does_not_stand_in_the_volumes_way(folder: Path, first: str) -> None:
    (folder / SEED.name).rename(folder / first)
    (folder / "tgreader.toml").write_text(f'[documents."{first}"]\nvolume = "{VOLUME}"\n')
    shelf = Shelf([str(folder)])
    assert len(list(shelf.open_all())) == 2
    assert shelf.problems == []
    addresses = {str(place.entry.address) for place in shelf.places}
    assert addresses == {f"{VOLUME}/d106", str(folder / first)}
    for place in shelf.places:
        assert shelf.document(place.entry.address).address == place.entry.address
    (told,) = copies(shelf)
    assert told.date == "1972-08-22"


def test_a_copy_that_has_been_told_is_not_told_otherwise(folder: Path) -> None:
    (folder / "tgreader.toml").write_text(f'[documents."{SEED.name}"]\nvolume = "{VOLUME}"\n')
    shelf = Shelf([str(folder)])
    shelf.open_file(0)
    before = shelf.document(shelf.places[0].entry.address)  # as when it is being read while the volume is opened
    shelf.open_file(1)
    told = recognised(shelf, before)
    assert told is not None
    assert str(told.address) == told.path
    assert recognised(shelf, told) == told
    shelf.tell(told)
    assert shelf.document(before.address).format == "tei"
    assert shelf.document(told.address) == told


def test_a_copy_from_which_much_has_vanished_is_still_known(folder: Path) -> None:
    lines = SEED.read_text(encoding="utf-8").split("\n")
    kept = [line for line in lines if not line.startswith("  ")]  # its notes
    (folder / SEED.name).write_text("\n".join(kept), encoding="utf-8")
    (told,) = copies(Shelf([str(folder)]))
    assert len(told.notes) == 7
    assert all(note.anchored for note in told.notes)


@pytest.mark.parametrize(
    ("words", "number", "volume"),
    [
        (WORDS.replace("grain", "steel").replace("spring", "fall").replace("ships", "trains"), 5, None),
        (WORDS, 6, None),
        (WORDS, 5, "frus1969-76v01"),
        ("The Ambassador called.", 5, None),
        (WORDS + " " + WORDS.upper() + " What came of it nobody knows to this day, though many have asked.", 5, None),
        (" ".join(reversed(WORDS.split())), 5, None),
    ],
    ids=["other words", "another number", "of another volume", "too short", "much more than it", "another order"],
)
def test_what_is_not_the_same_is_not_taken_for_it(tmp_path: Path, words: str, number: int, volume: str | None) -> None:
    written(tmp_path, f"<head>5. Telegram</head><p>{WORDS}</p>", number=5)
    (tmp_path / "copy.txt").write_text(f"{number}. Telegram\n\n{words}\n", encoding="utf-8")
    if volume:
        (tmp_path / "tgreader.toml").write_text(f'[documents."copy.txt"]\nvolume = "{volume}"\n')
    (copy,) = copies(Shelf([str(tmp_path)]))
    assert copy.date is None
    assert copy.faults == ()


def test_where_two_volumes_print_the_same_neither_is_named(tmp_path: Path) -> None:
    for volume in (VOLUME, "frus1969-76v40"):
        written(tmp_path, f"<head>5. Telegram</head><p>{WORDS}</p>", volume, number=5)
    (tmp_path / "copy.txt").write_text(f"5. Telegram\n\n{WORDS}\n", encoding="utf-8")
    shelf = Shelf([str(tmp_path)])
    (copy,) = copies(shelf)
    assert copy.volume is None
    (tmp_path / "tgreader.toml").write_text(f'[documents."copy.txt"]\nvolume = "{VOLUME}"\n')
    (copy,) = copies(Shelf([str(tmp_path)]))
    assert copy.faults[0].startswith(f"these are the words of {VOLUME}/d5")


def test_a_marker_that_was_taken_for_a_number_is_put_right(tmp_path: Path) -> None:
    written(
        tmp_path,
        f'<head>5. Telegram</head><p>{WORDS} It was June 9<note n="1">He said so.</note> in Bonn.</p>',
        number=5,
    )
    (tmp_path / "copy.txt").write_text(f"5. Telegram\n\n{WORDS} It was June 91 in Bonn.\n\n  1. He said so.\n")
    (copy,) = copies(Shelf([str(tmp_path)]))
    assert copy.blocks[-1].text.endswith("It was June 9 in Bonn.")
    (mark,) = copy.blocks[-1].marks
    assert copy.blocks[-1].text[: mark.at].endswith("June 9")


SOME = WORDS.split()


@given(
    st.lists(st.sampled_from(range(len(SOME))), unique=True, max_size=3),
    st.lists(
        st.tuples(st.integers(0, len(SOME)), st.sampled_from(["of", "the", "Minister", "9", "Zanzibar"])), max_size=4
    ),
)
def test_the_words_of_a_copy_are_laid_beside_the_same_words(lost: list[int], added: list[tuple[int, str]]) -> None:
    original = SOME * 4
    copy = [word for place, word in enumerate(original) if place not in lost]
    for place, word in added:
        copy.insert(place, word)
    ours, theirs = words_of([Block("paragraph", " ".join(copy))]), words_of([Block("paragraph", " ".join(original))])
    pairs = beside(ours, theirs)
    if pairs is not None:
        assert pairs == sorted(set(pairs))
        assert all(ours[i].text == theirs[j].text for i, j in pairs)
        assert len(pairs) >= 0.98 * len(ours)


def test_the_references_of_a_copy_that_has_been_told_are_those_of_its_new_blocks(folder: Path) -> None:
    shelf = Shelf([str(folder)])
    list(shelf.open_all())
    referring = Referring(shelf)
    (place,) = (place for place in shelf.places if place.entry.address.path)
    before = shelf.document(place.entry.address)
    assert len(referring.references(before)) == len(list(before.every_block()))
    told = recognised(shelf, before)
    assert told is not None
    assert told.address == before.address
    assert len(referring.references(told)) == len(list(told.every_block()))


def test_comparing_with_several_volumes_tells_how_far_it_is_and_ends_when_it_shall(folder: Path) -> None:
    head, _, rest = tei_of_the_seed().partition("</head>")
    written(folder, f"{head}</head>{rest.replace(' the ', ' this ').replace(' of ', ' off ')}", "frus1969-76v40")
    shelf = Shelf([str(folder)])
    copy = next(document for document in shelf.every_document() if document.format != "tei")
    told: list[tuple[int, int]] = []

    def go_on(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    found = recognised(shelf, copy, go_on)
    assert found is not None
    assert found.volume == VOLUME
    assert told == [(0, 2), (1, 2)]
    assert recognised(shelf, copy, lambda done, _total: done < 1) is None
