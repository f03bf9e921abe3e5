"""What cites a thing: places that cite, turned around, and what may be asked at a place."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.reading.documents import VOLUME, HandMadeShelf, document, heading, note, paragraph, session
from tgreader.model.address import Address, parse_address
from tgreader.model.document import Block, Document, Note
from tgreader.reading.backlinks.backlinks import Backlinks
from tgreader.reading.backlinks.things_here import thing_of, things_here
from tgreader.reading.pointing.citing_places import Citing, Wanted
from tgreader.reading.pointing.referring import Referring
from tgreader.reading.remembering.memory import Memory
from tgreader.reading.session import Session

SOURCE = Note(
    1, "1", True, (paragraph("Source: Johnson Library, National Security File, Box 7. Secret."),), kind="source"
)
ONE = document(
    heading("Telegram From the Embassy in Poland to the Department of State", 1),
    Block("dateline", "Warsaw, May 2, 1966."),
    paragraph("1534. See Document 2 and footnote 2 below.", 2, pages=[(0, "11")]),
    notes=[SOURCE, note(2, "See footnote 3, Document 2, and p. 12. Compare Document 2.")],
)._replace(date="1966-05-02")
TWO = document(
    heading("Second"),
    paragraph("As Document 1 said, nothing. We saw Document 1 again.", 3, pages=[(0, "12")]),
    notes=[note(3, "Telegram 1534 from Warsaw, May 2. (Johnson Library, National Security File, Box 7)")],
    id="d2",
)._replace(date="1966-05-09")
THREE = document(
    heading("Third"),
    paragraph("Other."),
    notes=[note(1, "Telegram 1534 from Warsaw, June 9. See Document 9.")],
    id="d3",
)._replace(date="1968-06-20")


@pytest.fixture
def opened() -> Session:
    return Session(HandMadeShelf(ONE, TWO, THREE), Memory(None))


@pytest.fixture
def links(opened: Session) -> Backlinks:
    made = Backlinks(opened.shelf, opened.referring)
    assert list(made.read()) == [(1, 3), (2, 3), (3, 3)]
    return made


def told(found: Sequence[Citing]) -> list[tuple[str, str, str]]:
    return [(str(one.address.whole), one.where, one.words) for one in found]


def place(written: str) -> Wanted:
    return Wanted("", (parse_address(f"{VOLUME}/{written}"),))


def test_a_document_is_cited_by_all_that_names_it_or_something_in_it(links: Backlinks) -> None:
    assert told(links.citing(place("d2"))) == [
        (f"{VOLUME}/d1", "¶ 2", "Document 2"),
        (f"{VOLUME}/d1", "note 2", "footnote 3, Document 2"),
        (f"{VOLUME}/d1", "note 2", "Document 2"),
    ]


def test_a_footnote_is_cited_only_by_what_names_it(links: Backlinks) -> None:
    assert told(links.citing(place("d2#fn3"))) == [(f"{VOLUME}/d1", "note 2", "footnote 3, Document 2")]
    assert told(links.citing(place("d1#fn2"))) == [(f"{VOLUME}/d1", "¶ 2", "footnote 2 below")]
    assert links.citing(place("d2#fn4")) == []


def test_a_page_and_the_volume(links: Backlinks) -> None:
    assert told(links.citing(place("pg_12"))) == [(f"{VOLUME}/d1", "note 2", "p. 12")]
    assert links.citing(Wanted("", (Address(VOLUME),))) == []


def test_the_sentence_that_cites_is_told_with_its_place(links: Backlinks) -> None:
    first, second = links.citing(place("d1")._replace(but=ONE.address))
    assert (first.sentence, second.sentence) == ("As Document 1 said, nothing.", "We saw Document 1 again.")
    assert str(second.address) == f"{VOLUME}/d2#p1:36"
    assert second.document == "2. Second"


def test_a_telegram_of_another_year_is_another_telegram(links: Backlinks) -> None:
    wanted = Wanted("", key="telegram Warsaw 1534", date="1966-05-02")
    assert told(links.citing(wanted)) == [(f"{VOLUME}/d2", "note 3", "Telegram 1534 from Warsaw")]
    assert len(links.citing(wanted._replace(date=""))) == 2


def test_what_may_be_asked_at_a_place(opened: Session, links: Backlinks) -> None:
    references = opened.references(ONE)
    things = things_here(ONE, references, "11", note=ONE.notes[1])
    assert [thing.title for thing in things] == [
        "footnote 2", "Document 1", "p. 11", "this telegram, by its number", "National Security File, Box 7",
    ]  # fmt: skip
    counts = [len(links.citing(thing)) for thing in things]
    assert counts == [1, 2, 0, 1, 1]


def test_a_reference_at_the_cursor_comes_first(opened: Session) -> None:
    references = opened.references(TWO)
    telegram = next(one for block in references for one in block if one.kind == "telegram")
    asked = thing_of(telegram)
    assert asked is not None
    assert (asked.title, asked.key, asked.targets) == ("1534 from Warsaw", telegram.key, ())


def test_a_document_opened_later_is_read_when_it_is_next_asked(opened: Session, links: Backlinks) -> None:
    shelf = opened.shelf
    assert isinstance(shelf, HandMadeShelf)
    shelf.add(document(heading("Fourth"), paragraph("See Document 3."), id="d4"))
    assert links.citing(place("d3")) == []
    assert list(links.read()) == [(1, 1)]
    assert told(links.citing(place("d3"))) == [(f"{VOLUME}/d4", "¶ 1", "Document 3")]


def test_what_was_broken_off_is_taken_up(opened: Session) -> None:
    links = Backlinks(opened.shelf, opened.referring)
    assert next(iter(links.read())) == (1, 3)
    waiting = links.waiting
    assert [done for done, _ in links.read()] == list(range(1, waiting + 1))
    assert waiting < 3
    assert (links.waiting, len(links.citing(place("d2")))) == (0, 3)


class Indexed:
    """An index that holds one document and knows one place that cites."""

    volumes = 100

    def __init__(self, citing: Citing, held: Document) -> None:
        self._citing, self._held = citing, held

    def holds_as_it_is(self, address: Address, file: str) -> bool:
        assert file == "a.txt"
        return address.whole == self._held.address

    def citing(self, wanted: Wanted) -> list[Citing]:
        del wanted
        return [self._citing]


def test_what_is_indexed_is_not_read_again(opened: Session, links: Backlinks) -> None:
    known = links.citing(place("d2"))[0]
    both = Backlinks(opened.shelf, opened.referring, Indexed(known, ONE))
    assert len(list(both.read())) == 2
    assert both.citing(place("d1"))[-1] is known
    assert both.said == "in 100 volumes"


def test_a_loose_file_is_cited_by_its_own_notes() -> None:
    loose = document(heading("H"), paragraph("text", 1, 2), notes=[note(1), note(2, "See footnote 1 above.")], id=None)
    reading = session(loose)
    links = Backlinks(reading.shelf, Referring(reading.shelf))
    list(links.read())
    assert told(links.citing(Wanted("", (loose.address.at_note("1"),)))) == [("a.txt", "note 2", "footnote 1 above")]
