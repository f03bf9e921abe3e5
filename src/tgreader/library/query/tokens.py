"""The signs and words that a query is made of, from left to right, each with its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from tgreader.errors import QueryError
from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple

Span = tuple[int, int]
_TOKEN = pattern(r'\s*(?:(?P<sign>[()])|(?P<not>-)(?=[\w"“(=])|(?P<exact>=)?(?P<quote>["“”„])|(?P<word>[^\s()"“”„]+))')
_CLOSING = pattern(r'["”“]')
_OPERATOR = pattern(r"AND|OR|NOT|NEAR(?:/\d{1,4})?")
_FIELD = pattern(r"=?([A-Za-z]+):")
_NO_TEXT = pattern("[\x00-\x1f\x7f\ud800-\udfff\ue000]")
"""Controls, halves of characters, and the sign that parts paragraphs in the index: none of it is in a word."""


class Token(NamedTuple):
    """A sign or word.

    Attributes:
        sort: `words` for a word or a phrase in quotation marks, `field` for what stands before a colon.
        text: without quotation marks, `=`, `*` and colon.
        span: where it stands, in code points of the query.
        exact: whether its spelling counts.
        prefix: whether its last word may go on.
    """

    sort: Literal["sign", "operator", "words", "field", "end"]
    text: str
    span: Span
    exact: bool = False
    prefix: bool = False


class Tokens:
    """Reads a query's tokens.

    Args:
        text: the query.
        names: the names of fields and filters, in small letters.

    Attributes:
        text: the query, with spaces for what is no text.
    """

    def __init__(self, text: str, names: Sequence[str]) -> None:
        self.text = _NO_TEXT.sub(" ", text)
        self._names = names
        self._at = 0
        self._seen: Token | None = None

    def peek(self) -> Token:
        """The token that comes next."""
        if self._seen is None:
            self._seen = self._read()
        return self._seen

    def next(self) -> Token:
        """Take the token that comes next; at the end of the text always the same."""
        token, self._seen = self.peek(), None
        return token

    def _read(self) -> Token:
        found = _TOKEN.match(self.text, self._at)
        if not found:
            end = len(self.text)
            self._at = end
            return Token("end", "", (end, end))
        start = found.end() - len(found[0].lstrip())
        self._at = found.end()
        if found["sign"]:
            return Token("sign", found["sign"], (start, self._at))
        if found["not"]:
            return Token("operator", "NOT", (start, self._at))
        if found["quote"]:
            return self._quoted(start, exact=bool(found["exact"]))
        return self._word(start, found["word"])

    def _quoted(self, start: int, *, exact: bool) -> Token:
        closing = _CLOSING.search(self.text, self._at)
        if not closing:
            raise QueryError("this quotation mark is not closed", 'close it with "', (start, len(self.text)))
        text = self.text[self._at : closing.start()]
        self._at = closing.end()
        prefix = self.text.startswith("*", self._at) or (text.endswith("*") and not exact)
        self._at += self.text.startswith("*", self._at)
        return Token("words", text.removesuffix("*") if prefix else text, (start, self._at), exact, prefix)

    def _word(self, start: int, word: str) -> Token:
        if _OPERATOR.fullmatch(word):
            return Token("operator", word, (start, self._at))
        named = _FIELD.match(word)
        if named and named[1].lower() in self._names:
            self._at = start + named.end()
            return Token("field", named[1].lower(), (start, self._at))
        after = self.text[start + named.end() : start + named.end() + 1] if named else ""
        if named and after and not after.isspace():
            raise QueryError(
                f"there is no field “{named[1]}”",
                f"there are {', '.join(self._names)}; in quotation marks it is looked for",
                (start, start + named.end()),
            )
        exact, text = (True, word[1:]) if word.startswith("=") else (False, word)
        prefix = text.endswith("*")
        return Token("words", text[:-1] if prefix else text, (start, self._at), exact, prefix)

    def sign_before(self, token: Token) -> str:
        """The last character before a token that is no space; "" where there is none."""
        return self.text[: token.span[0]].rstrip()[-1:]
