"""Source notes: where a document itself is kept, with what its note says of secrecy, drafting and readers.

A source is printed in four ways: in the first footnote (`Source: Department of State, Central Files, …`), since 1952;
in a line above the heading (`796.001/8–2153: Telegram`), until 1954; at the end of a summary (`… Secret. 2 pp. DOS, CF,
POL 26 HOND.`), in microfiche supplements; and as another book, where a document was published before.
"""

from __future__ import annotations

import re
from itertools import islice

from tgreader.model.document import Document
from tgreader.model.patterns import pattern
from tgreader.references.drafting import CLASSES, Marks, copies_in, drafting_in, marks_in, sentences
from tgreader.references.publications import TITLES, publication
from tgreader.references.sources import FILE_NUMBER, ArchivalSource, archival_source, citation_end, in_full

_TITLE = pattern(TITLES)
_SOURCE = pattern(r"(?:^|(?<=[\s\[(]))[Ss]ource[:;] ?")
_FILED = pattern(rf"(?:{FILE_NUMBER}|\d{{3}}[A-Za-z]?\.\S|\d{{3}}/\d|\d{{3}} [A-Z])")
_SORT_OF_MESSAGE = pattern(r": ?(?:Circular )?(?:[Tt]elegram|[Aa]irgram|[Dd]espatch|[Ii]nstruction)s?$")
_MARKS = rf"(?:{'|'.join(CLASSES)})(?:[;/] ?[A-Z][\w ]{{1,30}}){{0,4}}"
_LISTED = pattern(
    rf"[.”,] (?P<marks>{_MARKS})[.,]? \d+ pp?\. (?P<kept>\S.*)$"
    rf"|\d+ pp?\. (?P<after>{_MARKS})\. (?P<held>\S.*)$|[.”,] (?P<alone>{_MARKS})\. (?P<house>(?:DOS|CIA|WNRC)\b.*)$"
)
_LINES_OF_MARKS = pattern(r"[A-Za-z .;,/\[\]\u2003–-]{1,60}")
_LINES_LOOKED_AT = 7


def source_of(document: Document) -> ArchivalSource | None:
    """The source of a document itself, with all that its source note says.

    Returns:
        Of a document that is printed from another book, only `publication` and what is said of secrecy; None where the
        document says nothing of its source.
    """
    found = _in_note(document) or _above(document) or _listed(document.heading)
    if found and not found.classification:
        marks = _lines_of_marks(document)
        found = found._replace(
            classification=marks.classification,
            precedence=found.precedence or marks.precedence,
            handling=found.handling or marks.handling,
        )
    return found


def _in_note(document: Document) -> ArchivalSource | None:
    for note in document.notes:
        text = note.text
        said = _SOURCE.search(text, 0, len(text) if note.kind == "source" else 12)  # a summary may stand before it
        if said or note.kind == "source":
            return _cited(text, said.end() if said else 0)
    return None


def _cited(text: str, start: int) -> ArchivalSource | None:
    """The source whose citation begins at `start`, with what the sentences behind it say."""
    if _TITLE.match(text, start) and (book := publication(text, start)):
        return described(ArchivalSource(publication=book.title), text[book.end :])
    end = citation_end(text, start)
    words = re.sub(r"^[\[ ]*(?:the )?", "", text[start:end])
    found = archival_source(words) or (ArchivalSource(publication=words.strip()) if words.strip() else None)
    return found and described(found, text[end:])


def _above(document: Document) -> ArchivalSource | None:
    """The line above a heading, till 1954: a file of the Department's, unless it names another house."""
    line = next((block.text for block in islice(document.blocks, 4) if block.kind == "source"), "")
    words = _SORT_OF_MESSAGE.sub("", line).strip(" .")
    if not words:
        return None
    if _FILED.match(words):
        return ArchivalSource("Department of State", collection="Central Files", folder=words)
    if "Library" in words or words.startswith(("Department of", "National Archives")):
        return archival_source(words)
    return archival_source(f"Department of State, {words}")


def _listed(heading: str) -> ArchivalSource | None:
    """The source at the end of a summary in a microfiche supplement."""
    said = _LISTED.search(heading)
    if not said:
        return None
    words = in_full((said["kept"] or said["held"] or said["house"]).rstrip("."))
    found = archival_source(words) or ArchivalSource(repository=words.partition(",")[0])
    marks = marks_in(said["marks"] or said["after"] or said["alone"])
    return found._replace(classification=marks.classification, precedence=marks.precedence, handling=marks.handling)


def _lines_of_marks(document: Document) -> Marks:
    """The marks in lines of their own before the text: `Top Secret`, `Priority`, `confidential  us urgent`."""
    lines: list[str] = []
    for block in islice(document.blocks, 1, _LINES_LOOKED_AT):
        if block.kind not in {"paragraph", "opener"}:
            continue
        if not _LINES_OF_MARKS.fullmatch(block.text) or not (marks := marks_in(block.text)):
            break
        if not any(marks):
            break
        lines.append(block.text)
    return marks_in("\n".join(lines))


def described(source: ArchivalSource, rest: str) -> ArchivalSource:
    """Add what the sentences after a citation say: classification, precedence, drafting, clearance, repeating."""
    said = list(sentences(rest.lstrip(" .,")))
    marks = marks_in(said[0].rstrip(".")) if said and len(said[0]) < 200 else Marks()
    drafted, cleared, approved = drafting_in(rest)
    return source._replace(
        classification=marks.classification,
        precedence=marks.precedence,
        handling=marks.handling,
        drafted_by=drafted,
        cleared_by=cleared,
        approved_by=approved,
        repeated_to=copies_in(rest),
    )
