"""The first look: one cheap scan for the places where words may begin that point elsewhere.

The grammar's own pattern tries some twenty forms at every word, and most words are none of them. Here only their
first letters are compared, arranged by letter, so that most words fall at the first comparison. It may stop too often
and must not stop too seldom: `tests/references` holds it against the grammar.
"""

from __future__ import annotations

import re
from collections import defaultdict

from tgreader.patterns import pattern
from tgreader.references.telegrams import OF_A_DELEGATION

HEADS = """
Document document Doc. doc. Docs docs Supplement the_Supp the_Micro the_micro Microfiche microfiche
Footnote footnote Page page pp. p. Foreign FRUS Conference Paris_Peace Papers Vol vol Ibid ibid Supra supra Infra infra
Reftel reftel REFTEL Ref ref Refs refs Public Department Documents American Weekly Congress Yearbook Keesing Current
The_New The_Wash New_York Washington Treat TIAS United League Statutes A_Decade Executive White Bulletin National
Library Kennedy Johnson Eisenhower Truman Ford Carter Nixon Reagan Roosevelt Central Naval Minnesota Center Princeton
Yale Hoover U.S. Federal The Telegr telegr TELEGRAM Tels tels Tel tel Airgram airgram Desp desp Dispatch dispatch
Circular circular Deptel deptel DEPTEL Embtel embtel EMBTEL Legtel legtel Contel contel Mytel mytel Ourtel ourtel
Urtel urtel Dept’ Dept' Embassy’ Embassy' Legation’ Legation' Depcir depcir DEPCIR Embdes
embdes CAP WH CA– CA- A– A- CF CG DOS, CIA, DOD, NDU, JCS, Part Tab Attachment Annex Enclosure Appendix Source: lot
"""
"""How all words begin that the grammar reads; `_` is a space."""

_BY_LETTER: dict[str, list[str]] = defaultdict(list)
for _head in (*HEADS.split(), *OF_A_DELEGATION, *map(str.upper, OF_A_DELEGATION)):
    _BY_LETTER[_head[0]].append(re.escape(_head[1:].replace("_", " ")))

CANDIDATE = pattern(
    rf"\b(?=[\d{''.join(_BY_LETTER)}oyMOY])(?:"
    + "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in _BY_LETTER.items())
    + r"|[A-Z][A-Za-z]+(?:[’']s)? \d{2}|[Mm]y \d{2}|[Oo]ur \d{2}|[Yy]our \d{2}|\d{3}[A-Za-z]?\.\w|\d{1,3} [USBL])"
)

_MAY_POINT = pattern(
    r"\d|upra|nfra|bid|eftel|File|Papers|Source:|vol|Vol|Tab |Ref |ref |Annex |Enclosure |Attachment |upplement"
)


def may_point(text: str) -> bool:
    """Whether a text may point anywhere: without a number, only a few words can, and most paragraphs have neither."""
    return _MAY_POINT.search(text) is not None
