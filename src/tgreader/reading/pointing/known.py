"""What is known of a place that is not open: what it is called, its citation, its address on the web."""

from __future__ import annotations

from tgreader.errors import TgReaderError
from tgreader.model.address import Address
from tgreader.model.inline import Reference
from tgreader.reading.pointing.explaining import explained

_CANDIDATES = 6


def known_of(reference: Reference) -> tuple[str, ...]:
    """What is known of what a reference points to, in lines for the reader: what became of it, then what it is."""
    lines = [explained(reference)]
    if reference.target is not None:
        lines += known_of_place(reference.target)
    for candidate in reference.candidates[:_CANDIDATES]:
        lines += known_of_place(candidate)
    return tuple(lines)


def known_of_place(address: Address) -> tuple[str, ...]:
    """The citation of a place from the catalogue of the series, and its web address, as far as there are any."""
    from tgreader.citing.citation import cite, web_address

    if address.volume is None:
        return ()
    lines = []
    try:
        lines.append(cite(address, url=False).text)
    except TgReaderError as error:
        lines.append(str(error))
    return (*lines, web_address(address))


def named_place(address: Address) -> str:
    """A place of the series in words: `China, 1964–1968 › Document 37`."""
    from tgreader.reading.document.titles import place_words, volume_title

    within = place_words(address, Address(address.volume))
    name = f"Document {within}" if within[:1].isdigit() else within
    return volume_title(address.volume or "") + (f" › {name}" if name and name != "the heading" else "")
