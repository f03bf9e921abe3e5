"""The corpus and the flattener, where the benchmarks find them.

TGREADER_CORPUS names the folder that holds `volumes/`, TGREADER_TOOLS the folder of `flatten.py`; both default to
`../shared` beside the repository.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_SHARED = Path(__file__).parents[3] / "shared"
CORPUS = Path(os.environ.get("TGREADER_CORPUS", _SHARED / "corpus"))
TOOLS = Path(os.environ.get("TGREADER_TOOLS", _SHARED / "tools"))
STYLES = ("seed", "listnum", "space", "bracket", "traf")
# What the weights were never fitted on.
HELD_BACK = frozenset(
    ["frus1952-54Guat", "frus1955-57v24", "frus1958-60v17", "frus1961-63v06", "frus1964-68v30", "frus1969-76v28"]
)


def volumes() -> list[Path]:
    """The volumes of the corpus folder, by name."""
    return sorted((CORPUS / "volumes").glob("*.xml"))


def flattened(volume: Path, style: str, modern: bool = False, every: int = 1) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each document of a volume in a style, with the truth about it."""
    if str(TOOLS) not in sys.path:
        sys.path.insert(0, str(TOOLS))
    flatten = importlib.import_module("flatten")
    prepare = importlib.import_module("modernise").modern if modern else lambda div: div
    for index, (text, truth) in enumerate(flatten.volume(str(volume), style, prepare=prepare)):
        if index % every == 0:
            yield text, truth
