"""`tgreader.toml`: what a folder's loose files no longer say of themselves."""

from __future__ import annotations

import os
import re
from typing import Any

from tgreader.errors import AddressError, SettingsError
from tgreader.model.address import Address, parse_address
from tgreader.model.patterns import pattern
from tgreader.readers.base import Facts

NAME = "tgreader.toml"
_KNOWN = ("volume", "document", "date", "place")
_LARGEST = 16 * 2**20  # bytes: the facts of some 100,000 files
_ISO_DATE = pattern(r"\d{4}(?:-\d\d){0,2}", re.ASCII)
_PLAIN = pattern(r"""\[documents\."([^"\\]*)"\]|([\w-]+) = "([^"\\]*)"|(?:#.*)?""", re.ASCII)
# The standard library's parser takes time and memory by the square of the parts of one key: 100,000 are gigabytes.
_DEEP_KEY = pattern(r"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){8}""")


def facts_in(folder: str) -> dict[str, Facts]:
    """What the folder's `tgreader.toml` says, by file name; empty where there is none.

    Raises:
        SettingsError: it cannot be read, or says something that no file can be given.
    """
    file = os.path.join(folder, NAME)
    try:
        text = _text(file)
        if not text:
            return {}
        given = _plainly(text) or _parsed(text)
    except (OSError, ValueError) as error:
        raise _unusable(_one_line(error), file) from error
    except RecursionError as error:
        raise _unusable("brackets stand in brackets too deeply", file) from error
    documents = given.get("documents", {})
    if not isinstance(documents, dict):
        raise SettingsError("“documents” is not a table", file, 'write [documents."FILE"] above each file\'s facts')
    return {name: _facts(name, said, file) for name, said in documents.items()}


def _text(file: str) -> str:
    """The file's text, or "" where there is none."""
    if not os.path.isfile(file):
        return ""
    with open(file, "rb") as opened:
        data = opened.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise ValueError(f"it is larger than {_LARGEST // 2**20} MB")
    return data.decode()


def _parsed(text: str) -> dict[str, Any]:
    if _DEEP_KEY.search(text):
        raise ValueError("a name in it has more than eight parts")
    import tomllib

    return tomllib.loads(text)


def _plainly(text: str) -> dict[str, Any] | None:
    """What a file says that has tables of documents, with strings in them, and nothing else; None of any other.

    Almost every file is so, and the parser for the others takes as long to import as Python to start.
    """
    documents: dict[str, dict[str, str]] = {}
    facts: dict[str, str] | None = None
    for line in text.split("\n"):
        found = _PLAIN.fullmatch(line) if line.isprintable() else None
        if found is None:
            return None
        name, key, value = found.groups()
        if name is not None and name not in documents:
            facts = documents[name] = {}
        elif key is not None and facts is not None and key not in facts:
            facts[key] = value
        elif name is not None or key is not None:
            return None
    return {"documents": documents}


def _facts(name: str, said: object, file: str) -> Facts:
    if not isinstance(said, dict):
        raise _unusual(f"what it says of “{name}” is not a table", file)
    if strange := sorted(set(said) - set(_KNOWN)):
        raise SettingsError(f"“{strange[0]}”, said of “{name}”, is not known", file, f"known are {', '.join(_KNOWN)}")
    # A date may stand without quotation marks: it is written as it was.
    values = {key: str(value) if key == "date" else value for key, value in said.items()}
    if not all(isinstance(value, str) for value in values.values()):
        raise _unusual(f"what it says of “{name}” is not text", file)
    facts = Facts(**values)
    if facts.date is not None and not _ISO_DATE.fullmatch(facts.date):
        raise SettingsError(f"the date of “{name}” is none", file, 'write it like "1972-08-22"')
    if not _names_a_document(facts):
        raise _unusual(f"the volume or document of “{name}” is no id of the series", file)
    return facts


def _names_a_document(facts: Facts) -> bool:
    """Whether volume and document are written as ids are: an address made of them reads back as itself."""
    address = Address(facts.volume or "frus1861", facts.document or "d1")
    try:
        return parse_address(str(address)) == address
    except AddressError:
        return False


def _unusual(what: str, file: str) -> SettingsError:
    return SettingsError(what, file, 'write values like volume = "frus1969-76v39"')


def _unusable(what: str, file: str) -> SettingsError:
    return SettingsError(what, file, "mend it or remove it; the files are read without it")


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
