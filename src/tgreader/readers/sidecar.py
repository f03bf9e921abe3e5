"""`tgreader.toml`: what a folder's loose files no longer say of themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tgreader.errors import SettingsError
from tgreader.readers.base import Facts

NAME = "tgreader.toml"
_KNOWN = ("volume", "document", "date", "place")


def facts_in(folder: Path) -> dict[str, Facts]:
    """What the folder's `tgreader.toml` says, by file name; empty where there is none.

    Raises:
        SettingsError: it cannot be read, or says something that no file can be given.
    """
    file = folder / NAME
    if not file.is_file():
        return {}
    import tomllib  # only a folder that has the file pays for the parser

    try:
        given = tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(
            _one_line(error), str(file), "mend it or remove it; the files are read without it"
        ) from error
    documents = given.get("documents", {})
    if not isinstance(documents, dict):
        raise SettingsError(
            "“documents” is not a table", str(file), 'write [documents."FILE"] above each file\'s facts'
        )
    return {name: _facts(name, said, file) for name, said in documents.items()}


def _facts(name: str, said: Any, file: Path) -> Facts:
    if not isinstance(said, dict) or not all(isinstance(value, str) for value in said.values()):
        raise SettingsError(
            f"what it says of “{name}” is not text", str(file), 'write values like volume = "frus1969-76v39"'
        )
    if strange := sorted(set(said) - set(_KNOWN)):
        raise SettingsError(
            f"“{strange[0]}”, said of “{name}”, is not known", str(file), f"known are {', '.join(_KNOWN)}"
        )
    return Facts(**said)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
