"""Volumes that are broken, or made to break a program: each is refused or shown soon and small, the others are read."""

from __future__ import annotations

import gzip
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.program import tgreader
from tests.cli.test_hostile import limits
from tests.tei.volumes import text

BODY = '<div type="document" n="1" xml:id="d1"><head>1. Letter</head><p>{}</p></div>'
WHOLE = text(BODY.format("Words of a letter."))
BEFORE, _, AFTER = text(BODY.format("@")).partition("@")
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


def doctype(inside: str, words: str) -> bytes:
    """A volume with a DOCTYPE."""
    return f'<?xml version="1.0"?>\n<!DOCTYPE TEI {inside}>\n{text(BODY.format(words))}'.encode()


LONG = "a" * 10_000_000


def two_gigabytes(path: Path) -> None:
    """An attribute that goes on, in a file that takes no room on the disk."""
    path.write_text(f'{BEFORE}<hi rend="', encoding="utf-8")
    os.truncate(path, 2**31 - 1)


def a_hundred_megabytes(path: Path) -> None:
    """A text without an end."""
    path.write_text(f"{BEFORE}Words", encoding="utf-8")
    os.truncate(path, 10**8)


REFUSED: dict[str, tuple[bytes | Callable[[Path], None], str]] = {
    "billion laughs": (doctype(f'[<!ENTITY l0 "lol">{LAUGHS}]', "&l11;"), "line 2: it has a DOCTYPE"),
    "an entity of a file": (doctype('[<!ENTITY f SYSTEM "file:///etc/passwd">]', "&f;"), "line 2: it has a DOCTYPE"),
    "an external DTD": (doctype('SYSTEM "http://example.org/a.dtd"', "x"), "line 2: it has a DOCTYPE"),
    "a parameter entity": (doctype('[<!ENTITY % p SYSTEM "p.ent"> %p;]', "x"), "line 2: it has a DOCTYPE"),
    "an unknown entity": (text(BODY.format("&nbsp;")).encode(), "line 5, column .*undefined entity"),
    "nesting": (f"{BEFORE}{'<hi>' * 100_000}{'</hi>' * 100_000}{AFTER}".encode(), "line 5: .*200 deep"),
    "nesting without an end": (f"{BEFORE}{'<hi>' * 100_000}".encode(), "line 5: .*200 deep"),
    "an attribute of 10 MB": (f'{BEFORE}<hi a="{LONG}"/>{AFTER}'.encode(), "line 5: a tag in it is"),
    "an attribute of 2 GB": (two_gigabytes, "too large to be a document"),
    "a text of 100 MB": (a_hundred_megabytes, "too large to be a document"),
    "a text of 20 MB": (f"{BEFORE}{LONG}{LONG}{AFTER}".encode(), "19 MB is more than any volume has"),
    "a text of 10 MB": (f"{BEFORE}{LONG}{AFTER}".encode(), "line 5: the section that begins here has 10 MB"),
    "a million siblings": (f"{BEFORE}{'<hi>x</hi>' * 1_000_000}{AFTER}".encode(), "line 5: it has more than 300,000"),
    "many paragraphs": (text(BODY.format("a</p><p>" * 120_000)).encode(), "line 5: the section .*200,000 tags"),
    "many documents": (text(BODY.format("x") * 20_000).encode(), "line 5: it has more than 10,000 documents"),
    "many attributes": (
        (BEFORE + "<hi " + " ".join(f'a{n}=""' for n in range(100_000)) + "/>" + AFTER).encode(),
        "line 5: (a tag in it is longer|it has more than)",
    ),
    "cut off in the text": (WHOLE[: WHOLE.index("letter.")].encode(), "line 5, column .*not well-formed"),
    "cut off in a tag": (WHOLE[: WHOLE.index("document")].encode(), "line 5, column .*not well-formed"),
    "cut off in a letter": (BEFORE.encode() + "“".encode()[:2], "line 5, column .*not well-formed"),
    "nothing": (b"", "line 1, column .*no element"),
    "Latin-1 without saying so": (f"{BEFORE}caf\xe9 {AFTER}".encode("latin-1"), "line 5, column .*not well-formed"),
    "UTF-16 that it is not": (
        b'<?xml version="1.0" encoding="UTF-16"?>' + WHOLE.encode(), "line 1, column 1: not well-formed",
    ),
    "an encoding of its own": (b'<?xml version="1.0" encoding="cp037"?>' + WHOLE.encode(), "line 1: its encoding"),
    "half of UTF-16": (("\ufeff" + WHOLE).encode("utf-16-le")[:-1], "line 1: its bytes are not utf-16"),
    "HTML": (b"<!DOCTYPE html>\n<html><body><p>1. Letter<br></body></html>", "line 1: this is HTML, not TEI"),
    "HTML without a DOCTYPE": (b"\n<html><body><p>1. Letter<br></body></html>", "line 2: this is HTML, not TEI"),
    "a comment of 10 MB": (WHOLE.replace("Words", f"<!--{LONG}-->Words").encode(), "line 5: a tag in it is"),
    "gzip": (gzip.compress(WHOLE.encode()), "line 1, column"),
    "noise": (bytes(range(256)) * 4_096, "line 1, column"),
}  # fmt: skip
SHOWN = {
    "UTF-16 without its mark": WHOLE.encode("utf-16-le"),
    "UTF-16 the other way round": WHOLE.encode("utf-16-be"),
    "a BOM and CRs": b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode(),
    "UTF-16": ("\ufeff" + WHOLE).encode("utf-16-le"),
    "a stylesheet and an inclusion": (
        '<?xml-stylesheet href="file:///etc/passwd"?>'
        + WHOLE.replace("Words", '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>Words')
    ).encode(),
    "an id that is repeated": WHOLE.replace("<p>", '<p xml:id="d1">').encode(),
    "other elements than any volume has": WHOLE.replace("Words", "<made:up xmlns:made='x'>no</made:up>Words").encode(),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a volume that is as it should be, before and after the one to come."""
    for name in ("a", "z"):
        volume = text(BODY.format("Words of another."), idno=f"frus1969-76v{ord(name)}")
        (tmp_path / f"{name}.xml").write_text(volume, encoding="utf-8")
    return tmp_path


# Of processor time two seconds at the very most, with the start of the program, since a test may not depend on how
# quick a machine is (half a second is what they take); 200 MB with the program itself. The kernel ends what wants more.
LIMITS = limits(2, 200) if sys.platform == "linux" else None


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_is_one_line_and_the_others_are_read(folder: Path, case: str) -> None:
    made, message = REFUSED[case]
    path = folder / "evil.xml"
    path.write_bytes(made) if isinstance(made, bytes) else made(path)
    ran = tgreader("parse", folder, limit=LIMITS)
    assert ran.status == 1
    assert len(ran.records) == 2
    (error,) = ran.errors
    assert error.startswith(f"tgreader: {path}: ")
    assert re.search(message, error), error


@pytest.mark.parametrize("case", SHOWN)
def test_what_is_only_odd_is_read(folder: Path, case: str) -> None:
    (folder / "odd.xml").write_bytes(SHOWN[case])
    ran = tgreader("parse", folder, limit=LIMITS)
    assert (ran.status, ran.errors) == (0, [])
    assert [record["blocks"][1]["text"] for record in ran.records] == [
        "Words of another.", "Words of a letter.", "Words of another.",
    ]  # fmt: skip
    assert "root:" not in ran.out


LARGE = {
    "a paragraph": ("words and " * 250_000, 1),
    "a word": ("w" * 2_500_000, 1),
    "many paragraphs": ("a</p><p>" * 20_000 + "b", 20_001),
    "many rows": ("</p><table>" + "<row><cell>a</cell></row>" * 10_000 + "</table><p>b", 10_001),
    "many links": ("<ref target='#d1'>a</ref> " * 10_000, 1),
    "many notes": ("a<note n='1'>b</note> " * 10_000, 1),
}
"""What is larger than in any volume, and is read all the same, with the number of its blocks."""


@pytest.mark.parametrize("case", LARGE)
def test_what_is_large_is_read(folder: Path, case: str) -> None:
    inside, blocks = LARGE[case]
    (folder / "large.xml").write_text(text(BODY.format(inside)), encoding="utf-8")
    ran = tgreader("parse", folder, limit=limits(5, 200) if sys.platform == "linux" else None)
    assert (ran.status, ran.errors) == (0, [])
    record = next(record for record in ran.records if record["path"].endswith("large.xml"))
    words = " ".join(block["text"] for block in record["blocks"][1:])
    assert len(record["blocks"][1:]) == blocks
    assert words.split() == re.sub("<note.*?</note>|<[^>]*>", " ", inside).split()


POINTING = {
    "links": "<ref target='#d1'>a</ref> " * 90_000,
    "documents": ", ".join(f"Document {number % 900 + 1}" for number in range(200_000)),
    "a list of documents": "Documents " + ", ".join(str(number % 900 + 1) for number in range(400_000)),
    "repetitions": "Ibid. " * 400_000,
    "pages of one book": "Kissinger, White House Years, " + ", ".join(f"p. {page}" for page in range(200_000)),
    "pages of a list": "See the following in Foreign Relations, 1947, vol. I: "
    + ", ".join(f"a letter, p. {page}" for page in range(130_000)),
}
"""What points to more than any document of the series does."""


@pytest.mark.parametrize("case", POINTING)
def test_more_that_points_elsewhere_than_any_document_has_is_looked_at_as_far_as_is_said(
    folder: Path, case: str
) -> None:
    (folder / "much.xml").write_text(text(BODY.format(POINTING[case])), encoding="utf-8")
    ran = tgreader("parse", folder, limit=limits(5, 200) if sys.platform == "linux" else None)
    (error,) = ran.errors
    assert (ran.status, len(ran.records)) == (1, 3)
    assert error.startswith("tgreader: frus1969-76v99/d1: it has 20,000 words and links that may point elsewhere; ")
    record = next(record for record in ran.records if record["path"].endswith("much.xml"))
    assert len(record["blocks"][1]["references"]) < 20_100
    assert "".join(record["blocks"][1]["text"].split()) == "".join(re.sub("<[^>]*>", "", POINTING[case]).split())
