"""Between whom a telegram passed: `to Moscow`, `from the Embassy in Japan, May 5, 6 p. m., to the Department`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tgreader.model.patterns import pattern
from tgreader.references.months import MONTH_BEGINS
from tgreader.references.parties import STATE
from tgreader.references.posts import LONG_NAMES, mission, posts

if TYPE_CHECKING:
    from tgreader.references.telegrams import Home

MONTH = rf"{MONTH_BEGINS}[a-z]*\.?"
DATE = rf"{MONTH} \d{{1,2}}(?:, \d{{4}})?"
HOUR = r"(?:, (?:noon|midnight|\d{1,2}(?::\d\d)? ?[ap]\. ?m\.))?"
PLACE = rf"(?:{'|'.join(LONG_NAMES)}|(?!{MONTH} \d)(?:St\. )?[A-Z][\w’.-]*\w(?: (?!{MONTH} \d)[A-Z][\w’-]+){{0,2}})"
"""A month, a day, an hour, the name of a place: as patterns."""

_MISSION = r"(?:Embassy|Mission|Legation|Consulate(?: General)?)"
_OFFICER = (
    r"(?:Ambassador|Minister(?: Resident)?|Charg[ée](?: d[’']Affaires)?|(?:Vice )?Consul(?: General)?|Agent"
    r"|(?:High )?Commissioner|Chief of Station)(?: \([^()]{2,30}\))?"
)
_DIRECTION = pattern(
    rf"(?:,? (?:of |dated )?(?P<date>{DATE}){HOUR},?)?(?:, respectively,)? (?P<way>[Tt]o|[Ff]rom) (?:the )?"
    rf"(?:(?P<department>(?:(?:Department|Dept)\b(?: of State)?|(?:Acting )?Secretary of State\b|SecState\b))(?! of)"
    rf"|(?P<other>Department of [A-Z]\w+)"
    rf"|(?:{_MISSION}|{_OFFICER}(?= (?:in|at) ))(?: (?:in|at) (?:the )?(?P<mission>{PLACE}))?"
    rf"|(?!{_OFFICER}|(?:Secretary|Chief)\b(?! General))(?P<post>{PLACE}))"
)
_ONWARD = pattern(rf" to (?:the )?(?P<post>{PLACE})")
_SENT = pattern(r"\b[Ss]ent (?:\w+ )?\w+ (?:No\. ?)?\d{1,7}$")
_OFFICE = pattern(r"^[A-Z\d]{2,}$|(?:Headquarters|Stations?|Delegation|Command|Mission|Embassy|General|Tokyo)$")
_WHEN = pattern(rf",? (?:of |dated )?({DATE})")
_WHO_SPEAKS = pattern(
    rf"(?:,? (?:of |dated )?{DATE})?, (?:in which )?the (?:(?P<state>Department|Secretary)(?: of State)?"
    rf"|{_MISSION}(?: (?:in|at) (?:the )?(?P<mission>{PLACE}))?) (?!was|were|had|has|is)(?:[a-z]+ed|said|wrote)\b"
)
_BARE_PLACE = pattern(rf" ({PLACE})(?! \d)")


def parties_behind(text: str, at: int, word: str, home: Home) -> tuple[str, str, str, int]:
    """Between whom a telegram passed, as the words behind its number say.

    Args:
        text: the text.
        at: the offset behind the number.
        word: what stands before the number: `telegram`, `Deptel`, or the post that sent it.
        home: between whom the document passed.

    Returns:
        Sender, recipient, date, and the offset after the words that say so; "" for what they leave unsaid.
    """
    found = _DIRECTION.match(text, at)
    when = _WHEN.match(text, at)
    date = when[1] if when else ""
    said = word if word in posts() else home.sender(word)
    if not found:
        if not said and (speaks := _WHO_SPEAKS.match(text, at)):
            said = STATE if speaks["state"] else mission(speaks["mission"] or "", home.year) or home.post
        bare = _BARE_PLACE.match(text, at) if said == STATE and text[at + 1 : at + 2].isupper() else None
        if bare and bare[1] in posts():  # `Deptel 6190 London`
            return said, bare[1], date, bare.end()
        return said, home.post if said == STATE and word not in posts() else "", date, at
    place, end = _place(found, home)
    if not place:  # `conveyed the contents of telegram 1785 to Karamanlis`
        return said, home.post if said == STATE and word not in posts() else "", date, at
    if not date and (when := _WHEN.match(text, end)):
        date = when[1]
    if found["way"].lower() == "from":
        onward = _ONWARD.match(text, end)
        if onward and place != STATE and (post := _known_post(onward)):
            return place, post, date, onward.start("post") + len(post)
        return place, "", date, end
    if place == "State":
        return said or home.post, "", date, end
    return said or ("State" if place in posts() else ""), place, date, end


def _place(found: re.Match[str], home: Home) -> tuple[str, int]:
    """The post that a direction names, the longest known one of its words, and where its words end."""
    if found["department"]:
        return "State", found.end()
    if found["other"]:
        return found["other"], found.end()
    if found["mission"]:
        return mission(found["mission"], home.year), found.end()
    if name := _known_post(found):
        return name, found.start("post") + len(name)
    named = found["post"] or ""
    city = mission(named, home.year)
    person = named and city == named and not _OFFICE.search(named)
    if (
        person
        and found["way"].lower() == "to"
        and not _SENT.search(found.string, max(0, found.start() - 40), found.start())
    ):
        return "", found.end()
    return city or home.post, found.end()


def _known_post(found: re.Match[str]) -> str:
    """The longest known post with which the words of a match begin, or ""."""
    words = (found["post"] or "").split()
    names = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    return next((name for name in names if name in posts()), "")
