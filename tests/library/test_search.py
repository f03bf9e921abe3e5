from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.volumes import found, indexed, numbers, written
from tgreader.errors import LibraryError
from tgreader.library.index.excerpts import Excerpt
from tgreader.library.index.matches import Count
from tgreader.library.index.reader import InterruptedSearch
from tgreader.library.index.search import Search
from tgreader.library.query.language import parse_query

ALL = {"106", "107", "108", "frus1969-76v39/persons"}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with one volume: documents 106 to 108, and its list of persons."""
    folder = tmp_path_factory.mktemp("shelf")
    indexed(folder / "library", written(folder / "volumes"))
    return folder / "library"


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("detente", {"106", "107"}),  # neither accents nor capitals count
        ("DÉTENTE", {"106", "107"}),
        ("communique", {"106"}),
        ("sino soviet", {"106"}),
        ("Sino-Soviet", {"106"}),  # a hyphen parts words, and they must stand together
        ("soviet-sino", set()),
        ("didn't", {"106"}),  # as the apostrophe does, straight or curly
        ("didn’t", {"106"}),
        ("didnt", set()),
        ("=Détente", {"106"}),
        ("=détente", set()),
        ("=Detente", {"107"}),
        ("=DETENTE", {"107"}),
        ("=Deten*", {"107"}),
        ("=didn't", {"106"}),
        ('="The Sino-Soviet"', {"106"}),
        ('="The Sino Soviet"', set()),
        ('"better access"', {"108"}),
        ('"access better"', set()),
        ("acces*", {"106", "108"}),
        ('"no bett*"', {"108"}),
        ('"no bett"*', {"108"}),
        ("berlin AND access", {"106", "108"}),
        ("berlin access", {"106", "108"}),
        ("berlin OR willy", {"106", "107", "108"}),
        ("berlin NOT better", {"106"}),
        ("berlin -better", {"106"}),
        ("NOT berlin", {"107", "frus1969-76v39/persons"}),
        ("(berlin OR willy) -roads", {"107", "108"}),
        ("berlin OR =Detente", {"106", "107", "108"}),
        ("detente NOT =Détente", {"107"}),
        ("NEAR(berlin access, 3)", {"106", "108"}),
        ("NEAR(access berlin, 2)", set()),
        ("berlin NEAR/3 access", {"106", "108"}),
        ("berlin NEAR/1 access", set()),
        ("heading:brandt", {"107"}),
        ("body:brandt", {"108"}),
        ("heading:(brandt OR memorandum)", {"107", "108"}),
        ("note:document", {"106", "107"}),
        ("source:kissinger", {"106"}),
        ("notes:kissinger", {"106"}),
        ("body:kissinger", set()),
        ("person:vasily", {"106", "frus1969-76v39/persons"}),  # as the volume's list has the name
        ("vasily", {"frus1969-76v39/persons"}),  # where only words are asked for, only the text counts
        ("person:brandt", {"107"}),
        ('from:"embassy in the soviet union"', {"106"}),
        ("to:brandt", {"107"}),
        ("to:embassy", set()),
        ("place:moscow", {"106"}),
        ("number:107", {"107"}),
        ("kind:telegram", {"106"}),
        ("kind:telegram,letter", {"106", "107"}),
        ("kind:memorandum", {"108"}),
        ("kind:gram", set()),
        ("class:confidential", {"106"}),
        ("class:secret", set()),
        ("volume:frus1969-76v39 berlin", {"106", "108"}),
        ("volume:1969-76v39 berlin", {"106", "108"}),
        ("volume:frus1969-76v3", set()),
        ("subseries:1969-76 berlin", {"106", "108"}),
        ("subseries:1969–1976 berlin", {"106", "108"}),
        ("subseries:1969", set()),
        ("compilation:security", {"106", "107", "108"}),
        ('compilation:"european security"', {"106", "107", "108"}),
        ("compilation:asia", set()),
        ("date:1972", {"106"}),
        ("date:1972-08-22", {"106"}),
        ("date:1972-08..1973", {"106", "108"}),
        ("date:1973-01-15", {"108"}),  # of January it is not known which day: it may be that
        ("date:1973-02..", set()),
        ("before:1972-08-22", set()),
        ("before:1973", {"106"}),
        ("after:1972", {"108"}),
        ("after:1972-08-22", {"108"}),
        ("with:notes", {"106", "107"}),
        ("without:notes", {"108", "frus1969-76v39/persons"}),
        ("without:date", {"107", "frus1969-76v39/persons"}),
        ("date:1972 with:undated", {"106", "107", "frus1969-76v39/persons"}),
        ("date:1972 OR willy", {"106", "107"}),
        ('"AND" OR berlin', {"106", "107", "108"} - {"107"}),
        ("Brandt: -willy", {"108"}),
    ],
)
def test_what_is_found(shelf: Path, query: str, wanted: set[str]) -> None:
    assert numbers(shelf, query) == wanted


def test_documents_without_a_date_are_counted_where_dates_are_asked_for(shelf: Path) -> None:
    search = Search(shelf)
    assert search.count(parse_query("detente date:1972")) == Count(1, undated=1)
    assert search.count(parse_query("detente date:1972 with:undated")) == Count(2)
    assert search.count(parse_query("detente")) == Count(2)
    assert search.count(parse_query("detente before:1960")) == Count(0, undated=1)
    search.close()


def test_a_hit_says_where_it_is_and_shows_its_sentence(shelf: Path) -> None:
    (hit,) = found(shelf, "access roads")
    assert (hit.address, hit.place) == ("frus1969-76v39/d106", "frus1969-76v39/d106#p4")
    assert (hit.number, hit.date, hit.page, hit.kind) == ("106", "1972-08-22", "326", "telegram")
    assert hit.heading == "Telegram From the Embassy in the Soviet Union to the Department of State"
    assert hit.excerpt.text == "Détente went on; the talks on Berlin and on its access roads did not."
    assert [hit.excerpt.text[start:end] for start, end in hit.excerpt.words] == ["access", "roads"]


def test_a_page_begins_in_the_midst_of_a_paragraph(shelf: Path) -> None:
    (hit,) = found(shelf, '="Détente went"')
    assert (hit.place, hit.page) == ("frus1969-76v39/d106#p4", "325")


def test_a_hit_in_a_note_is_on_the_page_of_its_marker(shelf: Path) -> None:
    (hit,) = found(shelf, "149897")
    assert (hit.place, hit.page) == ("frus1969-76v39/d106#fn2", "325")
    (hit,) = found(shelf, "source:214")
    assert hit.place == "frus1969-76v39/d106#fn1"


def test_a_document_found_without_words_shows_how_it_begins(shelf: Path) -> None:
    (hit,) = found(shelf, "kind:letter")
    assert hit.place == "frus1969-76v39/d107"
    assert hit.excerpt == Excerpt("Dear Willy: the DETENTE of which we spoke is a Detente in name.")


def test_the_oldest_first_and_those_without_a_date_last(shelf: Path) -> None:
    hits = found(shelf, "brandt OR berlin", order="date")
    assert [hit.number for hit in hits] == ["106", "108", "107"]


def test_a_word_in_the_heading_weighs_more(shelf: Path) -> None:
    assert [hit.number for hit in found(shelf, "brandt")] == ["107", "108"]


def test_what_fits_but_for_its_date_is_counted_once(shelf: Path) -> None:
    search = Search(shelf)
    # Document 107 has no date and is found for its word; the list of persons has neither.
    assert search.count(parse_query("date:1972 OR willy")) == Count(2, undated=1)
    search.close()


def test_a_word_that_all_documents_have_is_ranked_too(library: Path, tmp_path: Path) -> None:
    plain = "<head>{}. Letter</head><p>Of Berlin and of much else, of roads and of grain and of ships.</p>"
    documents = [plain.format(number) for number in range(1, 8)]
    often = "<head>8. Letter</head><p>Berlin, Berlin, Berlin and Berlin, of roads and of grain and of ships.</p>"
    headed = "<head>9. Letter on Berlin</head><p>Of Berlin and of much else, of roads and of grain and of ships.</p>"
    indexed(library, written(tmp_path / "volumes", documents=[*documents, often, headed], first=1))
    for query in ("berlin", "berl*", "berlin roads", "berlin date:1900..1999 with:undated"):
        assert [hit.number for hit in found(library, query)][:2] == ["9", "8"], query


def test_a_beginning_that_too_many_documents_have_is_ranked_in_headings_alone_and_said_to_be(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = "<head>{}. Letter</head><p>Of Berlin and of much else, of roads and of grain and of ships.</p>"
    long = "<head>4. Note on roads, grain, ships and on Berlin</head><p>Of the same.</p>"
    short = "<head>5. Berlin</head><p>Berlin again.</p>"
    documents = [plain.format(1), plain.format(2), "<head>3. Letter</head><p>Berlin, Berlin.</p>", long, short]
    indexed(library, written(tmp_path / "volumes", documents=documents, first=1))
    monkeypatch.setattr("tgreader.library.index.matches._TOO_MANY_TO_RANK", 4)
    search = Search(library)
    beginning = parse_query("berl*")
    assert search.count(beginning) == Count(5, ranked=False)
    assert [hit.number for hit in search.hits(beginning, limit=-1)] == ["5", "4", "1", "2", "3"]
    assert [search.hits(beginning, limit=1, offset=n)[0].number for n in range(5)] == ["5", "4", "1", "2", "3"]
    assert [hit.number for hit in search.hits(beginning, "date", limit=2)] == ["1", "2"]
    for ranked in ("berlin", "berl* ro*", "berl* with:date", "body:berl*", "heading:berl*"):
        assert search.count(parse_query(ranked)).ranked, ranked
    search.close()


@pytest.mark.parametrize("query", ["berlin", "t*", '"the soviet union"', "detente OR berlin", "with:notes the -willy"])
@pytest.mark.parametrize("kept", [0, 1, 2, 500])
def test_the_best_come_in_pages_as_they_come_together(
    shelf: Path, monkeypatch: pytest.MonkeyPatch, query: str, kept: int
) -> None:
    together = [hit.address for hit in found(shelf, query, limit=-1)]
    monkeypatch.setattr("tgreader.library.index.matches._KEPT", kept)
    search = Search(shelf)
    asked = parse_query(query)
    pages = [hit.address for n in range(4) for hit in search.hits(asked, limit=1, offset=n)]
    assert pages == together == [hit.address for hit in search.hits(asked, limit=-1)]
    assert search.count(asked).documents == len(together) > 0
    search.close()


def test_hits_come_in_pages(shelf: Path) -> None:
    everything = [hit.address for hit in found(shelf, "detente OR berlin", order="place")]
    pages = [found(shelf, "detente OR berlin", order="place", limit=1, offset=n)[0].address for n in range(3)]
    assert pages == everything


def test_hits_by_month_and_by_volume(shelf: Path) -> None:
    search = Search(shelf)
    spread = search.spread(parse_query("detente OR berlin"))
    assert spread.months == {"": 1, "1972-08": 1, "1973-01": 1}
    assert spread.volumes == {"frus1969-76v39": 3}
    search.close()


def test_every_place_with_what_stands_before_and_after(shelf: Path) -> None:
    search = Search(shelf)
    lines = list(search.contexts(parse_query("detente")))
    assert [(line.place, line.before, line.word) for line in lines] == [
        ("frus1969-76v39/d106#p4", "", "Détente"),
        ("frus1969-76v39/d107#p2", "Dear Willy: the ", "DETENTE"),
        ("frus1969-76v39/d107#p2", "Dear Willy: the DETENTE of which we spoke is a ", "Detente"),
    ]
    assert lines[0].after == " went on; the talks on Berlin and on its access roads did not"[:60]
    search.close()


def test_the_file_of_a_document(shelf: Path) -> None:
    search = Search(shelf)
    assert search.file_of("frus1969-76v39/d106") == shelf.parent / "volumes" / "frus1969-76v39.xml"
    assert search.file_of("frus1969-76v39") == shelf.parent / "volumes" / "frus1969-76v39.xml"
    assert search.file_of("frus1969-76v39/d999") is None
    search.close()


def test_nothing_indexed_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="nothing is indexed yet; tgreader index FOLDER"):
        Search(tmp_path)


def test_a_search_can_be_stopped_from_another_thread(shelf: Path) -> None:
    search = Search(shelf)
    endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with ThreadPoolExecutor() as other:
        asked = other.submit(search.rows, endless)
        while not asked.done():
            search.interrupt()
        with pytest.raises(InterruptedSearch):
            asked.result()
    assert search.count(parse_query("berlin")).documents == 2
    search.close()


@given(at=st.integers(1, 60))
def test_whenever_it_is_stopped_it_says_so_and_answers_the_next_question(shelf: Path, at: int) -> None:
    search = Search(shelf)
    steps = iter([0] * at + [1])
    search._database.set_progress_handler(lambda: next(steps, 0), 1)
    with suppress(InterruptedSearch):
        search.hits(parse_query("berlin OR =Detente date:1972"))
    search._database.set_progress_handler(None, 0)
    assert search.count(parse_query("berlin")).documents == 2
    search.close()
