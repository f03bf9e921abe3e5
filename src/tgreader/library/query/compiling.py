"""From the tree of a query to SQL: as much as FTS5 can say in one MATCH, the rest as conditions on the document.

Every word of the user's is quoted, so that it can be nothing but words to FTS5. What FTS5 cannot say (exact spelling,
filters, `NOT` alone, and any of these under `OR`) is a condition beside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from tgreader.library.query.conditions import TOGETHER, condition
from tgreader.library.query.tree import DATES, All, Any, Filter, Near, Node, Not, Query, Words
from tgreader.library.query.words import as_letters, words_of
from tgreader.model.tuples import NamedTuple

MATCHING = "d.id IN (SELECT rowid FROM words WHERE words MATCH ?)"
_SPELLED = """d.id IN (
    SELECT c.id FROM words CROSS JOIN columns AS c ON c.id = words.rowid WHERE words MATCH ? AND ({tests})
)"""
_TOGETHER = """words.rowid BETWEEN (SELECT min(d.id) FROM documents AS d WHERE {test})
    AND (SELECT max(d.id) FROM documents AS d WHERE {test})"""
"""What FTS5 can leap to: the words' places in all other documents are not looked at."""


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
    def fewest_tables(self) -> str:
        """The same, without the documents where nothing is asked of them; for who wants `number` alone."""
        return "words WHERE words MATCH ?" if self.match and not self.conditions else self.tables

    @property
    def number(self) -> str:
        """The number of a document in these tables."""
        return "words.rowid" if self.match else "d.id"

    @property
    def all_values(self) -> tuple[str, ...]:
        """For the places of `tables` or `fewest_tables`, in order."""
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


def is_one_word(asked: Compiled, node: Node) -> bool:
    """Whether no more is asked for than one word, or one beginning of words."""
    return not asked.conditions and isinstance(node, Words) and len(words_of(node.text)) == 1


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
    return '"' + as_letters(text).replace('"', " ") + '"'


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
        if match:
            apart = [part for part in rest if isinstance(part, Filter) and part.name in TOGETHER]
            conditions += map(self._together, apart)
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
        test, values = condition(asked, undated=self._undated)
        self._values += values
        return test

    def _together(self, asked: Filter) -> str:
        """Where in the index a filter's documents are, said again so that FTS5 knows it."""
        test, values = condition(asked, undated=False)
        self._values += [*values, *values]
        return _TOGETHER.format(test=test)


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
