"""The notebook as Markdown: to be read by people, edited by them, and read again.

What people do not read stands in comments (CommonMark 0.31, section 4.6), as JSON. The reader's own words stand as they
are between two such comments, so that they may be changed in any editor; a line of theirs that would be taken for one
gets a backslash before it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tgreader.library.work.annotations import Annotation
from tgreader.model.patterns import pattern
from tgreader.reading.notebook.files.formats import Citing, Kept, Records
from tgreader.reading.notebook.own_words import tagged, within_of

_HIDDEN = tuple(name for name in Annotation._fields if name not in ("words", "tags"))
_WORDS, _END = "<!-- words -->", "<!-- end of words -->"
_TAGS = "Tags: "
_COMMENT = pattern(r"<!-- tgreader (annotation|searches|visits) (.*) -->")
_OURS = pattern(r"(\\*)(<!-- (?:words|end of words|tgreader .*) -->)")
_SPECIAL = pattern(r"([\\`*_\[\]<>#|~])")
_KINDS = {"mark": "◆", "annotation": "✎"}


def write(kept: Kept, citing: Citing) -> str:
    """Headings of documents, and under each what is marked and annotated on it; then searches and visits."""
    lines = ["# Marks and annotations", ""]
    heading = None
    for one in kept.annotations:
        if one.heading != heading:
            heading = one.heading
            lines += [f"## {_plain(heading)}", ""]
        lines += _annotation(one, citing(one))
    if kept.searches:
        lines += ["## Searches", ""]
        lines += [f"- {_plain(one.query)}: {one.hits:,} found, {one.at}" for one in kept.searches]
        lines += ["", _comment("searches", [one._asdict() for one in kept.searches]), ""]
    if kept.visits:
        lines += ["## Documents looked at", ""]
        lines += [
            f"- {one.went}: {_plain(one.heading)} {_plain(within_of(one.place, one.page))}" for one in kept.visits
        ]
        lines += ["", _comment("visits", [one._asdict() for one in kept.visits]), ""]
    return "\n".join(lines)


def _annotation(one: Annotation, citation: str) -> list[str]:
    lines = [_comment("annotation", {name: value for name, value in one._asdict().items() if name in _HIDDEN}), ""]
    pages = f"{one.page}–{one.last_page}" if one.last_page else one.page
    within = within_of(one.address, pages) or "The document"
    lines += [f"### {_KINDS[one.kind]} {_plain(within)}", ""]
    if one.scope != "document":
        lines += [f"> {_plain(line)}".rstrip() for line in one.exact.split("\n")] + [""]
    if one.kind == "annotation":
        lines += [_WORDS, *map(_guarded, one.words.split("\n")), _END, ""]
    if one.tags:
        lines += [f"{_TAGS}{tagged(one.tags)}", ""]
    return [*lines, _plain(citation), ""]


def read(text: str) -> Records:
    """What the comments hold, with the words between them.

    Raises:
        ValueError: a comment is no JSON, or there is none.
    """
    annotations: list[dict[str, Any]] = []
    rest: dict[str, Sequence[Mapping[str, object]]] = {}
    lines = iter(text.replace("\r\n", "\n").split("\n"))
    for line in lines:
        if line == _WORDS and annotations:
            annotations[-1]["words"] = _words(lines)
        elif line.startswith(_TAGS) and annotations:
            annotations[-1]["tags"] = line.removeprefix(_TAGS)
        elif found := _COMMENT.fullmatch(line):
            value = json.loads(found[2])
            if isinstance(value, dict):
                annotations.append({name: field for name, field in value.items() if name in _HIDDEN})
            elif isinstance(value, list) and all(isinstance(record, dict) for record in value):
                rest[found[1]] = value
    if not annotations and not rest:
        raise ValueError("no comment in it was written by tgreader")
    return Records(annotations, rest.get("searches", ()), rest.get("visits", ()))


def _words(lines: Iterator[str]) -> str:
    """The reader's own words, up to where they end."""
    found: list[str] = []
    for line in lines:
        if line == _END:
            return "\n".join(found)
        found.append(_bare(line))
    raise ValueError(f"“{_END}” is missing")


def _comment(what: str, value: object) -> str:
    """A comment, in which no `>` can end it too early."""
    return f"<!-- tgreader {what} {json.dumps(value, ensure_ascii=False).replace('>', chr(92) + 'u003e')} -->"


def _guarded(line: str) -> str:
    return f"\\{line}" if _OURS.fullmatch(line) else line


def _bare(line: str) -> str:
    found = _OURS.fullmatch(line)
    return line[1:] if found and found[1] else line


def _plain(text: str) -> str:
    """Words of a document as Markdown shows them, in one line: nothing in them is markup."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
