from __future__ import annotations

import pytest

from .volumes import block, document


def kinds(inner: str) -> list[tuple[str, str]]:
    return [(b.kind, b.text) for b in document(inner).blocks[1:]]


@pytest.mark.parametrize(
    ("printed", "heading", "label"),
    [
        ("1. A Letter", "A Letter", "1."),
        ("No. 1<lb/>A Letter", "A Letter", "No. 1"),
        ("[1] A Letter", "A Letter", "[1]"),
        ("1 Letter", "1 Letter", None),
        ("12. A Letter", "12. A Letter", None),
        ("611.41/1–1648: A Letter", "611.41/1–1648: A Letter", None),
    ],
)
def test_heading_has_no_number_where_it_begins_with_the_documents_own(
    printed: str, heading: str, label: str | None
) -> None:
    made = document("<p>x</p>", f"<head>{printed}</head>")
    assert (made.heading, made.number, made.blocks[0].text, made.blocks[0].label) == (heading, "1", heading, label)


def test_marks_of_a_heading_move_with_its_number() -> None:
    made = document("", '<head>1. From <persName corresp="#p_A_1">Abe</persName> <note n="1">Source.</note></head>')
    (head,) = made.blocks
    assert head.text == "From Abe"
    assert [(n.start, n.end, n.key) for n in head.names] == [(5, 8, "p_A_1")]
    assert [(m.at, m.label, m.note) for m in head.marks] == [(8, "1", 1)]


def test_dateline_gives_the_printed_text_the_place_and_the_iso_date() -> None:
    made = document(
        '<dateline><placeName><hi rend="italic">Moscow</hi></placeName>, '
        '<date when="1972-08-22T11:35:00Z">August\n 21, 1972</date>.</dateline>'
    )
    assert (made.dateline, made.place, made.date) == ("Moscow, August 21, 1972.", "Moscow", "1972-08-22")
    assert made.blocks[1].kind == "dateline"


@pytest.mark.parametrize(
    ("attributes", "date"),
    [
        ('when="1972-08"', "1972-08"),
        ('from="1972-08-01" to="1972-08-02"', "1972-08-01"),
        ('when="soon"', None),
        ("", None),
    ],
)
def test_date_is_as_exact_as_the_file_has_it(attributes: str, date: str | None) -> None:
    assert document(f"<dateline><date {attributes}>x</date></dateline>").date == date


def test_date_in_a_note_is_not_the_documents() -> None:
    assert document('<p>x<note n="1"><date when="1950-01-01">1950</date></note></p>').date is None


def test_heading_comes_first_and_pages_before_it_stay_before_it() -> None:
    made = document(
        "<p>x</p>", '<pb n="7"/><note rend="inline" type="source">Files: <hi>a</hi></note><head>1. A</head>'
    )
    assert [(b.kind, b.text) for b in made.blocks] == [("heading", "A"), ("source", "Files: a"), ("paragraph", "x")]
    assert [p.label for p in made.blocks[0].pages] == ["7"]
    assert made.page_at(0) == "7"


def test_parts_of_a_letter_are_told_apart() -> None:
    assert kinds(
        "<opener><seg>Secret</seg><lb/>Priority<salute>Dear Abe:</salute></opener><p>Text.</p>"
        "<closer>Yours,<signed>Bob<lb/>Secretary</signed></closer><postscript><p>More.</p></postscript>"
    ) == [
        ("opener", "Secret"), ("opener", "Priority"), ("salute", "Dear Abe:"), ("paragraph", "Text."),
        ("closer", "Yours,"), ("signed", "Bob"), ("signed", "Secretary"), ("postscript", "More."),
    ]  # fmt: skip


def test_lists_nest_and_their_numbers_are_labels() -> None:
    made = document(
        "<list><head>Subjects</head><label>1.</label><item>one<list><label>(<hi>a</hi>)</label><item>deep</item></list>"
        "rest</item><label>A long label of it</label><item>two</item><item><label>b.</label> three</item></list>"
    ).blocks[1:]
    assert [(b.kind, b.text, b.label, b.depth) for b in made] == [
        ("label", "Subjects", None, 1),
        ("item", "one", "1.", 1),
        ("item", "deep", "(a)", 2),
        ("paragraph", "rest", None, 1),
        ("label", "A long label of it", None, 1),
        ("item", "two", None, 1),
        ("item", "three", "b.", 1),
    ]


@pytest.mark.parametrize(
    "item",
    [
        "<item/>",
        "<item><list><item>x</item></list></item>",
        "<item><p>a</p><p>b</p></item>",
        "<item><list><head>US</head><item>x</item></list></item>",
        "<item><table><row><cell>x</cell></row></table></item>",
    ],
)
def test_there_are_as_many_items_as_were_printed(item: str) -> None:
    made = document(f"<list>{item}</list>")
    assert sum(b.kind == "item" for b in made.blocks) == item.count("<item")


def test_rows_know_where_their_cells_begin() -> None:
    made = document(
        "<p>Before<table><head>Costs</head><row><cell>1948</cell><cell/><cell>$<hi>5</hi></cell></row></table>after</p>"
    )
    assert [(b.kind, b.text) for b in made.blocks[1:]] == [
        ("paragraph", "Before"), ("label", "Costs"), ("row", "1948  $5"), ("paragraph", "after"),
    ]  # fmt: skip
    assert made.blocks[3].cells == (0, 5, 6)


def test_quotations_and_attachments_stand_deeper() -> None:
    for namespace in ("http://history.state.gov/ns/1.0", "http://history.state.gov/frus/ns/1.0"):
        made = document(
            f'<p>a <quote rend="blockquote"><p>b</p></quote></p><a:attachment xmlns:a="{namespace}">'
            "<head>Tab A</head><p>c</p></a:attachment>"
        ).blocks[1:]
        assert [(b.kind, b.text, b.depth) for b in made] == [
            ("paragraph", "a", 0), ("quote", "b", 1), ("heading", "Tab A", 1), ("paragraph", "c", 1),
        ]  # fmt: skip


def test_figures_are_a_captioned_line_and_what_is_no_tei_is_no_text() -> None:
    assert kinds(
        '<figure><head>The <hi>Seal</hi></head><graphic url="x"/><object xmlns="http://www.w3.org/1999/xhtml">player</object>'
        '</figure><frus:pdf bytes="1">no</frus:pdf>'
    ) == [("figure", "The Seal")]


def test_styles_gaps_and_deletions_are_marked() -> None:
    made = block(
        '<p>an <hi rend="italic strong"> odd</hi><del>x</del><gap reason="illegible"/> <hi rend="sup">2</hi></p>'
    )
    assert made.text == "an oddx 2"
    assert [(s.start, s.end, s.kind) for s in made.styles] == [
        (3, 6, "italic"), (3, 6, "strong"), (6, 7, "deleted"), (7, 7, "gap"), (8, 9, "superscript"),
    ]  # fmt: skip


def test_persons_and_terms_keep_their_keys_and_faulty_ones_are_mended() -> None:
    made = block(
        '<p><persName corresp="#p_A1">Abe</persName> of <gloss target="^#t_B-C_1">BC</gloss>'
        " and <persName>X</persName></p>"
    )
    assert [(n.start, n.end, n.kind, n.key) for n in made.names] == [
        (0, 3, "person", "p_A1"), (7, 9, "term", "t_B-C_1"), (14, 15, "person", ""),
    ]  # fmt: skip
