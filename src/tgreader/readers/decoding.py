"""Bytes to text: UTF-8 first, UTF-16 where its mark or its zeros say so, Windows-1252 where nothing is UTF-8.

What was lost or guessed on the way is said aloud.
"""

from __future__ import annotations

from tgreader.errors import UnreadableError
from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple

REPLACEMENT = "\ufffd"
_CONTROL = pattern(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # tab, line ends, form feed and escape occur in texts
_MOSTLY = 10  # a file is no text once one byte in ten is a control character or undecodable

_HARDLY = 20  # bytes that are no UTF-8 for each character that is: then it is by chance
_LOOKED_AT = 4096  # bytes at the beginning
_MOST_ASCII = 0.8
_WRITTEN = frozenset(
    "‘’“”„‚–—…•·§¶†‡°£€½¼¾«»©®´\u00a0\u00ad²³¹ºªÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØŒŠŽÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøœšžùúûü"
)
_MOST_WRITTEN = 0.95  # of what is not ASCII, to be writing and no accident
_FEWEST = 3  # of it; one byte or two may be anything
_GUESSED = "this is not UTF-8 and is read as Windows-1252: accents and quotation marks may be others"


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
    codec = _utf16(data)
    if codec:
        text = data.decode(codec, "replace")
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
    if not codec and (windows := _windows(data, text, lost)) is not None:
        return Decoded(windows, (_GUESSED,))
    what = "1 byte is" if lost == 1 else f"{lost:,} bytes are"
    return Decoded(text, (f"{what} not valid {name} and {'is' if lost == 1 else 'are'} shown as {REPLACEMENT}",))


def _utf16(data: bytes) -> str | None:
    """The codec for UTF-16: by its byte order mark, or where every other byte is nearly always zero."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    for first, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = data[first:_LOOKED_AT:2], data[1 - first : _LOOKED_AT : 2]
        if zeros.count(0) > _MOST_ASCII * len(data[:_LOOKED_AT]) / 2 and not others.count(0):
            return codec
    return None


def _windows(data: bytes, text: str, lost: int) -> str | None:
    """The text as Windows-1252, of which Latin-1 is part; None where the rest is mostly UTF-8, or too little."""
    valid = sum(not character.isascii() for character in text) - text.count(REPLACEMENT)
    valid += data.count(REPLACEMENT.encode())
    if valid * _HARDLY > lost:
        return None
    try:
        windows = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    others = [character for character in windows if not character.isascii()]
    is_writing = sum(character in _WRITTEN for character in others) >= _MOST_WRITTEN * len(others)
    return windows if len(others) >= _FEWEST and is_writing else None


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
