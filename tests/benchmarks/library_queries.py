"""How long the index takes to answer, by classes of queries, and against the same SQL run bare.

    python tests/benchmarks/library_queries.py LIBRARY…

Each LIBRARY is a folder that `tgreader index --library` wrote. For each class: the 50th and 95th percentile of an
answer (the count and the best 50 with their sentences), and the median ratio to the very same statements run by
`sqlite3` alone, then to them with FTS5's `snippet()` instead of the texts. Then a key of open-quickly, and what cites a
document.
"""

from __future__ import annotations

import random
import re
import sqlite3
import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import thread_time
from typing import Any

from tgreader.library.index.citations import Citations
from tgreader.library.index.openings import Openings
from tgreader.library.index.schema import FILE
from tgreader.library.index.search import Search
from tgreader.library.query.language import parse_query
from tgreader.library.query.tree import Query

_EACH = 25
_ROUNDS = 3


def samples(database: sqlite3.Connection, chance: random.Random) -> dict[str, list[str]]:
    """Queries of each class, from the library's own words."""
    bodies = [body for (body,) in database.execute("SELECT body FROM texts ORDER BY id % 997, id LIMIT 400")]
    words = re.findall(r"[A-Za-z]{4,}", " ".join(bodies))
    database.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'words', 'row')")
    often = dict(database.execute("SELECT term, doc FROM temp.vocabulary WHERE doc > 1"))
    (most,) = database.execute("SELECT count(*) FROM documents").fetchone()
    common = [word for word in set(words) if most * 0.2 < often.get(word.lower(), 0) < most * 0.8]
    rare = [word for word in set(words) if 1 < often.get(word.lower(), 0) < most * 0.001]
    pairs = [f'"{pair}"' for body in bodies for pair in re.findall(r"\b[a-z]{3,} [a-z]{3,}\b", body)[:40]]
    volumes = [volume for (volume,) in database.execute("SELECT DISTINCT volume FROM documents WHERE volume <> ''")]

    def some(listed: Sequence[str]) -> list[str]:
        return chance.choices(sorted(listed), k=_EACH)

    return {
        "common word": some(common),
        "rare word": some(rare),
        "phrase": some(pairs),
        "prefix": [f"{word[: chance.randint(3, 6)]}*" for word in some(words)],
        "boolean with filters": [
            f"({one} OR {other}) -{third} kind:telegram,memorandum date:19{chance.randint(48, 75)}..1980 with:notes"
            for one, other, third in zip(some(common), some(rare), some(rare), strict=True)
        ],
        "in one volume": [f"{word} volume:{volume}" for word, volume in zip(some(common), some(volumes), strict=True)],
    }


def timed(what: Callable[[], object]) -> float:
    """Milliseconds of the processor's time: all is in memory, and the machine has other things to do."""
    began = thread_time()
    what()
    return (thread_time() - began) * 1000


def answers(search: Search, query: Query) -> None:
    """All that the search screen asks for a first answer."""
    search.count(query)
    search.hits(query)


class Listening(Search):
    """Remembers the SQL that it runs."""

    def __init__(self, folder: Path) -> None:
        self.heard: list[tuple[str, Sequence[object]]] = []
        super().__init__(folder)

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """As `IndexReader.rows`."""
        self.heard.append((statement, values))
        return super().rows(statement, values)


def bare(database: sqlite3.Connection, heard: Sequence[tuple[str, Sequence[Any]]]) -> None:
    """The same SQL with nothing around it."""
    for statement, values in heard:
        database.execute(statement, values).fetchall()


def side_by_side(
    search: Listening, database: sqlite3.Connection, query: Query, *, ours_first: bool
) -> tuple[float, float]:
    """What an answer costs, and what its statements cost alone.

    The statements are heard in a run before, and the two take turns at being first: the second finds in the processor's
    caches what the first has read, which was nearly half of the difference where SQLite takes a millisecond or less.
    """

    def ours() -> float:
        search.matches.forget()
        search.heard.clear()
        return timed(lambda: answers(search, query))

    ours()
    heard = list(search.heard)
    if ours_first:
        return ours(), timed(lambda: bare(database, heard))
    theirs = timed(lambda: bare(database, heard))
    return ours(), theirs


def in_sql(database: sqlite3.Connection, heard: Sequence[tuple[str, Sequence[Any]]]) -> None:
    """The same, the sentences made by FTS5 too."""
    *asked, (_, numbers) = heard
    match = next((value for _, values in asked for value in values if isinstance(value, str) and " : " in value), "")
    bare(database, asked)
    for number in numbers:
        database.execute(
            "SELECT d.*, snippet(words, -1, '[', ']', '…', 32) FROM words JOIN documents AS d ON d.id = words.rowid "
            "WHERE words MATCH ? AND words.rowid = ?",
            (match, number),
        ).fetchall()


def percentiles(times: Sequence[float]) -> str:
    """The 50th and the 95th."""
    ordered = sorted(times)
    return f"{statistics.median(ordered):6.1f} {ordered[int(len(ordered) * 0.95)]:6.1f}"


def keys(library: Path, chance: random.Random) -> Iterator[float]:
    """Each key of some things typed into open-quickly."""
    openings = Openings(library)
    headings = [row[0] for row in openings.rows("SELECT heading FROM documents ORDER BY id % 991, id LIMIT 200")]
    for heading in chance.sample(headings, 30):
        typed = " ".join(chance.sample(heading.split(), min(2, len(heading.split()))))
        for length in range(1, len(typed) + 1):
            yield timed(lambda: openings.find(typed[:length]))  # noqa: B023 - called at once
    openings.close()


def main() -> None:
    """Print the tables."""
    for folder in map(Path, sys.argv[1:]):
        chance = random.Random(7)  # noqa: S311 - the same queries every time
        database = sqlite3.connect(folder / FILE)
        search = Listening(folder)
        (documents,) = database.execute("SELECT count(*) FROM documents").fetchone()
        print(f"{folder}: {documents:,} documents; milliseconds, 50th and 95th percentile; against bare SQL")
        for name, typed in samples(database, chance).items():
            queries = list(map(parse_query, typed))
            ours, ratios, with_snippets = [], [], []
            for number, query in enumerate(queries * _ROUNDS):
                mine, theirs = side_by_side(search, database, query, ours_first=bool(number % 2))
                ours.append(mine)
                ratios.append(mine / theirs)
                with_snippets.append(mine / timed(lambda: in_sql(database, search.heard)))  # noqa: B023
            print(
                f"  {name:22}{percentiles(ours)}   {statistics.median(ratios):.2f} ×"
                f"  {statistics.median(with_snippets):.2f} ×"
            )
        print(f"  {'open quickly, a key':22}{percentiles(list(keys(folder, chance)))}")
        citations = Citations(folder)
        cited = citations.rows("SELECT base FROM refs WHERE base <> '' GROUP BY base ORDER BY count(*) DESC LIMIT 100")
        follow = [timed(lambda: citations.of_place(base)) for (base,) in cited]  # noqa: B023
        print(f"  {'what cites, most cited':22}{percentiles(follow)}")


if __name__ == "__main__":
    main()
