"""A document's own source, taken apart: four ways of printing it, and the sentences behind it."""

from __future__ import annotations

import pytest

from tgreader.model.document import Block, Document
from tgreader.references.drafting import Drafting, Marks, copies_in, drafting_in, marks_in
from tgreader.references.source_notes import source_of
from tgreader.references.sources import ArchivalSource

from .stand_ins import document


def with_line_above(line: str, *after: Block) -> Document:
    """A document of before 1955: the file's number stands above the heading, marks stand before the text."""
    made = document(heading="The Ambassador in Burma (Sebald) to the Department of State")
    return made._replace(blocks=(*made.blocks, Block("source", line), *after))


@pytest.mark.parametrize(
    ("words", "marks"),
    [
        ("Secret; Priority; Exdis", Marks("Secret", "Priority", "Exdis")),
        ("Top Secret/Sensitive; Roger Channel", Marks("Top Secret", "", "Sensitive; Roger Channel")),
        ("No classification marking", Marks("No classification marking")),
        ("Personal and Confidential", Marks("Confidential")),
        ("Routine; Immediate Action; RYBAT", Marks("", "Routine", "Immediate Action; RYBAT")),
        ("confidential \u2003 us urgent", Marks("Confidential", "US Urgent")),
        ("Secret Drafted by Shoesmith and approved by Bundy", Marks("Secret")),
        ("The source text is a copy", Marks()),
        ("Secretary Dulles was present", Marks()),
    ],
)
def test_marks_of_secrecy_and_haste(words: str, marks: Marks) -> None:
    assert marks_in(words) == marks


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Drafted by Tiger, cleared by Kearney, and approved by Bracken.", Drafting("Tiger", "Kearney", "Bracken")),
        (
            "Drafted by Popple, cleared by Bacon and Tyler, and cleared and approved by Don T. Christensen of S/S.",
            Drafting("Popple", "Bacon and Tyler", "Don T. Christensen of S/S"),
        ),
        (
            "Drafted and approved by Gleysteen and cleared by Sisco. Repeated to USUN.",
            Drafting("Gleysteen", "Sisco", "Gleysteen"),
        ),
        ("Drafted on February 13 by Sutterlin.", Drafting("Sutterlin")),
        (
            "Drafted by C.G. Moody, Jr., Executive Secretary of the Group.",
            Drafting("C.G. Moody, Jr., Executive Secretary of the Group"),
        ),
        (
            "Drafted by Eliot on May 21; cleared in draft by Handley; and approved by Battle.",
            Drafting("Eliot", "Handley", "Battle"),
        ),
        ("Drafted by Nes and cleared with IO, EUR, and L.", Drafting("Nes", "IO, EUR, and L")),
        ("The Commission's recommendations as approved by Nixon became the basis for the Act.", Drafting()),
    ],
)
def test_who_drafted_cleared_and_approved(text: str, who: Drafting) -> None:
    assert drafting_in(text) == who


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Secret. Repeated to Paris and Tokyo.", ("Paris", "Tokyo")),
        (
            "Transmitted in two sections and repeated to The Hague, Manila, and Singapore.",
            ("The Hague", "Manila", "Singapore"),
        ),
        ("Also sent to CINCPAC and repeated to the Hague.", ("CINCPAC", "the Hague")),
        ("Repeated for information to Bonn, London, and USCINCEUR.", ("Bonn", "London", "USCINCEUR")),
        ("Repeated to Hong Kong and passed to the White House and USIA.", ("Hong Kong", "White House", "USIA")),
        ("He repeated to the Shah that no decision was taken.", ()),
    ],
)
def test_who_got_a_copy(text: str, posts: tuple[str, ...]) -> None:
    assert copies_in(text) == posts


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (
            "796.001/8–2153: Telegram",
            ArchivalSource("Department of State", "", "Central Files", "", "", "796.001/8–2153"),
        ),
        (
            "756D.00 TA/7–2152: Circular telegram",
            ArchivalSource("Department of State", "", "Central Files", "", "", "756D.00 TA/7–2152"),
        ),
        (
            "FE files, lot 55 D 480, “Indonesia”",
            ArchivalSource("Department of State", "", "FE files", "", "", "lot 55 D 480, “Indonesia”"),
        ),
        (
            "Eisenhower Library, Eisenhower papers, Whitman file",
            ArchivalSource("Eisenhower Library", "", "Eisenhower papers", "", "", "Whitman file"),
        ),
    ],
)
def test_the_line_above_a_heading(line: str, kept: ArchivalSource) -> None:
    assert source_of(with_line_above(line)) == kept


def test_lines_of_marks_before_the_text() -> None:
    lines = [Block("paragraph", text) for text in ("Top Secret", "Niact", "2065. Army Attaché message 121, Secret.")]
    source = source_of(with_line_above("790B.5/4–2853: Telegram", *lines))
    assert source is not None
    assert (source.classification, source.precedence, source.folder) == ("Top Secret", "Niact", "790B.5/4–2853")


def test_the_summary_of_a_microfiche_supplement_ends_with_the_source() -> None:
    source = source_of(
        document(
            heading="Telegram 74 to Managua, October 2, 1963. Joint declaration re impending coup. Confidential; Eyes"
            " Only. 2 pp. DOS, CF, POL 26 HOND."
        )
    )
    assert source == ArchivalSource(
        "Department of State", "", "Central Files", "", "", "POL 26 HOND", "Confidential", "", "Eyes Only"
    )


def test_a_document_that_is_printed_from_a_book() -> None:
    source = source_of(document("Source: Public Papers: Carter, 1977, Book I, pp. 444–451. The President spoke at 7."))
    assert source is not None
    assert (source.publication, source.repository) == ("Public Papers: Carter, 1977, Book I", "")
    assert source.title == "Public Papers: Carter, 1977, Book I"


@pytest.mark.parametrize(
    ("note", "folder"),
    [
        (
            "Source: Department of State, Central Files, 747C.00/12–2156 Confidential. Drafted by Williams.",
            "747C.00/12–2156",
        ),
        (
            "Source: Department of State, Central Files, 747C.00/9–1457, Confidential. Drafted by Shaw.",
            "747C.00/9–1457",
        ),
        ("Source; Department of State, Central Files, POL CHICOM-US. Confidential; Priority.", "POL CHICOM-US"),
        ("Source: Department of State, Central Files, POL IRAN-U.S. Confidential.", "POL IRAN-U.S."),
        (
            "Source: Johnson Library, National Security File, Memos, Vol. 1, 4/2–5/26/66.Confidential.",
            "Memos, Vol. 1, 4/2–5/26/66",
        ),
    ],
)
def test_slips_of_the_press_do_not_hide_the_classification(note: str, folder: str) -> None:
    source = source_of(document(note))
    assert source is not None
    assert (source.folder, source.classification) == (folder, "Confidential")
