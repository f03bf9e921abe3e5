"""Every backlink’s sentence holds the citation: held against the file by a few lines that share no code with it."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from tests.library.volumes import indexed
from tgreader.library.index.citations import Citations
from tgreader.reading.backlinks.indexed import IndexedCitings, citing_of
from tgreader.reading.pointing.citing_places import Citing, Wanted

TEI, ID = "{http://www.tei-c.org/ns/1.0}", "{http://www.w3.org/XML/1998/namespace}id"
VOLUME = "frus1961-63v06"
FILE = Path(os.environ.get("TGREADER_CORPUS", Path(__file__).parents[4] / "shared/corpus")) / f"volumes/{VOLUME}.xml"
HOW_MANY = 100

pytestmark = pytest.mark.skipif(not FILE.exists(), reason=f"{FILE} is not here: set TGREADER_CORPUS")


@pytest.fixture(scope="module")
def citings(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, Citing]]:
    """What was asked about, and a place that cites it: a hundred at random."""
    library = tmp_path_factory.mktemp("library")
    indexed(library, FILE)
    every = [citing_of(one) for number in range(1, 300) for one in Citations(library).made_by(f"{VOLUME}/d{number}")]
    index = IndexedCitings(library)
    chosen = random.Random(1919).sample(  # noqa: S311 - a sample, no secret
        [one for one in every if one.target or one.key], HOW_MANY
    )
    found = []
    for one in chosen:
        wanted = Wanted("", (one.target,) if one.target else (), one.key if not one.target else "")
        citing = next(citing for citing in index.citing(wanted) if citing.address == one.address)
        found.append((str(one.target or one.key), citing))
    return found


def letters(text: str) -> str:
    """A text without what printing, spacing and punctuation make of it."""
    return re.sub(r"\W+", "", text).casefold()


def words_of(element: etree._Element) -> str:
    """The words of an element, those of the notes in it left out."""

    def runs(inner: etree._Element) -> Iterator[str]:
        yield inner.text or ""
        for child in inner:
            if isinstance(child.tag, str) and child.tag != f"{TEI}note":
                yield from runs(child)
            yield child.tail or ""

    return "".join(runs(element))


def test_the_sentence_stands_where_it_is_said_to_and_holds_the_citation(citings: list[tuple[str, Citing]]) -> None:
    tree = etree.parse(str(FILE), etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    documents = {found.get(ID): found for found in tree.iter(f"{TEI}div")}
    for asked, citing in citings:
        document = documents[citing.address.document]
        notes = [note for note in document.iter(f"{TEI}note") if note.get("n") == citing.address.note]
        places = notes if citing.address.note is not None else [document]
        sentence = citing.sentence.removeprefix("… ").removesuffix(" …")
        assert any(letters(sentence) in letters(words_of(place)) for place in places), (asked, citing)
        assert letters(citing.words) in letters(sentence), (asked, citing)
        numbers = re.findall(r"\d+", asked.rpartition("/")[2]) if "/d" in asked and not citing.inferred else []
        assert all(number in sentence for number in numbers), (asked, citing)
