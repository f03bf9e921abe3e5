"""Between whom a message passed, as posts: read from a document's heading and the place of its dateline.

`Telegram From the Embassy in the Soviet Union to the Department of State` went from Moscow to the Department; until
1954 headings name the person, `The Ambassador in Burma (Sebald) to the Department of State`. The dateline knows better
than the heading in which city an embassy sat that year.
"""

from __future__ import annotations

from tgreader.model.document import Document
from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple
from tgreader.references.posts import mission, posts

STATE = "State"
"""How the Department of State is called where posts are."""

_SENT = pattern(
    r"^(?:[A-Z][^()]{0,60}? (?:\S+ )?[Ff]rom (?:the )?|The (?=(?:Acting |Under |Deputy )*(?:Secretary|Department)"
    r"|Ambassador|Minister|Chargé|Consul|Vice Consul|Officer|United States|Chief|Political|Special|Agent|Commission"
    r"|Embassy|Counselor|First Secretary|Chairman|Deputy|Appointed|Diplomatic|High Comm))"
)
_TO = pattern(
    r"(?<!Ambassador)(?<!Minister)(?<!Representative)(?<!Adviser)(?<!Advisor)(?<!Delegation)(?<!Mission)(?<!Envoy)"
    r"(?<!Observer)(?<!Assistant)(?<!Delegate)(?<!Counsel),? [Tt]o (?:the )?(?=[A-Z])"
)
_DEPARTMENT = pattern(
    r"(?:Department of State"
    r"|(?:Acting )?(?:Under |Deputy )?Secretary of State(?! for)(?: [A-Z][\w.’-]+)?(?: \([^()]*\))?)$"
)
_NAME = r"(?:Dar es Salaam|(?:[A-Z]\S*|of|and|the|do|de|in(?= [A-Z]))(?: (?:[A-Z][\w’.-]*|of|and|the|do|de|au))*)"
_AT_POST = pattern(
    r"(?:Embassy(?: Office)?|Missions?|Legation|Consulate(?: General)?|Delegation|Interests Section|Liaison Office"
    r"|Ambassador|Minister(?: Resident)?|Chargé(?: d[’']Affaires)?|Consul(?: General)?|Officer in Charge|Office"
    r"|Representative|High Commissioner|Political Adviser|Agent|Commissioner)"
    rf"(?: \([^()]*\))? (?:in|at|to|for|near) (?:the )?({_NAME})"
)
_YEAR = pattern(r"1[789]\d\d|20\d\d")
_TITLE = pattern(r"(?: \([^()]*\)|,).*$")


class Parties(NamedTuple):
    """Between whom a message passed.

    Attributes:
        sender, recipient: a city, `State` for the Department; "" where no post is named.
        office: the sender's office in the words of the heading (`Central Intelligence Agency`), or "".
    """

    sender: str = ""
    recipient: str = ""
    office: str = ""


def parties_of(document: Document) -> Parties:
    """Who sent a document to whom, as far as its heading and its dateline say it of posts."""
    sent = _SENT.match(document.heading)
    if not sent:
        return Parties()
    words = document.heading[sent.end() :]
    to = _TO.search(words)
    sender, recipient = (words[: to.start()], words[to.end() :]) if to else (words, "")
    here = (document.place or (document.dateline or "").partition(",")[0]).strip()
    year = year_of(document)
    return Parties(_sending_post(sender, here, year), _post(recipient, year), _TITLE.sub("", sender))


def year_of(document: Document) -> int:
    """The year of a document: of its date, else the first of its volume's; 0 where neither is known."""
    found = _YEAR.match(document.date or (document.volume or "").removeprefix("frus"))
    return int(found[0]) if found else 0


def _sending_post(words: str, here: str, year: int) -> str:
    """The post that sends: where the dateline says, if a post is there; the Department if it writes from Washington."""
    post = _post(words, year)
    moves = post and post != "USUN"  # the Secretary too writes from where he is
    return here if moves and here in posts() else post


def _post(words: str, year: int) -> str:
    """The post in the name of an office or of the person who holds it."""
    if _DEPARTMENT.match(words):
        return STATE
    found = _AT_POST.search(words)
    if not found:
        return ""
    return mission(_TITLE.sub("", found[1]).strip(), year)
