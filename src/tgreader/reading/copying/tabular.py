"""Tables as comma-separated values (RFC 4180), for spreadsheets and for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from tgreader.reading.document.visible import visible

_TAKEN_FOR_FORMULAS = ("=", "+", "-", "@")
FOR_SPREADSHEETS = "\ufeff"
"""Put before a table that a spreadsheet will open: by it, it knows that the text is UTF-8."""


def comma_separated(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as RFC 4180 has it: lines end in CR LF, a field with a comma, quotation mark or line end is quoted.

    A field that a spreadsheet would take for a formula gets an apostrophe before it, and hidden characters are written
    out: words of a document are words, whatever opens the table. Numbers stay numbers.
    """
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([field if isinstance(field, int | float) else _words(str(field or "")) for field in row])
    return table.getvalue()


def _words(field: str) -> str:
    words = "\n".join(visible(line) for line in field.splitlines())
    return f"'{words}" if words.startswith(_TAKEN_FOR_FORMULAS) else words
