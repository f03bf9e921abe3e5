"""Words of a document with their citation."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.citing.documents import telegram
from tgreader.citing.citation import Citation, cite
from tgreader.citing.locator import Locator
from tgreader.citing.quoting import Quoted, markdown_quotation, quotation, select
from tgreader.model.address import Address
from tgreader.model.document import Block, Document

SEED = telegram(Address("frus1969-76v39", "d106"))
NOTE = Citation("Foreign Relations, 1969–1976", ((0, 17),))


def test_a_paragraph_across_a_page_break_has_both_pages_and_no_marker() -> None:
    quoted = select(SEED, [(2, 0, len(SEED.blocks[2].text))])
    assert quoted == Quoted(("It goes on “there.” And on.",), "325", "326")
    place = Locator(page=quoted.first_page, last_page=quoted.last_page)
    assert quotation(quoted, cite(SEED.address, SEED, locator=place)) == (
        "“It goes on ‘there.’ And on.”\n\n"
        "Foreign Relations of the United States, 1969–1976, Volume XXXIX, European Security, ed. Douglas E. Selvage "
        "(Washington: Government Printing Office, 2008), Document 106, pp. 325–326."
    )


def test_the_page_is_that_of_the_words_and_not_of_the_space_before_them() -> None:
    assert select(SEED, [(2, 2, 7)]) == Quoted(("goes",), "326", "326")
    assert select(SEED, [(2, 0, 3)]) == Quoted(("It",), "325", "325")


@pytest.mark.parametrize(
    ("ranges", "paragraphs"),
    [
        ([(1, 0, 5), (1, 12, 21)], ("8334. … Approach.",)),
        ([(1, 0, 5), (1, 5, 10)], ("8334. Subj",)),
        ([(1, 6, 21), (2, 0, 10)], ("Subj: Approach.", "It goes on")),
        ([(1, 6, 10), (2, 0, 10)], ("Subj", "… It goes on")),
        ([(1, 6, 21), (2, 3, 10)], ("Subj: Approach.", "… goes on")),
        ([(0, 0, 8), (2, 20, 27)], ("Telegram", "… And on.")),
        ([(1, 5, 6)], ()),
        ([], ()),
    ],
)
def test_an_ellipsis_stands_where_the_selection_skips(
    ranges: list[tuple[int, int, int]], paragraphs: tuple[str, ...]
) -> None:
    assert select(SEED, ranges).paragraphs == paragraphs


def test_several_paragraphs_each_open_and_the_last_closes() -> None:
    assert quotation("One.\n\nTwo “2.”\n", NOTE) == "“One.\n\n“Two ‘2.’”\n\nForeign Relations, 1969–1976"


def test_markdown_has_a_footnote() -> None:
    assert markdown_quotation(Quoted(("One [a].", "2. Two.")), NOTE, "d106") == (
        "> One \\[a\\].\n>\n> 2\\. Two.[^d106]\n\n[^d106]: *Foreign Relations*, 1969–1976"
    )


@pytest.mark.parametrize(
    "text",
    ["1. One", "- a", "# b", "*c* _d_ [e](f) <g> `h`", "\\[x\\]", "> i", "[red]j[/red]", "$5 to 6$ ~~k~~ x^2^ y~3~"],
)
def test_markdown_shows_the_words_as_they_are(text: str) -> None:
    if shutil.which("pandoc") is None:
        pytest.skip("pandoc is not installed")
    command = ["pandoc", "-f", "markdown-smart", "-t", "plain", "--wrap=none"]
    written = markdown_quotation(text, NOTE)
    ran = subprocess.run(command, input=written, capture_output=True, encoding="utf-8", check=True)
    assert ran.stdout.splitlines()[0].strip() == f"{text}[1]"


@given(st.text(max_size=80), st.integers(0, 90), st.integers(0, 90), st.integers(0, 90), st.integers(0, 90))
def test_no_word_is_added_or_lost(text: str, first: int, second: int, third: int, fourth: int) -> None:
    document = Document(SEED.address, "a", "tei", "", (Block("paragraph", text),))
    one, two, three, four = sorted((first, second, third, fourth))
    quoted = select(document, [(0, one, two), (0, three, four)])
    said = " ".join(quoted.paragraphs).replace(" … ", " ").split()
    assert said == f"{text[one:two].strip()} {text[three:four].strip()}".replace(" … ", " ").split() or (
        "".join(said) == "".join((text[one:two] + text[three:four]).replace(" … ", " ").split())
    )
