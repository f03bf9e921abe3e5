"""`Ibid.` in pasted notes: the work that the note before cites, and the place in it that is named anew.

It is taken from the note immediately before, and only where that cites one place and no other work (CMOS 17, 14.34):
which of several is meant cannot be told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tgreader.citing import catalogue
from tgreader.citing.places_named import places_named
from tgreader.citing.typed import in_known_words
from tgreader.model.patterns import pattern

if TYPE_CHECKING:
    from tgreader.model.address import Address

# With nothing behind it but a place: `Ibid., doc. 43`, `Ibid., 44–45`. A numeral before a number is a volume's.
IBID = pattern(
    r"\W*(?:see |also )*(?:ibid(?:em)?|id)\b(?P<rest>(?:[\W\d]"
    r"|\b(?:pp?|docs?|documents?|nos?|at|and|n|note|footnote|fn)\b|\b[ivxlc]{1,7}\b(?![,:]? \d))*)$",
    re.IGNORECASE,
)
_BEGINS = pattern(r"\W*(?:see |also )*ibid(?:em)?\b", re.IGNORECASE)


def is_repetition(line: str) -> bool:
    """Whether a line begins with `Ibid.`."""
    return bool(_BEGINS.match(line))


def repeated(entry: str, last: Address | None) -> Address | None:
    """The place that an entry means which begins with `Ibid.`, or None where it cannot be told.

    Args:
        entry: one note.
        last: the place that the note before cites, and nothing else.
    """
    found = IBID.match(entry)
    if found is None or last is None or not last.volume:
        return None
    rest = in_known_words(found["rest"]).strip(" .")
    if not rest:
        return last
    by = "page" if last.page and not last.document else "document"
    places = places_named(catalogue.volume(last.volume), rest, by, bare=True).addresses
    return places[0] if len(places) == 1 and (places[0].document or places[0].page) else None
