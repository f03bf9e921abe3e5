"""Where the reader's own files lie. It imports no database: a verb that needs nothing of them looks no further."""

from __future__ import annotations

import os
from pathlib import Path

FILE = "work.sqlite3"
"""What the reader's work is kept in."""


def library_folder(given: str | None = None) -> Path:
    """The folder of the reader's own files: as given, else `TGREADER_LIBRARY`, else the platform's data folder."""
    if named := given or os.environ.get("TGREADER_LIBRARY"):
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("tgreader", appauthor=False)
