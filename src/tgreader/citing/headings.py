"""What a heading of the series says: which kind of document it is, its number, from whom and to whom.

Headings follow a few patterns: `Telegram From A to B`, `Memorandum of Conversation`, `Memorandum by A to B`, `Report to
B by A`, before 1955 `The Ambassador in Burma (Sebald) to the Department of State`, in the first volumes `Mr. Seward to
Mr. Adams.`, and in microfiche supplements a summary (`Telegram 430 from La Paz, February 9, 1961. Transmits …`).
"""

from __future__ import annotations

import re

from tgreader.citing.kinds import is_kind, small
from tgreader.citing.words import long_date
from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple

# After one of these, “to” belongs to a title (the Ambassador to Poland) or a phrase and leads to no recipient.
_TITLES = frozenset(
    """Adviser Advisor Aide Ambassador Assistant Consultant Counselor Delegate Delegation Deputy Envoy Liaison Member
    Minister Mission Observer Regard Relation Representative Respect Response""".split()  # noqa: SIM905 - as above
)
# Approving a paper, or agreeing upon it, is not writing it.
_NOT_WRITTEN = frozenset({"approved", "adopted", "agreed upon", "accepted", "taken"})
_MADE = r"prepared|made|drafted|issued|written|dictated|delivered|sent|submitted|transmitted|handed|" + "|".join(
    _NOT_WRITTEN
)
_WORD = r"[\w–’'“”é/-]+"
_PATTERN = pattern(
    rf"(?P<kind>[A-Z][\w–’'é-]*(?: (?!(?:from|form|by|to|{_MADE})\b){_WORD}){{0,9}}?)"
    r"(?: (?P<number>(?:No\. )?[A-Z]{0,9}[–-]?\d[\w–/-]*(?: \d+)?))?(?: \[[^\]]{1,60}\])?,?"
    rf" (?:(?:to be )?(?P<made>{_MADE}) (?:at [A-Z]\w+ )?(?P<of>by|in|for|from|to)|(?P<word>from|form|by|to(?! be\b)))"
    r" (?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_BY_OR_FROM = pattern(r"(?<!consideration)(?<!review)(?<!approval)(?<!use),? (?:by|from) (?:the )?(?=[A-Z])")
_FOR_WHOM = pattern(
    r" for (?=(?:the )?(?:President|Vice President|Secretary|Senate|House|Prime Minister|Military Assistant|Director"
    r"|(?:Special )?Assistant to|Under Secretary|National Security Council|Ambassador)\b)|(?<=Staff) for (?=\w+$)"
)
# Offices that one may be secretary, assistant … for: there, “for” belongs to the title.
_FOR_WHAT = pattern(r"(?:Secretary|Assistant|Adviser|Counselor|Deputy|Director|Office|Staff|Bureau)$")
_BEFORE = pattern(r" (?=(?:before|at|on) (?:the|a|an) )", re.IGNORECASE)
_SPOKEN = ("statement", "address", "remarks", "speech", "testimony")
# What a council's report is on: no part of its name.
_TOPIC = pattern(
    r"(?:(?<=Council)|(?<=Board)|(?<=Government)) on (?=(?:the|United States) [A-Z]).*| with Respect to .*|: .*",
    re.DOTALL,
)

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
DATE = rf"{_MONTH} \d{{1,2}}, \d{{4}}"
RANGE = rf"{DATE}[–-]{DATE}|{_MONTH} \d{{1,2}}(?:[–-]| and )(?:{_MONTH} )?\d{{1,2}}, \d{{4}}"  # two years, or two days
# What a heading repeats from the dateline (place, date), or the summary that follows a heading on microfiche.
_REPEATED = pattern(
    rf", (?:(?!Jr\.|Sr\.|I+\b|to )(?![^,]* to )[^,()]+, )*?(?:[A-Z]\w+ )?(?P<date>{RANGE}|{DATE})(?!\w)"
    rf"|, (?P<month>{_MONTH} \d{{4}})(?=\.|$)|, undated(?=[.,]|$)"
    r"|(?<! of)(?<! on)(?<! to)(?<! from)(?<! and)(?<!beginning)(?<!between)(?:, dated|, revised)?"
    rf",? {_MONTH} \d{{1,2}}(?:[–-]\d{{1,2}})?"
    r"(?=\. |\.?$|, (?!\d))|(?<=[a-z0-9)]{3})(?<!Messrs)(?<!Capt)\. (?=[A-Z])"
)
# A place that a heading has and the dateline, from which it is repeated, has lost.
_PLACE = pattern(r", ((?!Jr|Sr)[A-Z][\w’-]+|New York|Los Angeles|Hong Kong|Camp David)$")
# Where a conversation was held, between its parties and the place of the dateline.
_VENUE = pattern(
    r"(?:,|,? at|,? in) (?:the )?(?:Department of State|[^,()]*\b(?:Residence|Embassy|Club|White House|Hotel|Palace"
    r"|Pentagon|Foreign Office|Foreign Ministry|Oval Office|Blair House))(?:, [^,()]+)?$"
)
_HELD = pattern(
    r"((?:Memorandum|Minutes|Notes|Record) of (?:an? |the )?(?:\w+ )?(?:Conference|Conversation|Meeting)s?), (?!by ).*"
)
# What a memorandum is of, where that comes after who wrote it: `by the Secretary of State of a Conversation With …`.
_OF_WHAT = pattern(
    r" (?=(?:of (?:an? |his )?|regarding (?:an? )?)(?:Telephone )?(?:Conversation|Conference|Interview)s?\b)",
    re.IGNORECASE,
)
# When something was said or handed over, at the end of a heading.
_ON_DAY = pattern(rf",? (?:on|of|dated) (?:\w+day, )?(?P<date>{DATE})$")
# Words that “from” leads to and that are no sender: a time, a source.
_NO_SENDER = pattern(rf"(?!the |an? |all )[a-z\d]|{_MONTH}\b")
_TAIL = pattern(
    r"[.,]? ?[\[(](?:Extracts?|Telegram|Translation|Confidential|Circular|Paraphrase)\.?[\])]\.?$", re.IGNORECASE
)
_ABBREVIATED = pattern(r"(?:\b(?:Jr|Sr|Esq|Inc|Co|Messrs|Bros)|\b[A-Z]|\.[A-Za-z])\.$")


class Heading(NamedTuple):
    """What a heading says; what it does not say is empty.

    Attributes:
        kind, number, sender, recipient, title: as in `description.Description`.
        apposed: whether the sender's title stands between commas, so that one stands before “to”.
        date, place: where and when, as far as the heading itself says it.
    """

    kind: str = ""
    number: str = ""
    sender: str = ""
    recipient: str = ""
    title: str = ""
    apposed: bool = False
    date: str = ""
    place: str = ""


def read_heading(heading: str, dateline: str = "") -> Heading:
    """Take a heading apart.

    Args:
        heading: on one line.
        dateline: the document's dateline, which some headings end with.
    """
    heading, dateline = heading.replace("( ", "(").replace(" )", ")"), dateline.rstrip(" .")
    if bracketed := re.fullmatch(r"\[([^\[\]]+)\]\.?", heading):
        heading = bracketed[1]
    date = place = ""
    whole = heading.rstrip(" .")
    if dateline and whole.endswith(f", {dateline}"):
        heading = whole[: -len(dateline)].rstrip(" ,")
        if re.match(_MONTH, dateline) and (named := _PLACE.search(heading)):
            heading, place = heading[: named.start()], named[1]
        heading = _without_venue(heading)
    elif repeated := _REPEATED.search(heading):
        date = repeated["date"] or repeated["month"] or ""
        heading = heading[: repeated.start()]
        heading = _without_venue(heading) if date else heading
    heading = _TAIL.sub("", heading).rstrip(" ,;:—")
    words = heading if _ABBREVIATED.search(heading) else heading.removesuffix(".")
    if not date and (on_day := _ON_DAY.search(words)) and is_kind(words):
        words, date = words[: on_day.start()], on_day["date"]
    return _patterns(words)._replace(date=date, place=place)


def _without_venue(heading: str) -> str:
    return _HELD.sub(r"\1", _VENUE.sub("", heading.rstrip(" ,;")))


def _patterns(heading: str) -> Heading:
    found = _PATTERN.match(heading)
    if found and is_kind(found["kind"]):
        return _of_kind(found, heading)
    if not is_kind(heading):
        sender, recipient = _parted(heading)
        if recipient and not re.search(r"\d", sender) and not sender.startswith("Operative"):
            return _sent("", "", sender, recipient)
    numbered = re.fullmatch(r"(?P<kind>.+?)(?<!\d,) (?:No\. )?(?P<number>[A-Z]{0,9}[–-]?\d[\w–/-]*)", heading)
    kind, number = (numbered["kind"], numbered["number"]) if numbered else (heading, "")
    if is_kind(kind):
        return Heading(small(kind), number)
    return Heading(title=heading)


def _of_kind(found: re.Match[str], heading: str) -> Heading:
    """A heading that begins with a kind and goes on with who wrote it or to whom."""
    kind, number = _with_all_of_its_number(
        _without_article(found["kind"]), (found["number"] or "").removeprefix("No. ")
    )
    rest = found["rest"]
    made, word = (found["made"] or "").lower(), (found["of"] or found["word"]).lower()
    if made in _NOT_WRITTEN:
        return Heading(f"{kind} {made} {word} {rest}")
    excerpt = kind.startswith(("excerpt", "extract")) and (" to " not in rest or is_kind(rest))
    if word == "from" and (excerpt or _NO_SENDER.match(rest)):
        return Heading(small(heading))
    if word in ("to", "for"):
        by = _BY_OR_FROM.search(rest)
        if by is None:
            return Heading(f"{kind} for {rest}", number) if word == "for" else Heading(kind, number, recipient=rest)
        return _sent(kind, number, _TOPIC.sub("", rest[by.end() :]), rest[: by.start()])
    sender, recipient = _parted(rest)
    if not recipient:
        kind, sender = _whom_for(kind, sender)
    return _sent(kind, number, sender, recipient)


def _with_all_of_its_number(kind: str, number: str) -> tuple[str, str]:
    """The kind in small letters, and its number: the series of a telegram goes with that (`Polto 577`)."""
    head, _, series = kind.rpartition(" ")
    if number and head.lower() in ("telegram", "circular telegram") and series.isalpha() and series[0].isupper():
        return small(head), f"{series} {number}"
    return small(kind), number


def _whom_for(kind: str, sender: str) -> tuple[str, str]:
    """The kind with what stands behind the sender: of or for whom it was written, or before whom it was spoken."""
    if of_what := _OF_WHAT.search(sender):
        return small(f"{kind} {sender[of_what.end() :]}"), sender[: of_what.start()]
    behind = next((f for f in _FOR_WHOM.finditer(sender) if not _FOR_WHAT.search(sender[: f.start()])), None)
    behind = behind or (_BEFORE.search(sender) if kind.split()[-1] in _SPOKEN else None)
    if behind:
        words = sender[behind.start() + 1 :].replace(" Before ", " before ")
        return f"{kind} {words[0].lower()}{words[1:]}", sender[: behind.start()]
    return kind, _TOPIC.sub("", sender)


def _sent(kind: str, number: str, sender: str, recipient: str) -> Heading:
    apposed = sender.endswith(",")
    return Heading(kind, number, _without_article(sender.rstrip(" ,;")), recipient, apposed=apposed and bool(recipient))


def _parted(words: str) -> tuple[str, str]:
    """Sender and recipient around the “to” between them; no recipient where there is none."""
    for found in re.finditer(r" to (?=\S)", words):
        before = words[: found.start()].rpartition(" ")[2].strip("()[]")
        if before not in _TITLES:
            return words[: found.start()], words[found.end() :]
    return words, ""


def _without_article(name: str) -> str:
    article, _, rest = name.partition(" ")
    return rest if rest and article.lower() in ("the", "a", "an") else name


def printed_date(dateline: str, iso: str, repeated: str = "") -> str:
    """The date of a document: as printed, where a day or a range of days is; else as a format's reader made it out.

    Encodings disagree with the printed dateline now and then, and then what is printed counts.

    Args:
        dateline: as printed.
        iso: the date that was made out, or "".
        repeated: a date that the heading has.
    """
    if re.fullmatch(RANGE, repeated):
        return repeated.replace("-", "–")
    if days := re.search(RANGE, dateline):
        return days[0].replace("-", "–")
    if "undated" in dateline.lower():  # and not the day that an encoding supposes
        return "undated"
    dates = {day[0] for day in re.finditer(DATE, dateline)}
    if len(dates) == 1:
        return dates.pop().replace(" 0", " ")
    return long_date(iso) or repeated
