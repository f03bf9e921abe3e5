"""What is exported, the formats, and what a file must be to be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import PurePath
from typing import TypeVar

from tgreader.errors import TgReaderError
from tgreader.library.work.annotations import Annotation
from tgreader.library.work.search_log import LoggedSearch
from tgreader.library.work.visits import Visit
from tgreader.model.address import parse_address
from tgreader.model.tuples import NamedTuple
from tgreader.reading.notebook.notebook import tags_in, words_in

One = TypeVar("One")

FORMATS = {"json": ".json", "csv": ".csv", "markdown": ".md"}
"""The formats, and what the names of their files end in."""

_KINDS = ("mark", "annotation")
_SCOPES = ("document", "paragraph", "note", "selection")
_LARGEST = 2**26  # code points: some hundred times what a life's reading leaves
_REMEDY = "read what tgreader notebook --export has written"


class Kept(NamedTuple):
    """What is exported and imported.

    Attributes:
        annotations: marks and annotations.
        searches: the log of searches.
        visits: the documents looked at.
    """

    annotations: tuple[Annotation, ...] = ()
    searches: tuple[LoggedSearch, ...] = ()
    visits: tuple[Visit, ...] = ()


Citing = Callable[[Annotation], str]
"""The citation of the place that an annotation is on."""


def format_of(name: str) -> str | None:
    """The format that a file's name says, or None."""
    suffix = PurePath(name).suffix.lower()
    return next((one for one, ends in FORMATS.items() if ends == suffix), "markdown" if suffix == ".markdown" else None)


def written(kept: Kept, form: str, citing: Citing) -> str:
    """The text of a file.

    Args:
        kept: what it is to hold.
        form: one of `FORMATS`. A CSV file is one table: of annotations, else of searches, else of visits.
        citing: makes citations.
    """
    write: Callable[[Kept, Citing], str] = import_module(f"tgreader.reading.notebook.files.{form}_file").write
    return write(kept, citing)


def read(text: str, form: str, where: str) -> tuple[Kept, list[TgReaderError]]:
    """What a file holds, and one error for each thing in it that cannot be used; that does not stop the rest.

    Args:
        text: the file's text.
        form: one of `FORMATS`.
        where: what the file is called, for errors.

    Raises:
        TgReaderError: it is no such file.
    """
    if len(text) > _LARGEST:
        raise TgReaderError("is too large for a notebook", where, _REMEDY)
    load: Callable[[str], Records] = import_module(f"tgreader.reading.notebook.files.{form}_file").read
    try:
        records = load(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        what = " ".join(str(error).split()) or "it is not understood"
        raise TgReaderError(f"is no notebook: {what}", where, _REMEDY) from error
    problems: list[TgReaderError] = []
    kept = Kept(
        _each(_annotation, records.annotations, "annotation", where, problems),
        _each(_search, records.searches, "search", where, problems),
        _each(_visit, records.visits, "visit", where, problems),
    )
    return kept, problems


class Records(NamedTuple):
    """What a file holds before it is known whether it can be used: fields by their names."""

    annotations: Sequence[Mapping[str, object]] = ()
    searches: Sequence[Mapping[str, object]] = ()
    visits: Sequence[Mapping[str, object]] = ()


def _each(
    make: Callable[[Mapping[str, object]], One],
    records: Sequence[Mapping[str, object]],
    what: str,
    where: str,
    problems: list[TgReaderError],
) -> tuple[One, ...]:
    found: list[One] = []
    for number, record in enumerate(records, 1):
        try:
            found.append(make(record))
        except (ValueError, TypeError, KeyError, AttributeError, TgReaderError) as error:
            problems.append(TgReaderError(f"{what} {number} cannot be used: {error}", where, "the others are read"))
    return tuple(found)


def _annotation(record: Mapping[str, object]) -> Annotation:
    fields = {name: _text(record, name) for name in Annotation._fields if name not in ("words", "tags")}
    tags = record.get("tags", "")
    typed = " ".join(map(str, tags)) if isinstance(tags, list) else str(tags)
    one = Annotation(**fields, words=words_in(_text(record, "words")), tags=tags_in(typed))  # type: ignore[arg-type]
    if one.kind not in _KINDS or one.scope not in _SCOPES:
        raise ValueError("its kind is not known")
    if not one.id or not one.changed:
        raise ValueError("it has no id or no time")
    parse_address(one.address)
    return one


def _search(record: Mapping[str, object]) -> LoggedSearch:
    hits = record.get("hits")
    if isinstance(hits, bool) or not isinstance(hits, int | str):
        raise TypeError("it has no number of hits")
    return LoggedSearch(_text(record, "query"), max(0, int(hits)), _text(record, "at"))


def _visit(record: Mapping[str, object]) -> Visit:
    visit = Visit(**{name: _text(record, name) for name in Visit._fields})
    parse_address(visit.place)
    return visit


def _text(record: Mapping[str, object], name: str) -> str:
    value = record.get(name, "")
    if not isinstance(value, str):
        raise TypeError(f"its {name} is no text")
    return value.encode("utf-8", "backslashreplace").decode()
