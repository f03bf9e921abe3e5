"""Where the reader's own files lie. It imports no database: a verb that needs nothing of them looks no further."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FILE = "work.sqlite3"
"""What the reader's work is kept in."""


def library_folder(given: str | None = None) -> Path:
    """The folder of the reader's own files: as given, else `TGREADER_LIBRARY`, else the platform's data folder."""
    from pathlib import Path

    return Path(library_path(given))


def library_path(given: str | None = None) -> str:
    """The path of that folder, for verbs that need no more: pathlib takes as long to import as Python to start."""
    if named := given or os.environ.get("TGREADER_LIBRARY"):
        return named
    if sys.platform == "linux":  # as platformdirs has it, which takes twice as long as Python to start
        home = os.environ.get("XDG_DATA_HOME", "").strip() or os.path.expanduser("~/.local/share")
        return os.path.join(home, "tgreader")
    from platformdirs import user_data_dir

    return user_data_dir("tgreader", appauthor=False)
