"""Copying: citations, and words with their citation."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.actions import SkipAction

from tgreader.errors import TgReaderError
from tgreader.model.address import Address
from tgreader.reading.document.arrival import Arrival
from tgreader.reading.remembering.memory import STYLE
from tgreader.reading.session import Session
from tgreader.reading.settings import STYLE as USUAL_STYLE
from tgreader.reading.settings import Settings
from tgreader.tui.screens.finding import Finding
from tgreader.tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from tgreader.citing.citation import Citation
    from tgreader.citing.locator import Locator
    from tgreader.citing.quoting import Quoted
    from tgreader.model.document import Note

_FOOT = "Enter copies, keeps the style · u address · a day · Esc closes"
_TITLE = "The citation in every style"
_ADDRESS = {None: "", True: ", with web address", False: ", without web address"}
_SWITCHES = {"u": "url", "a": "accessed"}
_SHOWN_LINES = 12
"""So many lines of what was copied are shown."""


class Copying(Finding):
    """A desk from which one copies.

    Args:
        session: what is open.
        first: where to begin.
        settings: how citations are wanted.
    """

    def __init__(self, session: Session, first: Arrival, settings: Settings) -> None:
        super().__init__(session, first)
        self.settings = settings
        self._citing: Settings | None = None

    @property
    def citing(self) -> Settings:
        """How citations are made: as chosen, else as it is wanted or was chosen last."""
        if self._citing is None:
            self._citing = self.settings.chosen(self.session.memory.setting)
        return self._citing

    @property
    def style(self) -> str:
        """The style of citations."""
        from tgreader.citing.citation import STYLES

        style = self.citing.style
        return style if style in STYLES else USUAL_STYLE

    def _choose(self, name: str, citing: Settings) -> None:
        """Make citations otherwise from now on, and keep the setting that is new in it."""
        self._citing = citing
        self.session.memory.keep_setting(name, citing.kept.get(name, ""))

    def action_cite(self) -> None:
        """Copy the citation of the document, with the printed page or pages, or the note, at the cursor."""
        pages = self._pages_selected()
        citation = self._citation(pages)
        if citation is not None:
            self._copy(citation.text, citation.missing)
            self._collect(pages)

    def action_styles(self, wanted: str = "") -> None:
        """Show the citation in every style; the one chosen is copied, and its style used from then on.

        Args:
            wanted: the style the cursor is on at first; the present one by default.
        """
        from tgreader.citing.citation import STYLES
        from tgreader.tui.screens.asking import AskingDialog

        wanted = wanted or self.style
        pages = self._pages_selected()
        rows = []
        for style in STYLES:
            citation = self._citation(pages, style)
            if citation is None:
                return
            rows.append(ListRow(citation.text, style, key=(style, citation)))
        now = next((row.key for row in rows if row.aside == wanted), None)
        self.app.push_screen(
            AskingDialog(self._title_of_styles(), rows, _SWITCHES, now, foot=_FOOT),
            partial(self._cite_in_style, pages),
        )

    def _title_of_styles(self) -> str:
        """What was switched is said, since some styles have no place for it."""
        return f"{_TITLE}{_ADDRESS[self.citing.url]}{', with day of access' if self.citing.accessed else ''}"

    def _cite_in_style(self, pages: Locator | None, chosen: object) -> None:
        from tgreader.tui.screens.asking import Asked

        if isinstance(chosen, Asked):
            self._switch(chosen.what)
            self.action_styles(cast("tuple[str, Citation]", chosen.key)[0])
        elif chosen is not None:
            style, citation = cast("tuple[str, Citation]", chosen)
            self._choose(STYLE, self.citing._replace(style=style))
            self._copy(citation.text, citation.missing)
            self._collect(pages)

    def _switch(self, what: str) -> None:
        """Print the day or not; the web address as the style has it, always, never."""
        if what == "accessed":
            self._choose(what, self.citing._replace(accessed=not self.citing.accessed))
        else:
            following = {None: True, True: False, False: None}[self.citing.url]
            self._choose(what, self.citing._replace(url=following))

    def _collect(self, pages: Locator | None) -> None:
        """Put what was cited into the basket."""
        from tgreader.reading.remembering.lying import cited_place

        place = self.reading.address(self.text.block) if pages else self._cited_place()
        self.session.memory.put_in_basket(cited_place(self.reading.document, place, pages))

    def _pages_selected(self) -> Locator | None:
        """Where the selection stands, or None where nothing is selected or its pages are not known."""
        from tgreader.citing.quoting import place_of, select

        ranges = self.text.selected()
        quoted = select(self.reading.document, ranges) if ranges else None
        return place_of(self.reading.document, ranges, quoted) if quoted and quoted.first_page else None

    def action_copy(self, markdown: bool = False) -> None:
        """Copy the selected words, or the paragraph or note at the cursor, in quotation marks with the citation."""
        from tgreader.citing.quoting import markdown_quotation, place_of, quotation, select

        document, ranges = self.reading.document, self.text.selected()
        quoted: Quoted | str
        locator = None
        if not ranges and (note := self._note_to_quote()):
            quoted = note[1]
        elif document.blocks:
            block = self.text.block
            ranges = ranges or [(block, 0, len(document.blocks[block].text))]
            quoted = select(document, ranges)
            locator = place_of(document, ranges, quoted)
        else:
            quoted = ""
        if not (quoted if isinstance(quoted, str) else quoted.paragraphs):
            self.say("there are no words here to copy")
        elif (citation := self._citation(locator)) is not None:
            # A note of its own for each place, so that quotations pasted into one text do not share one.
            words = markdown_quotation(quoted, citation, self._label()) if markdown else quotation(quoted, citation)
            self._copy(words, citation.missing)
            self._collect(locator)

    def _note_to_quote(self) -> tuple[Note, str] | None:
        """The note of which words are selected, and these; else the one at the cursor of its panel, with all of its."""
        texts: list[str] = []
        selected: Note | None = None
        for block, start, end in self.notes.selected():
            note = self.reading.note_of(block)
            if note is not None and (selected is None or note is selected):
                selected = note
                texts.append(self.reading.blocks[block].text[start:end])
        if selected is not None:
            return selected, "\n".join(texts)
        if self.view is self.notes and self.notes.note:
            return self.notes.note.note, self.notes.note.note.text
        return None

    def action_copy_text(self) -> None:
        """Copy the selected words as they are (Ctrl+C); where none are, the key is for others."""
        words = self.get_selected_text()
        if words is None:
            raise SkipAction
        self._copy(words, ())

    def _label(self) -> str:
        """The place cited as a footnote's label."""
        from tgreader.citing.fields import citation_key

        return citation_key(str(self._cited_place()))

    def _citation(self, locator: Locator | None = None, style: str = "") -> Citation | None:
        from tgreader.citing.citation import cite

        document, settings = self.reading.document, self.citing
        try:
            return cite(
                document.address if locator else self._cited_place(),
                document,
                style or self.style,
                locator=locator,
                title_page=self.session.shelf.title_page(document.volume),
                url=settings.url,
                accessed=settings.accessed_on,
            )
        except TgReaderError as error:
            self.say_error(error)
            return None

    def _cited_place(self) -> Address:
        """The note at the cursor; the exact place of a marker, a reference, or where one went; else the paragraph."""
        reading = self.reading
        if note := self._note_to_quote():
            return reading.document.address.at_note(note[0].label)
        address = reading.address(self.text.block)
        if address.paragraph and self.offset_here is not None:
            return reading.document.address.at_paragraph(address.paragraph, self.offset_here)
        return address

    def _copy(self, text: str, missing: tuple[str, ...]) -> None:
        """Copy in a thread: a clipboard program may take its time, the keys may not."""
        self.run_worker(partial(self._copied, text, missing), name="copying", group="copying", thread=True)

    def _copied(self, text: str, missing: tuple[str, ...]) -> None:
        from tgreader.reading.copying.clipboard import copy

        outcome = copy(text, self._write_to_terminal, os.environ)
        lines = text.split("\n")
        more = [f"… {len(lines):,} lines in all"] if len(lines) > _SHOWN_LINES else []
        lines = [f"{outcome.sentence}:", *lines[:_SHOWN_LINES], *more, *missing]
        self.app.call_from_thread(self.say, "\n".join(lines))

    def _write_to_terminal(self, sequence: str) -> None:
        # Textual's driver is the only way to write a sequence between its own frames.
        driver = self.app._driver  # noqa: SLF001
        if driver is None:
            raise OSError("no terminal")
        self.app.call_from_thread(driver.write, sequence)
        self.app.call_from_thread(driver.flush)
