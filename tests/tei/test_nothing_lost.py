"""Elements of the series in any order and nesting, even such as no volume has: what lxml finds of them is all there."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from tgreader.model.document import Document
from tgreader.readers.base import Facts
from tgreader.readers.tei import READER

from .truth import ID, Truth, counts, parsed_pieces, words
from .volumes import document, text

ELEMENT = st.sampled_from(
    ["p", "list", "item", "label", "table", "row", "cell", "head", "quote", "figure", "opener", "closer", "signed",
     "dateline", "salute", "postscript", "byline", "lg", "l", "sp", "speaker", "floatingText", "body", "div", "cit",
     "address", "addrLine", "formula", "frus:attachment", "hsg:attachment", "note", "note", "note", "hi", "persName",
     "gloss", "ref", "placeName", "date", "seg", "del", "term", "title", "q", "supplied", "choice", "sic", "corr",
     "add", "unclear", "ab", "epigraph", "trailer", "milestone", "argument"]
)  # fmt: skip
ATTRIBUTE = st.sampled_from(
    ["", "", "", ' n="1"', ' n="0"', ' rend="inline"', ' rend="blockquote"', ' rend="center"', ' rend="italic"',
     ' role="label"', ' cols="2"']
)  # fmt: skip
LEAF = st.sampled_from(
    ["word ", "wörd", " ", "\n   ", "1.", " x, ", "“q”", "<pb n='3'/>", "<pb/>", "<lb/>", "<gap/>",
     "<graphic url='a'/>", "<ref target='#d1'/>", "<persName/>", "<item/>", "<cell/>", "<!-- c -->",
     "<figDesc>no</figDesc>", "<?pi words?>", "<![CDATA[<b> & c]]>", "&amp;", "<milestone unit='x'/>"]
)  # fmt: skip
TREE = st.recursive(
    LEAF,
    lambda inner: st.tuples(ELEMENT, ATTRIBUTE, st.lists(inner, max_size=4)).map(
        lambda made: f"<{made[0]}{made[1]}>{''.join(made[2])}</{made[0]}>"
    ),
    max_leaves=25,
)


def read(inner: str, head: str) -> tuple[Truth, Document]:
    """What lxml finds in a document with this in it, and what the reader makes of it."""
    body = (
        f'<div xmlns:hsg="http://history.state.gov/ns/1.0" type="document" n="1" xml:id="d1"><head>1. X{head}</head>'
        f"{inner}</div>"
    )
    data = text(body).encode()
    made = next(d for d in READER.open(data, "a.xml", Facts()).documents() if d.id == "d1")
    root = etree.fromstring(data, etree.XMLParser(recover=True))
    return Truth(next(div for div in root.iter() if div.get(ID) == "d1")), made


def letters(pieces: list[str]) -> Counter[str]:
    """The letters of words; how blocks part them is another matter."""
    return Counter("".join(words(pieces, "letters").elements()))


@given(st.lists(TREE, max_size=4), TREE)
@example(["<p>x<note n='1'><ref target='#d1'/></note></p>"], "")
@example(["<label>a lone label</label>"], "")
@example(["<list><label>1.</label></list>", "<p>after</p>"], "")
@example(["<list><label>1.</label><label>2.</label><item>x</item></list>"], "")
@example(["<table><row><cell>a<list><label>1.</label><item>b</item></list></cell><cell>c</cell></row></table>"], "")
@example(["<table><row><cell><table><row><cell>in</cell></row></table></cell></row></table>"], "")
@example(["<dateline><list><item>Moscow</item></list></dateline>"], "")
@example([], "<list><item>in a heading</item></list>")
def test_nothing_is_lost_and_nothing_invented(trees: list[str], head: str) -> None:
    truth, made = read("".join(trees), head)
    assert counts(made) == truth.counts
    assert letters(parsed_pieces(made, notes=False)) == letters(truth.body)
    assert letters(parsed_pieces(made, notes=True)) == letters(truth.notes)


@given(TREE)
def test_the_contents_know_a_heading_as_the_document_has_it(head: str) -> None:
    made = read("", head)[1]
    assert made.heading == made.blocks[0].text


def test_a_list_in_a_cell_stands_after_its_row() -> None:
    made = document(
        "<table><row><cell>Present<list><item>Mr. Low</item><item>Mr. High</item></list></cell><cell>May 5</cell></row>"
        "<row><cell>next</cell></row></table>"
    ).blocks[1:]
    assert [(b.kind, b.text, b.depth) for b in made] == [
        ("row", "Present May 5", 0), ("item", "Mr. Low", 1), ("item", "Mr. High", 1), ("row", "next", 0),
    ]  # fmt: skip


def test_a_label_without_an_item_is_a_line() -> None:
    made = document("<list><label>(a)</label><label>(b)</label><item>x</item><label>(c)</label></list><p>y</p>").blocks
    assert [(b.kind, b.text, b.label) for b in made[1:]] == [
        ("label", "(a)", None), ("item", "x", "(b)"), ("label", "(c)", None), ("paragraph", "y", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "covered"),
    [('cols="2"', (1, 2)), ('cols="1"', ()), ('cols="0"', ()), ('cols="many"', ()), ('cols="999"', (1, 40))],
)
def test_rows_know_how_many_columns_a_cell_covers(cell: str, covered: tuple[int, ...]) -> None:
    (row,) = document(f"<table><row><cell>a</cell><cell {cell}>b</cell></row></table>").blocks[1:]
    assert (row.text, row.cells, row.spans) == ("a b", (0, 2), covered)


def test_headings_of_tables_and_how_paragraphs_are_printed_are_marked() -> None:
    made = document(
        '<table><row role="label"><cell>A</cell></row><row><cell role="label">B</cell><cell>C</cell></row></table>'
        '<p rend="sourceheadcenterboldbig">D <hi rend="italic">E</hi></p><p rend="right">F</p>'
    ).blocks[1:]
    assert [[(b.text[s.start : s.end], s.kind) for s in b.styles] for b in made] == [
        [("A", "strong")], [("B", "strong")], [("D E", "strong"), ("D E", "center"), ("E", "italic")],
        [("F", "right")],
    ]  # fmt: skip
