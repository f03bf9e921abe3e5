"""`tgreader parse`: what it takes, what it says, how it ends."""

from __future__ import annotations

import json
import shutil
from argparse import ArgumentParser
from pathlib import Path

import pytest

from tests.cli.program import SEED, tgreader
from tgreader.cli import parse

VOLUME = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="frus1969-76v99"><text><body>
<div type="document" n="1" xml:id="d1"><head>1. One</head><p>First words.</p></div>
<div type="document" n="2" xml:id="d2"><head>2. Two</head><p>Second words.</p></div>
</body></text></TEI>"""


@pytest.fixture
def volume(tmp_path: Path) -> str:
    (tmp_path / "frus1969-76v99.xml").write_text(VOLUME, "utf-8")
    return str(tmp_path / "frus1969-76v99.xml")


@pytest.mark.parametrize("name", ["d2", "2", "frus1969-76v99/d2"])
def test_one_document_by_id_number_or_address(volume: str, name: str) -> None:
    ran = tgreader("parse", volume, "--document", name)
    assert ran.status == 0
    assert [record["address"] for record in ran.records] == ["frus1969-76v99/d2"]


def test_without_a_choice_all_documents_in_order(volume: str) -> None:
    assert [record["id"] for record in tgreader("parse", volume).records] == ["d1", "d2"]


def test_a_document_that_is_not_there(volume: str) -> None:
    ran = tgreader("parse", volume, "--document", "d3")
    assert (ran.status, ran.out) == (1, "")
    assert ran.errors == ["tgreader: d3: there is no such document; see the ids with tgreader parse"]


def test_a_document_that_is_not_there_among_files_that_cannot_be_read(volume: str, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    ran = tgreader("parse", tmp_path, "--document", "d3")
    assert ran.status == 1
    assert [line.split(": ")[1] for line in ran.errors] == [str(tmp_path / "empty.txt"), "d3"]


def test_the_path_stays_as_it_was_given(tmp_path: Path) -> None:
    (tmp_path / "a b.txt").write_text("1. Heading\n\nWords.\n", "utf-8")
    for given in ("a b.txt", "./a b.txt", "../" + tmp_path.name + "/a b.txt"):
        (record,) = tgreader("parse", given, cwd=tmp_path).records
        assert (record["path"], record["address"], record["volume"]) == (given, given, None)


def test_a_folder_with_one_broken_file_gives_the_others(tmp_path: Path) -> None:
    shutil.copy(SEED, tmp_path / "a.txt")
    (tmp_path / "b.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "c.txt").write_text("7. Heading\n\nWords.\n", "utf-8")
    (tmp_path / "d.xml").write_text("<TEI><unclosed>", "utf-8")
    ran = tgreader("parse", tmp_path)
    assert ran.status == 1
    assert [record["number"] for record in ran.records] == ["106", "7"]
    assert sorted(Path(line.split(": ")[1]).name for line in ran.errors) == ["b.txt", "d.xml"]


def test_a_folder_in_natural_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("d10.txt", "d2.txt", ".d1.txt", "sub/d3.txt", "notes.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("1. Heading\n\nWords.\n", "utf-8")
    paths = [record["path"] for record in tgreader("parse", ".", cwd=tmp_path).records]
    assert [path.removeprefix("./") for path in paths] == [
        "d2.txt", "d10.txt", str(Path("sub/d3.txt")),
    ]  # fmt: skip


def test_standard_input(tmp_path: Path) -> None:
    ran = tgreader("parse", "-", given="7. Heading1\n\nWords – “so”.\n  1. A note.\n".encode(), cwd=tmp_path)
    assert ran.status == 0
    (record,) = ran.records
    assert (record["path"], record["number"], record["heading"]) == ("-", "7", "Heading")
    assert record["blocks"][1]["text"] == "Words – “so”."


def test_standard_input_among_many_files(tmp_path: Path) -> None:
    """It can be read once only, however many other files come between its listing and its text."""
    for number in range(8):
        (tmp_path / f"{number}.txt").write_text(f"{number}. Heading\n\nWords.\n", "utf-8")
    ran = tgreader("parse", "-", tmp_path, given=b"99. From standard input\n\nWords.\n")
    assert (ran.status, ran.err) == (0, "")
    assert [record["number"] for record in ran.records] == ["99", *"01234567"]


def test_empty_standard_input() -> None:
    ran = tgreader("parse", "-")
    assert (ran.status, ran.out) == (3, "")
    assert ran.errors == ["tgreader: -: there is no text in this file"]


def test_output_is_utf_8_whatever_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("PYTHONUTF8", "0")
    monkeypatch.setenv("PYTHONCOERCECLOCALE", "0")
    assert "communiqué" in tgreader("parse", "seeds/").out


def test_what_the_settings_say_is_taken(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A Heading Without Number\n\nWords.\n", "utf-8")
    (tmp_path / "tgreader.toml").write_text(
        '[documents."a.txt"]\nvolume = "frus1969-76v39"\ndocument = "d7"\ndate = "1972-08-22"\nplace = "Moscow"\n',
        "utf-8",
    )
    (record,) = tgreader("parse", tmp_path).records
    assert {key: record[key] for key in ("address", "volume", "id", "date", "place")} == {
        "address": "frus1969-76v39/d7",
        "volume": "frus1969-76v39",
        "id": "d7",
        "date": "1972-08-22",
        "place": "Moscow",
    }


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('[documents."a.txt"\n', "line 1"),
        ('documents = "a.txt"\n', "not a table"),
        ('[documents]\n"a.txt" = 3\n', "not a table"),
        ('[documents."a.txt"]\nvolume = 39\n', "not text"),
        ('[documents."a.txt"]\nvolume = "../../elsewhere"\n', "no id of the series"),
        ('[documents."a.txt"]\nvolume = "\\u001b[31m"\n', "no id of the series"),
        ('[documents."a.txt"]\ndocument = "d1#p4"\n', "no id of the series"),
        ('[documents."a.txt"]\ndate = "the day after"\n', "write it like"),
        ('[documents."a.txt"]\nvolumes = "frus1969-76v39"\n', "known are volume, document, date, place"),
        ("a = " + "[" * 20_000, "too deeply"),
        (".".join("a" * 100_000) + " = 1", "more than eight parts"),
    ],
    ids=range(11),  # not the settings themselves, one of which is long
)
def test_broken_settings_are_said_and_the_files_read_without(tmp_path: Path, written: str, said: str) -> None:
    shutil.copy(SEED, tmp_path / "a.txt")
    (tmp_path / "tgreader.toml").write_text(written, "utf-8")
    ran = tgreader("parse", ".", cwd=tmp_path)
    assert ran.status == 1
    assert [(record["number"], record["volume"]) for record in ran.records] == [("106", None)]
    (error,) = ran.errors
    assert "tgreader.toml: " in error
    assert said in error
    assert "\x1b" not in error


def test_a_date_in_the_settings_needs_no_quotation_marks(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("7. Heading\n\nWords.\n", "utf-8")
    (tmp_path / "tgreader.toml").write_text('[documents."a.txt"]\ndate = 1972-08-22\n', "utf-8")
    assert [record["date"] for record in tgreader("parse", tmp_path).records] == ["1972-08-22"]


def test_what_would_reorder_a_terminal_is_escaped_and_comes_back(tmp_path: Path) -> None:
    words = "Left \u202eright\u202c, \u009b31m, \u2066isolated\u2069, [bold]bold[/bold], \U000e0041."
    (tmp_path / "a.txt").write_text(f"7. Heading\n\n{words}\n", "utf-8")
    ran = tgreader("parse", tmp_path)
    assert ran.records[0]["blocks"][1]["text"] == words
    assert not set(ran.out) & set("\u202e\u202c\u009b\u2066\u2069\U000e0041\x1b")
    assert json.dumps("\u202e")[1:-1] in ran.out


def test_plain_words_mean_what_the_parser_says() -> None:
    parser = ArgumentParser()
    parse.declare(parser)
    assert vars(parse.plainly_given(["a", "b"]) or object()) == vars(parser.parse_args(["a", "b"]))


@pytest.mark.parametrize("words", [[], ["-"], ["a", "--document", "d1"], ["--", "a"]])
def test_other_words_are_left_to_the_parser(words: list[str]) -> None:
    assert parse.plainly_given(words) is None
