"""What is drawn for each character: nothing in a document may do anything to the terminal but be seen."""

from __future__ import annotations

import re

from tgreader.reading.document.visible import HIDDEN

_SPACES = "\t\n\v\f\r\u2028\u2029\u202f\u205f"
INVISIBLE = "␦"
"""Drawn for a character that would draw nothing, or reorder its neighbours."""

_NARROW = re.compile("[\u0020-\u02ff\u0370-\u0482\u048a-\u0590\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u218f]*")
"""Characters that take one cell each, whatever the terminal."""

_EIGHTHS = " ▏▎▍▌▋▊▉█"

_SUPERSCRIPTS = str.maketrans("0123456789+-=()abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")


_HANDS = {
    "superscript": str.maketrans(
        "0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ",
    ),
    "sub": str.maketrans("0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ"),
}
_HANDS["subscript"] = _HANDS["sub"]


class _Symbols(dict[int, str]):
    def __missing__(self, code: int) -> str:
        character = chr(code)
        if not HIDDEN.match(character):
            drawn = character
        elif character in _SPACES:
            drawn = " "
        elif code < 0x20:
            drawn = chr(0x2400 + code)
        else:
            drawn = "␡" if code == 0x7F else INVISIBLE
        self[code] = drawn
        return drawn


_SYMBOLS = _Symbols()


def drawable(text: str) -> str:
    """Text with every control, invisible or reordering character as one visible symbol; offsets stay the same."""
    return text.translate(_SYMBOLS) if HIDDEN.search(text) else text


def is_narrow(text: str) -> bool:
    """Whether every character of drawable text is one cell wide."""
    return _NARROW.fullmatch(text) is not None


def superscript(label: str) -> str:
    """A marker's label, raised: `12` as ¹²; what has no raised form stands in brackets, symbols as they are."""
    raised = drawable(label).translate(_SUPERSCRIPTS)
    return f"[{raised}]" if any(c.isalnum() and c in label for c in raised) else raised


def in_hand(text: str, hand: str, start: int, end: int) -> str:
    """Drawable text with a range of it in another hand; offsets stay the same.

    Small capitals are drawn as capitals; raised and lowered type as far as there are such characters.

    Args:
        text: the text.
        hand: `smallcaps`, `superscript`, `sub`; others change no character.
        start: where the range begins.
        end: where it ends; both are kept within the text.
    """
    start, end = max(0, start), min(end, len(text))
    if start >= end or (hand != "smallcaps" and hand not in _HANDS):
        return text
    if hand == "smallcaps":
        drawn = "".join(c.upper() if len(c.upper()) == 1 else c for c in text[start:end])
    else:
        drawn = text[start:end].translate(_HANDS[hand])
    return text[:start] + drawn + text[end:]


def bar(share: float, width: int) -> str:
    """A bar of so many cells of which a share, 0 to 1, is filled: to an eighth of a cell, and never quite empty."""
    filled = max(1, round(min(1.0, share) * width * 8)) if share > 0 and width > 0 else 0
    full, part = divmod(filled, 8)
    return f"{_EIGHTHS[8] * full}{_EIGHTHS[part] if part else ''}".ljust(width)
