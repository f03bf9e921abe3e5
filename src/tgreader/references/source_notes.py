"""Source notes: a document's own source, with what the note says of its secrecy, its drafting and its readers."""

from __future__ import annotations

import re

from tgreader.model.document import Document
from tgreader.references.sources import ArchivalSource, archival_source, citation_end

_CLASSES = (
    "Top Secret",
    "Secret",
    "Confidential",
    "Limited Official Use",
    "Official Use Only",
    "Unclassified",
    "Restricted",
    "No classification marking",
    "Personal",
    "Administratively Confidential",
)
_PRECEDENCES = (
    "Niact Immediate",
    "Operational Immediate",
    "Immediate",
    "Niact",
    "Flash",
    "Priority",
    "Emergency",
    "Routine",
)
_DRAFTED = re.compile(
    r"\b[Dd]rafted (?:in|by) (.{1,300}?)(?=[,;]? and (?:approved|cleared|initialed)|[;,] (?:cleared|approved|initialed)"
    r"| on \w+ \d|\.(?:\s|$))"
)
_CLEARED = re.compile(
    r"\b[Cc]leared (?:in draft |in substance )?(?:by|in|with) (.{1,400}?)"
    r"(?=[,;] and (?:approved|initialed)|; | and approved|\.(?:\s|$))"
)
_APPROVED = re.compile(r"\b[Aa]pproved (?:and initialed )?(?:by|in) (.{1,200}?)(?=;|\.(?:\s|$))")
_REPEATED = re.compile(r"\b(?:[Rr]epeated|[Pp]assed|[Aa]lso sent)(?: \w+)? to (.{1,800}?)(?=\.(?:\s|$))")


def source_of(document: Document) -> ArchivalSource | None:
    """The source of a document itself, with all that its source note says; None where it has no such note."""
    for note in document.notes:
        text = note.text
        at = text.find("Source: ")
        if note.kind == "source" or 0 <= at < 4:  # a summary may stand before it, and a bracket
            start = at + 8 if at >= 0 else 0
            end = citation_end(text, start)
            found = archival_source(text[start:end])
            return found and described(found, text[end:])
    return None


def described(source: ArchivalSource, rest: str) -> ArchivalSource:
    """Add what the sentences after a citation say: classification, precedence, drafting, clearance, repeating."""
    first = re.split(r"\.(?:\s|$)", rest.lstrip(" ."), maxsplit=1)[0]
    marks = [mark.strip() for mark in first.split(";")]
    classification = next((mark for mark in marks if mark in _CLASSES), "")
    if not classification:
        marks = []
    precedence = next((mark for mark in marks if mark in _PRECEDENCES), "")
    others = [mark for mark in marks if mark not in {classification, precedence}]
    return source._replace(
        classification=classification,
        precedence=precedence,
        handling="; ".join(others),
        drafted_by=_said(_DRAFTED, rest),
        cleared_by=_said(_CLEARED, rest),
        approved_by=_said(_APPROVED, rest),
        repeated_to=tuple(re.split(r", and |, | and ", _said(_REPEATED, rest))) if _REPEATED.search(rest) else (),
    )


def _said(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1].strip(" ,;") if found else ""
