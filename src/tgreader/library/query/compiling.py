"""From the tree of a query to SQL: as much as FTS5 can say in one MATCH, the rest as conditions on the document.

Every word of the user's is quoted, so that it can be nothing but words to FTS5. What FTS5 cannot say (exact spelling,
filters, `NOT` alone, and any of these under `OR`) is a condition beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tgreader.library.query.language import span_of_dates
from tgreader.library.query.tree import DATES, OWN_WORDS, All, Any, Filter, Near, Node, Not, Query, Words
from tgreader.library.query.words import words_of
from tgreader.patterns import pattern

MATCHING = "d.id IN (SELECT rowid FROM words WHERE words MATCH ?)"
_SPELLED = """d.id IN (
    SELECT c.id FROM words CROSS JOIN columns AS c ON c.id = words.rowid WHERE words MATCH ? AND ({tests})
)"""
_DIVISIONS = """d.division IN (
    WITH RECURSIVE inside (id) AS (
        SELECT id FROM divisions WHERE {test} UNION SELECT v.id FROM divisions AS v JOIN inside ON v.parent = inside.id
    ) SELECT id FROM inside
)"""
_LIKE = pattern(r"[\\%_]")


class Compiled(NamedTuple):
    """What a query asks of the database.

    Attributes:
        match: the FTS5 expression, or "" where none is asked.
        conditions: SQL on `documents AS d`, all of which must hold.
        values: for the conditions' places, in order.
    """

    match: str
    conditions: tuple[str, ...]
    values: tuple[str, ...]

    @property
    def tables(self) -> str:
        """What stands after FROM, conditions and all; the words come first, whatever else is asked."""
        tables = "words CROSS JOIN documents AS d ON d.id = words.rowid" if self.match else "documents AS d"
        conditions = (*(["words MATCH ?"] if self.match else []), *self.conditions)
        return f"{tables} WHERE {' AND '.join(conditions) or '1'}"

    @property
    def all_values(self) -> tuple[str, ...]:
        """For the places of `tables`, in order."""
        return (*([self.match] if self.match else []), *self.values)


def compiled(query: Query) -> Compiled:
    """What a query asks of the database; documents without a date are left out where it asks for dates."""
    return _Compiler(undated=query.undated).whole(query.tree)


def compiled_undated(query: Query) -> tuple[Compiled, Compiled] | None:
    """What asks for the documents without a date that a query would find whatever their date, and that it does find.

    None where it asks for no date.
    """
    if query.undated or not asks_for_dates(query.tree):
        return None
    both = (_Compiler(undated=undated).whole(query.tree) for undated in (True, False))
    whatever, found = (made._replace(conditions=(*made.conditions, "d.date = ''")) for made in both)
    return whatever, found


def dates_apart(query: Query) -> tuple[Compiled, Compiled] | None:
    """What a query asks besides dates, and what of dates; None where dates are not asked for, or not so simply."""
    parts = query.tree.parts if isinstance(query.tree, All) else (query.tree,)
    dates = tuple(part for part in parts if isinstance(part, Filter) and part.name in DATES)
    others = tuple(part for part in parts if part not in dates)
    if query.undated or not dates or any(map(asks_for_dates, others)):
        return None
    besides = _Compiler(undated=False).whole(All(others)) if others else Compiled("", (), ())
    return besides, _Compiler(undated=False).whole(All(dates))


def only_word(node: Node) -> Words | None:
    """The one word, or beginning of one, that a query looks for besides its filters; None where it is not so simple."""
    leaves = list(node.parts) if isinstance(node, All) else [node]
    words = [leaf for leaf in leaves if not isinstance(leaf, Filter)]
    word = words[0] if len(words) == 1 else None
    if isinstance(word, Words) and not word.exact and word.columns == OWN_WORDS and len(words_of(word.text)) == 1:
        return word
    return None


def in_heading(words: Words) -> str:
    """The FTS5 expression for words in the heading."""
    return _words(words._replace(columns=("heading",)))


def asks_for_dates(node: Node) -> bool:
    """Whether a date filter is anywhere in a tree."""
    return any(one.name in DATES for one in _leaves(node) if isinstance(one, Filter))


def words_wanted(node: Node) -> Iterator[Words]:
    """The words whose places are to be shown: all that are not under a NOT."""
    for leaf in _leaves(node, wanted=True):
        if isinstance(leaf, Near):
            yield from leaf.words
        elif isinstance(leaf, Words):
            yield leaf


def _leaves(node: Node, *, wanted: bool = False) -> Iterator[Node]:
    if isinstance(node, All | Any):
        for part in node.parts:
            yield from _leaves(part, wanted=wanted)
    elif isinstance(node, Not):
        if not wanted:
            yield from _leaves(node.part)
    else:
        yield node


def quoted(text: str) -> str:
    """Text as a string of FTS5: whatever is in it, it is words."""
    return '"' + text.replace('"', " ") + '"'


class _Compiler:
    def __init__(self, *, undated: bool) -> None:
        self._undated = undated
        self._values: list[str] = []

    def whole(self, tree: Node) -> Compiled:
        parts = tree.parts if isinstance(tree, All) else (tree,)
        parts = tuple(inner for part in parts for inner in (part.parts if isinstance(part, All) else (part,)))
        said = [part for part in parts if _match(part.part if isinstance(part, Not) else part)]
        match = _match(All(tuple(said))) if said else ""
        rest = [part for part in parts if not match or part not in said]
        conditions = [self._condition(part) for part in rest]
        if not match:  # what is surely in every hit: by it the hits are ranked, and most documents not looked at
            match = _superset(tree)
        return Compiled(match, tuple(conditions), tuple(self._values))

    def _condition(self, node: Node) -> str:
        """One condition; its values go to `_values` in the order of their places."""
        if match := _match(node):
            self._values.append(match)
            return MATCHING
        if isinstance(node, Not):
            return f"NOT ({self._condition(node.part)})"
        if isinstance(node, All | Any):
            joint = " AND " if isinstance(node, All) else " OR "
            return "(" + joint.join([self._condition(part) for part in node.parts]) + ")"
        if isinstance(node, Words):
            return self._spelled(node)
        if isinstance(node, Filter):
            return self._filter(node)
        raise AssertionError(node)  # Near is always a match

    def _spelled(self, words: Words) -> str:
        """The words stand there, and spelled so."""
        self._values.append(_words(words))
        self._values += [f"{'*' if words.prefix else ' '}{words.text}"] * len(words.columns)
        return _SPELLED.format(tests=" OR ".join(f"spelled(?, c.{column})" for column in words.columns))

    def _filter(self, asked: Filter) -> str:
        one = _FILTERS[asked.name]
        conditions = []
        for value in asked.values:
            condition, values = one(value)
            conditions.append(condition)
            self._values += values
        found = "(" + (" OR ".join(conditions) or "1") + ")"
        return f"({found} OR d.date = '')" if self._undated and asked.name in DATES else found


def _match(node: Node) -> str:
    """The FTS5 expression that says just this, or "" where none can."""
    if isinstance(node, Words):
        return "" if node.exact else _words(node)
    if isinstance(node, Near):
        if any(words.prefix for words in node.words):
            inner = " ".join(quoted(words.text) + (" *" if words.prefix else "") for words in node.words)
        else:
            inner = " ".join(quoted(words.text) for words in node.words)
        return f"{_columns(node.words[0])} : NEAR({inner}, {node.distance})"
    if isinstance(node, Any):
        parts = [_match(part) for part in node.parts]
        return f"({' OR '.join(parts)})" if all(parts) else ""
    if isinstance(node, All):
        wanted = [_match(part) for part in node.parts if not isinstance(part, Not)]
        unwanted = [_match(part.part) for part in node.parts if isinstance(part, Not)]
        if not wanted or not all((*wanted, *unwanted)):
            return ""
        return "(" + " NOT ".join([f"({' AND '.join(wanted)})", *unwanted]) + ")"
    return ""


def _superset(node: Node) -> str:
    """An FTS5 expression that holds wherever the node does; "" where there is none."""
    if isinstance(node, Words):
        return _words(node)
    if isinstance(node, All):
        return " AND ".join(f"({part})" for part in map(_superset, node.parts) if part)
    if isinstance(node, Any):
        parts = list(map(_superset, node.parts))
        return " OR ".join(f"({part})" for part in parts) if all(parts) else ""
    return _match(node)


def _words(words: Words) -> str:
    return f"{_columns(words)} : {quoted(words.text)}{' *' if words.prefix else ''}"


def _columns(words: Words) -> str:
    return "{" + " ".join(words.columns) + "}"


# -- filters: each value as a condition and the values of its places


def _volume(value: str) -> tuple[str, Sequence[str]]:
    value = value.lower()
    return "(lower(d.volume) = ? OR lower(d.volume) = ?)", (value, f"frus{value}")


def _subseries(value: str) -> tuple[str, Sequence[str]]:
    """`1969-76` is the beginning of its volumes' ids, up to their `v` or the like."""
    years = value.replace("–", "-").lower().removeprefix("frus")
    first, dash, last = years.partition("-")
    years = f"{first}-{last[-2:]}" if dash else first
    escaped = _escaped(f"frus{years}")
    return "(d.volume LIKE ? ESCAPE '\\' AND NOT d.volume LIKE ? ESCAPE '\\')", (f"{escaped}%", f"{escaped}-%")


def _compilation(value: str) -> tuple[str, Sequence[str]]:
    tests = " AND ".join(["heading LIKE ? ESCAPE '\\'"] * len(value.split()))
    return _DIVISIONS.format(test=tests), [f"%{_escaped(word)}%" for word in value.split()]


def _kind(value: str) -> tuple[str, Sequence[str]]:
    return "' ' || d.kind LIKE ? ESCAPE '\\'", (f"% {_escaped(value)}%",)


def _classification(value: str) -> tuple[str, Sequence[str]]:
    return "lower(d.classification) = ?", (value.lower(),)


def _date(value: str) -> tuple[str, Sequence[str]]:
    """Dates of which only the year or month is known may be any of its days."""
    first, last = span_of_dates(value) or ("", "")
    tests, values = ["d.date <> ''"], []
    if first:
        tests.append("d.date || '-99' >= ?")
        values.append(first)
    if last:
        tests.append("d.date <= ?")
        values.append(f"{last}-99")
    return f"({' AND '.join(tests)})", values


def _after(value: str) -> tuple[str, Sequence[str]]:
    return "d.date <> '' AND d.date || '-99' > ?", (f"{value}-99",)


def _before(value: str) -> tuple[str, Sequence[str]]:
    return "(d.date <> '' AND d.date < ?)", (value,)


def _with(value: str) -> tuple[str, Sequence[str]]:
    return ("d.note_count > 0" if value == "notes" else "d.date <> ''"), ()


def _without(value: str) -> tuple[str, Sequence[str]]:
    return ("d.note_count = 0" if value == "notes" else "d.date = ''"), ()


def _escaped(value: str) -> str:
    return _LIKE.sub(lambda found: "\\" + found[0], value)


_FILTERS = {
    "volume": _volume,
    "subseries": _subseries,
    "compilation": _compilation,
    "kind": _kind,
    "class": _classification,
    "date": _date,
    "after": _after,
    "before": _before,
    "with": _with,
    "without": _without,
}
