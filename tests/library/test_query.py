"""The search language: whatever is typed is a query or an error that says where it is."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.library.volumes import indexed, written
from tgreader.errors import QueryError
from tgreader.library.index.search import Search
from tgreader.library.query.language import parse_query
from tgreader.library.query.tree import All, Any, Filter, Near, Not, Words

PIECES = [
    "berlin", "Détente", "AND", "OR", "NOT", "NEAR", "NEAR/2", "NEAR(", "(", ")", '"', "“", "”", "*", "=", "-", ":",
    "heading:", "from:", "date:", "1972", "1972..", "..", "volume:", "kind:", "with:", "without:", "undated", "notes",
    "after:", "class:", "%", "_", "\\", "'", "\x00", "\x1b[31m", "\ud800", "\ue000", "é", "e\u0301", "一", " ", ",",
]  # fmt: skip
TYPED = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.lists(st.sampled_from(PIECES)).map(" ".join)


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Search:
    folder = tmp_path_factory.mktemp("queries")
    indexed(folder / "library", written(folder / "volumes"))
    return Search(folder / "library")


@settings(deadline=None)
@given(text=TYPED | st.text())
@example('"')
@example("NEAR(")
@example("berlin NEAR/0 access")
@example("(" * 200)
@example("NOT " * 200 + "a")
@example("-" * 200 + "a")
@example("berlin " * 280)
@example("be OR " * 330 + "a")
@example("-be " * 330 + "a")
@example("(be OR =a) " * 180)
@example(" ".join("(berlin" for _ in range(12)) + ")" * 12)
@example(" OR ".join("(date:1972" for _ in range(12)) + ")" * 12)
@example("kind:" + "a" * 1900)
@example("=" + "a" * 1900)
@example("compilation:" + '"' + "a " * 900 + '"')
@example("a" * 3000)
@example('""')
@example("with:undated")
def test_whatever_is_typed_is_answered_or_explained(search: Search, text: str) -> None:
    try:
        query = parse_query(text)
        count = search.count(query)
        assert len(search.hits(query)) == count.documents
        assert sum(search.spread(query).volumes.values()) == count.documents
    except QueryError as said:
        error = said
    else:
        return
    assert 0 <= error.at <= error.end <= len(text)
    assert error.what
    assert error.remedy
    assert "\n" not in error.what + error.remedy


def test_and_binds_closer_than_or_and_not_closest() -> None:
    a, b, c, d = (Words(letter) for letter in "abcd")
    assert parse_query("a b OR c -d").tree == Any((All((a, b)), All((c, Not(d)))))
    assert parse_query("a AND (b OR c) AND NOT d").tree == All((a, Any((b, c)), Not(d)))
    assert parse_query("a and b").tree == All((a, Words("and"), b))


def test_fields_hold_for_what_stands_in_brackets() -> None:
    tree = parse_query("heading:(a OR b) c").tree
    assert tree == All((Any((Words("a", columns=("heading",)), Words("b", columns=("heading",)))), Words("c")))


def test_near_takes_words_phrases_and_a_number() -> None:
    assert parse_query('NEAR("a b" c, 5)').tree == Near((Words("a b"), Words("c")), 5)
    assert parse_query("NEAR(a, b)").tree == Near((Words("a"), Words("b")))
    assert parse_query("a NEAR/3 b NEAR/3 c").tree == Near((Words("a"), Words("b"), Words("c")), 3)
    assert parse_query("NEAR(call 1972)").tree == Near((Words("call"), Words("1972")))


def test_filters_take_several_values_and_phrases() -> None:
    assert parse_query('kind:telegram,"memorandum of conversation"').tree == All(
        (Filter("kind", ("telegram",)), Words("memorandum of conversation"))
    )
    assert parse_query('kind:"telegram,memorandum of conversation"').tree == Filter(
        "kind", ("telegram", "memorandum of conversation")
    )


@pytest.mark.parametrize(
    ("text", "at", "end"),
    [
        ("", 0, 0),
        ("berlin )", 7, 8),
        ("( berlin", 0, 1),
        ('a "b c', 2, 6),
        ("a OR", 4, 4),
        ("OR a", 0, 2),
        ("a autor:x", 2, 8),
        ("date:1972-8", 0, 11),
        ("with:pictures", 0, 13),
        ("a & b", 2, 3),
        ("a *ion", 2, 6),
        ("NEAR(a)", 0, 4),
        ("a NEAR (b OR c)", 2, 6),
        ("heading:", 0, 8),
        ("volume: a", 0, 7),
    ],
)
def test_an_error_says_where_it_is(text: str, at: int, end: int) -> None:
    with pytest.raises(QueryError) as raised:
        parse_query(text)
    assert (raised.value.at, raised.value.end) == (at, end)
