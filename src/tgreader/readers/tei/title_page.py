"""The title page, as a volume's TEI header describes it (`titleStmt`, `publicationStmt`; TEI P5, 2.2)."""

from __future__ import annotations

from typing import Final

from tgreader.model.patterns import pattern
from tgreader.model.title_page import TitlePage
from tgreader.readers.tei import markup
from tgreader.readers.tei.markup import TEI
from tgreader.readers.tei.spans import Attributes

_HEADER_ENDS: Final = pattern(rb"</(?:\w+:)?teiHeader\s*>")
_YEAR: Final = pattern(r"\b1[89]\d\d\b|\b20\d\d\b")
_READ: Final = markup.names("title editor publisher date")


def read_title_page(data: bytes, volume: str) -> TitlePage:
    """Read the header, and no more of the file.

    Args:
        data: the file, in UTF-8, that the light pass has let in.
        volume: its id.
    """
    end = _HEADER_ENDS.search(data)
    header = _Header()
    if end:
        parser = markup.parser()
        parser.StartElementHandler = header.start
        parser.EndElementHandler = header.end
        parser.CharacterDataHandler = header.write
        parser.Parse(data[: end.end()], False)
    return TitlePage(
        volume,
        header.first("title", "complete") or header.first("title", ""),
        tuple(header.all("editor", "primary")),
        tuple(header.all("editor", "general")),
        header.first("publisher", ""),
        next((found[0] for text in header.all("date", "") if (found := _YEAR.search(text))), ""),
    )


class _Header:
    """The words of the elements wanted, each with what tells it from others of its name."""

    def __init__(self) -> None:
        self._found: list[tuple[str, str, str]] = []
        self._words: list[str] | None = None
        self._within: list[str] = []

    def start(self, name: str, attributes: Attributes) -> None:
        self._within.append(name)
        if name in _READ and {TEI + "titleStmt", TEI + "publicationStmt"} & set(self._within):
            self._words = []
            self._found.append((name.removeprefix(TEI), attributes.get("type") or attributes.get("role") or "", ""))

    def end(self, name: str) -> None:
        self._within.pop()
        if name in _READ and self._words is not None:
            kind, sort, _ = self._found[-1]
            self._found[-1] = (kind, sort, " ".join("".join(self._words).split()))
            self._words = None

    def write(self, text: str) -> None:
        if self._words is not None:
            self._words.append(text)

    def all(self, kind: str, sort: str) -> list[str]:
        """The words of every element of a name and type or role that has any."""
        return [words for named, sorted_, words in self._found if (named, sorted_) == (kind, sort) and words]

    def first(self, kind: str, sort: str) -> str:
        """The words of the first such element, or ""."""
        return next(iter(self.all(kind, sort)), "")
