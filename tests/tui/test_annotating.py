"""Annotations: written at a place, kept while they are typed, read beside the text, edited, deleted and had back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from textual.widgets import TextArea

from tests.conftest import SEEDS, OpenReader
from tests.reading.documents import document, heading, note, paragraph
from tests.tui.reader import Reader, reader_app
from tgreader.errors import LibraryBusyError
from tgreader.library.work.annotations import Annotation
from tgreader.library.work.work import FILE, Work
from tgreader.model.inline import NoteMark
from tgreader.reading.notebook.notebook import Notebook
from tgreader.reading.remembering.memory import remembering
from tgreader.tui.screens.annotation_editor import AnnotationEditor

ONE = document(
    heading("First"),
    paragraph("One two three.")._replace(marks=(NoteMark(14, "1", 1),)),
    paragraph("Four five six."),
    notes=[note(1, "A note.")],
)
OTHER = document(heading("First"), paragraph("Quite another text stands here now, and nothing of the old one."))


def kept(opened: Reader) -> list[tuple[str, str, str]]:
    return [(one.scope, one.words, one.tags) for one in opened.desk.session.notebook.all()]


def drafts(library: Path) -> list[str]:
    work = Work(library)
    found = [draft.annotation.words for draft in work.annotations.drafts()]
    work.close()
    return found


async def write(opened: Reader, words: str, tags: str = "") -> None:
    """Write an annotation at the cursor."""
    await opened.press("a")
    await opened.type(words)
    if tags:
        await opened.press("tab")
        await opened.type(tags)
    await opened.press("ctrl+s")


async def test_words_and_tags_on_a_paragraph_are_read_beside_it(reader: OpenReader) -> None:
    async with reader(ONE) as opened:
        await opened.press("j")
        await opened.press("a")
        await opened.type("Compare Garthoff")
        await opened.press("enter")
        await opened.type("and Kissinger")
        await opened.press("tab")
        await opened.type("#mbfr csce")
        await opened.press("ctrl+s")
        assert kept(opened) == [("paragraph", "Compare Garthoff\nand Kissinger", "mbfr csce")]
        assert "✎ Compare Garthoff and Kissinger #mbfr #csce" in opened.words_of("#notes")
        (line,) = [line for line in opened.lines_of("#text") if "One two" in line]
        assert "✎" in line
        await opened.press("j")
        assert "Garthoff" not in opened.words_of("#notes")


async def test_on_the_document_a_note_and_words(reader: OpenReader) -> None:
    async with reader(ONE) as opened:
        await write(opened, "whole")
        await opened.press("j", "f")
        await write(opened, "on the note")
        await opened.press("escape", "v", "l")
        await write(opened, "on words")
        assert kept(opened) == [
            ("document", "whole", ""), ("note", "on the note", ""), ("selection", "on words", ""),
        ]  # fmt: skip
        assert "✎ on the note" in opened.words_of("#notes")
        assert "On “One two”" in opened.words_of("#notes")
        await opened.press("g")
        assert "✎ whole" in opened.words_of("#notes")


async def test_every_letter_is_kept_as_it_is_typed(reader: OpenReader, library: Path) -> None:
    async with reader(ONE) as opened:
        await opened.press("j", "a")
        for number in range(1, 7):
            await opened.press("Garthoff"[number - 1])
            assert drafts(library) == ["Garthoff"[:number]]
        await opened.press("backspace")
        assert drafts(library) == ["Garth"]
        await opened.press("escape")
        assert drafts(library) == []
        assert kept(opened) == [("paragraph", "Garth", "")]


async def test_what_was_not_finished_is_found_again(reader: OpenReader, library: Path) -> None:
    notebook = Notebook(remembering(str(library)))
    async with reader(ONE) as opened:
        await opened.press("j", "a")
        await opened.type("half a sent")
        (draft,) = notebook.drafts()
        assert opened.app.screen.query_one(TextArea).text == "half a sent"
        notebook.keep_draft(draft.annotation._replace(id="left over", words="half a sentence"))
        await opened.press("escape")
    async with reader(ONE) as again:
        assert "an annotation was not finished: European Security, 1969–1976 › 1. First, ¶ 1" in again.said
        await again.press("A")
        assert again.rows[0] == "✎ not finished: half a sentence"
        await again.press("enter")
        editor = again.app.screen
        assert isinstance(editor, AnnotationEditor)
        assert editor.typed.words == "half a sentence"
        await again.type(".")
        await again.press("ctrl+s")
        assert ("paragraph", "half a sentence.", "") in kept(again)
        assert drafts(library) == []


async def test_a_draft_is_gone_on_with_where_it_was_begun(reader: OpenReader, library: Path) -> None:
    async with reader(ONE) as opened:
        notebook = opened.desk.session.notebook
        await opened.press("j")
        notebook.keep_draft(notebook.new(ONE, opened.desk.spot(), "annotation")._replace(words="begun"))
        await opened.press("a")
        assert opened.rows == ["✎ begun", "write another one here"]
        await opened.press("enter")
        await opened.type(" and done")
        await opened.press("ctrl+s")
        assert kept(opened) == [("paragraph", "begun and done", "")]
        assert drafts(library) == []


async def test_a_draft_that_is_looked_at_is_not_lost(reader: OpenReader, library: Path) -> None:
    async with reader(ONE) as opened:
        notebook = opened.desk.session.notebook
        await opened.press("j")
        notebook.keep_draft(notebook.new(ONE, opened.desk.spot(), "annotation")._replace(words="begun"))
        await opened.press("A", "enter", "escape")
        assert kept(opened) == [("paragraph", "begun", "")]
        await opened.press("a", "enter", "escape")
        assert kept(opened) == [("paragraph", "begun", "")]


async def test_no_letter_typed_before_the_end_is_lost(reader: OpenReader) -> None:
    async with reader(ONE) as opened:
        await opened.press("j", "a")
        await opened.burst(*"typed fast", "ctrl+s")
        assert kept(opened) == [("paragraph", "typed fast", "")]
        await opened.press("a", "enter")
        await opened.burst(*" and left", "tab", *"mbfr csce", "escape")
        assert kept(opened) == [("paragraph", "typed fast and left", "mbfr csce")]


async def test_editing_another_one_and_deleting(reader: OpenReader) -> None:
    async with reader(ONE) as opened:
        await opened.press("j")
        await write(opened, "first")
        await opened.press("a", "enter")
        await opened.type(" thoughts")
        await opened.press("ctrl+s")
        assert kept(opened) == [("paragraph", "first thoughts", "")]
        await opened.press("a", "j", "enter")
        await opened.type("second")
        await opened.press("ctrl+s")
        assert [words for _, words, _ in kept(opened)] == ["first thoughts", "second"]
        await opened.press("A", "j", "x")
        assert opened.rows == ["✎ first thoughts"]
        await opened.press("u", "escape")
        assert [words for _, words, _ in kept(opened)] == ["first thoughts", "second"]


async def test_one_that_is_emptied_is_deleted_and_can_be_had_back(reader: OpenReader) -> None:
    async with reader(ONE) as opened:
        await opened.press("j")
        await write(opened, "word")
        await opened.press("a", "enter", *["backspace"] * 4, "escape")
        assert "annotation deleted" in opened.said
        assert kept(opened) == []
        await opened.press("A")
        await opened.press("u")
        assert opened.rows == ["✎ word"]


async def test_nothing_typed_leaves_nothing(reader: OpenReader, library: Path) -> None:
    async with reader(ONE) as opened:
        await opened.press("j", "a", "escape")
        assert kept(opened) == []
        await opened.press("a", "x", "backspace", "escape")
        assert kept(opened) == []
        assert drafts(library) == []
        assert "✎" not in opened.shown


async def test_enter_on_one_beside_the_text_goes_on_writing_it(reader: OpenReader) -> None:
    async with reader(ONE) as opened:
        await opened.press("j")
        await write(opened, "word")
        await opened.press("f", "j")
        assert opened.desk.notes.written is not None
        await opened.press("l")
        assert "no marker and no reference" in opened.said
        await opened.press("enter")
        await opened.type("s")
        await opened.press("ctrl+s")
        assert kept(opened) == [("paragraph", "words", "")]
        await opened.press("a")
        assert isinstance(opened.app.screen, AnnotationEditor)


async def test_filtering_by_words_and_by_tags(reader: OpenReader) -> None:
    async with reader(ONE) as opened:
        await write(opened, "alpha", "mbfr")
        await opened.press("j")
        await write(opened, "beta", "csce")
        await opened.press("j")
        await write(opened, "mbfr in words")
        await opened.press("A", "slash")
        await opened.type("mbfr")
        assert opened.rows == ["✎ alpha", "✎ mbfr in words"]
        await opened.press("backspace", "backspace", "backspace", "backspace")
        await opened.type("#mb")
        assert opened.rows == ["✎ alpha"]
        await opened.press("enter", "x")
        assert opened.rows == ["no line holds “#mb”"]
        await opened.press("slash", "escape")
        assert opened.rows == ["✎ beta", "✎ mbfr in words"]
        await opened.press("o")
        assert opened.rows == ["✎ mbfr in words", "✎ beta"]


async def test_words_that_are_gone_are_said_to_be_and_kept(reader: OpenReader) -> None:
    async with reader(ONE) as opened:
        await opened.press("j", "j")
        await write(opened, "mine")
    async with reader(OTHER) as corrected:
        (line,) = [line for line in corrected.lines_of("#text") if "1. First" in line]
        assert "✎?" in line
        assert "Its words are not in this copy any more: “Four five six.”" in corrected.words_of("#notes")
        await corrected.press("j", "A", "enter")
        assert "kept here, at the document" in corrected.said
        assert corrected.desk.text.block == 0


async def test_two_readers_change_one_and_both_keep_their_words(reader: OpenReader, library: Path) -> None:
    async with reader(ONE) as opened:
        await opened.press("j")
        await write(opened, "word")
        await opened.press("a", "enter")
        await opened.type(" ours")
        other = Notebook(remembering(str(library)))
        (one,) = other.all()
        other.keep(one._replace(words="theirs"))
        await opened.press("ctrl+s")
        assert "yours is kept beside it" in opened.said
        assert sorted(words for _, words, _ in kept(opened)) == ["theirs", "word ours"]


async def test_what_cannot_be_kept_now_is_said_and_kept_later(reader: OpenReader, library: Path) -> None:
    async with reader(ONE) as opened:
        await opened.press("j", "m", "a", "x")
        with closing(sqlite3.connect(library / FILE)) as other:
            other.execute("BEGIN IMMEDIATE")
            await opened.press("y")
            assert "Not kept: " in opened.shown
            assert "locked" in opened.shown
        editor = opened.app.screen
        assert isinstance(editor, AnnotationEditor)
        editor._keep_typed()
        await opened.settle()
        assert "Not kept" not in opened.shown
        assert drafts(library) == ["xy"]


async def test_where_nothing_can_be_kept_the_words_are_copied(reader: OpenReader, library: Path) -> None:
    library.write_text("in the way")
    async with reader(SEEDS) as opened:
        await opened.press("j", "a")
        await opened.type("my words")
        assert "Not kept" in opened.shown
        await opened.press("ctrl+s")
        assert opened.copied == ["my words"]
        assert "cannot be written" in opened.said


async def test_a_full_disk_while_typing(reader: OpenReader, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reader(ONE) as opened:
        await opened.press("j", "a")
        full = LibraryBusyError("cannot be written (database or disk is full)", "work.sqlite3")

        def refuse(_: Notebook, annotation: Annotation) -> None:
            raise full

        monkeypatch.setattr(Notebook, "keep_draft", refuse)
        await opened.type("words")
        assert "disk is full" in opened.shown
        monkeypatch.undo()
        await opened.press("ctrl+s")
        assert kept(opened) == [("paragraph", "words", "")]


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (20, 6)])
async def test_the_editor_fits_its_screen(reader: OpenReader, size: tuple[int, int]) -> None:
    async with reader(ONE, size=size) as opened:
        await opened.press("j", "a")
        await opened.type("word")
        assert "word" in opened.shown
        await opened.press("ctrl+s")
        assert kept(opened) == [("paragraph", "word", "")]


async def test_hostile_words_from_elsewhere_are_only_seen(library: Path, reader: OpenReader) -> None:
    work = Work(library)
    hostile = Annotation(
        "x", "annotation", "frus1969-76v39/d1", "document", "", "", "", "a\x1b[31mb", "t\x9bu", *[""] * 7
    )
    work.annotations.keep(hostile, "", "y")
    work.close()
    async with reader(ONE) as opened:
        assert "\x1b[31m" not in opened.shown
        await opened.press("a", "enter")
        assert isinstance(opened.app.screen, AnnotationEditor)
        assert "\x1b" not in opened.shown
        assert "\x9b" not in opened.shown


def test_the_app_can_be_made_without_any_library(library: Path) -> None:
    assert reader_app(library, ONE)
    assert not library.exists()
