"""The places that a bibliography means, and one sentence for each entry that means none for certain."""

from __future__ import annotations

from collections.abc import Iterator

from tgreader.citing.recognising import Found, in_entries
from tgreader.errors import AddressError, echoed
from tgreader.model.address import Address

_MOST_CANDIDATES = 12
_LONGEST = 200
"""Code points of an entry that are said again."""


def meant(text: str) -> Iterator[Address | AddressError]:
    """What each citation of a text means, in order: its place, or why there is none.

    Args:
        text: a citation, or a bibliography: an entry a line, or entries with blank lines between them.
    """
    if not text.strip():
        yield AddressError("no citation was given", remedy="write it like FRUS 1969–76, vol. 39")
        return
    said: set[Address | Found] = set()
    for entry, found in in_entries(text):
        if not found:
            yield AddressError("names no volume of the series", _quoted(entry), "write it like FRUS 1969–76, vol. 39")
        for one in found:
            if (one.address or one) not in said:
                said.add(one.address or one)
                yield one.address or unclear(one)


def unclear(found: Found) -> AddressError:
    """Why a citation means no place for certain, with the places it may mean."""
    if not found.candidates:
        return AddressError("names no volume that the catalogue of the series has", _quoted(found.text))
    shown = ", ".join(str(candidate) for candidate in found.candidates[:_MOST_CANDIDATES])
    more = len(found.candidates) - _MOST_CANDIDATES
    return AddressError(
        f"may mean {shown}" + (f" and {more} more" if more > 0 else ""), _quoted(found.text), "say which volume"
    )


def _quoted(text: str) -> str:
    return f"“{echoed(' '.join(text.split()), _LONGEST)}”"
