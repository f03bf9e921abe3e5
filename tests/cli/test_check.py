"""`tgreader check`: what is doubtful or lost in a corpus."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.program import SEED, tgreader
from tgreader.library.work.work import Work
from tgreader.reading.shelf.shelf import Shelf

_SEED = SEED.read_text("utf-8")
LOST = _SEED[:918] + _SEED[919:]  # without the marker of note 3
SOUND = "8. Heading1\n\nWords of Moscow.2\n\n  1. Source: Files.\n  2. A note on Moscow.\n"
PAGES = "9. Heading\n\n[Page 10] Words.\n\n[Page 12] More words.\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, text in (("lost.txt", LOST), ("pages.txt", PAGES), ("sound.txt", SOUND)):
        (folder / name).write_text(text, "utf-8")
    return folder


def test_as_text(corpus: Path) -> None:
    ran = tgreader("check", "corpus", "--library", corpus.parent / "library", cwd=corpus.parent)
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines == [
        "corpus/lost.txt: fault: note 3 has no marker in this copy",
        "corpus/lost.txt#fn3: note without marker: note 3 of the list has no marker in the text: See Document 105.",
        "corpus/lost.txt#p5:454: broken sequence: marker 4 follows marker 2",
        "corpus/pages.txt#pg_12: page out of order: page 12 follows page 10",
        "3 documents, 4 things to look at",
    ]


def test_as_json(corpus: Path) -> None:
    ran = tgreader("check", "--json", "corpus", "--library", corpus.parent / "library", cwd=corpus.parent)
    assert [(record["address"], record["kind"]) for record in ran.records] == [
        ("corpus/lost.txt", "fault"),
        ("corpus/lost.txt#fn3", "note without marker"),
        ("corpus/lost.txt#p5:454", "broken sequence"),
        ("corpus/pages.txt#pg_12", "page out of order"),
    ]
    assert all(record.keys() == {"address", "path", "kind", "words", "confidence"} for record in ran.records)


def test_the_seed_is_sound() -> None:
    assert tgreader("check", "seeds/").out == "1 document, 0 things to look at\n"


def test_what_a_reader_has_put_right_is_taken(corpus: Path) -> None:
    """The reader says that note 2 of `sound.txt` has no marker: then that is what is said of it."""
    shelf = Shelf([str(corpus / "sound.txt")])
    list(shelf.open_all())
    content = shelf.correct(shelf.places[0].entry.address, 2, None)
    with_library = corpus.parent / "library"
    work = Work(with_library)
    work.keep_correction(content, 2, None)
    work.close()
    ran = tgreader("check", "--json", corpus / "sound.txt", "--library", with_library)
    assert "note without marker" in [record["kind"] for record in ran.records]


def test_what_cannot_be_read_is_said_and_the_rest_is_checked(corpus: Path) -> None:
    (corpus / "binary.txt").write_bytes(bytes(range(256)) * 20)
    ran = tgreader("check", corpus, "--library", corpus.parent / "library")
    assert ran.status == 1
    assert len(ran.errors) == 1
    assert ran.out.splitlines()[-1] == "3 documents, 4 things to look at"
