"""The register of telegrams: each one that is cited, with what is said of it anywhere.

Telegrams, airgrams, despatches and circulars are mostly cited and not printed; a researcher takes this list to the
archive as a pull slip. What is put together from several places, or worked out, is said to be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tgreader.model.address import Address
from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple
from tgreader.reading.pointing.citing_places import Citing, record
from tgreader.reading.pointing.sent_on import Sent, apart, in_words, may_be_one
from tgreader.reading.pointing.telegrams_named import Naming, Own
from tgreader.references.register import same_telegram

DEPARTMENT = "Department of State"
HEADER = (
    "number",
    "kind",
    "from",
    "to",
    "date",
    "printed_as",
    "archival_file",
    "file_given_in",
    "cited_in",
    "times_cited",
)

_DIGITS = pattern(r"\d+")


class Entry(NamedTuple):
    """One telegram of the register.

    Attributes:
        number: with its series (`149897`, `Secto 25`).
        kind: `telegram`, `airgram`, `despatch` or `circular`.
        sender, recipient: posts; "" where nobody says.
        sent: when.
        printed: the document that it is, open here or not; None where none is known.
        printed_title: what that is called.
        file: where it is kept, as a note gives it; "" where none does.
        file_given_in: the place that says so.
        unprinted: the words by which it is known not to be printed, or "".
        namings: all places that name it, in order.
    """

    number: str
    kind: str
    sender: str
    recipient: str
    sent: Sent
    printed: Address | None
    printed_title: str
    file: str
    file_given_in: Address | None
    unprinted: str
    namings: tuple[Naming, ...]

    @property
    def citings(self) -> tuple[Citing, ...]:
        """The places that name it; those that the index knows are without their sentences."""
        return tuple(naming.citing for naming in self.namings)

    @property
    def fate(self) -> str:
        """Whether it is printed, in words."""
        if self.printed is not None:
            return f"printed as {self.printed_title}"
        return "not printed" if self.unprinted else "not printed here"

    def record(self, citings: Iterable[Citing]) -> dict[str, Any]:
        """As one object for JSON, with the places that name it, told with their sentences."""
        return {
            "number": self.number,
            "kind": self.kind,
            "from": self.sender or None,
            "to": self.recipient or None,
            "date": self.sent.iso or None,
            "year_inferred": self.sent.inferred,
            "printed_as": str(self.printed) if self.printed else None,
            "said_unprinted": self.unprinted or None,
            "archival_file": self.file or None,
            "file_given_in": str(self.file_given_in._replace(offset=0)) if self.file_given_in else None,
            "cited_in": [record(citing) for citing in citings],
        }

    @property
    def row(self) -> tuple[object, ...]:
        """Its line of the table whose header is `HEADER`."""
        places = dict.fromkeys(str(citing.address._replace(offset=0)) for citing in self.citings)
        printed = f"{self.printed_title} ({self.printed})" if self.printed else self.fate
        given = str(self.file_given_in._replace(offset=0)) if self.file_given_in else ""
        names = (self.number, self.kind, self.sender, self.recipient, self.sent.words)
        return *names, printed, self.file, given, "; ".join(places), len(self.citings)


def register(found: Iterable[Naming], printed: Iterable[Own] = ()) -> list[Entry]:
    """Put together what is said of each telegram.

    Two places mean one telegram where number, post and kind are the same and the dates allow it: numbers begin anew.

    Args:
        found: the places that name telegrams, in order.
        printed: the documents that are telegrams themselves.
    """
    by_key: dict[str, list[Naming]] = {}
    for naming in found:
        by_key.setdefault(naming.citing.key, []).append(naming)
    own: dict[str, list[Own]] = {}
    for one in printed:
        own.setdefault(one.telegram.bare_number, []).append(one)
    return [
        _entry(together, own)
        for same in _one_name(by_key)
        if any(naming.telegram.number for naming in same)
        for together in _by_date(same)
    ]


def _one_name(by_key: Mapping[str, Sequence[Naming]]) -> list[list[Naming]]:
    """Give the places that name a number of a day without its post to the one telegram of that number and day."""
    full: dict[tuple[str, str, str], set[str]] = {}
    for key, same in by_key.items():
        for naming in same:
            if naming.telegram.sender or naming.telegram.recipient:
                full.setdefault(_numbered(naming), set()).add(key)
    joined: dict[str, list[Naming]] = {key: [] for key in by_key}
    for key, same in by_key.items():
        for naming in same:
            nameless = not (naming.telegram.sender or naming.telegram.recipient) and bool(naming.sent.iso)
            keys = full.get(_numbered(naming), set()) if nameless else set()
            joined[next(iter(keys)) if len(keys) == 1 else key].append(naming)
    return [same for same in joined.values() if same]


def _numbered(naming: Naming) -> tuple[str, str, str]:
    return naming.telegram.kind, naming.telegram.bare_number, naming.sent.iso


def _by_date(same: Sequence[Naming]) -> list[list[Naming]]:
    """The places that name one number, parted by the days on which it was sent."""
    dated: list[tuple[str, list[Naming]]] = []
    undated = []
    for naming in same:
        iso = naming.sent.iso
        if not iso:
            undated.append(naming)
            continue
        group = next((group for day, group in dated if may_be_one(day, iso)), None)
        if group is None:
            dated.append((iso, group := []))
        group.append(naming)
    for naming in undated:
        nearest = min(dated, key=lambda one: apart(one[0], naming.citing.date), default=None)
        if nearest is None:
            dated.append(("", [naming]))
        else:
            nearest[1].append(naming)
    return [group for _, group in dated]


def _entry(same: Sequence[Naming], own: Mapping[str, Sequence[Own]]) -> Entry:
    target = next((naming.citing.target for naming in same if naming.citing.target is not None), None)
    one = _own(same, own, target)
    posts = [naming.telegram for naming in same] + ([one.telegram] if one else [])
    kept = next((naming for naming in same if naming.file), None)
    whys = (naming.citing.why for naming in same if naming.citing.status == "unprinted")
    return Entry(
        number=max((naming.telegram.number for naming in same), key=len),
        kind=same[0].citing.kind,
        sender=_named(telegram.sender for telegram in posts),
        recipient=_named(telegram.recipient for telegram in posts),
        sent=_date(same) or (in_words(one.telegram.date) if one else Sent()),
        printed=target or (one.address if one else None),
        printed_title=_title(target) if target else one.title if one else "",
        file=kept.file if kept else "",
        file_given_in=kept.citing.address if kept else None,
        unprinted="" if target or one else next((why for why in whys if why), ""),
        namings=tuple(same),
    )


def _own(same: Sequence[Naming], own: Mapping[str, Sequence[Own]], target: Address | None) -> Own | None:
    """The document that a telegram is: the one that its places name, else the one that can be no other."""
    matching = {
        one
        for naming in same
        for one in own.get(naming.telegram.bare_number, ())
        if (target == one.address if target else same_telegram(naming.telegram, one.telegram, naming.citing.date))
    }
    return next(iter(matching)) if len(matching) == 1 else None


def _title(target: Address) -> str:
    if target.page is not None:
        return f"p. {target.page}"
    number = (target.document or "").removeprefix("d")
    return f"Document {number}" if number.isdecimal() else str(target)


def _date(same: Iterable[Naming]) -> Sent | None:
    """The date as most places have it; one with its year goes before one whose year was worked out."""
    dates = Counter(naming.sent for naming in same if naming.telegram.date)
    if not dates:
        return None
    return max(dates, key=lambda sent: (not sent.inferred and bool(sent.iso), bool(sent.iso), dates[sent]))


def _named(posts: Iterable[str]) -> str:
    """The post that most places name."""
    said = Counter(post for post in posts if post)
    post = said.most_common(1)[0][0] if said else ""
    return DEPARTMENT if post == "State" else post


def line(entry: Entry) -> str:
    """One telegram in a line, for people."""
    route = " ".join(
        part
        for part in (f"from {entry.sender}" if entry.sender else "", f"to {entry.recipient}" if entry.recipient else "")
        if part
    )
    times = "once" if len(entry.citings) == 1 else f"{len(entry.citings):,} times"
    parts = (f"{entry.kind} {entry.number}", route, entry.sent.words, entry.fate, entry.file, f"cited {times}")
    return " · ".join(part for part in parts if part)


def in_order(entries: Iterable[Entry], order: str) -> list[Entry]:
    """The entries sorted; those that do not say by what they are sorted come last."""
    return sorted(entries, key=lambda entry: _sort_key(entry, order))


def _sort_key(entry: Entry, order: str) -> tuple[object, ...]:
    digits = _DIGITS.search(entry.number)
    number = (entry.number.rpartition(" ")[0].casefold(), int(digits[0]) if digits else 0, entry.sent.iso)
    first: dict[str, tuple[object, ...]] = {
        "number": (),
        "from": (not entry.sender, entry.sender.casefold()),
        "to": (not entry.recipient, entry.recipient.casefold()),
        "date": (not entry.sent.iso, entry.sent.iso),
        "fate": (entry.printed is None, not entry.file, entry.file.casefold()),
        "cited": (-len(entry.citings),),
    }
    return *first[order], *number
