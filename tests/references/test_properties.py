"""What must hold for any text, however it is made."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tgreader.model.document import Block
from tgreader.references import GROUPS, references_in
from tgreader.references.forms import CANDIDATE, FORMS, forms_at
from tgreader.references.register import own_telegram
from tgreader.references.source_notes import source_of

from .stand_ins import Shelf, document

PIECES = (
    "Document ", "Documents ", "footnote ", "footnotes ", "p. ", "pp. ", "page ", "Foreign Relations, ",
    "1969–1976, ", "vol. XIII, ", "volume E–7, ", "volumes VII and VIII", "Part 1, ", "Ibid.", "ibid., ", "Supra",
    "infra", "thereto", "above", "Telegram ", "telegrams ", "to Moscow", "from The Hague, ", "State 149897",
    "Moscow 5110", "Deptel ", "Secto 25", "A–942 ", "reftel", "Ref: ", "ref A", "Tab A", "Source: ",
    "Department of State, ", "Central Files, ", "611.41/3–2259", "Library of Congress, ", "Kissinger Papers, ",
    "Box 12, ", "Folder 3", "lot 63 D 351", "Public Papers: Nixon, ", "Department of State Bulletin, ",
    "Your 1524", "Embassy’s 473 ", "repeated Bonn 12, ", "Deptels Bern 25 ", "Conference at Quebec, 1944, ", "Docs. 4",
    "See Supplement", ", footnote 3", "; vol. II, ", "[1917]", ": ", "Rio de Janeiro 786", "the Department replied ",
    "Kissinger, White House Years, ", "2 UST 1619", "Not printed.", " (", ")", ", ", ". ", " and ", "–", "; ", "1",
    "For. Rel. ", "Diplomatic Correspondence, 1866, ", "Appendix II, ", "Supp. 1, ", "(Washington, 1970), ",
    "see note 3", "n. 4", "section entitled “A,” ", " in Part 1.", "Pentagon Papers, ", "Lansing Papers, ",
    "vol. cxxx, ", "; XX, ",
    "Soviet-American Relations: The Détente Years, ", "British and Foreign State Papers, ", "Ambassador in Japan, ",
    "12", "134136", "1972", "“", "”", "\n", " ", "é", "’s", "\u202e", "\x00", "[",
)  # fmt: skip

WORD_BEGINS = re.compile(r"\b")

texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.text(max_size=200))


@given(texts, texts, texts)
@settings(max_examples=400, deadline=None)
def test_references_are_ordered_apart_and_true_to_the_text(body: str, first: str, second: str) -> None:
    made = document(first, second, body=(body,), heading="Editorial Note")
    found = references_in(made, Shelf({"frus1969-76v39": {"d12": ("1",)}}))
    blocks = [block for _, block in made.every_block()]
    assert len(found) == len(blocks)
    for block, references in zip(blocks, found, strict=True):
        end = 0
        for one in references:
            assert end <= one.start < one.end <= len(block.text)
            end = one.end
            assert one.text == block.text[one.start : one.end]
            assert one.source == block.source(one.start, one.end)
            assert one.kind in GROUPS
            assert one.key
            assert one.title
            assert not one.inferred or one.why
            assert one.status not in {"resolved", "absent"} or one.target is not None
            assert one.status != "ambiguous" or one.why


@given(texts)
@settings(max_examples=400, deadline=None)
def test_the_first_look_stops_wherever_a_form_begins_and_knows_it(text: str) -> None:
    stops = {look.start(): look[0] for look in CANDIDATE.finditer(text)}
    at = 0
    while at < len(text):
        first = next((form for form in FORMS if form.words.match(text, at) and WORD_BEGINS.match(text, at)), None)
        if first and not any(stop < at < stop + len(letters) for stop, letters in stops.items()):
            assert at in stops
            assert next(form for form in forms_at(stops[at]) if form.words.match(text, at)) is first
        at += 1


SOURCE_PIECES = (
    "Source: ", "Department of State, ", "Central Files, ", "POL 7 IRAN", ". ", "Secret", "; ", "Priority",
    "Top Secret/",
    "Drafted by Tiger", ", cleared by ", " and approved ", "Don T. Christensen", " on May 3", "Repeated to Paris",
    ", and ",
    "Also sent to ", "the Hague", "(", ")", "U.S", "\n", "796.001/8–2153", ": Telegram", "Public Papers: Nixon, ",
    "p. 5",
)  # fmt: skip


@given(st.lists(st.sampled_from(SOURCE_PIECES), max_size=30).map("".join), st.text(max_size=80))
@settings(max_examples=300, deadline=None)
def test_what_is_taken_of_a_source_note_stands_in_it(note: str, above: str) -> None:
    made = document(f"Source: {note}", heading="Telegram From the Embassy in Iran to the Department of State")
    lined = document(heading="The Ambassador in Iran (Henderson) to the Secretary of State")
    lined = lined._replace(blocks=(*lined.blocks, Block("source", above), Block("paragraph", note)))
    for one, words in ((source_of(made), note), (source_of(lined), above + note)):
        if one is not None:
            for said in (one.box, one.drafted_by, one.cleared_by, one.approved_by, one.publication, *one.repeated_to):
                assert said in words
    for telegram in (own_telegram(made), own_telegram(lined)):
        assert telegram is None or telegram.number


NOTE_RUNS = (
    "Drafted by A, cleared by B, ", "Drafted and ", "Repeated to A, ", "also sent to A ", "Secret; ", "A. ", "A.", "(",
    "Source: ", "1", ". Secret. 1 pp. ", "the Embassy in ", " to the ", "From the ",
)  # fmt: skip


@pytest.mark.parametrize("run", NOTE_RUNS)
def test_long_source_notes_and_headings_take_time_in_proportion(run: str) -> None:
    def seconds(size: int) -> float:
        long = run * (size // len(run))
        made = document(f"Source: {long}", heading=f"Telegram From the {long}", body=(long,))
        started = time.process_time()
        source_of(made)
        own_telegram(made)
        return time.process_time() - started

    assert seconds(20_000) < max(12 * seconds(5_000), 1.5)


RUNS = (
    "1", "1,", "1.", ". ", ", ", "1, ", "12–", "Document ", "Documents 1, ", "Document 1 and ", "Documents 1",
    "footnote 1, ", "p. 1, ", "pp. A–1, ", "Foreign Relations, A, ", "vols. I, ", "ibid., ", "Source: ",
    "Department of State, Central Files, ", "A ", "A, ", "telegrams 1 and ", "Moscow 12 ", "reftel ", "Tab A ",
    "Public Papers: A, 1, ", "(", "(A 1951), p. 1", "l1", "Document", ".", ",", "Deptel 1 Paris, 2 ", "Your 12. ",
    "Ankara’s 49 rptd Bonn 3, ", "Deptels Bern 259 ", "Conference at Quebec, ", "Documents 1 in vol. I, ", "vol. I/II/",
    "For. Rel. 1917, Supp. 1, ", "vol. I (A 1951), ", "vol. I, section A, ", "vol. I, A; II, ", "Appendix (A) ",
    "see note 1, ", "the Ambassador in A, ", "Lansing Papers, ", "Bulletin, A (B), vol. 1, Document 1, ",
    "Document 1 in Part 1. ",
    "vol. I, section A ", "vol. I, A and ", "vols. I, A, 1951; ", "Documents 1 in Part ", "1951, vol. I, p. 1, and ",
    "vol. I: A, p. 1, ", "footnote 1, p. 1; ", "Foreign Relations, [1917], ", "telegram 1, May 1, the Embassy at ",
    "telegrams 1 from Bonn and 2 from Bonn and ",
    "telegram 1 (", "telegram 1, May 1, to A ", "telegrams 1 and 2, Documents 1 and 2, ", "Tab A, Document 1, Tab B, ",
    "telegram 1 (Department of State, Central Files, 1) ", "(telegram 1; ", "telegram 1, 5 p. m., not ", "; telegram 1",
    "not printed; Tab A ", "U.N. doc. A/", "U.N. doc. A/1.", "(A files) ", "(A ", "FE files, lot 55D1: ", "(111.1/1",
    "House Doc. No. 1, 1st Cong., ", "my No. 1, ", "WNRC, A, ", "CIA/A/", "CIA Files: Job 1, ", "(A) (telegram 1 ",
    "telegram 1 from the Ambassador (A) in B, ", "despatch AA–A–1 from A to ", "Tosec 1/1111 ", "LINC 111 ",
)  # fmt: skip


@pytest.mark.parametrize("run", RUNS)
def test_long_runs_take_time_in_proportion_to_their_length(run: str) -> None:
    """A search that backtracks takes minutes for these; four times the length may take little more than four times."""

    def seconds(size: int) -> float:
        made = document(run * (size // len(run)), heading="Editorial Note")
        started = time.process_time()
        references_in(made, Shelf())
        return time.process_time() - started

    assert seconds(20_000) < max(12 * seconds(5_000), 1.5)
