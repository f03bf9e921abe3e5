"""`tgreader notebook`: marks and annotations, searches and visits, listed, exported and imported."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tgreader.cli.output import DONE, PARTLY, USAGE, fail, print_lines, report, standard_input
from tgreader.errors import TgReaderError
from tgreader.reading.document.visible import visible

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from tgreader.reading.notebook.files import Kept
    from tgreader.reading.remembering.memory import Memory

_WHAT = ("annotations", "searches", "visits")
_FORMATS = ("json", "csv", "markdown")


def declare(parser: ArgumentParser) -> None:
    """Say which arguments it takes."""
    parser.add_argument("what", nargs="?", choices=_WHAT, help="only these (default: in JSON all, else annotations)")
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--export", metavar="FILE", help="write a new file; - is standard output")
    way.add_argument("--import", metavar="FILE", dest="bring", help="add what a file holds; - is standard input")
    parser.add_argument("--format", choices=_FORMATS, help="default: what the file's name ends in; for -, json")
    parser.add_argument("--tag", help="only annotations with this tag")
    parser.add_argument("--style", help="the style of citations (default: that of config.toml, else office)")
    parser.add_argument("--library", metavar="PATH", help="the folder where the work is kept")


def run(given: Namespace) -> int:
    """List, export or import; returns the exit status."""
    from tgreader.reading.remembering.memory import remembering

    memory = remembering(given.library)
    try:
        if given.bring is not None:
            return _import(given, memory)
        return _export(given, memory) if given.export is not None else _list(given, memory)
    finally:
        memory.close()


def _wanted(given: Namespace, memory: Memory, *, every: bool = False) -> Kept:
    from tgreader.reading.notebook.exchange import everything

    kept = everything(memory)
    if given.tag:
        kept = kept._replace(annotations=tuple(one for one in kept.annotations if given.tag in one.tags.split()))
    if given.what or not every:
        left_out = {name: () for name in _WHAT if name != (given.what or _WHAT[0])}
        kept = kept._replace(**left_out)
    return kept


def _list(given: Namespace, memory: Memory) -> int:
    from tgreader.reading.notebook.own_words import tagged, title_of

    kept = _wanted(given, memory)
    for one in kept.annotations:
        print_lines("  ".join(part for part in (one.address, title_of(one), tagged(one.tags)) if part))
    for search in kept.searches:
        print_lines(f"{search.at}  {search.hits:,}  {search.query}")
    for visit in kept.visits:
        print_lines(f"{visit.went}  {visit.place}  {visit.heading}")
    return DONE if any(kept) else PARTLY


def _export(given: Namespace, memory: Memory) -> int:
    from tgreader.citing.citation import STYLES
    from tgreader.reading.copying.tabular import FOR_SPREADSHEETS
    from tgreader.reading.notebook.exchange import citing
    from tgreader.reading.notebook.files import format_of, written
    from tgreader.reading.settings import STYLE, load
    from tgreader.reading.shelf.shelf import Shelf

    settings = load()
    style = given.style or settings.style or STYLE
    if style not in STYLES:
        return fail(TgReaderError("is no citation style", style, f"choose one of {', '.join(STYLES)}"), USAGE)
    form = given.format or ("json" if given.export == "-" else format_of(given.export))
    if form is None:
        return fail(TgReaderError("says no format", given.export, "name it .json, .csv or .md, or add --format"), USAGE)
    kept = _wanted(given, memory, every=form == "json")
    text = written(kept, form, citing(Shelf([]), style, settings))
    if given.export == "-":
        # A terminal must not be told anything by the words of a document; a file has them as they are.
        sys.stdout.write("\n".join(map(visible, text.split("\n"))) if sys.stdout.isatty() else text)
        return DONE
    try:
        with Path(given.export).open("x", encoding="utf-8", newline="") as file:
            file.write((FOR_SPREADSHEETS if form == "csv" else "") + text)
    except FileExistsError:
        return fail(
            TgReaderError("is there already", given.export, "name a new file, or - for standard output"), PARTLY
        )
    return DONE


def _import(given: Namespace, memory: Memory) -> int:
    from tgreader.reading.notebook.exchange import bring_in

    if given.bring == "-":
        text, form = standard_input(), given.format or "json"
    else:
        text, form = _text_of(given.bring), given.format
    imported, problems = bring_in(memory, text, given.bring, form)
    print_lines(str(imported))
    return report(problems, 1)


def _text_of(path: str) -> str:
    """A file's text, with its line ends as they are.

    Raises:
        UnreadableError: it cannot be read.
    """
    from tgreader.readers.registry import read_bytes

    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TgReaderError("is no UTF-8 text", path, "export it again") from error
