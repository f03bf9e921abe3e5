"""What is exported comes back as it was; what was not exported by us is refused, or left out, in one line."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.test_annotations import ONE
from tgreader.errors import TgReaderError
from tgreader.library.work.annotations import Annotation
from tgreader.library.work.search_log import LoggedSearch
from tgreader.library.work.visits import Visit
from tgreader.reading.notebook.exchange import bring_in, citing, everything
from tgreader.reading.notebook.files import FORMATS, Kept, format_of, read, written
from tgreader.reading.notebook.notebook import tags_in, words_in
from tgreader.reading.remembering.memory import remembering
from tgreader.reading.settings import Settings
from tgreader.reading.shelf.shelf import Shelf

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    ["=1+1", "'=x", "''", "-2", "@a", "\t", "<!-- words -->", "<!-- end of words -->", "\\<!-- words -->", "-->", "> x",
     "<!-- tgreader annotation {} -->", "Tags: #a", "a,b\"c", "\r\nx", "# x", "[a](b) `c` *d*"]
)  # fmt: skip
TIMES = st.sampled_from(["2026-01-31T09:30:00.000Z", "2026-02-01T00:00:00.000Z"])
ADDRESSES = st.sampled_from(
    ["frus1969-76v39/d106", "frus1969-76v39/d106#p4:12", "frus1969-76v39/d1#fn3", "/a b/c.txt#p2"]
)
ANNOTATIONS = st.builds(
    Annotation,
    id=st.uuids().map(str),
    kind=st.sampled_from(["mark", "annotation"]),
    address=ADDRESSES,
    scope=st.sampled_from(["document", "paragraph", "note", "selection"]),
    prefix=TEXT, exact=TEXT, suffix=TEXT,
    words=TEXT.map(words_in),
    tags=st.lists(TEXT, max_size=3).map(" ".join).map(tags_in),
    heading=TEXT, page=TEXT, last_page=TEXT, content=TEXT, file=TEXT, made=TIMES, changed=TIMES,
).map(lambda one: one if one.kind == "annotation" else one._replace(words=""))  # fmt: skip
SEARCHES = st.builds(LoggedSearch, query=TEXT, hits=st.integers(0, 99), at=TIMES)
VISITS = st.builds(Visit, TEXT, ADDRESSES, TEXT, TEXT, TEXT, TIMES, TIMES)


One = TypeVar("One")


def many(what: st.SearchStrategy[One], least: int = 0) -> st.SearchStrategy[tuple[One, ...]]:
    return st.lists(what, min_size=least, max_size=3).map(tuple)


def cited(one: Annotation) -> str:
    return f"Foreign Relations, {one.page}"


@given(many(ANNOTATIONS), many(SEARCHES), many(VISITS))
def test_json_and_markdown_come_back_as_they_were(
    annotations: tuple[Annotation, ...], searches: tuple[LoggedSearch, ...], visits: tuple[Visit, ...]
) -> None:
    kept = Kept(annotations, searches, visits)
    assert read(written(kept, "json", cited), "json", "f") == (kept, [])
    if annotations or searches or visits:
        assert read(written(kept, "markdown", cited), "markdown", "f") == (kept, [])


@given(many(ANNOTATIONS), many(SEARCHES, 1), many(VISITS, 1))
def test_csv_comes_back_as_it_was_a_table_at_a_time(
    annotations: tuple[Annotation, ...], searches: tuple[LoggedSearch, ...], visits: tuple[Visit, ...]
) -> None:
    for kept in (Kept(annotations), Kept(searches=searches), Kept(visits=visits)):
        assert read(written(kept, "csv", cited), "csv", "f") == (kept, [])


@given(many(ANNOTATIONS, 1))
def test_no_field_of_a_table_is_a_formula(annotations: tuple[Annotation, ...]) -> None:
    rows = list(csv.reader(io.StringIO(written(Kept(annotations), "csv", lambda _: "=cmd()"), newline="")))
    assert not [field for row in rows for field in row if field[:1] in ("=", "+", "-", "@", "\t", "\r")]
    assert all(row[rows[0].index("citation")] == "'=cmd()" for row in rows[1:])


def test_people_read_their_words_the_quotation_and_the_citation() -> None:
    text = written(Kept((ONE._replace(exact="Although *Kuznetsov*\npromised"),)), "markdown", cited)
    assert "> Although \\*Kuznetsov\\*\n> promised\n" in text
    assert "\nCompare\nGarthoff\n" in text
    assert "Tags: #mbfr #csce\n" in text
    assert "\nForeign Relations, 325\n" in text
    assert "### ✎ ¶ 4, p. 325\n" in text


def test_words_edited_in_the_markdown_are_the_words(library: Path) -> None:
    memory = remembering(str(library))
    memory.insist(lambda work: work.annotations.merge([ONE], "2026-01-31", "x"))
    text = (
        written(everything(memory), "markdown", cited).replace("Garthoff", "Garthoff, p. 12").replace("#csce", "#new")
    )
    imported, problems = bring_in(memory, text, "notes.md")
    assert (str(imported), problems) == ("1 replaced by its later words", [])
    (one,) = everything(memory).annotations
    assert (one.words, one.tags) == ("Compare\nGarthoff, p. 12", "mbfr new")
    assert str(bring_in(memory, text, "notes.md")[0]) == "everything in it was here already"
    memory.close()


@pytest.mark.parametrize("form", FORMATS)
def test_from_one_library_to_another_with_citations(form: str, library: Path, tmp_path: Path) -> None:
    memory, other = remembering(str(library)), remembering(str(tmp_path / "other"))
    memory.insist(lambda work: work.annotations.merge([ONE], "2026-01-31", "x"))
    memory.log_search("mbfr", 0)
    text = written(everything(memory), form, citing(Shelf([]), "office", Settings()))
    assert "Volume XXXIX, European Security, " in text.replace("\\", "")
    imported, problems = bring_in(other, text, f"notes{FORMATS[form]}")
    assert (imported.added, problems) == (1, [])
    assert everything(other).annotations == (ONE,)
    assert [one.query for one in everything(other).searches] == ([] if form == "csv" else ["mbfr"])
    assert str(bring_in(other, text, f"notes{FORMATS[form]}")[0]) == "everything in it was here already"
    memory.close()
    other.close()


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("json", ""), ("json", "[]"), ("json", "{"), ("json", '{"what": "else"}'), ("json", "[" * 100_000),
        ("json", '{"what": "tgreader notebook", "version": 2}'),
        ("json", '{"what": "tgreader notebook", "version": 1, "annotations": [1]}'),
        ("csv", ""), ("csv", "a,b\r\n1,2\r\n"), ("csv", 'id,kind,address\r\n"x'),
        ("markdown", "# Notes"), ("markdown", "<!-- tgreader annotation {} -->\n<!-- words -->\nx"),
        ("markdown", "<!-- tgreader annotation {x} -->"),
    ],
)  # fmt: skip
def test_what_is_no_notebook_is_refused_in_one_line(form: str, text: str) -> None:
    with pytest.raises(TgReaderError, match=r"^notes: is no notebook: ") as refused:
        read(text, form, "notes")
    assert "\n" not in str(refused.value)


def test_what_cannot_be_used_does_not_stop_the_rest() -> None:
    good = ONE._asdict()
    bad = [
        good | {"address": ""}, good | {"kind": "else"}, good | {"words": 1}, good | {"id": ""}, good | {"scope": None},
    ]  # fmt: skip
    whole = {
        "what": "tgreader notebook", "version": 1, "annotations": [*bad, good],
        "searches": [{"query": "x", "hits": "many", "at": ""}, {"query": "y", "hits": 0, "at": "t"}, {}],
        "visits": [{"place": "frus1969-76v39/d1#x"}],
    }  # fmt: skip
    kept, problems = read(json.dumps(whole), "json", "notes.json")
    assert kept == Kept((ONE,), (LoggedSearch("y", 0, "t"),))
    assert len(problems) == 8
    assert str(problems[0]).startswith("notes.json: annotation 1 cannot be used: ")


def test_hostile_words_are_made_harmless_when_they_are_read() -> None:
    whole = {"what": "tgreader notebook", "version": 1, "annotations": [ONE._asdict() | {"words": "a\x1b]52;c;x\x07"}]}
    (one,) = read(json.dumps(whole), "json", "f")[0].annotations
    assert one.words == "a␛]52;c;x␇"


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.json", "json"), ("A.CSV", "csv"), ("a.md", "markdown"), ("a.markdown", "markdown"), ("a", None)],
)
def test_a_format_is_known_by_the_name(name: str, form: str | None) -> None:
    assert format_of(name) == form
