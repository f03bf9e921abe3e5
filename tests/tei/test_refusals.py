from __future__ import annotations

import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tgreader.errors import RefusedError, TgReaderError, UnreadableError
from tgreader.readers.base import Facts
from tgreader.readers.tei import READER

from .volumes import assert_marks_lie_in_the_text, document, text

BODY = '<div type="document" xml:id="d1"><head>1. X</head><p>{}</p></div>'
LAUGHS = (
    '<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY l0 "lol">'
    + "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
    + "]>"
    + text(BODY.format("&l11;"))
)
OPEN = text(BODY).partition("{}")[0] + '<hi rend="'
NAMESPACES = " ".join(f'xmlns:a{i}="b"' for i in range(200))
MANY = " ".join(f'a{i}="x"' for i in range(200_000))

REFUSED = {
    "billion laughs": (LAUGHS, "line 2: it has a DOCTYPE"),
    "an external DTD": ('\n\n<!DOCTYPE TEI SYSTEM "file:///etc/passwd">' + text(BODY), "line 3: it has a DOCTYPE"),
    "nesting": (text(BODY.format("<hi>" * 100_000 + "</hi>" * 100_000)), "line 5: .* 200 deep"),
    "nested divisions": (text("<div>" * 100_000 + "</div>" * 100_000), "200 deep"),
    "a flood of elements": (text(BODY.format("<pb/>" * 400_000)), "300,000 elements"),
    "a flood of attributes": (text(BODY.format(f"<hi {MANY}/>")), "a tag in it is longer"),
    "a huge attribute": (text(BODY.format(f'<hi rend="{"a" * 2_000_000}"/>')), "a tag in it is longer"),
    "an attribute without end": (OPEN + "a" * 2_000_000, "a tag in it is longer"),
    "namespaces": (text(BODY.format(f"<hi {NAMESPACES}/>")), "100 namespaces"),
    "its size": ("<TEI>" + "a" * 25 * 2**20, "25 MB is more than any volume has"),
    "an odd encoding": ('<?xml version="1.0" encoding="zip"?>' + text(BODY), "line 1: its encoding, “zip”"),
}
UNREADABLE = {
    "cut off": (text(BODY.format("a\nb<hi>")).partition("</p>")[0].encode(), "line 6, column .* not well-formed"),
    "empty": (b"", "line 1, .*no element"),
    "bytes that are not UTF-8": (text(BODY.format("\ncaf")).encode().replace(b"caf", b"caf\xe9"), "line 6, column 4"),
    "an unknown entity": (text(BODY.format("&nbsp;")).encode(), "line 5, .*undefined entity"),
    "an unknown prefix": (text(BODY.format("<x:y/>")).encode(), "unbound prefix"),
    "half of UTF-16": ("\ufeff<a/>".encode("utf-16-le")[:-1], "line 1: its bytes are not utf-16"),
    "HTML": (b"<!DOCTYPE html>\n<html><br></html>", "line 1: this is HTML, not TEI"),
    "XHTML": (b'<html xmlns="http://www.w3.org/1999/xhtml"/>', "this is HTML, not TEI P5"),
    "a catalogue record": (b"\n<volume/>", "line 2: this is <volume>, not TEI P5"),
    "TEI without its namespace": (b"<TEI/>", "TEI of another kind"),
    "nothing in it": (text("").encode(), "no document or section"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_unsafe_is_refused_in_one_line_that_names_the_place(case: str) -> None:
    given_text, message = REFUSED[case]
    data = given_text.encode()
    tracemalloc.start()
    began = time.process_time()
    with pytest.raises(RefusedError, match=message) as caught:
        READER.open(data, "evil.xml", Facts())
    taken = time.process_time() - began
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert str(caught.value).startswith("evil.xml: ")
    assert "\n" not in str(caught.value)
    assert taken < 5  # under a memory tracer; without it all are under one second
    assert peak < 100 * 2**20


@pytest.mark.parametrize("case", UNREADABLE)
def test_what_cannot_be_read_says_where_and_why(case: str) -> None:
    data, message = UNREADABLE[case]
    with pytest.raises(UnreadableError, match=message) as caught:
        READER.open(data, "bad.xml", Facts())
    assert str(caught.value).startswith("bad.xml: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"])
def test_the_usual_encodings_read_alike(encoding: str) -> None:
    declared = "" if encoding.endswith("sig") else f'<?xml version="1.0" encoding="{encoding}"?>'
    source = READER.open((declared + text(BODY.format("café §"))).encode(encoding), "a.xml", Facts())
    (made,) = source.documents()
    assert made.blocks[-1].text == "café §"


def test_deep_but_harmless_markup_is_read() -> None:
    made = document("<p>" + "<hi rend='italic'>" * 150 + "x<lb/>y" + "</hi>" * 150 + "</p>")
    assert made.blocks[-1].text == "x y"


def test_many_open_styles_and_line_breaks_cost_no_more_than_their_sum() -> None:
    began = time.process_time()
    document("<signed>" + "<hi rend='italic'>" * 150 + "x<lb/>" * 20_000 + "</hi>" * 150 + "</signed>")
    assert time.process_time() - began < 5


ELEMENT = st.sampled_from(
    ["p", "list", "item", "label", "table", "row", "cell", "note", "head", "div", "hi", "ref", "persName", "quote",
     "figure", "figDesc", "opener", "closer", "signed", "dateline", "placeName", "date", "titlePage", "front", "body",
     "lb", "pb", "gap", "frus:attachment", "frus:file", "unknown"]
)  # fmt: skip
TREE = st.recursive(
    st.sampled_from(["word", " ", "\n ", "1."]),
    lambda inner: st.tuples(
        ELEMENT,
        st.sampled_from(["", ' n="1"', ' rend="inline"', ' type="document"', ' xml:id="a"']),
        st.lists(inner, max_size=4),
    ).map(lambda made: f"<{made[0]}{made[1]}>{''.join(made[2])}</{made[0]}>"),
    max_leaves=25,
)


@given(st.lists(TREE, max_size=5))
def test_markup_in_any_order_is_read_and_its_marks_lie_in_their_text(trees: list[str]) -> None:
    source = READER.open(text(BODY.format("x") + "".join(trees), "".join(trees)).encode(), "a.xml", Facts())
    for entry in source.volume.entries():
        made = source.document(entry.address)
        for _, block in made.every_block():
            assert_marks_lie_in_the_text(block)
            assert list(block.cells) == sorted(block.cells)
            assert all(m.note is None or made.notes[m.note - 1].label == m.label for m in block.marks)


@given(st.binary(max_size=300), st.integers(0, 500))
def test_damage_is_an_error_of_ours_or_none(noise: bytes, at: int) -> None:
    whole = text(BODY.format("a <note n='1'>b</note>")).encode()
    try:
        source = READER.open(whole[:at] + noise + whole[at:], "a.xml", Facts())
    except TgReaderError:
        return
    assert list(source.documents())
