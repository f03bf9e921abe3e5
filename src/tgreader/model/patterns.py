"""Regular expressions that are compiled when they are first asked.

The grammar of references and the readers have some two hundred, a document needs a few dozen of them; to compile all
takes longer than Python's own start. A pattern that is a module's constant is therefore made by `pattern`.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_ASKED = (
    "findall", "finditer", "flags", "fullmatch", "groupindex", "groups", "match", "scanner", "search", "split", "sub",
    "subn",
)  # fmt: skip
"""All that a compiled expression has, but for what it was compiled from."""


class _Uncompiled:
    """Stands for a compiled expression, and takes over its methods as soon as one of them is asked for."""

    __slots__ = ("_given_flags", "pattern", *_ASKED)

    def __init__(self, written: str | bytes, flags: int) -> None:
        self.pattern = written
        self._given_flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the compiled expression has
        if name not in _ASKED:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._given_flags)
        for asked in _ASKED:  # from now on they are found here, and this method is asked no more
            setattr(self, asked, getattr(compiled, asked))
        return getattr(compiled, name)


def pattern(written: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A regular expression, not compiled before its first use.

    Args:
        written: the expression, as `re.compile` takes it.
        flags: of the module `re`.

    Returns:
        What has the methods of a compiled expression; the functions of `re` do not take it in the place of one.
    """
    return cast("re.Pattern[AnyStr]", _Uncompiled(written, flags))
