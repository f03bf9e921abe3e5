"""What references name although it is nowhere, and links that lead elsewhere than their words."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.tei.volumes import text
from tgreader.reading.checking.references import CheckingReferences
from tgreader.reading.shelf.shelf import Shelf

VOLUMES = Path(os.environ.get("TGREADER_CORPUS", "../shared/corpus")) / "volumes"


def looked_through(path: Path) -> list[tuple[str, str, str]]:
    """Address, kind and words of every finding in what lies at a path."""
    shelf = Shelf([str(path)])
    checking = CheckingReferences(shelf)
    found = [finding for document in shelf.every_document() for finding in checking.findings(document)]
    return [(str(one.address), one.kind, one.words) for one in [*found, *checking.last_findings()]]


def volume(folder: Path, *notes: str, idno: str = "frus1969-76v99") -> Path:
    """A volume's file: document 1 with these notes, and document 2 with one note, on pages 5 and 6."""
    listed = "".join(f'<note n="{n}" xml:id="d1fn{n}">{words}</note>' for n, words in enumerate(notes, 1))
    path = folder / f"{idno}.xml"
    path.write_text(
        text(
            '<pb n="5" xml:id="pg_5"/><div type="document" n="1" xml:id="d1"><head>1. One</head>'
            f"<p>Text.{listed}</p></div>"
            '<pb n="6" xml:id="pg_6"/><div type="document" n="2" xml:id="d2"><head>2. Two</head>'
            '<p>Text.<note n="1" xml:id="d2fn1">A note.</note></p></div>',
            idno=idno,
        ),
        encoding="utf-8",
    )
    return path


@pytest.mark.parametrize(
    ("note", "kind", "words"),
    [
        ("See Document 3.", "no such document", "“Document 3”: 1969–1976, vol. XCIX is open and has no Document 3"),
        (
            "See footnote 4, Document 2.",
            "no such footnote",
            "“footnote 4, Document 2”: Document 2 is open and has no footnote 4",
        ),
        ("See footnote 8 below.", "no such footnote", "“footnote 8 below”: Document 1 is open and has no footnote 8"),
        ("See p. 7 of this volume.", "no such page", "“p. 7”: 1969–1976, vol. XCIX is open and has no p. 7"),
        (
            'See <ref target="#d3">Document 3</ref>.',
            "link to nothing",
            "the link leads to frus1969-76v99/d3, which is not in the volume",
        ),
        ('See <ref target="d2">Document 2</ref>.', "faulty link", "the link is written “d2”; it is frus1969-76v99/d2"),
        ('See <ref target="#">Document 2</ref>.', "faulty link", "the link is written “#”, which is no address"),
        (
            'See vol. V, <ref target="#d2">Document 2</ref>.',
            "link against its words",
            "“vol. V, Document 2” means frus1969-76v05/d2, and the link leads to frus1969-76v99/d2",
        ),
    ],
)
def test_what_a_volume_gets_wrong(tmp_path: Path, note: str, kind: str, words: str) -> None:
    ((address, found, said),) = looked_through(volume(tmp_path, note))
    assert (address.partition(":")[0], found, said) == ("frus1969-76v99/d1#fn1", kind, words)


@pytest.mark.parametrize(
    "note",
    [
        "See Document 2, footnote 1 to it, and p. 6 of this volume.",
        'See <ref target="#d2fn1">footnote 1, Document 2</ref>.',
        'See <ref target="#pg_6">p. 6</ref>, and <ref target="https://example.org/x#y">a page</ref>.',
        "See Foreign Relations, 1969–1976, vol. XIV, Document 999, which is not open.",
        "See footnote 1 to telegram 3, which is in another volume.",
        "Telegram 12 to Moscow was not found. (Ibid.)",
    ],
)
def test_what_is_right_or_cannot_be_known_is_not_found(tmp_path: Path, note: str) -> None:
    assert looked_through(volume(tmp_path, note)) == []


def test_loose_files_are_held_against_one_another(tmp_path: Path) -> None:
    for number, note in ((1, "See footnote 1, Document 2."), (2, "See footnote 9, Document 1, and Document 3.")):
        (tmp_path / f"{number}.txt").write_text(f"{number}. Letter1\n\nHe came.\n\n  1. {note}\n", encoding="utf-8")
    side = "".join(f'[documents."{n}.txt"]\nvolume = "frus1969-76v39"\ndocument = "d{n}"\n' for n in (1, 2))
    (tmp_path / "tgreader.toml").write_text(side, encoding="utf-8")
    assert looked_through(tmp_path) == [
        (
            "frus1969-76v39/d2#fn1:4",
            "no such footnote",
            "“footnote 9, Document 1”: frus1969-76v39/d1#fn9 is not in what is open",
        )
    ]


def test_slips_of_real_volumes() -> None:
    if not VOLUMES.is_dir():
        pytest.skip(f"the corpus is not at {VOLUMES}")
    found = looked_through(VOLUMES / "frus1977-80v01.xml")
    assert ("frus1977-80v01/d117#fn6:4", "no such footnote") in {one[:2] for one in found}
    assert (
        "frus1977-80v01/d97#fn6:418",
        "link against its words",
        (
            "“Foreign Relations, 1977–1980, vol. VI, Soviet Union, Document 142” means frus1977-80v06/d142, and the"
            " link leads to frus1977-80v05/d142"
        ),
    ) in found
