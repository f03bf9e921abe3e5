"""The table of citations made by hand, in `citations.toml` beside this."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

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
