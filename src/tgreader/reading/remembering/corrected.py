"""The markers that readers have put right, for whoever reads the files again: by the shell, into the index."""

from __future__ import annotations

from os.path import exists, join

from tgreader.errors import LibraryError
from tgreader.model.tuples import NamedTuple
from tgreader.reading.shelf.sources import Corrections


class KeptCorrections(NamedTuple):
    """What is kept of them.

    Attributes:
        corrections: see `Corrections`.
        trouble: why they cannot be read, or None.
    """

    corrections: Corrections
    trouble: LibraryError | None = None


def corrections_kept(library: str | None = None) -> KeptCorrections:
    """The corrections of a library; none where nothing was ever kept, and then no database is imported.

    Args:
        library: its folder, as `library.work.folder.library_folder` takes it.
    """
    from tgreader.library.work.folder import FILE, library_path

    folder = library_path(library)
    if not exists(join(folder, FILE)):
        return KeptCorrections({})
    from pathlib import Path

    from tgreader.library.work.work import Work

    work = Work(Path(folder))
    try:
        return KeptCorrections(work.corrections())
    except LibraryError as error:
        return KeptCorrections({}, error)
    finally:
        work.close()
