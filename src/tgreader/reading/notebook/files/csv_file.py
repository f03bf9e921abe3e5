"""A part of the notebook as comma-separated values (RFC 4180).

A field that a spreadsheet would take for a formula, because it begins with `=`, `+`, `-`, `@`, a tab or a line end,
gets an apostrophe before it, and so does one that begins with an apostrophe itself. Reading takes one apostrophe away:
what was written comes back as it was.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from tgreader.library.work.annotations import Annotation
from tgreader.library.work.search_log import LoggedSearch
from tgreader.library.work.visits import Visit
from tgreader.reading.notebook.files.formats import Citing, Kept, Records

_FIRST = ("kind", "citation", "exact", "words", "tags", "address", "page", "last_page", "heading")
ANNOTATIONS = (*_FIRST, *(name for name in Annotation._fields if name not in _FIRST))
"""The columns of annotations: first those that people read."""

_MARKED = ("=", "+", "-", "@", "\t", "\r", "\n", "'")


def write(kept: Kept, citing: Citing) -> str:
    """One table: the annotations, else the searches, else the visits."""
    if kept.annotations or not (kept.searches or kept.visits):
        rows = ({**one._asdict(), "citation": citing(one)} for one in kept.annotations)
        return _table(ANNOTATIONS, rows)
    if kept.searches:
        return _table(LoggedSearch._fields, (one._asdict() for one in kept.searches))
    return _table(Visit._fields, (one._asdict() for one in kept.visits))


def _table(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_guarded(str(row[column])) for column in columns])
    return table.getvalue()


def _guarded(field: str) -> str:
    return f"'{field}" if field.startswith(_MARKED) else field


def read(text: str) -> Records:
    """The table, known by its columns, in whatever order they are.

    Raises:
        ValueError: it is no table of ours.
    """
    csv.field_size_limit(2**26)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise ValueError(str(error)) from error
    if not rows:
        raise ValueError("it is empty")
    columns = rows[0]
    records = [dict(zip(columns, map(_bare, row), strict=False)) for row in rows[1:] if row]
    if {"id", "kind", "address"} <= set(columns):
        return Records(annotations=records)
    if set(LoggedSearch._fields) <= set(columns):
        return Records(searches=records)
    if {"document", "place", "came"} <= set(columns):
        return Records(visits=records)
    raise ValueError("its first line has none of the columns that are expected")


def _bare(field: str) -> str:
    return field.removeprefix("'")
