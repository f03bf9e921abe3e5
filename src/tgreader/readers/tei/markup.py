"""XML as it is let in: UTF-8, no DOCTYPE, no entity of its own, bounded in size, depth and number of elements.

The policy is that of a strict parser. lxml would stop at a repeated `xml:id`; its cure for that (`collect_ids=False`)
loads local external DTDs again. Expat checks no ids and loads nothing, and a DOCTYPE is refused where it begins, so no
entity is ever declared.
"""

from __future__ import annotations

import pyexpat
from typing import TYPE_CHECKING, NoReturn

from tgreader.errors import RefusedError, UnreadableError
from tgreader.model.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

LARGEST = 16 * 2**20
"""Bytes. The largest volume of the series has 6 MB."""

LARGEST_SECTION = 3 * 2**20
"""Bytes of one document or section. The largest of the series, indexes, have 0.4 MB."""

MOST_SECTIONS = 10_000
"""Documents and sections. The volumes of the series have up to some 800."""

MOST_TAGS = 200_000
"""Tags in one document or section. The indexes have under 20,000."""

DEEPEST = 200
"""Open elements. The volumes of the series use 17."""

MOST_ELEMENTS = 300_000
"""Elements and attributes in a file. The largest volumes of the series have under 80,000."""

LONGEST_TAG = 2**18
"""Bytes. The longest of the series has 200."""

MOST_NAMESPACES = 100
"""Declared at one place in the file. The volumes of the series have 3."""

TEI = "http://www.tei-c.org/ns/1.0 "
ID = "http://www.w3.org/XML/1998/namespace id"
SPACE = " \t\n\r"
"""White space as XML counts it: a no-break space is a character like others."""

_FOLD = pattern(f"[{SPACE}]+")
_DECLARED = pattern(rb"""\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.-]+)""")
_CODECS = {
    "utf-8": "utf-8", "utf8": "utf-8", "us-ascii": "utf-8", "ascii": "utf-8", "utf-16": "utf-16",
    "iso-8859-1": "iso-8859-1", "latin1": "iso-8859-1", "windows-1252": "windows-1252",
}  # fmt: skip
_UNMARKED = {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
"""How UTF-16 begins that has no mark: the parser would know it, but count its bytes otherwise than the file's."""


def names(text: str) -> frozenset[str]:
    """TEI elements, given by their local names in one string, as the parser names them."""
    return frozenset(TEI + name for name in text.split())


def squeeze(text: str) -> str:
    """The text with each run of white space as one space; it has none at its ends."""
    if "\n" in text:  # as most has, being pretty-printed; five times as fast as the pattern
        text = " ".join([line.strip(SPACE) for line in text.split("\n")])
    return _FOLD.sub(" ", text) if "  " in text or "\t" in text or "\r" in text else text


def as_utf8(data: bytes, path: str) -> bytes:
    """The file in UTF-8, which is how all of it is read from here on.

    Raises:
        RefusedError: it is too large, or in an encoding no volume uses.
        UnreadableError: its bytes are not of the encoding it declares.
    """
    if len(data) > LARGEST:
        raise RefusedError(
            f"{len(data) / 2**20:.0f} MB is more than any volume has", path, f"the limit is {LARGEST >> 20} MB"
        )
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        codec = "utf-16"
    elif data[:2] in _UNMARKED:
        codec = _UNMARKED[data[:2]]
    else:
        found = _DECLARED.match(data[:400].removeprefix(b"\xef\xbb\xbf"))
        declared = found[1].decode("ascii", "replace") if found else "utf-8"
        codec = _CODECS.get(declared.lower(), "")
        if not codec:
            raise RefusedError(f"line 1: its encoding, “{declared}”, is not read here", path, "save it as UTF-8")
    if codec == "utf-8":
        return data
    try:
        return data.decode(codec).encode()
    except UnicodeError as error:
        raise UnreadableError(f"line 1: its bytes are not {codec}: {error}", path, "save it as UTF-8") from error


def parser() -> pyexpat.XMLParserType:
    """A parser of UTF-8 that names elements and attributes `namespace name`, text in runs as long as can be."""
    made = pyexpat.ParserCreate("utf-8", " ")
    made.buffer_text = True
    return made


def let_go(made: pyexpat.XMLParserType) -> None:
    """Take its handlers from a parser that has done its work."""
    made.StartElementHandler = made.EndElementHandler = made.CharacterDataHandler = None
    made.StartNamespaceDeclHandler = made.EndNamespaceDeclHandler = made.StartDoctypeDeclHandler = None


def refuse_doctypes(made: pyexpat.XMLParserType, path: str) -> None:
    """Make the parser stop at a DOCTYPE, before anything in it is read."""

    def doctype(name: str, *_: object) -> NoReturn:
        line = made.CurrentLineNumber
        if name.lower() == "html":
            raise UnreadableError(f"line {line}: this is HTML, not TEI", path, "give the volume's TEI file")
        raise RefusedError(
            f"line {line}: it has a DOCTYPE, which can load or multiply text", path, "remove the DOCTYPE to read it"
        )

    made.StartDoctypeDeclHandler = doctype


def parse(made: pyexpat.XMLParserType, data: bytes, path: str) -> None:
    """Parse a whole file.

    Raises:
        UnreadableError: it is not well-formed; the message names the line and column.
        RefusedError: a tag is far too long.
    """
    whole = memoryview(data)
    try:
        for end in range(LONGEST_TAG, len(data) + LONGEST_TAG, LONGEST_TAG):
            made.Parse(whole[end - LONGEST_TAG : end], False)
            if min(end, len(data)) - made.CurrentByteIndex > 2 * LONGEST_TAG:  # the parser waits for the end of a tag
                raise RefusedError(f"line {made.CurrentLineNumber}: a tag in it is longer than any text", path)
        made.Parse(b"", True)
    except pyexpat.ExpatError as error:
        what = pyexpat.ErrorString(error.code)
        raise UnreadableError(
            f"line {error.lineno}, column {error.offset + 1}: not well-formed XML ({what})",
            path,
            "the file is damaged or cut off: fetch it again",
        ) from error


def refuse_endless(data: bytes, ranges: Sequence[tuple[int, int]], path: str) -> None:
    """Refuse a document or section that is far larger than any of the series: to show it would take too long.

    Args:
        data: the file.
        ranges: of its bytes, the document or section.
        path: the file, as the user gave it.
    """
    size = sum(end - start for start, end in ranges)
    if size <= MOST_TAGS:
        return
    line = data.count(b"\n", 0, ranges[0][0]) + 1
    advice = "no volume's has, so it is not read"
    if size > LARGEST_SECTION:
        what = f"the section that begins here has {size / 2**20:.0f} MB"
        raise RefusedError(f"line {line}: {what}", path, advice)
    if sum(data.count(b"<", start, end) for start, end in ranges) > MOST_TAGS:
        what = f"the section that begins here has more than {MOST_TAGS:,} tags"
        raise RefusedError(f"line {line}: {what}", path, advice)


def parse_part(made: pyexpat.XMLParserType, data: memoryview, path: str) -> None:
    """Parse a part of a file that was let in as a whole.

    Raises:
        UnreadableError: it is not well-formed by itself; no file is known in which that is so.
    """
    try:
        made.Parse(data, False)
    except pyexpat.ExpatError as error:
        what = pyexpat.ErrorString(error.code)
        raise UnreadableError(f"a part of it is not well-formed XML ({what})", path, "fetch it again") from error
