"""Where a message or an enclosure is printed, or that it is not: what the words around it say.

A telegram is printed where the words behind it name a document or a page (`telegram 394, Document 12`); it is not
where they say so, or where they give nothing but its file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tgreader.model.inline import Reference
from tgreader.model.patterns import pattern
from tgreader.references.filing import DATED, KINDS, LISTED_WITH, PASSED, files_given

_NOT_SAID = r"(?:not (?:printed|published|found|attached|reproduced)|none printed|neither printed)"
_NOT_PRINTED = pattern(
    r"(?:[^.;()]|(?<=\b[ap])\.|(?<= m)\.|(?<=\b[A-Z])\.|(?<=\b(?:Jan|Feb|Mar|Apr|Aug|Oct|Nov|Dec))\.){0,60}"
    rf"(?:[;(] ?(?:(?:it|which|both) (?:is|are) )?(?:attached,? (?:but )?)?)?\b({_NOT_SAID})\b",
    re.IGNORECASE,
)
_NOT_PRINTED_AT = pattern(r"\b(not (?:printed|published|found))\b[^.;()]{0,30}$")
_ANYWHERE = pattern(rf"\b({_NOT_SAID})\b", re.IGNORECASE)
_SENTENCE = pattern(r"(?<!\b[A-Z])[.] +(?=[A-Z])|;(?! attached)|, but (?!not)|\n")
_PRINTED_AS = pattern(
    rf"{DATED}{PASSED}{DATED}[,;]?[  ]?(?:which )?(?:is |are |was )?"
    r"(?:(?:printed|published) (?:(?:as|in) )?|\(?(?:also )?see (?:also )?|[(\[] ?)?"
)
_PRINTED_ON = pattern(rf"{DATED}{PASSED}{DATED}[;,]? ?(?:is )?(?:printed (?:(?:on|in) )?|see |\()?")
_TAB_IS = pattern(
    r", (?:to )?|(?: as \w+)?(?:,)? (?:is|was)(?: printed)?(?: as| in)? | to | of | \((?:printed (?:as|in) )?"
)
_ITS_TAB = pattern(r", (?:at )?")
_AND = pattern(r"(?: and|, and|,) ")


def said_unprinted(text: str, start: int, end: int) -> str:
    """The words before or behind a paper that say that it is not printed, or ""."""
    near = text[max(0, start - 60) : end + 110].casefold()
    if "printed" not in near and "not " not in near:  # most papers by far
        return ""
    found = _NOT_PRINTED.match(text, end) or _NOT_PRINTED_AT.search(text, max(0, start - 60), start)
    return f"“{found[1]}”" if found else ""


def enclosure_unprinted(text: str, start: int, end: int) -> str:
    """The words of the sentence in which an enclosure is named that say that it is not printed, or "".

    Editors list them: `Attached but not printed are Tab A, …, Tab B, …, and Tab C, …`.
    """
    low, high = max(0, start - 400), min(len(text), end + 400)
    first = max((stop.end() for stop in _SENTENCE.finditer(text, low, start + 1) if stop.end() <= start), default=low)
    if text.endswith("except ", 0, start):
        return ""
    last = stop.start() if (stop := _SENTENCE.search(text, end, high)) else high
    found = _ANYWHERE.search(text, first, last)
    return f"“{found[1]}”" if found else ""


def printed_as(text: str, references: Sequence[Reference]) -> list[Reference]:
    """Give messages and enclosures the place that the words behind them name, or their file, given only if not printed.

    Args:
        text: of the block.
        references: all of the block, in the order of their places.
    """
    found = list(references)
    if not any(one.kind in KINDS or one.kind == "attachment" for one in found):
        return found
    in_turn = _in_turn(text, found)
    for index, (one, after) in enumerate(pairwise(references)):
        if one.kind == "attachment" and one.target is None and after.kind == "document":
            if _TAB_IS.fullmatch(text, one.end, after.start):
                found[index] = _placed(one, after)
        elif one.kind == "document" and after.kind == "attachment":
            _its_enclosure(text, found, index)
        elif one.kind in KINDS and one.status == "unknown" and index not in in_turn and _is_printed(text, one, after):
            found[index] = _placed(one, after)
    _filed(text, found)
    for index in range(len(found) - 2, -1, -1):  # the file behind a list is that of all in it
        one, after = found[index : index + 2]
        listed = one.kind == after.kind and one.kind in KINDS and (one.status, after.status) == ("unknown", "unprinted")
        if listed and LISTED_WITH.fullmatch(text, one.end, after.start):
            found[index] = one._replace(status="unprinted", why=after.why)
    return found


def _placed(one: Reference, place: Reference) -> Reference:
    why = f"the words behind it name {place.title}"
    return one._replace(target=place.target, status=place.status, inferred=True, why=why)


def _its_enclosure(text: str, found: list[Reference], index: int) -> None:
    """`Document 12, Tab A`, unless the words behind the tab say what it is: `Document 29, Tab D is Document 24`."""
    one, tab = found[index : index + 2]
    after = found[index + 2] if index + 2 < len(found) else None
    own = after and after.kind == "document" and _TAB_IS.fullmatch(text, tab.end, after.start)
    if tab.target is None and not own and _ITS_TAB.fullmatch(text, one.end, tab.start):
        why = f"the words before it name {one.title}"
        found[index + 1] = tab._replace(target=one.target, status=one.status, inferred=True, why=why)


def _is_printed(text: str, one: Reference, after: Reference) -> bool:
    """Whether a place named behind a message is where it is printed."""
    glue = {"document": _PRINTED_AS, "page": _PRINTED_ON}.get(after.kind)
    printed = glue is not None and glue.fullmatch(text, one.end, after.start) is not None
    return printed and (after.kind == "document" or after.target is not None)


def _in_turn(text: str, found: list[Reference]) -> set[int]:
    """Give each message of a list its own document: `telegrams 471 and 472, Documents 220 and 221`.

    Returns:
        The indexes of the last message of each list behind which a list of documents stands, of the same length or not.
    """
    met: set[int] = set()
    for last in range(len(found) - 2):
        if not (found[last].kind in KINDS and found[last + 1].kind == found[last + 2].kind == "document"):
            continue
        sent = list(_run(text, found, last, -1))[::-1]
        printed = list(_run(text, found, last + 1, 1))
        if len(sent) < 2 or len(printed) < 2:
            continue
        met.add(last)
        if len(sent) == len(printed) and _is_printed(text, found[last], found[last + 1]):
            for message, place in zip(sent, printed, strict=True):
                found[message] = _placed(found[message], found[place])
    return met


def _run(text: str, found: list[Reference], index: int, step: int) -> Iterator[int]:
    """The indexes of a list that begins at one and goes on before or behind it."""
    yield index
    while 0 <= index + step < len(found) and found[index + step].kind == found[index].kind:
        first, second = sorted((index, index + step))
        if not (_AND if step > 0 else LISTED_WITH).fullmatch(text, found[first].end, found[second].start):
            return
        index += step
        yield index


def _filed(text: str, found: list[Reference]) -> None:
    """Give messages the file that is said to hold them, where nothing else is said of them."""
    for at, file in files_given(text, found):
        if found[at].status == "unknown":
            kept = (
                f": {file.title}"
                if file.title != "Ibid."
                else ", and that by an Ibid. which nothing before it explains"
            )
            found[at] = found[at]._replace(status="unprinted", why=f"only its file is given{kept}")
