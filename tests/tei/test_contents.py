from __future__ import annotations

import gc

import pytest

from tgreader.errors import AddressError
from tgreader.model.address import Address, parse_address
from tgreader.model.document import Division, Entry
from tgreader.readers.base import Facts
from tgreader.readers.tei import READER

from .volumes import source, text

DOCUMENT = '<div type="document" n="{0}" xml:id="d{0}"><head>{0}. Letter <hi>{0}</hi></head><p>{1}</p></div>'
FRONT = (
    "<titlePage><docTitle><titlePart>A Volume</titlePart></docTitle></titlePage><pb n='III'/>"
    "<div type='section' xml:id='preface'><head>Preface</head><p>p<pb n='IV'/></p>"
    "<div type='section' xml:id='more'><head>More</head><p>q</p></div></div>"
    "<div type='section' xml:id='persons'><head>Persons</head><list><item><hi rend='strong'>"
    "<persName xml:id='p_KHA_1'>Kissinger, Henry A.</persName>,</hi> Assistant to "
    "<persName corresp='#p_N_1'>N</persName>"
    "</item></list></div><div type='section' xml:id='terms'><head>Terms</head><list><label><term xml:id='t_MBFR_1'>MBFR"
    "</term></label><item>mutual force reductions</item></list></div>"
)
BODY = (
    "<div type='compilation' xml:id='comp1'><head>South<note n='1' xml:id='d1fn1'>On it.</note></head><pb n='1'/>"
    "<div type='chapter' xml:id='ch1'><head>Chapter</head>"
    + DOCUMENT.format(1, "a <pb n='2'/>b <persName corresp='#p_KHA_1'>K.</persName>")
    + DOCUMENT.format(2, "c")
    + "<pb n='3'/></div>"
    + DOCUMENT.format(3, "<seg xml:id='s_1'>d</seg>")
    + "</div>"
)
VOLUME = "frus1969-76v99"


def shape(parts: tuple[Division | Entry, ...]) -> list[object]:
    return [
        (p.id, p.sort, p.heading, shape(p.parts)) if isinstance(p, Division) else (str(p.address), p.sort, p.heading)
        for p in parts
    ]


def test_contents_are_the_tree_of_the_volume() -> None:
    volume = source(BODY, FRONT, "<div type='section' xml:id='index'><head>Index</head><p>x</p></div>").volume
    assert (volume.id, volume.title) == (VOLUME, "A Volume, Volume I")
    assert shape(volume.parts) == [
        ("front", "front", "Front matter", [
            (f"{VOLUME}/titlepage", "titlepage", "Title page"),
            (f"{VOLUME}/preface", "preface", "Preface"),
            (f"{VOLUME}/persons", "persons", "Persons"),
            (f"{VOLUME}/terms", "terms", "Terms"),
        ]),
        ("comp1", "compilation", "South", [
            (f"{VOLUME}/comp1", "compilation", "South"),  # for the note to its heading
            ("ch1", "chapter", "Chapter", [
                (f"{VOLUME}/d1", "document", "Letter 1"), (f"{VOLUME}/d2", "document", "Letter 2"),
            ]),
            (f"{VOLUME}/d3", "document", "Letter 3"),
        ]),
        ("back", "back", "Back matter", [(f"{VOLUME}/index", "index", "Index")]),
    ]  # fmt: skip


def test_entries_know_their_pages() -> None:
    entries = {e.address.document: (e.number, e.first_page, e.last_page) for e in source(BODY, FRONT).volume.entries()}
    assert entries["preface"] == (None, "III", "IV")
    assert [entries[d] for d in ("d1", "d2", "d3")] == [("1", "1", "2"), ("2", "2", "2"), ("3", "3", "3")]


def test_every_entry_builds_and_is_what_the_contents_say() -> None:
    opened = source(BODY, FRONT)
    for entry, made in zip(opened.volume.entries(), opened.documents(), strict=True):
        assert made == opened.document(entry.address)
        assert (made.address, made.heading, made.number) == (entry.address, entry.heading, entry.number)


def test_what_a_division_has_of_its_own_is_not_its_documents() -> None:
    made = source(BODY).document(Address(VOLUME, "comp1"))
    assert [b.text for b in made.blocks] == ["South"]
    assert [n.text for n in made.notes] == ["On it."]


def test_a_division_without_anything_of_its_own_leads_to_its_first_document() -> None:
    assert source(BODY).document(Address(VOLUME, "ch1")).id == "d1"


def test_a_part_of_a_section_is_found_in_the_section() -> None:
    opened = source(BODY, FRONT)
    assert opened.document(Address(VOLUME, "more")).id == "preface"
    assert opened.document(Address(VOLUME, "s_1")).id == "d3"
    assert [b.text for b in opened.document(Address(VOLUME, "preface")).blocks] == ["Preface", "p", "More", "q"]


def test_pages_lead_to_documents() -> None:
    opened = source(BODY, FRONT)
    assert [str(a) for a in opened.on_page("2")] == [f"{VOLUME}/d1#pg_2"]
    assert [str(a) for a in opened.on_page("3")] == [f"{VOLUME}/d3"]  # it starts between two documents
    assert opened.on_page("99") == ()
    assert opened.document(Address(VOLUME, page="2")).id == "d1"


def test_where_each_document_counts_its_pages_anew_none_begins_on_the_last_page_of_another() -> None:
    pages: tuple[list[str], ...] = (["1", "2", "3"], ["1", "2"], ["1"], [], ["1", "2", "3", "4"], ["2", "3"])
    body = "".join(
        DOCUMENT.format(number, "a" + "".join(f"<pb n='{label}'/>b" for label in labels))
        for number, labels in enumerate(pages, 1)
    )
    opened = source(body)
    entries = {e.number: (e.first_page, e.last_page) for e in opened.volume.entries()}
    assert list(entries.values()) == [("1", "3"), ("1", "2"), ("1", "1"), (None, None), ("1", "4"), ("2", "3")]
    assert [made.page_at(0) for made in opened.documents()] == [None] * 6
    assert [made.page_at(1, 1) for made in opened.documents()] == ["1", "1", "1", None, "1", "2"]
    assert [a.document for a in opened.on_page("3")] == ["d1", "d5", "d6"]


def test_a_page_that_is_counted_on_runs_into_the_documents_after_it() -> None:
    body = (
        DOCUMENT.format(1, "a<pb n='9'/>b<pb n='10'/>c") + DOCUMENT.format(2, "d") + DOCUMENT.format(3, "e<pb n='11'/>")
    )
    assert [made.page_at(0) for made in source(body).documents()] == [None, "10", "10"]


def test_pages_of_one_label_are_all_found() -> None:
    body = DOCUMENT.format(1, "a<pb n='1'/>") + DOCUMENT.format(2, "b<pb n='1'/>")
    assert [a.document for a in source(body).on_page("1")] == ["d1", "d2"]


def test_persons_and_terms_are_described_from_the_volumes_own_lists() -> None:
    opened = source(BODY, FRONT)
    assert opened.described("p_KHA_1") == ("Kissinger, Henry A.", "Assistant to N")
    assert opened.described("t_MBFR_1") == ("MBFR", "mutual force reductions")
    assert opened.described("p_N_1") is None
    assert source(BODY).described("p_KHA_1") is None
    assert [a.document for a in opened.mentions("p_KHA_1")] == ["d1"]
    assert opened.mentions("p_KHA") == ()


@pytest.mark.parametrize("address", [f"{VOLUME}/d9", "frus1948v01p1/d1", f"{VOLUME}/pg_77", "a.xml"])
def test_an_address_that_is_not_here_is_said_so(address: str) -> None:
    with pytest.raises(AddressError, match="is not in this volume"):
        source(BODY).document(parse_address(address))


def test_the_volume_is_known_by_facts_then_the_file_then_its_name() -> None:
    named = text(BODY).encode()
    assert READER.open(named, "x.xml", Facts(volume="frus1948v01p1")).volume.id == "frus1948v01p1"
    assert READER.open(named, "frus1948v01p1.xml", Facts()).volume.id == VOLUME
    assert source(BODY, path="in/frus1948v01p1.xml", idno="").volume.id == "frus1948v01p1"
    unknown = source(BODY, path="in/mine.xml", idno="")
    assert unknown.volume.id is None
    assert unknown.document(Address("mine", "d1")).id == "d1"


def test_a_repeated_or_missing_id_hides_no_document() -> None:
    again = DOCUMENT.format(1, "first") + DOCUMENT.format(1, "second") + '<div type="document"><p>third</p></div>'
    opened = source(again)
    assert [opened.document(e.address).blocks[-1].text for e in opened.volume.entries()] == ["first", "second", "third"]


def test_namespaces_declared_around_a_document_hold_in_it() -> None:
    body = (
        '<div type="compilation" xmlns:frus="http://history.state.gov/ns/1.0" xmlns:x="a&amp;&quot;b"><head>C</head>'
        '<div type="document" xml:id="d1"><frus:attachment><p>in</p></frus:attachment></div></div>'
    )
    (made,) = source(body).documents()
    assert [(b.text, b.depth) for b in made.blocks] == [("in", 1)]


def test_a_volume_with_another_prefix_reads_the_same() -> None:
    prefixed = (
        '<t:TEI xmlns:t="http://www.tei-c.org/ns/1.0"><t:text><t:body><t:div type="document" xml:id="d1" n="1">'
        "<t:head>1. A</t:head><t:p>x</t:p></t:div></t:body></t:text></t:TEI>"
    )
    (made,) = READER.open(prefixed.encode(), "frus1948v01p1.xml", Facts()).documents()
    assert [b.text for b in made.blocks] == ["A", "x"]


@pytest.mark.parametrize(
    ("name", "head", "known"),
    [("a.xml", b"", True), ("a.XML", b"<html>", True), ("a", b"\n<TEI xmlns='x'>", True), ("a.txt", b"1. <TEI", False)],
)
def test_recognised_by_name_or_root(name: str, head: bytes, known: bool) -> None:
    assert READER.recognises(name, head) is known


def test_nothing_waits_for_somebody_to_look_for_garbage() -> None:
    """The verbs of the shell never look: a hundred volumes in a row would all stay in memory."""
    data = text(BODY + DOCUMENT.format(9, "a<note n='1'>b<note n='*'>c</note></note>"), FRONT).encode()
    list(READER.open(data, "a.xml", Facts()).documents())
    gc.collect()
    gc.disable()
    try:
        for document in READER.open(data, "a.xml", Facts()).documents():
            assert document.blocks
        del document
        assert gc.collect() == 0
    finally:
        gc.enable()
