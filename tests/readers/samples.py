"""The files that every reader's conformance is tested on: add a format's samples here and it is held to the same."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import cast

from tests.tei.volumes import text
from tests.tui.volume import BACK, BODY, FRONT
from tgreader.readers.base import Facts, Reader, Source

NOTHING_KNOWN = Facts()
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Sample:
    """A file of a format, its reader's module, and what is known of it from elsewhere."""

    module: str
    name: str
    data: bytes
    facts: Facts = NOTHING_KNOWN

    @property
    def reader(self) -> Reader:
        return cast("Reader", import_module(self.module).READER)

    def open(self) -> Source:
        return self.reader.open(self.data, self.name, self.facts)

    def __str__(self) -> str:
        return f"{self.reader.name}: {self.name}"


FLAT, TEI = "tgreader.readers.flattext", "tgreader.readers.tei"
SITE = """[Page 12]

7. Memorandum of Conversation1

SUBJECT

  • Cotton exports2
  • Other matters

The Ambassador called on May 6.3 He left [Page 13] a note of 12 pages.
1.
The first point was agreed.4

Dean 5
  1. Source: Department of State, Central Files, 611.41/5–658. Secret.
  2. See Document 5.
  3. The call is described in telegram 1140.
    It was repeated to Paris.
  4. Not printed.
  5. Printed from an unsigned copy.
"""
ARROWED = """No. 104
The Chargé in the Republic of China (Jones) to the Department of State
Taipei, September 26, 1953—2 p.m.
Reference Deptel 2531 and Embtel 189.2 President Chiang returned from south.
Jones
- Supra.↩
- Dated Sept. 24; it reported as follows:
“No supplies were sent.”
↩
"""
SPACED = """611.41/5–648: Telegram

The Ambassador in the United Kingdom ( Douglas ) to the Secretary of State 0

London , May 6, 1948—5 p. m.

726. For Thorp 1 from Douglas. At a meeting with Cripps, 2 I said 3 times that we agreed.
  1. Received at 4 p. m.
  2. Willard L. Thorp, Assistant Secretary of State.
  3. Sir Stafford Cripps, Chancellor of the Exchequer.
"""
SAMPLES = [
    Sample(
        FLAT,
        "seeds/000_bdb90119f2881e15.txt",
        (ROOT / "seeds" / "000_bdb90119f2881e15.txt").read_bytes(),
        Facts(volume="frus1969-76v39"),
    ),
    Sample(FLAT, "site.txt", SITE.encode()),
    Sample(FLAT, "crlf.txt", b"\xef\xbb\xbf" + SITE.replace("\n", "\r\n").encode()),
    Sample(FLAT, "arrowed.txt", ARROWED.encode(), Facts(date="1953-09-26", place="Taipei")),
    Sample(FLAT, "spaced.txt", SPACED.encode(), Facts(volume="frus1948v03", document="d700")),
    Sample(FLAT, "plain.txt", b"A letter, and nothing else in it."),
    Sample(TEI, "volume.xml", text(BODY, FRONT, BACK).encode()),
    Sample(TEI, "crlf.xml", b"\xef\xbb\xbf" + text(BODY, FRONT, BACK).replace("\n", "\r\n").encode()),
    Sample(TEI, "unknown.xml", text(BODY, idno="").encode(), Facts(volume="frus1948v03")),
    Sample(
        TEI, "headless.xml", text('<div type="document" xml:id="d1"><p>A note.<note n="1">x</note></p></div>').encode()
    ),
]
