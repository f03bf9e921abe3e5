"""How long it takes to be told what cites a thing, over all that is indexed.

    python tests/benchmarks/backlinks.py LIBRARY…

Each LIBRARY is a folder that `tgreader index --library` wrote. For 400 documents chosen by chance, for the most cited
ones, for footnotes, pages, telegrams and boxes: percentiles of the whole answer with its sentences, in milliseconds of
the clock and of the processor, and against the count of the same references in bare SQL.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter, thread_time

from tgreader.library.index.schema import FILE
from tgreader.model.address import parse_address
from tgreader.reading.backlinks.indexed import IndexedCitings
from tgreader.reading.pointing.citing_places import Wanted

_EACH = 400


def samples(database: sqlite3.Connection, chance: random.Random) -> dict[str, list[Wanted]]:
    """Things to ask about, of each class."""

    def column(statement: str) -> list[str]:
        return [row[0] for row in database.execute(statement)]

    def places(written: Sequence[str]) -> list[Wanted]:
        return [Wanted(one, (parse_address(one),)) for one in chance.sample(written, min(_EACH, len(written)))]

    def keys(written: Sequence[str]) -> list[Wanted]:
        return [Wanted(one, key=one) for one in chance.sample(written, min(_EACH, len(written)))]

    cited = "SELECT base FROM refs WHERE base LIKE '%/d%' GROUP BY base ORDER BY count(*) DESC LIMIT 40"
    return {
        "documents": places(column("SELECT address FROM documents WHERE sort = 'document'")),
        "most cited documents": places(column(cited)),
        "footnotes": places(column("SELECT DISTINCT target FROM refs WHERE kind = 'footnote' AND target <> ''")),
        "pages": places(column("SELECT DISTINCT target FROM refs WHERE kind = 'page' AND target <> ''")),
        "telegrams": keys(column("SELECT DISTINCT key FROM refs WHERE kind = 'telegram' AND key <> ''")),
        "boxes and files": keys(column("SELECT DISTINCT key FROM refs WHERE kind = 'source' AND key <> ''")),
    }


def main() -> None:
    """Print a table for each library."""
    for folder in map(Path, sys.argv[1:]):
        database = sqlite3.connect(f"{(folder / FILE).absolute().as_uri()}?mode=ro", uri=True)
        documents = database.execute("SELECT count(*), count(DISTINCT volume) FROM documents").fetchone()
        print(f"{folder}: {documents[0]:,} documents in {documents[1]:,} volumes")
        print(f"{'':24}{'asked':>7}{'places':>9}{'p50 ms':>9}{'p95 ms':>9}{'most ms':>9}{'p95 cpu':>9}")
        index = IndexedCitings(folder)
        for name, asked in samples(database, random.Random(7)).items():  # noqa: S311 - no secret is made of it
            clock, processor, found = [], [], 0
            for wanted in asked:
                begun, worked = perf_counter(), thread_time()
                found += len(index.citing(wanted))
                clock.append(1000 * (perf_counter() - begun))
                processor.append(1000 * (thread_time() - worked))
            if len(clock) > 1:
                late, cpu = (statistics.quantiles(times, n=20)[18] for times in (clock, processor))
                middle = statistics.median(clock)
                print(f"{name:24}{len(asked):7}{found:9}{middle:9.2f}{late:9.2f}{max(clock):9.2f}{cpu:9.2f}")
        index.close()
        database.close()


if __name__ == "__main__":
    main()
