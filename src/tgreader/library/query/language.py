"""The search language: what is typed becomes a tree, or an error that says where it is and what to do.

    soviet brezhnev              both words
    "most favored nation"        a phrase
    detent*                      words that begin so
    =Détente  ="Four Power"      spelled just so: case, accents, hyphens and apostrophes count
    a OR b   a AND b   NOT c   -c   (a OR b) c
    NEAR(berlin access, 5)   berlin NEAR/5 access      with at most that many words between them
    heading:communiqué  from:"Embassy in Moscow"  note:(ibid OR supra)
    volume:frus1969-76v39  subseries:1969-76  compilation:europe  kind:telegram,airgram  class:secret
    date:1972-08  date:1971..1973  after:1972-08-15  before:1973  with:notes  without:notes  with:undated

Operators are in capitals; `and` is a word. `words.py` says what a word is.
"""

from __future__ import annotations

from tgreader.errors import QueryError
from tgreader.library.query.dates import are_backwards, is_date, span_of_dates
from tgreader.library.query.tokens import Span, Token, Tokens
from tgreader.library.query.tree import (
    DATES,
    FIELDS,
    FILTERS,
    NEAR,
    OWN_WORDS,
    All,
    Any,
    Filter,
    Near,
    Node,
    Not,
    Query,
    Words,
)
from tgreader.library.query.words import words_of

_DEEPEST = 12
_LONGEST = 2000
"""Code points of a query, and brackets in brackets: more than any question, and what SQLite bears."""


def parse_query(text: str) -> Query:
    """Read a query.

    Raises:
        QueryError: it is none; `at` says where.
    """
    parser = _Parser(text)
    tree = parser.whole()
    return Query(text, tree, parser.undated)


class _Parser:
    """Reads tokens from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = Tokens(text, (*FIELDS, *FILTERS))
        self._depth = 0
        self.undated = False

    def whole(self) -> Node:
        if not self._tokens.text.strip():
            raise QueryError("nothing is asked for", "type a word", (0, 0))
        if len(self._text) > _LONGEST:
            raise QueryError(f"more than {_LONGEST:,} characters are no query", "ask less", (_LONGEST, len(self._text)))
        tree = self._any(OWN_WORDS)
        if (left := self._tokens.next()).sort != "end":
            raise QueryError("this bracket was not opened", "take it away, or open one before it", left.span)
        return tree

    # -- from the loosest to the closest

    def _any(self, columns: tuple[str, ...]) -> Node:
        parts = [self._all(columns)]
        while self._tokens.peek().text == "OR" and self._tokens.peek().sort == "operator":
            self._tokens.next()
            parts.append(self._all(columns))
        return parts[0] if len(parts) == 1 else Any(tuple(parts))

    def _all(self, columns: tuple[str, ...]) -> Node:
        parts = [self._near(columns)]
        while True:
            token = self._tokens.peek()
            if token.sort == "end" or token.text == ")" or (token.sort, token.text) == ("operator", "OR"):
                break
            if (token.sort, token.text) == ("operator", "AND"):
                self._tokens.next()
            parts.append(self._near(columns))
        parts = [part for part in parts if not (isinstance(part, Filter) and part.name == "with" and not part.values)]
        if not parts:
            raise QueryError("nothing is asked for besides", "type a word or a filter", (0, len(self._text)))
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _near(self, columns: tuple[str, ...]) -> Node:
        left = self._one(columns)
        while (token := self._tokens.peek()).sort == "operator" and token.text.startswith("NEAR"):
            self._tokens.next()
            right = self._one(columns)
            words = [*(left.words if isinstance(left, Near) else [left]), right]
            distance = int(token.text.partition("/")[2] or NEAR)
            left = Near(self._words_alone(words, token), distance)
        return left

    def _words_alone(self, words: list[Node], token: Token) -> tuple[Words, ...]:
        if not all(isinstance(one, Words) and not one.exact for one in words):
            raise QueryError("NEAR stands between words or phrases", "write NEAR(berlin access, 5)", token.span)
        return tuple(one for one in words if isinstance(one, Words))

    def _one(self, columns: tuple[str, ...]) -> Node:
        token = self._tokens.next()
        if token.sort == "words":
            return self._checked(Words(token.text, token.prefix, token.exact, columns), token)
        if token.sort == "field":
            return self._field(token)
        if token.text == "(":
            return self._inner(token, columns)
        if token.sort == "operator" and token.text == "NOT":
            self._deeper(token)
            part = Not(self._one(columns))
            self._depth -= 1
            return part
        if token.text == "NEAR" and self._tokens.peek().text == "(":
            return self._near_group(token, columns)
        raise self._unexpected(token)

    def _inner(self, opening: Token, columns: tuple[str, ...]) -> Node:
        self._deeper(opening)
        if self._tokens.peek().text == ")":
            raise QueryError("nothing stands in these brackets", "type a word in them", opening.span)
        tree = self._any(columns)
        if self._tokens.next().text != ")":
            raise QueryError("this bracket is not closed", "close it with )", opening.span)
        self._depth -= 1
        return tree

    def _near_group(self, token: Token, columns: tuple[str, ...]) -> Node:
        opening = self._tokens.next()
        words: list[Node] = []
        distance = NEAR
        while (inner := self._tokens.next()).text != ")":
            if inner.sort == "end":
                raise QueryError("this bracket is not closed", "close it with )", opening.span)
            if inner.sort != "words":
                raise QueryError("only words and phrases stand in NEAR(…)", "write NEAR(berlin access, 5)", inner.span)
            number = inner.text.strip(",")
            if (
                number.isdecimal()
                and words
                and self._tokens.peek().text == ")"
                and self._tokens.sign_before(inner) == ","
            ):
                distance = min(int(number), 9999)
            elif number:
                words.append(self._checked(Words(number, inner.prefix, inner.exact, columns), inner))
        if len(words) < 2:
            raise QueryError("NEAR needs two words or more", "write NEAR(berlin access, 5)", token.span)
        return Near(self._words_alone(words, token), distance)

    # -- fields and filters

    def _field(self, token: Token) -> Node:
        name = token.text
        if name in FIELDS:
            if self._tokens.peek().sort == "end":
                raise QueryError(f"nothing stands after “{name}:”", f"write {name}:word", token.span)
            return self._one(FIELDS[name])
        value = self._tokens.next()
        if value.sort != "words" or value.span[0] != token.span[1]:
            raise QueryError(f"nothing stands after “{name}:”", _EXAMPLES[name], token.span)
        values = tuple(part.strip() for part in value.text.split(",") if part.strip())
        return self._filter(name, values, (token.span[0], value.span[1]))

    def _filter(self, name: str, values: tuple[str, ...], span: Span) -> Filter:
        if name in ("with", "without"):
            if values == ("undated",) and name == "with":
                self.undated = True
                return Filter("with", ())
            if not values or any(value not in _QUALITIES for value in values):
                known = (*_QUALITIES, "undated") if name == "with" else _QUALITIES
                raise QueryError(f"“{name}:” knows {', '.join(known)}", _EXAMPLES[name], span)
        if name in DATES and not (values and all(map(span_of_dates if name == "date" else is_date, values))):
            raise QueryError("this is no date", _EXAMPLES[name], span)
        if name == "date" and any(map(are_backwards, values)):
            raise QueryError("these dates run backwards", "write the earlier one first", span)
        return Filter(name, values)

    # -- tokens

    def _deeper(self, token: Token) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise QueryError("brackets stand in brackets too deeply", "take some away", token.span)

    def _checked(self, words: Words, token: Token) -> Words:
        if "*" in words.text:
            raise QueryError("* stands at the end of a word only", "write detent* for all that begins so", token.span)
        if not words_of(words.text):
            raise QueryError("no letter or digit is in this", "type a word", token.span)
        return words

    def _unexpected(self, token: Token) -> QueryError:
        if token.sort == "end":
            return QueryError("a word is missing at the end", "type one, or take the last operator away", token.span)
        if token.text == ")":
            return QueryError("a word is missing before this bracket", "type one, or take it away", token.span)
        name = token.text
        return QueryError(
            f"{name} stands where a word should", f'put it in quotation marks to look for it: "{name}"', token.span
        )


_QUALITIES = ("notes", "date")
_EXAMPLES = {
    "volume": "write volume:frus1969-76v39",
    "subseries": "write subseries:1969-76",
    "compilation": "write compilation:europe",
    "kind": "write kind:telegram",
    "class": "write class:secret",
    "date": "write date:1972, date:1972-08-22 or date:1971..1973-06",
    "after": "write after:1972-08-15",
    "before": "write before:1973",
    "with": "write with:notes, with:date or with:undated",
    "without": "write without:notes or without:date",
}
