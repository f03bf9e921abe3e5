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


LONG = "a" * 20_000_000


def two_gigabytes(path: Path) -> None:
    """An attribute that goes on, in a file that takes no room on the disk."""
    path.write_text(f'{BEFORE}<hi rend="', encoding="utf-8")
    os.truncate(path, 2**31 - 1)


REFUSED: dict[str, tuple[bytes | Callable[[Path], None], str]] = {
    "billion laughs": (doctype(f'[<!ENTITY l0 "lol">{LAUGHS}]', "&l11;"), "line 2: it has a DOCTYPE"),
    "an entity of a file": (doctype('[<!ENTITY f SYSTEM "file:///etc/passwd">]', "&f;"), "line 2: it has a DOCTYPE"),
    "an external DTD": (doctype('SYSTEM "http://example.org/a.dtd"', "x"), "line 2: it has a DOCTYPE"),
    "a parameter entity": (doctype('[<!ENTITY % p SYSTEM "p.ent"> %p;]', "x"), "line 2: it has a DOCTYPE"),
    "an unknown entity": (text(BODY.format("&nbsp;")).encode(), "line 5, column .*undefined entity"),
    "nesting": (f"{BEFORE}{'<hi>' * 100_000}{'</hi>' * 100_000}{AFTER}".encode(), "line 5: .*200 deep"),
    "nesting without an end": (f"{BEFORE}{'<hi>' * 100_000}".encode(), "line 5: .*200 deep"),
    "an attribute of 20 MB": (f'{BEFORE}<hi a="{LONG}"/>{AFTER}'.encode(), "line 5: a tag in it is"),
    "an attribute of 2 GB": (two_gigabytes, "too large to be a document"),
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
    "a comment of 20 MB": (WHOLE.replace("Words", f"<!--{LONG}-->Words").encode(), "line 5: a tag in it is"),
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


# Three seconds of processor time at the very most, with the start of the program, and as much memory as it
# takes for itself and 200 MB: the kernel ends what wants more.
LIMITS = limits(3, 330) if sys.platform == "linux" else None


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
