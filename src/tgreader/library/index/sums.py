"""A sum over all that the index keeps of a document, by which a letter that the disk has lost is noticed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import groupby
from typing import Any

from tgreader.library.index.rows import DocumentRow, Message, ReferenceRow, Telegraphed

DOCUMENT = DocumentRow._fields[: DocumentRow._fields.index("division")]
TEXTS = ("layout", "source", "notes", "persons", "body")
MESSAGE = Message._fields
REFERENCE = ReferenceRow._fields[: ReferenceRow._fields.index("telegram")]
TELEGRAM = Telegraphed._fields
"""The columns of the tables, in the order in which they are written and summed."""

Row = Sequence[str | int | None]


def sum_of(document: Row, references: Iterable[Row]) -> bytes:
    """The sum of a document.

    Args:
        document: what is in the columns `DOCUMENT`, `TEXTS` and `MESSAGE`; None in the last where it is no message.
        references: for each, what is in `REFERENCE` and `TELEGRAM`; None in the last where it is no telegram's.
    """
    made = blake2b(digest_size=8)
    for row in (document, *references):
        made.update("\x1f".join("\x00" if one is None else str(one) for one in row).encode("utf-8", "surrogatepass"))
        made.update(b"\x1e")
    return made.digest()


def differing(execute: Callable[[str], Iterable[tuple[Any, ...]]]) -> Iterator[str]:
    """The addresses of the documents that are not what was written.

    Args:
        execute: asks the index in SQL.
    """
    listed = _listed(r=REFERENCE, m=TELEGRAM)
    references = groupby(
        execute(
            f"SELECT r.document, {listed} FROM refs AS r LEFT JOIN telegrams AS m ON m.ref = r.id "
            "ORDER BY r.document, r.id"
        ),
        lambda row: row[0],
    )
    waiting = next(references, None)
    for number, wanted, *row in execute(
        f"SELECT d.id, d.sum, {_listed(d=DOCUMENT, t=TEXTS, s=MESSAGE)} FROM documents AS d "
        "JOIN texts AS t ON t.id = d.id LEFT JOIN messages AS s ON s.document = d.id ORDER BY d.id"
    ):
        ours: list[Row] = []
        if waiting and waiting[0] == number:
            ours = [one[1:] for one in waiting[1]]
            waiting = next(references, None)
        if sum_of(row, ours) != wanted:
            yield row[0]


def _listed(**columns: Sequence[str]) -> str:
    return ", ".join(f"{table}.{name}" for table, names in columns.items() for name in names)
