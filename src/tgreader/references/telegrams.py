"""Telegrams, airgrams and despatches by number and post: `Telegram 149897 to Moscow`, `State 149897`, `Embtel 12`.

What is sent *to* a post is the Department's, what comes *from* one is that post's: `Telegram 149897 to Moscow` and
`State 149897` are one. Until the middle of the 1960s the Department numbered its telegrams for each post apart, after
that in one series, whose numbers soon had five digits; a shorter number needs its post to be told from another.
"""

from __future__ import annotations

import re

from tgreader.model.document import Document
from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple
from tgreader.references.parties import STATE, parties_of, year_of
from tgreader.references.posts import one_spelling, posts
from tgreader.references.routes import DATE, MONTH, PLACE, parties_behind

_REPEATED = pattern(r",? (?:repeated|rptd)(?: (?:as|to|info|information|for information))*")
_PAIR = pattern(rf"[ ,]{{1,2}}(?:and )?((?:{PLACE}) )?(\d{{1,5}})(?![\w/–-]|\.\d)")
_TURNED_PAIR = pattern(rf", (?:and )?(\d{{1,5}}) (?:to )?({PLACE})")
_NUMBER = pattern(
    r"(?:[Nn]os?\. ?|[Nn]umbers? )?"
    rf"((?!{MONTH} )(?:(?:[A-Z]{{2,4}}[–-])?[A-Z]{{1,6}}[–— -]{{0,2}}|[A-Z][a-z]{{2,6}} ))?"
    r"(\d{1,7})(?:/\d{4,6})?(?![\w/–-]|\.\d)"
)
_AND_ANOTHER = pattern(rf"(?:, {DATE})?[,;]? and (?=\d{{1,7}},? (?:from|to) (?:the )?[A-Z])")
_NEXT = pattern(r"(?:, and|,| and| or|;| &) (?=(?:[A-Z]{1,4}[–-])?\d{1,7}\b(?!,? (?:1[89]|20)\d\d\b))")

WORDS = (
    r"(?:[Cc]irculars? )?(?:[Tt]elegrams?|TELEGRAM|[Tt]els?\b\.?|[Aa]irgrams?|[Dd]esp?atch(?:es)?|[Dd]ispatch(?:es)?)"
    r"|[Bb]ack-?channel [Mm]essages?|[Cc]ables?(?= (?:[Nn]o\. ?)?\d{3})"
    r"|[Cc]irculars?|[Dd]eptels?|DEPTELS?|[Ee]mbtels?|EMBTELS?|[Ll]egtels?|[Cc]ontels?|[Mm]ytels?|[Oo]urtels?|[Uu]rtels?"
    r"|[Dd]epcir(?:tel|gram)s?|[Ee]mbdesp?s?|DEPCIRTEL|[Cc]irtels?|CIRTEL"
    r"|(?<!Action )(?<!Decision )(?<!Study )(?<!Planning )(?<!Review )[Mm]emorand(?:um|a)(?= [Nn]os?\. ?\d)"
)
"""The words before a number that make it a telegram's, a despatch's or an airgram's."""

OF_A_DELEGATION = tuple(
    """Secto Tosec Polto Topol Dulte Tedul Cahto Tocah Gadel Delga Busec Tobus Usfoto Fotus Usito Hakto Tohak Telac
    Actel Delsec Secdel Martel Telmar Depto Todep Repto Torep Ecato Toeca Musto Nixto Tonix Vipto Tovip Cedto Edcto
    Colto Tocol Delto Todel Kosec Secun Excon Icato Toica Tofoa Foato Circr Ecto Comtel Toisa Isato Cofec Aidto Toaid
    """.split()  # noqa: SIM905 - a text reads better
)
"""Series of telegrams of a delegation or of the Secretary on a journey, and those sent to them."""

SERIES = (
    "|".join(OF_A_DELEGATION)
    + "|"
    + "|".join(OF_A_DELEGATION).upper()
    + r"|CAP|WH|(?:LINC|DIR|GUAT|LEOP|TEHE)(?= \d{3,5}\b)|(?:CA|A|CF|CG)[–-]"
)
"""Series with numbers of their own, whoever sent them."""

_KINDS = (
    ("despatch", ("des", "dis", "embdes")),
    ("airgram", ("airgram",)),
    ("circular", ("circ", "depcir", "cirt")),
    ("memorandum", ("memo",)),
)
AIRGRAMS = ("A-", "CA-", "CF-", "G-", "CG-")
"""How the numbers of airgrams begin."""

_BY_SENDER = {
    "dep": "State",
    "emb": "home",
    "leg": "home",
    "con": "home",
    "myt": "sender",
    "our": "sender",
    "urt": "recipient",
}


class Telegram(NamedTuple):
    """A telegram, airgram, despatch, circular or numbered memorandum, as far as the words say.

    Attributes:
        kind: `telegram`, `airgram`, `despatch`, `circular` or `memorandum`.
        number: with its series where it has one (`149897`, `Secto 25`, `CA-1093`).
        sender: the post, `State` for the Department, or "".
        recipient: the post it was sent to, or "".
        date: as printed (`August 17`), or "".
    """

    kind: str
    number: str
    sender: str = ""
    recipient: str = ""
    date: str = ""

    @property
    def bare_number(self) -> str:
        """The number without the zeros before it: the Department's of the 1970s are printed with them and without."""
        return self.number.lstrip("0") or self.number

    @property
    def key(self) -> str:
        """What all references to it share."""
        if self.number[0].isalpha() and self.number[:2] not in {"A-", "G-"}:
            return f"{self.kind} {self.number}"
        apart = self.recipient and (not self.sender or len(self.bare_number) < 5)
        to = f"to {one_spelling(self.recipient)}" if apart else ""
        words = (self.kind, one_spelling(self.sender), self.bare_number, to)
        return " ".join(word for word in words if word)

    @property
    def title(self) -> str:
        """Its name in a list."""
        if self.sender not in {"", "State"} and self.recipient:
            return f"{self.number} from {self.sender} to {self.recipient}"
        if self.sender in {"", "State"}:
            return f"{self.number} to {self.recipient}" if self.recipient else f"{self.sender} {self.number}".strip()
        return f"{self.number} from {self.sender}"


class TelegramWords(NamedTuple):
    """The words that name one telegram.

    Attributes:
        start, end: of the words.
        telegram: what they say of it.
        copy: whether it is one named just before, under the number that it got where it was repeated.
    """

    start: int
    end: int
    telegram: Telegram
    copy: bool = False


class Home(NamedTuple):
    """Between whom a document passed, which `Deptel`, `Embtel` and `urtel` leave unsaid.

    Attributes:
        post: the post that is not the Department, or "".
        outgoing: whether the Department sent the document.
        year: in which it was written; 0 where that is not known.
    """

    post: str = ""
    outgoing: bool = False
    year: int = 0

    @staticmethod
    def says_sender(word: str) -> bool:
        """Whether a word says by itself who sent a telegram, as `Deptel` does and `telegram` does not."""
        return word[:3].casefold() in _BY_SENDER and word.capitalize() not in OF_A_DELEGATION  # `Depto` is a series

    def sender(self, word: str) -> str:
        """Who sent what a word like `Deptel` or `urtel` names; "" where that is not known."""
        who = _BY_SENDER.get(word[:3].casefold(), "") if self.says_sender(word) else ""
        if who == "sender":
            who = "State" if self.outgoing else "home"
        elif who == "recipient":
            who = "home" if self.outgoing else "State"
        return self.post if who == "home" else who


def home_of(document: Document) -> Home:
    """The post in a document's heading: `Telegram From the Embassy in the Soviet Union to the Department of State`."""
    sender, recipient, _ = parties_of(document)
    outgoing = sender == STATE
    return Home(recipient if outgoing else sender, outgoing, year_of(document))


def telegrams_at(
    text: str, word: str, start: int, at: int, home: Home, owner: str = ""
) -> tuple[list[TelegramWords], int]:
    """Read the telegrams whose numbers begin at `at`.

    Args:
        text: the text.
        word: what stands before the numbers (`telegrams`, `Deptel`, `Secto`).
        start: where the words begin.
        at: where the first number must stand.
        home: between whom the document passed.
        owner: who is said to have sent them: a post, or a word like `Deptel` that says so.

    Returns:
        One for each number, and the offset after the last word read.
    """
    words, end = _of_one_sender(text, word, start, at, home, owner)
    while words and not home.says_sender(word) and (more := _AND_ANOTHER.match(text, end)):
        others, end = _of_one_sender(text, word, more.end(), more.end(), home, "")
        words += others
    return words, end


def _of_one_sender(
    text: str, word: str, start: int, at: int, home: Home, owner: str
) -> tuple[list[TelegramWords], int]:
    """The telegrams of a list up to the words that say between whom they passed; as `telegrams_at`."""
    numbers: list[tuple[int, int, str]] = []
    while found := _NUMBER.match(text, at):
        numbers.append((start if not numbers else found.start(), found.end(), _written(found)))
        between = _NEXT.match(text, found.end())
        if not between:
            break
        at = between.end()
    if not numbers:
        return [], at
    place, _, digits = numbers[0][2].rpartition(" ")
    if place in posts():  # `Deptel Ankara 901`: the post stands between the word and the number
        numbers[0] = (*numbers[0][:2], digits)
        owner, home = ("" if home.says_sender(word) else place), home._replace(post=place)
    sender, recipient, date, after = parties_behind(text, numbers[-1][1], owner or word, home)
    kind = next((kind for kind, heads in _KINDS if word.casefold().startswith(heads)), "telegram")
    kind = "airgram" if numbers[0][2].startswith(AIRGRAMS) else kind
    words = [
        TelegramWords(first, last, Telegram(kind, number, sender, recipient, date)) for first, last, number in numbers
    ]
    words[-1] = TelegramWords(words[-1].start, after, words[-1].telegram)
    if kind == "telegram":
        words += _copies(text, after, words[-1].telegram, listed=place in posts() and home.says_sender(word))
    return words, words[-1].end


def _copies(text: str, at: int, sent: Telegram, listed: bool) -> list[TelegramWords]:
    """The other numbers that a telegram got where it was repeated: `Deptel 488, repeated Tokyo 1529, Bern 1927`.

    Args:
        text: the text.
        at: where its own words end.
        sent: the telegram.
        listed: whether it was named by its post, so that others may follow: `Deptels Bern 259 Stockholm 133`.
    """
    copies: list[TelegramWords] = []
    repeated = _REPEATED.match(text, at)
    at = repeated.end() if repeated else at
    if not (repeated or listed or text[at + 2 : at + 3].isdigit() or text.startswith(", and ", at)):
        return copies
    while pair := (_PAIR if repeated or listed else _TURNED_PAIR).match(text, at):
        post, number = (pair[1], pair[2]) if repeated or listed else (pair[2], pair[1])
        name = (post or "").strip()
        if name not in posts():
            break
        start = pair.start(1 if post else 2)
        copies.append(TelegramWords(start, pair.end(), Telegram(sent.kind, number, sent.sender, name), not listed))
        at = pair.end()
    return copies


def _written(found: re.Match[str]) -> str:
    """A number with its series: `A-942` for an airgram's, else `Secto 25`, `C 70208`."""
    series = (found[1] or "").strip(" –—-")
    if "–" in series or "-" in series:  # a despatch of the Central Intelligence Agency: `HGG–A–532`
        return f"{series.replace('–', '-')}-{found[2]}"
    return f"{series}{'-' if f'{series}-' in AIRGRAMS else ' '}{found[2]}" if series else found[2]
