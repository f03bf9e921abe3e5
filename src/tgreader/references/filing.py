"""Which file holds a message: what a note gives behind it, in brackets or in words.

Which of several papers a note means by `(Ibid.)` is not always plain; where it is not, no file is given to any.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tgreader.model.inline import Reference
from tgreader.model.patterns import pattern
from tgreader.references.months import MONTH_BEGINS, MONTHS

KINDS = frozenset({"telegram", "airgram", "despatch", "circular", "memorandum"})
"""The kinds of reference that are messages with a number."""

DAY = r"(?:[A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?)"
DATED = rf"(?:,? (?:of |dated )?{DAY})?(?:,? (?:noon|midnight|\d{{1,2}}(?::\d\d)? ?[ap]\. ?m\.))?"
PASSED = r"(?:,? (?:to|from) (?:the |all )?[A-Z][^.;:()\[\]\d]{2,50}?)?"
"""A day; the day and the hour behind a message; between whom it passed: what may stand before what is said of it."""

LISTED_WITH = pattern(rf"{DATED}[,;]?(?: and)? ")
_FAR = 900
"""Code points between a message and a file that is said to be its."""
_GIVEN_AT_ONCE = pattern(rf"{DATED}{PASSED}{DATED},? ?(?:(?:is|are)(?: in)?|in|[;:(])?\s*(?:the\s)?")
_IN_ONE_BRACKET = pattern(r"[^().;]{0,90}(?:[ap]\. ?m\.[^().;]{0,40})?[;,] (?:[Bb]oth |[Aa]ll )?(?:in (?:the )?)?")
_OPENED = pattern(r"\([^()]{0,80}$")
_IS_IN = pattern(
    rf"{DATED}{PASSED}{DATED},? (?:is|are|was|were)(?: all| both| also)?(?: located| filed)?(?: in (?:the )?| )"
)
_SUBJECT = pattern(r"(?:^|[.;(:] |[Cc]op(?:y|ies) of |[Tt]exts? of |[Bb]oth )(?:[A-Z]\w+ )?$")
_OF_ALL = pattern(
    r"\((?:Both|All|Each|Copies of (?:both|all)) (?:in (?:the )?)?$"
    r"|\b(?:both|all) (?:dated|of) [A-Z][a-z]+ \d{1,2}(?:, \d{4})?\. \($"
    r"|\b(?:[Bb]oth|[Aa]ll|[Cc]opies of (?:both|all|the|these)(?: \w+)?) are (?:in (?:the )?)?$"
)
_ANOTHER_PAPER = pattern(
    r"[.;]\s{1,3}(?:[A-Z]\w+ (?:\w+ )?(?:in|by|with) )?(?:(?:In|By|Under|For|On) )?"
    r"(?:[Aa]n?|[Aa]nother|[Hh]is|[A-Z]\w+[’']s?) (?:\S+ ){0,6}?(?:memorandum|letter|note|paper|study|minutes|record"
    r"|report|aide-mémoire|transcript|message|conversation|copy|draft)\b"
)
_ITS_OWN = pattern(r"(?!Memo|Letter|Minutes|Note|Record|Report)(?:[A-Z][^()]{0,40}; ?)?")
_ANSWERED = pattern(
    r"\b(?:repl\w+|respon\w+|answer\w*|refer\w+|addendum|pursuant|supplement\w*|comment\w* on|reference)"
    r" (?:to |is to )?$"
)
_STOP = pattern(r"(?<!\b[A-Z])(?<!\bNo)(?<!\bMr)(?<!\bDr)(?<!\b[ap])(?<! m)\.[”\"’)]? {1,2}(?=[A-Z(“])|\n")
_SEVERAL_FILES = pattern(r"\d{3}[A-Z]?\.\S+ and \d{3}[A-Z]?\.|respectively$")
_LISTED = pattern(r"[\s,;&]*(?:and|or)?[\s,;]*(?:\([^()]*\))?[\s,;]*(?:and|or)?\s*")
_LIST_GAP = 80
"""Code points between two messages of one list."""
_DAY_BEHIND = pattern(rf",? (?:of |dated )?({MONTH_BEGINS})[a-z]*\.? (\d{{1,2}})\b")
_DAY_OF_FILE = pattern(r"/(\d{1,2})[–-] ?(\d{1,2})\d\d\b")
_RIVALS_AT_MOST = 12
"""Messages before one file among which that which it holds is looked for."""


def files_given(text: str, references: Sequence[Reference]) -> Iterator[tuple[int, Reference]]:
    """The messages of a block for which its words give a file, and the file.

    Args:
        text: of the block.
        references: all of it, in the order of their places.

    Yields:
        The index of a message, and the archival source that holds it.
    """
    before: list[int] = []  # the messages since the last file
    for index, file in enumerate(references):
        if file.kind in KINDS:
            above = references[index - 1] if index else None
            if above and above.kind == "source" and text[above.end : file.start].strip() == ":":
                yield index, above  # `560.AL/1–148: Telegram 45`
            else:
                before.append(index)
        elif file.kind == "source":
            for at in _held(text, references, before[-_RIVALS_AT_MOST:], file):
                yield at, file
            before = []


def _held(text: str, references: Sequence[Reference], before: list[int], file: Reference) -> list[int]:
    """Which of the messages before a file it holds."""
    near = [at for at in before if file.start - references[at].end <= _FAR]
    if not near:
        return []
    if _OF_ALL.search(text, max(0, file.start - 60), file.start) or _SEVERAL_FILES.search(file.text):
        return near
    last = references[near[-1]]
    in_bracket = _OPENED.search(text, max(0, last.start - 82), last.start)
    if in_bracket and _IN_ONE_BRACKET.fullmatch(text, last.end, file.start):
        return near[-1:]
    if _IS_IN.fullmatch(text, last.end, file.start):
        subject = _SUBJECT.search(text, max(0, last.start - 24), last.start)
        return near[-1:] if subject else []
    if _GIVEN_AT_ONCE.fullmatch(text, last.end, file.start):
        return _list_before(text, references, near)
    dated = _of_its_day(text, references, near, file)
    meant = dated or _meant(text, references, near)
    between = text[references[meant[-1]].end : file.start]
    opened = between.rfind("(")
    if opened < 0 or ")" in between[opened:] or not _ITS_OWN.fullmatch(between, opened + 1):
        return []
    return meant if dated or not _ANOTHER_PAPER.search(between, 0, opened) else []


def _of_its_day(text: str, references: Sequence[Reference], near: list[int], file: Reference) -> list[int]:
    """The messages of the day that a file's number says: what is kept under `782.00/9–1255` is of September 12."""
    day = _DAY_OF_FILE.search(file.title)
    said = (int(day[1]), int(day[2])) if day else None
    same = [at for at in near if said and _day_behind(text, references[at]) == said]
    return same[:1] and [*_list_from(text, references, same)]


def _meant(text: str, references: Sequence[Reference], near: list[int]) -> list[int]:
    """Of the messages before a file, those it is given for: the first of the last sentence that names any.

    `In telegram 381, Warren said that he had done as telegram 447 asked. (782.00/9–1255)` gives the file of 381; what
    is only answered is passed over.
    """
    last = references[near[-1]].start
    low = max(0, last - _FAR)
    begins = max((stop.end() for stop in _STOP.finditer(text, low, last + 1)), default=low)
    inside = [at for at in near if references[at].start >= begins] or near[-1:]
    own = [at for at in inside if not _ANSWERED.search(text, max(0, references[at].start - 24), references[at].start)]
    return [*_list_from(text, references, own or inside)]


def _list_before(text: str, references: Sequence[Reference], near: list[int]) -> list[int]:
    """The last of some messages and those that are listed with it."""
    listed = near[-1:]
    for one, after in reversed([*pairwise(near)]):
        if not LISTED_WITH.fullmatch(text, references[one].end, references[after].start):
            break
        listed.insert(0, one)
    return listed


def _list_from(text: str, references: Sequence[Reference], near: list[int]) -> Iterator[int]:
    """The first of some messages and those that are listed with it, or begin another clause of its sentence."""
    yield near[0]
    for one, after in pairwise(near):
        between = text[references[one].end : references[after].start]
        listed = len(between) <= _LIST_GAP and (_LISTED.fullmatch(between) or LISTED_WITH.fullmatch(between))
        if not (listed or between.endswith(("; ", "; and "))):
            return
        yield after


def _day_behind(text: str, one: Reference) -> tuple[int, int] | None:
    """The day that is printed with a message, as month and day."""
    said = _DAY_BEHIND.match(text, one.end) or _DAY_BEHIND.search(text, one.start, one.end)
    return (MONTHS.index(said[1]) + 1, int(said[2])) if said else None
