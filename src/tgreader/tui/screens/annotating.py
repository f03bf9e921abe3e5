"""Annotating: the reader's own words on a document, a paragraph, a note or a selection."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from tgreader.errors import LibraryError
from tgreader.tui.screens.marking import Marking, sign_of
from tgreader.tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from tgreader.library.work.annotations import Annotation
    from tgreader.reading.notebook.notebook import Spot
    from tgreader.tui.screens.annotation_editor import Typed

_ANOTHER = "another"


class Annotating(Marking):
    """A desk at which one annotates."""

    async def furnished(self) -> None:
        """Say what was being written when the program ended."""
        await super().furnished()
        self.call_after_refresh(self._tell_drafts)

    def _tell_drafts(self) -> None:
        drafts = self.session.notebook.drafts()
        if drafts:
            from tgreader.reading.notebook.own_words import place_of

            more = f" and {len(drafts) - 1:,} more" if len(drafts) > 1 else ""
            words = (
                f"an annotation was not finished: {place_of(drafts[-1].annotation)}{more} · A lists it, Enter goes on"
            )
            self.say_also(words)

    async def action_annotate(self) -> None:
        """Write on the selection, the note or the paragraph at the cursor, at the heading on the whole document.

        Where something is written there already, choose whether to go on with it.
        """
        if self.view is self.notes and self.notes.written is not None:
            self.edit(cast("Annotation", self.notes.written.key))
            return
        spot, is_selected = self.spot(), bool(self.text.selected())
        written = [] if is_selected else self._written_at(spot)
        if not written:
            self.edit(self.session.notebook.new(self.reading.document, spot, "annotation"))
            return
        from tgreader.reading.notebook.own_words import title_of, where_of

        rows = [ListRow(f"{sign_of('annotation')} {title_of(one)}", where_of(one), key=one) for one in written]
        rows.append(ListRow("write another one here", key=_ANOTHER))
        self.choose("What is written here", rows, partial(self._edit_chosen, spot), foot="Enter goes on · Esc closes")

    def _edit_chosen(self, spot: Spot, chosen: object) -> None:
        if chosen == _ANOTHER:
            self.edit(self.session.notebook.new(self.reading.document, spot, "annotation"))
        elif chosen is not None:
            self.edit(cast("Annotation", chosen))

    def _written_at(self, spot: Spot) -> list[Annotation]:
        """The annotations at a place, and what was being written there when the program ended."""
        block = spot.passage.first if spot.passage else 0
        found = [p.annotation for p in self.own if p.annotation.kind == "annotation" and p.block == block]
        known = {one.id for one in found}
        new = self.session.notebook.new(self.reading.document, spot, "annotation")
        drafts = (draft.annotation for draft in self.session.notebook.drafts())
        return [*found, *(one for one in drafts if one.address == new.address and one.id not in known)]

    def edit(self, annotation: Annotation) -> None:
        """Write an annotation; where it was being written when the program ended, go on with that."""
        from tgreader.reading.notebook.notebook import tags_in, words_in
        from tgreader.reading.notebook.own_words import place_of
        from tgreader.tui.screens.annotation_editor import AnnotationEditor, Typed

        drafts = (draft.annotation for draft in self.session.notebook.drafts())
        begun = next((draft for draft in drafts if draft.id == annotation.id), annotation)
        place = place_of(annotation)
        self.app.push_screen(
            AnnotationEditor(
                (f"Annotation on {place}", place, "Annotation"),
                "" if annotation.scope == "document" else annotation.exact,
                Typed(words_in(begun.words), tags_in(begun.tags)),
                partial(self._keep_draft, annotation),
            ),
            partial(self._edited, annotation),
        )

    def _keep_draft(self, annotation: Annotation, typed: Typed) -> None:
        self.session.notebook.keep_draft(_with(annotation, typed))

    def _edited(self, annotation: Annotation, typed: Typed | None) -> None:
        """Keep what was typed; without words and tags, it is no annotation any more."""
        if typed is None:
            return
        written = _with(annotation, typed)
        try:
            self._keep_edited(annotation, written)
        except LibraryError as error:
            if written != annotation:
                self._copy(f"{written.words}\n{written.tags}".strip(), (str(error),))
            return
        self.clear_selection()
        self.read_own()

    def _keep_edited(self, annotation: Annotation, written: Annotation) -> None:
        notebook = self.session.notebook
        if not written.words.strip() and not written.tags:
            notebook.drop_draft(annotation)
            if annotation.words or annotation.tags:
                notebook.delete([annotation])
                self.say("annotation deleted · A, then u, has it back")
        elif (written.words, written.tags) == (annotation.words, annotation.tags) and notebook.holds(annotation):
            notebook.drop_draft(annotation)
        elif notebook.keep(written).id == annotation.id:
            self.say("annotation kept")
        else:
            self.say("another reader changed this annotation meanwhile: theirs stays, and yours is kept beside it")

    def action_follow(self) -> None:
        """In the panel of notes, Enter on an annotation goes on writing it."""
        if self.view is self.notes and self.notes.written is not None:
            self.edit(cast("Annotation", self.notes.written.key))
        else:
            super().action_follow()


def _with(annotation: Annotation, typed: Typed) -> Annotation:
    from tgreader.reading.notebook.notebook import tags_in, words_in

    return annotation._replace(words=words_in(typed.words), tags=tags_in(typed.tags))
