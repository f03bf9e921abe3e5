"""`tgreader search QUERY`: what the index has, for people and for scripts."""

from __future__ import annotations

import os
import sys
from itertools import islice
from typing import TYPE_CHECKING

from tgreader.cli.output import DONE, PARTLY, USAGE, fail, print_json, print_lines
from tgreader.errors import QueryError, TgReaderError
from tgreader.reading.document.visible import visible

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from tgreader.library.index.matches import Count
    from tgreader.library.index.search import Hit

_SHOWN = 20
_COLUMNS = ("address", "place", "page", "volume", "number", "kind", "heading", "date", "snippet")
_UNRANKED = "; too many to rank: first those with it in the heading"
_LANGUAGE = """
queries:
  soviet brezhnev              both words; neither case nor accents count
  "most favored nation"        a phrase          detent*   words that begin so
  a OR b   a AND b   NOT c   -c   (a OR b) c     in capitals
  NEAR(berlin access, 5)   berlin NEAR/5 access  at most 5 words between them
  ="Détente"                   spelled just so: case, accents, hyphens, apostrophes
  heading: body: notes: source: person: place: from: to: number:   in that field alone
  volume:frus1969-76v39  subseries:1969-76  compilation:europe  kind:telegram,airgram  class:secret
  date:1972-08  date:1971..1973  after:1972-08-15  before:1973
  with:notes  without:notes  without:date        with:undated: also what has no date
"""


def declare(parser: ArgumentParser) -> None:
    """Say which arguments it takes."""
    from argparse import RawDescriptionHelpFormatter

    parser.formatter_class = RawDescriptionHelpFormatter
    parser.epilog = _LANGUAGE
    parser.add_argument("query", nargs="+", metavar="QUERY", help="see below; several are joined as one")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object a line")
    form.add_argument("--csv", action="store_true", help="comma-separated values")
    form.add_argument("--count", action="store_true", help="the number of documents alone")
    parser.add_argument("--limit", type=int, metavar="N", help=f"at most N (default: {_SHOWN}; --json and --csv: all)")
    parser.add_argument(
        "--by", choices=("rank", "date", "place"), default="rank", help="best first (the default), oldest first, or as "
        "they stand in their volumes",
    )  # fmt: skip
    parser.add_argument("--library", metavar="PATH", help="the folder where the index is kept")


def run(given: Namespace) -> int:
    """Search; returns the exit status."""
    from tgreader.library.index.search import Search
    from tgreader.library.query.language import parse_query
    from tgreader.library.work.work import library_folder

    text = " ".join(given.query)
    if given.limit is not None and given.limit < 0:
        return fail(TgReaderError("is no number of documents", str(given.limit), "write --limit 20"), USAGE)
    try:
        query = parse_query(text)
    except QueryError as error:
        return _explain(error, text)
    search = Search(library_folder(given.library))
    try:
        count = search.count(query)
        limit = given.limit if given.limit is not None or given.json or given.csv else _SHOWN
        _print(islice(search.every(query, given.by), limit), given, count)
        if count.undated and (given.json or given.csv or given.count):
            _say_undated(count)
        return DONE if count.documents else PARTLY
    finally:
        search.close()


def _print(hits: Iterator[Hit], given: Namespace, count: Count) -> None:
    if given.count:
        print_lines(str(count.documents))
    elif given.json:
        for hit in hits:
            print_json({**_record(hit), "words": [list(span) for span in hit.excerpt.words]})
    elif given.csv:
        from tgreader.reading.copying.tabular import comma_separated

        sys.stdout.write(comma_separated(_COLUMNS, (tuple(_record(hit).values()) for hit in hits)))
    else:
        print_lines(_counted(count) + ("" if count.ranked or given.by != "rank" else _UNRANKED))
        for hit in hits:
            facts = (hit.place, f"p. {hit.page}" if hit.page else "", hit.date or "no date", hit.heading)
            print_lines(" · ".join(fact for fact in facts if fact))
            sys.stdout.write(f"    {_marked(hit)}\n")


def _record(hit: Hit) -> dict[str, object]:
    fields = (hit.address, hit.place, hit.page, hit.volume or None, hit.number or None, hit.kind, hit.heading)
    return dict(zip(_COLUMNS, (*fields, hit.date or None, hit.excerpt.text), strict=True))


def _counted(count: Count) -> str:
    """`31 documents; 2 more have no date (with:undated)`."""
    found = "1 document" if count.documents == 1 else f"{count.documents:,} documents"
    more = f"; {count.undated:,} more have no date (with:undated)" if count.undated else ""
    return found + more


def _say_undated(count: Count) -> None:
    """Nothing is dropped in silence, also where a script reads."""
    which = "1 document fits but for its date, which is" if count.undated == 1 else (
        f"{count.undated:,} documents fit but for their date, which is"
    )  # fmt: skip
    fail(TgReaderError(f"{which} not known", "", "with:undated finds what has no date too"), DONE)


def _marked(hit: Hit) -> str:
    """The sentence, its words in bold on a terminal."""
    text, bold = hit.excerpt.text, sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    if not bold:
        return visible(text)
    parts, at = [], 0
    for start, end in hit.excerpt.words:
        parts += [visible(text[at:start]), "\x1b[1m", visible(text[start:end]), "\x1b[0m"]
        at = end
    return "".join([*parts, visible(text[at:])])


def _explain(error: QueryError, text: str) -> int:
    """Say what is wrong with a query, and where: on a terminal by pointing at it."""
    place = f"character {error.at + 1} of “{text}”"
    status = fail(TgReaderError(error.what, place, error.remedy), USAGE)
    if sys.stderr.isatty():
        length = max(1, error.end - error.at)
        sys.stderr.write(f"  {visible(text)}\n  {' ' * len(visible(text[: error.at]))}{'^' * length}\n")
    return status
