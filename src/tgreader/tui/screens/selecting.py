"""Selecting with the keyboard: from where the reader is, by words and by paragraphs.

It is Textual's own selection that is set, whose offsets in a `TextView` are (offset in the block's text, item), so that
everything that is done with words selected by the mouse is done with these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tgreader.model.tuples import NamedTuple
from tgreader.tui.screens.settling import Settling

_KEYS = (
    "selecting: h l by word · j k by paragraph · y copies · v or Esc ends",
    "selecting: h l word · j k paragraph · y copies · v ends",
    "selecting · y copies · v ends",
    "selecting",
)
_WORD = re.compile(r"\S+")


class Word(NamedTuple):
    """A word of a text: its block, and its range there. Words are in order as they are read."""

    block: int
    start: int
    end: int


class Reach:
    """A selection from one word to another, either of which may come first.

    Args:
        texts: the blocks of the text.
        block: where it starts, at the first word there is from that block on.

    Raises:
        ValueError: there is no word from there on.
    """

    def __init__(self, texts: list[str], block: int) -> None:
        self._texts = texts
        found = self._first_from(block, 0)
        if found is None:
            raise ValueError("no words")
        self.anchor = self.reached = found

    @property
    def ends(self) -> tuple[Word, Word]:
        """The first and the last word of the selection."""
        return min(self.anchor, self.reached), max(self.anchor, self.reached)

    def by_word(self, step: int) -> None:
        """Reach one word further on, or back."""
        here = self.reached
        found = self._first_from(here.block, here.end) if step > 0 else self._last_until(here.block, here.start)
        self.reached = found or here

    def by_paragraph(self, step: int) -> None:
        """Reach the end of the paragraph, or its beginning; from there, of the next or the one before."""
        here = self.reached
        if step > 0:
            following = self._first_from(here.block, here.end)
            block = following.block if following else here.block
            self.reached = self._last_until(block, len(self._texts[block])) or here
        else:
            before = self._last_until(here.block, here.start)
            self.reached = (self._first_from(before.block, 0) if before else None) or here

    def _first_from(self, block: int, offset: int) -> Word | None:
        for number in range(block, len(self._texts)):
            if found := _WORD.search(self._texts[number], offset if number == block else 0):
                return Word(number, *found.span())
        return None

    def _last_until(self, block: int, offset: int) -> Word | None:
        for number in range(block, -1, -1):
            text = self._texts[number]
            words = (text[:offset] if number == block else text).rstrip()
            if words:
                start = next((at for at in range(len(words) - 1, -1, -1) if words[at].isspace()), -1) + 1
                return Word(number, start, len(words))
        return None


class Selecting(Settling):
    """A desk at which one selects: while that is done, the keys that move reach further instead."""

    _reach: Reach | None = None
    _copied_words = False

    @property
    def _reaching(self) -> Reach | None:
        """What is being selected by keys, or None; a click that selects nothing, or other words, has ended it."""
        if self.text not in self.selections:
            self._reach = None
            self._copied_words = False
        return self._reach

    def _goes_on(self) -> bool:
        """Whether a key that moves reaches further; where the words were copied it selects no more."""
        if self._reaching is not None and self._copied_words:
            self.clear_selection()
        return self._reaching is not None and self.view is self.text

    def action_select(self) -> None:
        """Select from the first word of the paragraph at the cursor; a second time, no more."""
        if self._reaching is not None:
            self._end_selecting()
            return
        self.set_focus(self.text)
        try:
            self._reach = Reach([block.text for block in self.reading.document.blocks], self.text.block)
        except ValueError:
            self.say("there are no words here to select")
            return
        self._select(self._reach)
        self.say(_KEYS[0])

    def action_move(self, step: int) -> None:
        """Reach the next or previous paragraph's end; else move."""
        if self._goes_on() and (reach := self._reach):
            reach.by_paragraph(step)
            self._select(reach)
        else:
            super().action_move(step)

    def action_stop(self, step: int) -> None:
        """Reach the next or previous word; else step to a marker or reference."""
        if self._goes_on() and (reach := self._reach):
            reach.by_word(step)
            self._select(reach)
        else:
            super().action_stop(step)

    def action_copy(self, markdown: bool = False) -> None:
        """Copy; what was selected by keys stays so until the next key that moves, which moves again."""
        super().action_copy(markdown)
        self._copied_words = self._reaching is not None
        self.sync()

    def action_leave(self) -> None:
        """Select no more; else leave."""
        if self.selections:
            self._end_selecting()
        else:
            super().action_leave()

    def _end_selecting(self) -> None:
        self.clear_selection()
        self.sync()

    def keys_to_say(self) -> Sequence[str]:
        """While words are selected by keys, what these do now."""
        is_selecting = self._reaching is not None and not self._copied_words and self.view is self.text
        return _KEYS if is_selecting else super().keys_to_say()

    def _select(self, reach: Reach) -> None:
        first, last = reach.ends
        self.selections = {
            self.text: self.text.selection_of((first.block, first.start), (last.block, last.end)),
        }
        self.active = None
        self.text.go_to(reach.reached.block, reach.reached.start)
        self.sync()
