"""The way back and forward survives a restart; where the reader was is listed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tgreader.errors import TgReaderError
from tgreader.model.address import parse_address
from tgreader.reading.remembering.history import History
from tgreader.reading.remembering.memory import remembering
from tgreader.reading.session import Session
from tgreader.reading.shelf.shelf import Shelf

VOLUME = "frus1969-76v39"
Start = tuple[Session, str]


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """Five documents of a volume and two loose files, each in a file of its own."""
    folder = tmp_path / "papers"
    folder.mkdir()
    lines = []
    for number in range(1, 6):
        (folder / f"{number}.txt").write_text(f"{number}. Heading {number}\n\nOne.\n\nTwo.\n\nThree.\n", "utf-8")
        lines.append(f'[documents."{number}.txt"]\nvolume = "{VOLUME}"\n')
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(f"Loose {name}\n\nOne {name}.\n\nTwo.\n", "utf-8")
    (folder / "tgreader.toml").write_text("\n".join(lines), "utf-8")
    return folder


def start(library: Path, *paths: Path) -> Session:
    memory = remembering(str(library))
    session = Session(Shelf([str(path) for path in paths]), memory)
    session.shelf.open_file(0)
    session.begin()
    return session


def open_all(session: Session) -> None:
    for _ in session.shelf.open_all():
        pass


def go(session: Session, place: str) -> None:
    session.go(parse_address(f"{VOLUME}/{place}"))


def test_from_a_target_one_comes_back_after_a_restart(papers: Path, library: Path) -> None:
    session = start(library, papers)
    open_all(session)
    go(session, "d2")
    session.stay(parse_address(f"{VOLUME}/d2#p3"))
    go(session, "d5")
    session.memory.close()  # no more: the program may be killed here
    again = start(library, papers)
    assert str(again.place) == f"{VOLUME}/d5"
    arrival = again.back()
    assert arrival is not None
    assert (arrival.document.id, arrival.block) == ("d2", 3)
    forward = again.forward()
    assert forward is not None
    assert forward.document.id == "d5"
    again.memory.close()


def test_the_file_read_last_is_opened_first_and_stands_in_its_place(papers: Path, library: Path) -> None:
    session = start(library, papers)
    open_all(session)
    go(session, "d4")
    session.memory.close()
    again = start(library, papers)
    assert [place.entry.address.document for place in again.shelf.places] == ["d1", "d4"]
    open_all(again)
    assert [place.entry.number for place in again.shelf.places][:5] == ["1", "2", "3", "4", "5"]
    neighbour = again.neighbour(1)
    assert neighbour is not None
    assert neighbour.document == "d5"
    again.memory.close()


def test_a_loose_file_is_come_back_to_from_another_folder(
    papers: Path, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(papers)
    session = start(library, Path("a.txt"), Path("b.txt"))
    open_all(session)
    session.go(parse_address("b.txt#p2"))
    session.memory.close()
    monkeypatch.chdir(papers.parent)
    again = start(library, papers / "a.txt", papers / "b.txt")
    assert again.place is not None
    assert again.place.path == str(papers / "b.txt")
    arrival = again.back()
    assert arrival is not None
    assert arrival.document.heading == "Loose a"
    again.memory.close()


def test_what_is_not_among_the_files_given_is_fetched_on_the_way_back(papers: Path, library: Path) -> None:
    session = start(library, papers)
    open_all(session)
    go(session, "d2")
    go(session, "d3")
    session.memory.close()
    again = start(library, papers / "3.txt")
    assert str(again.place) == f"{VOLUME}/d3"
    arrival = again.back()
    assert arrival is not None
    assert arrival.document.id == "d2"
    again.memory.close()


def test_where_nothing_of_the_last_way_is_open_reading_begins_at_the_first(papers: Path, library: Path) -> None:
    session = start(library, papers / "1.txt")
    session.resume(parse_address(f"{VOLUME}/d1"))
    session.memory.close()
    again = start(library, papers / "2.txt")
    assert str(again.place) == f"{VOLUME}/d2"
    assert again.trail == (0, 0)
    assert again.back() is None
    again.memory.close()


def test_a_file_that_is_gone_does_not_bar_the_way(papers: Path, library: Path) -> None:
    session = start(library, papers)
    open_all(session)
    for place in ("d2", "d3", "d4"):
        go(session, place)
    session.memory.close()
    (papers / "4.txt").unlink()
    again = start(library, papers)
    assert str(again.place) == f"{VOLUME}/d3"
    (papers / "2.txt").unlink()
    with pytest.raises(TgReaderError, match=r"2\.txt"):
        again.back()
    arrival = again.back()
    assert arrival is not None
    assert arrival.document.id == "d1"
    again.memory.close()


def test_two_readers_at_once_keep_ways_of_their_own(papers: Path, library: Path) -> None:
    one, other = start(library, papers), start(library, papers)
    for session, place in ((one, "d2"), (other, "d3"), (one, "d4")):
        open_all(session)
        go(session, place)
    assert [str(step.document) for step in one.way.steps] == ["d1", "d2", "d4"]
    assert [str(step.document) for step in other.way.steps] == ["d1", "d3"]
    again = start(library, papers)
    assert [str(step.document) for step in again.way.steps] == ["d1", "d2", "d4"]
    for session in (one, other, again):
        session.memory.close()


@given(st.lists(st.sampled_from(["d1", "d2", "d3#p1", "d5", "back", "forward", "restart"]), max_size=14))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_restart_makes_no_difference_to_the_way(
    papers: Path, tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    library = tmp_path_factory.mktemp("library")
    session = start(library, papers)
    open_all(session)
    way, here, place = ["d1"], 0, "d1"
    for step in steps:
        if step == "restart":
            place = place.partition("#")[0]
            session.memory.close()
            session = start(library, papers)
            open_all(session)
        elif step in ("back", "forward"):
            here = max(0, here - 1) if step == "back" else min(len(way) - 1, here + 1)
            session.back() if step == "back" else session.forward()
            place = way[here]
        else:
            if step != place:  # where one is already, one does not come from
                way, here = [*way[: here + 1], step], here + 1
            place = step
            go(session, step)
        assert [str(place.document) for place in session.way.steps] == [place.partition("#")[0] for place in way]
        assert session.way.here == here
    session.memory.close()


def test_the_history_says_where_the_reader_was_and_when(papers: Path, library: Path) -> None:
    session = start(library, papers)
    open_all(session)
    for place, page in (("d1", None), ("d2", "12"), ("d2#p2", "13"), ("d1#p1", None)):
        arrival = session.go(parse_address(f"{VOLUME}/{place}"))
        session.history.be_at(arrival.document, parse_address(f"{VOLUME}/{place}"), page)
    session.memory.close()
    visits = History(remembering(str(library))).visits()
    assert [(visit.document, visit.place, visit.page) for visit in visits] == [
        (f"{VOLUME}/d1", f"{VOLUME}/d1#p1", ""),
        (f"{VOLUME}/d2", f"{VOLUME}/d2#p2", "13"),
        (f"{VOLUME}/d1", f"{VOLUME}/d1", ""),
    ]
    assert visits[1].heading == "European Security, 1969–1976 › 2. Heading 2"
    assert visits[1].file == str(papers / "2.txt")
    assert all(visit.came <= visit.went for visit in visits)


def test_a_folder_that_was_moved_is_read_where_it_was_left(papers: Path, library: Path) -> None:
    session = start(library, papers / "a.txt")
    document = session.shelf.document(session.shelf.places[0].entry.address)
    session.memory.leave(document, 2)
    session.memory.close()
    moved = papers.rename(papers.parent / "elsewhere")
    again = start(library, moved / "a.txt")
    assert again.resume(again.shelf.places[0].entry.address).block == 2
    again.memory.close()
