from __future__ import annotations

from .volumes import document


def test_notes_have_their_printed_labels_and_kinds() -> None:
    made = document(
        '<p>x<note n="0" type="source">Source: files.</note>y<note n="†"><p>one</p><p>two</p></note></p>'
        '<p>z<note type="summary">none printed</note></p>'
    )
    assert [(n.number, n.label, n.kind, n.anchored) for n in made.notes] == [
        (1, "0", "source", True), (2, "†", "footnote", True), (3, "3", "summary", False),
    ]  # fmt: skip
    assert made.notes[1].text == "one\ntwo"
    assert [(m.at, m.label, m.note) for m in made.blocks[1].marks] == [(1, "0", 1), (2, "†", 2)]


def test_notes_inside_notes_stand_last_with_their_marks_in_the_outer_note() -> None:
    made = document('<p>a<note n="1">outer<note n="*">inner</note> more</note> b<note n="2">last</note></p>')
    assert [(n.number, n.label, n.text) for n in made.notes] == [
        (1, "1", "outer more"),
        (2, "2", "last"),
        (3, "*", "inner"),
    ]
    assert [(m.at, m.note) for m in made.notes[0].blocks[0].marks] == [(5, 3)]


def test_a_note_between_paragraphs_is_marked_at_the_one_before() -> None:
    made = document('<p>signed</p>\n<note n="4">typed</note>\n<p>next</p>')
    assert [(b.text, [m.label for m in b.marks]) for b in made.blocks[1:]] == [("signed", ["4"]), ("next", [])]


def test_pages_are_found_wherever_they_stand() -> None:
    made = document(
        '<pb n="2"/><p>a<note n="1">n<pb n="3"/>m</note></p><list><pb n="4"/><item>i</item></list>'
        '<table><row><cell>c</cell></row><pb n="5"/><row><cell>d <pb/>e</cell></row></table><pb n="A1"/>'
    )
    assert [(b.text, [(p.at, p.label) for p in b.pages]) for b in made.blocks[1:]] == [
        ("a", [(0, "2")]), ("i", [(0, "4")]), ("c", []), ("d e", [(0, "5"), (2, ""), (3, "A1")]),
    ]  # fmt: skip
    assert [(p.at, p.label) for p in made.notes[0].blocks[0].pages] == [(1, "3")]


def test_the_page_running_before_a_document_is_known() -> None:
    made = document('<p>a <pb n="13"/>b</p>', before='<pb n="12"/>')
    assert (made.page_before, made.page_at(1, 0), made.page_at(1, 2)) == ("12", "12", "13")
