"""Small volumes, made for the tests."""

from __future__ import annotations

from tgreader.model.document import Block, Document
from tgreader.model.inline import Link, Name, Style
from tgreader.readers.base import Facts
from tgreader.readers.tei import READER
from tgreader.readers.tei.source import TeiSource

HEADER = """<teiHeader><fileDesc><titleStmt><title type="complete">A Volume,
    Volume I</title></titleStmt><publicationStmt><idno type="isbn-10">1</idno>{idno}</publicationStmt></fileDesc>
    </teiHeader>"""
NAMES = 'xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0"'


def text(body: str, front: str = "", back: str = "", idno: str = "frus1969-76v99") -> str:
    """A volume's file."""
    header = HEADER.format(idno=f'<idno type="frus">{idno}</idno>' if idno else "")
    return f"<TEI {NAMES}>\n{header}\n<text><front>{front}</front><body>{body}</body><back>{back}</back></text></TEI>"


def source(
    body: str, front: str = "", back: str = "", *, path: str = "a.xml", idno: str = "frus1969-76v99"
) -> TeiSource:
    """A volume, opened."""
    return READER.open(text(body, front, back, idno).encode(), path, Facts())


def document(inner: str, head: str = "<head>1. A Letter</head>", before: str = "") -> Document:
    """The one document of a volume, with this in it."""
    opened = source(f'{before}<div type="document" n="1" xml:id="d1">{head}{inner}</div>')
    return next(d for d in opened.documents() if d.id == "d1")


def block(inner: str) -> Block:
    """The one block that this makes after the heading."""
    (made,) = document(inner).blocks[1:]
    return made


def assert_marks_lie_in_the_text(made: Block) -> None:
    """Every mark of a block lies in its text, and none begins with a space."""
    length = len(made.text)
    assert all(0 <= mark.at <= length for mark in made.marks)
    assert all(0 <= page.at <= length for page in made.pages)
    spans: list[Link | Name | Style] = [*made.links, *made.names, *made.styles]
    for span in spans:
        assert 0 <= span.start <= span.end <= length
        assert not made.text[span.start : span.end].startswith(" ") or made.cells
