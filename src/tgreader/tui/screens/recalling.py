"""Recalling: the marks and annotations on all documents, where the reader was, and what was searched for."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from tgreader.errors import LibraryError, TgReaderError
from tgreader.tui.screens.annotating import Annotating
from tgreader.tui.screens.marking import sign_of
from tgreader.tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from tgreader.library.work.annotations import Annotation, Kind
    from tgreader.library.work.visits import Visit
    from tgreader.reading.settings import Settings
    from tgreader.tui.screens.asking import Asked

_KEYS = {"x": "remove", "delete": "remove", "u": "restore", "e": "export", "i": "import", "o": "order", "a": "edit"}
_FOOT = (
    "Enter goes there · / filters · a edits · x deletes, u has it back · o order · e exports · i imports",
    "Enter · / filter · a edit · x delete · u undo · o order · e export · i import",
    "/ filter · a edit · x delete · u undo · e export",
    "Esc closes",
)
_TITLES: dict[Kind, str] = {"mark": "Marks", "annotation": "Annotations"}
_NONE: dict[Kind, str] = {
    "mark": "Nothing is marked: m marks a paragraph, a note or a selection",
    "annotation": "Nothing is annotated: a writes on a paragraph, a note or a selection",
}
_IMPORT = "import:"


class Recalling(Annotating):
    """A desk at which one looks up what one did before."""

    _by_time = False

    # Marks and annotations

    async def action_marks(self) -> None:
        """The marks on all documents."""
        await self._show_kept("mark")

    async def action_annotations(self) -> None:
        """The annotations on all documents, and those that were not finished."""
        await self._show_kept("annotation")

    async def _show_kept(self, kind: Kind, cursor: int = 0, typed: str = "") -> None:
        from tgreader.tui.screens.asking import AskingDialog

        rows = self._rows_of(kind)
        order = "newest first" if self._by_time else "by document"
        title = f"{_TITLES[kind]}, {order}" if rows else _NONE[kind]
        dialog = AskingDialog(title, rows, _KEYS, foot=_FOOT, filtering=True, typed=typed)
        await self.app.push_screen(dialog, partial(self._do_with_kept, kind))
        for _ in range(min(cursor, len(rows) - 1)):
            dialog.action_move(1)

    def _rows_of(self, kind: Kind) -> list[ListRow]:
        from tgreader.reading.notebook.notebook import in_reading_order
        from tgreader.reading.notebook.own_words import title_of, where_of

        notebook = self.session.notebook
        kept = [one for one in notebook.all() if one.kind == kind]
        kept = list(reversed(kept)) if self._by_time else sorted(kept, key=in_reading_order)
        sign = sign_of(kind)
        rows = [ListRow(f"{sign} {title_of(one)}", where_of(one), key=one) for one in kept]
        if kind == "annotation":
            drafts = [draft.annotation for draft in notebook.drafts()]
            unfinished = [ListRow(f"{sign} not finished: {title_of(one)}", where_of(one), key=one) for one in drafts]
            ids = {one.id for one in drafts}
            rows = [*unfinished, *(row for row in rows if cast("Annotation", row.key).id not in ids)]
        return rows

    async def _do_with_kept(self, kind: Kind, asked: object) -> None:
        from tgreader.tui.screens.asking import Asked

        if isinstance(asked, Asked):
            await self._answer(kind, asked)
        elif asked is not None:
            self.go_to_kept(cast("Annotation", asked))

    async def _answer(self, kind: Kind, asked: Asked) -> None:
        one = cast("Annotation | None", asked.key)
        if asked.what == "export":
            self._ask_format()
            return
        if asked.what == "import":
            await self._ask(_IMPORT, "a file of marks and annotations: .json, .csv or .md")
            return
        if asked.what == "edit" and one is not None and kind == "annotation":
            self.edit(one)
            return
        try:
            if asked.what == "remove" and one is not None:
                self._remove(one)
            elif asked.what == "restore":
                self.session.notebook.restore(self._last_deleted(kind))
        except LibraryError as error:
            self.say_error(error)
            return
        if asked.what == "order":
            self._by_time = not self._by_time
        self.read_own()
        await self._show_kept(kind, asked.at, asked.typed)

    # Export and import

    def _ask_format(self) -> None:
        from tgreader.reading.notebook.files import FORMATS

        said = {"json": "all of it, with searches and history", "csv": "for spreadsheets", "markdown": "to be read"}
        rows = [ListRow(form, said[form], key=form) for form in reversed(FORMATS)]
        self.choose(
            "Export marks and annotations as what?", rows, self._ask_where_to, foot="Enter chooses · Esc closes"
        )

    def _ask_where_to(self, form: object) -> None:
        from tgreader.reading.copying.tabular import FOR_SPREADSHEETS
        from tgreader.reading.notebook.files import FORMATS

        if isinstance(form, str):
            name = f"annotations{FORMATS[form]}"
            make = partial(self._exported_notebook, form, self.style, self.citing)
            first = FOR_SPREADSHEETS if form == "csv" else ""
            self.export(f"Export as {form} where?", name, make, first=first)

    def _exported_notebook(self, form: str, style: str, settings: Settings) -> tuple[str, tuple[str, ...]]:
        """In a thread: what is not open any more is read again for its citation."""
        from tgreader.reading.notebook.exchange import citing, everything
        from tgreader.reading.notebook.files import written

        try:
            kept = self.app.call_from_thread(everything, self.session.memory)
        except LibraryError as error:
            return "", (str(error),)
        kept = kept if form == "json" else kept._replace(searches=(), visits=())
        return written(kept, form, citing(self.session.shelf, style, settings)), ()

    def entered(self, sign: str, typed: str) -> None:
        """Where a file was asked for, import it."""
        if sign == _IMPORT:
            self._import(typed)
        else:
            super().entered(sign, typed)

    def _import(self, name: str) -> None:
        from tgreader.reading.notebook.exchange import bring_in

        path = Path(name).expanduser()
        try:
            imported, problems = bring_in(self.session.memory, path.read_text("utf-8"), str(path))
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            self.say_error(TgReaderError(f"cannot be read ({reason.lower()})", str(path), "check the path"))
        except TgReaderError as error:
            self.say_error(error)
        else:
            self.read_own()
            self.say("\n".join([str(imported), *map(str, problems[:3])]))

    def _remove(self, one: Annotation) -> None:
        notebook = self.session.notebook
        if any(kept.id == one.id for kept in notebook.all()):
            notebook.delete([one])
        else:  # what was not finished is put away like all else
            notebook.delete([notebook.keep(one)])
        notebook.drop_draft(one)

    def _last_deleted(self, kind: Kind) -> list[Annotation]:
        """What was deleted last, in this session or before."""
        return [one for one in self.session.notebook.all(deleted=True) if one.kind == kind][-1:]

    def go_to_kept(self, one: Annotation) -> None:
        """Go to where the words of a mark or annotation stand, in whatever document it is on."""
        self.go_again(one.address, one.file, partial(self._show_kept_place, one))

    def _show_kept_place(self, one: Annotation) -> None:
        self.read_own()
        placed = next((placed for placed in self.own if placed.annotation.id == one.id), None)
        if placed is not None:
            self.go_to_own(placed)
            if placed.is_lost:
                self.say("its words are not in this copy any more: it is kept here, at the document")
        if any(draft.annotation.id == one.id for draft in self.session.notebook.drafts()):
            self.edit(one)

    # Where the reader was

    async def action_history(self) -> None:
        """The documents looked at, the last one first."""
        visits = self.session.history.visits()
        if not visits:
            self.say("nothing was read yet")
            return
        rows = [ListRow(visit.heading, _when(visit), key=visit) for visit in visits]
        self.choose("Where you were", rows, self._revisit, filtering=True, foot="Enter goes there · Esc closes")

    def _revisit(self, chosen: object) -> None:
        if chosen is not None:
            visit = cast("Visit", chosen)
            self.go_again(visit.place, visit.file)


def _when(visit: Visit) -> str:
    """Place and time of a visit, on the reader's own clock."""
    from tgreader.reading.notebook.own_words import moment_of, within_of

    return " · ".join(part for part in (within_of(visit.place, visit.page), moment_of(visit.went)) if part)
