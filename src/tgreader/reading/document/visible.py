"""Text that does nothing to a terminal but be seen: a document, or a file's name, may hold escape sequences."""

from __future__ import annotations

from collections.abc import Callable

from tgreader.model.patterns import pattern

HIDDEN = pattern(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202f\u205f-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Controls, line separators, zero-width and bidirectional controls, variation selectors, tags, lone surrogates."""


_SEEN_AS_PRINTABLE = b"\xef\xb8"
"""How the hidden characters begin, in UTF-8, that Python holds printable: U+FE00 to U+FE0F, and some to U+FE3F."""


def escaped(character: str) -> str:
    r"""A character as Python and shells write it: `\x1b`."""
    return f"\\x{ord(character):02x}"


def visible(line: str, escape: Callable[[str], str] = escaped) -> str:
    """A line in which every hidden character is written out.

    Args:
        line: text without line ends.
        escape: how a hidden character is written.
    """
    if line.isprintable() and _SEEN_AS_PRINTABLE not in line.encode():  # five times as fast as the pattern
        return line
    return HIDDEN.sub(lambda found: escape(found[0]), line)
