"""Bytes to text: UTF-8 first, UTF-16 where its mark says so, and what was lost on the way said aloud."""

from __future__ import annotations

from tgreader.errors import UnreadableError
from tgreader.patterns import pattern
from tgreader.tuples import NamedTuple

REPLACEMENT = "\ufffd"
_CONTROL = pattern(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # tab, line ends, form feed and escape occur in texts
_MOSTLY = 10  # a file is no text once one byte in ten is a control character or undecodable


class Decoded(NamedTuple):
    """A file's text.

    Attributes:
        text: all of it, line ends as they are, without the byte order mark. Offsets into the file, everywhere in the
            model, count code points of this.
        faults: one plain sentence for each loss.
    """

    text: str
    faults: tuple[str, ...] = ()


def decode(data: bytes, path: str) -> Decoded:
    """Decode a text file.

    Args:
        data: its bytes.
        path: its name, for the error.

    Raises:
        UnreadableError: it is empty, or is not text.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
        lost = 2 * text.count(REPLACEMENT)
        name, controls = "UTF-16", 0
    else:
        data = data.removeprefix(b"\xef\xbb\xbf")
        text, lost = _utf8(data)
        name, controls = "UTF-8", len(_CONTROL.findall(data))
    if (lost + controls) * _MOSTLY > len(data):
        raise UnreadableError("this is not a text file", path, f"save it as {name} text to read it here")
    if not text.strip():
        raise UnreadableError("there is no text in this file", path)
    if not lost:
        return Decoded(text)
    what = "1 byte is" if lost == 1 else f"{lost:,} bytes are"
    return Decoded(text, (f"{what} not valid {name} and {'is' if lost == 1 else 'are'} shown as {REPLACEMENT}",))


def _utf8(data: bytes) -> tuple[str, int]:
    """The text and the number of bytes that are not UTF-8."""
    try:
        return data.decode(), 0
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    # A replacement character that the file itself holds is no loss; the sequence cannot straddle another character.
    replaced = text.count(REPLACEMENT) - data.count(REPLACEMENT.encode())
    kept = len(text.encode()) - replaced * len(REPLACEMENT.encode())
    return text, len(data) - kept
