"""The table of citations made by hand, in `citations.toml` beside this."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tgreader.citing import catalogue
from tgreader.citing.citation import STYLES, cite
from tgreader.model.address import parse_address
from tgreader.model.document import Block, Document
from tgreader.model.inline import PageBreak

TABLE = tomllib.loads(Path(__file__).with_name("citations.toml").read_text(encoding="utf-8"))


def rows(kind: str) -> list[object]:
    return [
        pytest.param(row, style, id=f"{row['address']}-{style}")
        for row in TABLE[kind]
        for style in STYLES
        if style in row
    ]


def document_of(row: dict[str, str]) -> Document:
    """A document that says what the row says of it."""
    blocks = [Block("source", row["file"])] if "file" in row else []
    pages = (PageBreak(0, row["page"]),) if "page" in row else ()
    blocks += [Block("heading", row["heading"], pages=pages), Block("paragraph", row.get("words", "The text."))]
    address = parse_address(row["address"])
    return Document(
        address=address,
        path="volume.xml",
        format="tei",
        heading=row["heading"],
        blocks=tuple(blocks),
        volume=address.volume,
        id=address.document,
        number=row.get("number"),
        date=row.get("date"),
        dateline=row.get("dateline"),
        place=row.get("place"),
    )


def test_the_table_is_large_enough() -> None:
    assert len(TABLE["citation"]) >= 100
    assert len({row["address"] for row in TABLE["citation"]}) == len(TABLE["citation"])


@pytest.mark.parametrize(("row", "style"), rows("citation"))
def test_from_the_catalogue_alone(row: dict[str, str], style: str) -> None:
    assert cite(parse_address(row["address"]), None, style).text == row[style], row["rule"]


@pytest.mark.parametrize(("row", "style"), rows("document"))
def test_with_the_text_at_hand(row: dict[str, str], style: str) -> None:
    document = document_of(row)
    assert cite(document.address, document, style).text == row[style], row["rule"]


PRINTED = [style for style in STYLES if style not in {"url", "bibtex", "biblatex", "ris", "csl-json"}]
SHORT = {"frus", "chicago-short"}
# Two stops, two spaces, a space before a stop, empty or reversed brackets, straight quotes, hyphens in ranges.
FAULTS = re.compile(r"[,;:]\s*[.,;:]|\.\s?\.|\s{2}|\s[.,;:)\]]|[(\[]\s|\(\)|\"|\d-\d|\bNone\b|^\W|\s$")


@pytest.mark.parametrize("style", PRINTED)
def test_every_volume_is_printed_without_a_fault(style: str) -> None:
    wrong = []
    for identity in catalogue.ids():
        facts = catalogue.volume(identity)
        for place in ("", "/pg_5", "/pg_XIV") if facts.cited_by == "page" else ("", "/d7", "/d7#fn3", "/d7#pg_5"):
            text = cite(parse_address(identity + place), None, style).text
            words = re.sub(r"(https?://)?history\.state\.gov\S*", "", text)
            said = facts.published in words and "Government Printing Office" in words
            placed = "Washington" in words or style in {"mla", "apa"}
            balanced = all(words.count(one) == words.count(other) for one, other in ("()", "[]", "“”"))
            if FAULTS.search(words.rstrip(" .,")) or not balanced or not (style in SHORT or (said and placed)):
                wrong.append(text)
    assert wrong == []
