"""The notebook as one JSON object (RFC 8259)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from tgreader.reading.notebook.files.formats import Citing, Kept, Records

_WHAT, _VERSION = "tgreader notebook", 1


def write(kept: Kept, citing: Citing) -> str:
    """The object, tags as a list; each annotation has its citation besides."""
    annotations = [one._asdict() | {"tags": one.tags.split(), "citation": citing(one)} for one in kept.annotations]
    whole = {
        "what": _WHAT,
        "version": _VERSION,
        "annotations": annotations,
        "searches": [one._asdict() for one in kept.searches],
        "visits": [one._asdict() for one in kept.visits],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def read(text: str) -> Records:
    """What the object holds.

    Raises:
        ValueError: it is no such object.
    """
    try:
        whole = json.loads(text)
    except json.JSONDecodeError:
        raise
    except ValueError as error:  # Python's own words, on a number of thousands of digits, are for programmers
        raise ValueError("a number in it has too many digits") from error
    if not isinstance(whole, dict) or whole.get("what") != _WHAT:
        raise ValueError(f'it is no object with "what": "{_WHAT}"')
    if whole.get("version") != _VERSION:
        raise ValueError(f"it is of version {whole.get('version')}, and {_VERSION} is known here")
    return Records(*(_records(whole, name) for name in Records._fields))


def _records(whole: Mapping[str, object], name: str) -> Sequence[Mapping[str, object]]:
    found = whole.get(name, [])
    if not isinstance(found, list) or not all(isinstance(record, dict) for record in found):
        raise ValueError(f"its {name} are no list of objects")
    return found
