"""Exports, read back by libraries and programs that are not ours."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import rispy  # type: ignore[import-untyped]
from bibtexparser.entrypoint import parse_string as read_biblatex
from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]
from pybtex.database import Person  # type: ignore[import-untyped]
from pybtex.database import parse_string as read_bibtex

from tests.citing.documents import HEADING, telegram
from tgreader.citing import catalogue
from tgreader.citing.citation import Citation, cite, many
from tgreader.citing.locator import Locator
from tgreader.model.address import Address, parse_address

SEED = telegram(Address("frus1969-76v39", "d106"), date="1972-08-22", place="Moscow")
SEED_URL = "https://history.state.gov/historicaldocuments/frus1969-76v39/d106"
# Of csl-data.json 1.0.2, those that are used here.
CSL_NAMES = {"author", "recipient", "editor", "collection-editor"}
CSL_DATES = {"issued", "original-date", "accessed"}
CSL_TEXTS = {
    "id", "type", "title", "container-title", "collection-title", "genre", "volume", "publisher", "publisher-place",
    "original-publisher-place", "number", "page", "note", "ISBN", "URL",
}  # fmt: skip


def seed(style: str) -> Citation:
    place = Locator(page="325", last_page="326", note="3")
    return cite(SEED.address, SEED, style, locator=place, accessed="2026-11-24")


def every_volume(style: str) -> list[Citation]:
    return [cite(Address(identity), None, style) for identity in catalogue.ids()]


def family_names(names: list[Person]) -> list[str]:
    return [" ".join([*name.prelast_names, *name.last_names]) for name in names]


def test_bibtex_of_the_seed() -> None:
    entry = read_bibtex(seed("bibtex").text, "bibtex").entries["frus1969-76v39-d106"]
    assert entry.type == "incollection"
    assert entry.persons["author"][0].last_names == ["{Embassy in the Soviet Union}"]
    assert entry.persons["editor"][0].last_names == ["Selvage"]
    assert dict(entry.fields) == {
        "title": f"{{{HEADING}}}",
        "booktitle": "{European Security}",
        "series": "{Foreign Relations of the United States, 1969--1976}",
        "volume": "39",
        "publisher": "Government Printing Office",
        "address": "Washington, DC",
        "year": "2008",
        "pages": "325--326",
        "url": SEED_URL,
        "note": (
            "Document 106. n. 3. Telegram 8334 to the Department of State, Moscow, August 22, 1972. "
            "General editor: Edward C. Keefer. Accessed November 24, 2026"
        ),
    }


def test_bibtex_of_every_volume_keeps_every_field() -> None:
    entries = read_bibtex(many(every_volume("bibtex"), "bibtex"), "bibtex").entries
    assert len(entries) == len(catalogue.ids())
    for identity in catalogue.ids():
        facts, entry = catalogue.volume(identity), entries[identity]
        assert entry.fields.get("year", "") == facts.published
        assert (entry.fields["series"] if facts.name else entry.fields["title"]).startswith(f"{{{facts.series[:30]}")
        assert len(family_names(entry.persons.get("editor", []))) == len(facts.editors)
        assert entry.fields["url"].endswith(identity)
        for name in facts.general_editors:
            assert name in entry.fields["note"]


def test_a_generation_is_no_family_name() -> None:
    entry = read_bibtex(cite(Address("frus1952-54v01p1"), None, "bibtex").text, "bibtex").entries["frus1952-54v01p1"]
    sanford = next(name for name in entry.persons["editor"] if name.last_names == ["Sanford"])
    assert (sanford.first_names, sanford.lineage_names) == (["William"], ["Jr."])


def test_days_of_a_range_are_kept_and_none_are_made_up() -> None:
    document = telegram(SEED.address, date="1954-01-29", dateline="[place not declassified], January 29-30, 1954.")
    cited = {style: cite(document.address, document, style).text for style in ("csl-json", "biblatex", "ris")}
    assert json.loads(cited["csl-json"])["original-date"] == {"date-parts": [[1954, 1, 29], [1954, 1, 30]]}
    (entry,) = read_biblatex(cited["biblatex"]).entries
    assert entry.fields_dict["origdate"].value == "1954-01-29/1954-01-30"
    (record,) = rispy.load(io.StringIO(cited["ris"]))
    assert "Telegram 8334 to the Department of State, January 29–30, 1954" in record["notes"]
    undated = telegram(SEED.address, date="1954-01-29", dateline="[Washington, undated.]")
    assert "original-date" not in json.loads(cite(undated.address, undated, "csl-json").text)


def test_a_family_name_of_two_words_stays_whole() -> None:
    entry = read_bibtex(cite(Address("frus1969-76v30"), None, "bibtex").text, "bibtex").entries["frus1969-76v30"]
    (editor,) = entry.persons["editor"]
    assert (editor.first_names, editor.prelast_names + editor.last_names) == (["Laurie"], ["Van", "Hook"])


@pytest.mark.parametrize("style", ["bibtex", "biblatex"])
def test_what_bibtex_would_read_as_markup_is_escaped(style: str) -> None:
    heading = r"50% of {it} & $more_# \LaTeX ~^"
    document = telegram(Address("frus1969-76v39", "d1"), "1", heading=heading)
    text = cite(document.address, document, style).text
    library = read_biblatex(text)
    assert not library.failed_blocks
    title = library.entries[0].fields_dict["title"].value
    assert title == (r"{50\% of \{it\} \& \$more\_\# \textbackslash{}LaTeX \textasciitilde{}\textasciicircum{}}")


def test_biblatex_of_the_seed() -> None:
    library = read_biblatex(seed("biblatex").text)
    assert not library.failed_blocks
    fields = {name: field.value for name, field in library.entries[0].fields_dict.items()}
    assert library.entries[0].entry_type == "incollection"
    assert fields == {
        "author": "{Embassy in the Soviet Union}",
        "title": f"{{{HEADING}}}",
        "titleaddon": "{Telegram 8334 to the Department of State}",
        "booktitle": "{European Security}",
        "maintitle": "{Foreign Relations of the United States, 1969--1976}",
        "volume": "39",
        "editor": "Selvage, Douglas E.",
        "editora": "Keefer, Edward C.",
        "editoratype": "organizer",
        "publisher": "Government Printing Office",
        "location": "Washington, DC",
        "date": "2008",
        "origdate": "1972-08-22",
        "origlocation": "Moscow",
        "pages": "325--326",
        "url": SEED_URL,
        "urldate": "2026-11-24",
        "note": "Document 106",
        "addendum": "n. 3",
    }


@pytest.mark.parametrize(
    "heading", ["Editorial Note", "Memorandum of Conversation", "Letter From President Kennedy to Chairman Khrushchev"]
)
def test_biblatex_does_not_repeat_what_the_title_says_the_document_is(heading: str) -> None:
    document = telegram(Address("frus1969-76v39", "d1"), "1", heading=heading)
    (entry,) = read_biblatex(cite(document.address, document, "biblatex").text).entries
    assert entry.fields_dict["title"].value == f"{{{heading}}}"
    assert "titleaddon" not in entry.fields_dict


def test_biblatex_of_every_volume_is_read_without_a_fault() -> None:
    library = read_biblatex(many(every_volume("biblatex"), "biblatex"))
    assert not library.failed_blocks
    assert {entry.key for entry in library.entries} == set(catalogue.ids())


def test_ris_of_the_seed() -> None:
    (record,) = rispy.load(io.StringIO(seed("ris").text))
    assert record == {
        "type_of_reference": "CHAP",
        "id": "frus1969-76v39-d106",
        "authors": ["Embassy in the Soviet Union"],
        "title": HEADING,
        "secondary_title": "European Security",
        "tertiary_title": "Foreign Relations of the United States, 1969–1976",
        "secondary_authors": ["Selvage, Douglas E."],
        "tertiary_authors": ["Keefer, Edward C."],
        "volume": "39",
        "publisher": "Government Printing Office",
        "place_published": "Washington, DC",
        "year": "2008",
        "start_page": "325",
        "end_page": "326",
        "notes": ["Document 106", "Telegram 8334 to the Department of State, Moscow, August 22, 1972", "n. 3"],
        "urls": [SEED_URL],
        "access_date": "2026/11/24",
    }


def test_ris_of_every_volume_keeps_every_field() -> None:
    records = rispy.load(io.StringIO(many(every_volume("ris"), "ris")))
    assert [record["id"] for record in records] == list(catalogue.ids())
    for record in records:
        facts = catalogue.volume(record["id"])
        assert "unknown_tag" not in record
        assert record["type_of_reference"] == "BOOK"
        assert record.get("year", "") == facts.published
        assert len(record.get("tertiary_authors", [])) == len(facts.editors)
        assert len(record.get("secondary_authors", [])) == len(facts.general_editors)
        assert record["title"] == facts.name or record["title"].startswith(facts.series)
        assert record.get("issn", "") == facts.isbn


def test_csl_json_of_the_seed() -> None:
    (item,) = json.loads(many([seed("csl-json")], "csl-json"))
    assert item == {
        "id": "frus1969-76v39-d106",
        "type": "chapter",
        "title": HEADING,
        "container-title": "European Security",
        "collection-title": "Foreign Relations of the United States, 1969–1976",
        "author": [{"literal": "Embassy in the Soviet Union"}],
        "recipient": [{"literal": "the Department of State"}],
        "genre": "telegram 8334",
        "editor": [{"family": "Selvage", "given": "Douglas E."}],
        "collection-editor": [{"family": "Keefer", "given": "Edward C."}],
        "volume": "39",
        "publisher": "Government Printing Office",
        "publisher-place": "Washington, DC",
        "issued": {"date-parts": [[2008]]},
        "original-date": {"date-parts": [[1972, 8, 22]]},
        "original-publisher-place": "Moscow",
        "number": "106",
        "page": "325-326",
        "note": "n. 3",
        "URL": SEED_URL,
        "accessed": {"date-parts": [[2026, 11, 24]]},
    }


def test_csl_json_is_of_the_schema() -> None:
    for item in json.loads(many([seed("csl-json"), *every_volume("csl-json")], "csl-json")):
        assert set(item) <= CSL_NAMES | CSL_DATES | CSL_TEXTS
        assert item["type"] in {"book", "chapter"}
        assert all(isinstance(item[name], str) and item[name] for name in CSL_TEXTS & set(item))
        for name in CSL_NAMES & set(item):
            assert all(set(person) <= {"family", "given", "suffix", "literal"} for person in item[name])
        for date in CSL_DATES & set(item):
            assert all(isinstance(part, int) for part in item[date]["date-parts"][0])


def test_csl_json_is_read_by_a_citation_processor() -> None:
    items: list[dict[str, Any]] = json.loads(many(every_volume("csl-json"), "csl-json"))
    known = [item for item in items if "issued" in item]
    source = CiteProcJSON(known)
    assert len(source) == len(known)


def test_a_loose_file_is_exported_with_what_is_known() -> None:
    document = telegram(Address(path="notes/a b.txt"), date="1972-08-22")
    (item,) = json.loads(many([cite(document.address, document, "csl-json")], "csl-json"))
    assert (item["type"], item["title"], item["id"]) == ("document", HEADING, "notes-a-b-txt")
    (record,) = rispy.load(io.StringIO(cite(document.address, document, "ris").text))
    assert record["type_of_reference"] == "GEN"
    entry = read_bibtex(cite(document.address, document, "bibtex").text, "bibtex").entries["notes-a-b-txt"]
    assert entry.type == "misc"


def test_the_same_citation_is_exported_once() -> None:
    citation = cite(parse_address("frus1969-76v39/d106"), None, "ris")
    assert many([citation, citation], "ris") == citation.text
    assert many([citation, cite(parse_address("frus1969-76v39/d1"), None, "ris")], "ris").count("TY  - ") == 2


@pytest.mark.parametrize(("style", "ending"), [("csl-json", "json"), ("biblatex", "bib"), ("bibtex", "bib")])
def test_pandoc_takes_it(tmp_path: Path, style: str, ending: str) -> None:
    if shutil.which("pandoc") is None:
        pytest.skip("pandoc is not installed")
    bibliography = tmp_path / f"all.{ending}"
    bibliography.write_text(many([seed(style), *every_volume(style)], style), encoding="utf-8")
    command = ["pandoc", "--citeproc", "--bibliography", str(bibliography), "-t", "plain", "--columns=1000"]
    ran = subprocess.run(command, input="[@frus1969-76v39-d106]", capture_output=True, encoding="utf-8", check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "Embassy in the Soviet Union" in ran.stdout
    assert ", edited by Douglas E. Selvage, 39:325–26" in ran.stdout
    assert "Washington, DC: Government Printing Office" in ran.stdout


@pytest.mark.parametrize(
    ("identity", "volume", "part", "addendum"),
    [
        ("frus1969-76v39", "39", None, None),
        ("frus1969-76v19p1", "19", "1", None),
        ("frus1969-76ve05p2", "E--5", "2", None),
        ("frus1872p2v3", "3", "2", None),
        ("frus1863p2", None, "2", None),
        ("frus1888p2", None, "2", None),
        ("frus1958-60v15-16mSupp1", "15/16", "1", "Microfiche Supplement"),
        ("frus1961-63v10-12mSupp", "10/11/12", None, "Microfiche Supplement"),
        ("frus1952-54Guat", None, None, None),
        ("frus1877app", None, None, "Appendix"),
    ],
)
def test_biblatex_has_whole_numbers_for_volume_and_part(
    identity: str, volume: str | None, part: str | None, addendum: str | None
) -> None:
    (entry,) = read_biblatex(cite(Address(identity), None, "biblatex").text).entries
    found = {name: field.value for name, field in entry.fields_dict.items()}
    assert (found.get("volume"), found.get("part"), found.get("addendum")) == (volume, part, addendum)


HOSTILE = (
    "Letter { open", "Letter } close", "} both {", r"50% of {it} & $more_# \LaTeX ~^ | \"q\"",
    "Tel “curly” — ü 中文 é @book{x,", "100% \\", "a,b=c; #1", "\\", "{{{", "@comment{",
)  # fmt: skip


def hostile(style: str) -> str:
    """Documents whose headings and places hold what BibTeX reads as its own."""
    documents = [
        telegram(Address("frus1969-76v39", f"d{number}"), str(number), heading=heading, place="Rome {x")
        for number, heading in enumerate(HOSTILE, 1)
    ]
    return many([cite(document.address, document, style) for document in documents], style)


@pytest.mark.parametrize("style", ["bibtex", "biblatex"])
def test_hostile_headings_break_no_entry(tmp_path: Path, style: str) -> None:
    if any(shutil.which(needed) is None for needed in ("bibtex", "biber", "pandoc")):
        pytest.skip("BibTeX, biber and pandoc are not all installed")
    (tmp_path / "all.bib").write_text(hostile(style), encoding="utf-8")
    (tmp_path / "all.aux").write_text("\\citation{*}\n\\bibdata{all}\n\\bibstyle{titles}\n")
    (tmp_path / "titles.bst").write_text(
        "ENTRY { title } {} {}\nFUNCTION {incollection} { cite$ write$ newline$ }\nREAD\nITERATE {call.type$}\n"
    )

    def run(*command: str, given: str = "") -> str:
        environ = os.environ | {"BIBINPUTS": ".", "BSTINPUTS": "."}
        ran = subprocess.run(
            command, cwd=tmp_path, env=environ, input=given, capture_output=True, encoding="utf-8", check=False
        )
        assert ran.returncode == 0, ran.stdout
        return ran.stdout

    run("bibtex", "all")
    assert len((tmp_path / "all.bbl").read_text().split()) == len(HOSTILE)
    assert "ERROR" not in run("biber", "--tool", "all.bib")
    assert len(read_biblatex((tmp_path / "all_bibertool.bib").read_text("utf-8")).entries) == len(HOSTILE)
    listed = run(
        "pandoc", "--citeproc", "--bibliography", "all.bib", "-t", "plain", "--columns=1000",
        given="---\nnocite: '@*'\n---\n",
    )  # fmt: skip
    for words in ("Letter { open", "Letter } close", "50% of {it} & $more_#", "中文", "@book{x,", "#1"):
        assert words in listed


def test_biber_takes_it(tmp_path: Path) -> None:
    if shutil.which("biber") is None:
        pytest.skip("biber is not installed")
    few = [cite(Address(identity), None, "biblatex") for identity in catalogue.ids()[::40]]
    (tmp_path / "all.bib").write_text(many([seed("biblatex"), *few], "biblatex"), encoding="utf-8")
    command = ["biber", "--tool", "--validate-datamodel", "all.bib"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stdout
    warned = [line for line in ran.stdout.splitlines() if line.startswith(("WARN", "ERROR"))]
    assert [line for line in warned if "Missing mandatory field" not in line] == []  # editors and years not known
    read = read_biblatex((tmp_path / "all_bibertool.bib").read_text("utf-8"))
    assert len(read.entries) == len(few) + 1


def test_bibtex_itself_takes_it(tmp_path: Path) -> None:
    if shutil.which("bibtex") is None:
        pytest.skip("BibTeX is not installed")
    (tmp_path / "all.bib").write_text(many([seed("bibtex"), *every_volume("bibtex")], "bibtex"), encoding="utf-8")
    (tmp_path / "all.aux").write_text("\\citation{*}\n\\bibdata{all}\n\\bibstyle{titles}\n")
    (tmp_path / "titles.bst").write_text(
        "ENTRY { title } {} {}\nFUNCTION {write.it} { cite$ write$ newline$ }\n"
        "FUNCTION {incollection} { write.it }\nFUNCTION {book} { write.it }\nREAD\nITERATE {call.type$}\n"
    )
    environ = os.environ | {"BIBINPUTS": ".", "BSTINPUTS": "."}
    command = ["bibtex", "all"]
    ran = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stdout
    assert len((tmp_path / "all.bbl").read_text().split()) == len(catalogue.ids()) + 1
