"""`config.toml`: how a reader wants citations, colours, lines and keys.

style = "chicago-note"     # of `tgreader cite --style`
url = true                 # print web addresses; left out: as the style has it
accessed = true            # print today's date after the web address
theme = "reading-light"
measure = 72               # characters of a line
[keys]
cite = "c,ctrl+y"          # for a command, its keys by Textual's names, comma-separated

No file, next to no cost, since every citation printed asks for it: the parser is imported only where there is a file,
and `pathlib` and `platformdirs`, which take as long as the rest of a citation, not at all where that can be helped.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from tgreader.errors import SettingsError
from tgreader.model.tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

FILE = "config.toml"
STYLE = "office"
"""The style of citations where no other is set."""

_LARGEST = 2**14  # bytes: more than all settings there are; in more, a hostile name takes the parser's memory
_MOST_LISTED = 16  # a message of more names is no line any more
_KEPT = ("style", "url", "accessed", "theme", "measure")
_SWITCHED = {"true": True, "false": False}
_KINDS: dict[str, tuple[type, str]] = {
    "style": (str, "text"),
    "url": (bool, "true or false"),
    "accessed": (bool, "true or false"),
    "theme": (str, "text"),
    "measure": (int, "a whole number"),
    "keys": (dict, "a table"),
}


class Settings(NamedTuple):
    """What the file says; what it leaves out is as usual.

    Attributes:
        style: the default style of citation, or None.
        url: whether citations print the web address; None leaves it to the style.
        accessed: whether they print the day on which it was read there; None is not.
        theme: the name of the colours, or None.
        measure: characters of a line, or None.
        keys: for a command's id, its keys.
        trouble: what is wrong with the file, in which case all of it is as usual.
    """

    style: str | None = None
    url: bool | None = None
    accessed: bool | None = None
    theme: str | None = None
    measure: int | None = None
    keys: Mapping[str, str] = {}
    trouble: SettingsError | None = None

    @property
    def accessed_on(self) -> str:
        """Today as an ISO date where citations are to say it, or ""."""
        if not self.accessed:
            return ""
        from datetime import date

        return date.today().isoformat()

    @property
    def kept(self) -> dict[str, str]:
        """Those that the reader also keeps from session to session, as it keeps them."""
        said = {name: value for name, value in self._asdict().items() if name in _KEPT and value is not None}
        return {name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in said.items()}

    def chosen(self, kept: Callable[[str], str | None]) -> Settings:
        """These, with what was chosen last for citations in the place of what they leave out.

        Args:
            kept: what is kept under a setting's name, or None.
        """
        style, url, accessed = kept("style"), kept("url"), kept("accessed")
        return self._replace(
            style=self.style or style,
            url=_SWITCHED.get(url or "", self.url),
            accessed=_SWITCHED.get(accessed or "", self.accessed),
        )


def load(themes: Collection[str] | None = None, commands: Collection[str] | None = None) -> Settings:
    """Read the settings; where the file cannot be used, `trouble` says why.

    Args:
        themes: the names of the colours there are; None where there is no screen, and any name is taken.
        commands: the ids of the commands there are; None likewise.
    """
    file = settings_file()
    try:
        given = _given(file)
        return _checked(given, themes, commands) if given else Settings()
    except (OSError, ValueError) as error:
        what = error.strerror.lower() if isinstance(error, OSError) and error.strerror else " ".join(str(error).split())
    except RecursionError:
        what = "brackets stand in brackets too deeply"
    return Settings(trouble=SettingsError(what, file, "mend it; until then all is as usual"))


def settings_file() -> str:
    """The file that `TGREADER_CONFIG` names, else `config.toml` in the platform's folder for settings."""
    if named := os.environ.get("TGREADER_CONFIG"):
        return named
    if sys.platform.startswith("linux") and (home := os.environ.get("HOME")):
        # The XDG Base Directory Specification, as platformdirs reads it.
        folder = os.environ.get("XDG_CONFIG_HOME", "").strip() or f"{home}/.config"
        return f"{folder}/tgreader/{FILE}"
    from platformdirs import user_config_path

    return str(user_config_path("tgreader", appauthor=False) / FILE)


def _given(file: str) -> dict[str, Any]:
    """What the file holds; nothing where there is none."""
    try:
        with open(file, "rb") as opened:  # noqa: PTH123 - see the module
            data = opened.read(_LARGEST + 1)
    except FileNotFoundError:
        if os.environ.get("TGREADER_CONFIG"):
            raise
        return {}
    if len(data) > _LARGEST:
        raise ValueError(f"it is larger than {_LARGEST // 2**10} kB")
    if not data.strip():
        return {}
    import tomllib  # only who has settings pays for the parser

    return tomllib.loads(data.decode())


def _checked(given: dict[str, Any], themes: Collection[str] | None, commands: Collection[str] | None) -> Settings:
    """The settings, if all of them can be used.

    Raises:
        ValueError: one cannot; it says which.
    """
    for name, value in given.items():
        if name not in _KINDS:
            raise ValueError(f"“{name}” is no setting; known are {', '.join(_KINDS)}")
        kind, words = _KINDS[name]
        if type(value) is not kind:
            raise ValueError(f"“{name}” is not {words}")
    settings = Settings(**given)
    if settings.style is not None:
        from tgreader.citing.citation import STYLES

        _one_of("style", settings.style, STYLES)
    if settings.theme is not None and themes is not None:
        _one_of("theme", settings.theme, themes)
    _check_keys(settings.keys, commands)
    return settings


def _check_keys(keys: Mapping[str, Any], commands: Collection[str] | None) -> None:
    taken: dict[str, str] = {}
    for command, given in keys.items():
        if commands is not None:
            _one_of("command", command, commands)
        if not isinstance(given, str) or not all(key.strip() for key in given.split(",")):
            raise ValueError(f'the keys of “{command}” are none: write them like "c,ctrl+y"')
        for key in given.split(","):
            other = taken.setdefault(key.strip(), command)
            if other != command:
                raise ValueError(f"the key “{key.strip()}” is given to both “{other}” and “{command}”")


def _one_of(what: str, value: str, known: Collection[str]) -> None:
    if value in known:
        return
    if len(known) <= _MOST_LISTED:
        raise ValueError(f"“{value}” is no {what}; choose one of {', '.join(known)}")
    from difflib import get_close_matches

    like = get_close_matches(value, known, n=4, cutoff=0.4) or list(known)[-4:]
    raise ValueError(f"“{value}” is no {what}; there are {len(known)}, such as {', '.join(like)}")
