"""Things that have no address, asked for in words: a telegram, a box of an archive, a book."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tgreader.errors import AddressError
from tgreader.model.address import Address
from tgreader.model.document import Block, Document
from tgreader.model.patterns import pattern
from tgreader.reading.backlinks.things_here import thing_of
from tgreader.reading.pointing.citing_places import SENT, Wanted
from tgreader.reading.pointing.referring import Referring
from tgreader.reading.shelf.shelf import Shelf

_TOLD = 5
_WORD = pattern(r"[^\s,]+")


def thing_in_words(words: str, keys: Iterable[str]) -> Wanted:
    """The thing that words name: `telegram 149897 to Moscow`, `telegram 149897`, `NSC Files, Box 7`.

    Args:
        words: as a note prints them, or less of it, as far as that tells one thing from all others.
        keys: what is cited anywhere (`model.inline.Reference.key`).

    Raises:
        AddressError: they name nothing, or several things.
    """
    known = set(keys)
    spoken = Document(Address(path=""), "", "", "", (Block("paragraph", words),))
    things = (thing_of(one) for found in Referring(Shelf([])).find(spoken) for one in found)
    thing = next((thing for thing in things if thing is not None), None)
    if thing is not None and (thing.key in known or not thing.key):
        return thing
    found = sorted(_like(words, thing.key if thing else "", known))
    if len(found) > 1:
        more = f"; and {len(found) - _TOLD:,} more" if len(found) > _TOLD else ""
        said = "; ".join(f"“{_said(key)}”" for key in found[:_TOLD])
        raise AddressError(f"may be any of {len(found):,}: {said}{more}", f"“{words}”", "write more of it")
    if found:
        return Wanted(_said(found[0]), key=found[0])
    if thing is None:
        remedy = "write one like frus1969-76v39/d106#fn3"
        raise AddressError("is no address, and names no telegram, box or book", f"“{words}”", remedy)
    return thing


def _like(words: str, key: str, known: Iterable[str]) -> Iterator[str]:
    """The keys of all that may be meant: telegrams of that number; papers at all that is named.

    Else those at all but what is named first: archives are called this and that.
    """
    kind, _, _ = key.partition(" ")
    if kind in SENT:
        wanted = [word for word in _WORD.findall(key.casefold()) if any(letter.isdigit() for letter in word)]
        yield from (k for k in known if k.startswith(f"{kind} ") and set(wanted) <= set(_WORD.findall(k.casefold())))
        return
    parts = [part for part in _parts(words) if part]
    papers = {one: _parts(one.partition(" ")[2]) for one in known if one.startswith(("source ", "publication "))}
    for asked in (parts, parts[1:]):
        found = [one for one, of in papers.items() if asked and set(asked) <= set(of)]
        if found:
            yield from found
            return


def _parts(words: str) -> list[str]:
    return [" ".join(part.split()).rstrip(".") for part in words.casefold().replace("–", "-").split(",")]


def _said(key: str) -> str:
    return key.removeprefix("source ").removeprefix("publication ")
