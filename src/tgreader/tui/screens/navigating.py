"""The navigator: references of the paragraph, the document or the volume, narrowed by typing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from tgreader.model.address import Address
from tgreader.tui.screens.long_reading import BEGUN, LongReading, Show
from tgreader.tui.widgets.bars import Said

if TYPE_CHECKING:
    from tgreader.reading.pointing.navigator import Group
    from tgreader.tui.widgets.prompt import Prompt

SCOPES = ("paragraph", "document", "volume")
"""Whose references are listed, from the narrowest."""

SIGNS_SAID = "→ opens, · not here, ? in doubt"
"""What the signs before entries mean; see `widgets.reference_navigator`, which the first screen does not import."""
_KEYS = (
    f"Enter shows where, again follows · p peek · . scope · / narrow · R cited by · {SIGNS_SAID}",
    f"Enter shows, follows · . scope · / narrow · R cited by · {SIGNS_SAID}",
    f"Enter shows, follows · {SIGNS_SAID}",
    SIGNS_SAID,
    "? keys",
    "",
)
_FILTER = "only "
"""The sign of the prompt that narrows the list."""


class Navigating(LongReading):
    """A desk with a list of references that one can widen, and narrow.

    Attributes:
        scope: one of `SCOPES`.
    """

    scope = "document"
    _references_of: object = None
    _references_about: object = None
    """Of what the list shows the references: exactly, and the document or volume."""

    # Scope

    def action_scope(self) -> None:
        """List the references of more: of the document, then of the volume; then of the paragraph with its notes."""
        if self.is_too_low():
            return
        following = SCOPES[(SCOPES.index(self.scope) + 1) % len(SCOPES)]
        if following == "volume" and self.reading.document.volume is None:
            following = SCOPES[0]
        self.scope = following
        self.list_references()

    def list_references(self) -> None:
        """Show the list of references, of what is in scope, and give it the keys."""
        self.stop_reading()
        self._references_of = self._references_about = None
        self.show_references()
        self.show_pane(self.navigator)
        self.sync()

    def show_references(self) -> None:
        """Show the references of what is in scope, if others are shown."""
        document, references, blocks = self.reading.document, self.reading.references, self._blocks_in_scope()
        about: object = document.volume if self.scope == "volume" else document.address
        listed = about if self.scope == "volume" else (about, id(references), blocks)
        if listed == self._references_of:
            return
        if (
            about != self._references_about
        ):  # words that narrowed the list of another document would hide what is in this one
            self.navigator.narrow("")
        self._references_of, self._references_about = listed, about
        if self.scope == "volume":
            self._read_volume(document.volume)
            return
        from tgreader.reading.pointing.navigator import pointed_to

        self.navigator.read(pointed_to(document, references, blocks) if references else (), self.session.can_reach)

    def _blocks_in_scope(self) -> frozenset[int] | None:
        """The numbers of the blocks whose references are listed; None for all."""
        if self.scope != "paragraph":
            return None
        notes = self.reading.notes_at(self.text.block)
        of_notes = (note.first_block + number for note in notes for number in range(len(note.note.blocks)))
        return frozenset((self.text.block, *of_notes))

    def references_title(self) -> tuple[Said, Said]:
        """What is listed, how many entries, and what they were narrowed by."""
        where = f"in {self.scope}"
        right = self.progress or (f"{self.navigator.counted} {where}", where)
        return self.narrowed("References"), right

    def keys_to_say(self) -> Sequence[str]:
        """In the list, what is done there, and what its signs mean."""
        return _KEYS if self._is_furnished and self.view is self.navigator else super().keys_to_say()

    def narrowed(self, title: str) -> Said:
        """A title of the list, with the words by which it was narrowed."""
        words = f"“{self.navigator.filter}”"
        return (f"{title} {words}", words) if self.navigator.filter else title

    def sync(self) -> None:
        """As at every desk; the list follows the paragraph where it is the paragraph's."""
        if self._is_furnished and self.scope == "paragraph" and self.reading.references:
            self.show_references()
        super().sync()

    # The volume, read in a thread

    def _read_volume(self, volume: str | None) -> None:
        from tgreader.reading.backlinks.on_shelf import CONTENTS_OF_BOOKS

        self.navigator.read(())
        entries = (place.entry for place in list(self.session.shelf.places))
        addresses = [
            entry.address for entry in entries if entry.address.volume == volume and entry.sort not in CONTENTS_OF_BOOKS
        ]
        self.start_reading(partial(self._mentions_of, volume, addresses), BEGUN)

    def _mentions_of(self, volume: str | None, addresses: Sequence[Address]) -> Show | None:
        """In a thread: the references of all documents of a volume."""
        from tgreader.reading.pointing.navigator import Mention, grouped, mentions

        found: list[Mention] = []
        for number, address in enumerate(addresses, 1):
            document = self.session.shelf.passing(address)
            if document is not None:
                found += mentions(document, self.session.referring.find(document), among_others=True)
            if not self.tell_progress(number, len(addresses)):
                return None
        return partial(self._show_volume, volume, grouped(found))

    def _show_volume(self, volume: str | None, groups: Sequence[Group]) -> None:
        if self._references_of == volume:
            self.navigator.read(groups, self.session.can_reach)
            self.sync()

    def action_leave(self) -> None:
        """Stop a reading; else as at every desk."""
        if self.stop_reading():
            self.reading_stopped()
        else:
            super().action_leave()

    def reading_stopped(self) -> None:
        """The reader did not wait: the references of the document are listed again."""
        self.scope = "document"
        self.list_references()
        self.say("stopped")

    # Narrowing

    async def action_find(self) -> None:
        """In the list of references, narrow that; elsewhere find in the text."""
        if self.view is self.navigator:
            self._typed[_FILTER] = self.navigator.filter
            await self._ask(_FILTER, "words that the entries must hold; Esc shows all", "words")
        else:
            await super().action_find()

    def on_prompt_changed(self, event: Prompt.Changed) -> None:
        """Narrow the list while words are typed."""
        if event.sign == _FILTER:
            event.prevent_default()
            self.navigator.narrow(event.typed)
            event.prompt.say(self.navigator.counted)

    def on_prompt_ended(self, event: Prompt.Ended) -> None:
        """Keep the list narrowed, or by Esc show all of it again."""
        if event.sign == _FILTER:
            event.prevent_default()
            self.query("Prompt").remove()
            self.navigator.narrow(event.typed if event.entered else "")
            self.set_focus(self.navigator)
            self.sync()
