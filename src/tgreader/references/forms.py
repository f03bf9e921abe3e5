"""The forms that words take which point elsewhere, and the first look that finds where one of them may begin.

Most words of a text are none of them. One cheap scan compares only their first letters, arranged by letter, so that
most words fall at the first comparison; by the letters at which it stops it is known which few forms may stand there.
It may stop too often and must not stop too seldom: `tests/references` holds it against all forms.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import groupby

from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple
from tgreader.references.publications import LAWS, TITLES
from tgreader.references.series import CONFERENCES, NAMES
from tgreader.references.sources import FILE_NUMBER, LOT, OLD_FILE_NUMBER, REPOSITORIES
from tgreader.references.telegrams import OF_A_DELEGATION, SERIES, WORDS

ENCLOSED = r"(?:Tab|Attachment|Annex|Enclosure|Appendix) (?:No\. )?[A-Z\d](?:\.\d{1,2})?"
"""What is sent with a paper and printed behind it."""


class Form(NamedTuple):
    """One form.

    Attributes:
        kind: its name.
        words: the words themselves, in a group of that name.
        heads: how they begin.
    """

    kind: str
    words: re.Pattern[str]
    heads: tuple[str, ...]


def _form(kind: str, words: str, heads: str = "") -> Form:
    """A form; in its heads, `_` is a space."""
    return Form(kind, pattern(f"(?P<{kind}>{words})"), tuple(head.replace("_", " ") for head in heads.split()))


_OWNED = _form(
    "owned",
    r"(?:[Mm]y|[Oo]ur|[Yy]our|(?:Dep(?:artmen)?t|Embassy|Legation)[’']s)"
    r"(?! 1[89]\d\d and 1)(?= (?:\d{2,5}|Nos?\. ?\d{1,5})(?:[.,;:)]| (?:repeated|rptd|and \d|of [A-Z])))",
    "Department’ Department' Dept’ Dept' Embassy’ Embassy' Legation’ Legation'",
)
_POST = _form("post", r"[A-Z][A-Za-z]+(?:[’']s)?(?= \d{2,7}\b)")
_FILED = _form("filed", rf"{FILE_NUMBER}|{OLD_FILE_NUMBER}")
_LAW = _form("law", rf"\d{{1,3}} (?:{LAWS}) ?(?:\(pt\. \d\) )?\d+")
FORMS = (
    _form(
        "places",
        r"(?:Documents?|[Pp]ages?|pp?\.)(?= ?l?\d)|(?<=[Ss]ee )documents?(?= \d)|[Ff]ootnotes?\b"
        r"|[Dd]oc(?:s?|uments? Nos?)\.(?= ?\d)"
        r"|(?:(?<=[Ss]ee )|(?<=\d, )|(?<=\d and ))(?:[Nn]otes?|fns?\.|nn?\.)(?= ?\d)",
        "Document document Doc. doc. Docs docs Footnote footnote Page page pp. p. Note_ Notes_ note_ notes_ fn n. nn.",
    ),
    _form(
        "series",
        r"(?<!Committee on )(?<!Council on )(?<!Council of )(?<!Senate )(?<!House )"
        r"(?<!Minister of )(?<!Ministry of )(?<!Minister for )(?<!Secretary of )(?<!Secretary for )"
        rf"(?:{NAMES})(?! Committee)|{CONFERENCES}|[Vv]ol(?:umes?|s?\.)",
        "Foreign FRUS For._Rel Dip Conference Paris_Peace Lansing Papers Vol vol",
    ),
    _form("ibid", r"[Ii]bid\b(?: ?\.)?", "Ibid ibid"),
    _form("neighbour", r"(?:[Ss]upra|[Ii]nfra)\b(?!-)", "Supra supra Infra infra"),
    _form(
        "reftel",
        r"(?:[Rr]eftels?|REFTELS?)(?: (?:[B-Fb-f]\b|[Aa](?=[,.;)])))?|[Rr]efs?\.? [A-Fa-f]\b"
        r"|[Rr]eferences? [A-F]\b(?![-–’])",
        "Ref ref REFTEL",
    ),
    _form(
        "book",
        TITLES,
        "Public_Papers Department_of_State_B Documents_on Documents_( Documents_d American_Foreign_P"
        " Weekly_Comp Congress_and Congressional_R Yearbook"
        " Keesing Current_D The_New_York_T The_Wash The_Presidential Soviet-American_R Pentagon_P The_Pentagon_P Akten"
        " British_and The_British"
        " New_York_T Washington_P Treaties_and Treaty_S TIAS United_Nations_T League_of_Nations_T Statutes_at A_Decade"
        " Executive_Sess White_House_D Papers_of_W Bulletin, Bulletin_of BULLETIN, BULLETIN_of Cong._Rec",
    ),
    _form(
        "kept",
        rf"(?:{REPOSITORIES})(?=,\s?(?:\d{{4}} )?[A-Z]|[:.] ?Lot)",
        "National_Ar National_Security_ National_Defense_U Department_of_State Department_of_Def Department_of_the_T"
        " Library_of_C Kennedy_ Johnson_L Johnson_P Eisenhower_L Eisenhower_P Truman_L Truman_P Ford_L Ford_P Carter_L"
        " Carter_P Nixon_L Nixon_P Reagan_L Reagan_P Roosevelt_L Roosevelt_P Washington_N Central_I Naval_H Minnesota_H"
        " Center_of_M Princeton_U Yale_U Hoover_I U.S._Army_M Federal_B",
    ),
    _form(
        "listed",
        r"(?<=p\. )(?:DOS|CIA|DOD|NDU|JCS)(?=, [A-Z\d])|WNRC(?=, [A-Z])|NARA(?=, RG)|OSD(?=, Historical)"
        r"|(?:USUN|CIA(?:/\w+){0,4}) [Ff]iles(?=: [A-Z])|CIA(?=: Job|, D[A-Z/]{2,12} )",
        "DOS, CIA DOD, NDU, JCS, WNRC, NARA, OSD, USUN_F USUN_f",
    ),
    _form(
        "paper",
        r"U\.?N\.? [Dd]oc(?:ument)?s?\.? (?:Nos?\. )?[A-Z][A-Z\d]{0,6}[/.][\w./()–-]*\w"
        r"|(?:House|Senate|H\.|S\.) ?(?:Ex(?:ecutive|\.) )?(?:Doc(?:ument|\.)|Rept?(?:ort|\.)) (?:No\. ?)?\d{1,4}"
        r"(?:, \d{1,3}\w\w Cong(?:ress|\.)(?:, \w{1,4} [Ss]ess(?:ion|\.))?)?(?:, pp?\. \d{1,4}(?:[–-]\d{1,4})?)?",
        "UN_D UN_d U.N._D U.N._d House_D House_Rep House_Ex Senate_D Senate_Rep Senate_Ex"
        " H._D H._Rep H.D H.R S._D S._Rep",
    ),
    _form(
        "telegram",
        rf"(?:{WORDS})(?= )",
        "Telegr telegr TELEGRAM Tel tel Airgram airgram Desp desp Dispatch dispatch Circular circular Cable cable"
        " Backchannel backchannel Back-channel back-channel Deptel deptel"
        " DEPTEL Embtel embtel EMBTEL Legtel legtel Contel contel Mytel mytel Ourtel ourtel Urtel urtel Depcir depcir"
        " DEPCIR Embdes embdes Cirtel cirtel CIRTEL Memorandum_N Memorandum_n memorandum_N memorandum_n Memoranda_N"
        " memoranda_N Memoranda_n memoranda_n",
    ),
    _form(
        "numbered",
        rf"(?<!p\. )(?<![–-])(?:{SERIES})(?=[ \d])",
        " ".join(
            (
                *OF_A_DELEGATION,
                *map(str.upper, OF_A_DELEGATION),
                "CAP WH LINC_ DIR_ GUAT_ LEOP_ TEHE_ CA– CA- A– A- CF CG",
            )
        ),
    ),
    _form(
        "part",
        r"Part (?:[1-4]|I{1,2})(?=,? (?:of this volume|Documents? \d|pages? \d|pp?\. \d))"
        r"|(?:(?<=\d in )|(?<=\d, in ))Part (?:[1-4]|I{1,2})(?=[.;)])",
        "Part",
    ),
    _form(
        "supplement",
        r"(?<=[Ss]ee )(?:the )?Supplement(?=[.,;)]| \()|(?:the )?[Mm]icrofiche [Ss]upplement\b",
        "Supplement the_Supp the_Micro the_micro Microfiche microfiche",
    ),
    _form("enclosed", rf"{ENCLOSED}\b", "Tab Attachment Annex Enclosure Appendix"),
    _FILED,
    _LAW,
    _form("lot", LOT, "lot_ Lot_"),
    _form("shelved", r"[Ff]iles(?=\))", "Files) files)"),
    _form("stated", rf"Source: (?!{TITLES}|(?:{REPOSITORIES}),|[^.“]{{0,120}}“)(?=[A-Z])", "Source:"),
    _OWNED,
    _POST,
)
"""All forms; where words may be of several, the first is meant."""

HEADS = frozenset(head for form in FORMS for head in form.heads)


_OFTEN = {letter: place for place, letter in enumerate("taoisfwcpdmrenlvu")}
"""The letters with which most words begin, the most frequent first: these are compared before the others."""


def _any_of(words: Sequence[str], few: int = 10) -> str:
    """An expression for any of some words, which are in order, letter by letter: most texts fall at the first.

    Args:
        words: no two alike.
        few: how many are not worth taking apart.
    """
    if len(words) <= few:
        return "|".join(map(re.escape, reversed(words)))  # what goes on is meant before what ends
    branches = [
        f"{re.escape(letter)}(?:{_any_of([word[1:] for word in same])})"
        for letter, same in groupby(words, key=lambda word: word[:1])
        if letter
    ]
    return "|".join(branches) + "|" * (not words[0])


def _first_look() -> str:
    heads = sorted(HEADS)
    heads.sort(key=lambda head: _OFTEN.get(head[0], len(_OFTEN)))
    letters = "".join(dict.fromkeys(head[0] for head in heads))
    return (
        rf"\b(?=[\d{letters}oyMOY])(?:{_any_of(heads)}"
        r"|[A-Z][A-Za-z]+(?:[’']s)? \d{2}|[Mm]y (?:\d{2}|No)|[Oo]ur (?:\d{2}|No)|[Yy]our (?:\d{2}|No)"
        r"|\d{3}[A-Za-z]?\.\w|\d{1,3} [USBLF])"
    )


CANDIDATE = pattern(_first_look())
"""Stops where one of the forms may begin."""

_DIGIT = pattern(r"\d")
_WITHOUT_NUMBER = pattern(
    r"upra|nfra|bid|eftel|File|files|Papers|Source:|vol|Vol|Tab |Appendix |Ref |ref |Annex |Enclosure |Attachment "
    r"|upplement"
)


def may_point(text: str) -> bool:
    """Whether a text may point anywhere: without a number, only a few words can, and most paragraphs have neither."""
    return (_DIGIT.search(text) or _WITHOUT_NUMBER.search(text)) is not None


def forms_at(stop: str) -> tuple[Form, ...]:
    """The forms that may stand where the first look has stopped, the first meant before the others.

    Args:
        stop: the letters at which it stopped.
    """
    if stop in HEADS:
        return _forms_with(stop)
    return (_FILED, _LAW) if stop[0].isdigit() else (_OWNED, _POST)


@cache
def _forms_with(head: str) -> tuple[Form, ...]:
    """The forms that begin so, or with what this begins with; a word with a capital may be the name of a post."""
    near = {form.kind for form, one in _by_letter()[head[0]] if one.startswith(head) or head.startswith(one)}
    return tuple(form for form in FORMS if form.kind in near or (form is _POST and head[0].isupper()))


@cache
def _by_letter() -> dict[str, list[tuple[Form, str]]]:
    """Each head with its form, under its first letter."""
    found: dict[str, list[tuple[Form, str]]] = defaultdict(list)
    for form in FORMS:
        for one in form.heads:
            found[one[0]].append((form, one))
    return found
