"""What reference managers export (BibTeX, RIS, CSL-JSON), read back as citations: one line of words a record.

A record that has a web address of the series is that address. Of any other, those fields make up a citation that say
which volume is meant and where in it: series, number, the volume's own title, document, pages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from tgreader.citing.places_named import DOCUMENT, PAGE
from tgreader.citing.series_named import SERIES, WEB_ADDRESS
from tgreader.model.patterns import pattern

Record = Mapping[str, str]

_BIBTEX = pattern(r"^[ \t]*@(?P<kind>\w+)\s*\{", re.MULTILINE)
_RIS = pattern(r"^TY  - ", re.MULTILINE)
_CSL = pattern(r'"type"\s*:\s*"')
_RIS_LINE = pattern(r"^([A-Z][A-Z\d])  - ?(.*)$", re.MULTILINE)
_FIELD = pattern(r"(?P<name>[A-Za-z][\w-]*)\s*=\s*")
_NO_RECORDS = frozenset({"comment", "preamble", "string"})
# Words of a volume's number that a format keeps apart from it.
_OF_NUMBER = pattern(r"Microfiche Supplement|Appendix")
_LONGEST = 20_000
"""Code points of one BibTeX entry; what is longer is not read to its end."""

# The fields of each format, by what a citation takes from them, the most telling first.
_VOLUMES_TITLE = ("booktitle", "T2", "BT", "container-title")
_SERIES = ("maintitle", "series", "T3", "collection-title")
_TITLE = ("title", "TI", "T1")
_VOLUME = ("volume", "VL")
_PART = ("part",)
_FURTHER = ("note", "addendum", "annotation", "N1", "M1", "number", "IS")
_NUMBER = ("number", "IS", "M1")
_PAGES = ("pages", "page", "SP")


def is_export(text: str) -> bool:
    """Whether a text is what a reference manager exports, rather than citations as people read them."""
    return any(form.search(text) for form in (_BIBTEX, _RIS, _CSL))


def citations(text: str) -> list[str]:
    """Each record of an export as a citation on one line, in the order it has them."""
    if _BIBTEX.search(text):
        records = list(_bibtex(text))
    elif _RIS.search(text):
        records = list(_ris(text))
    else:
        records = list(_csl(text))
    return [_words(record) for record in records]


def _bibtex(text: str) -> Iterator[Record]:
    for start in _BIBTEX.finditer(text):
        if start["kind"].lower() in _NO_RECORDS:
            continue
        body, fields, at = _braced(text, start.end()), dict[str, str](), 0
        while found := _FIELD.search(body, at):
            value = _value(body, found.end())
            fields[found["name"].lower()] = _without_latex(value)
            at = found.end() + max(len(value), 1)
        yield fields


def _braced(text: str, start: int) -> str:
    """What stands between a brace, behind which `start` is, and the one that closes it."""
    depth = 1
    for at in range(start, min(len(text), start + _LONGEST)):
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        if depth == 0:
            return text[start:at]
    return text[start : start + _LONGEST]


def _value(body: str, start: int) -> str:
    """A field's value with what it stands in: `{…}`, `"…"`, or a bare word."""
    if body[start : start + 1] == "{":
        return "{" + _braced(body, start + 1) + "}"
    if body[start : start + 1] == '"':
        return body[start : body.find('"', start + 1) + 1 or len(body)]
    return body[start:].partition(",")[0]


def _without_latex(value: str) -> str:
    plain = re.sub(r"\\([&%$#_{}])", r"\1", value.strip().strip('"'))
    return re.sub(r"[{}]", "", plain).replace("---", "—").replace("--", "–")


def _ris(text: str) -> Iterator[Record]:
    for part in _RIS.split(text)[1:]:
        fields: dict[str, str] = {}
        for tag, value in _RIS_LINE.findall(part):
            fields[tag] = f"{fields[tag]}; {value}" if tag in fields else value
        yield fields


def _csl(text: str) -> Iterator[Record]:
    try:
        items = json.loads(text)
    except (ValueError, RecursionError):  # cut short, or more than one item without a list around them
        yield from ({"URL": found[0]} for found in WEB_ADDRESS.finditer(text))
        return
    for item in items if isinstance(items, list) else [items]:
        if isinstance(item, dict):
            yield {name: str(value) for name, value in item.items() if isinstance(value, str | int)}


def _words(record: Record) -> str:
    """A record as a citation."""
    if address := next((found[0] for value in record.values() if (found := WEB_ADDRESS.search(value))), ""):
        return address
    titles = [record[name] for name in (*_SERIES, *_VOLUMES_TITLE, *_TITLE) if name in record]
    series = next((title for title in titles if SERIES.search(title)), "")
    if not series:
        return " ".join(", ".join(titles).split())
    own = next((record[name] for name in (*_VOLUMES_TITLE, *_TITLE) if name in record and record[name] != series), "")
    volume, part = _first(record, _VOLUME), _first(record, _PART)
    volume = f"vol. {volume}" if re.match(r"[\dIVXLCE]+\b", volume) else volume
    further = " ".join(record[name] for name in _FURTHER if name in record)
    document, pages, number = DOCUMENT.search(further), _first(record, _PAGES), _first(record, _NUMBER)
    if not pages and (page := PAGE.search(further)):
        pages = page["page"]
    note = re.search(r"\bn\. [\w*†‡]+", further)
    parts = (
        series,
        volume,
        f"pt. {part}" if part else "",
        kept[0] if (kept := _OF_NUMBER.search(further)) else "",
        own,
        document[0] if document else f"Document {number}" if re.fullmatch(r"\d{1,4}[A-Z]?", number) else "",
        f"p. {pages}" if pages else "",
        note[0] if note else "",
    )
    return " ".join(", ".join(part for part in parts if part).split())


def _first(record: Record, names: tuple[str, ...]) -> str:
    return next((record[name] for name in names if record.get(name)), "")
